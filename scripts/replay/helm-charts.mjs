// Charts of Helm's tests: what a test writes down or loads becomes one of our charts, and looks like one of its own.
import { join } from 'node:path'
import { goString, types } from './go-values.mjs'
import { fromValue, ours, textOf } from './renderer.mjs'

const at = ours.topOf({ path: 'test', text: '' })

/** A field of a struct, or of what a pointer points to. */
export const field = (value, name) => (value?.data?.to ?? value)?.data?.get(name)

const text = (value) => textOf('Chart.yaml', value?.data ?? '')
const chartFiles = (list) =>
  (list?.data ?? []).map((file) => {
    const name = field(file, 'Name').data
    return { name, path: name, text: textOf(name, field(file, 'Data').data) }
  })

/** `mapOf`: the values of a chart as one of our maps. */
export function chartOf(value, mapOf) {
  const go = value.data?.to ?? value
  if (go.given) return go.given
  const metadata = field(go, 'Metadata')
  const strings = new Map(
    [...((metadata?.data.to ?? metadata)?.data ?? [])]
      .filter(([, one]) => typeof one.data === 'string')
      .map(([name, one]) => [name[0].toLowerCase() + name.slice(1), text(one)]),
  )
  const of = (name) => strings.get(name) ?? text(undefined)
  const schema = field(go, 'Schema')
  const chart = new ours.Chart(
    {
      metadata: {
        name: of('name'),
        version: of('version'),
        type: of('type'),
        kubeVersion: of('kubeVersion'),
        apiVersion: of('apiVersion'),
        strings,
        lists: new Map(),
        deprecated: false,
        annotations: new Map(),
        maintainers: [],
      },
      at,
      templates: chartFiles(field(go, 'Templates')),
      files: chartFiles(field(go, 'Files')),
      schema: schema?.bytes ? textOf('values.schema.json', schema.data) : undefined,
      values: field(go, 'Values') ? mapOf(field(go, 'Values')) : ours.map(at),
    },
    [],
  )
  for (const child of go.children ?? []) {
    const below = chartOf(child, mapOf)
    below.parent = chart
    chart.dependencies.push(below)
  }
  return chart
}

/** A loaded chart as the tests see it. */
export function loaded(chart) {
  const dependency = (one) => ({
    type: { kind: 'name', name: 'chart.Dependency' },
    data: new Map(
      Object.entries({ Name: one.name, Version: one.version, Repository: one.repository, Alias: one.alias }).map(
        ([name, given]) => [name, goString(given)],
      ),
    ),
  })
  const value = {
    type: { kind: 'name', name: 'chart.Chart' },
    given: chart,
    get data() {
      return new Map([
        ['Values', fromValue(chart.values)],
        [
          'Metadata',
          {
            type: { kind: 'name', name: 'chart.Metadata' },
            data: new Map([
              ['Name', goString(chart.metadata.name.value)],
              ['Version', goString(chart.version)],
              ['Dependencies', { type: types.list, data: chart.declared.map(dependency) }],
            ]),
          },
        ],
      ])
    },
  }
  return value
}

/** Loads the chart in a folder. */
export function loadIn(folder, path, files, helm) {
  const whole = join(folder, path)
  return ours.loadChart(ours.directoryFiles(whole, files), ours.topOf({ path: whole, text: '' }), helm, (file) =>
    ours.archiveFiles(file.path, files),
  )
}
