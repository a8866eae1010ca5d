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

function read(source: Source): readonly IgnoreComment[] {
  const starts = linesOf(source)
  const found: (Omit<IgnoreComment, 'line'> & { readonly on: number; readonly alone: boolean })[] = []
  for (let from = source.text.indexOf(needle); from >= 0; from = source.text.indexOf(needle, from)) {
    const on = positionAt(source, from).line
    const start = starts[on - 1] ?? 0
    const line = source.text.slice(start, Math.min(starts[on] ?? source.text.length, start + longestLine))
    const match = marker.exec(line)
    if (match) found.push({ ...commentOf(match, source, start), on, alone: line.slice(0, match.index).trim() === '' })
    from = starts[on] ?? source.text.length
  }
  const standing = new Set(found.filter(({ alone }) => alone).map(({ on }) => on))
  return found.map(({ rules, why, at, on, alone }) => ({ rules, why, at, line: alone ? below(on, standing) : on }))
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

/** Several of them may stand above each other. */
function below(on: number, standing: ReadonlySet<number>): number {
  let line = on + 1
  while (standing.has(line)) line += 1
  return line
}
