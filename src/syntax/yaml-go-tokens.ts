import { GoYamlCursor, isBlank, isBlankEnd, isBreak, SPACE, TAB } from './yaml-go-cursor.ts'
import { type ScalarToken, scanBlockScalar, scanPlain, scanQuoted } from './yaml-go-scalars.ts'

/**
 * The tokens of a YAML 1.1 stream, with what go-yaml v2 (2.4, scannerc.go) accepts and refuses: it reads files that stricter
 * parsers refuse, and its complaints are what Helm prints.
 */
export type GoYamlToken = PlainToken | ScalarToken | NamedToken

type PlainKind =
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

interface PlainToken {
  readonly kind: PlainKind
  readonly start: number
  readonly end: number
}

export interface NamedToken {
  readonly kind: 'alias' | 'anchor' | 'tag'
  readonly start: number
  readonly end: number
  readonly name: string
}

interface SimpleKey {
  possible: boolean
  required: boolean
  token: number
  start: number
  line: number
  column: number
}

/** A key must end on its line, within this many characters. */
const longestSimpleKey = 1024
/** What yaml_parser_scan_tag_uri takes. */
const inTag = /[0-9A-Za-z_;/?:@&=+$,.!~*'()[\]%-]/
/** go-yaml's max_flow_level and max_indents. */
const deepest = 10_000

export class GoYamlScanner extends GoYamlCursor {
  readonly tokens: GoYamlToken[] = []
  private indent = -1
  private readonly indents: number[] = []
  private readonly keys: SimpleKey[] = [noKey()]
  private simpleKeyAllowed = true
  private ended = false

  /** Makes sure that a token is there which no later key can still move; false at the end of the stream. */
  fill(index: number): boolean {
    while (!this.ended && (this.tokens.length <= index || this.mayMove(index))) this.fetch()
    return index < this.tokens.length
  }

  private mayMove(index: number): boolean {
    return this.keys.some((key) => key.possible && key.token <= index && this.isValid(key))
  }

  private get flow(): number {
    return this.keys.length - 1
  }

  private push(kind: PlainKind, length = 0): void {
    this.tokens.push({ kind, start: this.pos, end: this.pos + length })
    this.pos += length
  }

  private fetch(): void {
    this.skipToToken()
    this.unrollIndent(this.column)
    const code = this.code()
    if (!(code > 0)) {
      this.endStream()
      return
    }
    if (this.column === 0 && code === 37) {
      this.directive()
      return
    }
    if (this.column === 0 && this.isDocumentMarker()) {
      this.documentMarker(code === 45 ? 'document-start' : 'document-end')
      return
    }
    const blankNext = isBlankEnd(this.code(1))
    switch (code) {
      case 91:
        this.flowStart('flow-sequence-start')
        return
      case 123:
        this.flowStart('flow-mapping-start')
        return
      case 93:
        this.flowEnd('flow-sequence-end')
        return
      case 125:
        this.flowEnd('flow-mapping-end')
        return
      case 44:
        this.removeKey()
        this.simpleKeyAllowed = true
        this.push('flow-entry', 1)
        return
      case 45:
        if (blankNext) {
          this.blockEntry()
          return
        }
        break
      case 63:
        if (this.flow > 0 || blankNext) {
          this.explicitKey()
          return
        }
        break
      case 58:
        if (this.flow > 0 || blankNext) {
          this.value()
          return
        }
        break
      case 42:
        this.named('alias')
        return
      case 38:
        this.named('anchor')
        return
      case 33:
        this.tag()
        return
      case 124:
      case 62:
        if (this.flow === 0) {
          this.blockScalar(code === 124)
          return
        }
        break
      case 39:
      case 34:
        this.quoted(code === 39)
        return
    }
    if (!this.startsPlain(code)) this.refuse('found character that cannot start any token')
    this.plain()
  }

  private startsPlain(code: number): boolean {
    if (code === 45) return !isBlank(this.code(1))
    if (code === 63 || code === 58) return this.flow === 0 && !isBlankEnd(this.code(1))
    return !isBlankEnd(code) && !',[]{}#&*!|>\'"%@`'.includes(String.fromCharCode(code))
  }

  private skipToToken(): void {
    for (;;) {
      if (this.column === 0 && this.code() === 0xfeff) {
        this.pos += 1
        this.lineStart = this.pos
      }
      const tabs = this.flow > 0 || !this.simpleKeyAllowed
      while (this.code() === SPACE || (tabs && this.code() === TAB)) this.pos += 1
      if (this.code() === 35) while (this.code() > 0 && !isBreak(this.code())) this.pos += 1
      if (!isBreak(this.code())) return
      this.newLine()
      if (this.flow === 0) this.simpleKeyAllowed = true
    }
  }

  private isValid(key: SimpleKey): boolean {
    if (!key.possible) return false
    if (key.line === this.line && key.start + longestSimpleKey >= this.pos) return true
    if (key.required) this.refuse("could not find expected ':'")
    key.possible = false
    return false
  }

  private saveKey(): void {
    if (!this.simpleKeyAllowed) return
    this.removeKey()
    const required = this.flow === 0 && this.indent === this.column
    this.keys[this.flow] = {
      possible: true,
      required,
      token: this.tokens.length,
      start: this.pos,
      line: this.line,
      column: this.column,
    }
  }

  private removeKey(): void {
    const key = this.keys[this.flow] as SimpleKey
    if (key.possible && key.required) this.refuse("could not find expected ':'", key.start)
    key.possible = false
  }

  private rollIndent(column: number, token: number, kind: PlainKind, at: number): void {
    if (this.flow > 0 || this.indent >= column) return
    if (this.indents.length >= deepest) this.refuse('exceeded max depth of 10000')
    this.indents.push(this.indent)
    this.indent = column
    this.tokens.splice(token, 0, { kind, start: at, end: at })
  }

  private unrollIndent(column: number): void {
    if (this.flow > 0) return
    while (this.indent > column) {
      this.push('block-end')
      this.indent = this.indents.pop() ?? -1
    }
  }

  private endStream(): void {
    // A stream ends as if a line did.
    if (this.column !== 0) {
      this.line += 1
      this.lineStart = this.pos
    }
    while (this.indent > -1) {
      this.push('block-end')
      this.indent = this.indents.pop() ?? -1
    }
    this.removeKey()
    this.simpleKeyAllowed = false
    this.push('stream-end')
    this.ended = true
  }

  private directive(): void {
    this.unrollIndent(-1)
    this.removeKey()
    this.simpleKeyAllowed = false
    const start = this.pos
    while (this.code() > 0 && !isBreak(this.code())) this.pos += 1
    if (!/^%(?:YAML[ \t]+1\.[0-9]+|TAG[ \t]+\S+[ \t]+\S+)[ \t]*(?:#.*)?$/.test(this.source.slice(start, this.pos)))
      this.refuse('found unknown directive name', start)
    this.tokens.push({ kind: 'directive', start, end: this.pos })
  }

  private documentMarker(kind: PlainKind): void {
    this.unrollIndent(-1)
    this.removeKey()
    this.simpleKeyAllowed = false
    this.push(kind, 3)
  }

  private flowStart(kind: PlainKind): void {
    this.saveKey()
    if (this.flow >= deepest) this.refuse('exceeded max depth of 10000')
    this.keys.push(noKey())
    this.simpleKeyAllowed = true
    this.push(kind, 1)
  }

  private flowEnd(kind: PlainKind): void {
    this.removeKey()
    if (this.flow > 0) this.keys.pop()
    this.simpleKeyAllowed = false
    this.push(kind, 1)
  }

  private blockEntry(): void {
    if (this.flow === 0) {
      if (!this.simpleKeyAllowed) this.refuse('block sequence entries are not allowed in this context')
      this.rollIndent(this.column, this.tokens.length, 'block-sequence-start', this.pos)
    }
    this.removeKey()
    this.simpleKeyAllowed = true
    this.push('block-entry', 1)
  }

  private explicitKey(): void {
    if (this.flow === 0) {
      if (!this.simpleKeyAllowed) this.refuse('mapping keys are not allowed in this context')
      this.rollIndent(this.column, this.tokens.length, 'block-mapping-start', this.pos)
    }
    this.removeKey()
    this.simpleKeyAllowed = this.flow === 0
    this.push('key', 1)
  }

  private value(): void {
    const key = this.keys[this.flow] as SimpleKey
    if (this.isValid(key)) {
      this.tokens.splice(key.token, 0, { kind: 'key', start: key.start, end: key.start })
      this.rollIndent(key.column, key.token, 'block-mapping-start', key.start)
      key.possible = false
      this.simpleKeyAllowed = false
    } else {
      if (this.flow === 0) {
        if (!this.simpleKeyAllowed) this.refuse('mapping values are not allowed in this context')
        this.rollIndent(this.column, this.tokens.length, 'block-mapping-start', this.pos)
      }
      this.simpleKeyAllowed = this.flow === 0
    }
    this.push('value', 1)
  }

  private named(kind: 'alias' | 'anchor'): void {
    this.saveKey()
    this.simpleKeyAllowed = false
    const start = this.pos
    this.pos += 1
    while (/[0-9A-Za-z_-]/.test(this.source[this.pos] ?? '')) this.pos += 1
    const ends = isBlankEnd(this.code()) || '?:,]}%@`'.includes(this.source[this.pos] ?? '')
    if (this.pos === start + 1 || !ends) this.refuse('did not find expected alphabetic or numeric character')
    this.tokens.push({ kind, start, end: this.pos, name: this.source.slice(start + 1, this.pos) })
  }

  private tag(): void {
    this.saveKey()
    this.simpleKeyAllowed = false
    const start = this.pos
    const end = this.source[start + 1] === '<' ? this.source.indexOf('>', start) + 1 : 0
    if (end > 0) this.pos = end
    else while (inTag.test(this.source[this.pos] ?? '')) this.pos += 1
    if (!isBlankEnd(this.code())) this.refuse('did not find expected whitespace or line break')
    const written = this.source.slice(start, this.pos)
    this.tokens.push({ kind: 'tag', start, end: this.pos, name: end > 0 ? written.slice(2, -1) : written })
  }

  private blockScalar(literal: boolean): void {
    this.removeKey()
    this.simpleKeyAllowed = true
    this.tokens.push(scanBlockScalar(this, literal, this.indent))
  }

  private quoted(single: boolean): void {
    this.saveKey()
    this.simpleKeyAllowed = false
    this.tokens.push(scanQuoted(this, single))
  }

  private plain(): void {
    this.saveKey()
    this.simpleKeyAllowed = false
    const { token, broken } = scanPlain(this, this.indent + 1, this.flow > 0)
    this.tokens.push(token)
    if (broken) this.simpleKeyAllowed = true
  }
}

const noKey = (): SimpleKey => ({ possible: false, required: false, token: 0, start: 0, line: 0, column: 0 })
