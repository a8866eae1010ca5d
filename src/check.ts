import { configPaths, emptyConfig } from './config.ts'
import { preflight } from './preflight.ts'
import { type Report, reportOf, reportOfInvalidConfig, type Thresholds } from './report/report.ts'
import { openRepository } from './repository/disk.ts'
import { readCheckout } from './repository/git.ts'
import { ruleIds } from './rule-ids.ts'
import type { Source } from './source/span.ts'

export interface CheckRequest extends Thresholds {
  /** Absolute path of the directory to check. */
  readonly root: string
  /** Undefined: looked for in the repository. */
  readonly config: Source | undefined
  /** Undefined: the checkout's own, if it says so. */
  readonly repositoryName: string | undefined
  readonly defaultBranch: string | undefined
  readonly sha: string | undefined
}

/** From a directory to a report: what both entries do. */
export async function check(request: CheckRequest): Promise<Report> {
  const repository = openRepository(request.root)
  const checkout = readCheckout(request.root)
  const source = request.config ?? configPaths.map(repository.read).find((found) => found !== undefined)
  const parsed = source ? await parsedConfig(source) : { kind: 'config' as const, config: emptyConfig }
  if (parsed.kind === 'problems') return reportOfInvalidConfig(parsed.problems, request.failOn)
  const result = preflight({
    repository,
    config: parsed.config,
    repositoryName: request.repositoryName ?? checkout.repository,
    defaultBranch: request.defaultBranch ?? checkout.defaultBranch,
    sha: request.sha,
  })
  return reportOf(result, request)
}

/** The schema validator is large: it is loaded only where there is something to validate. */
async function parsedConfig(source: Source): Promise<import('./config-file.ts').ParsedConfig> {
  const { parseConfig } = await import('./config-file.ts')
  return parseConfig(source, ruleIds)
}
