import type { Span } from '../source/span.ts'
import { indexOfPiece, type Piece, type Text } from '../source/text.ts'
import type { EmitStyle } from './yaml-emit.ts'

/** yaml_emitter_t of go-yaml (emitterc.go), as far as block documents without tags and anchors need it. */
export interface Out {
  readonly style: EmitStyle
  readonly parts: string[]
  readonly pieces: Piece[]
  length: number
  column: number
  whitespace: boolean
  indention: boolean
}

export const bestIndent = 2

/** Writes characters that come from `at` as a whole. A line break in them starts a line. */
export function put(out: Out, characters: string, at: Span): void {
  if (characters === '') return
  out.parts.push(characters)
  out.length += characters.length
  const last = out.pieces.at(-1)
  if (last && !last.exact && last.at === at && last.via.length === 0)
    out.pieces[out.pieces.length - 1] = { ...last, end: out.length }
  else out.pieces.push({ end: out.length, at, exact: false, via: [] })
  const lineBreak = characters.lastIndexOf('\n')
  out.column = lineBreak < 0 ? out.column + width(characters) : width(characters.slice(lineBreak + 1))
}

const width = (characters: string): number => {
  let count = characters.length
  for (let index = 0; index < characters.length; index += 1)
    if ((characters.charCodeAt(index) & 0xfc00) === 0xdc00) count -= 1
  return count
}

/** Writes `text` from `start` to `end`, one to one. */
export function copy(out: Out, text: Text, start: number, end: number): void {
  if (start >= end) return
  const characters = text.value.slice(start, end)
  out.parts.push(characters)
  const { pieces } = text
  for (let index = indexOfPiece(pieces, start); index < pieces.length; index += 1) {
    const piece = pieces[index] as Piece
    const begin = pieces[index - 1]?.end ?? 0
    const low = Math.max(begin, start)
    const high = Math.min(piece.end, end)
    if (low < high) {
      const at = piece.exact
        ? { source: piece.at.source, start: piece.at.start + low - begin, end: piece.at.start + high - begin }
        : piece.at
      out.pieces.push({ end: out.length + high - start, at, exact: piece.exact, via: piece.via, why: piece.why })
    }
    if (piece.end >= end) break
  }
  out.length += characters.length
  out.column += width(characters)
}

export function writeIndent(out: Out, indent: number, at: Span): void {
  const column = Math.max(indent, 0)
  if (!out.indention || out.column > column || (out.column === column && !out.whitespace)) put(out, '\n', at)
  put(out, ' '.repeat(Math.max(0, column - out.column)), at)
  out.whitespace = true
  out.indention = true
}

export function indicator(
  out: Out,
  characters: string,
  at: Span,
  needSpace: boolean,
  isSpace: boolean,
  indents: boolean,
): void {
  put(out, needSpace && !out.whitespace ? ` ${characters}` : characters, at)
  out.whitespace = isSpace
  out.indention = out.indention && indents
}
