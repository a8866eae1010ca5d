import { equalToNothing, type Names, unknown } from '../../source/unknown.ts'
import { isNoKey, keyOf, type Value } from './value.ts'

/**
 * Something nobody can decide. `holds` is the truth it has when the value it belongs to is true, so that `a != b` is the
 * condition of `a == b` with false. `conjuncts`: a condition that stands for several ones, all of which hold when it does.
 */
export interface Condition {
  readonly key: string
  readonly holds: boolean
  readonly conjuncts?: readonly Condition[]
}

export type Truth = boolean | Condition

export interface Nature {
  /** What makes it true; undefined where that is a condition of its own. */
  readonly truth: Truth | undefined
  /** Whether it is one of `true` and `false`. */
  readonly boolean: boolean
}

/** What is known about unknowns that were made here; the names of a rehearsal hold only key and label. */
const natures = new WeakMap<Names, Map<string, Nature>>()

/** The unknown of that key, remembered with what is known about it. */
export function unknownOf(names: Names, key: string, label: string, nature: Nature): string {
  const character = isNoKey(key) ? equalToNothing : unknown(names, key, label)
  if (character !== equalToNothing) {
    const known = natures.get(names) ?? new Map<string, Nature>()
    if (!known.has(character)) known.set(character, nature)
    natures.set(names, known)
  }
  return character
}

/** An unknown `true` or `false`, such as an input of type boolean that nobody gave. */
export function unknownBoolean(names: Names, key: string, label: string): string {
  return unknownOf(names, key, label, { truth: conditionOn(names, unknown(names, key, label)), boolean: true })
}

/** The truth that an unknown boolean stands for; undefined when it may be anything else. */
export function booleanTruth(names: Names, character: string): Truth | undefined {
  const nature = natures.get(names)?.get(character)
  return nature?.boolean ? nature.truth : undefined
}

const made = new WeakMap<Names, number>()

/** A condition; what equals nothing is told apart from every other one. */
export function conditionOn(names: Names, key: string): Condition {
  if (!isNoKey(key)) return { key, holds: true }
  const count = (made.get(names) ?? 0) + 1
  made.set(names, count)
  return { key: `${key}#${count}`, holds: true }
}

export const negated = (truth: Truth): Truth =>
  typeof truth === 'boolean' ? !truth : { ...truth, holds: !truth.holds }

/** The key of a truth as such, its negation included. */
export const literalOf = ({ key, holds }: Condition): string => (holds ? key : `!(${key})`)

/** True when all are; `a || b` is the negation of `!a && !b`, and so both have one key. */
export function allOf(names: Names, truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false
  const open = truths.filter((truth) => typeof truth !== 'boolean')
  const conjuncts = new Map<string, Condition>()
  for (const one of open.flatMap((truth) => (truth.holds && truth.conjuncts ? truth.conjuncts : [truth]))) {
    const opposite = conjuncts.get(one.key)
    if (opposite && opposite.holds !== one.holds) return false
    conjuncts.set(one.key, one)
  }
  const all = [...conjuncts.values()]
  if (all.length <= 1) return all[0] ?? true
  const key = all.map(literalOf).sort().join(' && ')
  return { ...conditionOn(names, key.length <= longestKey ? key : unknown(names, key, 'a condition')), conjuncts: all }
}

/** Longer keys are named by one character, so that conditions on conditions do not grow without end. */
const longestKey = 400

export const anyOf = (names: Names, truths: readonly Truth[]): Truth => negated(allOf(names, truths.map(negated)))

/** Whether GitHub takes a value for true: all but null, false, 0, NaN and the empty string are (`falsy`, result.ts). */
export function truthOf(names: Names, value: Value): Truth {
  switch (value.kind) {
    case 'null':
      return false
    case 'boolean':
      return value.value
    case 'number':
      return value.value !== 0 && !Number.isNaN(value.value)
    case 'array':
    case 'object':
      return true
    case 'unknown':
      return natures.get(names)?.get(value.text.value)?.truth ?? conditionOn(names, value.text.value)
    case 'string':
      return filled(names, value)
  }
}

/** A string of nothing but unknowns may be empty, unless one of them is a boolean: `true` and `false` are both not. */
function filled(names: Names, value: Value & { readonly kind: 'string' }): Truth {
  const characters = [...value.text.value]
  if (characters.length === 0) return false
  if (characters.some((one) => !/[\uE000-\uF8FF]/.test(one) || booleanTruth(names, one) !== undefined)) return true
  return negated(conditionOn(names, `${keyOf(value)} == ''`))
}

/** What `true` or `false`, whichever it is, equals: decides a comparison with an unknown boolean by trying both. */
export const bothWays = (truth: Truth, outcome: (value: boolean) => boolean): Truth => {
  const [whenTrue, whenFalse] = [outcome(true), outcome(false)]
  if (whenTrue === whenFalse) return whenTrue
  return whenTrue ? truth : negated(truth)
}
