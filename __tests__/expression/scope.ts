import type { Scope } from '../../src/rehearsal/expression/evaluate.ts'
import {
  arrayValue,
  booleanValue,
  nullValue,
  numberValue,
  objectValue,
  stringValue,
  type Value,
} from '../../src/rehearsal/expression/value.ts'
import { emptyText, spoken, type Text } from '../../src/source/text.ts'
import { holdsUnknown, type Names } from '../../src/source/unknown.ts'

const anywhere = { source: { path: 'values.yml', text: 'values' }, start: 0, end: 6 }

const textOf = (value: string): Text => (value === '' ? emptyText : spoken(value, anywhere))

/** Plain data as a value; a string that is one unknown character is an unknown. */
export function valueFrom(plainValue: unknown): Value {
  if (typeof plainValue === 'string')
    return plainValue.length === 1 && holdsUnknown(plainValue)
      ? { kind: 'unknown', text: textOf(plainValue) }
      : stringValue(textOf(plainValue))
  if (typeof plainValue === 'number') return numberValue(plainValue)
  if (typeof plainValue === 'boolean') return booleanValue(plainValue)
  if (Array.isArray(plainValue)) return arrayValue(plainValue.map(valueFrom))
  if (plainValue === null || typeof plainValue !== 'object') return nullValue
  return objectValue(Object.entries(plainValue).map(([name, value]) => [name, valueFrom(value)]))
}

/** A value as plain data, as JSON would have it. */
export function plain(value: Value): unknown {
  switch (value.kind) {
    case 'null':
      return null
    case 'boolean':
      return value.value
    case 'number':
      return Number.isFinite(value.value) ? value.value + 0 : null
    case 'array':
      return value.items.map(plain)
    case 'object':
      return Object.fromEntries(value.entries().map(([name, item]) => [name, plain(item)]))
    default:
      return value.text.value
  }
}

/** A scope over these contexts; steps succeed. */
export function scopeOf(names: Names, contexts: Readonly<Record<string, Value>>): Scope {
  const all = new Map(Object.entries(contexts).map(([name, value]) => [name.toLowerCase(), value]))
  return {
    names,
    context: (name) => all.get(name.toLowerCase()),
    status: {
      success: () => booleanValue(true),
      failure: () => booleanValue(false),
      cancelled: () => booleanValue(false),
      always: () => booleanValue(true),
    },
    hashFiles: () => nullValue,
  }
}
