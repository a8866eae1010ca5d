#!/usr/bin/env node
// Bundles the two entries into dist/, the same bytes on every machine. With --check nothing is written: it says what of the
// committed dist is stale, and exits 1. --out DIR builds elsewhere.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { licences } from './licences.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { values } = parseArgs({
  options: { check: { type: 'boolean' }, out: { type: 'string', default: join(root, 'dist') } },
})
const out = resolve(values.out)

const files = { ...(await bundle()), ...pages(), 'package.json': '{ "type": "module" }\n' }
if (values.check) check()
else write()

/** dist-relative path → text. */
async function bundle() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/action.ts', 'src/cli.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    chunkNames: '[name]-[hash]',
    // CommonJS packages within an ES module still ask for Node's own modules with require().
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    legalComments: 'none',
    // Paths of a linked node_modules would show in the bundle.
    preserveSymlinks: true,
    charset: 'utf8',
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
  const names = stableNames(metafile)
  const bundled = {}
  for (const { path, text } of outputFiles) {
    const name = basename(path)
    bundled[names.get(name) ?? name] = renamed(text, names)
  }
  return { ...bundled, 'licenses.txt': licences(root, Object.keys(metafile.inputs)) }
}

/**
 * Chunks are named after what they hold instead of a hash of it: a lazily loaded module by its own name, shared code by
 * number, in the order of the first file in it.
 */
function stableNames(metafile) {
  const chunks = Object.entries(metafile.outputs)
    .map(([path, output]) => ({
      name: basename(path),
      entry: output.entryPoint,
      first: Object.keys(output.inputs).sort().join('\n'),
    }))
    .filter(({ name }) => /-[0-9A-Z]{8}\.js$/.test(name))
    .sort((a, b) => (a.first < b.first ? -1 : 1))
  let shared = 0
  const names = new Map()
  for (const { name, entry } of chunks) {
    const lazy = entry && `${basename(entry).replace(/\.\w+$/, '')}.js`
    const free = lazy && ![...names.values(), 'action.js', 'cli.js'].includes(lazy)
    names.set(name, free ? lazy : `shared-${++shared}.js`)
  }
  return names
}

function renamed(text, names) {
  return [...names].reduce((result, [from, to]) => result.replaceAll(from, to), text)
}

/** The rules' pages, which `explain` prints and annotations link to. */
function pages() {
  const found = {}
  for (const folder of ['src/rules', 'src/own-ids'])
    for (const name of readdirSync(join(root, folder)).sort())
      if (name.endsWith('.md')) found[`rules/${name}`] = readFileSync(join(root, folder, name), 'utf8')
  return found
}

function write() {
  rmSync(out, { recursive: true, force: true })
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(out, name)), { recursive: true })
    writeFileSync(join(out, name), text)
  }
  chmodSync(join(out, 'cli.js'), 0o755)
}

function check() {
  const there = new Set(listed(out))
  const stale = Object.entries(files).flatMap(([name, text]) => {
    const same = there.delete(name) && readFileSync(join(out, name), 'utf8') === text
    return same ? [] : [name]
  })
  const extra = [...there].map((name) => `${name} (nothing makes it)`)
  const locked = stale.length === 0 && !(statSync(join(out, 'cli.js')).mode & 0o100) ? ['cli.js (not executable)'] : []
  const wrong = [...stale, ...extra, ...locked]
  if (wrong.length === 0) return
  console.error(`${relative(process.cwd(), out)} is stale: ${wrong.join(', ')}; run npm run build`)
  process.exitCode = 1
}

function listed(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  } catch {
    return []
  }
}
