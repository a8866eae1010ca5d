import { linesOf, positionAt, type Source, type Span } from './source/span.ts'

/** `# preflight: ignore[rule-id, other-id] why`, also behind `//`, and within `{{/* ... }}` or `<!-- -->`. */
export interface IgnoreComment {
  /** Empty where the brackets are missing. */
  readonly rules: readonly string[]
  /** Empty where nobody says. */
  readonly why: string
  /** The line whose findings it silences, 1-based: its own, or the next where it stands alone. */
  readonly line: number
  /** From `preflight:` to the closing bracket. */
  readonly at: Span
}

const marker = /(#|\/\/|\{\{-?[ \t]*\/\*|<!--)[ \t]*(preflight:[ \t]*ignore\b(?:[ \t]*\[([^\]\r\n]*)\])?)([^\r\n]*)/

/** A word that every such comment has: most files do without, and are not looked at line by line. */
const needle = 'preflight:'

const known = new WeakMap<Source, readonly IgnoreComment[]>()

/** All ignore comments of a file, in order. The same source is read once. */
export function ignoreCommentsIn(source: Source): readonly IgnoreComment[] {
  const before = known.get(source)
  if (before) return before
  const found = source.text.includes(needle) ? read(source) : []
  known.set(source, found)
  return found
}

interface PlacedComment extends Omit<IgnoreComment, 'line'> {
  readonly on: number
  /** Nothing stands before it on its line. */
  readonly alone: boolean
}

function read(source: Source): readonly IgnoreComment[] {
  const starts = linesOf(source)
  const found: PlacedComment[] = []
  for (let from = source.text.indexOf(needle); from >= 0; from = source.text.indexOf(needle, from)) {
    const on = positionAt(source, from).line
    const start = starts[on - 1] ?? 0
    const line = source.text.slice(start, Math.min(starts[on] ?? source.text.length, start + longestLine))
    const match = marker.exec(line)
    if (match) found.push({ ...commentOf(match, source, start), on, alone: line.slice(0, match.index).trim() === '' })
    from = starts[on] ?? source.text.length
  }
  return withLines(found)
}

/** A comment on a line of its own counts for the line below; several of them may stand above each other. */
function withLines(found: readonly PlacedComment[]): readonly IgnoreComment[] {
  const below = new Map<number, number>()
  for (const { on, alone } of found.toReversed()) if (alone) below.set(on, below.get(on + 1) ?? on + 1)
  return found.map(({ rules, why, at, on }) => ({ rules, why, at, line: below.get(on) ?? on }))
}

/** Nobody writes longer ones, and a minified file is one line. */
const longestLine = 2000

function commentOf(match: RegExpExecArray, source: Source, lineStart: number): Omit<IgnoreComment, 'line'> {
  const [whole, opener = '', directive = '', ids, rest = ''] = match
  const start = lineStart + match.index + whole.indexOf(directive, opener.length)
  return {
    rules: (ids ?? '')
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== ''),
    why: rest.replace(/(?:\*\/[ \t]*-?\}\}|-->)[ \t]*$/, '').trim(),
    at: { source, start, end: start + directive.length },
  }
}
