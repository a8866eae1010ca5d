// Runs the test functions of Go files on our own code: what a test calls is given by `host`, a map of dotted names to
// functions of values. Every comparison that a test reports is a check: passed, failed, or skipped when one side is not
// known. It is no Go: numbers have no limits, and structs are not copied.
import {
  basic,
  failure,
  goBool,
  goInt,
  goString,
  hostObject,
  isInteger,
  isNil,
  nil,
  sameValue,
  show,
  sprintf,
  types,
  unknown,
} from './go-values.mjs'

class Returned {
  constructor(values) {
    this.values = values
  }
}
class Stopped {}
class Jumped {}
class Lost {}

const first = (value) => (Array.isArray(value) ? value[0] : value)

/** What any test may use of Go's library. */
const library = {
  'fmt.Sprintf': ([format, ...args]) => firstUnknown(args) ?? goString(sprintf(format.data, args)),
  'fmt.Errorf': ([format, ...args]) => failure(sprintf(format.data, args)),
  'errors.New': ([text]) => failure(text.data),
  'strings.Contains': ([text, part]) => goBool(text.data.includes(part.data)),
  'strings.HasSuffix': ([text, part]) => goBool(text.data.endsWith(part.data)),
  'strings.HasPrefix': ([text, part]) => goBool(text.data.startsWith(part.data)),
  'strings.TrimSpace': ([text]) => goString(text.data.trim()),
  'strings.TrimPrefix': ([text, part]) =>
    goString(text.data.startsWith(part.data) ? text.data.slice(part.data.length) : text.data),
  'strings.Compare': ([a, b]) => goInt(a.data < b.data ? -1 : a.data > b.data ? 1 : 0),
  'strings.Repeat': ([text, times]) => goString(text.data.repeat(Number(times.data))),
  'strings.Join': ([list, by]) => goString(list.data.map((item) => item.data).join(by.data)),
  'strings.Split': ([text, by]) => ({ type: types.strings, data: text.data.split(by.data).map(goString) }),
  'path.Join': (parts) => goString(parts.map((part) => part.data).join('/').replace(/\/+/g, '/')),
  'filepath.Join': (parts) => goString(parts.map((part) => part.data).join('/').replace(/\/+/g, '/')),
  'strconv.Itoa': ([number]) => goString(String(number.data)),
  'strconv.FormatFloat': ([number]) => goString(String(number.data)),
  'strconv.FormatBool': ([bool]) => goString(String(bool.data)),
  'reflect.DeepEqual': ([a, b]) => goBool(sameValue(a, b)),
  'utf8.RuneCountInString': ([text]) => goInt([...text.data].length),
  'sort.Strings': ([list]) => {
    list.data.sort((a, b) => (a.data < b.data ? -1 : 1))
    return nil
  },
  'base64.StdEncoding.EncodeToString': ([bytes]) => goString(Buffer.from(bytes.data).toString('base64')),
}

const firstUnknown = (values) => values.find((value) => value?.unknown)

export class GoRun {
  /** `check(where, outcome, detail)`: outcome is `passed`, `failed` or `skipped`. */
  constructor({ go, host, check }) {
    this.go = go
    this.host = { ...library, ...host }
    this.check = check
    this.globals = new Map()
    this.where = []
    this.counted = new WeakSet()
    this.steps = 0
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

  /** Runs a test; `before` sees its variables when it ends. */
  test(name) {
    const scope = new Map()
    this.where = [name]
    this.steps = 0
    const body = this.go.functions.get(name)
    try {
      this.block(body.body, new Map([[body.params[0] ?? 't', this.reporter()]]), scope)
    } catch (error) {
      if (![Stopped, Returned, Jumped, Lost].some((one) => error instanceof one)) throw error
    }
    return scope
  }

  report(outcome, detail) {
    this.check(this.where.join(' '), outcome, detail)
  }

  reporter() {
    const fails = (stops) => (args) => {
      this.report('failed', args.length > 0 && typeof args[0].data === 'string' ? sprintf(args[0].data, args.slice(1)) : args.map(show).join(' '))
      if (stops) throw new Stopped()
      return nil
    }
    return hostObject({
      Error: (args) => fails(false)([goString('%v'), ...args]),
      Errorf: fails(false),
      Fatal: (args) => fails(true)([goString('%v'), ...args]),
      Fatalf: fails(true),
      Run: ([name, run]) => {
        this.where.push(show(name))
        try {
          this.apply(run, [this.reporter()])
        } catch (error) {
          if (!(error instanceof Stopped) && !(error instanceof Lost)) throw error
        } finally {
          this.where.pop()
        }
        return nil
      },
      Log: () => nil,
      Logf: () => nil,
      Helper: () => nil,
    })
  }

  // Statements

  block(statements, outer, kept) {
    const scope = kept ?? new Map()
    const scopes = [scope, ...(Array.isArray(outer) ? outer : [outer])]
    for (const statement of statements) this.statement(statement, scopes)
  }

  statement(statement, scopes) {
    this.steps += 1
    if (this.steps > 200_000) throw new Stopped()
    switch (statement.kind) {
      case 'block':
        if (statement.flat) for (const one of statement.body) this.statement(one, scopes)
        else this.block(statement.body, scopes)
        return
      case 'type':
        this.go.types.set(statement.name, statement.type)
        return
      case 'do':
        this.value(statement.expression, scopes)
        return
      case 'assign':
        this.assign(statement, scopes)
        return
      case 'return':
        throw new Returned(statement.values.flatMap((value) => this.values(value, scopes)))
      case 'continue':
      case 'break':
        throw new Jumped()
      case 'if':
        this.branch(statement, scopes)
        return
      case 'types':
        this.types(statement, scopes)
        return
      case 'range':
        this.range(statement, scopes)
        return
      case 'count':
        this.count(statement, scopes)
    }
  }

  /** What only makes data runs to its end; what tries the same again and again runs once. */
  count({ name, from, condition, body }, scopes) {
    const start = this.value(from, scopes)
    const times = body.every((one) => one.kind === 'assign' || one.kind === 'if') ? 5000 : 1
    for (let index = 0; index < times; index += 1) {
      const variable = { ...start, data: start.data + BigInt(index) }
      if (this.value(condition, [new Map([[name, variable]]), ...scopes]).data !== true) return
      this.iteration({ body }, scopes, [[name, variable]])
    }
  }

  assign({ op, type, targets, values }, scopes) {
    const found =
      values.length === 1 && targets.length > 1
        ? this.pair(values[0], scopes, targets.length)
        : targets.map((_, index) => (values[index] ? this.typed(values[index], type, scopes) : this.zero(type)))
    targets.forEach((target, index) => this.store(target, op, found[index] ?? unknown('not returned'), scopes))
  }

  /** A call with several results, or the two of `m[key]` and `x.(T)`. */
  pair(expression, scopes, count) {
    if (expression.kind === 'index') {
      const map = this.value(expression.of, scopes)
      const key = this.value(expression.at, scopes)
      if (map.unknown || key.unknown) return [map.unknown ? map : key, map.unknown ? map : key]
      const has = map.data instanceof Map && map.data.has(key.data)
      return [this.element(map, key), goBool(has)]
    }
    if (expression.kind === 'assert') {
      const value = this.value(expression.of, scopes)
      return [value, value.unknown ? value : goBool(!isNil(value) && typeof value.data === 'object')]
    }
    const values = this.values(expression, scopes)
    return values.length === 1 && values[0].unknown ? Array.from({ length: count }, () => values[0]) : values
  }

  store(target, op, value, scopes) {
    if (target.kind === 'index') {
      const map = this.value(target.of, scopes)
      const key = this.value(target.at, scopes)
      if (map.data instanceof Map && !key.unknown) map.data.set(key.data, this.converted(value, map.type.elem))
      else if (Array.isArray(map.data) && !key.unknown) map.data[Number(key.data)] = value
      return
    }
    if (target.kind === 'select') {
      const owner = this.deref(this.value(target.of, scopes))
      if (owner.data instanceof Map) owner.data.set(target.name, value)
      return
    }
    if (target.kind !== 'name' || target.name === '_') return
    if (op === ':=') {
      scopes[0].set(target.name, value)
      return
    }
    const scope = scopes.find((one) => one.has(target.name)) ?? this.globals
    scope.set(
      target.name,
      op === '=' ? value : this.operate(op[0], scope.get(target.name) ?? unknown(target.name), value),
    )
  }

  branch({ init, condition, then, otherwise }, outer) {
    const scopes = [new Map(), ...outer]
    if (init) this.statement(init, scopes)
    const held = this.value(condition, scopes)
    const reports = then.some(isReport)
    const asksError = errorsOf(condition).map((name) => this.value({ kind: 'name', name }, scopes))
    const plain = condition.kind === 'binary' && asksError.length > 0
    const counts = !plain || asksError.some((error) => error.unknown || (error.ours && !this.counted.has(error.ours)))
    for (const error of asksError) if (error.ours) this.counted.add(error.ours)
    if (held.unknown) {
      if (reports && counts) this.report('skipped', held.unknown)
      // What comes after an error that is not known is not known.
      if (reports && plain) throw new Lost()
      for (const name of assignedIn([...then, ...otherwise]))
        scopes.find((scope) => scope.has(name))?.set(name, unknown(held.unknown))
      return
    }
    if (held.data) this.block(then, scopes)
    else {
      if (reports && counts) this.report('passed')
      this.block(otherwise, scopes)
    }
  }

  types({ name, of, cases }, scopes) {
    const value = this.value(of, scopes)
    if (value.unknown) return
    const kind = isNil(value) ? 'nil' : typeof value.data
    const fits = (type) => kinds[type.name] === kind
    const taken = cases.find(({ labels }) => labels?.some(fits)) ?? cases.find(({ labels }) => !labels)
    if (taken) this.block(taken.body, [new Map(name ? [[name, value]] : []), ...scopes])
  }

  range({ names, over, body }, scopes) {
    const list = this.deref(this.value(over, scopes))
    if (list.unknown) {
      this.report('skipped', list.unknown)
      throw new Lost()
    }
    const pairs =
      list.data instanceof Map
        ? [...list.data].map(([key, value]) => [keyValue(key), value])
        : Array.isArray(list.data)
          ? list.data.map((value, index) => [goInt(index), value])
          : []
    for (const [key, value] of pairs) {
      this.where.push(`#${show(key)}`)
      try {
        this.iteration({ body }, scopes, [
          [names[0], key],
          [names[1], value],
        ])
      } finally {
        this.where.pop()
      }
    }
  }

  iteration({ body }, scopes, variables) {
    try {
      this.block(body, [new Map(variables.filter(([name]) => name)), ...scopes])
    } catch (error) {
      if (!(error instanceof Jumped) && !(error instanceof Lost)) throw error
    }
  }

  // Expressions

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
    if (plain?.kind !== 'name' || plain.name === 'any' || !basic.test(plain.name)) return { ...value, untyped: undefined }
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

  /** testify's `assert.X(t, …)`, `require.X(t, …)` and `is.X(…)` of `is := assert.New(t)`. */
  assertion(fn, passed, scopes) {
    if (fn.kind !== 'select' || fn.of.kind !== 'name') return undefined
    const asserts = fn.of.name === 'assert' || fn.of.name === 'require'
    if (asserts && fn.name === 'New') return hostObject({ asserts: true })
    if (!asserts && scopes.find((scope) => scope.has(fn.of.name))?.get(fn.of.name)?.data?.asserts !== true)
      return undefined
    const [a, b] = asserts ? passed.slice(1) : passed
    const hidden = firstUnknown([a, b].filter(Boolean))
    if (hidden) {
      this.report('skipped', hidden.unknown)
      return goBool(true)
    }
    const holds = assertions[fn.name]
    if (!holds) return unknown(`assert.${fn.name}`)
    for (const one of [a, b]) if (one?.ours) this.counted.add(one.ours)
    if (holds(a, b)) this.report('passed')
    else this.report('failed', `assert.${fn.name}: ${show(a)}${b === undefined ? '' : `, ${show(b)}`}`)
    return goBool(true)
  }
}

/** What a host gives by a name: a function, or a value. */
const given = (one) => (typeof one === 'function' ? { type: { kind: 'func' }, data: one } : one)

const within = (text, part) =>
  Array.isArray(text.data) ? text.data.some((item) => sameValue(item, part)) : String(text.data).includes(part.data)
const assertions = {
  NoError: (error) => isNil(error),
  Error: (error) => !isNil(error),
  Nil: (value) => isNil(value),
  NotNil: (value) => !isNil(value),
  True: (value) => value.data === true,
  False: (value) => value.data === false,
  Equal: (a, b) => sameValue(a, b),
  NotEqual: (a, b) => !sameValue(a, b),
  Contains: within,
  NotContains: (text, part) => !within(text, part),
  Len: (list, length) => (list.data.size ?? list.data.length) === Number(length.data),
  Empty: (value) => isNil(value) || value.data.length === 0 || value.data.size === 0,
}

const named = (name) => ({ kind: 'name', name })
const keyValue = (key) =>
  typeof key === 'string' ? goString(key) : typeof key === 'bigint' ? goInt(key) : unknown('a key')

function numberOf(text) {
  if (text.endsWith('i')) return unknown('a complex number')
  if (/^0[oO]?[0-7]+$/.test(text)) return { ...goInt(`0o${text.replace(/^0[oO]?/, '')}`), untyped: true }
  if (/^(?:0[xXbB][0-9a-fA-F]+|[0-9]+)$/.test(text)) return { ...goInt(text), untyped: true }
  return { type: types.float, data: Number(text), untyped: true }
}

const spelt = (node) =>
  node.kind === 'name' ? node.name : node.kind === 'select' && spelt(node.of) ? `${spelt(node.of)}.${node.name}` : ''

/** Types of a switch that are told apart. */
const kinds = { float64: 'number', bool: 'boolean', string: 'string', int: 'bigint', int64: 'bigint', nil: 'nil' }

/** Whether a statement is `t.Error(…)` or one of its like. */
const isReport = ({ kind, expression }) =>
  kind === 'do' &&
  expression.kind === 'call' &&
  expression.fn.kind === 'select' &&
  expression.fn.of.name === 't' &&
  /^(?:Error|Errorf|Fatal|Fatalf)$/.test(expression.fn.name)

const assignedIn = (statements) =>
  statements.flatMap((one) => [
    ...(one.kind === 'assign' && one.op !== ':=' ? one.targets.map((target) => target.name) : []),
    ...assignedIn([...(one.body ?? []), ...(one.then ?? []), ...(one.otherwise ?? [])]),
  ])

/** Names of errors that a condition asks for being nil. */
function errorsOf(condition) {
  if (condition.kind !== 'binary') return []
  if (condition.right.kind === 'name' && condition.right.name === 'nil' && condition.left.kind === 'name')
    return [condition.left.name]
  return []
}
