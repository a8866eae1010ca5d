import { positionAt, type Span } from '../source/span.ts'

/** Where a span stands, as reports say it: 1-based, the end exclusive, `/` in the path. */
export interface Place {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export function placeOfSpan({ source, start, end }: Span): Place {
  const first = positionAt(source, start)
  const last = positionAt(source, Math.max(start, end))
  return { path: source.path, line: first.line, column: first.column, endLine: last.line, endColumn: last.column }
}

/** `k8s/api.yaml:12:16`, as written; the caller makes it harmless for where it goes. */
export const placeInWords = (span: Span): string => {
  const { path, line, column } = placeOfSpan(span)
  return `${path}:${line}:${column}`
}
