/** Go's text/template tokens (text/template/parse/lex.go, Go 1.26). Offsets count UTF-16 code units of the input. */
export type TokenKind =
  | 'error'
  | 'bool'
  | 'char'
  | 'charConstant'
  | 'assign'
  | 'declare'
  | 'eof'
  | 'field'
  | 'identifier'
  | 'leftDelim'
  | 'leftParen'
  | 'number'
  | 'pipe'
  | 'rawString'
  | 'rightDelim'
  | 'rightParen'
  | 'space'
  | 'string'
  | 'text'
  | 'variable'
  | 'dot'
  | 'nil'
  | Keyword

type Keyword = 'block' | 'break' | 'continue' | 'define' | 'else' | 'end' | 'if' | 'range' | 'template' | 'with'

export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly value: string
  /** 1-based line on which the token starts. */
  readonly line: number
}

const keywords: ReadonlySet<string> = new Set<Keyword>([
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'range',
  'template',
  'with',
])

const leftTrim = /-[ \t\r\n]/y
const rightDelim = /[ \t\r\n]-\}\}|\}\}/y
const space = /[ \t\r\n]+/y
const word = /[\p{L}\p{Nd}_]+/uy
const numberForm =
  /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/y
const quoted = /"(?:[^"\\\n]|\\[^\n])*"/y
const character = /'(?:[^'\\\n]|\\[^\n])*'/y

/** Reads a whole template; the last token is `eof` or `error`. Never throws. */
export function lexTemplate(input: string): readonly Token[] {
  const lexer = new Lexer(input)
  lexer.run()
  return lexer.tokens
}

class Lexer {
  readonly tokens: Token[] = []
  readonly input: string
  private pos = 0
  private line = 1
  private lineEnd: number

  constructor(input: string) {
    this.input = input
    this.lineEnd = input.indexOf('\n')
  }

  run(): void {
    while (this.text() && this.action());
  }

  private lineAt(offset: number): number {
    while (this.lineEnd >= 0 && this.lineEnd < offset) {
      this.line += 1
      this.lineEnd = this.input.indexOf('\n', this.lineEnd + 1)
    }
    return this.line
  }

  private emit(kind: TokenKind, start: number, end: number): void {
    this.tokens.push({ kind, start, value: this.input.slice(start, end), line: this.lineAt(start) })
    this.pos = end
  }

  private fail(message: string, start: number): false {
    this.tokens.push({ kind: 'error', start, value: message, line: this.lineAt(start) })
    return false
  }

  private match(pattern: RegExp, at: number): string | undefined {
    pattern.lastIndex = at
    return pattern.exec(this.input)?.[0]
  }

  /** Text up to the next action; false at the end of the input or at an error in a comment. */
  private text(): boolean {
    const { input } = this
    for (;;) {
      const start = this.pos
      const delim = input.indexOf('{{', start)
      if (delim < 0) {
        if (start < input.length) this.emit('text', start, input.length)
        this.emit('eof', input.length, input.length)
        return false
      }
      const trims = this.match(leftTrim, delim + 2) !== undefined
      const end = trims ? trimmedEnd(input, start, delim) : delim
      if (end > start) this.emit('text', start, end)
      const inner = delim + (trims ? 4 : 2)
      const commentAt = input.startsWith('/*', trims ? delim + 4 : delim + 2) ? (trims ? delim + 4 : delim + 2) : -1
      if (commentAt < 0) {
        this.emit('leftDelim', delim, delim + 2)
        // The marker's own space stays outside: Go skips exactly "- ".
        this.pos = inner
        return true
      }
      if (!this.comment(commentAt)) return false
    }
  }

  private comment(start: number): boolean {
    const close = this.input.indexOf('*/', start + 2)
    if (close < 0) return this.fail('unclosed comment', start)
    const delim = this.match(rightDelim, close + 2)
    if (!delim) return this.fail('comment ends before closing delimiter', start)
    this.pos = this.afterDelim(close + 2, delim)
    return true
  }

  private afterDelim(start: number, delim: string): number {
    const end = start + delim.length
    return delim.length > 2 ? end + (this.match(space, end)?.length ?? 0) : end
  }

  /** The inside of one action; false at an error. */
  private action(): boolean {
    const { input } = this
    let depth = 0
    for (;;) {
      const start = this.pos
      const delim = this.match(rightDelim, start)
      if (delim) {
        if (depth > 0) return this.fail('unclosed left paren', start)
        const brace = start + delim.length - 2
        const after = this.afterDelim(start, delim)
        this.emit('rightDelim', brace, brace + 2)
        this.pos = after
        return true
      }
      if (start >= input.length) return this.fail('unclosed action', start)
      const char = input[start] as string
      if (char === '(') {
        depth += 1
        this.emit('leftParen', start, start + 1)
      } else if (char === ')') {
        depth -= 1
        if (depth < 0) return this.fail('unexpected right paren', start)
        this.emit('rightParen', start, start + 1)
      } else if (!this.token(start, char)) return false
    }
  }

  private token(start: number, char: string): boolean {
    const { input } = this
    switch (char) {
      case ' ':
      case '\t':
      case '\r':
      case '\n':
        return this.spaces(start)
      case '=':
        this.emit('assign', start, start + 1)
        return true
      case ':':
        if (input[start + 1] !== '=') return this.fail('expected :=', start)
        this.emit('declare', start, start + 2)
        return true
      case '|':
        this.emit('pipe', start, start + 1)
        return true
      case '"':
        return this.quoted(quoted, 'string', start, 'unterminated quoted string')
      case "'":
        return this.quoted(character, 'charConstant', start, 'unterminated character constant')
      case '`': {
        const close = input.indexOf('`', start + 1)
        if (close < 0) return this.fail('unterminated raw quoted string', start)
        this.emit('rawString', start, close + 1)
        return true
      }
      case '$':
        return this.named('variable', start)
      case '.':
        return /[0-9]/.test(input[start + 1] ?? '') ? this.number(start) : this.named('field', start)
      default:
        return this.wordOrNumber(start, char)
    }
  }

  private wordOrNumber(start: number, char: string): boolean {
    if (/[-+0-9]/.test(char)) return this.number(start)
    const found = this.match(word, start)
    if (found) return this.identifier(start, found)
    if (char >= '!' && char <= '~') {
      this.emit('char', start, start + 1)
      return true
    }
    return this.fail(`unrecognized character in action: ${codePointName(this.input, start)}`, start)
  }

  private spaces(start: number): boolean {
    const run = this.match(space, start) ?? ''
    let end = start + run.length
    // The last space belongs to a trim marker: `{{ x -}}`.
    if (this.input.startsWith('-}}', end)) end -= 1
    if (end > start) this.emit('space', start, end)
    return true
  }

  private quoted(pattern: RegExp, kind: TokenKind, start: number, message: string): boolean {
    const found = this.match(pattern, start)
    if (found === undefined) return this.fail(message, start)
    this.emit(kind, start, start + found.length)
    return true
  }

  private identifier(start: number, found: string): boolean {
    const end = start + found.length
    if (!this.atTerminator(end)) return this.fail(`bad character ${codePointName(this.input, end)}`, start)
    if (keywords.has(found)) this.emit(found as Keyword, start, end)
    else if (found === 'true' || found === 'false') this.emit('bool', start, end)
    else this.emit(found === 'nil' ? 'nil' : 'identifier', start, end)
    return true
  }

  private named(kind: 'field' | 'variable', start: number): boolean {
    const found = this.atTerminator(start + 1) ? '' : (this.match(word, start + 1) ?? '')
    const end = start + 1 + found.length
    if (!this.atTerminator(end)) return this.fail(`bad character ${codePointName(this.input, end)}`, start)
    this.emit(found === '' && kind === 'field' ? 'dot' : kind, start, end)
    return true
  }

  private number(start: number): boolean {
    const found = this.match(numberForm, start) ?? ''
    const end = start + found.length
    const follower = this.match(word, end)
    if (follower || found === '' || /[-+]/.test(this.input[end] ?? '')) {
      const bad = this.input.slice(start, follower ? end + 1 : end)
      return this.fail(`bad number syntax: ${JSON.stringify(bad)}`, start)
    }
    this.emit('number', start, end)
    return true
  }

  private atTerminator(offset: number): boolean {
    const char = this.input[offset]
    return char === undefined || ' \t\r\n.,|:)('.includes(char) || this.input.startsWith('}}', offset)
  }
}

function trimmedEnd(input: string, start: number, end: number): number {
  let at = end
  while (at > start && ' \t\r\n'.includes(input[at - 1] as string)) at -= 1
  return at
}

/** Go's `%#U`: `U+0040 '@'`; for the end of the input `U+FFFFFFFFFFFFFFFF`. */
function codePointName(input: string, offset: number): string {
  const code = input.codePointAt(offset)
  if (code === undefined) return 'U+FFFFFFFFFFFFFFFF'
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return code < 0x20 || code === 0x7f ? name : `${name} '${String.fromCodePoint(code)}'`
}
