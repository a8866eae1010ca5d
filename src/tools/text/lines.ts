import type { Span } from '../../source/span.ts'
import { concatAll, emptyText, type Piece, spoken, type Text } from '../../source/text.ts'

/** A line as Unix tools see it: only LF ends one, and the last may lack it. */
export interface Line {
  readonly body: Text
  /** LF, or empty at the end of a text that does not end in one. */
  readonly end: Text
}

/** All lines of a text. */
export function linesOf(text: Text): readonly Line[] {
  const cuts: number[] = []
  for (let at = text.value.indexOf('\n'); at >= 0; at = text.value.indexOf('\n', at + 1)) cuts.push(at, at + 1)
  const parts = cutAt(text, cuts)
  const found: Line[] = []
  for (let index = 0; index + 1 < parts.length; index += 2)
    found.push({ body: parts[index] as Text, end: parts[index + 1] as Text })
  const rest = parts.at(-1) ?? emptyText
  return rest.value === '' ? found : [...found, { body: rest, end: emptyText }]
}

/** The parts between ascending offsets, in one walk over the pieces. */
export function cutAt(text: Text, offsets: readonly number[]): readonly Text[] {
  const parts: Text[] = []
  let piece = 0
  let start = 0
  for (const end of [...offsets, text.value.length]) {
    const pieces: Piece[] = []
    for (; beginOf(text, piece) < end; piece += 1) {
      const whole = text.pieces[piece] as Piece
      const begin = beginOf(text, piece)
      pieces.push(partOf(whole, begin, Math.max(begin, start), Math.min(whole.end, end), start))
      if (whole.end > end) break
    }
    parts.push(start < end ? { value: text.value.slice(start, end), pieces } : emptyText)
    start = end
  }
  return parts
}

const beginOf = (text: Text, piece: number): number =>
  piece >= text.pieces.length ? Number.POSITIVE_INFINITY : (text.pieces[piece - 1]?.end ?? 0)

/** Of a piece that begins at `begin` what stands from `low` to `high`, in a text that starts at `start`. */
function partOf(piece: Piece, begin: number, low: number, high: number, start: number): Piece {
  if (!piece.exact) return { ...piece, end: high - start }
  const { source, start: from } = piece.at
  return { ...piece, end: high - start, at: { source, start: from + low - begin, end: from + high - begin } }
}

export const joinLines = (lines: readonly Line[]): Text => concatAll(lines.flatMap(({ body, end }) => [body, end]))

/** A line end that stands where the line's own one stands, or else at the place of the command. */
export const endOf = (line: Line, at: Span): Text => (line.end.value === '' ? spoken('\n', at) : line.end)
