import type { Span } from '../../source/span.ts'

/** The tool would stop here. Thrown inside a build only; `buildKustomization` turns it into a value. */
export class BuildFailure extends Error {
  readonly at: Span

  constructor(at: Span, message: string) {
    super(message)
    this.at = at
  }
}

/** The build needs what this program does not do (a remote base, a plugin): no answer is better than a wrong one. */
export class Unsupported extends Error {}

export function fail(at: Span, message: string): never {
  throw new BuildFailure(at, message)
}
