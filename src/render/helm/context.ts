import type { Span } from '../../source/span.ts'
import { emptyText, spoken, type Text } from '../../source/text.ts'
import { quoteGo } from '../../syntax/go-quote.ts'
import { helmVersions, struct } from './capabilities.ts'
import type { Chart, Dependency } from './chart.ts'
import type { ChartFile } from './chart-files.ts'
import { CallError } from './failure.ts'
import { filesValue } from './files.ts'
import { str } from './function.ts'
import { joined } from './pieces.ts'
import {
  bool,
  type Entry,
  entry,
  list,
  type MapValue,
  type Method,
  map,
  record,
  type StoredValue,
  type StructValue,
  said,
  string,
  strings,
  type Value,
} from './value.ts'
import { writeYaml } from './yaml.ts'

/** What a template file is executed with (engine.recAllTpls). */
export interface Renderable {
  readonly name: string
  readonly file: ChartFile
  readonly chart: Chart
  readonly data: MapValue
  readonly basePath: string
}

interface TopContext {
  readonly release: MapValue
  readonly capabilities: Value
  readonly values: MapValue
  readonly helm: 3 | 4
}

/** Every template of a chart and of its dependencies, with the data that it sees. */
export function renderables(chart: Chart, top: TopContext): readonly Renderable[] {
  const found = new Map<string, Renderable>()
  collect(chart, top, found)
  return [...found.values()]
}

function collect(chart: Chart, top: TopContext, found: Map<string, Renderable>): MapValue {
  const { at } = chart
  const { helm } = top
  const type = `${helmVersions[helm].valuesPackage}.Values`
  const subcharts = map(at)
  const values = valuesValue(top.values, type)
  const data: MapValue = {
    ...record(
      {
        Chart: helm === 4 ? chartMap(chart) : chartStruct(chart),
        Files: filesValue(chart.files, at),
        Release: top.release,
        Capabilities: top.capabilities,
        Values: values,
        Subcharts: subcharts,
      },
      at,
    ),
    type,
  }
  for (const child of chart.dependencies) {
    const inner = top.values.entries.get(child.name)?.value
    const below = collect(child, { ...top, values: inner?.kind === 'map' ? inner : map(at) }, found)
    const { type: _, ...plain } = below
    subcharts.entries.set(child.name, entry(spoken(child.name, child.at), plain))
  }
  const path = chart.fullPath
  for (const file of chart.templates) {
    if (chart.isLibrary && !baseName(file.name).startsWith('_')) continue
    const name = `${path}/${file.name}`
    found.set(name, { name, file, chart, data, basePath: `${path}/templates` })
  }
  return data
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** The table at a path (Values.Table), or the first key that is none. */
function tableAt(values: MapValue, path: readonly string[]): MapValue | string {
  let table = values
  for (const key of path) {
    const found = table.entries.get(key)?.value
    if (found?.kind !== 'map') return key
    table = found
  }
  return table
}

/** Values.PathValue: what is no table. */
function valueAt(values: MapValue, path: string): StoredValue {
  const keys = path.split('.')
  const key = keys.pop() ?? ''
  if (path === '') throw new CallError('YAML path cannot be empty')
  const table = tableAt(values, keys)
  const found = typeof table === 'string' ? undefined : table.entries.get(key)?.value
  if (!found || found.kind === 'map') throw new CallError(`${quoteGo(key)} is not a value`)
  return found
}

/** Values are a named map type with methods; they share their entries with the plain map. */
function valuesValue({ entries, at }: MapValue, type: string): MapValue {
  const plain: MapValue = { kind: 'map', entries, at }
  const table = (path: string): MapValue => {
    const found = tableAt(plain, path.split('.'))
    if (typeof found === 'string') throw new CallError(`${quoteGo(found)} is not a table`)
    return valuesValue(found, type)
  }
  return {
    ...plain,
    type,
    methods: new Map<string, Method>([
      ['AsMap', { params: [], run: () => plain }],
      ['Table', { params: ['string'], run: ([path]) => table(str(path)) }],
      ['PathValue', { params: ['string'], run: ([path]) => valueAt(plain, str(path)) }],
      ['YAML', { params: [], run: (_, here) => string(joined([writeYaml(plain, here), spoken('\n', here)]), here) }],
    ]),
  }
}

const fieldNames: readonly (readonly [string, string])[] = [
  ['Name', 'name'],
  ['Home', 'home'],
  ['Version', 'version'],
  ['Description', 'description'],
  ['Icon', 'icon'],
  ['APIVersion', 'apiVersion'],
  ['Condition', 'condition'],
  ['Tags', 'tags'],
  ['AppVersion', 'appVersion'],
  ['KubeVersion', 'kubeVersion'],
  ['Type', 'type'],
]

function chartFields(
  chart: Chart,
  inner: (type: string, fields: Record<string, Value>) => Value,
): Record<string, Value> {
  const { metadata, at } = chart
  const text = (value: Text): Value => string(value, at)
  const fields: Record<string, Value> = Object.fromEntries(
    fieldNames.map(([name, key]) => [name, text(metadata.strings.get(key) ?? emptyText)]),
  )
  const annotations = new Map<string, Entry>(
    [...metadata.annotations].map(([key, one]) => [key, entry(one.key, string(one.value, at))]),
  )
  return {
    ...fields,
    Name: chart.name === metadata.name.value ? text(metadata.name) : said(chart.name, at),
    Sources: strings(metadata.lists.get('sources') ?? [], at),
    Keywords: strings(metadata.lists.get('keywords') ?? [], at),
    Deprecated: bool(metadata.deprecated, at),
    Annotations: { kind: 'map', entries: annotations, at, type: 'map[string]string' },
    Maintainers: list(
      metadata.maintainers.map(([name, email, url]) =>
        inner('*chart.Maintainer', { Name: text(name), Email: text(email), URL: text(url) }),
      ),
      at,
      '*chart.Maintainer',
    ),
    Dependencies: list(
      chart.declared.map((one) => inner('*chart.Dependency', dependencyFields(one))),
      at,
      '*chart.Dependency',
    ),
    IsRoot: bool(chart.parent === undefined, at),
  }
}

function dependencyFields(dependency: Dependency): Record<string, Value> {
  const { at } = dependency
  return {
    Name: said(dependency.name, at),
    Version: said(dependency.version, at),
    Repository: said(dependency.repository, at),
    Condition: said(dependency.condition, at),
    Tags: strings(
      dependency.tags.map((tag) => spoken(tag, at)),
      at,
    ),
    Enabled: bool(dependency.enabled, at),
    ImportValues: list([], at),
    Alias: said(dependency.alias, at),
  }
}

/** Helm 4 shows Chart.yaml as a map. */
const chartMap = (chart: Chart): MapValue =>
  record(
    chartFields(chart, (_, fields) => record(fields, chart.at)),
    chart.at,
  )

const jsonName = (name: string): string =>
  name === 'APIVersion' ? 'apiVersion' : name === 'URL' ? 'url' : (name[0] ?? '').toLowerCase() + name.slice(1)

const isOmitted = (value: Value): boolean =>
  value === undefined ||
  (value.kind === 'string' && value.text.value === '') ||
  (value.kind === 'list' && value.items.length === 0) ||
  (value.kind === 'map' && value.entries.size === 0) ||
  (value.kind === 'bool' && !value.value)

function chartStruct(chart: Chart): StructValue {
  const json = (fields: Record<string, Value>): StoredValue =>
    record(
      Object.fromEntries(
        Object.entries(fields).flatMap(([name, value]) =>
          name !== 'IsRoot' && isOmitted(value) ? [] : [[name === 'IsRoot' ? name : jsonName(name), value]],
        ),
      ),
      chart.at,
    )
  const inner = (type: string, fields: Record<string, Value>): StructValue => ({
    ...struct(type, fields, chart.at),
    json: () => json(fields),
  })
  return inner('struct { chart.Metadata; IsRoot bool }', chartFields(chart, inner))
}

/** `.Release` of `helm template`. */
export function releaseValue(name: Text, namespace: Text, at: Span): MapValue {
  return record(
    {
      Name: string(name, at),
      Namespace: string(namespace, at),
      IsUpgrade: bool(false, at),
      IsInstall: bool(true, at),
      Revision: { kind: 'int', value: 1n, text: spoken('1', at), type: 'int' },
      Service: said('Helm', at),
    },
    at,
  )
}
