import type { Span } from '../../source/span.ts'
import { concatAll, placeOf, slice, spoken, type Text, usedAt } from '../../source/text.ts'
import { equalToNothing, type Names } from '../../source/unknown.ts'
import { type Expression, parseExpression, printExpression, type Segment, segmentsOf } from '../../syntax/expression.ts'
import { each, item } from './access.ts'
import { comparison } from './comparison.ts'
import {
  allOf,
  anyOf,
  booleanTruth,
  type Condition,
  conditionOn,
  literalOf,
  type Nature,
  negated,
  type Truth,
  truthOf,
  unknownOf,
} from './condition.ts'
import { functions } from './functions.ts'
import { booleanValue, keyOf, nullValue, numberValue, stringValue, textOfValue, type Value } from './value.ts'

/** What an expression can see. */
export interface Scope {
  readonly names: Names
  /** A context by its name (`github`, `needs`); undefined where there is no such context, and what it holds is unknown. */
  readonly context: (name: string) => Value | undefined
  readonly status: {
    readonly success: () => Value
    readonly failure: () => Value
    readonly cancelled: () => Value
    readonly always: () => Value
  }
  readonly hashFiles: (patterns: readonly Text[]) => Value
}

/** How a condition comes out. */
export type Decision =
  | { readonly kind: 'known'; readonly holds: boolean }
  | {
      readonly kind: 'open'
      /** Equal conditions have equal keys, in every job of a rehearsal. `show` makes it readable. */
      readonly condition: string
      /** The truth the condition has when the `if` holds: `a != b` is the condition of `a == b` with false. */
      readonly holds: boolean
      /** All that is so when the `if` holds: of `a && !b` two conditions, of a simple one the condition itself. */
      readonly implied: readonly Condition[]
    }

/** The value of an expression without its `${{ }}`. What nobody knows, and what GitHub rejects, is an unknown. */
export const evaluate = (expression: Text, scope: Scope): Value =>
  value({ scope, text: expression, at: placeOf(expression) }, parseExpression(expression.value))

/** Replaces every `${{ }}` by its value, which is then used where the `${{ }}` stands. */
export function interpolate(text: Text, scope: Scope): Text {
  if (!text.value.includes('${{')) return text
  const parts = segmentsOf(text).map((segment) => segmentText(segment, scope))
  const length = parts.reduce((sum, part) => sum + part.value.length, 0)
  return length > longest ? textOfValue(rejected(scope, text), placeOf(text)) : concatAll(parts)
}

/** Longer texts are not made: values that double themselves from job to job. */
const longest = 4_000_000

/** As `interpolate`, but a text that is one `${{ }}` and nothing else keeps its type: `matrix: ${{ fromJSON(…) }}`. */
export function interpolateValue(text: Text, scope: Scope): Value {
  const [first, ...rest] = segmentsOf(text)
  if (first?.kind !== 'expression' || rest.length > 0) return stringValue(interpolate(text, scope))
  const made = segmentValue(first, scope)
  const at = placeOf(first.text)
  if (made.kind === 'string' || made.kind === 'unknown') return { kind: made.kind, text: usedAt(made.text, at) }
  return made
}

type ExpressionSegment = Segment & { readonly kind: 'expression' }

/** Nothing between the braces is an error ("An expression was expected"). */
const segmentValue = ({ inner, text }: ExpressionSegment, scope: Scope): Value =>
  inner.value === '' ? rejected(scope, text) : evaluate(inner, scope)

function segmentText(segment: Segment, scope: Scope): Text {
  if (segment.kind === 'literal') return segment.text
  const at = placeOf(segment.text)
  if (segment.kind === 'unclosed') return textOfValue(rejected(scope, segment.text), at)
  return usedAt(textOfValue(segmentValue(segment, scope), at), at)
}

/** The unknown of something that GitHub rejects; equal to itself as long as it is short enough to be a key. */
function rejected({ names }: Scope, text: Text): Value {
  const key = `invalid ${text.value.length <= longestRejected ? text.value : equalToNothing}`
  return { kind: 'unknown', text: spoken(unknownOf(names, key, 'an invalid expression', anything), placeOf(text)) }
}

const longestRejected = 400

/**
 * Decides an `if:`, with or without `${{ }}`. A text around the `${{ }}` makes it a string, and so true, as on GitHub; nothing
 * at all is true. `success()` is not added: see `mentionsStatus`.
 */
export function decide(condition: Text, scope: Scope): Decision {
  const truth = conditionTruth(condition, scope)
  if (typeof truth === 'boolean') return { kind: 'known', holds: truth }
  const { key, holds } = truth
  return { kind: 'open', condition: key, holds, implied: (holds && truth.conjuncts) || [{ key, holds }] }
}

function conditionTruth(condition: Text, scope: Scope): Truth {
  if (condition.value.trim() === '') return true
  const bare = !condition.value.includes('${{')
  return truthOf(scope.names, bare ? evaluate(condition, scope) : interpolateValue(condition, scope))
}

interface Evaluation {
  readonly scope: Scope
  readonly text: Text
  readonly at: Span
}

function value(evaluation: Evaluation, tree: Expression): Value {
  const { scope, text, at } = evaluation
  switch (tree.kind) {
    case 'literal':
      if (tree.value === null) return nullValue
      return typeof tree.value === 'boolean' ? booleanValue(tree.value) : numberValue(tree.value)
    case 'string':
      return stringValue(
        literalText(text, tree.value, tree.start + Number(tree.quoted), tree.end - Number(tree.quoted)),
      )
    case 'context':
      return scope.context(tree.name) ?? derived(evaluation, tree, `context ${tree.name.toLowerCase()}`)
    case 'index': {
      const [of, key] = [value(evaluation, tree.of), value(evaluation, tree.key)]
      return item(of, key, at) ?? derived(evaluation, tree, `${keyOf(of)}[${keyOf(key, true)}]`)
    }
    case 'each': {
      const of = value(evaluation, tree.of)
      return each(of) ?? derived(evaluation, tree, `${keyOf(of)}.*`)
    }
    case 'call':
      return call(evaluation, tree)
    case 'not':
      return decided(evaluation, tree, negated(truthOf(scope.names, value(evaluation, tree.operand))))
    case 'comparison': {
      const [left, right] = [value(evaluation, tree.left), value(evaluation, tree.right)]
      return decided(evaluation, tree, comparison(scope.names, tree.operator, left, right))
    }
    case 'logical':
      return logical(evaluation, tree)
    case 'invalid':
      return rejected(scope, text)
  }
}

/** The characters of a string literal, without the quotes that double a quote. */
function literalText(text: Text, literal: string, start: number, end: number): Text {
  const raw = slice(text, start, end)
  if (raw.value === literal) return raw
  const parts: Text[] = []
  let from = 0
  for (const match of raw.value.matchAll(/''/g)) {
    parts.push(slice(raw, from, match.index + 1))
    from = match.index + 2
  }
  return concatAll([...parts, slice(raw, from)])
}

const anything = { truth: undefined, boolean: false }

/** An unknown that is made of others, called as the expression that makes it. */
function derived(evaluation: Evaluation, tree: Expression, key: string, nature: Nature = anything): Value {
  return { kind: 'unknown', text: spoken(unknownOf(evaluation.scope.names, key, labelOf(tree), nature), evaluation.at) }
}

const longestLabel = 60

function labelOf(tree: Expression): string {
  const printed = printExpression(tree)
  return printed.length <= longestLabel ? printed : `${printed.slice(0, longestLabel - 1)}…`
}

/** The boolean of a truth, or the unknown boolean of that condition. */
function decided(evaluation: Evaluation, tree: Expression, truth: Truth): Value {
  if (typeof truth === 'boolean') return booleanValue(truth)
  if (truth.holds && booleanTruth(evaluation.scope.names, truth.key) !== undefined)
    return { kind: 'unknown', text: spoken(truth.key, evaluation.at) }
  return derived(evaluation, tree, literalOf(truth), { truth, boolean: true })
}

/**
 * `&&` and `||` return operands: the first one that decides, else the last. Operands before it that nobody can decide make the
 * result unknown, but often not its truth: `inputs.tag || 'latest'` is true in every case.
 */
function logical(evaluation: Evaluation, tree: Expression & { readonly kind: 'logical' }): Value {
  const { names } = evaluation.scope
  const decisive = tree.operator === '||'
  const open: Value[] = []
  let last: Value = nullValue
  for (const operand of tree.operands) {
    last = value(evaluation, operand)
    const truth = truthOf(names, last)
    if (truth === decisive) break
    if (typeof truth !== 'boolean') open.push(last)
  }
  const candidates = open.includes(last) ? open : [...open, last]
  const keys = candidates.map((candidate) => keyOf(candidate))
  if (new Set(keys).size === 1) return last
  const truth = (decisive ? anyOf : allOf)(
    names,
    candidates.map((candidate) => truthOf(names, candidate)),
  )
  if (candidates.every((candidate) => isBoolean(names, candidate))) return decided(evaluation, tree, truth)
  return derived(evaluation, tree, `(${keys.join(` ${tree.operator} `)})`, { truth, boolean: false })
}

const isBoolean = (names: Names, one: Value): boolean =>
  one.kind === 'boolean' || (one.kind === 'unknown' && booleanTruth(names, one.text.value) !== undefined)

function call(evaluation: Evaluation, tree: Expression & { readonly kind: 'call' }): Value {
  const { scope, at } = evaluation
  const operands = tree.arguments.map((argument) => value(evaluation, argument))
  const key = (fold: boolean): string => `${tree.name}(${operands.map((operand) => keyOf(operand, fold)).join(', ')})`
  if (tree.name === 'case') return chosen(operands) ?? derived(evaluation, tree, `expression ${key(false)}`)
  if (tree.name === 'hashfiles') return scope.hashFiles(operands.map((operand) => textOfValue(operand, at)))
  const status = statusOf(scope, tree.name)
  if (status) return status
  const outcome = functions.get(tree.name)?.({ arguments: operands, names: scope.names, at }) ?? { kind: 'unknown' }
  switch (outcome.kind) {
    case 'value':
      return outcome.value
    case 'truth':
      return decided(evaluation, tree, outcome.truth)
    case 'open':
      return decided(evaluation, tree, conditionOn(scope.names, key(true)))
    case 'unknown':
      return derived(evaluation, tree, `expression ${key(false)}`)
  }
}

function statusOf({ status }: Scope, name: string): Value | undefined {
  switch (name) {
    case 'success':
      return status.success()
    case 'failure':
      return status.failure()
    case 'cancelled':
      return status.cancelled()
    case 'always':
      return status.always()
    default:
      return undefined
  }
}

/** `case(predicate, value, …, otherwise)`: predicates must be booleans (`caseFunc`); undefined where one is not known. */
function chosen(operands: readonly Value[]): Value | undefined {
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const predicate = operands[index]
    if (predicate?.kind !== 'boolean') return undefined
    if (predicate.value) return operands[index + 1]
  }
  return operands.at(-1)
}
