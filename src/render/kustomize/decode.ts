import type { Text } from '../../source/text.ts'
import { type GoMap, type GoValue, placeOfValue } from '../../syntax/yaml-go.ts'
import { fail } from './failure.ts'

/**
 * What a field of kustomize's Go structs holds. A build file is read as encoding/json reads it: keys match whatever their
 * case, null is absent, a value of another type is an error.
 */
export type Shape = 'string' | 'bool' | 'int' | 'value' | 'strings' | 'stringMap' | ListShape | MapShape
type ListShape = readonly [Shape]
interface MapShape {
  readonly [field: string]: Shape
}

export type Decoded<S> = S extends 'string'
  ? Text
  : S extends 'bool'
    ? boolean
    : S extends 'int'
      ? Integer
      : S extends 'value'
        ? GoValue
        : S extends 'strings'
          ? readonly Text[]
          : S extends 'stringMap'
            ? ReadonlyMap<string, StringEntry>
            : S extends readonly [infer Element]
              ? readonly Decoded<Element>[]
              : { readonly [K in keyof S]?: Decoded<S[K]> | undefined } & { readonly written: GoMap }

export interface StringEntry {
  readonly key: Text
  readonly value: Text
}

interface Integer {
  readonly value: bigint
  readonly text: Text
}

/** `strict`: an unknown field is an error (kustomization files); `coerce`: numbers and booleans become strings (plugin files). */
export interface DecodeOptions {
  readonly strict: boolean
  readonly coerce: boolean
}

export const strictly: DecodeOptions = { strict: true, coerce: false }

/** Undefined for null and for what is not there. */
export function decode<const S extends Shape>(
  value: GoValue | undefined,
  shape: S,
  options: DecodeOptions,
  path = '',
): Decoded<S> | undefined {
  return decodeAny(value, shape, options, path) as Decoded<S> | undefined
}

function decodeAny(value: GoValue | undefined, shape: Shape, options: DecodeOptions, path: string): unknown {
  if (value === undefined || value.kind === 'null') return undefined
  if (shape === 'value') return value
  if (typeof shape !== 'string') {
    if (Array.isArray(shape)) return decodeList(value, shape as ListShape, options, path)
    return decodeMap(value, shape as MapShape, options, path)
  }
  if (shape === 'string') return decodeString(value, options, path)
  if (shape === 'strings') return listOf(value, path).map((item) => decodeString(item, options, path))
  if (shape === 'stringMap') return decodeStringMap(value, options, path)
  if (shape === 'bool') return value.kind === 'bool' ? value.value : mismatch(value, path, 'bool')
  return value.kind === 'int' ? { value: value.value, text: value.text } : mismatch(value, path, 'int64')
}

function mismatch(value: GoValue, path: string, wanted: string): never {
  const found = {
    map: 'object',
    list: 'array',
    int: 'number',
    float: 'number',
    bool: 'bool',
    string: 'string',
    null: 'null',
  }[value.kind]
  return fail(placeOfValue(value), `json: cannot unmarshal ${found} into field ${path} of type ${wanted}`)
}

function decodeString(value: GoValue, options: DecodeOptions, path: string): Text {
  if (value.kind === 'string') return value.text
  if (value.kind === 'null') return { value: '', pieces: [] }
  if (options.coerce && value.kind !== 'map' && value.kind !== 'list') return value.text
  return mismatch(value, path, 'string')
}

const listOf = (value: GoValue, path: string): readonly GoValue[] =>
  value.kind === 'list' ? value.items : mismatch(value, path, 'array')

function decodeList(value: GoValue, [element]: ListShape, options: DecodeOptions, path: string): readonly unknown[] {
  // A null element is the zero value of its struct.
  return listOf(value, path).map(
    (item) =>
      decodeAny(item, element, options, path) ??
      decodeAny({ kind: 'map', entries: new Map(), at: placeOfValue(item) }, element, options, path),
  )
}

function decodeStringMap(value: GoValue, options: DecodeOptions, path: string): ReadonlyMap<string, StringEntry> {
  if (value.kind !== 'map') return mismatch(value, path, 'map[string]string')
  const entries = new Map<string, StringEntry>()
  for (const [name, { key, value: child }] of value.entries)
    entries.set(name, { key, value: decodeString(child, options, `${path}.${name}`) })
  return entries
}

function decodeMap(value: GoValue, shape: MapShape, options: DecodeOptions, path: string): Record<string, unknown> {
  if (value.kind !== 'map') return mismatch(value, path, 'struct')
  const fields: Record<string, unknown> = { written: value }
  for (const [name, { key, value: child }] of value.entries) {
    const field = Object.hasOwn(shape, name)
      ? name
      : Object.keys(shape).find((one) => one.toLowerCase() === name.toLowerCase())
    if (field === undefined) {
      if (options.strict) fail(key.pieces[0]?.at ?? value.at, `invalid Kustomization: json: unknown field "${name}"`)
      continue
    }
    const decoded = decodeAny(child, shape[field] as Shape, options, path === '' ? field : `${path}.${field}`)
    if (decoded !== undefined) fields[field] = decoded
  }
  return fields
}
