import { type Finding, type Severity, severities } from '../finding.ts'
import type { Span } from '../source/span.ts'
import { type ChangedLines, touches } from './changed-lines.ts'
import { placeOfSpan } from './place.ts'
import { plural, type Report, verdictInWords } from './report.ts'
import type { RuleLink } from './rule-link.ts'
import { clipped, visible } from './visible.ts'
import { commandLine } from './workflow-command.ts'

export interface AnnotationOptions {
  readonly link: RuleLink
  /** Undefined: nobody knows what changed. */
  readonly changed: ChangedLines | undefined
  /** At most so many annotations of all kinds; undefined: as many as the runner shows. */
  readonly most: number | undefined
  /** Path of the checked root in the repository, with a `/` at the end, or empty. */
  readonly prefix: string
  /** Where to look for what is not annotated: "the job summary". */
  readonly elsewhere: string
}

export interface Annotations {
  /** Lines to print, in this order. */
  readonly commands: readonly string[]
  /** Findings that got no annotation. */
  readonly left: readonly Finding[]
}

/**
 * actions/runner (ExecutionContext.cs, _maxCountPerIssueType) shows ten annotations of each kind for one step, in the order
 * they come. The step's own failure is an error of its own, and one notice says what is left.
 */
const shownOfEach: Readonly<Record<Severity, number>> = { error: 9, warning: 10, notice: 9 }

/** Annotations for the findings: worst first, and those on changed lines before others. */
export function annotations(report: Report, options: AnnotationOptions): Annotations {
  const room = { ...shownOfEach }
  let most = options.most ?? Number.POSITIVE_INFINITY
  const [commands, left]: [string[], Finding[]] = [[], []]
  for (const finding of inOrderOfUrgency(report.findings, options)) {
    if (most > 0 && room[finding.severity] > 0) {
      room[finding.severity] -= 1
      most -= 1
      commands.push(annotation(finding, options))
    } else left.push(finding)
  }
  const told = left.length > 0 && options.most !== 0
  return { commands: told ? [...commands, remainder(left, options)] : commands, left }
}

/** Everything `--format github` prints: annotations, and the verdict in plain words. */
export function githubReport(report: Report, options: AnnotationOptions): string {
  const { commands } = annotations(report, options)
  return [...commands, `deploy-preflight: ${verdictInWords(report)}`].map((line) => `${line}\n`).join('')
}

function inOrderOfUrgency(findings: readonly Finding[], { changed, prefix }: AnnotationOptions): readonly Finding[] {
  const rank = (finding: Finding): number =>
    severities.indexOf(finding.severity) * 2 + (changed && pointsToChange(finding, changed, prefix) ? 1 : 0)
  const ranked = findings.map((finding) => ({ finding, rank: rank(finding) }))
  return ranked.toSorted((a, b) => b.rank - a.rank).map(({ finding }) => finding)
}

const pointsToChange = ({ at, because }: Finding, changed: ChangedLines, prefix: string): boolean =>
  [at, ...because.map((note) => note.at)].some((span) => {
    const { path, line, endLine } = placeOfSpan(span)
    return touches(changed, prefix + path, line, endLine)
  })

function annotation(finding: Finding, { link, prefix }: AnnotationOptions): string {
  const { path, line, column, endLine, endColumn } = placeOfSpan(finding.at)
  /** The runner drops columns of a range over several lines (ActionCommandManager.cs, ValidateLinesAndColumns). */
  const columns = endLine === line && endColumn > column ? { col: column, endColumn } : {}
  return commandLine({
    name: finding.severity,
    properties: { file: visible(`${prefix}${path}`), line, endLine, ...columns, title: visible(finding.rule) },
    message: messageOf(finding, link, prefix),
  })
}

/** The runner cuts messages here (ExecutionContext.cs, _maxIssueMessageLength); what we leave out, we say. */
const longestMessage = 4000
const longestPart = 900
const mostEnds = 5

/** The log shows only the message, so it says rule and place again; no Markdown is rendered. */
function messageOf(finding: Finding, link: RuleLink, prefix: string): string {
  const where = (span: Span): string => {
    const { path, line, column } = placeOfSpan(span)
    return visible(`${prefix}${path}:${line}:${column}`)
  }
  const rest = finding.because.length - mostEnds
  const page = link(finding.rule)
  const lines = [
    `${where(finding.at)} ${finding.rule}: ${finding.message}`,
    ...finding.because.slice(0, mostEnds).map(({ at, message }) => `${where(at)} ${message}`),
    ...(rest > 0 ? [`and ${plural(rest, 'more place')}`] : []),
    ...(finding.seen === '' ? [] : [`seen: ${finding.seen}`]),
    ...(finding.help === '' ? [] : [`help: ${finding.help}`]),
  ]
  const body = within(
    longestMessage - (page?.length ?? 0) - 1,
    lines.map((line) => clipped(line, longestPart)),
  )
  return `${body}${page ? `\n${page}` : ''}`
}

/** As many lines as fit. */
function within(longest: number, lines: readonly string[]): string {
  let left = longest
  const fitting = lines.filter((line) => {
    left -= line.length + 1
    return left >= 0
  })
  return fitting.join('\n')
}

const remainder = (left: readonly Finding[], { elsewhere }: AnnotationOptions): string =>
  commandLine({
    name: 'notice',
    properties: { title: 'deploy-preflight' },
    message: `${plural(left.length, 'more finding')} without an annotation: see ${elsewhere}`,
  })
