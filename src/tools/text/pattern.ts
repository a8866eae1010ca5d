import { holdsUnknown } from '../../source/unknown.ts'
import { type PosixDialect, type PosixPattern, posixPattern } from '../../syntax/posix-regex.ts'
import { compilePattern, matchesOf, type PatternMatch } from '../../syntax/regex.ts'
import { answersOf, saysNothing } from './possible.ts'

/** More matches than this in one text are not counted: who asks must not rely on them. */
export const mostMatches = 100_000

/** A POSIX pattern ready to be looked for. */
export interface Pattern {
  readonly posix: PosixPattern
  /** Matches from left to right as sed and grep count them: none that is empty and follows another at once. */
  readonly matches: (value: string, limit?: number) => readonly PatternMatch[]
  /** Whether the groups of these matches are those that POSIX says. */
  readonly groupsAreCertain: (value: string, limit?: number) => boolean
  /** The pattern holds an unknown: this one matches wherever it could match. */
  readonly relaxed: Pattern | undefined
}

export interface PatternFlags {
  readonly extended: boolean
  readonly sedEscapes?: boolean
  readonly ignoreCase?: boolean
  readonly multiline?: boolean
  /** Perl's pattern: the first match that its order of trying finds, not the longest. */
  readonly perl?: boolean
  /** Only what this group matches is the match: Perl's `\K`. */
  readonly keep?: number | undefined
}

/** Undefined: a pattern that this program does not understand, or the tool rejects. */
export function patternOf(text: string, flags: PatternFlags): Pattern | undefined {
  const { extended, sedEscapes = false } = flags
  const read = (unknowns: PosixDialect['unknowns'], lastFirst = false): PosixPattern | undefined =>
    posixPattern(text, { extended, sedEscapes, unknowns, lastFirst })
  const strict = read('literal')
  if (!strict) return undefined
  const other = strict.alternatives && strict.groups > 0 ? read('literal', true) : undefined
  const relaxed = holdsUnknown(text) ? read('anything') : undefined
  return compiled(strict, flags, other, relaxed)
}

/** A pattern from its readings: `other` prefers the last alternatives, `relaxed` takes unknowns for anything. */
export function compiled(
  posix: PosixPattern,
  flags: Omit<PatternFlags, 'extended'>,
  other: PosixPattern | undefined,
  relaxed: PosixPattern | undefined,
): Pattern | undefined {
  const { ignoreCase = false, multiline = false, perl = false, keep } = flags
  const compile = (one: PosixPattern) =>
    compilePattern(one.source, { ignoreCase, multiline, longest: !perl, lookbehind: perl })
  const regex = compile(posix)
  const otherRegex = other && compile(other)
  if (!regex) return undefined
  const found = (one: NonNullable<typeof regex>, value: string, limit = mostMatches): readonly PatternMatch[] =>
    withoutEmptyNeighbours(matchesOf(one, value, limit))
  const kept = (match: PatternMatch): PatternMatch => ({ ...match, ...(keep === undefined ? {} : match.groups[keep]) })
  const matches: Pattern['matches'] = (value, limit) => found(regex, value, limit).map(kept)
  const groupsAreCertain: Pattern['groupsAreCertain'] = (value, limit) => {
    if (!posix.certainGroups) return false
    if (!posix.alternatives || posix.groups === 0) return true
    return otherRegex !== undefined && sameMatches(found(otherRegex, value, limit), matches(value, limit))
  }
  return { posix, matches, groupsAreCertain, relaxed: relaxed && compiled(relaxed, flags, undefined, undefined) }
}

const sameMatches = (a: readonly PatternMatch[], b: readonly PatternMatch[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

const withoutEmptyNeighbours = (matches: readonly PatternMatch[]): readonly PatternMatch[] =>
  matches.filter((match, index) => match.start < match.end || match.start !== matches[index - 1]?.end)

/** Literal text of this length is looked for in what somebody wrote, not in what an unknown may stand for. */
const longEnough = 4

/** Strings that the pattern looks for and that an unknown in `value` may well contain. */
export const hintsFor = ({ posix }: Pattern, value: string): readonly string[] =>
  posix.literals >= longEnough && !saysNothing(value) ? [] : [posix.example]

/** Whether the pattern matches somewhere, whatever the unknowns in pattern and value are. */
export function matchesIn(pattern: Pattern, value: string): boolean | 'unknown' {
  const found = (one: Pattern, text: string): boolean => one.matches(text, 1).length > 0
  if (pattern.relaxed) return found(pattern, value) || (found(pattern.relaxed, value) ? 'unknown' : false)
  const answers = answersOf(value, (text) => found(pattern, text), hintsFor(pattern, value))
  return answers.size > 1 ? 'unknown' : answers.has(true)
}
