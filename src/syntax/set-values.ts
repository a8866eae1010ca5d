import { compare } from '../source/compare.ts'
import { concat, slice, type Text } from '../source/text.ts'
import { holdsUnknown } from '../source/unknown.ts'
import { endOfJsonValue } from './json-value.ts'
import type { Range } from './yaml.ts'

/** Helm's ways to set values on the command line, by the name of the flag. */
export type SetKind = 'set' | 'set-string' | 'set-json' | 'set-file' | 'set-literal'

/**
 * The argument of `--set` and its relatives, read as Helm reads it (helm/helm pkg/strvals/parser.go and literal_parser.go,
 * v3.21 and v4.2 alike). An unknown in the text is taken for characters without meaning here: where the text holds one, a
 * failure is no proof, and a comma may hide in it.
 */
export interface SetValues {
  readonly text: Text
  readonly assignments: readonly Assignment[]
  /** Helm stops with this error; what was read before it is in `assignments`. */
  readonly fails: SetFailure | undefined
}

/** One `key=value`. Its range covers both, without the comma. */
export interface Assignment extends Range {
  readonly path: readonly PathStep[]
  readonly value: SetValue
  /** The unescaped comma before it, which makes it an assignment of its own. */
  readonly comma: Range | undefined
}

export type PathStep =
  | { readonly kind: 'key'; readonly text: Text }
  | { readonly kind: 'index'; readonly index: number; readonly text: Text }

export type SetValue =
  | { readonly kind: 'scalar'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  /** One JSON value, as written. */
  | { readonly kind: 'json'; readonly text: Text }
  /** `key[0]` with nothing behind it makes the list, if there is none, and no item. */
  | { readonly kind: 'nothing' }

export interface SetFailure {
  /** What Helm stumbled over, from the beginning of its key. */
  readonly at: Range
  /** As Helm prints it. */
  readonly message: string
  readonly comma: Range | undefined
}

/** strvals.MaxIndex */
const greatestIndex = 65_536
/** strvals.MaxNestedNameLevel */
const deepestName = 30

/** Reads one setting. Nothing is thrown; types are for `scalarType` to tell. */
export function parseSetValues(setting: { readonly kind: SetKind; readonly text: Text }): SetValues {
  const reader: Reader = { ...setting, offset: 0, start: 0, comma: undefined, made: newMap(), last: undefined }
  if (setting.kind === 'set-json' && /^\s*\{/.test(setting.text.value)) return wholeObject(setting.text)
  const assignments: Assignment[] = []
  for (;;) {
    reader.start = reader.offset
    const read = readAssignment(reader)
    if (read === 'end') return { text: setting.text, assignments, fails: undefined }
    if ('message' in read) return { text: setting.text, assignments, fails: failure(reader, read) }
    if (isKept(read.path)) assignments.push(read)
    if (reader.offset <= reader.start) return { text: setting.text, assignments, fails: undefined }
    reader.comma = reader.last === ',' ? rangeOf(reader, reader.offset - 1, reader.offset) : undefined
  }
}

/** `--set-json '{"a": 1}'` is merged as it is by Helm 4 (pkg/cli/values/options.go); the path is empty. */
function wholeObject(text: Text): SetValues {
  const start = text.value.indexOf('{')
  const end = endOfJsonValue(text.value, start) ?? -1
  const range = { within: text, start, end: text.value.length }
  if (text.value.slice(end).trim() !== '' || end < 0) {
    const message = `failed parsing --set-json data JSON: ${text.value}`
    return { text, assignments: [], fails: { at: range, message, comma: undefined } }
  }
  const value = { kind: 'json', text: slice(text, start, end) } as const
  return { text, assignments: [{ ...range, end, path: [], value, comma: undefined }], fails: undefined }
}

interface Reader {
  readonly kind: SetKind
  readonly text: Text
  offset: number
  /** Where the current assignment begins, and the comma before it. */
  start: number
  comma: Range | undefined
  /** What the assignments so far have made. */
  readonly made: Made
  /** The stop character that ended the last stretch that was read. */
  last: string | undefined
}

interface Failed {
  readonly message: string
}

/** A value as far as its type in Go matters: a key below a string makes Helm stop. */
interface Made {
  type: string
  readonly children: Map<string | number, Made>
}

const [goMap, goList] = ['map[string]interface {}', '[]interface {}']
/** In place of a type: the text ends where a key should be. */
const atEnd = 'end'
const newMap = (): Made => ({ type: goMap, children: new Map() })

const rangeOf = (reader: Reader, start: number, end: number): Range => ({ within: reader.text, start, end })

const failure = (reader: Reader, { message }: Failed): SetFailure => ({
  at: rangeOf(reader, reader.start, Math.max(reader.offset, reader.start + 1)),
  message: `failed parsing --${reader.kind} data${reader.kind === 'set-json' ? ` ${reader.text.value}` : `: ${message}`}`,
  comma: reader.comma,
})

/** An assignment to an empty key is read and dropped (strvals `set`). */
const isKept = (path: readonly PathStep[]): boolean =>
  path.every((step) => step.kind === 'index' || step.text.value !== '')

function readAssignment(reader: Reader): Assignment | Failed | 'end' {
  const path: PathStep[] = []
  let names = 0
  for (;;) {
    const inList = path.at(-1)?.kind === 'index'
    const stop = inList && !afterDot(reader) ? '[.=' : reader.kind === 'set-literal' ? '=[.' : '=[,.'
    const { text, last } = readUntil(reader, stop)
    const listEnd = stop === '[.='
    if (listEnd && text.value !== '')
      return { message: `unexpected data at end of array index: ${quoteRunes(text.value)}` }
    if (last === undefined) {
      if (!listEnd && text.value !== '') return { message: `key ${quote(text.value)} has no value` }
      return atTheEnd(reader, listEnd ? path : [...path, { kind: 'key', text }])
    }
    if (!listEnd) path.push({ kind: 'key', text })
    if (last === ',') return { message: `key ${quote(text.value)} has no value (cannot end with ,)` }
    if (last === '=') return readValue(reader, path)
    if (last === '[') {
      const index = readIndex(reader)
      if (index === 'end' || 'message' in index) return index
      path.push(index)
    } else if (!listEnd) {
      names += 1
      if (names > deepestName)
        return { message: `value name nested level is greater than maximum supported nested level of ${deepestName}` }
    }
  }
}

/** The text ends where a key or `=` should be: Helm takes that for the end, and a list that was begun is made. */
function atTheEnd(reader: Reader, path: readonly PathStep[]): Assignment | Failed | 'end' {
  const conflict = put(reader.made, path, atEnd)
  const list = path.slice(
    0,
    Math.max(
      0,
      path.findIndex((step) => step.kind === 'index'),
    ),
  )
  if (conflict || list.length === 0) return conflict ?? 'end'
  return {
    ...rangeOf(reader, reader.start, reader.offset),
    path: list,
    value: { kind: 'nothing' },
    comma: reader.comma,
  }
}

const afterDot = (reader: Reader): boolean => reader.text.value[reader.offset - 1] === '.'

function readIndex(reader: Reader): PathStep | Failed | 'end' {
  const { text, last } = readUntil(reader, ']')
  // Helm 4 takes this for the end, Helm 3 says "error parsing index: EOF".
  if (last === undefined) return 'end'
  if (!/^[+-]?\d+$/.test(text.value)) {
    return { message: `error parsing index: strconv.Atoi: parsing ${quote(text.value)}: invalid syntax` }
  }
  const index = Number(text.value)
  if (!Number.isSafeInteger(index)) {
    return { message: `error parsing index: strconv.Atoi: parsing ${quote(text.value)}: value out of range` }
  }
  if (index < 0) return { message: `negative ${index} index not allowed` }
  return { kind: 'index', index, text }
}

function readValue(reader: Reader, path: readonly PathStep[]): Assignment | Failed | 'end' {
  const greatest = path.findLast((step) => step.kind === 'index' && step.index > greatestIndex)
  const value = reader.kind === 'set-json' ? readJson(reader) : readPlain(reader)
  if ('message' in value) return value
  if (greatest?.kind === 'index') {
    return { message: `index of ${greatest.index} is greater than maximum supported index of ${greatestIndex}` }
  }
  return assignment(reader, path, value)
}

function assignment(reader: Reader, path: readonly PathStep[], value: SetValue): Assignment | Failed {
  // `key.=` at the very end stops before the check that something was set.
  const empty = value.kind === 'scalar' && value.text.value === '' && reader.kind !== 'set-literal'
  const stops = empty && reader.text.value.endsWith('=') && path.at(-1)?.kind === 'key'
  const conflict = put(reader.made, path, stops ? atEnd : goType(reader, value))
  if (conflict) return conflict
  const end = reader.last === ',' ? reader.offset - 1 : reader.offset
  return { ...rangeOf(reader, reader.start, end), path, value, comma: reader.comma }
}

/** Walks down to where the value goes, and complains where Helm does. */
function put(root: Made, path: readonly PathStep[], type: string): Failed | undefined {
  let node = root
  for (const [index, step] of path.entries()) {
    if (keyOf(step) === '') return type === atEnd ? undefined : missingKey(path, node, index)
    const next = path[index + 1]
    const child = node.children.get(keyOf(step)) ?? { type: 'new', children: new Map() }
    const wanted = next ? (next.kind === 'key' ? goMap : goList) : type === atEnd ? 'string' : type
    const replaced = step.kind === 'index' && next?.kind === 'key'
    if (next && child.type !== 'new' && child.type !== wanted && !replaced)
      return { message: `unable to parse key: interface conversion: interface {} is ${child.type}, not ${wanted}` }
    child.type = wanted
    node.children.set(keyOf(step), child)
    node = child
  }
  return undefined
}

const keyOf = (step: PathStep): string | number => (step.kind === 'key' ? step.text.value : step.index)

/** An empty key is not set: the map that it should have been set in must hold something else. `node` is that of the first. */
function missingKey(path: readonly PathStep[], node: Made, first: number): Failed | undefined {
  const last = path.findLastIndex((step) => keyOf(step) === '')
  for (let index = last; index > 0; index -= 1) {
    const parent = path[index - 1]
    if (keyOf(path[index] as PathStep) !== '' || parent?.kind !== 'key') continue
    if (index > first || node.children.size === 0)
      return { message: `key map ${quote(parent.text.value)} has no value` }
  }
  return undefined
}

const goTypes = { null: 'nil', boolean: 'bool', integer: 'int64', string: 'string', unknown: 'new' } as const

function goType(reader: Reader, value: SetValue): string {
  if (value.kind !== 'scalar') return value.kind === 'json' ? 'new' : goList
  return reader.kind === 'set' ? goTypes[scalarType(value.text.value)] : 'string'
}

function readPlain(reader: Reader): SetValue | Failed {
  if (reader.kind === 'set-literal' || reader.text.value[reader.offset] !== '{') {
    return { kind: 'scalar', text: readUntil(reader, reader.kind === 'set-literal' ? '' : ',').text }
  }
  reader.offset += 1
  const items: Text[] = []
  for (;;) {
    const { text, last } = readUntil(reader, ',}')
    if (last === undefined) return { message: "list must terminate with '}'" }
    items.push(text)
    if (last === ',') continue
    reader.last = reader.text.value[reader.offset] === ',' ? ',' : last
    if (reader.last === ',') reader.offset += 1
    return { kind: 'list', items }
  }
}

function readJson(reader: Reader): SetValue | Failed {
  const from = reader.offset
  if (skipEmpty(reader)) return { kind: 'json', text: slice(reader.text, from, from) }
  const start = reader.offset
  const end = endOfJsonValue(reader.text.value, start)
  if (end === undefined) return { message: 'not JSON' }
  reader.offset = end
  skipEmpty(reader)
  return { kind: 'json', text: slice(reader.text, start, end) }
}

/** Skips white space, and a comma behind it; false when something else comes. */
function skipEmpty(reader: Reader): boolean {
  const { value } = reader.text
  while (/\s/.test(value[reader.offset] ?? '')) reader.offset += 1
  reader.last = value[reader.offset]
  if (reader.offset < value.length && reader.last !== ',') return false
  if (reader.offset < value.length) reader.offset += 1
  return true
}

interface Read {
  readonly text: Text
  /** The stop character, which is consumed; undefined at the end of the text. */
  readonly last: string | undefined
}

/** Reads up to one of the stop characters. A backslash takes the next character as it is, except in literals. */
function readUntil(reader: Reader, stop: string): Read {
  const { value } = reader.text
  const parts: Text[] = []
  let from = reader.offset
  let offset = reader.offset
  let last: string | undefined
  while (offset < value.length) {
    const character = value[offset] as string
    if (stop.includes(character)) {
      last = character
      break
    }
    if (character === '\\' && reader.kind !== 'set-literal') {
      parts.push(slice(reader.text, from, offset))
      from = offset + 1
      offset += 2
    } else offset += 1
  }
  const end = Math.min(offset, value.length)
  parts.push(slice(reader.text, Math.min(from, end), end))
  reader.offset = last === undefined ? end : end + 1
  reader.last = last
  return { text: concat(...parts), last }
}

/** As Go's `%q` prints it, for what can stand in a command line; unknowns stay, so that a message can name them. */
const quote = (value: string): string =>
  JSON.stringify(value).replace(/\\u00([01][0-9a-f])/g, (_, digits: string) => `\\x${digits}`)

/** As `%q` prints a slice of runes, which is what Helm hands to it here. */
const quoteRunes = (value: string): string =>
  `[${Array.from(value, (rune) => (rune === "'" ? `'\\''` : rune === '"' ? `'"'` : `'${quote(rune).slice(1, -1)}'`)).join(' ')}]`

/**
 * The type that `--set` gives to a value: floats and numbers with a leading zero stay strings. `unknown`: an unknown in it
 * decides. `--set-string`, `--set-file` and `--set-literal` always make strings.
 */
export function scalarType(value: string): 'null' | 'boolean' | 'integer' | 'string' | 'unknown' {
  if (holdsUnknown(value)) return isSurelyText(value) ? 'string' : 'unknown'
  const lower = value.toLowerCase()
  if (lower === 'null') return 'null'
  if (lower === 'true' || lower === 'false') return 'boolean'
  if (value === '0') return 'integer'
  return /^(?!0)[+-]?\d{1,400}$/.test(value) && BigInt.asIntN(64, BigInt(value)) === BigInt(value)
    ? 'integer'
    : 'string'
}

const isSurelyText = (value: string): boolean =>
  ['true', 'false', 'null'].every((word) => compare(value.toLowerCase(), word) === 'different') &&
  !/^[-+0-9\uE000-\uF8FF]+$/.test(value)
