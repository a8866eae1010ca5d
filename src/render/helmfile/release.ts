import { nowhere, type Span } from '../../source/span.ts'
import { concat, concatAll, join, placeOf, slice, spoken, type Text, trim } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import type { SetKind } from '../../syntax/set-values.ts'
import { Unsupported } from '../helm/failure.ts'
import { type MapValue, record, type StoredValue, string } from '../helm/value.ts'
import { writeYaml } from '../helm/yaml.ts'
import { environmentValue, filled, isTolerant, pathFrom, valuesOf } from './environment.ts'
import type { Scene } from './scene.ts'
import { defaultsOf, type State, withInherited } from './state.ts'
import { execute } from './template.ts'
import {
  entryAt,
  holdsReference,
  listAt,
  mapAt,
  mapIn,
  referenced,
  secretsIn,
  textAt,
  truthAt,
  withoutReferences,
} from './values.ts'

/** A release of a helmfile as `helm upgrade --install` is told of it. Paths are relative to the helmfile. */
export interface HelmfileRelease {
  readonly name: Text
  readonly chart: Text
  readonly namespace: Text | undefined
  readonly kubeContext: Text | undefined
  readonly labels: ReadonlyMap<string, string>
  readonly values: readonly HelmfileValues[]
  readonly wait: boolean
  readonly timeout: Text | undefined
  readonly skipsCrds: boolean
  /** Something changes what Helm makes of it, or values of the release before join in. */
  readonly isBlurred: boolean
}

export type HelmfileValues =
  | { readonly kind: 'path'; readonly path: Text }
  | { readonly kind: 'inline'; readonly text: Text }
  | { readonly kind: SetKind; readonly text: Text }

/** Where a release is read. */
export interface Place {
  readonly scene: Scene
  readonly state: State
  readonly directory: string
  /** `--namespace`, or the file's own `namespace`. */
  readonly namespace: Text | undefined
}

/** Undefined: it is not installed. */
export function releaseOf(place: Place, written: MapValue): HelmfileRelease | undefined {
  const { state, namespace } = place
  const release = withInherited(place.scene, state.root, written)
  const defaults = defaultsOf(state.root)
  const told = settled(place, release)
  const execute = (text: Text): Text => expanded(place, text, dataOf(place, release, told))
  const isWanted = isInstalled(release, execute) && meetsCondition(release, execute, valuesOf(state.environment))
  if (!isWanted) return undefined
  const on = (key: string): boolean => truthAt(release, key) ?? truthAt(defaults, key) ?? false
  const overridden = withOwnLabels({ ...told, namespace: namespace ?? told.namespace })
  const template = textAt(release, 'waitTemplate')
  const timeout = textAt(release, 'timeout') ?? textAt(defaults, 'timeout')
  return {
    name: told.name,
    chart: told.chart,
    namespace: overridden.namespace?.value ? overridden.namespace : undefined,
    kubeContext: textAt(release, 'kubeContext') ?? textAt(defaults, 'kubeContext') ?? state.environment.kubeContext,
    labels: new Map([...overridden.labels].map(([key, text]) => [key, text.value])),
    values: valuesIn(place, release, execute, dataOf(place, release, overridden)),
    wait:
      (template ? execute(template).value.trim() === 'true' : on('wait')) || on('atomic') || on('rollbackOnFailure'),
    timeout: timeout && concat(timeout, spoken('s', placeOf(timeout))),
    skipsCrds: on('skipCRDs'),
    isBlurred:
      on('reuseValues') || setsMore(defaults) || changing.some((key) => hasAny(release, key) || hasAny(defaults, key)),
  }
}

/** What changes a chart or its objects on the way. */
const changing = [
  'postRenderer',
  'jsonPatches',
  'strategicMergePatches',
  'transformers',
  'dependencies',
  'forceNamespace',
  'hooks',
]

function hasAny(map: MapValue, key: string): boolean {
  const value = entryAt(map, key)
  return value !== undefined && !(value.kind === 'list' && value.items.length === 0)
}

/** Arguments for every call of Helm. */
const setsMore = (defaults: MapValue): boolean =>
  ['args', 'syncArgs'].some((key) =>
    listAt(defaults, key).some(
      (one) => one.kind !== 'string' || /--set|--values|-f\b|--post-renderer/.test(one.text.value),
    ),
  )

/** What templates of a release can say of it. */
interface Told {
  readonly name: Text
  readonly chart: Text
  readonly namespace: Text | undefined
  readonly version: Text | undefined
  readonly labels: ReadonlyMap<string, Text>
}

const mostRounds = 6

/** Name, chart, namespace and labels may refer to each other: they are executed until nothing changes. */
function settled(place: Place, release: MapValue): Told {
  const own = (key: string): Text | undefined => textAt(release, key)
  const [name, chart] = [own('name'), own('chart') ?? own('directory')]
  if (!name || !chart) throw new Unsupported('a release without a name or a chart')
  const labels = new Map<string, Text>()
  for (const source of [mapAt(release, 'labels'), mapAt(place.state.root, 'commonLabels')])
    for (const key of source.entries.keys()) labels.set(key, textAt(source, key) ?? spoken('', placeOf(name)))
  const written: Told = { name, chart, namespace: own('namespace'), version: own('version'), labels }
  let told = written
  for (let round = 0; round < mostRounds; round += 1) {
    const data = dataOf(place, release, told)
    const run = (text: Text): Text => expanded(place, text, data)
    const next: Told = {
      name: trim(run(written.name)),
      chart: trim(run(written.chart)),
      namespace: written.namespace && trim(run(written.namespace)),
      version: written.version && trim(run(written.version)),
      labels: new Map([...written.labels].map(([key, text]) => [key, run(text)])),
    }
    if (keyOf(next) === keyOf(told)) return next
    told = next
  }
  throw new Unsupported('recursive references of a release')
}

const keyOf = ({ name, chart, namespace, version, labels }: Told): string =>
  JSON.stringify([name, chart, namespace, version, ...labels.values()].map((text) => text?.value))

const expanded = ({ scene, directory }: Place, text: Text, data: MapValue): Text =>
  execute(scene, text, data, directory)

/** state.releaseTemplateData */
function dataOf({ state, namespace }: Place, release: MapValue, told: Told): MapValue {
  const at = placeOf(told.name)
  const text = (one: Text | undefined): StoredValue => string(one ?? spoken('', at))
  const values = valuesOf(state.environment)
  const labels = Object.fromEntries([...told.labels].map(([key, one]) => [key, text(one)]))
  return record(
    {
      Environment: environmentValue(state.environment),
      KubeContext: text(undefined),
      Namespace: text(namespace),
      Chart: text(undefined),
      Values: values,
      StateValues: values,
      Release: record(
        {
          Name: text(told.name),
          Namespace: text(told.namespace),
          Chart: text(told.chart),
          ChartVersion: text(told.version),
          Labels: record(labels, at),
          KubeContext: text(textAt(release, 'kubeContext')),
        },
        at,
      ),
    },
    at,
  )
}

function isInstalled(release: MapValue, execute: (text: Text) => Text): boolean {
  const template = textAt(release, 'installedTemplate')
  return template ? truthOf(execute(template)) : truthAt(release, 'installed') !== false
}

function truthOf(text: Text): boolean {
  const value = text.value.trim()
  if (value !== 'true' && value !== 'false') throw new Unsupported('a condition that nobody can decide')
  return value === 'true'
}

/** state.ConditionEnabled: `redis.enabled` of the environment's values. */
function meetsCondition(release: MapValue, execute: (text: Text) => Text, values: MapValue): boolean {
  const template = textAt(release, 'conditionTemplate')
  const condition = template ? execute(template) : textAt(release, 'condition')
  if (!condition || condition.value === '') return true
  if (/^(?:true|false)$/i.test(condition.value.trim())) return /true/i.test(condition.value)
  const path = condition.value.split('.')
  const parent = entryAt(values, ...path.slice(0, -1))
  if (path.at(-1) !== 'enabled' || parent?.kind !== 'map') throw new Unsupported(`the condition ${condition.value}`)
  const enabled = entryAt(parent, 'enabled')
  if (enabled?.kind === 'unknown' || (enabled?.kind === 'string' && holdsUnknown(enabled.text.value)))
    throw new Unsupported('a condition that nobody can decide')
  return enabled?.kind === 'bool' && enabled.value
}

/** Name, namespace and chart are labels, too, once the release is what it is (state.GetReleasesWithLabels). */
function withOwnLabels(told: Told): Told {
  const { name, namespace, chart, labels } = told
  const own = [
    ['name', name],
    ['namespace', namespace ?? spoken('', placeOf(name))],
    ['chart', slice(chart, chart.value.lastIndexOf('/') + 1)],
  ] as const
  return { ...told, labels: new Map([...labels, ...own]) }
}

/** `valuesTemplate`, `values`, `secrets`; then what is set, as namespaceAndValuesFlags has it. */
function valuesIn(
  place: Place,
  release: MapValue,
  execute: (text: Text) => Text,
  data: MapValue,
): readonly HelmfileValues[] {
  const { scene, directory } = place
  const prefix = textAt(release, 'valuesPathPrefix')
  const handler = textAt(release, 'missingFileHandler') ?? textAt(place.state.root, 'missingFileHandler')
  const fromPath = (written: Text): readonly HelmfileValues[] => {
    const own = execute(written)
    const path = prefix ? concat(prefix, own) : own
    const absolute = pathFrom(directory, path)
    const text = scene.files.read(absolute)
    if (!text && isTolerant(handler)) return []
    if (!text && absolute.endsWith('.gotmpl')) throw new Unsupported(`the values file ${path.value} is not there`)
    if (!text) return [{ kind: 'path', path }]
    const made = filled(scene, text, absolute, data)
    if (holdsReference(made)) return [inline(withoutReferences(scene, mapIn(made)))]
    return made === text ? [{ kind: 'path', path }] : [{ kind: 'inline', text: made }]
  }
  const fromMap = (value: MapValue): HelmfileValues => inline(withoutReferences(scene, value))
  const one = (value: StoredValue): readonly HelmfileValues[] => {
    if (value.kind === 'string') return fromPath(value.text)
    if (value.kind === 'map') return [fromMap(value)]
    throw new Unsupported('values that are neither a map nor a path')
  }
  const templates = listAt(release, 'valuesTemplate').map((value) =>
    value.kind === 'map' ? mapIn(execute(writeYaml(value, value.at))) : value,
  )
  const secrets = listAt(release, 'secrets').map((value): HelmfileValues => {
    const text = value.kind === 'string' ? scene.files.read(pathFrom(directory, execute(value.text))) : undefined
    if (!text) throw new Unsupported('secrets that are not there')
    return inline(secretsIn(scene, text))
  })
  return [
    ...[...templates, ...listAt(release, 'values')].flatMap(one),
    ...secrets,
    ...listAt(release, 'setTemplate').flatMap((item) => settingsOf(scene, item, 'set', execute)),
    ...listAt(release, 'set').flatMap((item) => settingsOf(scene, item, 'set')),
    ...listAt(release, 'setString').flatMap((item) => settingsOf(scene, item, 'set-string')),
    ...listAt(release, 'env').flatMap((item) => fromEnvironment(scene, item)),
  ]
}

const inline = (value: StoredValue): HelmfileValues => ({ kind: 'inline', text: writeYaml(value, placeOfMap(value)) })

const placeOfMap = (value: StoredValue): Span => (value.kind === 'map' ? value.at : nowhere)

type Item = Extract<HelmfileValues, { readonly kind: SetKind }>

/** `name=value`, `name={a,b}`, and `--set-file` (state.setFlags). */
function settingsOf(
  scene: Scene,
  item: StoredValue,
  kind: 'set' | 'set-string',
  run: (text: Text) => Text = (text) => text,
): readonly Item[] {
  if (item.kind !== 'map') return []
  const part = (key: string): Text | undefined => {
    const text = textAt(item, key)
    return text && run(text)
  }
  const [name, value, file] = [part('name'), part('value'), part('file')]
  if (!name) return []
  const equals = spoken('=', placeOf(name))
  const escapedValue = (text: Text): Text => escaped(referenced(scene, text))
  if (value?.value) return [{ kind, text: concat(escaped(name), equals, escapedValue(value)) }]
  if (file?.value) return [{ kind: 'set-file', text: concat(escaped(name), equals, file) }]
  const items = listAt(item, 'values').flatMap((one) => ('text' in one ? [escapedValue(run(one.text))] : []))
  if (items.length === 0) return []
  const at = placeOf(name)
  return [{ kind, text: concat(escaped(name), equals, spoken('{', at), join(items, spoken(',', at)), spoken('}', at)) }]
}

function fromEnvironment(scene: Scene, item: StoredValue): readonly Item[] {
  const [name, variable] = item.kind === 'map' ? [textAt(item, 'name'), textAt(item, 'value')] : []
  const value = variable && scene.variable(variable.value)
  if (!name || !value) throw new Unsupported('env of a release')
  return [{ kind: 'set', text: concat(escaped(name), spoken('=', placeOf(name)), escaped(value)) }]
}

/** `{`, `}` and `,` are not Helm's to read. */
function escaped(text: Text): Text {
  const marks = [...text.value.matchAll(/[{},]/g)].map(({ index }) => index)
  const parts = [0, ...marks].map((start, index) => slice(text, start, marks[index] ?? text.value.length))
  return concatAll(parts.flatMap((part, index) => (index === 0 ? [part] : [spoken('\\', placeOf(part)), part])))
}
