import type { Span } from '../../source/span.ts'
import { emptyText, type Piece, type Reason, slice, type Text } from '../../source/text.ts'
import { tooMuchText, Unsupported } from './failure.ts'

/** Longer texts, or of more parts, are not made: whatever a function puts together goes through here. */
const longest = 16_000_000
const mostParts = 500_000

function checkParts(count: number): void {
  if (count > mostParts) throw new Unsupported(tooMuchText)
}

/** All texts one after the other. Like `concat`, for very many texts. */
export function joined(texts: readonly Text[]): Text {
  if (texts.length === 0) return emptyText
  if (texts.length === 1) return texts[0] as Text
  const length = texts.reduce((sum, text) => sum + text.value.length, 0)
  if (length > longest) throw new Unsupported(tooMuchText)
  checkParts(texts.reduce((sum, text) => sum + text.pieces.length, 0))
  const pieces: Piece[] = []
  let value = ''
  for (const text of texts) {
    const offset = value.length
    if (offset === 0) for (const piece of text.pieces) pieces.push(piece)
    else for (const piece of text.pieces) pushPiece(pieces, piece, offset)
    value += text.value
  }
  return value === '' ? emptyText : { value, pieces }
}

function pushPiece(pieces: Piece[], piece: Piece, offset: number): void {
  const last = pieces[pieces.length - 1]
  const end = piece.end + offset
  if (
    last &&
    last.why === piece.why &&
    last.exact === piece.exact &&
    (last.via === piece.via || last.via.length + piece.via.length === 0)
  ) {
    if (!piece.exact && last.at === piece.at) {
      pieces[pieces.length - 1] = { end, at: last.at, exact: false, via: last.via, why: last.why }
      return
    }
    if (piece.exact && last.at.source === piece.at.source && last.at.end === piece.at.start) {
      const at = { source: last.at.source, start: last.at.start, end: piece.at.end }
      pieces[pieces.length - 1] = { end, at, exact: true, via: last.via, why: last.why }
      return
    }
  }
  pieces.push({ end, at: piece.at, exact: piece.exact, via: piece.via, why: piece.why })
}

/** Slices from left to right in one walk over the pieces; for texts with very many of them. */
export class Slicer {
  private readonly text: Text
  private index = 0
  private begin = 0

  constructor(text: Text) {
    this.text = text
  }

  /** `start` never lies before an earlier call's. */
  slice(start: number, end: number): Text {
    if (start >= end) return emptyText
    const { pieces, value } = this.text
    if (start === 0 && end >= value.length) return this.text
    while (this.index < pieces.length && (pieces[this.index] as Piece).end <= start) {
      this.begin = (pieces[this.index] as Piece).end
      this.index += 1
    }
    const found: Piece[] = []
    let begin = this.begin
    for (let at = this.index; at < pieces.length && begin < end; at += 1) {
      const piece = pieces[at] as Piece
      const low = Math.max(begin, start)
      const high = Math.min(piece.end, end)
      if (low < high)
        found.push({
          end: high - start,
          at: piece.exact
            ? { source: piece.at.source, start: piece.at.start + low - begin, end: piece.at.start + high - begin }
            : piece.at,
          exact: piece.exact,
          via: piece.via,
          why: piece.why,
        })
      begin = piece.end
    }
    return { value: value.slice(start, end), pieces: found }
  }
}

/** Replaces every occurrence of `old` (at most `limit`), Go's strings.Replace. */
export function replaced(text: Text, old: string, replacement: Text, limit = Number.POSITIVE_INFINITY): Text {
  if (old === '') return replacedEverywhere(text, replacement, limit)
  let found = text.value.indexOf(old)
  if (found < 0) return text
  const slicer = new Slicer(text)
  const parts: Text[] = []
  let run = 0
  for (let count = 0; found >= 0 && count < limit; count += 1) {
    parts.push(slicer.slice(run, found), replacement)
    checkParts(parts.length)
    run = found + old.length
    found = text.value.indexOf(old, run)
  }
  parts.push(slicer.slice(run, text.value.length))
  return joined(parts)
}

function replacedEverywhere(text: Text, replacement: Text, limit: number): Text {
  const parts: Text[] = []
  let offset = 0
  for (const character of text.value) {
    if (parts.length / 2 >= limit) break
    parts.push(replacement, slice(text, offset, offset + character.length))
    checkParts(parts.length)
    offset += character.length
  }
  if (offset < text.value.length) parts.push(slice(text, offset))
  else if (parts.length / 2 < limit) parts.push(replacement)
  return joined(parts)
}

/** Go's strings.Split for a separator that is not empty. */
export function splitText(text: Text, separator: string, limit = -1): readonly Text[] {
  const slicer = new Slicer(text)
  const parts: Text[] = []
  if (separator === '') {
    let offset = 0
    for (const character of text.value) {
      if (limit > 0 && parts.length === limit - 1) break
      parts.push(slicer.slice(offset, offset + character.length))
      checkParts(parts.length)
      offset += character.length
    }
    if (offset < text.value.length) parts.push(slicer.slice(offset, text.value.length))
    return parts
  }
  let run = 0
  for (let found = text.value.indexOf(separator); found >= 0; found = text.value.indexOf(separator, run)) {
    if (limit > 0 && parts.length === limit - 1) break
    parts.push(slicer.slice(run, found))
    checkParts(parts.length)
    run = found + separator.length
  }
  return [...parts, slicer.slice(run, text.value.length)]
}

/**
 * Something that a function made of other texts as a whole; `via` keeps where they stand, the main one last. Data comes
 * before templates: a checksum of a whole file has more sources than can be named.
 */
export function madeOf(value: string, here: Span, inputs: readonly Text[]): Text {
  if (value === '') return emptyText
  if (value.length > longest) throw new Unsupported(tooMuchText)
  const data = new Set<Span>()
  const templates = new Set<Span>()
  for (const input of inputs)
    for (const piece of input.pieces)
      for (const origin of piece.exact || piece.via.length === 0 ? [piece.at] : piece.via.toReversed()) {
        const places = isTemplate(origin) ? templates : data
        if (places.size < mostSources) places.add(origin)
      }
  const via = [...data, ...templates].slice(0, mostSources).reverse()
  return { value, pieces: [{ end: value.length, at: here, exact: false, via, why: inputs[0]?.pieces[0]?.why }] }
}

/** The same text for this reason, as far as its pieces have none that is nearer. */
export function under(text: Text, why: Reason | undefined): Text {
  if (why === undefined || text.pieces.every((piece) => piece.why)) return text
  return { value: text.value, pieces: text.pieces.map((piece) => (piece.why ? piece : { ...piece, why })) }
}

/** What an action writes. */
export const writtenAt = (text: Text, at: Span, outer: Reason | undefined): Text =>
  text.pieces.every((piece) => piece.why) ? text : under(text, { kind: 'written', at, by: undefined, outer })

/** Files in `templates/` say how; values, Chart.yaml and the command line say what. */
export const isTemplate = (at: Span): boolean => /(?:^|[/:])templates\//.test(at.source.path)

/** More sources than this are not named for a value that was made of many. */
const mostSources = 250
