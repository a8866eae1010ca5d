import type { Source } from '../source/span.ts'

/** The files, as checked out. */
export interface Repository {
  readonly read: (path: string) => Source | undefined
  /** All files, relative to the root, with `/`. */
  readonly paths: readonly string[]
  readonly skipped: readonly { readonly path: string; readonly reason: string }[]
}
