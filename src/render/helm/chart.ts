import type { Span } from '../../source/span.ts'
import { emptyText, placeOf, remade, type Text } from '../../source/text.ts'
import { type GoMap, type GoValue, goFloatText, readGoYaml } from '../../syntax/yaml-go.ts'
import type { ChartFile } from './chart-files.ts'
import { Failure } from './failure.ts'
import { baseOf } from './functions/paths.ts'
import { parseVersion } from './semver.ts'
import { merged } from './user-values.ts'
import { byBytes, type MapValue, map } from './value.ts'
import { ownValue, yamlMessage } from './yaml.ts'

/** A loaded chart (Helm's pkg/chart and pkg/chart/loader). Processing dependencies changes it. */
export class Chart {
  name: string
  declared: Dependency[]
  dependencies: Chart[] = []
  parent: Chart | undefined
  values: MapValue
  /** Whether it is enabled depends on an unknown. */
  uncertain = false
  readonly metadata: Metadata
  readonly at: Span
  readonly templates: readonly ChartFile[]
  readonly files: readonly ChartFile[]
  readonly schema: Text | undefined

  constructor(
    parts: Pick<Chart, 'metadata' | 'at' | 'templates' | 'files' | 'schema' | 'values'>,
    declared: Dependency[],
  ) {
    this.metadata = parts.metadata
    this.at = parts.at
    this.templates = parts.templates
    this.files = parts.files
    this.schema = parts.schema
    this.values = parts.values
    this.name = parts.metadata.name.value
    this.declared = declared
  }

  get version(): string {
    return this.metadata.version.value
  }

  get isLibrary(): boolean {
    return this.metadata.type.value.toLowerCase() === 'library'
  }

  get fullPath(): string {
    return this.parent ? `${this.parent.fullPath}/charts/${this.name}` : this.name
  }

  /** The same chart under another name; what lies below is shared. */
  copy(name: string): Chart {
    const copy = new Chart(this, this.declared)
    Object.assign(copy, { name, dependencies: this.dependencies, parent: this.parent, uncertain: this.uncertain })
    return copy
  }
}

export interface Dependency {
  name: string
  enabled: boolean
  /** Whether it is enabled depends on an unknown. */
  uncertain: boolean
  readonly alias: string
  readonly version: string
  readonly repository: string
  readonly condition: string
  readonly tags: readonly string[]
  readonly imports: readonly { readonly child: string; readonly parent: string }[]
  readonly at: Span
}

/** Chart.yaml: texts, and the lists as they are written. */
export interface Metadata {
  readonly name: Text
  readonly version: Text
  readonly type: Text
  readonly kubeVersion: Text
  readonly apiVersion: Text
  readonly strings: ReadonlyMap<string, Text>
  readonly lists: ReadonlyMap<string, readonly Text[]>
  readonly deprecated: boolean
  readonly annotations: ReadonlyMap<string, { readonly key: Text; readonly value: Text }>
  readonly maintainers: readonly (readonly [Text, Text, Text])[]
}

type Load = (files: readonly ChartFile[], at: Span) => Chart

/**
 * Makes a chart of its files. `unpack` gives the files of an archive in `charts/`; undefined when it cannot be read here.
 */
export function loadChart(
  files: readonly ChartFile[],
  at: Span,
  helm: 3 | 4,
  unpack: (file: ChartFile) => readonly ChartFile[] | undefined,
): Chart {
  const load: Load = (inner, place) => loadChart(inner, place, helm, unpack)
  const chartFile = files.find((file) => file.name === 'Chart.yaml')
  if (!chartFile) throw new Failure('Chart.yaml file is missing', at)
  const head = readHead(chartFile, 'Chart.yaml')
  const requirements = files.find((file) => file.name === 'requirements.yaml')
  const extra = requirements && readHead(requirements, 'requirements.yaml')
  const metadata = readMetadata(head, placeOf(chartFile.text))
  const isOld = metadata.apiVersion.value === 'v1'
  const subcharts = new Map<string, ChartFile[]>()
  const templates: ChartFile[] = []
  const others: ChartFile[] = []
  let values = map(at)
  let schema: Text | undefined
  for (const file of files) {
    const { name } = file
    if (name === 'Chart.yaml' || name === 'Chart.lock') continue
    if (name === 'values.yaml') values = readDefaults(file, helm)
    else if (name === 'values.schema.json') schema = file.text
    else if (name === 'requirements.yaml' || name === 'requirements.lock') {
      if (isOld) others.push(file)
    } else if (name.startsWith('templates/')) templates.push(file)
    else if (name.startsWith('charts/') && !name.endsWith('.prov')) addSubchartFile(subcharts, file)
    else others.push(file)
  }
  validate(metadata, chartFile)
  const declared = readDependencies(extra && entryOf(extra, 'dependencies') ? extra : head)
  const chart = new Chart({ metadata, at: placeOf(metadata.name), templates, files: others, schema, values }, declared)
  for (const name of [...subcharts.keys()].sort(byBytes)) {
    const child = loadSubchart(name, subcharts.get(name) ?? [], load, unpack)
    if (!child) continue
    child.parent = chart
    chart.dependencies.push(child)
  }
  return chart
}

function addSubchartFile(subcharts: Map<string, ChartFile[]>, file: ChartFile): void {
  const name = file.name.slice('charts/'.length)
  const top = name.split('/')[0] ?? ''
  subcharts.set(top, [...(subcharts.get(top) ?? []), { ...file, name }])
}

function loadSubchart(
  name: string,
  files: readonly ChartFile[],
  load: Load,
  unpack: (file: ChartFile) => readonly ChartFile[] | undefined,
): Chart | undefined {
  if (/^[_.]/.test(name)) return undefined
  const [first] = files
  if (!first) return undefined
  const at = placeOf(first.text)
  if (name.endsWith('.tgz')) {
    const packed = unpack(first)
    return packed && load(packed, at)
  }
  return load(
    files
      .filter((file) => file.name.includes('/'))
      .map((file) => ({ ...file, name: file.name.slice(name.length + 1) })),
    at,
  )
}

function readHead(file: ChartFile, name: string): GoMap {
  const document = readGoYaml(file.text, 'v2')[0]
  const problem = document?.problems[0]
  if (problem) throw new Failure(`cannot load ${name}: ${yamlMessage(problem)}`, problem.at)
  if (document?.value.kind === 'map') return document.value
  if (!document || document.value.kind === 'null') return { kind: 'map', entries: new Map(), at: placeOf(file.text) }
  throw new Failure(
    `cannot load ${name}: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal`,
    placeOf(file.text),
  )
}

function readDefaults(file: ChartFile, helm: 3 | 4): MapValue {
  let values = map(placeOf(file.text))
  const documents = readGoYaml(file.text, 'v2')
  for (const document of helm === 4 ? documents : documents.slice(0, 1)) {
    const problem = document.problems[0]
    if (problem) throw new Failure(`cannot load values.yaml: ${yamlMessage(problem)}`, problem.at)
    const value = ownValue(document.value)
    if (value.kind === 'map') values = documents.length === 1 ? value : merged(values, value)
    else if (value.kind !== 'null')
      throw new Failure(
        `cannot load values.yaml: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${value.kind === 'list' ? 'array' : value.kind} into Go value of type map[string]interface {}`,
        placeOf(file.text),
      )
  }
  return values
}

/** encoding/json's way with names: the exact one, else any with other capitals. */
function entryOf(source: GoMap, name: string): GoValue | undefined {
  const exact = source.entries.get(name)
  if (exact) return exact.value
  for (const [key, one] of source.entries) if (key.toLowerCase() === name.toLowerCase()) return one.value
  return undefined
}

/** sigs.k8s.io/yaml makes strings of numbers and booleans where a string is wanted. */
function textOf(value: GoValue | undefined): Text {
  switch (value?.kind) {
    case 'string':
      return value.text
    case 'int':
    case 'bool':
      return remade(value.text, String(value.value))
    case 'float':
      return remade(value.text, goFloatText(value.value))
    case 'list':
    case 'map':
      throw new Failure(
        `cannot load Chart.yaml: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${value.kind === 'list' ? 'array' : 'object'} into Go struct field of type string`,
        value.at,
      )
    default:
      return emptyText
  }
}

/** Validation replaces white space and drops what cannot be printed. */
const sanitized = (text: Text): Text =>
  /[\s\p{C}]/u.test(text.value)
    ? remade(text, text.value.replace(/\s/g, ' ').replace(/(?![\uE000-\uF8FF])\p{C}/gu, ''))
    : text

const items = (value: GoValue | undefined): readonly GoValue[] => (value?.kind === 'list' ? value.items : [])

const stringNames = [
  'name',
  'home',
  'version',
  'description',
  'icon',
  'apiVersion',
  'condition',
  'tags',
  'appVersion',
  'kubeVersion',
  'type',
] as const

function readMetadata(head: GoMap, at: Span): Metadata {
  const strings = new Map<string, Text>()
  for (const name of stringNames) {
    const text = textOf(entryOf(head, name))
    strings.set(name, name === 'version' || name === 'type' || name === 'apiVersion' ? text : sanitized(text))
  }
  const text = (name: string): Text => strings.get(name) ?? emptyText
  if (text('apiVersion').value === '')
    strings.set('apiVersion', { value: 'v1', pieces: [{ end: 2, at, exact: false, via: [] }] })
  const annotations = new Map<string, { key: Text; value: Text }>()
  const written = entryOf(head, 'annotations')
  if (written?.kind === 'map')
    for (const [key, one] of written.entries) annotations.set(key, { key: one.key, value: textOf(one.value) })
  const deprecated = entryOf(head, 'deprecated')
  return {
    name: text('name'),
    version: text('version'),
    type: text('type'),
    kubeVersion: text('kubeVersion'),
    apiVersion: text('apiVersion'),
    strings,
    lists: new Map(
      ['sources', 'keywords'].map((name) => [name, items(entryOf(head, name)).map((one) => sanitized(textOf(one)))]),
    ),
    deprecated: deprecated?.kind === 'bool' && deprecated.value,
    annotations,
    maintainers: items(entryOf(head, 'maintainers')).flatMap((one) =>
      one.kind === 'map'
        ? [[textOf(entryOf(one, 'name')), textOf(entryOf(one, 'email')), textOf(entryOf(one, 'url'))] as const]
        : [],
    ),
  }
}

function readDependencies(head: GoMap): Dependency[] {
  return items(entryOf(head, 'dependencies')).flatMap((one) => {
    if (one.kind !== 'map') return []
    const text = (name: string): string => textOf(entryOf(one, name)).value
    return {
      name: text('name'),
      enabled: false,
      uncertain: false,
      alias: text('alias'),
      version: text('version'),
      repository: text('repository'),
      condition: text('condition'),
      tags: items(entryOf(one, 'tags')).map((tag) => textOf(tag).value),
      imports: items(entryOf(one, 'import-values')).flatMap(readImport),
      at: one.at,
    }
  })
}

function readImport(value: GoValue): readonly { child: string; parent: string }[] {
  if (value.kind === 'string') return [{ child: `exports.${value.text.value}`, parent: '.' }]
  if (value.kind !== 'map') return []
  const text = (name: string): string => {
    const found = value.entries.get(name)?.value
    return found ? textOf(found).value : '<nil>'
  }
  return [{ child: text('child'), parent: text('parent') }]
}

function validate(metadata: Metadata, file: ChartFile): void {
  const refuse = (message: string, text: Text): never => {
    throw new Failure(`validation: ${message}`, placeOf(text.value === '' ? file.text : text))
  }
  const { name, version, type } = metadata
  if (name.value === '') refuse('chart.metadata.name is required', name)
  if (name.value === '.' || name.value === '..') refuse(`chart.metadata.name "${name.value}" is not allowed`, name)
  if (name.value !== baseOf(name.value)) refuse(`chart.metadata.name "${name.value}" is invalid`, name)
  if (version.value === '') refuse('chart.metadata.version is required', version)
  if (!parseVersion(version.value)) refuse(`chart.metadata.version "${version.value}" is invalid`, version)
  if (!/^(?:application|library|)$/.test(type.value)) refuse('chart.metadata.type must be application or library', type)
}
