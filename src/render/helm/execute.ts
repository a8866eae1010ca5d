import type { Text } from '../../source/text.ts'
import { quoteGo } from '../../syntax/go-quote.ts'
import type { BranchNode, TemplateCallNode, TemplateNode } from '../../syntax/go-template-tree.ts'
import type { Engine } from './engine.ts'
import { Evaluation, isWhollyUnknown } from './evaluate.ts'
import { Failure, Unsupported } from './failure.ts'
import type { Output } from './output.ts'
import { under, writtenAt } from './pieces.ts'
import { printed } from './print.ts'
import type { Template, TemplateSet } from './template-set.ts'
import { decidedBy, int, keysInOrder, string, truth, type Value, weightOfPart } from './value.ts'

type Jump = 'break' | 'continue' | undefined

/** The actions of text/template's exec.go (Go 1.26): executes one template. Nested templates are executions of their own. */
export class Execution {
  private readonly engine: Engine
  private readonly set: TemplateSet
  private readonly template: Template
  private readonly evaluation: Evaluation
  private output: Output

  constructor(engine: Engine, set: TemplateSet, template: Template, output: Output, data: Value) {
    this.engine = engine
    this.set = set
    this.template = template
    this.evaluation = new Evaluation(engine, set, template, data)
    this.output = output
  }

  run(data: Value): void {
    this.walkList(data, this.template.tree.root)
  }

  private walkList(dot: Value, nodes: readonly TemplateNode[]): Jump {
    for (const node of nodes) {
      const jump = this.walk(dot, node)
      if (jump) return jump
    }
    return undefined
  }

  private walk(dot: Value, node: TemplateNode): Jump {
    this.engine.step()
    this.evaluation.node = node
    switch (node.kind) {
      case 'text':
        this.write(under(node.text, this.engine.reason))
        return undefined
      case 'action': {
        this.evaluation.stand(node)
        const value = this.evaluation.pipeline(dot, node.pipe)
        if (node.pipe.variables.length === 0)
          this.write(writtenAt(this.evaluation.show(value), this.evaluation.here, this.engine.reason))
        return undefined
      }
      case 'if':
      case 'with':
        return this.branch(dot, node)
      case 'range':
        return this.range(dot, node)
      case 'template':
        this.nested(dot, node)
        return undefined
      case 'break':
      case 'continue':
        return node.kind
    }
  }

  private write(text: Text): void {
    this.engine.spend(text.value.length)
    this.output.write(text)
  }

  private branch(dot: Value, node: BranchNode): Jump {
    const mark = this.evaluation.variables.length
    this.evaluation.stand(node.pipe)
    const value = this.evaluation.pipeline(dot, node.pipe)
    const decided = truth(value)
    const taken = (true_: boolean): Jump =>
      true_
        ? this.walkList(node.kind === 'with' ? value : dot, node.list)
        : node.otherwise && this.walkList(dot, node.otherwise)
    const jump = this.engine.within('condition', this.evaluation.here, decidedBy(value), () =>
      decided === undefined ? this.undecided(taken, value) : taken(decided),
    )
    this.evaluation.variables.length = mark
    return jump
  }

  /**
   * A condition that depends on an unknown: both sides are tried. The longer one stays and its document is marked; in a
   * template whose result is a value, two short results that differ become one unknown. So do variables that differ.
   */
  private undecided(taken: (true_: boolean) => Jump, condition: Value): Jump {
    const outer = this.output
    const before = this.evaluation.variables.map((variable) => variable.value)
    const sides = [true, false].map((side) => {
      this.evaluation.variables.forEach((variable, index) => {
        variable.value = before[index]
      })
      const output = this.engine.output(false)
      this.output = output
      try {
        const jump = taken(side)
        return {
          output,
          jump,
          text: output.whole(),
          variables: this.evaluation.variables.slice(0, before.length).map((one) => one.value),
        }
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        return undefined
      } finally {
        this.evaluation.variables.length = before.length
        this.output = outer
      }
    })
    const [one, other] = sides
    if (!one && !other) throw new Unsupported('whether the chart renders depends on a value that is not known')
    const chosen = !other || (one && one.text.value.length >= other.text.value.length) ? one : other
    if (!chosen) return undefined
    this.evaluation.variables.forEach((variable, index) => {
      const [first, second] = [(one ?? chosen).variables[index], (other ?? chosen).variables[index]]
      variable.value = first === second ? first : { kind: 'unknown', text: this.evaluation.fresh('if', [condition]) }
    })
    const differs = one?.text.value !== other?.text.value
    if (differs && !outer.isFile && isShort(one?.text) && isShort(other?.text)) {
      outer.write(this.evaluation.fresh(`${one?.text.value}|${other?.text.value}`, [condition]))
      return chosen.jump
    }
    const start = outer.length
    outer.write(chosen.text)
    if (differs) this.engine.doubt(outer, start)
    return chosen.jump
  }

  private range(dot: Value, node: BranchNode): Jump {
    const mark = this.evaluation.variables.length
    this.evaluation.stand(node.pipe)
    const value = this.evaluation.pipeline(dot, node.pipe)
    const ran = this.iterate(node, value)
    this.evaluation.variables.length = mark
    return ran || !node.otherwise ? undefined : this.walkList(dot, node.otherwise)
  }

  private iterate(node: BranchNode, value: Value): boolean {
    switch (value?.kind) {
      case undefined:
      case 'null':
        return false
      case 'list':
        for (const [index, item] of value.items.entries())
          if (!this.iteration(node, int(index, this.evaluation.here), item)) break
        return value.items.length > 0
      case 'map': {
        if (value.rest) this.engine.doubt(this.output, this.output.length)
        this.engine.spend(weightOfPart * value.entries.size)
        const keys = keysInOrder(value).map((key) => value.entries.get(key))
        for (const one of keys) if (one && !this.iteration(node, string(one.key), one.value)) break
        return keys.length > 0
      }
      case 'int':
        if (node.pipe.variables.length > 1)
          this.evaluation.fail(`can't use ${value.value} to iterate over more than one variable`)
        for (let index = 0n; index < value.value; index += 1n)
          if (!this.iteration(node, undefined, int(index, this.evaluation.here, value.type ?? 'int64'))) break
        return value.value > 0n
      case 'unknown':
        this.engine.doubt(this.output, this.output.length)
        return true
      default:
        if (value?.kind === 'string' && isWhollyUnknown(value.text)) {
          this.engine.doubt(this.output, this.output.length)
          return true
        }
        return this.evaluation.fail(`range can't iterate over ${printed(value, this.evaluation.here).value}`)
    }
  }

  /** Whether to go on. */
  private iteration(node: BranchNode, index: Value, item: Value): boolean {
    this.engine.step()
    const { variables, assigns } = node.pipe
    const [first, second] = variables
    const mark = this.evaluation.variables.length
    if (first) {
      const name = (one: typeof first): string => one.names[0] ?? ''
      const pairs: [string, Value][] = second
        ? [
            [name(first), index],
            [name(second), item],
          ]
        : [[name(first), item]]
      for (const [variable, value] of pairs) {
        if (assigns) this.evaluation.assign(variable, value)
        else this.evaluation.variables.push({ name: variable, value })
      }
    }
    const jump = this.walkList(item, node.list)
    this.evaluation.variables.length = mark
    return jump !== 'break'
  }

  private nested(dot: Value, node: TemplateCallNode): void {
    const template = this.set.get(node.name)
    if (!template) {
      this.engine.checkWhole(node.name)
      this.evaluation.fail(`template ${quoteGo(node.name)} not defined`)
    }
    this.evaluation.stand(node)
    const data = node.pipe ? this.evaluation.pipeline(dot, node.pipe) : undefined
    const run = (): void => new Execution(this.engine, this.set, template, this.output, data).run(data)
    this.engine.within('call', this.evaluation.here, undefined, () => this.engine.deeper(run))
  }
}

/** A result that can only be a scalar, so that an unknown may stand for it. */
const isShort = (text: Text | undefined): boolean => text === undefined || !/[\n:]/.test(text.value)
