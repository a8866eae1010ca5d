import type { Span } from '../source/span.ts'
import type { Run, Step, When } from './run.ts'

/** Something that happened in the rehearsal, with its place in the files. The ledger has them in the order of rehearsing. */
export interface Event {
  /** Position in the ledger; within one run also the order in time. */
  readonly order: number
  readonly run: Run
  readonly step: Step | undefined
  readonly when: When
  readonly at: Span
}
