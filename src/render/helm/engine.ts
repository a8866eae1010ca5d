import type { Span } from '../../source/span.ts'
import { placeOf, type Reason, slice, spoken, type Text } from '../../source/text.ts'
import type { Names } from '../../source/unknown.ts'
import { quoteGo } from '../../syntax/go-quote.ts'
import type { TemplateTree } from '../../syntax/go-template-tree.ts'
import { Execution } from './execute.ts'
import { CallError, Failure, tooMuchText, Unsupported } from './failure.ts'
import type { Call, Functions, GoFunction } from './function.ts'
import { Output } from './output.ts'
import { replaced } from './pieces.ts'
import { addTemplate, type TemplateSet, weightOfActions } from './template-set.ts'
import type { Value } from './value.ts'

/**
 * What one render may use: steps twenty times, characters three times what the largest public charts do. What functions look
 * at and make is counted in characters that are merely moved. A chart that wants more is not analysed.
 */
const mostSteps = 1_000_000
const mostCharacters = 500_000_000
/** Nested executions that fit the stack; Helm itself stops an include of itself after 1,000. */
const deepest = 700
/** A template that includes itself this often with the very same data never ends. */
const mostIncludesAlike = 150

/** What `tpl` costs, in characters: by itself, for a template of the set that it copies, and for what stands in actions. */
const weightOfTpl = 5000
const weightOfTemplate = 5
const weightOfParsing = 200

interface Included {
  readonly data: Value
  readonly alike: number
}

interface EngineOptions {
  readonly functions: Functions
  readonly helm: 3 | 4
  readonly names: Names | undefined
  readonly open: boolean
  /** Dependencies that are not there. */
  readonly absent: readonly string[]
  /** What a field that a map does not have is: template.Option("missingkey=error"). */
  readonly missingKey?: 'error'
  /** Fewer steps than a chart may take. */
  readonly mostSteps?: number
}

/** Everything that the executions of one render share. */
export class Engine {
  readonly open: boolean
  readonly names: Names | undefined
  readonly helm: 3 | 4
  readonly missingKey: 'error' | undefined
  readonly isFunction = (name: string): boolean => this.functionOf(name) !== undefined
  private readonly functions: Functions
  private readonly absent: readonly string[]
  private readonly mostSteps: number
  /** What lets stand what is written now. */
  reason: Reason | undefined
  private file: Output | undefined
  private steps = 0
  private characters = 0
  private depth = 0
  private seed = 20_231_117
  private readonly included = new Map<string, Included>()

  constructor(options: EngineOptions) {
    this.functions = options.functions
    this.helm = options.helm
    this.names = options.names
    this.open = options.open
    this.absent = options.absent
    this.missingKey = options.missingKey
    this.mostSteps = options.mostSteps ?? mostSteps
  }

  /** A template that nothing here defines may be one of a dependency that is not there. */
  checkWhole(name: string): void {
    if (this.absent.length > 0)
      throw new Unsupported(`template ${quoteGo(name)} is not defined without ${this.absent.join(', ')}`)
  }

  functionOf(name: string): GoFunction | undefined {
    return Object.hasOwn(this.functions, name) ? this.functions[name] : undefined
  }

  step(): void {
    this.steps += 1
    if (this.steps > this.mostSteps) throw new Unsupported('the chart takes too many steps to render')
  }

  spend(characters: number): void {
    this.characters += characters
    if (this.characters > mostCharacters) throw new Unsupported(tooMuchText)
  }

  /** What this render has cost, in steps; a step is as much as a hundred characters. */
  get spent(): number {
    return this.steps + this.characters / 100
  }

  deeper(run: () => void): void {
    this.depth += 1
    if (this.depth > deepest) throw new Unsupported('the templates of the chart nest too deeply')
    try {
      run()
    } finally {
      this.depth -= 1
    }
  }

  /** What `run` writes stands there for this reason, too. */
  within<T>(kind: Reason['kind'], at: Span, by: Span | undefined, run: () => T): T {
    const outer = this.reason
    this.reason = { kind, at, by, outer }
    try {
      return run()
    } finally {
      this.reason = outer
    }
  }

  output(isFile: boolean): Output {
    return new Output(isFile)
  }

  /** Executes a template file; Go's `<no value>` is deleted as Helm does, which lets missing keys pass. */
  renderFile(set: TemplateSet, name: string, data: Value): { readonly text: Text; readonly output: Output } {
    const output = new Output(true)
    this.file = output
    this.execute(set, name, data, output)
    const text = output.whole()
    return { text: this.missingKey ? text : withoutNoValue(text), output }
  }

  private execute(set: TemplateSet, name: string, data: Value, output: Output): void {
    const template = set.get(name)
    if (!template) {
      this.checkWhole(name)
      throw new CallError(`template: no template ${quoteGo(name)} associated with template ${quoteGo('gotpl')}`)
    }
    this.deeper(() => new Execution(this, set, template, output, data).run(data))
  }

  include(set: TemplateSet, name: string, data: Value): Text {
    const outer = this.included.get(name)
    const alike = outer && sameData(outer.data, data) ? outer.alike + 1 : 0
    if (alike > mostIncludesAlike)
      throw new CallError(`rendering template has a nested reference name: ${name}: unable to execute template`)
    this.included.set(name, { data, alike })
    const output = new Output(false)
    try {
      this.execute(set, name, data, output)
    } finally {
      if (outer) this.included.set(name, outer)
      else this.included.delete(name)
    }
    return output.whole()
  }

  tpl(set: TemplateSet, text: Text, data: Value): Text {
    if (!text.value.includes('{{')) return withoutNoValue(text)
    this.spend(weightOfTpl + weightOfTemplate * set.size + weightOfParsing * weightOfActions(text.value))
    const copy: TemplateSet = new Map(set)
    copy.delete('gotpl')
    const problem = addTemplate(copy, 'gotpl', text, this.isFunction)
    if (problem) {
      const message = `template: gotpl:${problem.line}: ${problem.message}`
      const at = placeOf(slice(text, problem.offset, problem.offset + 1))
      throw new Failure(`cannot parse template ${quoteGo(text.value)}: ${message}`, at)
    }
    const output = new Output(false)
    try {
      this.execute(copy, 'gotpl', data, output)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const message = `error during tpl function execution for ${quoteGo(text.value)}: ${error.message}`
      throw new Failure(message, error.at, error.context)
    }
    return withoutNoValue(output.whole())
  }

  /** What stands from `start` on is as it is only for one outcome of a condition on an unknown. */
  doubt(output: Output, start: number): void {
    if (output.isFile) output.uncertain.push({ start, end: output.length })
    // A value may be used anywhere below.
    else this.file?.uncertain.push({ start: this.file.length, end: Number.POSITIVE_INFINITY })
  }

  callAt(here: Span, set: TemplateSet): Call {
    return new CallSite(this, set, here)
  }

  /** A fixed sequence (Park and Miller's generator), so that a render is the same every time. */
  random(limit: number): number {
    this.seed = (this.seed * 48_271) % 2_147_483_647
    return this.seed % limit
  }

  placeOf(tree: TemplateTree, node: { readonly pos: number; readonly end: number }): Span {
    const known = places.get(node)
    if (known) return known
    const at = placeOf(slice(tree.text, node.pos, Math.max(node.end, node.pos + 1)))
    places.set(node, at)
    return at
  }
}

/** Maps are the same when they share their entries. */
const sameData = (a: Value, b: Value): boolean =>
  a === b || (a?.kind === 'map' && b?.kind === 'map' && a.entries === b.entries)

const places = new WeakMap<object, Span>()

class CallSite implements Call {
  readonly here: Span
  private readonly engine: Engine
  private readonly set: TemplateSet

  constructor(engine: Engine, set: TemplateSet, here: Span) {
    this.engine = engine
    this.set = set
    this.here = here
  }

  get names(): Names | undefined {
    return this.engine.names
  }

  get open(): boolean {
    return this.engine.open
  }

  get helm(): 3 | 4 {
    return this.engine.helm
  }

  reason(kind: Reason['kind'], by: Span | undefined): Reason {
    return { kind, at: this.here, by, outer: this.engine.reason }
  }

  include(name: string, data: Value): Text {
    return this.engine.within('call', this.here, undefined, () => this.engine.include(this.set, name, data))
  }

  tpl(text: Text, data: Value): Text {
    return this.engine.within('call', this.here, undefined, () => this.engine.tpl(this.set, text, data))
  }

  random(limit: number): number {
    return this.engine.random(limit)
  }

  spend(characters: number): void {
    this.engine.spend(characters)
  }
}

const noValue = '<no value>'

const withoutNoValue = (text: Text): Text =>
  text.value.includes(noValue) ? replaced(text, noValue, spoken('', placeOf(text))) : text
