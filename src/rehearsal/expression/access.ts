import type { Span } from '../../source/span.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { type ArrayValue, nullValue, numberOf, textOfValue, type Value } from './value.ts'

/**
 * `of[key]` and `of.key`, as `visitIndexAccess` of actions/languageservices, evaluator.ts: what is not there is null, also in
 * null itself. Undefined: nobody knows.
 */
export function item(of: Value, key: Value, at: Span): Value | undefined {
  if (of.kind === 'unknown') return undefined
  if (of.kind !== 'array' && of.kind !== 'object') return nullValue
  const index = indexOf(key, at)
  if (!index) return undefined
  if (of.kind === 'object') return itemOf(of, index)
  if (!of.filtered) return itemOf(of, index)
  const items = of.items.map((one) =>
    one.kind === 'unknown' ? undefined : isContainer(one) ? itemOf(one, index, absent) : absent,
  )
  const known = items.filter((one) => one !== undefined)
  return known.length < items.length ? undefined : filtered(known.filter((one) => one !== absent))
}

/** Stands for an item that a filter leaves out; told from a null that is there by its identity. */
const absent: Value = { kind: 'null' }

interface Index {
  readonly name: string | undefined
  readonly position: number | undefined
}

/** Undefined for a key that nobody knows. */
function indexOf(key: Value, at: Span): Index | undefined {
  if (key.kind === 'unknown' || (key.kind === 'string' && holdsUnknown(key.text.value))) return undefined
  if (key.kind === 'array' || key.kind === 'object') return { name: undefined, position: undefined }
  const name = textOfValue(key, at).value
  const number = key.kind === 'number' ? key.value : key.kind === 'boolean' ? Number(key.value) : numberOf(name)
  return { name, position: Number.isFinite(number) && number >= 0 ? Math.floor(number) : undefined }
}

type Container = Value & { readonly kind: 'array' | 'object' }

const isContainer = (one: Value): one is Container => one.kind === 'array' || one.kind === 'object'

function itemOf(of: Container, { name, position }: Index, missing: Value = nullValue): Value | undefined {
  if (of.kind === 'array') return (position === undefined ? undefined : of.items[position]) ?? missing
  if (name === undefined) return missing
  return of.get(name) ?? (of.open ? undefined : missing)
}

/** `of.*`: every item; of a result of `.*`, the items of the items. Undefined: nobody knows. */
export function each(of: Value): Value | undefined {
  const items = of.kind === 'array' && of.filtered ? flattened(of.items) : itemsOf(of)
  return items && filtered(items)
}

function flattened(values: readonly Value[]): readonly Value[] | undefined {
  const lists = values.map(itemsOf)
  return lists.includes(undefined) ? undefined : lists.flatMap((list) => list ?? [])
}

function itemsOf(of: Value): readonly Value[] | undefined {
  if (of.kind === 'array') return of.items
  if (of.kind === 'object') return of.open ? undefined : of.entries().map(([, one]) => one)
  return of.kind === 'unknown' ? undefined : []
}

const filtered = (items: readonly Value[]): ArrayValue => ({ kind: 'array', items, filtered: true })
