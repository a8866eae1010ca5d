// node scripts/parity-helm.mjs <folder of charts> [--binary helm] [--helm 3|4] [--kube-version 1.29.0] [--only TEXT]
//   [--cache FOLDER] [--show N] [--times]
// Renders every chart below the folder, by itself and with each extra values file, with the real helm and with ours, and
// compares documents. Lines that differ between two runs of helm are masked.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { chartsBelow, diskFiles, isDirectory, loadRenderer, vendored } from './helm-charts.mjs'

const [folder, ...rest] = process.argv.slice(2)
if (!folder) {
  console.error('usage: npm run parity -- helm <folder of charts> [options]')
  process.exit(2)
}
const option = (name, fallback) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : fallback)
const helmVersion = Number(option('--helm', '3'))
const binary = option('--binary', helmVersion === 4 ? 'helm4' : 'helm')
const kubeVersion = option('--kube-version', '1.29.0')
const only = option('--only', '')
const cache = option('--cache', '')
const shown = Number(option('--show', '12'))

const { renderChart, fileText, positionAt, isCompatible } = await loadRenderer()
const disk = diskFiles(fileText)
const texts = new Map()
const readText = (path) => {
  if (!texts.has(path)) texts.set(path, disk.read(path))
  return texts.get(path)
}
const files = { ...disk, read: readText }

function valuesFilesOf(chart) {
  const found = []
  for (const inner of ['', 'ci']) {
    const path = join(chart, inner)
    if (!isDirectory(path)) continue
    for (const name of readdirSync(path).sort())
      if (/values.*\.ya?ml$/.test(name) && !(inner === '' && name === 'values.yaml')) found.push(join(path, name))
  }
  return found
}

function runHelm(chart, values, run) {
  const args = ['template', 'parity', chart, '--kube-version', kubeVersion, ...values.flatMap((file) => ['-f', file])]
  const key =
    cache &&
    join(
      cache,
      createHash('sha1')
        .update([binary, run, ...args].join('\0'))
        .digest('hex'),
    )
  if (key && existsSync(key)) return JSON.parse(readFileSync(key, 'utf8'))
  // A second run in another second: what shows the time differs, too.
  if (run === 2) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1100)
  const started = performance.now()
  const result = spawnSync(binary, args, { encoding: 'utf8', maxBuffer: 2 ** 28, timeout: 60_000 })
  const answer = {
    status: result.status,
    stdout: result.stdout,
    stderr: result.stderr,
    time: performance.now() - started,
  }
  if (key) {
    mkdirSync(cache, { recursive: true })
    writeFileSync(key, JSON.stringify(answer))
  }
  return answer
}

function runOurs(chart, values) {
  const started = performance.now()
  let rendered
  try {
    rendered = renderChart(
      {
        path: realpathSync(chart),
        kind: 'helm',
        values: values.flatMap((file) => ({
          kind: 'file',
          text: readText(realpathSync(file)) ?? fileText({ path: file, text: '' }),
        })),
        release: fileText({ path: '(command line)', text: 'parity' }),
        namespace: undefined,
        versions: { helm: helmVersion, kubernetes: kubeVersion, apiVersions: [] },
      },
      files,
    )
  } catch (error) {
    rendered = { kind: 'threw', message: error.stack }
  }
  return { rendered, time: performance.now() - started }
}

/** The documents of an output, each with its Source line. */
const documentsOf = (output) => output.split(/^---\n/m).filter((part) => part !== '')

/** Whether the two agree but for what differs between two runs of helm. */
function agree(ours, helm, again) {
  if (ours === helm) return 'equal'
  const [a, b, c] = [ours, helm, again].map(documentsOf)
  if (a.length !== b.length || b.length !== c.length) return 'different'
  for (let index = 0; index < b.length; index += 1) {
    if (a[index] === b[index] || a[index] === c[index]) continue
    if (b[index] === c[index]) return 'different'
    const [left, right, third] = [a[index], b[index], c[index]].map((one) => one.split('\n'))
    const same = right.length === third.length && left.length === right.length
    if (!same) {
      // Certificates have a varying number of lines: everything that is the same in both runs must be there.
      const stable = right.filter((line) => third.includes(line) && !/^\s*[A-Za-z0-9+/]{40,}={0,2}$/.test(line))
      if (!stable.every((line) => left.includes(line))) return 'different'
      continue
    }
    if (left.some((line, at) => line !== right[at] && right[at] === third[at])) return 'different'
  }
  return 'masked'
}

/** The innermost `file:line` of a Helm error. */
function innermost(message) {
  const places = [...message.matchAll(/([^\s()":]+\/(?:templates|charts)\/[^\s():"]+):(\d+)/g)]
  const last = places.at(-1)
  return last && `${last[1]}:${last[2]}`
}

function firstDifference(ours, helm) {
  const [a, b] = [ours.split('\n'), helm.split('\n')]
  const at = b.findIndex((line, index) => line !== a[index])
  const source = b.slice(0, Math.max(0, at)).findLast((line) => line.startsWith('# Source: '))
  return { at, source, helm: b.slice(Math.max(0, at - 1), at + 3), ours: a.slice(Math.max(0, at - 1), at + 3) }
}

const counts = {}
const count = (key) => {
  counts[key] = (counts[key] ?? 0) + 1
}
const failures = []
const errors = { same: 0, all: 0 }
const times = []
const started = performance.now()
for (const chart of chartsBelow(folder).sort()) {
  if (only && !chart.includes(only)) continue
  let subject = chart
  for (const values of [[], ...valuesFilesOf(chart).map((file) => [file])]) {
    const name = [relative(folder, chart), ...values.map((file) => relative(chart, file))].join(' + ')
    let helm = runHelm(subject, values, 1)
    if (subject === chart && /missing in charts\/ directory/.test(helm.stderr)) {
      const { rendered } = runOurs(chart, [])
      if (rendered.kind === 'unsupported') {
        count('dependencies missing in both')
        break
      }
      subject = join(tmpdir(), 'parity-vendored', createHash('sha1').update(chart).digest('hex'))
      if (!existsSync(subject)) vendored(chart, subject, isCompatible)
      helm = runHelm(subject, values, 1)
    }
    const { rendered, time } = runOurs(chart, values)
    if (rendered.kind === 'threw') {
      count('threw')
      failures.push({ name, kind: 'threw', detail: rendered.message })
    } else if (helm.status !== 0) {
      const failed = rendered.kind === 'fails'
      count(failed ? 'both fail' : rendered.kind === 'unsupported' ? 'unsupported' : 'only helm fails')
      if (!failed)
        failures.push({
          name,
          kind: `helm fails, ours ${rendered.kind}`,
          detail: `${rendered.reason ?? ''} | ${helm.stderr.slice(-400)}`,
        })
      else {
        const place = innermost(helm.stderr)
        if (place) {
          errors.all += 1
          const mine = innermost(rendered.message)
          if (mine === place) errors.same += 1
          else
            failures.push({
              name,
              kind: 'error place',
              detail: `helm ${place} ours ${mine}\n    ${helm.stderr.trim().slice(0, 500)}\n    ${rendered.message.slice(0, 500)}`,
            })
        }
      }
    } else if (rendered.kind !== 'text') {
      count(rendered.kind === 'unsupported' ? 'unsupported' : 'only ours fails')
      const where =
        rendered.at && `${rendered.at.source.path}:${positionAt(rendered.at.source, rendered.at.start).line}`
      failures.push({ name, kind: rendered.kind, detail: `${rendered.message ?? rendered.reason} ${where ?? ''}` })
    } else {
      const ours = rendered.text.value
      const verdict = ours === helm.stdout ? 'equal' : agree(ours, helm.stdout, runHelm(subject, values, 2).stdout)
      count(verdict)
      times.push({ ours: time, helm: helm.time, name })
      if (verdict === 'different')
        failures.push({ name, kind: 'different', detail: JSON.stringify(firstDifference(ours, helm.stdout), null, 1) })
    }
  }
}

for (const { name, kind, detail } of failures.slice(0, shown)) console.log(`\n${kind}: ${name}\n  ${detail}`)
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
const rendersOk = (counts.equal ?? 0) + (counts.masked ?? 0)
const bothRendered = rendersOk + (counts.different ?? 0)
const all = Object.entries(counts)
  .filter(([key]) => !key.startsWith('dependencies'))
  .reduce((sum, [, n]) => sum + n, 0)
console.log(`\n${failures.length} differences`)
console.log(failures.map(({ name, kind }) => `${kind}: ${name}`).join('\n'))
console.table(counts)
console.log(`byte parity ${((100 * rendersOk) / Math.max(1, bothRendered)).toFixed(2)} % of ${bothRendered}`)
console.log(
  `same success or failure ${((100 * (bothRendered + (counts['both fail'] ?? 0))) / Math.max(1, all)).toFixed(2)} % of ${all}`,
)
console.log(`same error place ${errors.same} of ${errors.all}`)
console.log(
  `median ${median(times.map((one) => one.ours)).toFixed(1)} ms (helm ${median(times.map((one) => one.helm)).toFixed(1)} ms), slowest ${times
    .sort((a, b) => b.ours - a.ours)
    .slice(0, 5)
    .map((one) => `${one.name} ${one.ours.toFixed(0)} ms (helm ${one.helm.toFixed(0)})`)
    .join(', ')}; ${((performance.now() - started) / 1000).toFixed(0)} s`,
)
