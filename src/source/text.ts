import { nowhere, type Source, type Span, spanning, wholeOf } from './span.ts'

/**
 * A value that knows where it was written. Pieces cover `value` without gaps, in order.
 * Files, shell words, environment values, rendered scalars and virtual files are all of this one kind.
 */
export interface Text {
  readonly value: string
  readonly pieces: readonly Piece[]
}

/**
 * `exact`: the characters of the piece correspond one to one to those of `at`. Otherwise the piece comes from `at` as a
 * whole (`$GITHUB_SHA` in a script, an expression). `via`: the places behind it, newest first (the `env:` entry, the output).
 */
export interface Piece {
  readonly end: number
  readonly at: Span
  readonly exact: boolean
  readonly via: readonly Span[]
  /** Of what a template wrote: what let the piece stand there. */
  readonly why?: Reason | undefined
}

/**
 * What let a piece stand where it does, the innermost first: the action that wrote it, the call of the template around it, a
 * condition that was met, a value that was empty so that another took its place.
 */
export interface Reason {
  readonly kind: 'written' | 'call' | 'condition' | 'fallback'
  /** The action in the template. */
  readonly at: Span
  /** What decided, where it was written: the value of the condition, or the empty one. */
  readonly by: Span | undefined
  readonly outer: Reason | undefined
}

/** Longer trails than this are cut in the middle: the newest places and the origin are what a reader needs. */
const longestTrail = 8

export const emptyText: Text = { value: '', pieces: [] }

/** The whole of a file as it is. */
export const fileText = (source: Source): Text => textAt(wholeOf(source))

/** The characters of a span, one to one. */
export function textAt(span: Span): Text {
  if (span.start >= span.end) return emptyText
  return {
    value: span.source.text.slice(span.start, span.end),
    pieces: [{ end: span.end - span.start, at: span, exact: true, via: [] }],
  }
}

/** A value that comes from a place as a whole. */
export function spoken(value: string, at: Span, via: readonly Span[] = []): Text {
  return value === '' ? emptyText : { value, pieces: [{ end: value.length, at, exact: false, via }] }
}

/** `a` followed by `b` and so on. Neighbours that continue each other in the same file become one piece. */
export const concat = (...texts: readonly Text[]): Text => concatAll(texts)

/** As `concat`, for as many texts as there may be: arguments are limited by the stack. */
export function concatAll(texts: readonly Text[]): Text {
  const filled = texts.filter((text) => text.value !== '')
  if (filled.length <= 1) return filled[0] ?? emptyText
  const pieces: Piece[] = []
  let offset = 0
  for (const text of filled) {
    for (const piece of text.pieces) pushPiece(pieces, { ...piece, end: offset + piece.end })
    offset += text.value.length
  }
  return { value: filled.map((text) => text.value).join(''), pieces }
}

function pushPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (
    last?.exact &&
    piece.exact &&
    last.at.source === piece.at.source &&
    last.at.end === piece.at.start &&
    last.why === piece.why &&
    sameTrail(last.via, piece.via)
  ) {
    pieces[pieces.length - 1] = { ...last, end: piece.end, at: { ...last.at, end: piece.at.end } }
  } else pieces.push(piece)
}

const sameTrail = (a: readonly Span[], b: readonly Span[]): boolean =>
  a === b || (a.length === b.length && a.every((span, index) => span === b[index]))

export function join(texts: readonly Text[], separator: Text): Text {
  return concatAll(texts.flatMap((text, index) => (index === 0 ? [text] : [separator, text])))
}

/** The characters from `start` to `end` (as `String.prototype.slice` for non-negative offsets), with their places. */
export function slice(text: Text, start: number, end: number = text.value.length): Text {
  if (start <= 0 && end >= text.value.length) return text
  const from = Math.max(0, start)
  const to = Math.min(end, text.value.length)
  if (from >= to) return emptyText
  const pieces: Piece[] = []
  for (let index = indexOfPiece(text.pieces, from); index < text.pieces.length; index += 1) {
    const piece = text.pieces[index] as Piece
    const begin = text.pieces[index - 1]?.end ?? 0
    const low = Math.max(begin, from)
    const high = Math.min(piece.end, to)
    if (low < high) {
      const at = piece.exact ? cut(piece.at, low - begin, high - begin) : piece.at
      pieces.push({ end: high - from, at, exact: piece.exact, via: piece.via, why: piece.why })
    }
    if (piece.end >= to) break
  }
  return { value: text.value.slice(from, to), pieces }
}

/** The piece that holds the character at `offset`: rendered files have thousands of them. */
export function indexOfPiece(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle] as Piece).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

const cut = (span: Span, from: number, to: number): Span => ({
  source: span.source,
  start: span.start + from,
  end: span.start + to,
})

/** `text` with `start`..`end` replaced; the rest keeps its places. */
export const splice = (text: Text, start: number, end: number, replacement: Text): Text =>
  concat(slice(text, 0, start), replacement, slice(text, end))

/**
 * The same characters, used at another place: `$TAG` in a script whose value was written in an `env:` entry. Every piece
 * is now spoken at `at`, and remembers where it came from, unless it came from nowhere (`github.sha`).
 */
export function usedAt(text: Text, at: Span): Text {
  return {
    value: text.value,
    pieces: text.pieces.map((piece) => ({
      end: piece.end,
      at,
      exact: false,
      via: piece.at === at || piece.at === nowhere ? piece.via : trail(piece.at, piece.via),
      why: piece.why,
    })),
  }
}

function trail(newest: Span, rest: readonly Span[]): readonly Span[] {
  const all = [newest, ...rest]
  return all.length <= longestTrail ? all : [...all.slice(0, longestTrail - 1), all[all.length - 1] as Span]
}

/** Another value made of `text` as a whole (lower-cased, hashed, cut in a way that keeps no places). */
export function remade(text: Text, value: string): Text {
  if (value === text.value) return text
  const first = text.pieces[0]
  return first && value !== ''
    ? { value, pieces: [{ end: value.length, at: placeOf(text), exact: false, via: first.via, why: first.why }] }
    : emptyText
}

/** Splits at every place where the separator stands; the separator is in no part. */
export function split(text: Text, separator: string | RegExp): readonly Text[] {
  const parts: Text[] = []
  let start = 0
  const pattern = typeof separator === 'string' ? new RegExp(escapePattern(separator), 'g') : new RegExp(separator, 'g')
  for (const match of text.value.matchAll(pattern)) {
    if (match[0] === '') continue
    parts.push(slice(text, start, match.index))
    start = match.index + match[0].length
  }
  return [...parts, slice(text, start)]
}

const escapePattern = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Without white space at both ends. */
export function trim(text: Text): Text {
  const start = text.value.length - text.value.trimStart().length
  return slice(text, start, Math.max(start, text.value.trimEnd().length))
}

/** The lines without their line ends; a final line end makes no empty last line. */
export function lines(text: Text): readonly Text[] {
  const parts = split(text, /\r\n|\n/)
  return parts.at(-1)?.value === '' ? parts.slice(0, -1) : parts
}

export function pieceAt(text: Text, offset: number): Piece | undefined {
  return text.pieces[indexOfPiece(text.pieces, offset)] ?? text.pieces.at(-1)
}

/** Where a text stands: from its first to its last piece when they are in one file, else its first piece. */
export function placeOf(text: Text): Span {
  const first = text.pieces[0]
  if (!first) return nowhere
  const last = text.pieces.at(-1) ?? first
  return spanning(first.at, last.at)
}

/** Where the characters from `start` to `end` stand: `placeOf(slice(…))` without making the slice. */
export function placeBetween(text: Text, start: number, end: number): Span {
  const first = indexOfPiece(text.pieces, start)
  const last = indexOfPiece(text.pieces, Math.max(start, end - 1))
  const place = (index: number, from: number, to: number): Span => {
    const piece = text.pieces[index]
    if (!piece) return nowhere
    if (!piece.exact) return piece.at
    const begin = text.pieces[index - 1]?.end ?? 0
    return cut(piece.at, Math.max(from, begin) - begin, Math.min(to, piece.end) - begin)
  }
  if (start >= end) return nowhere
  const head = place(first, start, end)
  return first === last || last >= text.pieces.length ? head : spanning(head, place(last, start, end))
}

/** Where somebody wrote what this piece says: the oldest place behind it. */
export const originOf = (piece: Piece): Span => piece.via.at(-1) ?? piece.at

/** More reasons than this are not told: a template may call itself. */
const mostReasons = 12

/** What let a piece stand where it does, the innermost first. */
export const reasons = ({ why }: Piece): readonly Reason[] => reasonsFrom(why)

/** A reason and those around it. */
export function reasonsFrom(innermost: Reason | undefined): readonly Reason[] {
  const found: Reason[] = []
  for (let reason = innermost; reason && found.length < mostReasons; reason = reason.outer) found.push(reason)
  return found
}
