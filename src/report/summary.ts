import { type Finding, severities } from '../finding.ts'
import type { Span } from '../source/span.ts'
import { deliveryMap } from './delivery-map.ts'
import { code, codeBlock, escaped, permalink } from './markdown.ts'
import { placeOfSpan } from './place.ts'
import { plural, type Report, verdictInWords } from './report.ts'
import type { RuleLink } from './rule-link.ts'
import { withoutColour } from './style.ts'
import { coverageLine, findingText, nodesLine } from './text.ts'
import { clipped } from './visible.ts'

export interface SummaryOptions {
  readonly link: RuleLink
  /** `https://github.com/owner/name`; undefined: places are no links. */
  readonly repositoryUrl: string | undefined
  /** The commit that is checked out. */
  readonly sha: string | undefined
  /** Path of the checked root in the repository, with a `/` at the end, or empty. */
  readonly prefix: string
  /** In bytes of UTF-8. */
  readonly budget: number
}

/**
 * GitHub drops a summary over 1 MiB as a whole (actions/runner, FileCommandManager.cs, AttachmentSizeLimit). This leaves room
 * for what other code in the same step may write.
 */
export const summaryBudget = 900 * 1024

const titles = {
  pass: '✅ deploy-preflight',
  fail: '❌ deploy-preflight',
  'config-invalid': '❌ deploy-preflight',
} as const

const mostRows = 100
const mostSkipped = 20

/** The job summary: verdict first, a table, details, the delivery map. Never longer than the budget, and it says what is left out. */
export function summary(report: Report, options: SummaryOptions): string {
  const worstFirst = report.findings.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity))
  const head = `## ${titles[report.verdict]}\n\n**${escaped(verdictInWords(report))}**\n\n`
  const tail = `${pictured(report)}${remarks(report)}`
  const budget = options.budget - bytes(head) - bytes(tail) - 200
  if (budget < 0) return bytes(head) <= options.budget ? head : ''
  const table = fitted(worstFirst.slice(0, mostRows), (finding) => row(finding, options), budget / 2)
  const details = fitted(worstFirst, (finding) => detail(finding, options), budget - bytes(table.text))
  const left = worstFirst.length - details.count
  const more =
    left > 0
      ? `\n…and ${plural(left, 'more finding')}: the whole report is in the file that the output \`report-json\` names.\n\n`
      : ''
  return `${head}${table.count > 0 ? tableHead + table.text : ''}\n${details.text}${more}${tail}`
}

const tableHead = '| | rule | where | what |\n| --- | --- | --- | --- |\n'
const signs = { error: '🔴 error', warning: '🟠 warning', notice: '🔵 notice' } as const

interface Fitted {
  readonly text: string
  readonly count: number
}

/** As many items from the beginning as fit. */
function fitted(findings: readonly Finding[], show: (finding: Finding) => string, budget: number): Fitted {
  const parts: string[] = []
  let left = budget
  for (const finding of findings) {
    const part = show(finding)
    left -= bytes(part)
    if (left < 0) break
    parts.push(part)
  }
  return { text: parts.join(''), count: parts.length }
}

const encoder = new TextEncoder()
const bytes = (text: string): number => encoder.encode(text).length

const row = (finding: Finding, options: SummaryOptions): string =>
  `| ${signs[finding.severity]} | ${ruleName(finding.rule, options)} | ${where(finding.at, options)} | ${escaped(clipped(finding.message, 300))} |\n`

function ruleName(rule: string, { link }: SummaryOptions): string {
  const page = link(rule)
  return page ? `[${code(rule)}](${page})` : code(rule)
}

function where(span: Span, { repositoryUrl, sha, prefix }: SummaryOptions): string {
  const { path, line, endLine } = placeOfSpan(span)
  const name = code(`${prefix}${path}:${line}`)
  return repositoryUrl && sha ? `[${name}](${permalink(repositoryUrl, sha, prefix + path, line, endLine)})` : name
}

function detail(finding: Finding, options: SummaryOptions): string {
  const ends = [finding.at, ...finding.because.slice(0, 10).map(({ at }) => at)].map((span) => where(span, options))
  const title = `${signs[finding.severity]} ${escaped(clipped(`${finding.rule}: ${finding.message}`, 300))}`
  const open = finding.severity === 'error' ? ' open' : ''
  return `<details${open}><summary>${title}</summary>\n\n${ends.join(' ← ')}\n\n${codeBlock('text', findingText(finding, withoutColour))}\n</details>\n\n`
}

function pictured({ trace }: Report): string {
  const map = deliveryMap(trace)
  return map === '' ? '' : `### Delivery map\n\n${map}\n`
}

function remarks({ skipped, coverage, trace }: Report): string {
  const nodes = nodesLine(trace)
  const rest = skipped.length - mostSkipped
  const lines = [
    ...skipped
      .slice(0, mostSkipped)
      .map(({ path, reason }) => `- not read: ${code(clipped(path, 300))} (${escaped(clipped(reason, 300))})`),
    ...(rest > 0 ? [`- not read: ${plural(rest, 'more file')}`] : []),
    ...(coverage.length > 0 ? [`- ${escaped(coverageLine(coverage))}`] : []),
    ...(nodes ? [`- ${escaped(nodes)}`] : []),
  ]
  return lines.length > 0 ? `${lines.join('\n')}\n` : ''
}
