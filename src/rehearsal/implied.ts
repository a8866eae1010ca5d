import { textOfSource } from '../repository/repository.ts'
import { topOf } from '../source/span.ts'
import type { Text } from '../source/text.ts'
import { parseYaml, textOf } from '../syntax/yaml.ts'
import { applyTexts } from '../world/apply.ts'
import { machineByHand, runByHand } from './by-hand.ts'
import type { Event, Stage } from './stage.ts'

/** Folders whose manifests nobody delivers: tests, samples, documentation, and the sources of other tools. */
const notDelivered =
  /(?:^|\/)(?:\.[^/]+|tests?|testdata|test-data|testing|e2e|fixtures?|__tests__|__fixtures__|examples?|samples?|docs?|documentation|templates?|snapshots?|__snapshots__|benchmarks?|demos?|tutorials?|vendor|third_party|node_modules|hack|crds?|schemas?|helmfile\.d|charts?|kustomize|skaffold|dist|build|target)(?:\/|$)/i

/**
 * Deliveries that nothing in the files starts: a folder of raw manifests that no workflow and no script has read. People apply
 * it by hand, or an agent in the cluster does, so it is judged as one set. `reached`: paths that a machine has read.
 */
export function rehearseImplied(stage: Stage, event: Event, reached: ReadonlySet<string>): void {
  for (const [folder, manifests] of impliedSets(stage, reached)) {
    const at = topOf((manifests[0] as Manifest).source)
    const run = runByHand(stage, event, {
      path: (manifests[0] as Manifest).source.path,
      job: folder === '' ? 'the manifests' : folder,
      at,
      implied: true,
    })
    const machine = machineByHand(stage, event, run)
    if (forLocalCluster.test(folder)) machine.cluster = { name: undefined, provider: 'local', at }
    applyTexts(
      stage.world,
      machine,
      manifests.map((one) => one.text),
      { by: 'apply', namespace: undefined, at, label: folder },
    )
  }
}

/** What lies in such a folder is for a cluster on somebody's own machine. */
const forLocalCluster = /(?:^|\/)(?:minikube|kind|k3d|k3s|microk8s|docker-desktop|local|localhost|dev-local)(?:\/|$)/i

interface Manifest {
  readonly source: Parameters<typeof textOfSource>[0]
  readonly text: Text
}

function impliedSets(stage: Stage, reached: ReadonlySet<string>): ReadonlyMap<string, readonly Manifest[]> {
  const { repository } = stage
  const owned = ownedFolders(repository.paths)
  const sets = new Map<string, Manifest[]>()
  for (const path of repository.paths) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
    if (!/\.(?:ya?ml|json)$/.test(path) || reached.has(path) || notDelivered.test(folder) || isUnder(folder, owned))
      continue
    const source = repository.read(path)
    if (!source || !looksLikeManifests(source.text)) continue
    const text = textOfSource(source)
    if (!isManifest(text)) continue
    sets.set(folder, [...(sets.get(folder) ?? []), { source, text }])
  }
  return sets
}

/** Folders that belong to a chart or a kustomization: what is in them is delivered through it. */
const ownedFolders = (paths: readonly string[]): ReadonlySet<string> =>
  new Set(
    paths.flatMap(
      (path) =>
        /^(.*?)\/?(?:Chart\.ya?ml|kustomization\.ya?ml|Kustomization|skaffold\.ya?ml|werf\.ya?ml)$/.exec(path)?.[1] ??
        [],
    ),
  )

function isUnder(folder: string, owned: ReadonlySet<string>): boolean {
  for (let current = folder; ; current = current.slice(0, Math.max(0, current.lastIndexOf('/')))) {
    if (owned.has(current) && (current !== '' || folder === '')) return true
    if (current === '') return false
  }
}

/** A cheap look before parsing. Placeholders of any kind mean that something else fills the file in. */
const looksLikeManifests = (text: string): boolean =>
  /^\s*"?apiVersion"?\s*:/m.test(text) &&
  /^\s*"?kind"?\s*:/m.test(text) &&
  !/\{\{|\$\{|\$\(|<%|%%|__[A-Z_]+__|\bREPLACE|:[A-Z_]{3,}\s*$|<[A-Za-z][\w-]*>/.test(text)

function isManifest(text: Text): boolean {
  const documents = parseYaml(text)
  return (
    documents.length > 0 &&
    documents.every((document) => document.problems.length === 0) &&
    documents.some(
      (document) => textOf(document.root, 'apiVersion') !== undefined && textOf(document.root, 'kind') !== undefined,
    )
  )
}
