/** A real file of the repository (or the command line), as read. Offsets into `text` are UTF-16 code units. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** A half-open range of a source: the only way this program speaks about a place. */
export interface Span {
  readonly source: Source
  readonly start: number
  readonly end: number
}

/** The whole of a source. */
export const wholeOf = (source: Source): Span => ({ source, start: 0, end: source.text.length })

/** The empty span at the beginning of a source, for findings about a file as such. */
export const topOf = (source: Source): Span => ({ source, start: 0, end: 0 })

export const spanText = (span: Span): string => span.source.text.slice(span.start, span.end)

export const sameSpan = (a: Span, b: Span): boolean => a.source === b.source && a.start === b.start && a.end === b.end

/** From the beginning of `a` to the end of `b`; `a` alone when they are in different files. */
export const spanning = (a: Span, b: Span): Span =>
  a.source === b.source && a.start <= b.end ? { source: a.source, start: a.start, end: Math.max(a.end, b.end) } : a

/** 1-based line and column (UTF-16) of an offset. Only reports speak in lines. */
export interface Position {
  readonly line: number
  readonly column: number
}

const lineStarts = new WeakMap<Source, readonly number[]>()

/** Offsets at which the lines of a source start; a line ends with LF, CRLF or CR as editors and GitHub count them. */
export function linesOf(source: Source): readonly number[] {
  const known = lineStarts.get(source)
  if (known) return known
  const starts = [0]
  for (const match of source.text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  lineStarts.set(source, starts)
  return starts
}

export function positionAt(source: Source, offset: number): Position {
  const starts = linesOf(source)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}

/** Where that stands which no file says. No finding is ever placed here: the engine drops it. */
export const nowhere: Span = { source: { path: '', text: '' }, start: 0, end: 0 }
