// Reads as much of Go as test files are made of: types, composite literals, expressions, and statements in a function. What
// it cannot read becomes a statement of the kind `other`, so that the rest of the file can still be used.
import { ExpressionParser } from './go-expressions.mjs'

class Parser extends ExpressionParser {
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
    const taken = this.inside(true, () => this.block())
    let otherwise = []
    if (this.accept('else')) otherwise = this.is('if') ? [this.branch()] : this.inside(true, () => this.block())
    return { kind: 'if', init, condition: condition.expression, taken, otherwise }
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
                taken: body,
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
            for (const [index, { name }] of targets.entries()) values.set(name, { type, value: given[index] })
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
