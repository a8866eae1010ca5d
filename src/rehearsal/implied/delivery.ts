import { containersOf, podTemplateOf } from '../../documents/kubernetes.ts'
import { setImages, setNamePrefix, setNameSuffix, setNamespace } from '../../render/kustomize/edit.ts'
import { kustomizationFileNames } from '../../render/kustomize/kustomization.ts'
import type { Span } from '../../source/span.ts'
import { emptyText, placeOf, spoken, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import type { SetKind } from '../../syntax/set-values.ts'
import { type ChartUse, renderChart } from '../../tools/kube/helm-chart.ts'
import { applyRendered } from '../../tools/kube/helm-release.ts'
import { kustomized, type Manifests, manifestsAt } from '../../tools/kube/manifest-files.ts'
import { applyTexts } from '../../world/apply.ts'
import type { KubernetesObject } from '../../world/cluster.ts'
import { temporaryPath, workspacePath } from '../../world/files.ts'
import type { Machine } from '../../world/machine.ts'
import { machineByHand, runByHand } from '../by-hand.ts'
import type { Event, Stage } from '../stage.ts'
import { substituted } from './flux-substitution.ts'
import { hasPlaceholder } from './folders.ts'

/** A set of objects that reaches a cluster although nothing here sends it. Paths are the repository's. */
export interface ImpliedDelivery {
  /** The file that stands for it. */
  readonly path: string
  readonly name: string
  /** Why it counts as a delivery. */
  readonly reason: string
  readonly at: Span
  /** Of the objects that name none. */
  readonly namespace: Text | undefined
  readonly isLocal: boolean
  /** Whether a failure with this message is one: what nobody runs as it is may lack values, or files that are made first. */
  readonly isFailure: (message: string) => boolean
  /** Something that nobody sees changes the objects on their way. */
  readonly isBlurred: boolean
  readonly content: Content
}

export type Content =
  | { readonly kind: 'manifests'; readonly texts: readonly Text[] }
  | { readonly kind: 'directory'; readonly directory: string; readonly recursive: boolean }
  | {
      readonly kind: 'kustomization'
      readonly directory: string
      readonly edits: readonly Edit[]
      readonly substitutes: ReadonlyMap<string, Text> | undefined
    }
  | {
      readonly kind: 'chart'
      readonly directory: string
      readonly release: Text
      readonly values: readonly ChartValues[]
    }

/** As `kustomize edit set image`, and as `kustomize edit set namespace`, `nameprefix` and `namesuffix`. */
export interface Edit {
  readonly key: 'images' | 'namespace' | 'namePrefix' | 'nameSuffix'
  readonly text: Text
}

/** A values file by its path in the repository, its content, or a setting. */
export type ChartValues =
  | { readonly kind: 'path'; readonly path: Text }
  | { readonly kind: 'inline'; readonly text: Text }
  | { readonly kind: SetKind; readonly text: Text }

/** Brings the objects of a delivery into the cluster, in a run of its own. */
export function deliver(stage: Stage, event: Event, delivery: ImpliedDelivery): void {
  const { path, name, reason, at } = delivery
  const machine = machineByHand(stage, event, runByHand(stage, event, { path, job: name, at, implied: true, reason }))
  if (delivery.isLocal) machine.cluster = { name: undefined, provider: 'local', at }
  if (delivery.content.kind === 'chart') applyChart(stage, machine, delivery, delivery.content)
  else applyManifests(stage, machine, delivery, delivery.content)
}

type ContentOf<K extends Content['kind']> = Extract<Content, { readonly kind: K }>

function applyChart(stage: Stage, machine: Machine, delivery: ImpliedDelivery, chart: ContentOf<'chart'>): void {
  const { at, isFailure } = delivery
  // A chart that is installed nowhere goes to a namespace that nobody knows; `default` would be an invention.
  const namespace = delivery.namespace ?? unknownText(machine.names, `namespace ${delivery.name}`, 'namespace', at)
  const rendered = renderChart(machine, stage.world, {
    ...{
      release: chart.release,
      namespace,
      at,
      isFailure,
      isOpen: delivery.isBlurred,
      includeCrds: true,
      stdin: emptyText,
    },
    chart: spoken(`${workspacePath}/${chart.directory}`, at),
    values: chart.values.map((value, index) => valuesOn(machine, value, index)),
  })
  const release = { release: chart.release, namespace: delivery.namespace, at, blurred: delivery.isBlurred }
  if (rendered) applyRendered(machine, stage.world, release, rendered)
}

/** Values as a command line gives them. */
function valuesOn(machine: Machine, value: ChartValues, index: number): ChartUse['values'][number] {
  if (value.kind === 'path') return { kind: 'file', path: value.path }
  if (value.kind !== 'inline') return { kind: value.kind, text: value.text }
  const file = `${temporaryPath}/values-${index}.yaml`
  machine.files.write(file, value.text)
  return { kind: 'file', path: spoken(file, placeOf(value.text)) }
}

function applyManifests(
  stage: Stage,
  machine: Machine,
  delivery: ImpliedDelivery,
  content: ContentOf<'manifests' | 'directory' | 'kustomization'>,
): void {
  const { texts, complete, uncertain } = manifestsOf(stage, machine, delivery, content)
  applyTexts(stage.world, machine, texts, {
    by: 'apply',
    namespace: delivery.namespace,
    at: delivery.at,
    label: delivery.name,
    complete,
    uncertain: delivery.isBlurred
      ? texts.map((text) => ({ within: text, start: 0, end: text.value.length }))
      : uncertain,
    leavesOut: isUnfinished,
  })
}

function manifestsOf(
  { world }: Stage,
  machine: Machine,
  { at, isFailure }: ImpliedDelivery,
  content: ContentOf<'manifests' | 'directory' | 'kustomization'>,
): Manifests {
  if (content.kind === 'manifests') return { texts: content.texts, complete: true, uncertain: [] }
  const directory = spoken(`${workspacePath}/${content.directory}`.replace(/\/$/, ''), at)
  if (content.kind === 'directory') {
    const reading = { command: 'apply', stdin: emptyText, recursive: content.recursive }
    return manifestsAt(machine, world, [directory], reading)
  }
  edit(machine, directory.value, content.edits)
  const built = kustomized(machine, world, directory, at, isFailure)
  const { substitutes } = content
  return substitutes
    ? { ...built, texts: built.texts.map((text) => substituted(machine.names, text, substitutes)) }
    : built
}

function edit(machine: Machine, directory: string, edits: readonly Edit[]): void {
  const path = kustomizationFileNames.map((name) => `${directory}/${name}`).find((one) => machine.files.read(one))
  const before = path && machine.files.read(path)
  if (!path || !before || edits.length === 0) return
  const after = edits.reduce((text, { key, text: value }) => {
    const edited = kustomizeEdits[key](text, value)
    return edited.kind === 'text' ? edited.text : text
  }, before)
  machine.files.write(path, after)
}

/** As `kustomize edit` does it, which is how the agents do it too. */
const kustomizeEdits = {
  images: (file: Text, image: Text) => setImages(file, [image]),
  namespace: setNamespace,
  namePrefix: setNamePrefix,
  nameSuffix: setNameSuffix,
} as const

/** An image with a placeholder: something else fills the workload in before it is sent. */
function isUnfinished(object: KubernetesObject): boolean {
  const spec = podTemplateOf(object)?.spec
  return (
    spec !== undefined &&
    containersOf(spec).some(({ image }) => image !== undefined && (hasPlaceholder(image.value) || isInCapitals(image)))
  )
}

/** `gcr.io/PROJECT_ID/api`, `ACCOUNT_ID.dkr.ecr.REGION.amazonaws.com/api`. */
const isInCapitals = (image: Text): boolean => /(?:^|[./])[A-Z][A-Z0-9_]{2,}(?=[./:]|$)/.test(image.value)
