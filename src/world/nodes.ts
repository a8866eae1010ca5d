import { type Comparison, compare } from '../source/compare.ts'
import { holdsUnknown } from '../source/unknown.ts'
import type { Cluster, NodePool, PodSpec, Taint, Toleration } from './cluster.ts'
import { eventsOf, type World } from './world.ts'

/** A pool of nodes that a cluster has, as far as the files tell. */
export interface ClusterPool {
  readonly pool: NodePool
  /** `possible`: one of the two has no name that can be compared. */
  readonly belongs: 'certain' | 'possible'
}

/** The pools of a cluster: as the configuration says, else from the infrastructure in the files and the commands that were run. */
export function nodePoolsOf(world: World, cluster: Cluster): readonly ClusterPool[] {
  const configured = world.facts.clusters.find((one) => one.nodes && isMeant(one.match, cluster))
  if (configured?.nodes) return configured.nodes.map((pool) => ({ pool, belongs: 'certain' }))
  const all = [...world.facts.nodePools, ...eventsOf(world, 'node-pool').map((event) => event.pool)]
  return all.flatMap((pool) => {
    const answer = isOf(pool, cluster)
    return answer === 'different'
      ? []
      : [{ pool, belongs: answer === 'same' ? ('certain' as const) : ('possible' as const) }]
  })
}

/** A configured cluster without names stands for every deploy. */
const isMeant = (match: readonly string[] | undefined, cluster: Cluster): boolean =>
  match === undefined ||
  match.some((name) => cluster.name !== undefined && compare(name, cluster.name.value) === 'same')

function isOf(pool: NodePool, cluster: Cluster): Comparison {
  if (pool.provider && cluster.provider && pool.provider !== cluster.provider) return 'different'
  return pool.cluster && cluster.name ? compare(pool.cluster.value, cluster.name.value) : 'unknown'
}

/**
 * Whether a pod can come to a pool's nodes, by its nodeSelector, its required architecture and the pool's taints
 * (kubernetes pkg/scheduler/framework/plugins nodeaffinity and tainttoleration). `unknown` where a label is not stated.
 */
export function canTake(pool: NodePool, pod: PodSpec): 'yes' | 'no' | 'unknown' {
  if (pool.taints.some((taint) => repels(taint) && !isTolerated(pool, pod, taint))) return 'no'
  const { architectures } = pod
  if (architectures && pool.architecture) {
    const fitting = architectures.map(({ architecture }) => compare(architecture, pool.architecture ?? ''))
    if (fitting.every((answer) => answer === 'different')) return 'no'
    if (!fitting.includes('same')) return 'unknown'
  } else if (architectures) return 'unknown'
  const labels = [...pod.nodeSelector].filter(([key]) => !architectureLabel.test(key))
  const answers = labels.map(([key, value]) => labelFits(pool, key, value.value))
  return answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes'
}

const architectureLabel = /^(?:beta\.)?kubernetes\.io\/arch$/

/** Nodes carry more labels than anybody states: a label that is not stated may be there. */
function labelFits(pool: NodePool, key: string, value: string): 'yes' | 'no' | 'unknown' {
  const stated = pool.labels.get(key)
  if (stated === undefined) return 'unknown'
  const same = compare(stated, value)
  return same === 'same' ? 'yes' : same === 'different' ? 'no' : 'unknown'
}

const repels = ({ effect }: Taint): boolean => effect === 'NoSchedule' || effect === 'NoExecute'

/** GKE and ACK add the toleration of their own architecture taint to a pod that asks for the architecture. */
function isTolerated(pool: NodePool, pod: PodSpec, taint: Taint): boolean {
  if (pod.tolerations.some((one) => tolerates(one, taint))) return true
  const adds = pool.provider === 'gke' || pool.provider === 'ack'
  return (
    adds &&
    architectureLabel.test(taint.key) &&
    (pod.architectures?.some((one) => one.architecture === taint.value) ?? false)
  )
}

/** kubernetes staging/src/k8s.io/api/core/v1/toleration.go ToleratesTaint. What is hidden may tolerate. */
function tolerates(toleration: Toleration, taint: Taint): boolean {
  const { key, operator, value, effect } = toleration
  const mayBe = (written: string | undefined, wanted: string): boolean =>
    written === undefined || written === '' || compare(written, wanted) !== 'different'
  if (!mayBe(effect, taint.effect) || !mayBe(key, taint.key)) return false
  return (
    operator === 'Exists' ||
    (operator !== undefined && holdsUnknown(operator)) ||
    compare(value ?? '', taint.value) !== 'different'
  )
}

/** Taint that GKE puts on Arm nodes by default (GKE docs, prepare-arm-workloads-for-deployment). */
export const gkeArmTaint: Taint = { key: 'kubernetes.io/arch', value: 'arm64', effect: 'NoSchedule' }
