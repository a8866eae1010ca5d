import type { Span } from '../../source/span.ts'

/** What Helm would print and exit with, and the innermost place behind it. */
export class Failure extends Error {
  readonly at: Span
  /** A parsed `fail` or `required` message, which Helm shows without the trail. */
  readonly said: string | undefined
  constructor(message: string, at: Span, said?: string) {
    super(message)
    this.at = at
    this.said = said
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
