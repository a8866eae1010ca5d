import { isClusterScoped, type Manifests, objectsIn } from '../documents/kubernetes.ts'
import type { Span } from '../source/span.ts'
import type { Text } from '../source/text.ts'
import type { Range } from '../syntax/yaml.ts'
import type { Apply, ApplySet, Cluster, KubernetesObject } from './cluster.ts'
import { type Machine, record } from './machine.ts'
import { readsYaml } from './unreadable.ts'
import type { World } from './world.ts'

/** How a text of manifests enters a cluster. */
export interface Applying {
  readonly by: Apply['by']
  /** The namespace that the command gives to objects without one; the context's default when undefined. */
  readonly namespace: Text | undefined
  /** The command. */
  readonly at: Span
  /** As a message names what was sent: `kubectl apply -f k8s`. */
  readonly label: string
  /** False: something else that was sent could not be read. */
  readonly complete?: boolean
  /** Stretches of the text that a condition on an unknown touches. */
  readonly uncertain?: readonly Range[]
  /** Objects that are in the text and do not go to the cluster. */
  readonly leavesOut?: (object: KubernetesObject) => boolean
}

/** What the machine talks to; a cluster without a name where a kubeconfig that nobody can read decides. */
export const clusterOf = (machine: Machine, at: Span): Cluster =>
  machine.cluster ?? { name: undefined, provider: undefined, at }

/** Records one Apply event for each object of the texts, all sent together. This is the only way into a cluster. */
export function applyTexts(world: World, machine: Machine, texts: readonly Text[], how: Applying): readonly Apply[] {
  const read = texts.map((text) => {
    readsYaml(world, machine, text, 'error parsing …: nothing of this file is applied')
    return objectsIn(
      text,
      how.uncertain?.filter((range) => range.within === text),
    )
  })
  return applyManifests(world, machine, read, how)
}

/** As `applyTexts`, for a single text. */
export const applyText = (world: World, machine: Machine, text: Text, how: Applying): readonly Apply[] =>
  applyTexts(world, machine, [text], how)

function applyManifests(world: World, machine: Machine, read: readonly Manifests[], how: Applying): readonly Apply[] {
  const complete = how.complete !== false && read.every((manifests) => manifests.complete)
  const set: ApplySet = { label: how.label, complete, namespace: how.namespace }
  const cluster = clusterOf(machine, how.at)
  return read
    .flatMap((manifests) => manifests.objects)
    .filter((object) => !how.leavesOut?.(object))
    .map((object) => {
      const scoped = isClusterScoped(object.kind, object.apiVersion)
      const namespace = scoped ? undefined : (object.namespace ?? how.namespace ?? machine.namespace)
      const { by, at } = how
      return record(world, machine, { kind: 'apply', cluster, by, set, at, object: { ...object, namespace } })
    })
}
