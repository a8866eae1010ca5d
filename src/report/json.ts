import type { Finding, Fix } from '../finding.ts'
import { type Place, placeOfSpan } from './place.ts'
import type { Report, SkippedFile, Verdict } from './report.ts'
import type { RuleLink } from './rule-link.ts'

/** Version 1 of the report for programs. A contract: fields are added, never changed or taken away. */
export interface JsonReport {
  readonly version: 1
  readonly summary: {
    readonly verdict: Verdict
    readonly errors: number
    readonly warnings: number
    readonly notices: number
    /** Findings milder than `--min-severity`: counted above, not listed. */
    readonly hidden: number
    readonly deliveries: number
    readonly failOn: string
    readonly notUnderstood: readonly string[]
  }
  readonly findings: readonly JsonFinding[]
  readonly skipped: readonly SkippedFile[]
}

/** Places are 1-based, ends exclusive, paths relative to the checked root with `/`. */
export interface JsonFinding extends Place {
  readonly rule: string
  readonly severity: string
  readonly message: string
  readonly help: string
  readonly seen: string
  readonly because: readonly (Place & { readonly message: string })[]
  readonly fix?: { readonly title: string; readonly edits: readonly (Place & { readonly replacement: string })[] }
  readonly fingerprint: string
  readonly url: string
}

export function jsonReport(report: Report, link: RuleLink): string {
  const json: JsonReport = {
    version: 1,
    summary: {
      verdict: report.verdict,
      errors: report.counts.error,
      warnings: report.counts.warning,
      notices: report.counts.notice,
      hidden: report.hidden,
      deliveries: report.trace.deliveries.length,
      failOn: report.failOn,
      notUnderstood: report.coverage,
    },
    findings: report.findings.map((finding) => jsonFinding(finding, link)),
    skipped: report.skipped.map(({ path, reason }) => ({ path, reason })),
  }
  return `${escaped(JSON.stringify(json, undefined, 2))}\n`
}

function jsonFinding(finding: Finding, link: RuleLink): JsonFinding {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    help: finding.help,
    seen: finding.seen,
    ...placeOfSpan(finding.at),
    because: finding.because.map(({ at, message }) => ({ ...placeOfSpan(at), message })),
    ...(finding.fix ? { fix: jsonFix(finding.fix) } : {}),
    fingerprint: finding.fingerprint,
    url: link(finding.rule) ?? '',
  }
}

const jsonFix = ({ title, edits }: Fix): NonNullable<JsonFinding['fix']> => ({
  title,
  edits: edits.map(({ at, replacement }) => ({ ...placeOfSpan(at), replacement })),
})

/** The same JSON in characters that neither a terminal nor the runner obeys; what it says does not change. */
const escaped = (json: string): string =>
  json
    .replace(/[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff]/g, escapeOf)
    .replace(/##\[/g, '##\\u005b')

const escapeOf = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
