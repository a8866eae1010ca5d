import { compare } from '../../source/compare.ts'
import { holdsUnknown, isOneUnknown, type Names } from '../../source/unknown.ts'
import type { ComparisonOperator } from '../../syntax/expression.ts'
import { booleanTruth, bothWays, conditionOn, negated, type Truth } from './condition.ts'
import { booleanValue, keyOf, numberOf, numberValue, type Value } from './value.ts'

/** A comparison with GitHub's coercions (`coerceTypes` of actions/languageservices, result.ts), as far as it can be decided. */
export function comparison(names: Names, operator: ComparisonOperator, left: Value, right: Value): Truth {
  switch (operator) {
    case '==':
      return equality(names, left, right)
    case '!=':
      return negated(equality(names, left, right))
    default:
      return order(names, operator, left, right)
  }
}

/** `==`: strings ignore case, values of different types are compared as numbers, objects are only equal to themselves. */
export function equality(names: Names, left: Value, right: Value): Truth {
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const truth = booleanOf(names, one)
    if (truth === undefined || holdsAnyUnknown(other)) continue
    return bothWays(truth, (value) => equals(one.kind === 'string' ? textual(value, one) : booleanValue(value), other))
  }
  if (!holdsAnyUnknown(left) && !holdsAnyUnknown(right)) return equals(left, right)
  if (left.kind === 'string' && right.kind === 'string') {
    const outcome = compare(upper(left.text.value), upper(right.text.value))
    if (outcome !== 'unknown') return outcome === 'same'
  } else if (left.kind === 'unknown' && right.kind === 'unknown') {
    if (compare(left.text.value, right.text.value) === 'same') return true
  }
  const keys = [operandKey(left, right), operandKey(right, left)].sort(unknownFirst)
  return conditionOn(names, keys.join(' == '))
}

/** The truth behind an unknown boolean, whether it still has its type or was written into a string. */
const booleanOf = (names: Names, value: Value): Truth | undefined =>
  value.kind === 'unknown' || value.kind === 'string' ? booleanTruth(names, value.text.value) : undefined

const textual = (value: boolean, like: Value & { readonly kind: 'string' }): Value => ({
  kind: 'string',
  text: { value: String(value), pieces: like.text.pieces },
})

const holdsAnyUnknown = (value: Value): boolean =>
  value.kind === 'unknown' || (value.kind === 'string' && holdsUnknown(value.text.value))

/**
 * An unknown that was written into a string has the key of the unknown itself where its type makes no difference: compared with
 * a string that stands for no number and no boolean.
 */
function operandKey(operand: Value, other: Value): string {
  const plain =
    other.kind === 'string' &&
    !holdsUnknown(other.text.value) &&
    !/^(?:true|false)$/i.test(other.text.value) &&
    Number.isNaN(numberOf(other.text.value))
  return plain && operand.kind === 'string' && isOneUnknown(operand.text.value)
    ? operand.text.value
    : keyOf(operand, true)
}

const unknownFirst = (a: string, b: string): number =>
  Number(holdsUnknown(b)) - Number(holdsUnknown(a)) || (a < b ? -1 : a > b ? 1 : 0)

function equals(left: Value, right: Value): boolean {
  const [a, b] = coerced(left, right)
  if (a.kind === 'null') return b.kind === 'null'
  if (a.kind === 'boolean' || a.kind === 'number') return b.kind === a.kind && a.value === b.value
  if (a.kind === 'string') return b.kind === 'string' && upper(a.text.value) === upper(b.text.value)
  return a === b
}

function order(names: Names, operator: '<' | '<=' | '>' | '>=', left: Value, right: Value): Truth {
  if (holdsAnyUnknown(left) || holdsAnyUnknown(right))
    return conditionOn(names, `${keyOf(left, true)} ${operator} ${keyOf(right, true)}`)
  const sides = comparable(...coerced(left, right))
  const strictly = sides !== undefined && (operator.startsWith('<') ? sides[0] < sides[1] : sides[0] > sides[1])
  return strictly || (operator.endsWith('=') && equals(left, right))
}

function comparable(a: Value, b: Value): readonly [number, number] | readonly [string, string] | undefined {
  if (a.kind === 'number' && b.kind === 'number') return [a.value, b.value]
  if (a.kind === 'boolean' && b.kind === 'boolean') return [Number(a.value), Number(b.value)]
  if (a.kind === 'string' && b.kind === 'string') return [upper(a.text.value), upper(b.text.value)]
  return undefined
}

function coerced(left: Value, right: Value): readonly [Value, Value] {
  if (left.kind === right.kind) return [left, right]
  return [numberIfSimple(left), numberIfSimple(right)]
}

/** Values of different types meet as numbers; arrays and objects stay what they are and equal nothing else. */
function numberIfSimple(value: Value): Value {
  switch (value.kind) {
    case 'null':
      return numberValue(0)
    case 'boolean':
      return numberValue(Number(value.value))
    case 'string':
      return numberValue(numberOf(value.text.value))
    default:
      return value
  }
}

/** Ordinal, ignoring case; the dotless i stays as it is (`toUpperSpecial`, result.ts). */
export const upper = (value: string): string =>
  value
    .split('ı')
    .map((part) => part.toUpperCase())
    .join('ı')
