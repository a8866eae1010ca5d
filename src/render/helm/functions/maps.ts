import { CallError } from '../failure.ts'
import { type Call, entryIn, type Functions, freshUnknown, looks, mapOf, moves, str, textOf } from '../function.ts'
import {
  bool,
  checkSize,
  deepCopy,
  entry,
  isNil,
  keysInOrder,
  list,
  type MapValue,
  map,
  nil,
  type StoredValue,
  said,
  setEntry,
  strings,
  typeOf,
  type Value,
} from '../value.ts'
import { strval } from './strings.ts'

/** mergo's isEmptyValue. */
function isEmptyValue(value: Value): boolean {
  switch (value?.kind) {
    case undefined:
    case 'null':
      return true
    case 'list':
      return value.items.length === 0
    case 'map':
      return value.entries.size === 0
    case 'string':
    case 'bytes':
      return value.text.value === ''
    case 'bool':
      return !value.value
    case 'int':
      return value.value === 0n
    case 'float':
      return value.value === 0
    default:
      return false
  }
}

/** mergo 1.0.1's deepMerge for maps of anything: `target` is changed in place and may share maps with `source` afterwards. */
function merge(target: MapValue, source: MapValue, overwrite: boolean, depth = 0): void {
  if (target.entries === source.entries || depth > 200) return
  for (const [key, from] of source.entries) {
    const into = target.entries.get(key)
    if (from.value.kind === 'null') {
      if (overwrite) target.entries.set(key, from)
      continue
    }
    if (from.value.kind === 'map' && into?.value.kind === 'map') merge(into.value, from.value, overwrite, depth + 1)
    if (from.value.kind === 'list' && overwrite) target.entries.set(key, from)
    if (into && !isEmptyValue(into.value)) {
      if (from.value.kind === 'list') continue
      if (from.value.kind === 'map' && into.value.kind === 'map') continue
    }
    if (overwrite || !into || isEmptyValue(into.value)) target.entries.set(key, from)
  }
}

const merging = (overwrite: boolean) =>
  moves('map map...', ([target, ...sources], { here }) => {
    const into = mapOf(target, here)
    for (const source of sources) merge(into, mapOf(source, here), overwrite)
    const rest = into.rest ?? sources.map((source) => mapOf(source, here).rest).find((one) => one)
    return { kind: 'map', entries: into.entries, at: into.at, rest }
  })

/** A function that looks at all entries: of what is not wholly known it makes an unknown. */
const whole = (name: string, params: string, run: (args: readonly Value[], call: Call) => Value) =>
  moves(params, (args, call) =>
    args.some((arg) => arg?.kind === 'map' && arg.rest)
      ? { kind: 'unknown', text: freshUnknown(name, args, call) }
      : run(args, call),
  )

function dict(values: readonly Value[], call: Call): MapValue {
  const made = map(call.here)
  for (let index = 0; index < values.length; index += 2)
    setEntry(made, strval(values[index], call), index + 1 < values.length ? values[index + 1] : said('', call.here))
  return made
}

function dig(values: readonly Value[], call: Call): Value {
  if (values.length < 3) throw new CallError('dig needs at least three arguments')
  let current: Value = values.at(-1)
  for (const key of values.slice(0, -2)) {
    if (key?.kind !== 'string') throw new CallError(`interface conversion: interface {} is ${goName(key)}, not string`)
    if (current?.kind !== 'map' || current.type !== undefined)
      throw new CallError(`interface conversion: interface {} is ${goName(current)}, not map[string]interface {}`)
    const found = entryIn(current, textOf(key), call)
    if (!found || found.kind === 'unknown') return found ?? values.at(-2)
    current = found
  }
  return current
}

const goName = (value: Value): string => (isNil(value) ? 'nil' : typeOf(value))

const copied = moves('any', ([value]) => {
  if (isNil(value)) throw new CallError('reflect: call of reflect.Value.Type on zero Value')
  checkSize(value)
  return deepCopy(value as StoredValue)
})

const kept = (source: Value, here: MapValue['at'], keep: (key: string) => boolean): MapValue => {
  const made = map(here)
  for (const [key, one] of mapOf(source, here).entries) if (keep(key)) made.entries.set(key, one)
  return made
}

export const mapFunctions: Functions = {
  dict: moves('any...', dict),
  get: moves(
    'map string',
    ([source, key], call) => entryIn(mapOf(source, call.here), textOf(key), call) ?? said('', call.here),
  ),
  set: moves('map string any', ([target, key, value], { here }) => {
    if (target === undefined) throw new CallError('assignment to entry in nil map')
    const into = mapOf(target, here)
    into.entries.set(str(key), entry(textOf(key), value ?? nil))
    return { kind: 'map', entries: into.entries, at: into.at, rest: into.rest }
  }),
  unset: moves('map string', ([target, key], { here }) => {
    const from = mapOf(target, here)
    from.entries.delete(str(key))
    return { kind: 'map', entries: from.entries, at: from.at, rest: from.rest }
  }),
  hasKey: moves('map string', ([source, key], call) => {
    const from = mapOf(source, call.here)
    const has = from.entries.has(str(key))
    return has || !from.rest ? bool(has, call.here) : (entryIn(from, textOf(key), call) ?? nil)
  }),
  pluck: whole('pluck', 'string map...', ([key, ...sources], { here }) =>
    list(
      sources.flatMap((source) => mapOf(source, here).entries.get(str(key))?.value ?? []),
      here,
    ),
  ),
  // Go's order is random; this one is the same every time.
  keys: whole('keys', 'map...', (sources, { here }) =>
    strings(
      sources.flatMap((source) => {
        const from = mapOf(source, here)
        return keysInOrder(from).flatMap((key) => from.entries.get(key)?.key ?? [])
      }),
      here,
    ),
  ),
  values: whole('values', 'map', ([source], { here }) => {
    const from = mapOf(source, here)
    return list(
      keysInOrder(from).map((key) => from.entries.get(key)?.value),
      here,
    )
  }),
  pick: whole('pick', 'map string...', ([source, ...keys], { here }) => {
    const made = map(here)
    for (const key of keys) {
      const found = mapOf(source, here).entries.get(str(key))
      if (found) made.entries.set(str(key), found)
    }
    return made
  }),
  omit: whole('omit', 'map string...', ([source, ...keys], { here }) => {
    const dropped = new Set(keys.map(str))
    return kept(source, here, (key) => !dropped.has(key))
  }),
  merge: merging(false),
  mustMerge: merging(false),
  mergeOverwrite: merging(true),
  mustMergeOverwrite: merging(true),
  dig: moves('any...', dig),
  deepCopy: copied,
  mustDeepCopy: copied,
  typeOf: looks('any', ([value], { here }) => said(typeOf(value), here)),
  typeIs: looks('string any', ([type, value], { here }) => bool(str(type) === typeOf(value), here)),
  typeIsLike: looks('string any', ([type, value], { here }) =>
    bool(str(type) === typeOf(value) || `*${str(type)}` === typeOf(value), here),
  ),
}
