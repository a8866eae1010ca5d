import type { Span } from '../../source/span.ts'
import { concat, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { joined, madeOf } from './pieces.ts'
import { checkSize, type Entry, keysInOrder, nil, type StoredValue, string, type Value } from './value.ts'

/** encoding/json, with the places of what is read and written. */

interface JsonProblem {
  readonly problem: string
  readonly offset: number
}

interface JsonRead {
  readonly value: StoredValue
  readonly end: number
}

const space = /[ \t\r\n]*/y
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const stringForm = /"(?:[^"\\\0-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const deepest = 1000

/** The JSON value that begins at `offset`. Numbers are float64, as in Go. Never throws. */
export function readJson(text: Text, offset: number): JsonRead | JsonProblem {
  return read(text, offset, 0)
}

/** A text that is one JSON value and nothing else. */
export function parseJson(text: Text): StoredValue | JsonProblem {
  const result = readJson(text, 0)
  if ('problem' in result) return result
  const end = skip(text.value, result.end)
  return end < text.value.length ? unexpected(text.value, end, 'after top-level value') : result.value
}

const skip = (value: string, offset: number): number => {
  space.lastIndex = offset
  return offset + (space.exec(value)?.[0].length ?? 0)
}

function unexpected(value: string, offset: number, context: string): JsonProblem {
  if (offset >= value.length) return { problem: 'unexpected end of JSON input', offset }
  return { problem: `invalid character '${String.fromCodePoint(value.codePointAt(offset) ?? 0)}' ${context}`, offset }
}

function read(text: Text, from: number, depth: number): JsonRead | JsonProblem {
  const { value } = text
  const offset = skip(value, from)
  if (depth > deepest) return { problem: 'exceeded max depth', offset }
  const first = value[offset]
  if (first === '{') return readObject(text, offset, depth)
  if (first === '[') return readArray(text, offset, depth)
  if (first === '"') {
    const read = readString(text, offset)
    return 'problem' in read ? read : { value: string(read.text, read.at), end: read.end }
  }
  for (const word of ['true', 'false', 'null'] as const) {
    if (!value.startsWith(word, offset)) continue
    const end = offset + word.length
    const written = slice(text, offset, end)
    return { value: word === 'null' ? nil : { kind: 'bool', value: word === 'true', text: written }, end }
  }
  number.lastIndex = offset
  const match = number.exec(value)
  if (!match) return unexpected(value, offset, 'looking for beginning of value')
  const end = offset + match[0].length
  return { value: { kind: 'float', value: Number(match[0]), text: slice(text, offset, end) }, end }
}

function readString(text: Text, offset: number): { text: Text; at: Span; end: number } | JsonProblem {
  stringForm.lastIndex = offset
  const match = stringForm.exec(text.value)
  if (!match) return unexpected(text.value, text.value.length, 'in string literal')
  const end = offset + match[0].length
  const raw = slice(text, offset + 1, end - 1)
  const at = placeOf(slice(text, offset, end))
  if (!raw.value.includes('\\')) return { text: raw, at, end }
  const parts: Text[] = []
  let run = 0
  for (const escaped of raw.value.matchAll(/\\(?:u([0-9a-fA-F]{4})|(.))/g)) {
    const stop = escaped.index + escaped[0].length
    const decoded = escaped[1] ? String.fromCharCode(Number.parseInt(escaped[1], 16)) : (short[escaped[2] ?? ''] ?? '')
    parts.push(slice(raw, run, escaped.index), spoken(decoded, placeOf(slice(raw, escaped.index, stop))))
    run = stop
  }
  return { text: concat(...parts, slice(raw, run)), at, end }
}

const short: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

function readArray(text: Text, start: number, depth: number): JsonRead | JsonProblem {
  const items: StoredValue[] = []
  let offset = skip(text.value, start + 1)
  if (text.value[offset] === ']') return { value: listOf(text, start, offset + 1, items), end: offset + 1 }
  for (;;) {
    const item = read(text, offset, depth + 1)
    if ('problem' in item) return item
    items.push(item.value)
    offset = skip(text.value, item.end)
    if (text.value[offset] === ']') return { value: listOf(text, start, offset + 1, items), end: offset + 1 }
    if (text.value[offset] !== ',') return unexpected(text.value, offset, 'after array element')
    offset += 1
  }
}

const listOf = (text: Text, start: number, end: number, items: readonly StoredValue[]): StoredValue => ({
  kind: 'list',
  items,
  at: placeOf(slice(text, start, end)),
})

function readObject(text: Text, start: number, depth: number): JsonRead | JsonProblem {
  const entries = new Map<string, Entry>()
  const done = (end: number): JsonRead => ({
    value: { kind: 'map', entries, at: placeOf(slice(text, start, end)) },
    end,
  })
  let offset = skip(text.value, start + 1)
  if (text.value[offset] === '}') return done(offset + 1)
  for (;;) {
    if (text.value[offset] !== '"') return unexpected(text.value, offset, 'looking for beginning of object key string')
    const key = readString(text, offset)
    if ('problem' in key) return key
    offset = skip(text.value, key.end)
    if (text.value[offset] !== ':') return unexpected(text.value, offset, 'after object key')
    const item = read(text, offset + 1, depth + 1)
    if ('problem' in item) return item
    entries.set(key.text.value, { key: key.text, keyKind: 'string', value: item.value })
    offset = skip(text.value, item.end)
    if (text.value[offset] === '}') return done(offset + 1)
    if (text.value[offset] !== ',') return unexpected(text.value, offset, 'after object key:value pair')
    offset = skip(text.value, offset + 1)
  }
}

/** How encoding/json prints a float64: JavaScript has the same shortest digits and the same limits for exponents. */
const jsonFloat = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

interface Writer {
  readonly here: Span
  readonly html: boolean
  readonly indent: boolean
  readonly parts: Text[]
}

/** Undefined for what JSON cannot say (NaN, infinity). */
export function writeJson(value: Value, here: Span, html: boolean, indent = false): Text | undefined {
  checkSize(value)
  const writer: Writer = { here, html, indent, parts: [] }
  return write(writer, value, 0) ? joined(writer.parts) : undefined
}

const put = (writer: Writer, characters: string): number => writer.parts.push(spoken(characters, writer.here))

function write(writer: Writer, value: Value, depth: number): boolean {
  switch (value?.kind) {
    case undefined:
    case 'null':
      put(writer, 'null')
      return true
    case 'bool':
    case 'int':
      return putScalar(writer, value.text, String(value.value))
    case 'float':
      return Number.isFinite(value.value) && putScalar(writer, value.text, jsonFloat(value.value))
    case 'string':
    case 'unknown':
      return putString(writer, value.text)
    case 'bytes':
      return putString(
        writer,
        madeOf(btoa(String.fromCharCode(...new TextEncoder().encode(value.text.value))), writer.here, [value.text]),
      )
    case 'struct':
      return write(writer, value.json(), depth)
    case 'list':
      return putAll(writer, '[]', value.items.length, depth, (index) => write(writer, value.items[index], depth + 1))
    case 'map': {
      if (value.rest) return putString(writer, value.rest)
      const keys = keysInOrder(value)
      return putAll(writer, '{}', keys.length, depth, (index) => {
        const one = value.entries.get(keys[index] ?? '')
        if (one) putString(writer, one.key)
        put(writer, writer.indent ? ': ' : ':')
        return write(writer, one?.value, depth + 1)
      })
    }
  }
}

function putAll(
  writer: Writer,
  brackets: string,
  count: number,
  depth: number,
  one: (index: number) => boolean,
): boolean {
  if (count === 0) {
    put(writer, brackets)
    return true
  }
  const lineBreak = (level: number): string => (writer.indent ? `\n${'  '.repeat(level)}` : '')
  for (let index = 0; index < count; index += 1) {
    put(writer, (index === 0 ? (brackets[0] ?? '') : ',') + lineBreak(depth + 1))
    if (!one(index)) return false
  }
  put(writer, lineBreak(depth) + brackets[1])
  return true
}

function putScalar(writer: Writer, text: Text, form: string): true {
  writer.parts.push(text.value === form ? text : madeOf(form, writer.here, [text]))
  return true
}

function putString(writer: Writer, text: Text): true {
  put(writer, '"')
  const escaped = escapeJson(text.value, writer.html)
  writer.parts.push(escaped === text.value ? text : madeOf(escaped, writer.here, [text]))
  put(writer, '"')
  return true
}

const unicodeEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Go escapes line separators always, and what HTML could take for a tag unless told not to. */
export function escapeJson(value: string, html: boolean): string {
  const escaped = JSON.stringify(value)
    .slice(1, -1)
    .replace(/[\u2028\u2029]/g, unicodeEscape)
  return html ? escaped.replace(/[<>&]/g, unicodeEscape) : escaped
}
