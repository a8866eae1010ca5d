import { type Repository, textOfSource } from '../../repository/repository.ts'
import { type Source, topOf } from '../../source/span.ts'
import type { Text } from '../../source/text.ts'
import { itemsOf, parseYaml, textOf, type YamlNode } from '../../syntax/yaml.ts'
import type { ImpliedDelivery } from './delivery.ts'
import { folderOf, hasPlaceholder, isDeliveredFrom, isForLocalCluster, isUnder, pathFrom } from './folders.ts'
import { kustomizationsIn } from './kustomizations.ts'

/** Sources of other tools, and what is no set of its own. */
const notManifests =
  /(?:^|\/)(?:\.[^/]+|demos?|crds?|schemas?|helmfile\.d|charts?|kustomize|skaffold|dist|build|target)(?:\/|$)/i

interface Manifest {
  readonly source: Source
  readonly text: Text
  readonly isBroken: boolean
}

/** Folders of raw manifests that no machine has read: people apply them by hand, or an agent in the cluster does. */
export function impliedManifests(repository: Repository, reached: ReadonlySet<string>): readonly ImpliedDelivery[] {
  return [...rawManifests(repository, reached)].map(([folder, manifests]) => {
    const { source } = manifests[0] as Manifest
    return {
      ...{ path: source.path, at: topOf(source), namespace: undefined, isBlurred: false },
      name: folder === '' ? 'the manifests' : folder,
      reason: `nothing here applies the manifests in ${folder === '' ? 'the top folder' : folder}`,
      isLocal: isForLocalCluster(folder),
      isFailure: () => true,
      content: { kind: 'manifests', texts: manifests.map((one) => one.text) },
    }
  })
}

/** Raw manifests that no machine has read, by folder. What belongs to a chart or a kustomization is delivered through it. */
function rawManifests(repository: Repository, reached: ReadonlySet<string>): ReadonlyMap<string, readonly Manifest[]> {
  const owned = ownedFolders(repository.paths)
  const sets = new Map<string, Manifest[]>()
  for (const path of repository.paths) {
    const folder = folderOf(path)
    if (!/\.(?:ya?ml|json)$/.test(path) || reached.has(path) || notManifests.test(folder)) continue
    if (!isDeliveredFrom(folder) || isUnder(folder, owned)) continue
    const source = repository.read(path)
    if (!source || !looksLikeManifests(source.text)) continue
    const text = textOfSource(source)
    const isBroken = parseYaml(text).some(({ problems }) => problems.length > 0)
    if (isBroken || isManifest(text)) sets.set(folder, [...(sets.get(folder) ?? []), { source, text, isBroken }])
  }
  // What cannot be read counts where it lies among manifests: they are applied together.
  return new Map([...sets].filter(([, manifests]) => manifests.some(({ isBroken }) => !isBroken)))
}

/**
 * Texts in which objects for an agent in the cluster may stand: as raw manifests, and also those beside a kustomization that
 * does not list them, and those with placeholders.
 */
export function looseManifests(repository: Repository, reached: ReadonlySet<string>): readonly Text[] {
  const charts = new Set(repository.paths.filter((path) => /(?:^|\/)Chart\.ya?ml$/.test(path)).map(folderOf))
  const listed = new Set(
    kustomizationsIn(repository).flatMap(({ directory, root }) =>
      itemsOf(root, 'resources').flatMap((item) =>
        item.kind === 'scalar' ? (pathFrom(directory, item.text.value) ?? []) : [],
      ),
    ),
  )
  return repository.paths.flatMap((path) => {
    const folder = folderOf(path)
    if (!/\.ya?ml$/.test(path) || isTest.test(path) || reached.has(path) || listed.has(path)) return []
    if (isUnder(folder, charts)) return []
    const source = isDeliveredFrom(folder) ? repository.read(path) : undefined
    return source && /^apiVersion:\s*["']?(?:argoproj\.io|[a-z]+\.toolkit\.fluxcd\.io)\//m.test(source.text)
      ? [textOfSource(source)]
      : []
  })
}

const isTest = /(?:^|[/._-])tests?[._-][^/]*$/i

/** Folders that belong to a chart or a kustomization. */
const ownedFolders = (paths: readonly string[]): ReadonlySet<string> =>
  new Set(
    paths.flatMap(
      (path) =>
        /^(.*?)\/?(?:Chart\.ya?ml|kustomization\.ya?ml|Kustomization|skaffold\.ya?ml|werf\.ya?ml)$/.exec(path)?.[1] ??
        [],
    ),
  )

/** A cheap look before parsing. */
const looksLikeManifests = (text: string): boolean =>
  /^\s*"?apiVersion"?\s*:/m.test(text) && /^\s*"?kind"?\s*:/m.test(text) && !hasPlaceholder(text)

function isManifest(text: Text): boolean {
  const documents = parseYaml(text)
  return (
    documents.length > 0 &&
    documents.every((document) => !isRecord(document.root)) &&
    documents.some(
      (document) => textOf(document.root, 'apiVersion') !== undefined && textOf(document.root, 'kind') !== undefined,
    )
  )
}

/** What a cluster has printed, with its uid, is kept for the record. */
const isRecord = (root: YamlNode | undefined): boolean =>
  textOf(root, 'metadata', 'uid') !== undefined ||
  itemsOf(root, 'items').some((item) => textOf(item, 'metadata', 'uid') !== undefined)
