import { emptyText, slice } from '../source/text.ts'
import {
  at,
  atIndicator,
  column,
  isBlank,
  isBlankz,
  isBreak,
  isValid,
  noKey,
  push,
  removeSimpleKey,
  type Scanner,
  type SimpleKey,
  saveSimpleKey,
  skipLine,
  type Token,
  type TokenKind,
  YamlRefusal,
} from './yaml-go-cursor.ts'
import { fetchBlockScalar, fetchFlowScalar, fetchPlainScalar } from './yaml-go-scalars.ts'

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
