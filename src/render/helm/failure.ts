import type { Span } from '../../source/span.ts'
import type { Reason } from '../../source/text.ts'

/** What led to a failure. */
export interface FailureContext {
  /** A parsed `fail` or `required` message, which Helm shows without the trail. */
  readonly said?: string | undefined
  /** The values that the failing function was given, where they were written. */
  readonly given?: readonly Span[]
  /** The calls around the failing action, and the conditions it stands under. */
  readonly why?: Reason | undefined
}

/** What Helm would print and exit with, and the innermost place behind it. */
export class Failure extends Error {
  readonly at: Span
  readonly context: FailureContext
  constructor(message: string, at: Span, context: FailureContext = {}) {
    super(message)
    this.at = at
    this.context = context
  }
}

/** A function's own error, before the evaluator knows where it was called. */
export class CallError extends Error {
  /** Set by `fail` and `required`. */
  readonly said: string | undefined
  constructor(message: string, said?: string) {
    super(message)
    this.said = said
  }
}

export const tooMuchText = 'the chart makes too much text'

/** Something this renderer does not do, or that is more than it is willing to do. Never a finding about the chart. */
export class Unsupported extends Error {}
