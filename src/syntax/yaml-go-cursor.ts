import { emptyText, type Text } from '../source/text.ts'
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

export interface SimpleKey {
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

export const noKey = (): SimpleKey => ({ possible: false, required: false, token: 0, offset: 0, line: 0, column: 0 })

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

export const column = (s: Scanner): number => s.index - s.lineStart
export const at = (s: Scanner, offset = 0): number => s.value.charCodeAt(s.index + offset) || 0
export const isBreak = (code: number): boolean =>
  code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029
export const isBlank = (code: number): boolean => code === 32 || code === 9
export const isBlankz = (code: number): boolean => code === 0 || isBlank(code) || isBreak(code)

export function skipLine(s: Scanner): void {
  s.index += at(s) === 13 && at(s, 1) === 10 ? 2 : 1
  s.line += 1
  s.lineStart = s.index
}

export function push(
  s: Scanner,
  kind: TokenKind,
  start: number,
  end: number,
  text = emptyText,
  style: ScalarStyle = 'plain',
): void {
  s.tokens.push({ kind, start, end, text, style })
}

export function isValid(s: Scanner, key: SimpleKey): boolean {
  if (!key.possible) return false
  if (key.line < s.line || key.offset + 1024 < s.index) {
    if (key.required) throw new YamlRefusal(key.offset, "could not find expected ':'")
    key.possible = false
  }
  return key.possible
}

export function saveSimpleKey(s: Scanner): void {
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

export function removeSimpleKey(s: Scanner): void {
  const key = s.simpleKeys.at(-1) as SimpleKey
  if (key.possible && key.required) throw new YamlRefusal(key.offset, "could not find expected ':'")
  key.possible = false
}

/** `---` or `...` at the beginning of a line, with white space behind. */
export const atIndicator = (s: Scanner): boolean =>
  (s.value.startsWith('---', s.index) || s.value.startsWith('...', s.index)) && isBlankz(at(s, 3))
