// Reads as much of Go as test files are made of: types, composite literals, expressions, and statements in a function. What
// it cannot read becomes a statement of the kind `other`, so that the rest of the file can still be used.

const tokenForms =
  /(?<space>[ \t\r]+|\/\/[^\n]*|\/\*[^]*?\*\/)|(?<line>\n)|(?<raw>`[^`]*`)|(?<string>"(?:[^"\\\n]|\\.)*")|(?<rune>'(?:[^'\\\n]|\\.[^'\n]*)')|(?<number>0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:[0-9][0-9_]*)?\.?[0-9][0-9_]*\.?(?:[eE][+-]?[0-9]+)?i?)|(?<word>[\p{L}_][\p{L}\p{Nd}_]*)|(?<sign><<=|>>=|&\^=|\.\.\.|<<|>>|&\^|<-|\+\+|--|&&|\|\||[-+*/%&|^!=<>:]=|[-+*/%&|^!=<>:~(){}[\],.;])/uy

/** Keywords after which a new line does not end a statement. */
const goesOn = /^(?:break|continue|fallthrough|return)$/
const keywords =
  /^(?:break|case|chan|const|continue|default|defer|else|fallthrough|for|func|go|goto|if|import|interface|map|package|range|return|select|struct|switch|type|var)$/

function tokensOf(text) {
  const tokens = []
  const endsStatement = () => {
    const last = tokens.at(-1)
    if (!last) return false
    if (last.kind === 'word') return !keywords.test(last.text) || goesOn.test(last.text)
    return last.kind !== 'sign' || [')', ']', '}', '++', '--'].includes(last.text)
  }
  tokenForms.lastIndex = 0
  while (tokenForms.lastIndex < text.length) {
    const at = tokenForms.lastIndex
    const found = tokenForms.exec(text)
    if (!found) throw new Error(`not a token of Go: ${text.slice(at, at + 20)}`)
    const [kind] = Object.entries(found.groups).find(([, value]) => value !== undefined)
    const breaks = kind === 'line' || (kind === 'space' && found[0].includes('\n'))
    if (breaks && endsStatement()) tokens.push({ kind: 'sign', text: ';' })
    else if (kind !== 'space' && kind !== 'line') tokens.push({ kind, text: found[0] })
  }
  tokens.push({ kind: 'sign', text: ';' }, { kind: 'end', text: '' })
  return tokens
}

const escapes = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** The text of an interpreted string; escaped bytes are read as UTF-8. */
function unquote(body) {
  const bytes = []
  const push = (text) => bytes.push(...new TextEncoder().encode(text))
  const form = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([^]))|[^\\]+/g
  for (const [whole, hex, short, long, octal, simple] of body.matchAll(form)) {
    if (hex) bytes.push(Number.parseInt(hex, 16))
    else if (octal) bytes.push(Number.parseInt(octal, 8))
    else if (short || long) push(String.fromCodePoint(Number.parseInt(short ?? long, 16)))
    else push(simple ? (escapes[simple] ?? simple) : whole)
  }
  return new TextDecoder().decode(new Uint8Array(bytes))
}

const precedence = { '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 3, '<=': 3, '>': 3, '>=': 3, '+': 4, '-': 4, '|': 4, '^': 4 }
const strength = (text) => precedence[text] ?? (['*', '/', '%', '<<', '>>', '&', '&^'].includes(text) ? 5 : 0)

class Parser {
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

  block() {
    this.expect('{')
    const statements = []
    while (!this.accept('}')) {
      if (this.accept(';')) continue
      if (this.token.kind === 'end') throw new Error('unclosed block')
      const start = this.at
      try {
        statements.push(this.statement())
        if (!this.is('}')) this.expect(';')
      } catch {
        this.at = start
        this.skipStatement()
        statements.push({ kind: 'other' })
      }
    }
    return statements
  }

  skipStatement() {
    while (!this.is(';') && !this.is('}') && this.token.kind !== 'end') {
      const open = this.token.kind === 'sign' && { '(': ')', '{': '}', '[': ']' }[this.token.text]
      this.at += 1
      if (open) this.skipPast(open)
    }
  }

  statement() {
    if (this.is('{')) return { kind: 'block', body: this.block() }
    if (this.accept('return')) {
      const values = this.is(';') || this.is('}') ? [] : this.expressions()
      return { kind: 'return', values }
    }
    if (this.is('if')) return this.branch()
    if (this.accept('for')) return this.loop()
    if (this.accept('var') || this.accept('const')) return { kind: 'block', flat: true, body: this.declarations() }
    if (this.accept('type')) {
      const name = this.word()
      this.accept('=')
      return { kind: 'type', name, type: this.type() }
    }
    if (this.is('switch')) return this.choice()
    if (['select', 'defer', 'go', 'break', 'continue'].some((word) => this.is(word))) {
      const word = this.token.text
      this.skipStatement()
      return { kind: word === 'continue' || word === 'break' ? word : 'other' }
    }
    return this.simple()
  }

  expressions() {
    const found = [this.expression()]
    while (this.accept(',')) found.push(this.expression())
    return found
  }

  simple() {
    const targets = this.expressions()
    const op = ['=', ':=', '+=', '-='].find((sign) => this.is(sign))
    if (op) {
      this.at += 1
      return { kind: 'assign', op, targets, values: this.expressions() }
    }
    if (this.is('++') || this.is('--')) throw new Error('not read')
    return { kind: 'do', expression: targets[0] }
  }

  branch() {
    this.expect('if')
    let init
    let condition = this.inside(false, () => this.simple())
    if (this.accept(';')) {
      init = condition
      condition = this.inside(false, () => this.simple())
    }
    const then = this.inside(true, () => this.block())
    let otherwise = []
    if (this.accept('else')) otherwise = this.is('if') ? [this.branch()] : this.inside(true, () => this.block())
    return { kind: 'if', init, condition: condition.expression, then, otherwise }
  }

  /** A switch becomes a chain of ifs; one on a type keeps its types. */
  choice() {
    this.expect('switch')
    return this.inside(false, () => {
      const subject = this.is('{') ? undefined : this.simple()
      this.expect('{')
      const cases = this.inside(true, () => this.cases(subject))
      const typed = subject && isTypeSwitch(subject.values?.[0] ?? subject.expression)
      if (typed) {
        const name = subject.targets?.[0].name
        return { kind: 'types', name, of: (subject.values?.[0] ?? subject.expression).of, cases }
      }
      const [chain] = cases.reduceRight(
        (otherwise, { labels, body }) => [
          labels
            ? {
                kind: 'if',
                condition: labels
                  .map((label) =>
                    subject ? { kind: 'binary', op: '==', left: subject.expression, right: label } : label,
                  )
                  .reduce((left, right) => ({ kind: 'binary', op: '||', left, right })),
                then: body,
                otherwise,
              }
            : { kind: 'block', body },
        ],
        [],
      )
      return chain ?? { kind: 'other' }
    })
  }

  cases(subject) {
    const found = []
    const types = subject && isTypeSwitch(subject.values?.[0] ?? subject.expression)
    while (!this.accept('}')) {
      let labels
      if (!this.accept('default')) {
        this.expect('case')
        labels = types ? [this.type()] : this.expressions()
        while (types && this.accept(',')) labels.push(this.type())
      }
      this.expect(':')
      const body = []
      while (!this.is('case') && !this.is('default') && !this.is('}')) {
        if (this.accept(';')) continue
        body.push(this.statement())
        if (!this.is('}')) this.expect(';')
      }
      found.push({ labels, body })
    }
    return found
  }

  loop() {
    return this.inside(false, () => {
      let names = []
      if (!this.is('range')) {
        names = [this.word()]
        if (this.accept(',')) names.push(this.word())
        if (!this.accept(':=')) this.expect('=')
      }
      if (!this.accept('range')) return this.counting(names)
      const over = this.expression()
      return { kind: 'range', names, over, body: this.inside(true, () => this.block()) }
    })
  }

  /** `for i := 0; i < n; i++` */
  counting([name]) {
    const from = this.expression()
    this.expect(';')
    const condition = this.expression()
    this.expect(';')
    while (!this.is('{')) this.at += 1
    return { kind: 'count', name, from, condition, body: this.inside(true, () => this.block()) }
  }

  declarations() {
    if (!this.accept('(')) return [this.declaration()]
    const found = []
    while (!this.accept(')')) {
      found.push(this.declaration())
      this.accept(';')
    }
    return found
  }

  declaration() {
    const targets = [this.word()]
    while (this.accept(',')) targets.push(this.word())
    const type = this.is('=') || this.is(';') || this.is(')') ? undefined : this.type()
    const values = this.accept('=') ? this.expressions() : []
    return { kind: 'assign', op: ':=', type, targets: targets.map((name) => ({ kind: 'name', name })), values }
  }

  file() {
    const types = new Map()
    const values = new Map()
    const functions = new Map()
    const methods = new Map()
    let packageName = ''
    while (this.token.kind !== 'end') {
      const start = this.at
      try {
        if (this.accept('package')) packageName = this.word()
        else if (this.accept('func')) {
          const receiver = this.accept('(') ? this.receiver() : undefined
          const name = this.word()
          if (this.accept('[')) this.skipPast(']')
          const params = this.signature()
          const body = this.is('{') ? this.block() : []
          if (receiver) methods.set(receiver, [...(methods.get(receiver) ?? []), name])
          else functions.set(name, { kind: 'func', params, body })
        } else if (this.accept('type')) {
          const name = this.word()
          this.accept('=')
          types.set(name, this.type())
        } else if (this.accept('var') || this.accept('const')) {
          for (const { targets, type, values: given } of this.declarations())
            targets.forEach(({ name }, index) => values.set(name, { type, value: given[index] }))
        } else throw new Error('not read')
      } catch {
        this.at = start
        this.skipStatement()
      }
      while (this.accept(';') || this.accept('}'));
    }
    return { packageName, types, values, functions, methods }
  }

  /** The name of the receiver's type. */
  receiver() {
    this.skipPast(')')
    return this.tokens[this.at - 2].text
  }
}

const isTypeSwitch = (expression) => expression?.kind === 'assert' && expression.open
const spelt = (node) => (node.kind === 'select' ? `${spelt(node.of)}.${node.name}` : node.name)
const namesType = (node) => node.kind === 'name' || node.of.kind === 'name'

/** The types, variables, functions and names of methods in Go files of one package. */
export function readGo(texts) {
  const files = texts.map((text) => new Parser(text).file())
  const merged = (key) => new Map(files.flatMap((file) => [...file[key]]))
  return {
    packageName: files[0]?.packageName ?? '',
    types: merged('types'),
    values: merged('values'),
    functions: merged('functions'),
    methods: merged('methods'),
  }
}
