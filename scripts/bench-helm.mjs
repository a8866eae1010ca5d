#!/usr/bin/env node
// node scripts/bench-helm.mjs <folder of charts> [--binary helm] [--runs 3] [--only TEXT] [--renders 700]
// Renders every chart below the folder that the real helm renders, in turn with it and with ours: what a median chart takes,
// what the slowest take, and whether the heap grows over many charts. Ours is warm (every chart has been rendered once) and
// reads its files anew each time, as helm does; what is kept of equal files would make it look faster than it is.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chartsBelow, diskFiles, loadRenderer, vendored } from './helm-charts.mjs'

const [folder, ...rest] = process.argv.slice(2)
if (!folder) {
  console.error('usage: node scripts/bench-helm.mjs <folder of charts> [--binary helm] [--runs 3] [--only TEXT]')
  process.exit(2)
}
if (!globalThis.gc) {
  const again = ['--expose-gc', fileURLToPath(import.meta.url), ...process.argv.slice(2)]
  process.exit(spawnSync(process.execPath, again, { stdio: 'inherit' }).status ?? 1)
}
const option = (name, fallback) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : fallback)
const binary = option('--binary', 'helm')
const runs = Number(option('--runs', '3'))
const only = option('--only', '')
const renders = Number(option('--renders', '700'))
const kubeVersion = '1.29.0'

const { renderChart, remembering, fileText, isCompatible } = await loadRenderer()
const copies = mkdtempSync(join(tmpdir(), 'bench-helm-'))

function timed(run) {
  const begin = performance.now()
  const result = run()
  return { result, time: performance.now() - begin }
}

const runHelm = (path) =>
  timed(() =>
    spawnSync(binary, ['template', 'bench', path, '--kube-version', kubeVersion], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    }),
  )

const request = (path) => ({
  path,
  kind: 'helm',
  values: [],
  release: fileText({ path: '(command line)', text: 'bench' }),
  namespace: undefined,
  versions: { helm: binary.endsWith('4') ? 4 : 3, kubernetes: kubeVersion, apiVersions: [] },
})

const runOurs = (path, render = renderChart) => timed(() => render(request(path), diskFiles(fileText)))

/** The chart, or a copy of it with the dependencies that lie next to it; undefined where helm does not render either. */
function renderable(chart, index) {
  const first = runHelm(chart).result
  if (first.status === 0) return chart
  if (!/missing in charts\/ directory/.test(first.stderr)) return undefined
  const copy = vendored(chart, join(copies, String(index)), isCompatible)
  return runHelm(copy).result.status === 0 ? copy : undefined
}

const sorted = (list) => [...list].sort((a, b) => a - b)
const quantile = (list, share) => sorted(list)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0
const milliseconds = (value) => `${value.toFixed(value < 100 ? 1 : 0)} ms`

const charts = chartsBelow(folder)
  .filter((chart) => chart.includes(only))
  .sort()
const subjects = charts.flatMap((chart, index) => {
  const path = renderable(chart, index)
  if (!path || runOurs(path).result.kind !== 'text') return []
  return [{ name: relative(folder, chart), path }]
})
console.log(`${subjects.length} of ${charts.length} charts render with ${binary} and with ours`)

const results = subjects.map(({ name, path }) => {
  const samples = Array.from({ length: runs }, () => ({ ours: runOurs(path).time, helm: runHelm(path).time }))
  const ours = quantile(
    samples.map((one) => one.ours),
    0.5,
  )
  const helm = quantile(
    samples.map((one) => one.helm),
    0.5,
  )
  return { name, ours, helm, ratio: ours / helm }
})

console.table(
  Object.fromEntries(
    [
      ['median', 0.5],
      ['95 %', 0.95],
      ['largest', 1],
    ].map(([label, share]) => [
      label,
      {
        ours: milliseconds(
          quantile(
            results.map((one) => one.ours),
            share,
          ),
        ),
        [binary]: milliseconds(
          quantile(
            results.map((one) => one.helm),
            share,
          ),
        ),
        'ours / helm': quantile(
          results.map((one) => one.ratio),
          share,
        ).toFixed(2),
      },
    ]),
  ),
)
console.log('The slowest:')
for (const { name, ours, helm } of results.toSorted((a, b) => b.ours - a.ours).slice(0, 10))
  console.log(`${milliseconds(ours).padStart(10)}  ${binary} ${milliseconds(helm).padStart(8)}  ${name}`)

/** As the program renders: it remembers, and must not remember everything. */
const render = remembering(renderChart)
const heap = () => {
  globalThis.gc()
  return process.memoryUsage().heapUsed / 2 ** 20
}
console.log(`Heap after collection: ${heap().toFixed(0)} MB`)
for (let count = 0; count < Math.max(renders, subjects.length) && subjects.length > 0; count += 1) {
  runOurs(subjects[count % subjects.length].path, render)
  if ((count + 1) % 100 === 0) console.log(`${String(count + 1).padStart(5)} renders: ${heap().toFixed(0)} MB`)
}
if (existsSync(copies)) rmSync(copies, { recursive: true })
