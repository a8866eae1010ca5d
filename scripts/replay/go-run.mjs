// Runs the test functions of Go files on our own code: what a test calls is given by `host`, a map of dotted names to
// functions of values. Every comparison that a test reports is a check: passed, failed, or skipped when one side is not
// known. It is no Go: numbers have no limits, and structs are not copied.
import { Evaluator, Returned } from './go-evaluator.mjs'
import { assertions, firstUnknown, library } from './go-library.mjs'
import { goBool, goInt, goString, hostObject, isNil, nil, show, sprintf, unknown } from './go-values.mjs'

/** A test that failed for good. */
class Stopped {}
/** `break` and `continue`: a loop is left, or goes on. */
class Jumped {}
/** What comes next is not known. */
class Lost {}

export class GoRun extends Evaluator {
  /** `check(where, outcome, detail)`: outcome is `passed`, `failed` or `skipped`. */
  constructor({ go, host, check }) {
    super(go, { ...library, ...host })
    this.check = check
    this.where = []
    this.counted = new WeakSet()
    this.steps = 0
  }

  /** Runs a test; gives the variables that it made. */
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
      this.report(
        'failed',
        args.length > 0 && typeof args[0].data === 'string'
          ? sprintf(args[0].data, args.slice(1))
          : args.map(show).join(' '),
      )
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

  count({ name, from, condition, body }, scopes) {
    const start = this.value(from, scopes)
    for (let index = 0; index < mostTimes(body); index += 1) {
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
    for (const [index, target] of targets.entries())
      this.store(target, op, found[index] ?? unknown('not returned'), scopes)
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

  branch({ init, condition, taken, otherwise }, outer) {
    const scopes = [new Map(), ...outer]
    if (init) this.statement(init, scopes)
    const held = this.value(condition, scopes)
    const reports = taken.some(isReport)
    const asksError = errorsOf(condition).map((name) => this.value({ kind: 'name', name }, scopes))
    const plain = condition.kind === 'binary' && asksError.length > 0
    const counts = !plain || asksError.some((error) => error.unknown || (error.ours && !this.counted.has(error.ours)))
    for (const error of asksError) if (error.ours) this.counted.add(error.ours)
    if (held.unknown) {
      if (reports && counts) this.report('skipped', held.unknown)
      // What comes after an error that is not known is not known.
      if (reports && plain) throw new Lost()
      for (const name of assignedIn([...taken, ...otherwise]))
        scopes.find((scope) => scope.has(name))?.set(name, unknown(held.unknown))
      return
    }
    if (held.data) this.block(taken, scopes)
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
    if (typeof list.data === 'bigint') {
      for (let index = 0; index < Math.min(Number(list.data), mostTimes(body)); index += 1)
        this.iteration({ body }, scopes, [[names[0], goInt(index)]])
      return
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

  /** testify's `assert.X(t, …)`, `require.X(t, …)` and `is.X(…)` of `is := assert.New(t)`. */
  assertion(fn, passed, scopes) {
    if (fn.kind !== 'select' || fn.of.kind !== 'name') return undefined
    const asserts = fn.of.name === 'assert' || fn.of.name === 'require'
    if (asserts && fn.name === 'New') return hostObject({ asserts: true })
    if (!asserts && scopes.find((scope) => scope.has(fn.of.name))?.get(fn.of.name)?.data?.asserts !== true)
      return undefined
    const [a, b] = asserts ? passed.slice(1) : passed
    const hidden = firstUnknown([a, b].filter(Boolean))
    const ends = fn.of.name === 'require'
    if (hidden) {
      this.report('skipped', hidden.unknown)
      if (ends) throw new Lost()
      return goBool(true)
    }
    const holds = assertions[fn.name.replace(/f$/, '')]
    if (!holds) return unknown(`assert.${fn.name}`)
    for (const one of [a, b]) if (one?.ours) this.counted.add(one.ours)
    if (holds(a, b)) this.report('passed')
    else {
      this.report('failed', `assert.${fn.name}: ${show(a)}${b === undefined ? '' : `, ${show(b)}`}`)
      if (ends) throw new Stopped()
    }
    return goBool(true)
  }
}

const keyValue = (key) =>
  typeof key === 'string' ? goString(key) : typeof key === 'bigint' ? goInt(key) : unknown('a key')

/** What only makes data runs to its end; what tries the same again and again runs once. */
const mostTimes = (body) => (reportsIn(body) ? 1 : 5000)
const reportsIn = (statements) =>
  statements.some(
    (one) => isReport(one) || [one.body, one.taken, one.otherwise].some((inner) => inner && reportsIn(inner)),
  )

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
    ...assignedIn([...(one.body ?? []), ...(one.taken ?? []), ...(one.otherwise ?? [])]),
  ])

/** Names of errors that a condition asks for being nil. */
function errorsOf(condition) {
  if (condition.kind !== 'binary') return []
  if (condition.right.kind === 'name' && condition.right.name === 'nil' && condition.left.kind === 'name')
    return [condition.left.name]
  return []
}
