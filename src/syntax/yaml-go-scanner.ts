import { concat, emptyText, placeOf, slice, spoken, type Text } from '../source/text.ts'
import type { ScalarStyle } from './yaml.ts'

/**
 * The tokens of go-yaml's scanner (scannerc.go, a port of libyaml's): what it accepts and refuses is what Helm, kustomize
 * and kubectl accept and refuse, which is not what YAML 1.2 says.
 */
export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
  /** Of a scalar, an anchor, an alias, a tag (resolved) and a directive. */
  readonly text: Text
  readonly style: ScalarStyle
}

export type TokenKind =
  | 'stream-end'
  | 'directive'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar'

/** Thrown by the scanner and the parser, caught by the reader. */
export class YamlRefusal extends Error {
  readonly offset: number

  constructor(offset: number, message: string) {
    super(message)
    this.offset = offset
  }
}

interface SimpleKey {
  possible: boolean
  required: boolean
  token: number
  offset: number
  line: number
  column: number
}

export interface Scanner {
  readonly within: Text
  readonly value: string
  index: number
  line: number
  lineStart: number
  indent: number
  readonly indents: number[]
  flowLevel: number
  simpleKeyAllowed: boolean
  readonly simpleKeys: SimpleKey[]
  tokens: Token[]
  tokensTaken: number
  ended: boolean
}

const noKey = (): SimpleKey => ({ possible: false, required: false, token: 0, offset: 0, line: 0, column: 0 })

export const newScanner = (within: Text): Scanner => ({
  within,
  value: within.value,
  // The reader takes a byte order mark off; it has no column.
  index: within.value.startsWith('\ufeff') ? 1 : 0,
  line: 0,
  lineStart: within.value.startsWith('\ufeff') ? 1 : 0,
  indent: -1,
  indents: [],
  flowLevel: 0,
  simpleKeyAllowed: true,
  simpleKeys: [noKey()],
  tokens: [],
  tokensTaken: 0,
  ended: false,
})

/** The next token, without taking it. */
export function peekToken(s: Scanner): Token {
  while (
    !s.ended &&
    (s.tokens.length === 0 || s.simpleKeys.some((key) => key.token === s.tokensTaken && isValid(s, key)))
  )
    fetchToken(s)
  return s.tokens[0] as Token
}

export function takeToken(s: Scanner): Token {
  const token = peekToken(s)
  if (token.kind !== 'stream-end') {
    s.tokens.shift()
    s.tokensTaken += 1
  }
  return token
}

const column = (s: Scanner): number => s.index - s.lineStart
const at = (s: Scanner, offset = 0): number => s.value.charCodeAt(s.index + offset) || 0
const isBreak = (code: number): boolean =>
  code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029
const isBlank = (code: number): boolean => code === 32 || code === 9
const isBlankz = (code: number): boolean => code === 0 || isBlank(code) || isBreak(code)

function skipLine(s: Scanner): void {
  s.index += at(s) === 13 && at(s, 1) === 10 ? 2 : 1
  s.line += 1
  s.lineStart = s.index
}

function push(
  s: Scanner,
  kind: TokenKind,
  start: number,
  end: number,
  text = emptyText,
  style: ScalarStyle = 'plain',
): void {
  s.tokens.push({ kind, start, end, text, style })
}

function isValid(s: Scanner, key: SimpleKey): boolean {
  if (!key.possible) return false
  if (key.line < s.line || key.offset + 1024 < s.index) {
    if (key.required) throw new YamlRefusal(key.offset, "could not find expected ':'")
    key.possible = false
  }
  return key.possible
}

function saveSimpleKey(s: Scanner): void {
  if (!s.simpleKeyAllowed) return
  removeSimpleKey(s)
  s.simpleKeys[s.simpleKeys.length - 1] = {
    possible: true,
    required: s.flowLevel === 0 && s.indent === column(s),
    token: s.tokensTaken + s.tokens.length,
    offset: s.index,
    line: s.line,
    column: column(s),
  }
}

function removeSimpleKey(s: Scanner): void {
  const key = s.simpleKeys.at(-1) as SimpleKey
  if (key.possible && key.required) throw new YamlRefusal(key.offset, "could not find expected ':'")
  key.possible = false
}

function rollIndent(s: Scanner, to: number, token: number, kind: TokenKind, offset: number): void {
  if (s.flowLevel > 0 || s.indent >= to) return
  s.indents.push(s.indent)
  s.indent = to
  if (s.indents.length > 10_000) throw new YamlRefusal(offset, 'exceeded max depth of 10000')
  const start: Token = { kind, start: offset, end: offset, text: emptyText, style: 'plain' }
  if (token < 0) s.tokens.push(start)
  else s.tokens.splice(token - s.tokensTaken, 0, start)
}

function unrollIndent(s: Scanner, to: number): void {
  if (s.flowLevel > 0) return
  while (s.indent > to) {
    push(s, 'block-end', s.index, s.index)
    s.indent = s.indents.pop() as number
  }
}

function scanToNextToken(s: Scanner): void {
  for (;;) {
    if (column(s) === 0 && at(s) === 0xfeff) s.index += 1
    while (at(s) === 32 || ((s.flowLevel > 0 || !s.simpleKeyAllowed) && at(s) === 9)) s.index += 1
    if (at(s) === 35) while (s.index < s.value.length && !isBreak(at(s))) s.index += 1
    if (!isBreak(at(s))) return
    skipLine(s)
    if (s.flowLevel === 0) s.simpleKeyAllowed = true
  }
}

function fetchToken(s: Scanner): void {
  scanToNextToken(s)
  unrollIndent(s, column(s))
  fetcherAt(s)(s)
}

/** Which kind of token begins here. */
function fetcherAt(s: Scanner): (s: Scanner) => void {
  if (s.index >= s.value.length) return fetchStreamEnd
  const code = at(s)
  const character = s.value[s.index] as string
  if (column(s) === 0) {
    if (character === '%') return fetchDirective
    if (atIndicator(s)) return () => fetchDocumentIndicator(s, character === '-' ? 'document-start' : 'document-end')
  }
  if (character === '[' || character === '{') return () => fetchFlowStart(s, character)
  if (character === ']' || character === '}') return () => fetchFlowEnd(s, character)
  if (character === ',') return fetchFlowEntry
  const blankBehind = isBlankz(at(s, 1))
  if (character === '-' && blankBehind) return fetchBlockEntry
  if (character === '?' && (s.flowLevel > 0 || blankBehind)) return fetchKey
  if (character === ':' && (s.flowLevel > 0 || blankBehind)) return fetchValue
  if (character === '*' || character === '&') return () => fetchAnchor(s, character === '*' ? 'alias' : 'anchor')
  if (character === '!') return fetchTag
  if ((character === '|' || character === '>') && s.flowLevel === 0) return () => fetchBlockScalar(s, character === '|')
  if (character === "'" || character === '"') return () => fetchFlowScalar(s, character === "'")
  const plain =
    !(isBlankz(code) || '-?:,[]{}#&*!|>\'"%@`'.includes(character)) ||
    (character === '-' && !isBlank(at(s, 1))) ||
    (s.flowLevel === 0 && (character === '?' || character === ':') && !blankBehind)
  if (!plain) throw new YamlRefusal(s.index, 'found character that cannot start any token')
  return fetchPlainScalar
}

/** `---` or `...` at the beginning of a line, with white space behind. */
const atIndicator = (s: Scanner): boolean =>
  (s.value.startsWith('---', s.index) || s.value.startsWith('...', s.index)) && isBlankz(at(s, 3))

function fetchStreamEnd(s: Scanner): void {
  unrollIndent(s, -1)
  removeSimpleKey(s)
  s.simpleKeyAllowed = false
  push(s, 'stream-end', s.value.length, s.value.length)
  s.ended = true
}

function fetchDirective(s: Scanner): void {
  unrollIndent(s, -1)
  removeSimpleKey(s)
  s.simpleKeyAllowed = false
  const start = s.index
  while (s.index < s.value.length && !isBreak(at(s))) s.index += 1
  push(s, 'directive', start, s.index, slice(s.within, start, s.index))
}

function fetchDocumentIndicator(s: Scanner, kind: TokenKind): void {
  unrollIndent(s, -1)
  removeSimpleKey(s)
  s.simpleKeyAllowed = false
  push(s, kind, s.index, s.index + 3)
  s.index += 3
}

function fetchFlowStart(s: Scanner, character: string): void {
  saveSimpleKey(s)
  s.simpleKeys.push(noKey())
  s.flowLevel += 1
  if (s.flowLevel > 10_000) throw new YamlRefusal(s.index, 'exceeded max depth of 10000')
  s.simpleKeyAllowed = true
  push(s, character === '[' ? 'flow-sequence-start' : 'flow-mapping-start', s.index, s.index + 1)
  s.index += 1
}

function fetchFlowEnd(s: Scanner, character: string): void {
  removeSimpleKey(s)
  if (s.flowLevel > 0) {
    s.flowLevel -= 1
    s.simpleKeys.pop()
  }
  s.simpleKeyAllowed = false
  push(s, character === ']' ? 'flow-sequence-end' : 'flow-mapping-end', s.index, s.index + 1)
  s.index += 1
}

function fetchFlowEntry(s: Scanner): void {
  removeSimpleKey(s)
  s.simpleKeyAllowed = true
  push(s, 'flow-entry', s.index, s.index + 1)
  s.index += 1
}

function fetchBlockEntry(s: Scanner): void {
  if (s.flowLevel === 0) {
    if (!s.simpleKeyAllowed) throw new YamlRefusal(s.index, 'block sequence entries are not allowed in this context')
    rollIndent(s, column(s), -1, 'block-sequence-start', s.index)
  }
  removeSimpleKey(s)
  s.simpleKeyAllowed = true
  push(s, 'block-entry', s.index, s.index + 1)
  s.index += 1
}

function fetchKey(s: Scanner): void {
  if (s.flowLevel === 0) {
    if (!s.simpleKeyAllowed) throw new YamlRefusal(s.index, 'mapping keys are not allowed in this context')
    rollIndent(s, column(s), -1, 'block-mapping-start', s.index)
  }
  removeSimpleKey(s)
  s.simpleKeyAllowed = s.flowLevel === 0
  push(s, 'key', s.index, s.index + 1)
  s.index += 1
}

function fetchValue(s: Scanner): void {
  const key = s.simpleKeys.at(-1) as SimpleKey
  if (isValid(s, key)) {
    const token: Token = { kind: 'key', start: key.offset, end: key.offset, text: emptyText, style: 'plain' }
    s.tokens.splice(key.token - s.tokensTaken, 0, token)
    rollIndent(s, key.column, key.token, 'block-mapping-start', key.offset)
    key.possible = false
    s.simpleKeyAllowed = false
  } else {
    if (s.flowLevel === 0) {
      if (!s.simpleKeyAllowed) throw new YamlRefusal(s.index, 'mapping values are not allowed in this context')
      rollIndent(s, column(s), -1, 'block-mapping-start', s.index)
    }
    s.simpleKeyAllowed = s.flowLevel === 0
  }
  push(s, 'value', s.index, s.index + 1)
  s.index += 1
}

function fetchAnchor(s: Scanner, kind: 'alias' | 'anchor'): void {
  saveSimpleKey(s)
  s.simpleKeyAllowed = false
  const start = s.index
  s.index += 1
  while (/[0-9A-Za-z_-]/.test(s.value[s.index] ?? '')) s.index += 1
  if (s.index === start + 1 || !(isBlankz(at(s)) || '?:,]}%@`'.includes(s.value[s.index] as string)))
    throw new YamlRefusal(start, 'did not find expected alphabetic or numeric character')
  push(s, kind, start, s.index, slice(s.within, start + 1, s.index))
}

function fetchTag(s: Scanner): void {
  saveSimpleKey(s)
  s.simpleKeyAllowed = false
  const start = s.index
  const pattern = /!<[^\s>]+>|![0-9A-Za-z_-]*!?[-0-9A-Za-z_;/?:@&=+$,.!~*'()[\]%]*/y
  pattern.lastIndex = start
  const found = pattern.exec(s.value)?.[0] ?? '!'
  s.index = start + found.length
  if (!isBlankz(at(s))) throw new YamlRefusal(start, 'did not find expected whitespace or line break')
  push(s, 'tag', start, s.index, slice(s.within, start, s.index))
}

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

function fetchBlockScalar(s: Scanner, literal: boolean): void {
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

function fetchFlowScalar(s: Scanner, single: boolean): void {
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

function fetchPlainScalar(s: Scanner): void {
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
