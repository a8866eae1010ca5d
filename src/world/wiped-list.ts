import type { Span } from '../source/span.ts'
import type { Text } from '../source/text.ts'
import type { Event } from './ledger.ts'

/** An element of a list was set by its index, and with that the list of the chart's own values was lost; it shows in what comes out. */
export interface WipedList extends Event {
  readonly kind: 'wiped-list'
  /** `env[1]` */
  readonly element: string
  /** Elements before it that are null now. */
  readonly holes: readonly Loss[]
  /** What the element itself had: `name`, `image.repository`. */
  readonly lost: readonly Loss[]
  /** Nothing but this was set of the element: it was to be changed, and not to be another. */
  readonly isPatch: boolean
  /** The API server refuses what comes out, or nothing comes out. */
  readonly isBroken: boolean
  /** What Helm says when the chart cannot be rendered for it. */
  readonly failure: string | undefined
  readonly chart: Text
  /** The command that renders. */
  readonly command: Span
}

export interface Loss {
  readonly path: string
  /** Where the chart's values have it. */
  readonly at: Span | undefined
}
