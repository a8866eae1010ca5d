import { RE2JS } from 're2js'

/**
 * Patterns written in a repository (sed, grep, `=~`, Helm's regular expression functions). They run in linear time on
 * re2js, with Go's semantics (`longest`: of the matches that start first the longest, as POSIX wants). Undefined: RE2 does not know the pattern (a back-reference, a look-around) and so the answer is
 * unknown.
 */
export function compilePattern(
  pattern: string,
  flags: {
    readonly ignoreCase?: boolean
    readonly multiline?: boolean
    readonly longest?: boolean
    readonly lookbehind?: boolean
  } = {},
): RE2JS | undefined {
  try {
    return RE2JS.compile(
      pattern,
      (flags.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) |
        (flags.multiline ? RE2JS.MULTILINE : 0) |
        (flags.longest ? RE2JS.LONGEST_MATCH : 0) |
        (flags.lookbehind ? RE2JS.LOOKBEHINDS : 0),
    )
  } catch {
    return undefined
  }
}

/** A pattern that matches just this text. */
export const literalPattern = (text: string): string => text.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&')
/** What RE2 says of a pattern that it refuses (`error parsing regexp: missing closing ): `(``). */
export function patternProblem(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export interface PatternMatch {
  readonly start: number
  readonly end: number
  /** Offsets of the groups, the whole match first; undefined for a group that took no part. */
  readonly groups: readonly ({ readonly start: number; readonly end: number } | undefined)[]
}

/** All matches from left to right, none of them overlapping; at most `limit`. */
export function matchesOf(pattern: RE2JS, value: string, limit = 100_000): readonly PatternMatch[] {
  const found: PatternMatch[] = []
  const matcher = pattern.matcher(value)
  while (found.length < limit && matcher.find()) {
    const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, group) => {
      const start = matcher.start(group)
      return start < 0 ? undefined : { start, end: matcher.end(group) }
    })
    found.push({ start: matcher.start(), end: matcher.end(), groups })
  }
  return found
}
