import type { Span } from '../source/span.ts'
import { show } from '../source/unknown.ts'
import type { Pull } from './cluster.ts'
import { landingOf } from './landing.ts'
import { pullsOf } from './pulls.ts'
import { supplyOf } from './supply.ts'
import { nameOfObject } from './telling.ts'
import type { World } from './world.ts'

/** The delivery map: which build made what a pod runs. Plain data, with values already shown by name. */
export interface Trace {
  readonly deliveries: readonly Delivery[]
}

export interface Delivery {
  /** "a push to main". */
  readonly occasion: string
  /** Why a delivery that nothing here states counts as one. */
  readonly reason?: string | undefined
  /** The reference the pods ask for. */
  readonly image: string
  readonly builtAt: Span | undefined
  readonly pushedAt: Span | undefined
  readonly pulledAt: Span | undefined
  /** `Deployment/api`. */
  readonly workload: string
  readonly cluster: string
  readonly nodes: string
  readonly state: 'ok' | 'broken' | 'unknown'
}

/** Every image that pods of the finished stories want, each once. The second commit repeats the first and is left out. */
export function traceOf(worlds: readonly World[]): Trace {
  const deliveries = worlds.flatMap((world) =>
    pullsOf(world)
      .filter((pull) => pull.run.occasion.commit === 1)
      .map((pull) => deliveryOf(world, pull)),
  )
  const key = (one: Delivery): string =>
    JSON.stringify([one.occasion, one.reason, one.image, one.workload, one.cluster])
  return { deliveries: [...new Map(deliveries.map((one) => [key(one), one])).values()] }
}

function deliveryOf(world: World, pull: Pull): Delivery {
  const { pushes, matching, maybe } = supplyOf(world, pull)
  const push = matching[0] ?? pushes[0]
  const landing = landingOf(world, pull)
  const { name, provider } = pull.cluster
  return {
    occasion: pull.run.occasion.label,
    reason: pull.run.reason && show(world.names, pull.run.reason),
    image: show(world.names, pull.reference.text.value),
    builtAt: push?.image.at,
    pushedAt: push?.at,
    pulledAt: pull.at,
    workload: nameOfObject(world, pull),
    cluster:
      [provider, name && show(world.names, name.value)].filter((part) => part !== undefined).join(' ') ||
      'a cluster that nothing names',
    nodes: landing ? landing.architectures.join(', ') : '',
    state: matching.length > 0 ? 'ok' : pushes.length > 0 && !maybe ? 'broken' : 'unknown',
  }
}
