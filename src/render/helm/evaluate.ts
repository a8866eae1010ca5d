import type { Span } from '../../source/span.ts'
import { placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { quoteGo } from '../../syntax/go-quote.ts'
import {
  type CommandNode,
  type NumberNode,
  type PipeNode,
  showNode,
  type TemplateNode,
  type TermNode,
} from '../../syntax/go-template-tree.ts'
import { accepted, goTypeOf } from './argument.ts'
import type { Engine } from './engine.ts'
import { CallError, Failure } from './failure.ts'
import { type Call, chosen, freshUnknown, type GoFunction, invoke } from './function.ts'
import { isTemplate } from './pieces.ts'
import { printed } from './print.ts'
import type { Template, TemplateSet } from './template-set.ts'
import { bool, decidedBy, float, int, isNil, type Method, nil, string, truth, typeOf, type Value } from './value.ts'

interface Variable {
  readonly name: string
  value: Value
}

/** What it costs to pass by a variable, in characters. */
const weightOfVariable = 3

/** No final argument was piped in. */
const missing = Symbol('missing')
type Final = Value | typeof missing

type Placed = TermNode | CommandNode | TemplateNode

/** The expressions of text/template's exec.go (Go 1.26): pipelines, with the variables that they see. */
export class Evaluation {
  readonly variables: Variable[]
  /** What errors are said to be at. */
  node: Placed | undefined
  /** Where what functions make stands. */
  here: Span
  private readonly engine: Engine
  private readonly set: TemplateSet
  private readonly template: Template
  private call: Call | undefined

  constructor(engine: Engine, set: TemplateSet, template: Template, data: Value) {
    this.engine = engine
    this.set = set
    this.template = template
    this.variables = [{ name: '$', value: data }]
    this.here = placeOf(slice(template.tree.text, 0, 1))
  }

  /** From now on, what functions make stands at this node. */
  stand(node: Placed): void {
    this.here = this.engine.placeOf(this.template.tree, node)
    this.call = undefined
  }

  /** What an action writes of a value. */
  show(value: Value): Text {
    return isNil(value) ? spoken('<no value>', this.here) : printed(value, this.here)
  }

  /** Go's message, with the trail of templates that it went through. */
  fail(message: string, cause?: Failure | CallError, given: readonly Value[] = []): never {
    const { tree, name } = this.template
    const node = this.node
    const before = tree.text.value.slice(0, node?.pos ?? 0)
    this.engine.spend(before.length)
    const line = before.split('\n').length
    const column = new TextEncoder().encode(before.slice(before.lastIndexOf('\n') + 1)).length
    const at = `${tree.source}:${line}:${column}`
    const context = node ? showNode(node) : ''
    const said = `template: ${at}: executing ${quoteGo(name)} at <${context}>: ${message}`
    if (cause instanceof Failure) throw new Failure(said, cause.at, cause.context)
    const place = node ? this.engine.placeOf(tree, node) : this.here
    throw new Failure(said, place, {
      said: cause?.said,
      given: given.flatMap((value) => decidedBy(value) ?? []).filter((at) => !isTemplate(at)),
      why: this.engine.reason,
    })
  }

  /** The unknown that an operation makes of values. */
  fresh(operation: string, values: readonly Value[]): Text {
    return freshUnknown(operation, values, this.callNow())
  }

  pipeline(dot: Value, pipe: PipeNode): Value {
    this.node = pipe
    let value: Final = missing
    for (const command of pipe.commands) {
      value = this.command(dot, command, value)
      // An empty interface becomes no value at all once it went through a pipeline.
      if (value?.kind === 'null') value = undefined
    }
    const result = value === missing ? undefined : value
    for (const variable of pipe.variables) {
      const name = variable.names[0] ?? ''
      if (pipe.assigns) this.assign(name, result)
      else this.variables.push({ name, value: result })
    }
    return result
  }

  assign(name: string, value: Value): void {
    for (let index = this.variables.length - 1; index >= 0; index -= 1) {
      const variable = this.variables[index] as Variable
      if (variable.name !== name) continue
      variable.value = value
      return
    }
    this.fail(`undefined variable: ${name}`)
  }

  private variable(name: string): Value {
    for (let index = this.variables.length - 1; index >= 0; index -= 1) {
      const variable = this.variables[index] as Variable
      if (variable.name !== name) continue
      this.engine.spend(weightOfVariable * (this.variables.length - index))
      return variable.value
    }
    return this.fail(`undefined variable: ${name}`)
  }

  private command(dot: Value, command: CommandNode, final: Final): Value {
    const [first] = command.args
    switch (first.kind) {
      case 'field':
      case 'chain':
      case 'variable':
        return this.reference(dot, first, command.args, final)
      case 'identifier':
        return this.function(dot, first.name, first, command, command.args, final)
      case 'pipe':
        this.notAFunction(command.args, final)
        return this.pipeline(dot, first)
    }
    this.node = first
    this.notAFunction(command.args, final)
    if (first.kind === 'nil') this.fail('nil is not a command')
    return this.constant(dot, first)
  }

  private notAFunction(args: readonly TermNode[], final: Final): void {
    if (args.length > 1 || final !== missing)
      this.fail(`can't give argument to non-function ${showNode(args[0] as TermNode)}`)
  }

  private constant(dot: Value, node: TermNode): Value {
    switch (node.kind) {
      case 'bool':
        return bool(node.value, this.engine.placeOf(this.template.tree, node))
      case 'dot':
        return dot
      case 'number':
        return this.number(node)
      case 'string':
        return string(node.text, this.engine.placeOf(this.template.tree, node))
      default:
        return this.fail(`can't evaluate command ${quoteGo(showNode(node))}`)
    }
  }

  private number(node: NumberNode): Value {
    this.node = node
    const at = this.engine.placeOf(this.template.tree, node)
    if (node.isFloat) return float(node.float, at)
    if (node.integer === undefined) this.fail(`${node.written.value} overflows int`)
    return int(node.integer, at)
  }

  /** A field, a chain of them, or a variable with or without fields. */
  private reference(
    dot: Value,
    node: Extract<TermNode, { kind: 'field' | 'chain' | 'variable' }>,
    args: readonly TermNode[],
    final: Final,
  ): Value {
    this.node = node
    if (node.kind === 'field') return this.fields(dot, dot, node, node.names, args, final)
    if (node.kind === 'chain') {
      if (node.node.kind === 'nil') this.fail(`indirection through explicit nil in ${showNode(node)}`)
      return this.fields(dot, this.argument(dot, 'value', node.node), node, node.names, args, final)
    }
    const value = this.variable(node.names[0] ?? '')
    if (node.names.length === 1) {
      this.notAFunction(args, final)
      return value
    }
    return this.fields(dot, value, node, node.names.slice(1), args, final)
  }

  private fields(
    dot: Value,
    receiver: Value,
    node: TermNode,
    names: readonly string[],
    args: readonly TermNode[],
    final: Final,
  ): Value {
    let value = receiver
    const last = names.length - 1
    for (let index = 0; index < last; index += 1)
      value = this.field(dot, names[index] as string, node, [], missing, value, index > 0)
    return this.field(dot, names[last] as string, node, args, final, value, last > 0)
  }

  /** `fromMap`: the receiver came out of a map, so that Go knows it as an `interface {}`. */
  private field(
    dot: Value,
    name: string,
    node: TermNode,
    args: readonly TermNode[],
    final: Final,
    receiver: Value,
    fromMap: boolean,
  ): Value {
    if (receiver === undefined) return undefined
    const hasArgs = args.length > 1 || final !== missing
    switch (receiver.kind) {
      case 'null':
        return this.fail(`nil pointer evaluating interface {}.${name}`)
      case 'unknown':
        return { kind: 'unknown', text: this.fresh(`.${name}`, [receiver]) }
      case 'map': {
        const method = receiver.methods?.get(name)
        if (method) return this.method(dot, name, node, method, args, final)
        const found = receiver.entries.get(name)
        if (hasArgs) this.fail(`${name} is not a method but has arguments`)
        if (found) return found.value
        if (receiver.rest) return { kind: 'unknown', text: this.fresh(`.${name}`, [receiver]) }
        if (this.engine.missingKey) this.fail(`map has no entry for key ${quoteGo(name)}`)
        return receiver.type === 'map[string]string' ? string({ value: '', pieces: [] }, this.here) : nil
      }
      case 'struct': {
        const method = receiver.methods?.get(name)
        if (method) return this.method(dot, name, node, method, args, final)
        if (receiver.fields.has(name)) {
          if (hasArgs) this.fail(`${name} has arguments but cannot be invoked as function`)
          return receiver.fields.get(name)
        }
        break
      }
      case 'list': {
        const method = receiver.methods?.get(name)
        if (method) return this.method(dot, name, node, method, args, final)
        break
      }
      case 'string':
        if (this.engine.open && isWhollyUnknown(receiver.text))
          return { kind: 'unknown', text: this.fresh(`.${name}`, [receiver]) }
        break
    }
    return this.fail(`can't evaluate field ${name} in type ${fromMap ? 'interface {}' : typeOf(receiver)}`)
  }

  private method(
    dot: Value,
    name: string,
    node: TermNode,
    method: Method,
    args: readonly TermNode[],
    final: Final,
  ): Value {
    const called: GoFunction = {
      params: method.params,
      variadic: method.variadic ?? false,
      moves: false,
      returnsString: false,
      run: (values) => method.run(values, this.here),
    }
    return this.evalCall(dot, called, node, name, args, final)
  }

  private function(
    dot: Value,
    name: string,
    node: TermNode,
    command: Placed,
    args: readonly TermNode[],
    final: Final,
  ): Value {
    this.node = node
    const called = this.engine.functionOf(name)
    if (!called) return this.fail(`${quoteGo(name)} is not a defined function`)
    return this.evalCall(dot, called, command, name, args, final)
  }

  private callNow(): Call {
    this.call ??= this.engine.callAt(this.here, this.set)
    return this.call
  }

  private evalCall(
    dot: Value,
    called: GoFunction,
    node: Placed,
    name: string,
    written: readonly TermNode[],
    final: Final,
  ): Value {
    this.engine.step()
    const args = written.slice(1)
    const given = args.length + (final === missing ? 0 : 1)
    const fixed = called.variadic ? called.params.length - 1 : called.params.length
    if (called.variadic && given < fixed)
      this.fail(`wrong number of args for ${name}: want at least ${fixed} got ${args.length}`)
    if (!called.variadic && given !== fixed) this.fail(`wrong number of args for ${name}: want ${fixed} got ${given}`)
    if (name === 'and' || name === 'or') return this.shortCircuit(dot, name, args, final)
    const type = (index: number): string => called.params[Math.min(index, called.params.length - 1)] as string
    const values: Value[] = args.map((arg, index) => this.argument(dot, type(index), arg))
    if (final !== missing) values.push(this.valid(final, type(values.length)))
    try {
      if (name === 'call') this.notCallable(values[0], args[0])
      return invoke(name, called, values, this.callNow())
    } catch (error) {
      if (!(error instanceof CallError) && !(error instanceof Failure)) throw error
      this.node = node
      return this.fail(`error calling ${name}: ${error.message}`, error, values)
    }
  }

  private notCallable(value: Value, written: TermNode | undefined): never {
    const name = written ? showNode(written) : this.show(value).value
    throw new CallError(isNil(value) ? 'call of nil' : `non-function ${name} of type ${typeOf(value)}`)
  }

  private shortCircuit(dot: Value, name: 'and' | 'or', args: readonly TermNode[], final: Final): Value {
    const count = args.length + (final === missing ? 0 : 1)
    let value: Value
    let first: Value
    let open: Value
    for (let index = 0; index < count; index += 1) {
      value = index < args.length ? this.argument(dot, 'value', args[index] as TermNode) : (final as Value)
      if (index === 0) first = value
      const decided = truth(value)
      if (decided === undefined) open = value
      else if (decided === (name === 'or'))
        return decided && index > 0 ? chosen(value, 'fallback', first, this.callNow()) : value
    }
    return open ? { kind: 'unknown', text: this.fresh(name, [open]) } : value
  }

  private valid(value: Value, type: string): Value {
    const problem = accepted(value, type)
    if (problem) this.fail(problem, undefined, [value])
    return value
  }

  private argument(dot: Value, type: string, node: TermNode): Value {
    this.node = node
    switch (node.kind) {
      case 'dot':
        return this.valid(dot, type)
      case 'nil':
        if (type === 'string' || type === 'int' || type === 'int64' || type === 'bool' || type === 'float64')
          this.fail(`cannot assign nil to ${type}`)
        return undefined
      case 'field':
      case 'variable':
      case 'chain':
        return this.valid(this.reference(dot, node, [node], missing), type)
      case 'pipe':
        return this.valid(this.pipeline(dot, node), type)
      case 'identifier':
        return this.valid(this.function(dot, node.name, node, node, [], missing), type)
    }
    return this.literal(dot, type, node)
  }

  /** A constant, which takes the type of the parameter. */
  private literal(dot: Value, type: string, node: Extract<TermNode, { kind: 'bool' | 'number' | 'string' }>): Value {
    const shown = showNode(node)
    switch (type) {
      case 'any':
      case 'value':
        return this.constant(dot, node)
      case 'string':
        return node.kind === 'string' ? this.constant(dot, node) : this.fail(`expected string; found ${shown}`)
      case 'bool':
        return node.kind === 'bool' ? this.constant(dot, node) : this.fail(`expected bool; found ${shown}`)
      case 'int':
      case 'int64':
        return node.kind === 'number' && node.integer !== undefined
          ? int(node.integer, this.engine.placeOf(this.template.tree, node), type)
          : this.fail(`expected integer; found ${shown}`)
      case 'float64':
        return node.kind === 'number'
          ? float(node.float, this.engine.placeOf(this.template.tree, node))
          : this.fail(`expected float; found ${shown}`)
      default:
        return this.fail(`can't handle ${shown} for arg of type ${goTypeOf(type)}`)
    }
  }
}

export const isWhollyUnknown = (text: Text): boolean => /^[\uE000-\uF8FF]$/.test(text.value)
