// Reads types, composite literals and expressions of Go.
import { keywords, tokensOf, unquote } from './go-tokens.mjs'

const precedence = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '|': 4,
  '^': 4,
}
const strength = (text) => precedence[text] ?? (['*', '/', '%', '<<', '>>', '&', '&^'].includes(text) ? 5 : 0)
/** Reads types and expressions; function literals have blocks, which statements are for. */
export class ExpressionParser {
  constructor(text) {
    this.tokens = tokensOf(text)
    this.at = 0
    /** Whether `T {` starts a composite literal: not in the head of a statement. */
    this.composites = true
  }

  get token() {
    return this.tokens[this.at]
  }
  is(text) {
    return this.token.text === text && (this.token.kind === 'sign' || this.token.kind === 'word')
  }
  accept(text) {
    if (!this.is(text)) return false
    this.at += 1
    return true
  }
  expect(text) {
    if (!this.accept(text)) throw new Error(`expected ${text}, found ${this.token.text}`)
  }
  word() {
    const { kind, text } = this.token
    if (kind !== 'word' || keywords.test(text)) throw new Error(`expected a name, found ${text}`)
    this.at += 1
    return text
  }
  inside(composites, read) {
    const outer = this.composites
    this.composites = composites
    try {
      return read()
    } finally {
      this.composites = outer
    }
  }
  /** Past the bracket that closes the one that is open here. */
  skipPast(close) {
    let depth = 1
    while (depth > 0 && this.token.kind !== 'end') {
      if (this.token.kind === 'sign' && '({['.includes(this.token.text)) depth += 1
      if (this.token.kind === 'sign' && ')}]'.includes(this.token.text)) depth -= 1
      this.at += 1
    }
    if (this.tokens[this.at - 1].text !== close) throw new Error(`unbalanced ${close}`)
  }
  commaList(close, read) {
    const found = []
    while (!this.accept(close)) {
      found.push(read())
      if (!this.accept(',') && !this.accept(';')) {
        this.expect(close)
        break
      }
      this.accept(';')
    }
    return found
  }

  type() {
    if (this.accept('(')) {
      const type = this.type()
      this.expect(')')
      return type
    }
    if (this.accept('*')) return { kind: 'pointer', elem: this.type() }
    if (this.accept('<-') || this.accept('chan')) {
      this.accept('chan')
      this.accept('<-')
      return { kind: 'chan', elem: this.type() }
    }
    if (this.accept('[')) {
      if (this.accept(']')) return { kind: 'slice', elem: this.type() }
      if (!this.accept('...')) this.expression()
      this.expect(']')
      return { kind: 'array', elem: this.type() }
    }
    if (this.accept('map')) {
      this.expect('[')
      const key = this.type()
      this.expect(']')
      return { kind: 'map', key, elem: this.type() }
    }
    if (this.accept('struct')) return this.struct()
    if (this.accept('interface')) {
      this.expect('{')
      if (this.accept('}')) return { kind: 'name', name: 'any' }
      this.skipPast('}')
      return { kind: 'interface' }
    }
    if (this.accept('func')) {
      this.signature()
      return { kind: 'func' }
    }
    let name = this.word()
    if (this.accept('.')) name += `.${this.word()}`
    if (this.is('[') && this.tokens[this.at + 1].kind === 'word' && this.tokens[this.at + 2].text.match(/^[\],]$/)) {
      this.at += 1
      this.skipPast(']')
    }
    return { kind: 'name', name }
  }

  struct() {
    this.expect('{')
    const fields = []
    while (!this.accept('}')) {
      const start = this.at
      if (this.accept('*')) fields.push({ name: this.word(), type: { kind: 'interface' }, embedded: true })
      else {
        const names = [this.word()]
        while (this.accept(',')) names.push(this.word())
        if (this.is(';') || this.is('}') || this.is('.')) {
          this.at = start
          const type = this.type()
          fields.push({ name: type.name.split('.').at(-1), type, embedded: true })
        } else {
          const type = this.type()
          fields.push(...names.map((name) => ({ name, type })))
        }
      }
      if (this.token.kind === 'string' || this.token.kind === 'raw') this.at += 1
      this.accept(';')
    }
    return { kind: 'struct', fields }
  }

  /** Names of the parameters, the last with dots when it takes the rest; results are read over. */
  signature() {
    this.expect('(')
    const names = []
    let pending = []
    while (!this.accept(')')) {
      const start = this.at
      try {
        pending.push(this.word())
        if (!this.is(',') && !this.is(')')) {
          if (this.is('.')) throw new Error('a type')
          const rest = this.accept('...')
          this.type()
          names.push(...pending.map((name) => (rest ? `...${name}` : name)))
          pending = []
        }
      } catch {
        this.at = start
        pending = []
        this.accept('...')
        this.type()
      }
      this.accept(',')
    }
    if (this.accept('(')) this.skipPast(')')
    else if (!this.is('{') && !this.is(';') && !this.is(',') && !this.is(')') && !this.is('}') && !this.is('='))
      this.type()
    return names
  }

  expression(least = 1) {
    let left = this.unary()
    for (;;) {
      const op = this.token.kind === 'sign' ? this.token.text : ''
      const level = strength(op)
      if (level < least || level === 0) return left
      this.at += 1
      left = { kind: 'binary', op, left, right: this.expression(level + 1) }
    }
  }

  unary() {
    const op = ['&', '*', '-', '+', '!', '^', '<-'].find((sign) => this.is(sign))
    if (!op) return this.primary()
    this.at += 1
    return { kind: 'unary', op, of: this.unary() }
  }

  primary() {
    let node = this.operand()
    for (;;) {
      if (this.accept('.')) {
        if (this.accept('(')) {
          const open = this.accept('type')
          if (!open) this.type()
          this.expect(')')
          node = { kind: 'assert', of: node, open }
        } else node = { kind: 'select', of: node, name: this.word() }
      } else if (this.accept('(')) {
        const args = this.inside(true, () =>
          this.commaList(')', () => {
            const arg = this.argument()
            return this.accept('...') ? { kind: 'spread', of: arg } : arg
          }),
        )
        node = { kind: 'call', fn: node, args }
      } else if (this.accept('[')) node = this.inside(true, () => this.indexed(node))
      else if (this.is('{') && this.composites && (node.kind === 'name' || node.kind === 'select') && namesType(node))
        node = this.composite({ kind: 'name', name: spelt(node) })
      else return node
    }
  }

  argument() {
    // `make([]int, 3)` and `new(T)` have types where others have values.
    if (this.is('[') || this.is('map') || this.is('chan') || this.is('struct')) {
      const start = this.at
      const type = this.type()
      if (this.is(',') || this.is(')')) return { kind: 'type', type }
      this.at = start
    }
    return this.expression()
  }

  indexed(of) {
    const low = this.is(':') ? undefined : this.argument()
    if (this.accept(']')) return { kind: 'index', of, at: low }
    if (!this.accept(':')) {
      this.skipPast(']')
      return of
    }
    const high = this.is(']') ? undefined : this.expression()
    this.expect(']')
    return { kind: 'cut', of, low, high }
  }

  operand() {
    const { kind, text } = this.token
    if (kind === 'raw' || kind === 'string') {
      this.at += 1
      return { kind: 'string', value: kind === 'raw' ? text.slice(1, -1) : unquote(text.slice(1, -1)) }
    }
    if (kind === 'rune') {
      this.at += 1
      const byte = /^'\\x(..)'$/.exec(text)
      return { kind: 'rune', value: byte ? Number.parseInt(byte[1], 16) : unquote(text.slice(1, -1)).codePointAt(0) }
    }
    if (kind === 'number') {
      this.at += 1
      return { kind: 'number', text: text.replaceAll('_', '') }
    }
    if (this.accept('(')) {
      const inner = this.inside(true, () => (this.is('*') ? this.castOrValue() : this.expression()))
      this.expect(')')
      return inner
    }
    if (this.accept('func')) {
      const params = this.signature()
      return { kind: 'func', params, body: this.inside(true, () => this.block()) }
    }
    if (this.is('[') || this.is('map') || this.is('struct') || this.is('interface') || this.is('chan')) {
      const type = this.type()
      if (this.is('{')) return this.composite(type)
      return { kind: 'type', type }
    }
    return { kind: 'name', name: this.word() }
  }

  castOrValue() {
    const start = this.at
    const type = this.type()
    if (this.is(')')) return { kind: 'type', type }
    this.at = start
    return this.expression()
  }

  composite(type) {
    this.expect('{')
    const elements = this.inside(true, () =>
      this.commaList('}', () => {
        const first = this.element()
        return this.accept(':') ? { key: first, value: this.element() } : { value: first }
      }),
    )
    return { kind: 'composite', type, elements }
  }

  element() {
    return this.is('{') ? this.composite(undefined) : this.expression()
  }
}

const spelt = (node) => (node.kind === 'select' ? `${spelt(node.of)}.${node.name}` : node.name)
const namesType = (node) => node.kind === 'name' || node.of.kind === 'name'
