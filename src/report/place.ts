import { positionAt, type Span } from '../source/span.ts'

/** Where a span stands, as reports say it: 1-based, the end exclusive, `/` in the path. */
export interface Place {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** A mark that ends with a line ends on that line, and the end of a file is on its last one: the next does not exist. */
export function placeOfSpan({ source, start, end }: Span): Place {
  const from = start === source.text.length ? beforeLineEnds(source.text, 0, start) : start
  const first = positionAt(source, from)
  const last = positionAt(source, beforeLineEnds(source.text, from, Math.max(from, end)))
  return { path: source.path, line: first.line, column: first.column, endLine: last.line, endColumn: last.column }
}

/** `end` without the line ends before it, but not before `start`. */
export function beforeLineEnds(text: string, start: number, end: number): number {
  let last = end
  while (last > start && (text[last - 1] === '\n' || text[last - 1] === '\r')) last -= 1
  return last
}

/** `k8s/api.yaml:12:16`, as written; the caller makes it harmless for where it goes. */
export const placeInWords = (span: Span): string => {
  const { path, line, column } = placeOfSpan(span)
  return `${path}:${line}:${column}`
}
