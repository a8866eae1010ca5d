import { compare } from '../source/compare.ts'
import type { Cluster, NodePool } from './cluster.ts'
import type { World } from './world.ts'

/** The node pools of a cluster, as far as anybody states them; the configuration's word counts before the files'. */
export function nodePoolsOf(world: World, cluster: Cluster): readonly NodePool[] {
  const configured = world.facts.clusters.find(
    (one) => one.match === undefined || one.match.some((name) => isNamed(cluster, name)),
  )
  if (configured?.nodes) return configured.nodes
  return world.facts.nodePools.filter(
    (pool) => pool.cluster && cluster.name && compare(pool.cluster.value, cluster.name.value) === 'same',
  )
}

const isNamed = (cluster: Cluster, name: string): boolean =>
  cluster.name !== undefined && compare(cluster.name.value, name) === 'same'
