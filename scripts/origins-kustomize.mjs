// Checks the places that a build claims: changes the claimed characters, builds with the real tool and looks whether the line
// that they are said to decide has changed.
//   node scripts/origins-kustomize.mjs <folder>... [--samples 500] [--each 2] [--seed 1]
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { loadSources } from './sources.mjs'

const folders = []
const options = { samples: '500', each: '2', seed: '1' }
for (let index = 2; index < process.argv.length; index += 1) {
  const argument = process.argv[index]
  if (argument.startsWith('--')) options[argument.slice(2)] = process.argv[++index]
  else folders.push(resolve(argument))
}

let state = Number(options.seed)
const random = (below) => {
  state = (state * 1103515245 + 12345) & 0x7fffffff
  return (state >> 8) % below
}

const names = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization'])
function* kustomizations(directory) {
  const entries = readdirSync(directory, { withFileTypes: true })
  if (entries.some((entry) => names.has(entry.name) && !entry.isDirectory())) yield directory
  for (const entry of entries)
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git')
      yield* kustomizations(join(directory, entry.name))
}

const temporary = mkdtempSync(join(tmpdir(), 'origins-'))
const { buildKustomization, fileText, positionAt } = await loadSources([
  "export * from './src/render/kustomize/kustomize.ts'",
  "export { fileText } from './src/source/text.ts'",
  "export { positionAt } from './src/source/span.ts'",
])

function buildOurs(directory) {
  const read = new Map()
  const kindOf = (path) => statSync(path, { throwIfNoEntry: false })
  const files = {
    read: (path) => {
      if (!read.has(path) && kindOf(path)?.isFile())
        read.set(path, fileText({ path, text: readFileSync(path, 'utf8') }))
      return read.get(path)
    },
    list: (path) => readdirSync(path).sort(),
    isDirectory: (path) => kindOf(path)?.isDirectory() ?? false,
  }
  const versions = { helm: 3, kubernetes: undefined, apiVersions: [] }
  const request = { path: directory, kind: 'kustomize', values: [], release: undefined, namespace: undefined, versions }
  return { built: buildKustomization(request, files), read }
}

const real = (directory) => {
  try {
    return execFileSync('kustomize', ['build', directory], {
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
      timeout: 30_000,
    }).toString()
  } catch {
    return undefined
  }
}

/** A character of the output that is claimed to stand in a file one to one, inside a value, with letters around it. */
function sampleFrom(text) {
  for (let tries = 0; tries < 40; tries += 1) {
    const index = random(text.pieces.length)
    const piece = text.pieces[index]
    const start = text.pieces[index - 1]?.end ?? 0
    if (!piece.exact || piece.end - start < 3) continue
    const offset = start + 1 + random(piece.end - start - 2)
    const lineStart = text.value.lastIndexOf('\n', offset) + 1
    const line = text.value.slice(lineStart, text.value.indexOf('\n', offset))
    if (!/^[a-z0-9]{2}$/i.test(text.value.slice(offset - 1, offset + 1))) continue
    if (/^\s*(?:- )?(?:apiVersion|kind|metadata|spec|data|\$patch)\b/.test(line)) continue
    // A key that base and patch both write stays when one of them changes; the value is what counts.
    if (offset - lineStart <= (/^[\s-]*[\w./-]+:(?= |$)/.exec(line)?.[0].length ?? 0)) continue
    return { piece, at: piece.at.start + offset - start, line, column: offset - lineStart }
  }
  return undefined
}

const countOf = (output, line) => output.split('\n').filter((one) => one === line).length
const results = {
  samples: 0,
  'the line became what was expected': 0,
  'the line changed otherwise': 0,
  'the build fails now': 0,
  wrong: 0,
}

const all = folders.flatMap((folder) => [...kustomizations(folder)])
for (let i = all.length - 1; i > 0; i -= 1) {
  const j = random(i + 1)
  ;[all[i], all[j]] = [all[j], all[i]]
}
for (const directory of all) {
  if (results.samples >= Number(options.samples)) break
  const { built, read } = buildOurs(directory)
  if (built.kind !== 'text' || built.text.value === '' || built.text.value.length > 400_000) continue
  for (let n = 0; n < Number(options.each); n += 1) {
    const sample = sampleFrom(built.text)
    if (!sample) continue
    const { path, text } = sample.piece.at.source
    const tree = join(temporary, 'tree')
    rmSync(tree, { recursive: true, force: true })
    for (const [name, content] of read) {
      mkdirSync(dirname(join(tree, name)), { recursive: true })
      writeFileSync(
        join(tree, name),
        name === path ? `${text.slice(0, sample.at)}z${text.slice(sample.at)}` : content.value,
      )
    }
    const output = real(join(tree, directory))
    results.samples += 1
    const changed = `${sample.line.slice(0, sample.column)}z${sample.line.slice(sample.column)}`
    if (output === undefined) results['the build fails now'] += 1
    else if (countOf(output, sample.line) >= countOf(built.text.value, sample.line)) {
      results.wrong += 1
      console.log(
        `${directory}: ${sample.line.trim()}\n  is not decided by ${path}:${positionAt(sample.piece.at.source, sample.at).line}`,
      )
    } else if (countOf(output, changed) > countOf(built.text.value, changed))
      results['the line became what was expected'] += 1
    else results['the line changed otherwise'] += 1
  }
}
rmSync(temporary, { recursive: true })
for (const [key, value] of Object.entries(results)) console.log(`${String(value).padStart(6)} ${key}`)
