import { compare } from '../../../source/compare.ts'
import { nowhere } from '../../../source/span.ts'
import { spoken } from '../../../source/text.ts'
import { holdsUnknown } from '../../../source/unknown.ts'
import { CallError } from '../failure.ts'
import { type Call, derived, entryIn, type Functions, freshUnknown, looks, makes, moves, str } from '../function.ts'
import { sprint, sprintf } from '../print.ts'
import { bool, int, isNil, nil, said, string, truth, typeOf, type Value } from '../value.ts'
import { byteLength } from './strings.ts'

/** text/template's own functions (funcs.go, Go 1.26). */

type BasicKind = 'bool' | 'int' | 'float' | 'string'

const basicKind = (value: Value): BasicKind | undefined =>
  value?.kind === 'bool' || value?.kind === 'int' || value?.kind === 'float' || value?.kind === 'string'
    ? value.kind
    : undefined

/** Undefined: it depends on an unknown. */
function equal(a: Value, b: Value): boolean | undefined {
  if (a?.kind === 'unknown' || b?.kind === 'unknown') return undefined
  const [left, right] = [basicKind(a), basicKind(b)]
  if (left !== right) {
    if (isNil(a) || isNil(b)) return false
    // An unknown has no type: `--set port=…` may be a number.
    if (isOpenString(a) || isOpenString(b)) return undefined
    throw new CallError(`incompatible types for comparison: ${typeOf(a)} and ${typeOf(b)}`)
  }
  if (a?.kind === 'string' && b?.kind === 'string') return sameText(a.text.value, b.text.value)
  if (left) return (a as { value: unknown }).value === (b as { value: unknown }).value
  if (isNil(a) || isNil(b)) return isNil(a) && isNil(b)
  if (a.kind !== b.kind)
    throw new CallError(`non-comparable types ${shown(a)}: ${typeOf(a)}, ${typeOf(b)}: ${shown(b)}`)
  throw new CallError(`non-comparable type ${shown(b)}: ${typeOf(b)}`)
}

/** `%s` of a value, as the message has it. */
const shown = (value: Value): string => sprintf(spoken('%s', nowhere), [value], nowhere).value

const isOpenString = (value: Value): boolean => value?.kind === 'string' && holdsUnknown(value.text.value)

function sameText(a: string, b: string): boolean | undefined {
  const result = compare(a, b)
  return result === 'unknown' ? undefined : result === 'same'
}

function anyEqual([first, ...others]: readonly Value[]): boolean | undefined {
  if (others.length === 0) throw new CallError('missing argument for comparison')
  let open = false
  for (const other of others) {
    const same = equal(first, other)
    if (same) return true
    if (same === undefined) open = true
  }
  return open ? undefined : false
}

function less(a: Value, b: Value): boolean | undefined {
  if (a?.kind === 'unknown' || b?.kind === 'unknown' || isOpenString(a) || isOpenString(b)) return undefined
  const [left, right] = [basicKind(a), basicKind(b)]
  if (!left || !right) throw new CallError('invalid type for comparison')
  if (left !== right) throw new CallError(`incompatible types for comparison: ${typeOf(a)} and ${typeOf(b)}`)
  if (left === 'bool') throw new CallError('invalid type for comparison')
  if (a?.kind === 'string' && b?.kind === 'string') return a.text.value < b.text.value
  return (a as { value: number }).value < (b as { value: number }).value
}

const comparing = (params: string, name: string, run: (values: readonly Value[]) => boolean | undefined) =>
  moves(params, (values, call) => {
    const result = run(values)
    return result === undefined
      ? { kind: 'unknown', text: freshUnknown(name, values, call) }
      : derived(bool(result, call.here), values, call)
  })

const negated = (result: boolean | undefined): boolean | undefined => (result === undefined ? undefined : !result)

function lessOrEqual([a, b]: readonly Value[]): boolean | undefined {
  const isLess = less(a, b)
  return isLess === false ? equal(a, b) : isLess
}

function index([item, ...indexes]: readonly Value[], call: Call): Value {
  if (isNil(item)) throw new CallError('index of untyped nil')
  let current: Value = item
  for (const at of indexes) current = elementOf(current, at, call)
  return current
}

function elementOf(item: Value, at: Value, call: Call): Value {
  if (item?.kind === 'unknown' || at?.kind === 'unknown')
    return { kind: 'unknown', text: freshUnknown('index', [item, at], call) }
  if (isNil(item)) throw new CallError('index of nil pointer')
  if (item.kind === 'map') {
    if (at?.kind !== 'string')
      throw new CallError(
        isNil(at) ? 'value is nil; should be of type string' : `value has type ${typeOf(at)}; should be string`,
      )
    return (
      entryIn(item, at.text, call) ??
      (item.type === 'map[string]string' ? string({ value: '', pieces: [] }, call.here) : nil)
    )
  }
  if (item.kind !== 'list' && item.kind !== 'string' && item.kind !== 'bytes')
    throw new CallError(`can't index item of type ${typeOf(item)}`)
  const length = item.kind === 'list' ? item.items.length : byteLength(item.text.value)
  const offset = indexArgument(at, length)
  if (item.kind === 'list') return item.items[offset]
  return int(new TextEncoder().encode(item.text.value)[offset] ?? 0, call.here, 'uint8')
}

function indexArgument(at: Value, length: number): number {
  if (isNil(at)) throw new CallError('cannot index slice/array with nil')
  if (at.kind !== 'int') throw new CallError(`cannot index slice/array with type ${typeOf(at)}`)
  const offset = Number(at.value)
  if (offset < 0 || offset >= length) throw new CallError(`index out of range: ${offset}`)
  return offset
}

function length(value: Value): number {
  if (value === undefined) throw new CallError('reflect: call of reflect.Value.Type on zero Value')
  if (isNil(value)) throw new CallError('len of nil pointer')
  if (value.kind === 'list') return value.items.length
  if (value.kind === 'map') return value.entries.size
  if (value.kind === 'string' || value.kind === 'bytes') return byteLength(value.text.value)
  throw new CallError(`len of type ${typeOf(value)}`)
}

/** evalArgs: as an action would print them. */
function evaluated(values: readonly Value[], { here }: Call): string {
  if (values.length === 1 && values[0]?.kind === 'string') return str(values[0])
  return sprint(
    values.map((value) => (isNil(value) ? said('<no value>', here) : value)),
    here,
  ).value
}

const htmlEscapes: Readonly<Record<string, string>> = {
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\0': '\uFFFD',
}

const jsEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
}

const jsEscape = (value: string): string =>
  value.replace(
    // Of other than ASCII, what unicode.IsPrint refuses.
    /[\0-\x1f\\'"<>&=]|[^\0-\x7f\p{L}\p{M}\p{N}\p{P}\p{S}]/gu,
    (character) =>
      jsEscapes[character] ?? `\\u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  )

/** url.QueryEscape */
const queryEscape = (value: string): string =>
  encodeURIComponent(new TextDecoder().decode(new TextEncoder().encode(value)))
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')

export const builtinFunctions: Functions = {
  // The evaluator itself runs these: two stop at the first argument that decides, and nothing in a chart can be called.
  and: moves('value value...', ([value]) => value),
  or: moves('value value...', ([value]) => value),
  call: moves('value value...', ([value]) => value),
  not: looks('value', ([value], { here }) => bool(!truth(value), here)),
  eq: comparing('value value...', 'eq', anyEqual),
  ne: comparing('value value', 'ne', (values) => negated(anyEqual(values))),
  lt: comparing('value value', 'lt', ([a, b]) => less(a, b)),
  le: comparing('value value', 'le', lessOrEqual),
  gt: comparing('value value', 'gt', (values) => negated(lessOrEqual(values))),
  ge: comparing('value value', 'ge', ([a, b]) => negated(less(a, b))),
  index: moves('value value...', index),
  len: looks('value', ([value], { here }) => int(length(value), here)),
  html: makes('any...', (values, call) =>
    evaluated(values, call).replace(/["'&<>\0]/g, (character) => htmlEscapes[character] ?? ''),
  ),
  js: makes('any...', (values, call) => jsEscape(evaluated(values, call))),
  urlquery: makes('any...', (values, call) => queryEscape(evaluated(values, call))),
}
