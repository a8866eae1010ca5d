import { atLeast, type Finding, type Severity } from '../finding.ts'
import type { Trace } from '../world/deliveries.ts'

/** `config-invalid`: nothing was rehearsed, because the configuration cannot be read. */
export type Verdict = 'pass' | 'fail' | 'config-invalid'

export interface Counts {
  readonly error: number
  readonly warning: number
  readonly notice: number
}

export interface SkippedFile {
  readonly path: string
  readonly reason: string
}

/** Everything a report may say, whatever its format. */
export interface Report {
  readonly verdict: Verdict
  /** At least as severe as somebody wants to see; sorted by path and place. */
  readonly findings: readonly Finding[]
  /** Of all findings, shown or not: what is not shown still decides the verdict. */
  readonly counts: Counts
  /** Findings that are milder than somebody wants to see. */
  readonly hidden: number
  readonly failOn: FailOn
  readonly skipped: readonly SkippedFile[]
  /** Names of what the rehearsal did not understand. */
  readonly coverage: readonly string[]
  readonly trace: Trace
}

export type FailOn = Severity | 'never'

export interface Thresholds {
  readonly failOn: FailOn
  readonly minSeverity: Severity
}

/** What was rehearsed, as far as a report is concerned. */
export interface Outcome {
  readonly findings: readonly Finding[]
  readonly skipped: readonly SkippedFile[]
  readonly coverage: readonly string[]
  readonly trace: Trace
}

/** The report of a rehearsal: what is shown is what `minSeverity` says, what fails is what `failOn` says, both inclusive. */
export function reportOf(outcome: Outcome, { failOn, minSeverity }: Thresholds): Report {
  const shown = outcome.findings.filter((finding) => atLeast(finding.severity, minSeverity))
  const fails = failOn !== 'never' && outcome.findings.some((finding) => atLeast(finding.severity, failOn))
  return {
    ...outcome,
    verdict: fails ? 'fail' : 'pass',
    findings: shown,
    counts: countsOf(outcome.findings),
    hidden: outcome.findings.length - shown.length,
    failOn,
  }
}

/** The report of a run that ended at its configuration. */
export const reportOfInvalidConfig = (problems: readonly Finding[], failOn: FailOn): Report => ({
  verdict: 'config-invalid',
  findings: problems,
  counts: countsOf(problems),
  hidden: 0,
  failOn,
  skipped: [],
  coverage: [],
  trace: { deliveries: [] },
})

const countsOf = (findings: readonly Finding[]): Counts => ({
  error: findings.filter(({ severity }) => severity === 'error').length,
  warning: findings.filter(({ severity }) => severity === 'warning').length,
  notice: findings.filter(({ severity }) => severity === 'notice').length,
})

/** `2 errors, 1 warning`; empty for nothing. */
const countsInWords = ({ error, warning, notice }: Counts): string =>
  [[error, 'error'] as const, [warning, 'warning'] as const, [notice, 'notice'] as const]
    .filter(([count]) => count > 0)
    .map(([count, name]) => plural(count, name))
    .join(', ')

export const plural = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`

/** The one sentence that says how it went. */
export function verdictInWords(report: Report): string {
  const counts = countsInWords(report.counts)
  const hidden = report.hidden > 0 ? ` (${report.hidden} not shown)` : ''
  if (report.verdict === 'config-invalid') return `the configuration cannot be used: ${counts}`
  if (report.verdict === 'fail') return `${counts}${hidden}: this delivery is not ready`
  if (counts !== '') return `${counts}${hidden}: nothing that fails this check${thresholdInWords(report.failOn)}`
  const { length } = report.trace.deliveries
  // What was not understood may have been one.
  const found = report.coverage.length > 0 ? 'could be followed' : 'was found'
  return length === 0
    ? `nothing to report: no container delivery ${found} here`
    : `nothing to report: ${length === 1 ? '1 delivery' : `${length} deliveries`} rehearsed`
}

const thresholdInWords = (failOn: FailOn): string =>
  failOn === 'never' ? '' : failOn === 'error' ? ', which fails on errors' : `, which fails on ${failOn}s and worse`
