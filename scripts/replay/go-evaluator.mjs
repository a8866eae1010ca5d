// Evaluates expressions of Go. It is no Go: numbers have no limits, and structs are not copied.
import { firstUnknown } from './go-library.mjs'
import { basic, goBool, goInt, goString, isInteger, nil, sameValue, types, unknown } from './go-values.mjs'

/** What a function ended with. */
export class Returned {
  constructor(values) {
    this.values = values
  }
}

/** Knows values; what statements do, `block(statements, scopes)`, is for who extends it. */
export class Evaluator {
  constructor(go, host) {
    this.go = go
    this.host = host
    this.globals = new Map()
  }

  /** The value of a variable of the package. */
  global(name) {
    if (!this.globals.has(name)) {
      this.globals.set(name, unknown(`${name} refers to itself`))
      const { type, value } = this.go.values.get(name)
      this.globals.set(name, value ? this.typed(value, type, new Map()) : this.zero(type))
    }
    return this.globals.get(name)
  }

  value(expression, scopes) {
    return first(this.values(expression, scopes)) ?? nil
  }

  values(expression, scopes) {
    const found = this.evaluate(expression, Array.isArray(scopes) ? scopes : [scopes])
    return Array.isArray(found) ? found : [found]
  }

  typed(expression, type, scopes) {
    if (expression.kind === 'composite' && !expression.type) return this.composite(expression, type, scopes)
    return this.converted(this.value(expression, scopes), type)
  }

  evaluate(expression, scopes) {
    switch (expression.kind) {
      case 'string':
        return goString(expression.value)
      case 'rune':
        return { type: named('int32'), data: BigInt(expression.value), untyped: true }
      case 'number':
        return numberOf(expression.text)
      case 'name':
        return this.named(expression.name, scopes)
      case 'composite':
        return this.composite(expression, expression.type, scopes)
      case 'func':
        return { type: { kind: 'func' }, data: { ...expression, scopes } }
      case 'unary':
        return this.unary(expression, scopes)
      case 'binary':
        return this.binary(expression, scopes)
      case 'select':
        return this.select(expression, scopes)
      case 'index': {
        const generic = this.host[`${expression.of.name}[]`]
        if (generic) return { type: { kind: 'func' }, data: () => generic(expression.at.name) }
        const of = this.deref(this.value(expression.of, scopes))
        const at = this.value(expression.at, scopes)
        return firstUnknown([of, at]) ?? this.element(of, at)
      }
      case 'call':
        return this.call(expression, scopes)
      case 'assert':
      case 'spread':
        return this.value(expression.of, scopes)
      case 'cut': {
        const of = this.value(expression.of, scopes)
        const bound = (one) => (one ? Number(this.value(one, scopes).data) : undefined)
        return of.unknown ? of : { ...of, data: of.data.slice(bound(expression.low), bound(expression.high)) }
      }
      default:
        return unknown(`an expression of the kind ${expression.kind}`)
    }
  }

  named(name, scopes) {
    const scope = scopes.find((one) => one.has(name))
    if (scope) return scope.get(name)
    if (name === 'nil') return nil
    if (name === 'true' || name === 'false') return goBool(name === 'true')
    if (this.go.values.has(name)) return this.global(name)
    if (Object.hasOwn(this.host, name)) return given(this.host[name])
    if (this.go.functions.has(name))
      return { type: { kind: 'func' }, data: { ...this.go.functions.get(name), scopes: [] } }
    return unknown(`${name} is not data`)
  }

  deref(value) {
    return value.data?.to ?? value
  }

  element(of, at) {
    if (of.data instanceof Map) return of.data.get(at.data) ?? this.zero(of.type.elem)
    if (Array.isArray(of.data)) return of.data[Number(at.data)] ?? unknown('an index out of range')
    return unknown('an element of what is not a list')
  }

  resolve(type) {
    let found = type
    for (let depth = 0; found?.kind === 'name' && this.go.types.has(found.name) && depth < 10; depth += 1)
      found = this.go.types.get(found.name)
    return found
  }

  zero(type) {
    const plain = this.resolve(type)
    if (plain?.kind === 'name') {
      if (plain.name === 'string') return { type, data: '' }
      if (plain.name === 'bool') return { type, data: false }
      if (isInteger(plain.name)) return { type, data: 0n }
      if (/^float/.test(plain.name)) return { type, data: 0 }
      const made = this.host[`new ${plain.name}`]
      if (made) return made()
    }
    if (plain?.kind === 'struct')
      return { type, data: new Map(plain.fields.map((field) => [field.name, this.zero(field.type)])) }
    if (plain?.kind === 'array') return { type, data: [] }
    return plain && plain.kind !== 'name' ? { type, data: null } : nil
  }

  converted(value, type) {
    if (!type || value.unknown || (!value.untyped && value.type !== types.nil)) return value
    const plain = this.resolve(type)
    if (value.type === types.nil) return plain?.kind === 'name' ? value : { ...value, type }
    if (plain?.kind !== 'name' || plain.name === 'any' || !basic.test(plain.name))
      return { ...value, untyped: undefined }
    if (isInteger(plain.name)) return { type, data: BigInt(value.data) }
    return /^float/.test(plain.name) ? { type, data: Number(value.data) } : value
  }

  composite({ elements }, type, scopes) {
    const plain = this.resolve(type)
    const elem = (one, of) => this.typed(one, of, scopes)
    const made = plain?.kind === 'name' && this.host[`new ${plain.name}`]
    if (made) return made()
    if (plain?.kind === 'pointer') return { type, data: { to: this.composite({ elements }, plain.elem, scopes) } }
    if (plain?.kind === 'slice' || plain?.kind === 'array')
      return { type, data: elements.map(({ value }) => elem(value, plain.elem)) }
    if (plain?.kind === 'map' || this.host[`map ${plain?.name}`]) {
      const map = plain.kind === 'map' ? plain : types.map
      return {
        type: { ...map, written: type },
        data: new Map(elements.map(({ key, value }) => [elem(key, map.key).data, elem(value, map.elem)])),
      }
    }
    const fields = plain?.kind === 'struct' ? plain.fields : []
    const data = new Map(fields.map((field) => [field.name, this.zero(field.type)]))
    elements.forEach(({ key, value }, index) => {
      const name = key ? key.name : fields[index]?.name
      data.set(name, elem(value, fields.find((field) => field.name === name)?.type))
    })
    return { type: type ?? { kind: 'struct', fields }, data }
  }

  unary({ op, of }, scopes) {
    const value = this.value(of, scopes)
    if (value.unknown) return value
    if (op === '&') return { type: { kind: 'pointer', elem: value.type }, data: { to: value } }
    if (op === '*') return this.deref(value)
    if (op === '!') return goBool(!value.data)
    return op === '-' ? { ...value, data: -value.data } : value
  }

  binary({ op, left, right }, scopes) {
    const a = this.value(left, scopes)
    if (op === '||' || op === '&&') {
      if (!a.unknown && a.data === (op === '||')) return a
      const b = this.value(right, scopes)
      return firstUnknown([a, b]) ?? b
    }
    const b = this.value(right, scopes)
    return firstUnknown([a, b]) ?? this.operate(op, a, b)
  }

  operate(op, a, b) {
    if (a.unknown || b.unknown) return firstUnknown([a, b])
    switch (op) {
      case '==':
        return goBool(sameValue(a, b))
      case '!=':
        return goBool(!sameValue(a, b))
      case '<':
        return goBool(a.data < b.data)
      case '<=':
        return goBool(a.data <= b.data)
      case '>':
        return goBool(a.data > b.data)
      case '>=':
        return goBool(a.data >= b.data)
      case '+':
        return typeof a.data === typeof b.data ? { ...a, data: a.data + b.data } : unknown('a sum of two types')
      case '/':
        return { ...a, data: Number(a.data) / Number(b.data), type: types.float }
      default:
        return unknown(`the operator ${op}`)
    }
  }

  select({ of, name }, scopes) {
    const dotted = spelt(of) && `${spelt(of)}.${name}`
    if (dotted && Object.hasOwn(this.host, dotted)) return given(this.host[dotted])
    const owner = this.deref(this.value(of, scopes))
    if (owner.unknown) return dotted ? unknown(`${dotted} is not data`) : owner
    if (owner.type.kind === 'host' || (owner.type === types.error && owner.data)) {
      const method = owner.data[name]
      if (method === undefined) return unknown(`${name} of what a test made`)
      return given(method)
    }
    if (owner.data instanceof Map && owner.data.has(name)) return owner.data.get(name)
    const typeName = owner.type.name ?? owner.type.written?.name ?? 'Values'
    const method = this.host[`(${typeName}).${name}`]
    if (method) return { type: { kind: 'func' }, data: (args) => method(owner, ...args) }
    if (owner.data instanceof Map) return nil
    return unknown(`${name} of ${owner.type.name ?? owner.type.kind}`)
  }

  call({ fn, args }, scopes) {
    const made = this.builtin(fn, args, scopes)
    if (made) return made
    const passed = args.flatMap((arg) =>
      arg.kind === 'spread' ? (this.value(arg.of, scopes).data ?? []) : this.values(arg, scopes),
    )
    const asserted = this.assertion(fn, passed, scopes)
    if (asserted) return asserted
    const called = this.value(fn, scopes)
    if (called.unknown) return called
    return this.apply(called, passed)
  }

  apply(called, args) {
    if (typeof called.data === 'function') {
      if (!called.data.takesUnknown && firstUnknown(args)) return firstUnknown(args)
      return called.data(args, this)
    }
    if (!called.data?.body) return unknown('a call of what is not a function')
    const scope = new Map(
      called.data.params.map((name, index) =>
        name.startsWith('...')
          ? [name.slice('...'.length), { type: types.list, data: args.slice(index) }]
          : [name, args[index] ?? nil],
      ),
    )
    try {
      this.block(called.data.body, [scope, ...called.data.scopes])
    } catch (error) {
      if (!(error instanceof Returned)) throw error
      return error.values
    }
    return nil
  }

  builtin(fn, args, scopes) {
    if (fn.kind === 'type') return this.cast(fn.type, this.value(args[0], scopes))
    if (fn.kind === 'select' && this.host[`map ${spelt(fn)}`]) return this.value(args[0], scopes)
    if (fn.kind !== 'name' || scopes.some((scope) => scope.has(fn.name))) return undefined
    const type = args[0]?.kind === 'type' ? args[0].type : named(args[0] && spelt(args[0]))
    switch (fn.name) {
      case 'len': {
        const of = this.deref(this.value(args[0], scopes))
        if (of.unknown) return of
        if (typeof of.data === 'string') return goInt(Buffer.byteLength(of.data))
        return goInt(of.data?.size ?? of.data?.length ?? 0)
      }
      case 'append': {
        const [list, ...more] = args.map((arg) => (arg.kind === 'spread' ? arg : this.value(arg, scopes)))
        if (list.unknown) return list
        const added = more.flatMap((one) => (one.kind === 'spread' ? this.value(one.of, scopes).data : [one]))
        return { ...list, data: [...(list.data ?? []), ...added] }
      }
      case 'make': {
        const plain = this.resolve(type)
        if (plain?.kind === 'chan') return { type, data: null }
        if (plain?.kind === 'map' || this.host[`map ${plain?.name}`]) {
          const map = plain.kind === 'map' ? plain : types.map
          return { type: { ...map, written: type }, data: new Map() }
        }
        const length = args[1] ? Number(this.value(args[1], scopes).data) : 0
        return { type, data: Array.from({ length }, () => this.zero(plain?.elem)) }
      }
      case 'new':
        return { type: { kind: 'pointer', elem: type }, data: { to: this.zero(type) } }
      case 'panic':
        return unknown('a panic')
    }
    const isType = basic.test(fn.name) || this.go.types.has(fn.name) || this.host[`map ${fn.name}`]
    return isType && args.length === 1 ? this.cast(named(fn.name), this.value(args[0], scopes)) : undefined
  }

  cast(type, value) {
    if (value.unknown) return value
    const plain = this.resolve(type)
    if (plain?.kind === 'interface' || plain?.name === 'any') return value
    if (plain?.kind === 'slice' && typeof value.data === 'string') return { type, data: value.data, bytes: true }
    if (plain?.name === 'string' && Array.isArray(value.data))
      return goString(value.data.map((one) => String.fromCodePoint(Number(one.data))).join(''))
    if (plain?.name && isInteger(plain.name)) return { type, data: BigInt(Math.trunc(Number(value.data))) }
    if (plain?.name && /^float/.test(plain.name)) return { type, data: Number(value.data) }
    if (this.host[`map ${type.name}`]) return value
    return { ...value, type, untyped: undefined }
  }
}

const first = (value) => (Array.isArray(value) ? value[0] : value)

/** What a host gives by a name: a function, or a value. */
const given = (one) => (typeof one === 'function' ? { type: { kind: 'func' }, data: one } : one)

const named = (name) => ({ kind: 'name', name })
function numberOf(text) {
  if (text.endsWith('i')) return unknown('a complex number')
  if (/^0[oO]?[0-7]+$/.test(text)) return { ...goInt(`0o${text.replace(/^0[oO]?/, '')}`), untyped: true }
  if (/^(?:0[xXbB][0-9a-fA-F]+|[0-9]+)$/.test(text)) return { ...goInt(text), untyped: true }
  return { type: types.float, data: Number(text), untyped: true }
}

const spelt = (node) =>
  node.kind === 'name' ? node.name : node.kind === 'select' && spelt(node.of) ? `${spelt(node.of)}.${node.name}` : ''
