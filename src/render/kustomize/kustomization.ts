import type { Span } from '../../source/span.ts'
import { placeOf, spoken, type Text } from '../../source/text.ts'
import { type GoEntry, type GoValue, goEntry, goList, goMap, goString, readGoYaml } from '../../syntax/yaml-go.ts'
import { type Decoded, decode, strictly } from './decode.ts'
import { fail } from './failure.ts'

const fieldSpec = { group: 'string', version: 'string', kind: 'string', path: 'string', create: 'bool' } as const
export const selectorShape = {
  group: 'string',
  version: 'string',
  kind: 'string',
  name: 'string',
  namespace: 'string',
  annotationSelector: 'string',
  labelSelector: 'string',
} as const
export const patchShape = {
  path: 'string',
  patch: 'string',
  target: selectorShape,
  options: { allowNameChange: 'bool', allowKindChange: 'bool' },
} as const
export const imageShape = {
  name: 'string',
  newName: 'string',
  tagSuffix: 'string',
  newTag: 'string',
  digest: 'string',
} as const
const fieldOptions = { delimiter: 'string', index: 'int', encoding: 'string', create: 'bool' } as const
export const replacementShape = {
  path: 'string',
  sourceValue: 'string',
  source: {
    group: 'string',
    version: 'string',
    kind: 'string',
    name: 'string',
    namespace: 'string',
    fieldPath: 'string',
    options: fieldOptions,
  },
  targets: [{ select: selectorShape, reject: [selectorShape], fieldPaths: 'strings', options: fieldOptions }],
} as const
const generatorOptionsShape = {
  labels: 'stringMap',
  annotations: 'stringMap',
  disableNameSuffixHash: 'bool',
  immutable: 'bool',
} as const
export const generatorShape = {
  namespace: 'string',
  name: 'string',
  behavior: 'string',
  literals: 'strings',
  files: 'strings',
  envs: 'strings',
  env: 'string',
  options: generatorOptionsShape,
  type: 'string',
} as const
const labelShape = {
  pairs: 'stringMap',
  includeSelectors: 'bool',
  includeTemplates: 'bool',
  includeVolumeClaimTemplates: 'bool',
  fields: [fieldSpec],
} as const
export const replicaShape = { name: 'string', count: 'int' } as const
const variableShape = {
  name: 'string',
  objref: {
    apiVersion: 'string',
    group: 'string',
    version: 'string',
    kind: 'string',
    name: 'string',
    namespace: 'string',
  },
  fieldref: { fieldPath: 'string' },
} as const
const helmChartShape = {
  name: 'string',
  version: 'string',
  repo: 'string',
  releaseName: 'string',
  namespace: 'string',
  additionalValuesFiles: 'strings',
  valuesFile: 'string',
  valuesInline: 'value',
  valuesMerge: 'string',
  includeCRDs: 'bool',
  skipHooks: 'bool',
  apiVersions: 'strings',
  kubeVersion: 'string',
  nameTemplate: 'string',
  skipTests: 'bool',
  debug: 'bool',
  devel: 'bool',
} as const

/** api/types/kustomization.go, field for field. */
export const kustomizationShape = {
  apiVersion: 'string',
  kind: 'string',
  metadata: { name: 'string', namespace: 'string', labels: 'stringMap', annotations: 'stringMap' },
  openapi: 'stringMap',
  namePrefix: 'string',
  nameSuffix: 'string',
  namespace: 'string',
  commonLabels: 'stringMap',
  labels: [labelShape],
  commonAnnotations: 'stringMap',
  patchesStrategicMerge: 'strings',
  patchesJson6902: [patchShape],
  patches: [patchShape],
  images: [imageShape],
  imageTags: [imageShape],
  replacements: [replacementShape],
  replicas: [replicaShape],
  vars: [variableShape],
  sortOptions: { order: 'string', legacySortOptions: { orderFirst: 'strings', orderLast: 'strings' } },
  resources: 'strings',
  components: 'strings',
  crds: 'strings',
  bases: 'strings',
  configMapGenerator: [generatorShape],
  secretGenerator: [generatorShape],
  helmGlobals: { chartHome: 'string', configHome: 'string' },
  helmCharts: [helmChartShape],
  helmChartInflationGenerator: ['value'],
  generatorOptions: generatorOptionsShape,
  configurations: 'strings',
  generators: 'strings',
  transformers: 'strings',
  validators: 'strings',
  buildMetadata: 'strings',
} as const

export type Kustomization = Decoded<typeof kustomizationShape>
export type Patch = Decoded<typeof patchShape>
export type Image = Decoded<typeof imageShape>
export type Selector = Decoded<typeof selectorShape>
export type Replacement = Decoded<typeof replacementShape>
export type GeneratorArguments = Decoded<typeof generatorShape>
export type GeneratorOptions = Decoded<typeof generatorOptionsShape>
export type Label = Decoded<typeof labelShape>
export type Replica = Decoded<typeof replicaShape>
export type Variable = Decoded<typeof variableShape>
export type HelmChart = Decoded<typeof helmChartShape>

/** konfig.RecognizedKustomizationFileNames */
export const kustomizationFileNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const

function decodeFile(text: Text): Kustomization | undefined {
  const document = readGoYaml(text, 'v2')[0]
  const problem = document?.problems[0]
  if (problem) fail(problem.at, `invalid Kustomization: yaml: ${problem.message}`)
  return document && decode(document.value, kustomizationShape, strictly)
}

/** Reads a kustomization file. `at`: where to say that nothing is in it. */
export function readKustomization(text: Text, at: Span): Kustomization {
  const kustomization = decodeFile(text)
  const { apiVersion, kind, written, ...rest } = kustomization ?? { written: undefined }
  if (!kustomization || Object.values(rest).every(isZero)) return fail(at, 'kustomization.yaml is empty')
  checkKind(kustomization)
  return kustomization
}

/**
 * The fields of a kustomization file as values, checked, with the old names made new (`FixKustomization`): `bases` are
 * resources, `imageTags` are images, `env` is one of `envs`.
 */
export function readFields(text: Text, at: Span): Map<string, GoEntry> {
  decodeFile(text)
  const value = readGoYaml(text, 'v2')[0]?.value
  const fields = new Map(value?.kind === 'map' ? value.entries : [])
  moveItems(fields, 'bases', 'resources')
  moveItems(fields, 'imageTags', 'images')
  for (const name of ['configMapGenerator', 'secretGenerator']) {
    const entry = fields.get(name)
    if (entry?.value.kind === 'list')
      fields.set(name, { ...entry, value: goList(entry.value.items.map(withEnvs), entry.value.at) })
  }
  const isComponent = textOf(fields.get('kind')?.value)?.value === 'Component'
  const apiVersion = `kustomize.config.k8s.io/${isComponent ? 'v1alpha1' : 'v1beta1'}`
  for (const [name, given] of [
    ['kind', 'Kustomization'],
    ['apiVersion', apiVersion],
  ] as const)
    if (!textOf(fields.get(name)?.value)?.value)
      fields.set(name, goEntry(spoken(name, at), goString(spoken(given, at))))
  return fields
}

const textOf = (value: GoValue | undefined): Text | undefined => (value?.kind === 'string' ? value.text : undefined)

function moveItems(fields: Map<string, GoEntry>, from: string, to: string): void {
  const old = fields.get(from)
  fields.delete(from)
  if (old?.value.kind !== 'list') return
  const known = fields.get(to)?.value
  const items = [...(known?.kind === 'list' ? known.items : []), ...old.value.items]
  fields.set(to, goEntry(spoken(to, placeOf(old.key)), goList(items, old.value.at)))
}

function withEnvs(item: GoValue): GoValue {
  const env = item.kind === 'map' ? item.entries.get('env') : undefined
  if (item.kind !== 'map' || !env || !textOf(env.value)?.value) return item
  const entries = new Map(item.entries)
  const envs = entries.get('envs')?.value
  entries.delete('env')
  const items = [...(envs?.kind === 'list' ? envs.items : []), env.value]
  entries.set('envs', goEntry(spoken('envs', placeOf(env.key)), goList(items, item.at)))
  return goMap(entries, item.at)
}

/** A Go zero value; an empty list or map is none, it was written. */
const isZero = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'pieces' in value && 'value' in value && value.value === ''

function checkKind({ apiVersion, kind }: Kustomization): void {
  const isComponent = kind?.value === 'Component'
  if (kind?.value && kind.value !== 'Kustomization' && !isComponent)
    fail(placeOf(kind), 'kind should be Kustomization or Component')
  const wanted = `kustomize.config.k8s.io/${isComponent ? 'v1alpha1' : 'v1beta1'}`
  if (apiVersion?.value && apiVersion.value !== wanted)
    fail(placeOf(apiVersion), `apiVersion for ${kind?.value || 'Kustomization'} should be ${wanted}`)
}
