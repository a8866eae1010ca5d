import { concat, placeOf, slice, spoken, type Text } from '../source/text.ts'
import {
  at,
  atIndicator,
  column,
  isBlank,
  isBlankz,
  isBreak,
  push,
  removeSimpleKey,
  type Scanner,
  saveSimpleKey,
  skipLine,
  YamlRefusal,
} from './yaml-go-cursor.ts'

/** Pieces of a scalar's value: stretches of the source as they are, and characters that stand for others. */
interface Pieces {
  readonly parts: Text[]
  readonly within: Text
  from: number
  to: number
}

const newPieces = (within: Text): Pieces => ({ parts: [], within, from: 0, to: 0 })

function take(pieces: Pieces, start: number, end: number): void {
  if (start === end) return
  if (pieces.to === start && pieces.from < pieces.to) pieces.to = end
  else {
    flush(pieces)
    pieces.from = start
    pieces.to = end
  }
}

function flush(pieces: Pieces): void {
  if (pieces.from < pieces.to) pieces.parts.push(slice(pieces.within, pieces.from, pieces.to))
  pieces.from = pieces.to = 0
}

function instead(pieces: Pieces, characters: string, start: number, end: number): void {
  flush(pieces)
  pieces.parts.push(spoken(characters, placeOf(slice(pieces.within, start, end))))
}

function textOf(pieces: Pieces): Text {
  flush(pieces)
  return concat(...pieces.parts)
}

interface Break {
  readonly start: number
  readonly end: number
}

/** A line break as read_line reads it: everything but the Unicode separators becomes a line feed. */
function takeBreak(s: Scanner, pieces: Pieces, { start, end }: Break): void {
  const code = s.value.charCodeAt(start)
  if (code === 10 || code === 0x2028 || code === 0x2029) take(pieces, start, end)
  else instead(pieces, '\n', start, end)
}

function readBreak(s: Scanner): Break {
  const start = s.index
  skipLine(s)
  return { start, end: s.index }
}

const isSeparator = (s: Scanner, { start }: Break): boolean => s.value.charCodeAt(start) > 0x2027

/** The first of several line breaks folds; the others stay. */
function takeFolded(s: Scanner, pieces: Pieces, breaks: readonly Break[]): void {
  const [first, ...rest] = breaks as [Break, ...Break[]]
  if (isSeparator(s, first)) takeBreak(s, pieces, first)
  else if (rest.length === 0) instead(pieces, ' ', first.start, first.end)
  for (const one of rest) takeBreak(s, pieces, one)
}

export function fetchBlockScalar(s: Scanner, literal: boolean): void {
  removeSimpleKey(s)
  s.simpleKeyAllowed = true
  const start = s.index
  const header = /[|>](?:([+-])([0-9])?|([0-9])([+-])?)?[ \t]*(?:#[^\n\r]*)?/y
  header.lastIndex = start
  const [whole, chompingA, digitA, digitB, chompingB] = header.exec(s.value) as RegExpExecArray
  s.index += whole.length
  const digit = digitA ?? digitB
  if (digit === '0') throw new YamlRefusal(start, 'found an indentation indicator equal to 0')
  if (s.index < s.value.length && !isBreak(at(s)))
    throw new YamlRefusal(start, 'did not find expected comment or line break')
  if (s.index < s.value.length) skipLine(s)
  const fixed = digit === undefined ? 0 : Math.max(0, s.indent) + Number(digit)
  const pieces = newPieces(s.within)
  const chomping = chompingA ?? chompingB
  const end = scanBlockLines(s, literal, chomping, fixed, pieces, start)
  push(s, 'scalar', start, end, textOf(pieces), literal ? 'literal' : 'folded')
}

function scanBlockLines(
  s: Scanner,
  literal: boolean,
  chomping: string | undefined,
  fixed: number,
  pieces: Pieces,
  start: number,
): number {
  let trailing: Break[] = []
  let leading: Break | undefined
  let leadingBlank = false
  let { indent, end } = scanBlockBreaks(s, fixed, trailing, start)
  while (column(s) === indent && s.index < s.value.length) {
    const blank = isBlank(at(s))
    const folds = !literal && !leadingBlank && !blank && leading && !isSeparator(s, leading)
    if (leading && !folds) takeBreak(s, pieces, leading)
    else if (leading && trailing.length === 0) instead(pieces, ' ', leading.start, leading.end)
    for (const one of trailing) takeBreak(s, pieces, one)
    trailing = []
    leadingBlank = blank
    const from = s.index
    while (s.index < s.value.length && !isBreak(at(s))) s.index += 1
    take(pieces, from, s.index)
    end = s.index
    leading = s.index < s.value.length ? readBreak(s) : undefined
    ;({ indent, end } = scanBlockBreaks(s, indent, trailing, start, end))
  }
  if (chomping !== '-' && leading) takeBreak(s, pieces, leading)
  if (chomping === '+') for (const one of trailing) takeBreak(s, pieces, one)
  return end
}

/** Empty lines and the indentation; the indentation is found out at the first line that is not empty. */
function scanBlockBreaks(
  s: Scanner,
  indent: number,
  breaks: Break[],
  start: number,
  last = s.index,
): { readonly indent: number; readonly end: number } {
  let most = 0
  for (;;) {
    while ((indent === 0 || column(s) < indent) && at(s) === 32) s.index += 1
    most = Math.max(most, column(s))
    if ((indent === 0 || column(s) < indent) && at(s) === 9)
      throw new YamlRefusal(start, 'found a tab character where an indentation space is expected')
    if (s.index >= s.value.length || !isBreak(at(s))) break
    breaks.push(readBreak(s))
  }
  return { indent: indent === 0 ? Math.max(most, s.indent + 1, 1) : indent, end: last }
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
}

export function fetchFlowScalar(s: Scanner, single: boolean): void {
  saveSimpleKey(s)
  s.simpleKeyAllowed = false
  const start = s.index
  const quote = single ? 39 : 34
  const pieces = newPieces(s.within)
  s.index += 1
  for (;;) {
    if (column(s) === 0 && atIndicator(s)) throw new YamlRefusal(start, 'found unexpected document indicator')
    if (s.index >= s.value.length) throw new YamlRefusal(start, 'found unexpected end of stream')
    let escapedBreak = false
    while (!isBlankz(at(s)) && at(s) !== quote) {
      if (!single && at(s) === 92 && isBreak(at(s, 1))) {
        s.index += 1
        skipLine(s)
        escapedBreak = true
        break
      }
      if (!single && at(s) === 92) scanEscape(s, pieces, start)
      else take(pieces, s.index, ++s.index)
    }
    if (at(s) === quote && !escapedBreak) {
      if (!single || at(s, 1) !== 39) break
      take(pieces, s.index, s.index + 1)
      s.index += 2
      continue
    }
    if (at(s) === quote && !isBlank(at(s)) && escapedBreak) continue
    scanFlowSpace(s, pieces, escapedBreak)
  }
  s.index += 1
  push(s, 'scalar', start, s.index, textOf(pieces), single ? 'single' : 'double')
}

function scanFlowSpace(s: Scanner, pieces: Pieces, afterEscapedBreak: boolean): void {
  const from = s.index
  let to = from
  const breaks: Break[] = []
  let inLines = afterEscapedBreak
  while (isBlank(at(s)) || isBreak(at(s))) {
    if (isBreak(at(s))) {
      breaks.push(readBreak(s))
      inLines = true
    } else {
      s.index += 1
      if (!inLines) to = s.index
    }
  }
  if (afterEscapedBreak) for (const one of breaks) takeBreak(s, pieces, one)
  else if (breaks.length > 0) takeFolded(s, pieces, breaks)
  else take(pieces, from, to)
}

function scanEscape(s: Scanner, pieces: Pieces, start: number): void {
  const kind = s.value[s.index + 1] ?? ''
  const digits = kind === 'x' ? 2 : kind === 'u' ? 4 : kind === 'U' ? 8 : 0
  if (digits === 0) {
    const character = simpleEscapes[kind]
    if (character === undefined) throw new YamlRefusal(start, 'found unknown escape character')
    if (character === kind) take(pieces, s.index + 1, s.index + 2)
    else instead(pieces, character, s.index, s.index + 2)
    s.index += 2
    return
  }
  const written = s.value.slice(s.index + 2, s.index + 2 + digits)
  if (!/^[0-9a-fA-F]+$/.test(written) || written.length < digits)
    throw new YamlRefusal(start, 'did not find expected hexdecimal number')
  const code = Number.parseInt(written, 16)
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff)
    throw new YamlRefusal(start, 'found invalid Unicode character escape code')
  instead(pieces, String.fromCodePoint(code), s.index, s.index + 2 + digits)
  s.index += 2 + digits
}

export function fetchPlainScalar(s: Scanner): void {
  saveSimpleKey(s)
  s.simpleKeyAllowed = false
  const start = s.index
  const indent = s.indent + 1
  const pieces = newPieces(s.within)
  let end = start
  let spaces: Break | undefined
  let breaks: Break[] = []
  for (;;) {
    if ((column(s) === 0 && atIndicator(s)) || at(s) === 35) break
    const from = s.index
    while (!isBlankz(at(s)) && !endsPlain(s)) s.index += 1
    if (s.index > from) {
      if (breaks.length > 0) takeFolded(s, pieces, breaks)
      else if (spaces) take(pieces, spaces.start, spaces.end)
      spaces = undefined
      breaks = []
      take(pieces, from, s.index)
      end = s.index
    }
    if (s.index >= s.value.length || !(isBlank(at(s)) || isBreak(at(s)))) break
    const blanks = s.index
    while (isBlank(at(s)) || isBreak(at(s))) {
      if (isBreak(at(s))) breaks.push(readBreak(s))
      else if (breaks.length > 0 && column(s) < indent && at(s) === 9)
        throw new YamlRefusal(start, 'found a tab character that violates indentation')
      else s.index += 1
    }
    if (breaks.length === 0) spaces = { start: blanks, end: s.index }
    if (s.flowLevel === 0 && column(s) < indent) break
  }
  push(s, 'scalar', start, end, textOf(pieces), 'plain')
  if (breaks.length > 0) s.simpleKeyAllowed = true
}

function endsPlain(s: Scanner): boolean {
  const code = at(s)
  if (code === 58) return isBlankz(at(s, 1))
  // , ? [ ] { }
  return s.flowLevel > 0 && (code === 44 || code === 63 || code === 91 || code === 93 || code === 123 || code === 125)
}
