import type { Span } from './source/span.ts'

export type Severity = 'error' | 'warning' | 'notice'

/** From mildest to worst. */
export const severities: readonly Severity[] = ['notice', 'warning', 'error']

/** Whether `a` is as bad as `b`, or worse. */
export const atLeast = (a: Severity, b: Severity): boolean => severities.indexOf(a) >= severities.indexOf(b)

/** The other end of a contradiction, and what it says there. */
export interface Note {
  readonly at: Span
  readonly message: string
}

/** A change of the files that removes the problem. */
export interface Fix {
  readonly title: string
  readonly edits: readonly Edit[]
}

export interface Edit {
  readonly at: Span
  readonly replacement: string
}

/** What a rule yields: `at` is the consumer's end, the very piece that differs; `because` starts with the producer. */
export interface Problem {
  readonly at: Span
  readonly message: string
  readonly because: readonly Note[]
  /** One instruction. */
  readonly help: string
  /** Only where it is not the rule's own. */
  readonly severity?: Severity
  /** What the cluster, the registry or the runner will show; only where it is not the rule's own. */
  readonly seen?: string
  readonly fix?: Fix
}

/** A problem with everything the engine knows about it. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly help: string
  readonly seen: string
  readonly at: Span
  readonly because: readonly Note[]
  readonly fix: Fix | undefined
  /** Stable under lines inserted above: rule, path, marked text and ordinal. */
  readonly fingerprint: string
}
