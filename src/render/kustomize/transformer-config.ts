import { placeOf, type Text } from '../../source/text.ts'
import { readGoYaml } from '../../syntax/yaml-go.ts'
import { type Decoded, decode } from './decode.ts'
import { fail } from './failure.ts'
import { type FieldSpec, fieldSpec, mergeFieldSpecs, parseFieldSpec } from './field-spec.ts'
import { defaultFieldSpecs, defaultNameReferences } from './field-spec-data.ts'
import { type Gvk, sameGvk } from './resource.ts'

/** Which fields each transformer touches (builtinconfig.TransformerConfig). */
export interface FieldSpecs {
  readonly namePrefix: readonly FieldSpec[]
  readonly nameSuffix: readonly FieldSpec[]
  readonly namespace: readonly FieldSpec[]
  readonly commonLabels: readonly FieldSpec[]
  readonly labels: readonly FieldSpec[]
  readonly templateLabels: readonly FieldSpec[]
  readonly volumeClaimTemplateLabels: readonly FieldSpec[]
  readonly commonAnnotations: readonly FieldSpec[]
  readonly varReference: readonly FieldSpec[]
  readonly images: readonly FieldSpec[]
  readonly replicas: readonly FieldSpec[]
  readonly nameReference: readonly NameReference[]
}

/** Fields that hold the name of an object of that kind. */
export interface NameReference extends Gvk {
  readonly fieldSpecs: readonly FieldSpec[]
}

const names = [
  'namePrefix',
  'nameSuffix',
  'namespace',
  'commonLabels',
  'labels',
  'templateLabels',
  'volumeClaimTemplateLabels',
  'commonAnnotations',
  'varReference',
  'images',
  'replicas',
] as const

const lists = (of: (name: (typeof names)[number]) => readonly FieldSpec[]): Omit<FieldSpecs, 'nameReference'> =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as unknown as Omit<FieldSpecs, 'nameReference'>

export const emptyConfig: FieldSpecs = { ...lists(() => []), nameReference: [] }

/** TransformerConfig.Merge; `at` is where a contradiction is reported. */
export function mergeConfig(a: FieldSpecs, b: FieldSpecs, at: Text | undefined): FieldSpecs {
  // Merging with nothing is not idle: a spec without a kind goes when one for a kind stands before it.
  if (a === b || b === emptyConfig) return a
  if (a === emptyConfig && b === defaultConfig) return mergedDefault
  const place = at ? placeOf(at) : placeOf({ value: '', pieces: [] })
  const nameReference = [...a.nameReference]
  for (const reference of b.nameReference) {
    const index = nameReference.findIndex((one) => sameGvk(one, reference))
    const known = nameReference[index]
    if (!known) nameReference.push(reference)
    else nameReference[index] = { ...known, fieldSpecs: mergeFieldSpecs(known.fieldSpecs, reference.fieldSpecs, place) }
  }
  return sorted({ ...lists((name) => mergeFieldSpecs(a[name], b[name], place)), nameReference })
}

function sorted(config: FieldSpecs): FieldSpecs {
  return {
    ...lists((name) => [...config[name]].sort(compareGvk)),
    nameReference: [...config.nameReference].sort(compareGvk),
  }
}

/** resid.Gvk.IsLessThan: some kinds first, webhooks last, then by group, version and kind. */
function compareGvk(a: Gvk, b: Gvk): number {
  const order = (typeOrder.get(a.kind) ?? 0) - (typeOrder.get(b.kind) ?? 0)
  if (order !== 0) return order
  const text = (gvk: Gvk): string => `${gvk.group || '~G'}_${gvk.version || '~V'}_${gvk.kind || '~K'}`
  return text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0
}

/** The order in which kustomize prints kinds (`sortOptions: legacy`): these first, those last. */
export const orderFirst: readonly string[] = [
  'Namespace',
  'ResourceQuota',
  'StorageClass',
  'CustomResourceDefinition',
  'ServiceAccount',
  'PodSecurityPolicy',
  'Role',
  'ClusterRole',
  'RoleBinding',
  'ClusterRoleBinding',
  'ConfigMap',
  'Secret',
  'Endpoints',
  'Service',
  'LimitRange',
  'PriorityClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Deployment',
  'StatefulSet',
  'CronJob',
  'PodDisruptionBudget',
]
export const orderLast: readonly string[] = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration']

const typeOrder: ReadonlyMap<string, number> = new Map([
  ...orderFirst.map((kind, index) => [kind, index - orderFirst.length] as const),
  ...orderLast.map((kind, index) => [kind, index + 1] as const),
])

export const defaultConfig: FieldSpecs = sorted({
  ...lists((name) => (defaultFieldSpecs[name] ?? []).map(parseFieldSpec)),
  nameReference: defaultNameReferences.map(({ group = '', version = '', kind = '', fieldSpecs }) => ({
    group,
    version,
    kind,
    fieldSpecs: fieldSpecs.map(parseFieldSpec),
  })),
})

const mergedDefault: FieldSpecs = mergeConfig({ ...emptyConfig }, defaultConfig, undefined)

const specShape = { group: 'string', version: 'string', kind: 'string', path: 'string', create: 'bool' } as const
const configShape = {
  ...(Object.fromEntries(names.map((name) => [name, [specShape]])) as unknown as Record<
    (typeof names)[number],
    readonly [typeof specShape]
  >),
  nameReference: [{ group: 'string', version: 'string', kind: 'string', fieldSpecs: [specShape] }],
} as const

/** A file under `configurations:`. */
export function readConfig(text: Text): FieldSpecs {
  const document = readGoYaml(text, 'v2')[0]
  const problem = document?.problems[0]
  if (problem) fail(problem.at, `yaml: ${problem.message}`)
  const decoded = document && decode(document.value, configShape, { strict: false, coerce: true })
  if (!decoded) return emptyConfig
  return sorted({
    ...lists((name) => (decoded[name] ?? []).map(writtenSpec)),
    nameReference: (decoded.nameReference ?? []).map((reference) => ({
      ...gvkOf(reference),
      fieldSpecs: (reference.fieldSpecs ?? []).map(writtenSpec),
    })),
  })
}

type SpecFile = Decoded<typeof specShape>

const gvkOf = (one: {
  readonly group?: Text | undefined
  readonly version?: Text | undefined
  readonly kind?: Text | undefined
}): Gvk => ({
  group: one.group?.value ?? '',
  version: one.version?.value ?? '',
  kind: one.kind?.value ?? '',
})
/** A field spec as a file has it. */
export const writtenSpec = (spec: SpecFile): FieldSpec =>
  fieldSpec(gvkOf(spec), spec.path?.value ?? '', spec.create ?? false)
