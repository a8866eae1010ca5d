import { concat, emptyText, slice, type Text } from '../source/text.ts'
import { quoteGo } from './go-quote.ts'

/**
 * The grammar of Helm's `--set` family (pkg/strvals of Helm 3.21 and 4.2): what an argument assigns, with places. The
 * places to assign to are paths; what a value means (typed, string, file, JSON) is for the caller to say.
 */
interface SetKey {
  readonly kind: 'key'
  readonly name: Text
}
interface SetIndex {
  readonly kind: 'index'
  readonly index: number
}
export type SetStep = SetKey | SetIndex

export interface Assignment {
  readonly path: readonly SetStep[]
  readonly value: SetValue
  /** Without the separator behind it. */
  readonly whole: Text
}

type SetValue =
  | { readonly kind: 'scalar'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  /** JSON begins at this offset of the argument; the caller says where it ends. */
  | { readonly kind: 'json'; readonly offset: number }
  /** `--set-json key=` with nothing behind it. */
  | { readonly kind: 'null' }
  /** `key[0]` or `key.` with nothing behind it: the list or map is there, and nothing is put into it. */
  | { readonly kind: 'none' }

interface SetProblem {
  readonly problem: string
  readonly offset: number
}

type SetGrammar = 'escaped' | 'literal' | 'json'

/** parser.go: MaxIndex and MaxNestedNameLevel. */
const mostIndex = 65_536
const deepest = 30

/**
 * Every assignment of one argument, in order; a problem ends it, and what stands before the problem still counts.
 * `jsonEnd` tells where the JSON value ends that begins at an offset, or what is wrong with it.
 */
export function parseSetValues(
  argument: Text,
  grammar: SetGrammar,
  jsonEnd: (offset: number) => number | SetProblem = () => argument.value.length,
): { readonly assignments: readonly Assignment[]; readonly problem: SetProblem | undefined } {
  const reader = new Reader(argument, grammar, jsonEnd)
  return reader.run()
}

class Stop extends Error {
  readonly problem: SetProblem | undefined
  constructor(problem: SetProblem | undefined) {
    super()
    this.problem = problem
  }
}

class Reader {
  private readonly argument: Text
  private readonly grammar: SetGrammar
  private readonly jsonEnd: (offset: number) => number | SetProblem
  private readonly assignments: Assignment[] = []
  private offset = 0
  private start = 0

  constructor(argument: Text, grammar: SetGrammar, jsonEnd: (offset: number) => number | SetProblem) {
    this.argument = argument
    this.grammar = grammar
    this.jsonEnd = jsonEnd
  }

  run(): { assignments: readonly Assignment[]; problem: SetProblem | undefined } {
    try {
      for (;;) {
        this.start = this.offset
        this.key([], 0)
      }
    } catch (error) {
      if (!(error instanceof Stop)) throw error
      return { assignments: this.assignments, problem: error.problem }
    }
  }

  private fail(problem: string): never {
    throw new Stop({ problem, offset: Math.min(this.offset, this.argument.value.length) })
  }

  /** The characters up to one of `stops`, escapes resolved; `last` is undefined at the end of the argument. */
  private until(stops: string): { readonly text: Text; readonly last: string | undefined } {
    const { value } = this.argument
    const parts: Text[] = []
    let run = this.offset
    const flush = (): void => {
      if (run < this.offset) parts.push(slice(this.argument, run, this.offset))
    }
    while (this.offset < value.length) {
      const character = value[this.offset] as string
      if (stops.includes(character)) {
        flush()
        this.offset += 1
        return { text: concat(...parts), last: character }
      }
      if (character === '\\' && this.grammar !== 'literal') {
        flush()
        run = this.offset + 1
        // A lone backslash at the end is dropped.
        this.offset += Math.min(2, value.length - this.offset)
      } else this.offset += 1
    }
    flush()
    return { text: concat(...parts), last: undefined }
  }

  private assign(path: readonly SetStep[], value: SetValue, end = this.offset): void {
    this.assignments.push({ path, value, whole: slice(this.argument, this.start, end) })
  }

  private key(path: readonly SetStep[], level: number): void {
    const { text, last } = this.until(this.grammar === 'literal' ? '=[.' : '=[,.')
    const here: readonly SetStep[] = [...path, { kind: 'key', name: text }]
    if (last === undefined) {
      if (text.value !== '') this.fail(`key ${quoteGo(text.value)} has no value`)
      if (path.length > 0) this.assign(here, { kind: 'none' })
      throw new Stop(undefined)
    }
    if (last === '[') this.index(here, level)
    else if (last === '=') this.value(here)
    else if (last === '.') this.below(here, level + 1)
    else {
      if (text.value !== '') this.assign(here, { kind: 'scalar', text: emptyText }, this.offset - 1)
      this.fail(`key ${quoteGo(text.value)} has no value (cannot end with ,)`)
    }
  }

  private below(path: readonly SetStep[], level: number): void {
    if (level > deepest)
      this.fail(`value name nested level is greater than maximum supported nested level of ${deepest}`)
    this.key(path, level)
  }

  private index(path: readonly SetStep[], level: number): void {
    const { text, last } = this.until(']')
    if (last === undefined) this.fail('error parsing index: EOF')
    if (!/^[+-]?[0-9]+$/.test(text.value))
      this.fail(`error parsing index: strconv.Atoi: parsing "${text.value}": invalid syntax`)
    const index = Number(text.value)
    if (index < 0) this.fail(`negative ${index} index not allowed`)
    if (index > mostIndex) this.fail(`index of ${index} is greater than maximum supported index of ${mostIndex}`)
    const here: readonly SetStep[] = [...path, { kind: 'index', index }]
    const next = this.until('[.=')
    if (next.text.value !== '')
      this.fail(
        `unexpected data at end of array index: [${Array.from(next.text.value, (one) => `'${one}'`).join(' ')}]`,
      )
    if (next.last === undefined) {
      const list = here.findLastIndex((step) => step.kind === 'key') + 2
      this.assign(here.slice(0, list), { kind: 'none' })
      throw new Stop(undefined)
    }
    if (next.last === '=') this.value(here)
    else if (next.last === '[') this.index(here, level)
    else this.key(here, level)
  }

  private value(path: readonly SetStep[]): void {
    const { value } = this.argument
    if (this.grammar === 'literal') {
      const text = slice(this.argument, this.offset)
      this.offset = value.length
      this.assign(path, { kind: 'scalar', text })
    } else if (this.grammar === 'json') this.json(path)
    else if (this.offset >= value.length) {
      this.assign(path, { kind: 'scalar', text: emptyText })
      throw new Stop(undefined)
    } else if (value[this.offset] === '{') this.list(path)
    else {
      const { text, last } = this.until(',')
      this.assign(path, { kind: 'scalar', text }, last === undefined ? this.offset : this.offset - 1)
    }
  }

  private list(path: readonly SetStep[]): void {
    const items: Text[] = []
    this.offset += 1
    for (;;) {
      const { text, last } = this.until(',}')
      if (last === undefined) this.fail("list must terminate with '}'")
      items.push(text)
      if (last === '}') break
    }
    this.assign(path, { kind: 'list', items })
    if (this.argument.value[this.offset] === ',') this.offset += 1
  }

  private json(path: readonly SetStep[]): void {
    if (this.isEmpty()) {
      this.assign(path, { kind: 'null' })
      return
    }
    const offset = this.offset
    const end = this.jsonEnd(offset)
    if (typeof end !== 'number') throw new Stop(end)
    this.offset = end
    this.assign(path, { kind: 'json', offset })
    this.isEmpty()
  }

  /** Skips blanks and one comma; whether nothing else stood there. */
  private isEmpty(): boolean {
    const { value } = this.argument
    while (this.offset < value.length) {
      const character = value[this.offset] as string
      if (character === ',') {
        this.offset += 1
        return true
      }
      if (!/\s/.test(character)) return false
      this.offset += 1
    }
    return true
  }
}
