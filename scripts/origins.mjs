// node scripts/origins.mjs <folder of charts> [--samples 1000] [--seed 1] [--show 20]
// Checks where scalars are said to come from: changes the claimed place in a copy of the chart, renders with the real helm,
// and sees whether the claimed scalar changed. Then changes leaves of values.yaml and counts how many of the scalars that
// changed had named the leaf.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { loadSources } from './sources.mjs'

const [folder, ...rest] = process.argv.slice(2)
const option = (name, fallback) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : fallback)
const wanted = Number(option('--samples', '1000'))
const shown = Number(option('--show', '20'))
let seed = Number(option('--seed', '1'))
const random = (limit) => {
  seed = (seed * 48271) % 2147483647
  return seed % limit
}

const { renderChart, originOf, fileText, positionAt, parseGoYaml } = await loadSources([
  "export { renderChart } from './src/render/helm/helm.ts'",
  "export { originOf } from './src/render/helm/origin.ts'",
  "export { fileText } from './src/source/text.ts'",
  "export { positionAt } from './src/source/span.ts'",
  "export { parseGoYaml } from './src/syntax/yaml-go-parse.ts'",
])

const files = {
  read: (path) =>
    existsSync(path) && statSync(path).isFile() ? fileText({ path, text: readFileSync(path, 'utf8') }) : undefined,
  list: (path) => (existsSync(path) ? readdirSync(path) : []),
  isDirectory: (path) => existsSync(path) && statSync(path).isDirectory(),
}
const render = (chart) =>
  renderChart(
    {
      path: chart,
      kind: 'helm',
      values: [],
      release: fileText({ path: '(command line)', text: 'origins' }),
      namespace: undefined,
      versions: { helm: 3, kubernetes: '1.29.0', apiVersions: [] },
    },
    files,
  )
const helm = (chart) =>
  spawnSync('helm', ['template', 'origins', chart, '--kube-version', '1.29.0'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  }).stdout

/** Every scalar of an output under `source#n/path`. */
function scalars(text) {
  const found = new Map()
  const seen = {}
  for (const document of parseGoYaml(text)) {
    const before = text.value.slice(0, document.end)
    const source = /# Source: (.*)\n(?![\s\S]*# Source: )/.exec(before)?.[1] ?? ''
    seen[source] = (seen[source] ?? 0) + 1
    const walk = (node, path) => {
      if (!node) return
      if (node.kind === 'scalar') found.set(path, node)
      else if (node.kind === 'map') for (const { key, value } of node.entries) walk(value, `${path}/${key.text.value}`)
      else for (const [index, item] of node.items.entries()) walk(item, `${path}/${index}`)
    }
    walk(document.root, `${source}#${seen[source]}`)
  }
  return found
}

/** Another text of the same type. */
function changed(written) {
  if (/^(?:true|false)$/.test(written)) return written === 'true' ? 'false' : 'true'
  if (/^(?:""|'')$/.test(written)) return '"x"'
  if (/^[0-9]+$/.test(written)) return String(Number(written) + 1)
  const letters = [...written.matchAll(/[A-Za-z0-9]/g)]
  const at = letters[Math.floor(letters.length / 2)]
  if (!at) return undefined
  const other = /[0-9]/.test(at[0]) ? String((Number(at[0]) + 1) % 10) : at[0] === 'x' ? 'y' : 'x'
  return written.slice(0, at.index) + other + written.slice(at.index + 1)
}

function chartsBelow(path, found = []) {
  if (existsSync(join(path, 'Chart.yaml'))) found.push(path)
  for (const entry of readdirSync(path, { withFileTypes: true }))
    if (
      entry.isDirectory() &&
      entry.name !== '.git' &&
      (entry.name !== 'charts') | !existsSync(join(path, 'Chart.yaml'))
    )
      chartsBelow(join(path, entry.name), found)
  return found
}

const counts = { samples: 0, right: 0, scalars: 0, nowhere: 0, changed: 0, named: 0 }
const wrong = []
const charts = chartsBelow(folder)
const perChart = Math.max(3, Math.ceil((wanted * 2.5) / charts.length))
/** Runs `then` with a changed copy of one file. */
function mutated(copy, path, start, end, then) {
  const text = readFileSync(path, 'utf8')
  const other = changed(text.slice(start, end))
  if (other === undefined || other === text.slice(start, end)) return
  writeFileSync(path, text.slice(0, start) + other + text.slice(end))
  then(helm(copy))
  writeFileSync(path, text)
}

while (charts.length > 0 && counts.samples < wanted) {
  const chart = charts.splice(random(charts.length), 1)[0]
  const copy = mkdtempSync(join(tmpdir(), 'origins-chart-'))
  try {
    try {
      cpSync(chart, copy, { recursive: true, dereference: true })
    } catch {
      // A link that leads nowhere.
      continue
    }
    const rendered = render(copy)
    if (rendered.kind !== 'text' || rendered.text.value.length > 400_000) continue
    const before = helm(copy)
    if (before !== rendered.text.value) continue
    const all = scalars(rendered.text)
    const claims = []
    for (const [path, node] of all) {
      counts.scalars += 1
      const origin = originOf(node.text)
      if (!origin) counts.nowhere += node.text.value === '' ? 0 : 1
      else if (/\/(?:values|Chart)\.yaml$/.test(origin.at.source.path) && origin.at.source.path.startsWith(copy))
        claims.push({ path, origin })
    }
    for (let index = 0; index < perChart && claims.length > 0 && counts.samples < wanted; index += 1) {
      const { path, origin } = claims.splice(random(claims.length), 1)[0]
      const { at } = origin
      mutated(copy, at.source.path, at.start, at.end, (after) => {
        // A name or a version that helm refuses tells nothing.
        if (!after) return
        counts.samples += 1
        const now = scalars(fileText({ path: '', text: after })).get(path)
        if (now?.text.value !== all.get(path).text.value) counts.right += 1
        else
          wrong.push(
            `${relative(folder, chart)} ${path} = ${JSON.stringify(all.get(path).text.value.slice(0, 60))} claims ${relative(copy, at.source.path)}:${positionAt(at.source, at.start).line} ${JSON.stringify(at.source.text.slice(at.start, at.end).slice(0, 40))}`,
          )
      })
    }
    const values = files.read(join(copy, 'values.yaml'))
    const leaves = values ? [...scalars(values).values()].filter((node) => node.end > node.start) : []
    for (let index = 0; index < 2 && leaves.length > 0; index += 1) {
      const leaf = leaves[random(leaves.length)]
      if (/^(?:null|~)$/.test(leaf.text.value)) continue
      mutated(copy, join(copy, 'values.yaml'), leaf.start, leaf.end, (after) => {
        if (!after) return
        const now = scalars(fileText({ path: '', text: after }))
        // A leaf that decides what is there at all is no data of what moved.
        if (now.size !== all.size) return
        for (const [path, node] of all) {
          const other = now.get(path)
          if (!other || other.text.value === node.text.value) continue
          counts.changed += 1
          const origin = originOf(node.text)
          const places = origin ? [origin.at, ...origin.also, ...origin.insteadOf, ...origin.when] : []
          const named = places.some(
            (at) => at.source.path === join(copy, 'values.yaml') && at.start <= leaf.end && at.end >= leaf.start,
          )
          if (named) counts.named += 1
          else wrong.push(`unnamed: ${relative(folder, chart)} ${path} by ${leaf.text.value}`)
        }
      })
    }
  } finally {
    rmSync(copy, { recursive: true })
  }
}
console.log(wrong.slice(0, shown).join('\n'))
console.table(counts)
console.log(
  `right ${((100 * counts.right) / Math.max(1, counts.samples)).toFixed(2)} % of ${counts.samples} claims; named ${((100 * counts.named) / Math.max(1, counts.changed)).toFixed(2)} % of ${counts.changed} changed scalars`,
)
