import type { Finding } from '../finding.ts'
import { type Span, within } from '../source/span.ts'
import { placeOf } from '../source/text.ts'
import { type Names, show } from '../source/unknown.ts'
import type { Cluster, Pull } from '../world/cluster.ts'
import type { Push } from '../world/registry.ts'
import { placeInWords } from './place.ts'
import type { Delivery, Trace } from './trace.ts'

/** A pull, and where its image can come from. */
export interface SuppliedPull {
  readonly names: Names
  readonly pull: Pull
  /** Pushes of the repository that is pulled. */
  readonly pushes: readonly Push[]
  /** Those of them that push what is pulled. */
  readonly matching: readonly Push[]
  /** Of the nodes that the pod may come to, where they are known. */
  readonly architectures: readonly string[]
}

/**
 * The delivery map of what was rehearsed. Equal deliveries (matrix cells, a second commit) are told once; one is broken where
 * an error points to its pull.
 */
export function traceOf(pulls: readonly SuppliedPull[], findings: readonly Finding[]): Trace {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const deliveries = new Map<string, Delivery>()
  for (const supplied of pulls) {
    const delivery = deliveryOf(supplied, errors)
    const key = JSON.stringify({ ...delivery, ...placesOf(delivery) })
    if (!deliveries.has(key)) deliveries.set(key, delivery)
  }
  return { deliveries: [...deliveries.values()] }
}

function deliveryOf(
  { names, pull, pushes, matching, architectures }: SuppliedPull,
  errors: readonly Finding[],
): Delivery {
  const push = matching.at(-1) ?? pushes.at(-1)
  const { kind, name } = pull.object
  return {
    occasion: show(names, pull.run.occasion.label),
    image: show(names, pull.reference.text.value),
    builtAt: push?.image.at,
    pushedAt: push?.at,
    pulledAt: placeOf(pull.reference.text),
    workload: `${kind}/${name ? show(names, name.value) : '<?>'}`,
    cluster: clusterName(names, pull.cluster),
    nodes: architectures.map((architecture) => `linux/${architecture}`).join(', '),
    state: errors.some((error) => pointsTo(error, pull)) ? 'broken' : matching.length > 0 ? 'ok' : 'unknown',
  }
}

const clusterName = (names: Names, { name, provider }: Cluster): string =>
  name ? show(names, name.value) : provider === undefined ? '' : `a cluster (${provider})`

/** The pull's own place, or any place that a piece of its reference comes from. */
function pointsTo({ at, because }: Finding, pull: Pull): boolean {
  const places = pull.reference.text.pieces.flatMap((piece) => [piece.at, ...piece.via])
  return [at, ...because.map((note) => note.at)].some((span) =>
    [pull.at, ...places].some((place) => overlap(span, place)),
  )
}

const overlap = (a: Span, b: Span): boolean => within(a, b) || within(b, a)

const placesOf = ({ builtAt, pushedAt, pulledAt }: Delivery): object => ({
  builtAt: builtAt && placeInWords(builtAt),
  pushedAt: pushedAt && placeInWords(pushedAt),
  pulledAt: pulledAt && placeInWords(pulledAt),
})
