import { type Comparison, compare } from '../source/compare.ts'
import type { Text } from '../source/text.ts'
import type { Cluster } from './cluster.ts'
import type { Run } from './run.ts'

/** A name in a namespace of a cluster, as one run speaks of it. */
export interface Address {
  readonly run: Run
  readonly cluster: Cluster
  readonly namespace: Text | undefined
  /** Undefined: hidden. */
  readonly kind: string | undefined
  /** Undefined: every one of the kind. */
  readonly name: Text | undefined
}

/** Whether two addresses mean the same object. `unknown` where a name is hidden or a context decides. */
export function sameObject(a: Address, b: Address): Comparison {
  const kinds: Comparison =
    a.kind === undefined || b.kind === undefined ? 'unknown' : a.kind === b.kind ? 'same' : 'different'
  return all([kinds, sameText(a, b, a.name, b.name), sameText(a, b, a.namespace, b.namespace), sameCluster(a, b)])
}

/** Clusters are the same by name; one without a name is at least itself within a run. */
const sameCluster = (a: Address, b: Address): Comparison =>
  a.cluster.provider && b.cluster.provider && a.cluster.provider !== b.cluster.provider
    ? 'different'
    : sameText(a, b, a.cluster.name, b.cluster.name)

/** What nobody says is the same thing throughout a run, and an open question against anything else. */
function sameText(a: Address, b: Address, left: Text | undefined, right: Text | undefined): Comparison {
  if (left && right) return compare(left.value, right.value)
  return !left && !right && a.run === b.run ? 'same' : 'unknown'
}

const all = (answers: readonly Comparison[]): Comparison =>
  answers.includes('different') ? 'different' : answers.includes('unknown') ? 'unknown' : 'same'
