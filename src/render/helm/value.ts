import { nowhere, type Span } from '../../source/span.ts'
import { emptyText, originOf, placeOf, spoken, type Text } from '../../source/text.ts'
import type { GoBool, GoFloat, GoInt, GoNull, GoString } from '../../syntax/yaml-go.ts'
import { goFloatText } from '../../syntax/yaml-go.ts'
import { Unsupported } from './failure.ts'

/**
 * A value as a template sees it. What YAML reads is one already: maps and lists of scalars that carry their Text. Go's two
 * kinds of nil differ: `undefined` is no value at all (reflect's zero Value), `null` an empty interface, as a map gives for
 * a missing key; only the latter fails when a field is asked of it.
 */
export type Value = undefined | StoredValue
/** What stands in maps and lists. */
export type StoredValue =
  | GoNull
  | GoString
  | GoBool
  | IntValue
  | GoFloat
  | ListValue
  | MapValue
  | BytesValue
  | StructValue
  | UnknownValue

/** `type`: Go's type when it is not int64. */
interface IntValue extends GoInt {
  readonly type?: string
}

interface ListValue {
  readonly kind: 'list'
  readonly items: readonly StoredValue[]
  readonly at: Span
  /** Go's element type when it is not `interface {}`. */
  readonly elem?: string
  /** Go's name of the type when it has one of its own. */
  readonly type?: string
  readonly methods?: Methods
}

/** Templates change maps in place (`set`, `unset`, `merge`). */
export interface MapValue {
  readonly kind: 'map'
  readonly entries: Map<string, Entry>
  readonly at: Span
  /** Go's type when it is not `map[string]interface {}`. */
  readonly type?: string
  readonly methods?: Methods
  /** There may be more entries than these: the unknown that stands for them, of a dependency that is not there. */
  readonly rest?: Text | undefined
}

export interface Entry {
  readonly key: Text
  readonly keyKind: 'null' | 'bool' | 'int' | 'float' | 'string'
  readonly value: StoredValue
}

interface BytesValue {
  readonly kind: 'bytes'
  readonly text: Text
  readonly at: Span
}

/** A Go struct or pointer to one. `print` is what `%v` shows, `json` what toYaml and toJson see. */
export interface StructValue {
  readonly kind: 'struct'
  readonly type: string
  readonly fields: ReadonlyMap<string, Value>
  readonly methods?: Methods
  readonly print: () => Text
  readonly json: () => StoredValue
}

type Methods = ReadonlyMap<string, Method>
export interface Method {
  readonly params: readonly string[]
  /** Whether the last parameter takes the rest. */
  readonly variadic?: boolean
  readonly run: (args: readonly Value[], here: Span) => Value
}

/** A result that depends on an unknown and whose very type is unknown. */
interface UnknownValue {
  readonly kind: 'unknown'
  readonly text: Text
}

export const nil: GoNull = { kind: 'null', text: emptyText }

export const string = (text: Text, at: Span = placeOf(text)): GoString => ({ kind: 'string', text, at })
export const said = (value: string, at: Span): GoString => ({ kind: 'string', text: spoken(value, at), at })
export const bool = (value: boolean, at: Span): GoBool => ({ kind: 'bool', value, text: spoken(String(value), at) })
export const float = (value: number, at: Span): GoFloat => ({
  kind: 'float',
  value,
  text: spoken(goFloatText(value), at),
})
export const int = (value: bigint | number, at: Span, type = 'int'): IntValue => ({
  kind: 'int',
  value: BigInt(value),
  text: spoken(String(value), at),
  type,
})
export const list = (items: readonly Value[], at: Span, elem?: string): ListValue => {
  const stored = items.map((item) => item ?? nil)
  return elem === undefined ? { kind: 'list', items: stored, at } : { kind: 'list', items: stored, at, elem }
}
export const strings = (texts: readonly Text[], at: Span): ListValue => ({
  kind: 'list',
  items: texts.map((text) => string(text)),
  at,
  elem: 'string',
})
export const map = (at: Span = nowhere): MapValue => ({ kind: 'map', entries: new Map(), at })

export const entry = (key: Text, value: Value): Entry => ({ key, keyKind: 'string', value: value ?? nil })
export const setEntry = (target: MapValue, key: Text, value: Value): void => {
  target.entries.set(key.value, entry(key, value))
}

/** A map of names to values that the program makes itself. */
export function record(values: Readonly<Record<string, Value>>, at: Span, type?: string): MapValue {
  const entries = new Map(Object.entries(values).map(([key, value]) => [key, entry(spoken(key, at), value)]))
  return type === undefined ? { kind: 'map', entries, at } : { kind: 'map', entries, at, type }
}

export const isNil = (value: Value): value is undefined | GoNull => value === undefined || value.kind === 'null'

/** What stands at a path of keys; undefined where there is nothing. */
export function valueAt(values: StoredValue, keys: readonly string[]): StoredValue | undefined {
  let current: StoredValue = values
  for (const key of keys) {
    const found: StoredValue | undefined = current.kind === 'map' ? current.entries.get(key)?.value : undefined
    if (!found) return undefined
    current = found
  }
  return current
}

/** Where a value was written; undefined for what has no place. */
export function placeOfValue(value: Value): Span | undefined {
  if (!value || value.kind === 'struct') return undefined
  const at =
    value.kind === 'string' || value.kind === 'list' || value.kind === 'map' || value.kind === 'bytes'
      ? value.at
      : placeOf(value.text)
  return at === nowhere ? undefined : at
}

/** Where the value of a condition was written. */
export function decidedBy(value: Value): Span | undefined {
  const piece = value && 'text' in value ? value.text.pieces[0] : undefined
  return piece ? originOf(piece) : placeOfValue(value)
}

export const keysInOrder = (target: MapValue): readonly string[] => [...target.entries.keys()].sort(byBytes)

/** Go compares strings by bytes; UTF-16 differs from it only around surrogates. */
export function byBytes(a: string, b: string): number {
  if (a === b) return 0
  for (let index = 0; index < a.length && index < b.length; index += 1) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)]
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

/** Go's `%T`. */
export function typeOf(value: Value): string {
  switch (value?.kind) {
    case undefined:
    case 'null':
      return '<nil>'
    case 'string':
    case 'unknown':
      return 'string'
    case 'bool':
      return 'bool'
    case 'int':
      return value.type ?? 'int64'
    case 'float':
      return 'float64'
    case 'bytes':
      return '[]uint8'
    case 'list':
      return value.type ?? `[]${value.elem ?? 'interface {}'}`
    case 'map':
      return value.type ?? 'map[string]interface {}'
    case 'struct':
      return value.type
  }
}

/** reflect.Kind as sprig's kindOf prints it. */
export function kindOf(value: Value): string {
  switch (value?.kind) {
    case undefined:
    case 'null':
      return 'invalid'
    case 'list':
    case 'bytes':
      return 'slice'
    case 'map':
      return 'map'
    case 'struct':
      return value.type.startsWith('*') ? 'ptr' : 'struct'
    default:
      return typeOf(value)
  }
}

/** text/template's truth. Undefined: it depends on an unknown. */
export function truth(value: Value): boolean | undefined {
  switch (value?.kind) {
    case undefined:
    case 'null':
      return false
    case 'bool':
      return value.value
    case 'int':
      return value.value !== 0n
    case 'float':
      return value.value !== 0
    case 'string':
    case 'bytes':
      return value.text.value !== ''
    case 'list':
      return value.items.length > 0
    case 'map':
      return value.entries.size > 0 || (value.rest ? undefined : false)
    case 'struct':
      return true
    case 'unknown':
      return undefined
  }
}

/** More nodes than this in one value are not walked: templates can make values that contain themselves many times. */
const mostNodes = 400_000

/** Counts what a value is made of. Throws for one that is too large to be written or copied. */
export function checkSize(value: Value): number {
  let left = mostNodes
  const walk = (one: StoredValue): void => {
    left -= 1
    if (left < 0) throw new Unsupported('the chart makes too large a value')
    if (one.kind === 'list') one.items.forEach(walk)
    else if (one.kind === 'map') for (const each of one.entries.values()) walk(each.value)
  }
  if (value?.kind === 'list' || value?.kind === 'map') walk(value)
  return mostNodes - left
}

/** Deep copy of maps and lists; scalars are shared. */
export function deepCopy(value: StoredValue): StoredValue {
  if (value.kind === 'map') return copyMap(value)
  if (value.kind === 'list') return { ...value, items: value.items.map(deepCopy) }
  return value
}

export function copyMap(source: MapValue): MapValue {
  const entries = new Map<string, Entry>()
  for (const [key, one] of source.entries)
    entries.set(
      key,
      one.value.kind === 'map' || one.value.kind === 'list'
        ? { key: one.key, keyKind: one.keyKind, value: deepCopy(one.value) }
        : one,
    )
  return { ...source, entries }
}

/** What a piece of a text costs, or an element of a list or map, in characters: its room, and the time to make it. */
export const weightOfPart = 100

/** What is told how much is looked at: values may contain themselves many times. */
interface Meter {
  readonly spend: (characters: number) => void
}

/** reflect.DeepEqual */
export function deepEqual(a: Value, b: Value, meter: Meter): boolean {
  meter.spend(weightOfPart)
  if (isNil(a) || isNil(b)) return isNil(a) && isNil(b)
  if (typeOf(a) !== typeOf(b)) return false
  if (a.kind === 'list' && b.kind === 'list')
    return a.items.length === b.items.length && a.items.every((item, index) => deepEqual(item, b.items[index], meter))
  if (a.kind === 'map' && b.kind === 'map') {
    if (a.entries.size !== b.entries.size) return false
    for (const [key, one] of a.entries) {
      const other = b.entries.get(key)
      if (!other || !deepEqual(one.value, other.value, meter)) return false
    }
    return true
  }
  return sameScalar(a, b)
}

function sameScalar(a: StoredValue, b: StoredValue): boolean {
  if (a.kind === 'string' || a.kind === 'bytes' || a.kind === 'unknown')
    return a.kind === b.kind && a.text.value === b.text.value
  if (a.kind === 'bool') return b.kind === 'bool' && a.value === b.value
  if (a.kind === 'int') return b.kind === 'int' && a.value === b.value
  if (a.kind === 'float') return b.kind === 'float' && a.value === b.value
  return a === b
}
