import type { Severity } from './finding.ts'
import type { Span } from './source/span.ts'
import type { ConfiguredCluster } from './world/world.ts'

/** What `.github/preflight.yml` says. */
export interface Config {
  readonly clusters: readonly ConfiguredCluster[]
  /** By rule id. */
  readonly rules: ReadonlyMap<string, 'off' | Severity>
  readonly ignore: readonly IgnoreEntry[]
  /** Globs of image names that are built elsewhere: `docker.io/acme/legacy-*`. */
  readonly externalImages: readonly string[]
}

/** Findings of a rule in some paths are not wanted. */
export interface IgnoreEntry {
  readonly rule: string
  /** A glob, relative to the checked root; undefined: everywhere. */
  readonly path: string | undefined
  readonly why: string | undefined
  readonly at: Span
}

export const emptyConfig: Config = { clusters: [], rules: new Map(), ignore: [], externalImages: [] }

/** Where the configuration is looked for, relative to the checked root. */
export const configPaths = ['.github/preflight.yml', '.github/preflight.yaml'] as const
