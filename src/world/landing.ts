import type { Note } from '../finding.ts'
import { show } from '../source/unknown.ts'
import type { NodePool, Pull } from './cluster.ts'
import { canTake, nodePoolsOf } from './nodes.ts'
import type { World } from './world.ts'

/** On which architectures a pod can come to run, and who says so. */
export interface Landing {
  readonly architectures: readonly string[]
  readonly because: readonly Note[]
}

/** Undefined: nobody knows the nodes, or one of them may take the pod and is of unknown architecture. */
export function landingOf(world: World, pull: Pull): Landing | undefined {
  const asked = pull.pod.architectures
  if (asked && asked.length > 0) {
    return {
      architectures: [...new Set(asked.map((one) => one.architecture))],
      because: asked.map((one) => ({ at: one.at, message: `the pod asks for ${one.architecture} nodes` })),
    }
  }
  const eligible = nodePoolsOf(world, pull.cluster).filter(({ pool }) => canTake(pool, pull.pod) !== 'no')
  const pools = eligible.map(({ pool }) => pool)
  if (!eligible.some(({ belongs }) => belongs === 'certain') || pools.some((pool) => pool.architecture === undefined))
    return undefined
  return {
    architectures: [...new Set(pools.map((pool) => pool.architecture as string))],
    because: pools.map((pool) => ({ at: pool.at, message: nodesOf(world, pool) })),
  }
}

const nodesOf = (world: World, pool: NodePool): string =>
  pool.machineType
    ? `the nodes are ${show(world.names, pool.machineType.value)}, which is ${pool.architecture}`
    : `the nodes are ${pool.architecture}`
