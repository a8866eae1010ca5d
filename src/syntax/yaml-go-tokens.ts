import type { ScalarStyle } from './yaml.ts'

/**
 * The tokens of a YAML 1.1 stream, with what go-yaml v2 (2.4, scannerc.go) accepts and refuses: it reads files that stricter
 * parsers refuse, and its complaints are what Helm prints.
 */
export type GoYamlToken = PlainToken | ScalarToken | NamedToken

export type PlainKind =
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

export interface ScalarToken {
  readonly kind: 'scalar'
  readonly start: number
  readonly end: number
  readonly style: ScalarStyle
  /** What the value consists of: stretches of the source, or characters in place of one. */
  readonly parts: readonly ScalarPart[]
}

export interface ScalarPart {
  readonly start: number
  readonly end: number
  /** In place of what is written there; undefined: as written. */
  readonly instead?: string
}

export interface GoYamlProblem {
  readonly message: string
  readonly offset: number
  /** The line that go-yaml names when its scanner complains: 0-based, of where it had come to. */
  readonly scannedLine: number | undefined
}

export class GoYamlRefusal extends Error {
  readonly problem: GoYamlProblem
  constructor(problem: GoYamlProblem) {
    super(problem.message)
    this.problem = problem
  }
}

const TAB = 9
const LF = 10
const CR = 13
const SPACE = 32
const NEL = 0x85
const LS = 0x2028
const PS = 0x2029

const isBreak = (code: number): boolean => code === LF || code === CR || code === NEL || code === LS || code === PS
const isBlank = (code: number): boolean => code === SPACE || code === TAB
/** White space or the end, which reads as NaN. */
const isBlankEnd = (code: number): boolean => isBlank(code) || isBreak(code) || !(code > 0)

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
/** go-yaml's max_flow_level and max_indents. */
const deepest = 10_000

export class GoYamlScanner {
  readonly tokens: GoYamlToken[] = []
  private readonly source: string
  private pos = 0
  private line = 0
  private lineStart = 0
  private indent = -1
  private readonly indents: number[] = []
  private readonly keys: SimpleKey[] = [noKey()]
  private simpleKeyAllowed = true
  private ended = false

  constructor(source: string) {
    this.source = source
  }

  /** Makes sure that a token is there which no later key can still move; false at the end of the stream. */
  fill(index: number): boolean {
    while (!this.ended && (this.tokens.length <= index || this.mayMove(index))) this.fetch()
    return index < this.tokens.length
  }

  private mayMove(index: number): boolean {
    return this.keys.some((key) => key.possible && key.token <= index && this.isValid(key))
  }

  private get column(): number {
    return this.pos - this.lineStart
  }

  private get flow(): number {
    return this.keys.length - 1
  }

  private code(ahead = 0): number {
    return this.source.charCodeAt(this.pos + ahead)
  }

  private refuse(message: string, offset = this.pos): never {
    throw new GoYamlRefusal({ message, offset, scannedLine: this.line })
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

  private isDocumentMarker(): boolean {
    const { source, pos } = this
    return (source.startsWith('---', pos) || source.startsWith('...', pos)) && isBlankEnd(source.charCodeAt(pos + 3))
  }

  private newLine(): void {
    this.pos += this.code() === CR && this.code(1) === LF ? 2 : 1
    this.line += 1
    this.lineStart = this.pos
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
    else
      while (!isBlankEnd(this.code()) && !(this.flow > 0 && ',[]{}'.includes(this.source[this.pos] ?? '')))
        this.pos += 1
    if (!isBlankEnd(this.code()) && this.flow === 0) this.refuse('did not find expected whitespace or line break')
    const written = this.source.slice(start, this.pos)
    this.tokens.push({ kind: 'tag', start, end: this.pos, name: end > 0 ? written.slice(2, -1) : written })
  }

  private blockScalar(literal: boolean): void {
    this.removeKey()
    this.simpleKeyAllowed = true
    const start = this.pos
    const header = /[|>](?:([-+])([0-9])?|([0-9])([-+])?)?[ \t]*(?:#[^\n\r\x85\u2028\u2029]*)?/y
    header.lastIndex = start
    const match = header.exec(this.source)
    this.pos += match?.[0].length ?? 1
    const digit = match?.[2] ?? match?.[3]
    if (digit === '0') this.refuse('found an indentation indicator equal to 0')
    if (this.code() > 0 && !isBreak(this.code())) this.refuse('did not find expected comment or line break')
    if (this.code() > 0) this.newLine()
    const own = digit === undefined ? 0 : Math.max(this.indent, 0) + Number(digit)
    const parts = this.blockLines(literal, match?.[1] ?? match?.[4] ?? '', own)
    this.tokens.push({
      kind: 'scalar',
      start,
      end: Math.max(start + 1, this.blockEnd),
      style: literal ? 'literal' : 'folded',
      parts,
    })
  }

  private blockEnd = 0

  private blockLines(literal: boolean, chomping: string, own: number): readonly ScalarPart[] {
    const parts: ScalarPart[] = []
    const breaks: ScalarPart[] = []
    let leading: ScalarPart | undefined
    let leadingBlank = false
    this.blockEnd = this.pos
    const indent = this.blockBreaks(own, breaks)
    while (this.column === indent && this.code() > 0) {
      const blank = isBlank(this.code())
      const folds = !literal && leading && !leadingBlank && !blank && lineFeed(leading, this.source) === '\n'
      if (folds && leading) {
        if (breaks.length === 0) parts.push({ ...leading, instead: ' ' })
      } else if (leading) parts.push(leading)
      parts.push(...breaks)
      breaks.length = 0
      leadingBlank = blank
      const start = this.pos
      while (this.code() > 0 && !isBreak(this.code())) this.pos += 1
      if (this.pos > start) parts.push({ start, end: this.pos })
      this.blockEnd = this.pos
      leading = this.code() > 0 ? this.readBreak() : undefined
      this.blockBreaks(indent, breaks)
    }
    if (chomping !== '-' && leading) parts.push(leading)
    if (chomping === '+') parts.push(...breaks)
    return parts
  }

  /** Skips indentation and reads empty lines; finds the indentation when there is none yet. */
  private blockBreaks(indent: number, breaks: ScalarPart[]): number {
    let widest = 0
    for (;;) {
      while ((indent === 0 || this.column < indent) && this.code() === SPACE) this.pos += 1
      widest = Math.max(widest, this.column)
      if ((indent === 0 || this.column < indent) && this.code() === TAB)
        this.refuse('found a tab character where an indentation space is expected')
      if (!isBreak(this.code())) break
      breaks.push(this.readBreak())
    }
    return indent === 0 ? Math.max(widest, this.indent + 1, 1) : indent
  }

  private readBreak(): ScalarPart {
    const start = this.pos
    const written = this.code()
    this.newLine()
    return written === CR || written === NEL ? { start, end: this.pos, instead: '\n' } : { start, end: this.pos }
  }

  private quoted(single: boolean): void {
    this.saveKey()
    this.simpleKeyAllowed = false
    const start = this.pos
    this.pos += 1
    const parts: ScalarPart[] = []
    for (;;) {
      if (this.column === 0 && this.isDocumentMarker()) this.refuse('found unexpected document indicator')
      if (!(this.code() > 0)) this.refuse('found unexpected end of stream')
      const joined = this.quotedRun(single, parts)
      if (this.code() === (single ? 39 : 34)) break
      this.foldFlow(parts, joined)
    }
    this.pos += 1
    this.tokens.push({ kind: 'scalar', start, end: this.pos, style: single ? 'single' : 'double', parts })
  }

  /** Characters up to white space or the closing quote; whether an escaped line break ended them. */
  private quotedRun(single: boolean, parts: ScalarPart[]): boolean {
    let run = this.pos
    const flush = (): void => {
      if (run < this.pos) parts.push({ start: run, end: this.pos })
    }
    for (;;) {
      const code = this.code()
      if (isBlankEnd(code) || (code === 34 && !single)) break
      if (single && code === 39) {
        if (this.code(1) !== 39) break
        flush()
        parts.push({ start: this.pos, end: this.pos + 2, instead: "'" })
        run = this.pos += 2
      } else if (!single && code === 92) {
        flush()
        if (isBreak(this.code(1))) {
          this.pos += 1
          this.newLine()
          return true
        }
        this.escape(parts)
        run = this.pos
      } else this.pos += 1
    }
    flush()
    return false
  }

  private escape(parts: ScalarPart[]): void {
    const start = this.pos
    const kind = this.source[start + 1] ?? ''
    const length = { x: 2, u: 4, U: 8 }[kind]
    const simple = escapes[kind]
    if (length === undefined && simple === undefined) this.refuse('found unknown escape character')
    if (length === undefined) {
      this.pos += 2
      parts.push({ start, end: this.pos, instead: simple ?? '' })
      return
    }
    const digits = this.source.slice(start + 2, start + 2 + length)
    if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) this.refuse('did not find expected hexdecimal number')
    const value = Number.parseInt(digits, 16)
    if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff)
      this.refuse('found invalid Unicode character escape code')
    this.pos += 2 + length
    // The private-use range stands for unknowns, which no file can forge.
    const forged = value >= 0xe000 && value <= 0xf8ff
    parts.push({ start, end: this.pos, instead: forged ? '\ufffd' : String.fromCodePoint(value) })
  }

  /** White space within a flow scalar: blanks stay, one line break is a space, more of them stay but the first. */
  private foldFlow(parts: ScalarPart[], joined: boolean): void {
    const start = this.pos
    let blanks: ScalarPart | undefined
    let leading: ScalarPart | undefined
    const breaks: ScalarPart[] = []
    let broken = joined
    while (isBlank(this.code()) || isBreak(this.code())) {
      if (isBlank(this.code())) {
        const from = this.pos
        while (isBlank(this.code())) this.pos += 1
        if (!broken) blanks = { start: from, end: this.pos }
      } else if (!broken) {
        leading = this.readBreak()
        broken = true
      } else breaks.push(this.readBreak())
    }
    if (!broken) {
      if (blanks) parts.push(blanks)
    } else pushBreaks(parts, leading, breaks, start, this.source)
  }

  private plain(): void {
    this.saveKey()
    this.simpleKeyAllowed = false
    const start = this.pos
    const parts: ScalarPart[] = []
    const indent = this.indent + 1
    let end = start
    let leading: ScalarPart | undefined
    let breaks: ScalarPart[] = []
    for (;;) {
      if (this.column === 0 && this.isDocumentMarker()) break
      if (this.code() === 35) break
      const from = this.pos
      this.plainRun()
      if (this.pos > from) {
        if (leading) pushBreaks(parts, leading, breaks, end, this.source)
        // Blanks before it belong to the scalar unless a line break does.
        const begin = leading ? from : end
        const last = parts[parts.length - 1]
        if (last && last.instead === undefined && last.end === begin)
          parts[parts.length - 1] = { start: last.start, end: this.pos }
        else parts.push({ start: begin, end: this.pos })
        leading = undefined
        breaks = []
        end = this.pos
      }
      if (!isBlank(this.code()) && !isBreak(this.code())) break
      while (isBlank(this.code()) || isBreak(this.code())) {
        if (isBreak(this.code())) {
          if (leading) breaks.push(this.readBreak())
          else leading = this.readBreak()
        } else {
          if (leading && this.column < indent && this.code() === TAB)
            this.refuse('found a tab character that violates indentation')
          this.pos += 1
        }
      }
      if (this.flow === 0 && this.column < indent) break
    }
    this.tokens.push({ kind: 'scalar', start, end, style: 'plain', parts })
    if (leading) this.simpleKeyAllowed = true
  }

  private plainRun(): void {
    const flow = this.flow > 0
    for (let code = this.code(); !isBlankEnd(code); code = this.code()) {
      if (code === 58 && isBlankEnd(this.code(1))) return
      if (flow && (code === 44 || code === 63 || code === 91 || code === 93 || code === 123 || code === 125)) return
      this.pos += 1
    }
  }
}

const noKey = (): SimpleKey => ({ possible: false, required: false, token: 0, start: 0, line: 0, column: 0 })

const lineFeed = (part: ScalarPart, source: string): string => part.instead ?? (source[part.start] as string)

function pushBreaks(
  parts: ScalarPart[],
  leading: ScalarPart | undefined,
  breaks: readonly ScalarPart[],
  start: number,
  source: string,
): void {
  if (leading && lineFeed(leading, source) === '\n') {
    if (breaks.length === 0) parts.push({ start, end: leading.end, instead: ' ' })
    else parts.push(...breaks)
  } else {
    if (leading) parts.push(leading)
    parts.push(...breaks)
  }
}

const escapes: Readonly<Record<string, string>> = {
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
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
}
