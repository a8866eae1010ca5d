import type { Config, IgnoreEntry } from './config.ts'
import type { Finding, Severity } from './finding.ts'
import { byPlace, withFingerprints } from './fingerprint.ts'
import { type IgnoreComment, ignoreCommentsIn } from './ignore-comment.ts'
import { nearest } from './source/nearest.ts'
import { positionAt, type Source, type Span } from './source/span.ts'
import { matchesGlob } from './syntax/glob.ts'

/**
 * What is left of the findings after ignore comments, the configuration's ignores and its severities, with what is to be said
 * about the ignores themselves. `sources`: the files whose ignore comments may be called needless. Sorted by path and place.
 */
export function applySuppressions(
  findings: readonly Finding[],
  sources: readonly Source[],
  config: Config,
  ruleIds: readonly string[] = [],
): readonly Finding[] {
  const comments = commentsBySource(findings, sources)
  const used = new Set<IgnoreComment | IgnoreEntry>()
  const usedIds = new Set<string>()
  const left = findings.filter((finding) => {
    const covering = commentsFor(finding, comments)
    const entries = config.ignore.filter((entry) => covers(entry, finding))
    for (const comment of covering) usedIds.add(usedId(comment, finding.rule))
    for (const one of [...covering, ...entries]) used.add(one)
    return covering.length === 0 && entries.length === 0
  })
  const about = [
    ...[...comments.values()].flat().flatMap((comment) => aboutComment(comment, usedIds, ruleIds)),
    ...config.ignore.flatMap((entry) => aboutEntry(entry, used.has(entry))),
  ]
  return [...left, ...withFingerprints(about)]
    .flatMap((finding) => withSeverity(finding, config.rules.get(finding.rule)))
    .sort(byPlace)
}

type NewFinding = Omit<Finding, 'fingerprint'>

const usedId = (comment: IgnoreComment, rule: string): string =>
  `${comment.at.source.path}\0${comment.at.start}\0${rule}`

function commentsBySource(
  findings: readonly Finding[],
  sources: readonly Source[],
): ReadonlyMap<Source, readonly IgnoreComment[]> {
  const pointedTo = findings.flatMap(({ at, because }) => [at.source, ...because.map((note) => note.at.source)])
  return new Map([...new Set([...sources, ...pointedTo])].map((source) => [source, ignoreCommentsIn(source)]))
}

/** The comments that silence a finding: on, or on a line of their own above, any line it points to. */
function commentsFor(
  { rule, at, because }: Finding,
  comments: ReadonlyMap<Source, readonly IgnoreComment[]>,
): readonly IgnoreComment[] {
  return [at, ...because.map((note) => note.at)].flatMap((span) => {
    const line = lineOf(span)
    return (comments.get(span.source) ?? []).filter(
      ({ rules, line: covered }) => covered === line && rules.includes(rule),
    )
  })
}

const lineOf = ({ source, start }: Span): number => positionAt(source, start).line

const covers = ({ rule, path }: IgnoreEntry, finding: Finding): boolean =>
  rule === finding.rule && (path === undefined || matchesGlob(path, finding.at.source.path))

function aboutComment(
  comment: IgnoreComment,
  usedIds: ReadonlySet<string>,
  ruleIds: readonly string[],
): readonly NewFinding[] {
  const { rules, at, why } = comment
  if (rules.length === 0) return [needless(at, 'this ignore names no rule', 'write ignore[rule-id] and the reason')]
  const idle = rules.filter((rule) => !usedIds.has(usedId(comment, rule)))
  const unexplained = why === '' && idle.length < rules.length ? [unexplainedAt(at)] : []
  return [
    ...idle.map((rule) => needless(at, `no finding of ${rule} is silenced here${meant(rule, ruleIds)}`)),
    ...unexplained,
  ]
}

function meant(rule: string, ruleIds: readonly string[]): string {
  if (ruleIds.length === 0 || ruleIds.includes(rule)) return ''
  const near = nearest(rule, ruleIds)
  return `; there is no such rule${near === undefined ? '' : `, did you mean ${near}?`}`
}

function aboutEntry({ rule, path, why, at }: IgnoreEntry, used: boolean): readonly NewFinding[] {
  if (!used)
    return [needless(at, `no finding of ${rule}${path === undefined ? '' : ` in ${path}`} is silenced by this`)]
  return why === undefined ? [unexplainedAt(at)] : []
}

const needless = (
  at: Span,
  message: string,
  help = 'remove it, so that it cannot hide the next mistake',
): NewFinding => ({
  ...own,
  rule: 'ignore-needless',
  at,
  message,
  help,
})

const unexplainedAt = (at: Span): NewFinding => ({
  ...own,
  rule: 'ignore-unexplained',
  at,
  message: 'this ignore does not say why',
  help: 'write the reason behind the bracket, or as why: in the configuration',
})

const own = { severity: 'warning', seen: '', because: [], fix: undefined } as const

const withSeverity = (finding: Finding, override: 'off' | Severity | undefined): readonly Finding[] =>
  override === undefined ? [finding] : override === 'off' ? [] : [{ ...finding, severity: override }]
