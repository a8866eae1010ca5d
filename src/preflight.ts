import type { Config } from './config.ts'
import type { Finding } from './finding.ts'
import { withFingerprints } from './fingerprint.ts'
import type { Trace } from './report/trace.ts'
import type { Repository } from './repository/repository.ts'
import { applySuppressions } from './suppress.ts'

export interface PreflightInput {
  readonly repository: Repository
  readonly config: Config
  readonly repositoryName: string | undefined
  readonly defaultBranch: string | undefined
  readonly sha: string | undefined
}

export interface PreflightResult {
  /** Sorted by path and place. */
  readonly findings: readonly Finding[]
  readonly skipped: readonly { readonly path: string; readonly reason: string }[]
  /** Names of what the rehearsal did not understand. */
  readonly coverage: readonly string[]
  readonly trace: Trace
}

export function preflight({ repository, config }: PreflightInput): PreflightResult {
  const sources = repository.paths.flatMap((path) => (/\.ya?ml$/.test(path) ? (repository.read(path) ?? []) : []))
  const findings = applySuppressions(withFingerprints([]), sources, config)
  return { findings, skipped: repository.skipped, coverage: [], trace: { deliveries: [] } }
}
