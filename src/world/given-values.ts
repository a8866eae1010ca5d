import type { Text } from '../source/text.ts'
import type { Event } from './ledger.ts'

/** Helm was given values for a chart, whatever came of it. */
export interface GivenValues extends Event {
  readonly kind: 'given-values'
  readonly chart: Text
  /** What values files hold, and the arguments of `--set` and its relatives. */
  readonly texts: readonly Text[]
}
