import { type ArgoApplication, type ArgoSource, readApplication } from '../../documents/argo.ts'
import { applicationsOf } from '../../documents/argo-set.ts'
import { type FluxSource, type FluxValuesFrom, readFluxKustomization, readFluxRelease } from '../../documents/flux.ts'
import { groupOf } from '../../documents/kubernetes.ts'
import { kustomizationFileNames } from '../../render/kustomize/kustomization.ts'
import { baseOf } from '../../repository/repository.ts'
import { concat, placeOf, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, unknownText } from '../../source/unknown.ts'
import { matchesGlob } from '../../syntax/glob.ts'
import { at, headOf, textOf } from '../../syntax/yaml.ts'
import type { KubernetesObject } from '../../world/cluster.ts'
import type { Base } from '../../world/files.ts'
import { eventsOf } from '../../world/world.ts'
import type { Stage } from '../stage.ts'
import type { ChartValues, Content, Edit, ImpliedDelivery } from './delivery.ts'
import { folderOf, isForLocalCluster, isUnder, isWithin, pathFrom } from './folders.ts'
import { kustomizationsIn } from './kustomizations.ts'

/** An object that makes an agent in the cluster deliver what lies in a repository: of Argo CD, of Flux. */
export const isGitOps = ({ kind, apiVersion }: Pick<KubernetesObject, 'kind' | 'apiVersion'>): boolean =>
  kindsOf[groupOf(apiVersion)]?.includes(kind) ?? false

const kindsOf: Readonly<Record<string, readonly string[]>> = {
  'argoproj.io': ['Application', 'ApplicationSet'],
  'kustomize.toolkit.fluxcd.io': ['Kustomization'],
  'helm.toolkit.fluxcd.io': ['HelmRelease'],
}

/** The repository as the agents see it. */
export interface GitOps {
  readonly stage: Stage
  /** What is read from here counts as reached. */
  readonly files: Base
  /** URLs of the sources that Flux knows, by kind and name. */
  readonly fluxSources: ReadonlyMap<string, Text>
}

/** What the agent that an object speaks to delivers from this repository. */
export function deliveriesOf(gitOps: GitOps, object: KubernetesObject): readonly ImpliedDelivery[] {
  const { root, kind } = object
  // What a cluster printed (with its uid) is a record of it, and no manifest.
  if (object.uncertain || textOf(root, 'metadata', 'uid')) return []
  if (kind === 'Application') return argoDeliveries(gitOps, object, readApplication(root))
  if (kind === 'ApplicationSet')
    return applicationsOf(root, {
      directories: (repository, pattern) =>
        isOurs(gitOps.stage, repository) ? directoriesLike(gitOps.stage, pattern) : undefined,
      unknown: (label) => unknownText(gitOps.stage.names, `application set ${label}`, label, placeIn(object)),
    }).flatMap((application) => argoDeliveries(gitOps, object, application))
  return kind === 'HelmRelease' ? fluxRelease(gitOps, object) : fluxKustomization(gitOps, object)
}

const placeIn = ({ root }: KubernetesObject): ImpliedDelivery['at'] => headOf(root)

function argoDeliveries(
  gitOps: GitOps,
  object: KubernetesObject,
  application: ArgoApplication,
): readonly ImpliedDelivery[] {
  return application.sources.flatMap((source) => {
    const { path } = source
    if (!path || holdsUnknown(path.value) || source.isForeign) return []
    if (!isOurs(gitOps.stage, source.repository) || isPinned(source.revision)) return []
    const directory = pathFrom('', path.value)
    const content = directory === undefined ? undefined : argoContent(gitOps, application, source, directory)
    if (directory === undefined || !content) return []
    const name = application.name?.value ?? directory
    return [
      {
        ...delivered(object, directory, `Argo CD syncs ${path.value} for the Application ${name}`),
        ...{ at: placeOf(path), content, name: `${directory || '.'} (${name})` },
        namespace: application.namespace,
        isBlurred: source.kustomize?.hasMore === true,
      },
    ]
  })
}

const delivered = (
  object: KubernetesObject,
  directory: string,
  reason: string,
): Pick<ImpliedDelivery, 'path' | 'reason' | 'isLocal' | 'isFailure'> => ({
  path: placeIn(object).source.path,
  reason,
  isLocal: isForLocalCluster(directory),
  // The versions of the cluster and the agent's flags decide, and nobody knows them.
  isFailure: (message) => !/security;|kubeVersion|apiVersions|Capabilities/.test(message),
})

/** What is there decides how Argo CD reads it (util/app/discovery), unless the source says it. */
function argoContent(
  { stage, files }: GitOps,
  application: ArgoApplication,
  source: ArgoSource,
  directory: string,
): Content | undefined {
  const { helm, kustomize } = source
  const kind = kindOf(stage, directory)
  if (kind === undefined || (source.directory && kind !== 'directory')) return undefined
  if (kind === 'chart') {
    const values = chartValues(stage, application, source, directory)
    const release = helm?.release ?? application.name ?? spoken('release', placeOf(source.path ?? emptyPath))
    return values && { kind, directory, release, values }
  }
  if (kind === 'kustomization') {
    const edits: Edit[] = (kustomize?.images ?? []).map((text) => ({ key: 'images', text }))
    for (const key of ['namespace', 'namePrefix', 'nameSuffix'] as const) {
      const text = kustomize?.[key]
      if (text) edits.push({ key, text })
    }
    return { kind, directory, edits, substitutes: undefined }
  }
  const { include, exclude, recurse = false } = source.directory ?? {}
  if (!include && !exclude) return { kind, directory, recursive: recurse }
  const texts = filesIn(stage, directory, recurse).flatMap((path) => {
    const name = directory === '' ? path : path.slice(directory.length + 1)
    if ((include && !picks(include.value, name)) || (exclude && picks(exclude.value, name))) return []
    return files.read(path) ?? []
  })
  return { kind: 'manifests', texts }
}

const emptyPath: Text = { value: '', pieces: [] }

/** A pattern of a directory source: `{a.yaml,b/*}` or one pattern, where `*` crosses directories (gobwas/glob without separators). */
function picks(pattern: string, name: string): boolean {
  const list = /^\{([^{}]*)\}$/.exec(pattern)?.[1]
  return (list?.split(',') ?? [pattern]).some((one) => matchesGlob(one.trim().replace(/\*+/g, '**'), name))
}

const filesIn = ({ repository }: Stage, directory: string, recursive: boolean): readonly string[] =>
  repository.paths.filter((path) => {
    const folder = folderOf(path)
    const isIn = folder === directory || (recursive && (directory === '' || folder.startsWith(`${directory}/`)))
    return isIn && /\.(?:ya?ml|json)$/.test(path)
  })

/** In the order in which Argo CD gives them to helm; undefined where something decides that is not in this repository. */
function chartValues(
  stage: Stage,
  application: ArgoApplication,
  { helm }: ArgoSource,
  directory: string,
): readonly ChartValues[] | undefined {
  if (!helm) return []
  if (helm.hasValues && !helm.values) return undefined
  const files: ChartValues[] = []
  for (const file of helm.valueFiles) {
    const path = valuesPath(stage, application, directory, file)
    if (path === undefined) return undefined
    const isThere = baseOf(stage.repository).has(path)
    if (!isThere && helm.ignoresMissing) continue
    files.push({ kind: 'path', path: spoken(path, placeOf(file)) })
  }
  const inline: readonly ChartValues[] = helm.values ? [{ kind: 'inline', text: helm.values }] : []
  return [...files, ...inline, ...helm.parameters]
}

function valuesPath(
  stage: Stage,
  application: ArgoApplication,
  directory: string,
  { value }: Text,
): string | undefined {
  if (holdsUnknown(value) || value.includes('://')) return undefined
  const reference = /^\$([^/]+)\/(.*)$/.exec(value)
  if (!reference) return value.startsWith('/') ? pathFrom('', value) : pathFrom(directory, value)
  const source = application.sources.find((one) => one.ref === reference[1])
  return source && isOurs(stage, source.repository) ? pathFrom('', reference[2] ?? '') : undefined
}

function kindOf({ repository }: Stage, directory: string): 'chart' | 'kustomization' | 'directory' | undefined {
  const names = baseOf(repository).list(directory)
  if (!names) return undefined
  if (names.includes('Chart.yaml')) return 'chart'
  return kustomizationFileNames.some((name) => names.includes(name)) ? 'kustomization' : 'directory'
}

/** Whether a URL means this repository. One that nobody knows, or with a placeholder, does: the path must be here anyway. */
function isOurs({ world }: Stage, url: Text | undefined): boolean {
  const ours = world.facts.repository?.toLowerCase()
  if (!url || ours === undefined || holdsUnknown(url.value)) return true
  const name = /[/:]([^/:]+\/[^/:]+?)(?:\.git)?\/?$/.exec(url.value)?.[1]?.toLowerCase()
  return name === undefined || name === ours || /[<>{}$]|your[-_]|example|change-?me/.test(name)
}

/** A tag or a commit: what lay there then is not what lies here now. */
const isPinned = (revision: Text | undefined): boolean =>
  revision !== undefined && /^(?:v?\d+\.\d+|[0-9a-f]{40}$|refs\/tags\/)/.test(revision.value)

const directoriesLike = ({ repository }: Stage, pattern: string): readonly string[] => [
  ...new Set(
    repository.paths.flatMap((path) => {
      const parts = folderOf(path).split('/')
      return parts.map((_, index) => parts.slice(0, index + 1).join('/')).filter((one) => matchesGlob(pattern, one))
    }),
  ),
]

/** A source of Flux that is this repository: the one it was bootstrapped with, or one whose URL says so. */
const isOurSource = ({ stage, fluxSources }: GitOps, { kind, name }: FluxSource): boolean =>
  kind === 'GitRepository' && isOurs(stage, fluxSources.get(`${kind}/${name}`))

function fluxKustomization(gitOps: GitOps, object: KubernetesObject): readonly ImpliedDelivery[] {
  const read = readFluxKustomization(object.root)
  const directory = read.path && pathFrom('', read.path.value)
  if (!read.path || directory === undefined || holdsUnknown(directory) || !isOurSource(gitOps, read.source)) return []
  const kind = kindOf(gitOps.stage, directory)
  if (kind === undefined || (kind !== 'kustomization' && directory === '')) return []
  const name = read.name?.value ?? directory
  const deliver = (content: Content): ImpliedDelivery => ({
    ...delivered(object, directory, `Flux applies ${read.path?.value} for the Kustomization ${name}`),
    ...{ at: placeOf(read.path ?? emptyPath), namespace: read.namespace, content },
    name: `${content.kind === 'kustomization' ? content.directory || '.' : directory} (${name})`,
    isBlurred: read.hasMore || (read.substitutes !== undefined && content.kind !== 'kustomization'),
  })
  const build = (folder: string): ImpliedDelivery =>
    deliver({ kind: 'kustomization', directory: folder, edits: fluxEdits(read), substitutes: read.substitutes })
  if (kind === 'kustomization') return [build(directory)]
  // The controller makes a kustomization of everything below; one that lies there is a base of it.
  const { repository } = gitOps.stage
  const bases = kustomizationsIn(repository).filter((one) => isWithin(one.directory, directory))
  const folders = new Set(bases.map((one) => one.directory))
  const topmost = [...folders].filter((folder) => !isUnder(folderOf(folder), folders))
  const texts = filesIn(gitOps.stage, directory, true)
    .filter((path) => !isUnder(folderOf(path), folders))
    .flatMap((path) => gitOps.files.read(path) ?? [])
  return [...(texts.length > 0 ? [deliver({ kind: 'manifests', texts })] : []), ...topmost.map(build)]
}

function fluxEdits(read: ReturnType<typeof readFluxKustomization>): readonly Edit[] {
  const edits: Edit[] = read.images.map(({ name, newName, newTag, digest }) => {
    const sign = (text: string): Text => spoken(text, placeOf(name))
    const pinned = digest ? [sign('@'), digest] : newTag ? [sign(':'), newTag] : []
    return { key: 'images', text: concat(name, ...(newName ? [sign('='), newName] : []), ...pinned) }
  })
  for (const [key, text] of [
    ['namespace', read.namespace],
    ['namePrefix', read.namePrefix],
    ['nameSuffix', read.nameSuffix],
  ] as const)
    if (text) edits.push({ key, text })
  return edits
}

function fluxRelease(gitOps: GitOps, object: KubernetesObject): readonly ImpliedDelivery[] {
  const read = readFluxRelease(object.root)
  const directory = read.chart && pathFrom('', read.chart.value)
  if (!read.chart || directory === undefined || !isOurSource(gitOps, read.source)) return []
  if (kindOf(gitOps.stage, directory) !== 'chart') return []
  const files = read.valuesFiles.map((file) => ({
    kind: 'path' as const,
    path: spoken(pathFrom('', file.value) ?? file.value, placeOf(file)),
  }))
  const given = read.valuesFrom.map((from) => valuesIn(gitOps.stage, from, read.namespace))
  const inline = [...given, read.values].flatMap((text) => (text ? [{ kind: 'inline' as const, text }] : []))
  const release = read.release ?? read.name ?? read.chart
  const isKnown = !read.hasMore && given.every((text) => text !== undefined)
  const isBlurred = !isKnown || at(object.root, 'spec', 'kubeConfig') !== undefined
  const reason = `Flux installs the chart ${read.chart.value} for the HelmRelease ${read.name?.value ?? directory}`
  return [
    {
      ...delivered(object, directory, reason),
      ...{ at: placeOf(read.chart), name: `${directory} (${release.value})`, namespace: read.namespace, isBlurred },
      content: { kind: 'chart', directory, release, values: [...files, ...inline] },
      ...(isKnown ? {} : { isFailure: () => false }),
    },
  ]
}

/** The values that a ConfigMap which was applied holds; what is in a Secret nobody knows. */
function valuesIn({ world }: Stage, from: FluxValuesFrom, namespace: Text | undefined): Text | undefined {
  if (from.kind !== 'ConfigMap' || from.isSingle) return undefined
  const found = eventsOf(world, 'apply').findLast(
    ({ object }) =>
      object.kind === 'ConfigMap' &&
      object.name?.value === from.name &&
      (object.namespace === undefined || object.namespace.value === namespace?.value),
  )
  return found && textOf(found.object.root, 'data', from.key)
}
