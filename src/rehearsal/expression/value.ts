import type { Span } from '../../source/span.ts'
import { emptyText, spoken, type Text } from '../../source/text.ts'
import { equalToNothing } from '../../source/unknown.ts'

/** A value of a GitHub expression. Strings know where they were written. */
export type Value =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly text: Text }
  | ArrayValue
  | ObjectValue
  /** `text` is one unknown character. Its type is unknown as well. */
  | { readonly kind: 'unknown'; readonly text: Text }

export interface ArrayValue {
  readonly kind: 'array'
  readonly items: readonly Value[]
  /** The result of `.*`: a further name goes to each item. */
  readonly filtered?: true
}

export interface ObjectValue {
  readonly kind: 'object'
  /** Names ignore case. */
  readonly get: (name: string) => Value | undefined
  readonly entries: () => readonly (readonly [string, Value])[]
  /** Names that are not there are unknown, not null. */
  readonly open: boolean
}

export const nullValue: Value = { kind: 'null' }
export const booleanValue = (value: boolean): Value => ({ kind: 'boolean', value })
export const numberValue = (value: number): Value => ({ kind: 'number', value })
export const stringValue = (text: Text): Value => ({ kind: 'string', text })
export const arrayValue = (items: readonly Value[]): Value => ({ kind: 'array', items })

/** An object of these entries; of names that differ only in case the first one counts. */
export function objectValue(entries: Iterable<readonly [string, Value]>, open = false): ObjectValue {
  const byName = new Map<string, readonly [string, Value]>()
  for (const entry of entries) {
    const name = entry[0].toLowerCase()
    if (!byName.has(name)) byName.set(name, entry)
  }
  return {
    kind: 'object',
    get: (name) => byName.get(name.toLowerCase())?.[1],
    entries: () => [...byName.values()],
    open,
  }
}

/** What GitHub writes into a string for a value. `at` is where a value that is no string comes from. */
export function textOfValue(value: Value, at: Span): Text {
  switch (value.kind) {
    case 'null':
      return emptyText
    case 'boolean':
      return spoken(String(value.value), at)
    case 'number':
      return spoken(numberText(value.value), at)
    case 'array':
      return spoken('Array', at)
    case 'object':
      return spoken('Object', at)
    default:
      return value.text
  }
}

/** At most 15 decimals, as `NumberData.coerceString` of actions/languageservices (the runner formats with G15). */
const numberText = (value: number): string => (value === 0 ? '0' : String(+value.toFixed(15)))

/** The number a string stands for in a comparison; NaN for most. As the runner's ExpressionUtility.ParseNumber. */
export const numberOf = (value: string): number => (/^\s*[-+]?0b/i.test(value) ? Number.NaN : Number(value))

const identities = new WeakMap<object, number>()
let identitiesGiven = 0

/** Objects that cannot be written down whole are told apart by which object they are. */
function identityOf(value: object): number {
  const known = identities.get(value)
  if (known !== undefined) return known
  identitiesGiven += 1
  identities.set(value, identitiesGiven)
  return identitiesGiven
}

/** Longer values than this are told apart by identity. */
const longestKey = 4000

/** A value as part of a key: equal keys are equal values. `fold` brings strings to lower case where case does not count. */
export function keyOf(value: Value, fold = false): string {
  const written = write(value, fold, { left: longestKey })
  return written ?? `#${identityOf(value)}`
}

function write(value: Value, fold: boolean, budget: { left: number }): string | undefined {
  budget.left -= 1
  if (budget.left < 0) return undefined
  switch (value.kind) {
    case 'null':
      return 'null'
    case 'boolean':
    case 'number':
      return String(value.value)
    case 'unknown':
      return value.text.value
    case 'string':
      budget.left -= value.text.value.length
      if (budget.left < 0) return undefined
      return `'${(fold ? value.text.value.toLowerCase() : value.text.value).replaceAll("'", "''")}'`
    case 'array': {
      const items = value.items.map((item) => write(item, fold, budget))
      return items.includes(undefined) ? undefined : `[${items.join(', ')}]${value.filtered ? '*' : ''}`
    }
    case 'object': {
      if (value.open) return undefined
      const entries = value.entries().map(([name, item]) => {
        const written = write(item, fold, budget)
        return written === undefined ? undefined : `${JSON.stringify(name)}: ${written}`
      })
      return entries.includes(undefined) ? undefined : `{${entries.join(', ')}}`
    }
  }
}

/** Whether a key names something that equals nothing, and so cannot be a key. */
export const isNoKey = (key: string): boolean => key.includes(equalToNothing)
