import type { Edit, Finding, Fix, Severity } from '../finding.ts'
import { linesOf, positionAt, type Span, sameSpan } from '../source/span.ts'
import type { Trace } from '../world/deliveries.ts'
import { type Excerpt, excerptOf } from './excerpt.ts'
import { placeInWords } from './place.ts'
import { plural, type Report, verdictInWords } from './report.ts'
import type { Style } from './style.ts'
import { clipped, visible } from './visible.ts'

/** More ends than this of one contradiction are only counted. */
const mostEnds = 10
const mostSkipped = 10
const mostNames = 12
/** Of a message, and of what stands beside a mark or in a remark. UTF-16 units. */
const longestMessage = 1000
const longestRemark = 300

/** The report for people: every finding with its source lines, both ends, what the cluster will show and what to do. */
export function textReport(report: Report, style: Style): string {
  const findings = report.findings.map((finding) => `${findingText(finding, style)}\n`)
  return `${findings.join('')}${remarks(report, style)}${verdictLine(report, style)}\n`
}

function verdictLine(report: Report, style: Style): string {
  const words = verdictInWords(report)
  return report.verdict === 'pass' ? `${style.good('✓')} ${words}` : `${style.error('✗')} ${style.strong(words)}`
}

/** What is said about the rehearsal itself: files that were not read, names that were not understood. */
function remarks(report: Report, style: Style): string {
  const skipped = report.skipped
    .slice(0, mostSkipped)
    .map(({ path, reason }) =>
      style.faint(`not read: ${clipped(path, longestRemark)} (${clipped(reason, longestRemark)})`),
    )
  const rest = report.skipped.length - mostSkipped
  const more = rest > 0 ? [style.faint(`not read: ${plural(rest, 'more file')}`)] : []
  const coverage = report.coverage.length > 0 ? [style.faint(coverageLine(report.coverage))] : []
  const nodes = nodesLine(report.trace)
  const lines = [...skipped, ...more, ...coverage, ...(nodes ? [style.faint(nodes)] : []), ...readOn(report, style)]
  return lines.length > 0 ? `${lines.join('\n')}\n\n` : ''
}

function readOn({ findings }: Report, style: Style): readonly string[] {
  const [rule, ...others] = new Set(findings.map((finding) => finding.rule))
  return rule === undefined
    ? []
    : [style.faint(`read on: deploy-preflight explain ${others.length > 0 ? 'RULE' : rule}`)]
}

export function coverageLine(names: readonly string[]): string {
  const rest = names.length - mostNames
  const shown = names
    .slice(0, mostNames)
    .map((name) => clipped(name, 100))
    .join(', ')
  return `not understood, so not judged: ${shown}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** Clusters that run what is built here on nodes nobody describes: there no platform can be judged. */
export function nodesLine({ deliveries }: Trace): string | undefined {
  const open = deliveries.filter(({ nodes, builtAt, pushedAt }) => nodes === '' && (builtAt ?? pushedAt) !== undefined)
  const clusters = [...new Set(open.map(({ cluster }) => clipped(cluster, 100)))].slice(0, 4)
  if (clusters.length === 0) return undefined
  return `nodes not known, so platforms are not judged: ${clusters.join(', ')}; say so under clusters: in .github/preflight.yml`
}

/** One finding, several lines, with a line end after the last. */
export function findingText(finding: Finding, style: Style): string {
  const paint = style[finding.severity]
  const ends = endsOf(finding)
  const gutter = Math.max(...ends.map(({ excerpt }) => String(excerpt.line).length))
  const lines = [
    `${paint(`${finding.severity}[${visible(finding.rule)}]`)}${style.strong(`: ${clipped(finding.message, longestMessage)}`)}`,
    ...ends.flatMap((end, index) => endLines(end, ends[index - 1], { gutter, severity: finding.severity }, style)),
    ...closing(finding, gutter, style),
  ]
  return `${lines.join('\n')}\n`
}

interface End {
  readonly at: Span
  readonly excerpt: Excerpt
  readonly message: string
}

function endsOf({ at, because }: Finding): readonly End[] {
  const others = because.filter((note) => !sameSpan(note.at, at) || note.message !== '')
  return [{ at, message: '' }, ...others.slice(0, mostEnds)].map((end) => ({ ...end, excerpt: excerptOf(end.at) }))
}

interface Frame {
  readonly gutter: number
  readonly severity: Severity
}

/** The place, the line and the mark of an end. Several marks of one line stand under one another. */
function endLines(end: End, before: End | undefined, { gutter, severity }: Frame, style: Style): readonly string[] {
  const { at, excerpt, message } = end
  const empty = ' '.repeat(gutter)
  const paint = before ? style.other : style[severity]
  const mark = (before ? '-' : '^').repeat(excerpt.width)
  const label = message === '' ? '' : ` ${clipped(message, longestRemark)}`
  const through = excerpt.through === undefined ? '' : style.faint(` … through line ${excerpt.through}`)
  const marked = `${style.faint(`${empty} │ `)}${' '.repeat(excerpt.indent)}${paint(`${mark}${label}`)}${through}`
  if (before && sameLine(end, before)) return [marked]
  return [
    style.faint(`${empty} ${before ? '├' : '╭'}─ `) + visible(placeInWords(at)),
    `${style.faint(`${String(excerpt.line).padStart(gutter)} │ `)}${excerpt.text}`,
    marked,
  ]
}

const sameLine = (a: End, b: End): boolean =>
  a.at.source === b.at.source && a.excerpt.line === b.excerpt.line && a.excerpt.text === b.excerpt.text

function closing(finding: Finding, gutter: number, style: Style): readonly string[] {
  const empty = ' '.repeat(gutter)
  const rest = finding.because.length - mostEnds
  const rows = [
    ...(rest > 0 ? [`${style.faint('also:')} ${plural(rest, 'more place')}`] : []),
    ...(finding.seen === '' ? [] : [`${style.faint('seen:')} ${clipped(finding.seen, longestRemark)}`]),
    ...(finding.help === '' ? [] : [`${style.faint('help:')} ${clipped(finding.help, longestMessage)}`]),
    ...(finding.fix ? fixLines(finding.fix, style) : []),
  ]
  return rows.map((row, index) => `${style.faint(`${empty} ${index === rows.length - 1 ? '╰' : '│'} `)}${row}`)
}

function fixLines(fix: Fix, style: Style): readonly string[] {
  return [
    `${style.faint(' fix:')} ${clipped(fix.title, longestRemark)}`,
    ...fix.edits.flatMap((edit) => editLines(edit, style)),
  ]
}

const mostFixLines = 12
/** Of the line before and behind an edit: there are lines of a megabyte. */
const widest = 80
const longestFixLine = 4 * widest

/** The lines an edit touches, before and after. */
function editLines({ at, replacement }: Edit, style: Style): readonly string[] {
  const { text } = at.source
  const starts = linesOf(at.source)
  const first = starts[positionAt(at.source, at.start).line - 1] ?? 0
  const last = starts[positionAt(at.source, at.end).line] ?? text.length
  const [from, to] = [Math.max(first, at.start - widest), Math.min(last, at.end + widest)]
  const before = (from > first ? '…' : '') + text.slice(from, at.start)
  const behind = text.slice(at.end, to) + (to < last ? '…' : '')
  const shown = [
    style.faint(`      ${visible(placeInWords(at))}`),
    ...linesIn(before + text.slice(at.start, at.end) + behind).map((line) => `      ${style.error('-')} ${line}`),
    ...linesIn(before + replacement.slice(0, 2 * mostFixLines * longestFixLine) + behind).map(
      (line) => `      ${style.good('+')} ${line}`,
    ),
  ]
  return shown.length > mostFixLines ? [...shown.slice(0, mostFixLines), style.faint('      …')] : shown
}

function linesIn(text: string): readonly string[] {
  const seen = text.slice(0, 2 * mostFixLines * longestFixLine).replace(/(?:\r\n|\r|\n)$/, '')
  const lines = text === '' ? [] : seen.split(/\r\n|\r|\n/, mostFixLines)
  return lines.map((line) => clipped(line, longestFixLine))
}
