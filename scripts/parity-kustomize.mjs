// Builds every kustomization below a folder with the real tool and with ours, and prints a table and the differences.
//   node scripts/parity-kustomize.mjs <folder>... [--tool "kubectl kustomize"] [--cache <directory>] [--show <n>] [--list <file>]
// `--cache` keeps what the real tool printed. Nothing is fetched: the tool runs without git and without a way out.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { loadSources } from './sources.mjs'

const folders = []
const options = { tool: 'kustomize build', cache: undefined, show: '3', list: undefined }
for (let index = 2; index < process.argv.length; index += 1) {
  const argument = process.argv[index]
  if (argument.startsWith('--')) options[argument.slice(2)] = process.argv[++index]
  else folders.push(resolve(argument))
}

const names = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization'])
function* kustomizations(directory) {
  let entries = []
  try {
    entries = readdirSync(directory, { withFileTypes: true })
  } catch {
    return
  }
  if (entries.some((entry) => names.has(entry.name) && !entry.isDirectory())) yield directory
  for (const entry of entries)
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git')
      yield* kustomizations(join(directory, entry.name))
}

const ours = await loadSources([
  "export * from './src/render/kustomize/kustomize.ts'",
  "export { fileText } from './src/source/text.ts'",
  "export { positionAt } from './src/source/span.ts'",
])
const texts = new Map()
const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
const files = {
  read: (path) => {
    if (!texts.has(path))
      texts.set(path, isFile(path) ? ours.fileText({ path, text: readFileSync(path, 'utf8') }) : undefined)
    return texts.get(path)
  },
  list: (path) => readdirSync(path).sort(),
  isDirectory: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
}

function buildOurs(directory) {
  const request = {
    path: directory,
    kind: 'kustomize',
    values: [],
    release: undefined,
    namespace: undefined,
    versions: { helm: 3, kubernetes: undefined, apiVersions: [] },
  }
  return ours.buildKustomization(request, files)
}

const [command, ...parameters] = options.tool.split(' ')
const commandPath = execFileSync('which', [command]).toString().trim()
function buildReal(directory) {
  const key =
    options.cache && join(options.cache, createHash('sha256').update(`${options.tool} ${directory}`).digest('hex'))
  if (key && existsSync(key)) return JSON.parse(readFileSync(key, 'utf8'))
  const result = runReal(directory)
  if (key) {
    mkdirSync(options.cache, { recursive: true })
    writeFileSync(key, JSON.stringify(result))
  }
  return result
}

function runReal(directory) {
  const started = performance.now()
  try {
    const output = execFileSync(commandPath, [...parameters, directory], {
      env: {
        HOME: '/nonexistent',
        PATH: '/nonexistent',
        HTTP_PROXY: 'http://127.0.0.1:9',
        HTTPS_PROXY: 'http://127.0.0.1:9',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
      timeout: 30_000,
    })
    return { output: output.toString(), milliseconds: performance.now() - started }
  } catch (error) {
    return {
      error: String(error.stderr ?? error)
        .trim()
        .slice(-2000),
      milliseconds: performance.now() - started,
    }
  }
}

/** Lines around the first difference. */
function difference(real, own) {
  const [a, b] = [real.split('\n'), own.split('\n')]
  let line = 0
  while (a[line] === b[line]) line += 1
  const around = (lines) => lines.slice(Math.max(0, line - 2), line + 3).join('\n    ')
  return `line ${line + 1}\n  real\n    ${around(a)}\n  ours\n    ${around(b)}`
}

const counts = {}
const count = (key) => {
  counts[key] = (counts[key] ?? 0) + 1
}
const shown = {}
function show(kind, directory, text) {
  shown[kind] = (shown[kind] ?? 0) + 1
  if (options.list) listed.push(`${kind}\t${directory}`)
  if (shown[kind] <= Number(options.show)) console.log(`\n== ${kind}: ${directory}\n${text}`)
}
const listed = []
const time = { real: 0, ours: 0 }

for (const folder of folders)
  for (const directory of kustomizations(folder)) {
    const name = relative(folder, directory) || '.'
    const real = buildReal(directory)
    const started = performance.now()
    const own = buildOurs(directory)
    if (real.output !== undefined) {
      time.ours += performance.now() - started
      time.real += real.milliseconds
    }
    count('kustomizations')
    if (real.output === undefined) {
      count('the tool fails')
      if (own.kind === 'text') {
        count('  of these, ours prints')
        show('ours prints where the tool fails', directory, `  ${real.error.slice(0, 1500)}`)
      } else count(own.kind === 'fails' ? '  of these, ours fails too' : '  of these, ours is unsupported')
    } else {
      count('the tool prints')
      if (own.kind === 'text' && own.text.value === real.output) count('  equal to the byte')
      else if (own.kind === 'text') {
        count('  different')
        show('different', directory, difference(real.output, own.text.value))
      } else if (own.kind === 'fails') {
        count('  ours fails')
        const { line } = ours.positionAt(own.at.source, own.at.start)
        show('ours fails', directory, `  ${own.at.source.path}:${line}: ${own.message}`)
      } else {
        count('  ours is unsupported')
        show('ours is unsupported', directory, `  ${own.reason}`)
      }
    }
    if (name === '') continue
  }

if (options.list) writeFileSync(options.list, `${listed.join('\n')}\n`)
console.log()
for (const [key, value] of Object.entries(counts)) console.log(`${String(value).padStart(6)} ${key}`)
console.log(`${Math.round(time.real)} ms the tool, ${Math.round(time.ours)} ms ours`)
