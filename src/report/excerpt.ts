import { linesOf, positionAt, type Span } from '../source/span.ts'
import { beforeLineEnds } from './place.ts'
import { visible, widthOf } from './visible.ts'

/** One line of a file with the marked part of it, cut so that it fits on a screen. */
export interface Excerpt {
  readonly line: number
  readonly text: string
  /** Columns of the screen before the mark, and under it (at least one). */
  readonly indent: number
  readonly width: number
  /** The last line of a span that goes on below; undefined where it ends on this line. */
  readonly through: number | undefined
}

/** Minified files have lines of any length: this much of one is shown, around the mark. */
const widest = 120
const before = 40

export function excerptOf(span: Span): Excerpt {
  const { line, column } = positionAt(span.source, span.start)
  const last = positionAt(span.source, Math.max(span.start, span.end - 1)).line
  const whole = lineText(span, line)
  const from = column - 1 + before > widest ? snapped(whole, column - 1 - before) : 0
  const to = Math.min(whole.length, snapped(whole, from + widest))
  const start = column - 1
  const end = Math.min(to, last > line ? whole.trimEnd().length : start + Math.max(0, span.end - span.start))
  const lead = from > 0 ? '…' : ''
  return {
    line,
    text: `${lead}${visible(whole.slice(from, to))}${to < whole.length ? '…' : ''}`,
    indent: lead.length + widthOf(visible(whole.slice(from, start))),
    width: Math.max(1, widthOf(visible(whole.slice(start, end)))),
    through: last > line ? last : undefined,
  }
}

function lineText({ source }: Span, line: number): string {
  const starts = linesOf(source)
  const start = starts[line - 1] ?? 0
  return source.text.slice(start, beforeLineEnds(source.text, start, starts[line] ?? source.text.length))
}

/** Never between the halves of a surrogate pair. */
const snapped = (text: string, index: number): number => {
  const code = text.charCodeAt(index)
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index
}
