import { nowhere, type Span } from '../source/span.ts'
import { emptyText, placeOf, remade, spoken, type Text } from '../source/text.ts'
import { holdsUnknown } from '../source/unknown.ts'
import { type Range, spanOf, type YamlDocument, type YamlMap, type YamlNode, type YamlScalar } from './yaml.ts'
import { parseGoYaml, tooManyOf } from './yaml-go-parse.ts'

/**
 * A value as Go programs hold it after reading YAML with go-yaml (Helm, kustomize, kubectl). Every scalar keeps its text
 * with places: for a string the decoded characters, for anything else what was written (`0777`, `yes`, `~`).
 */
export type GoValue = GoScalar | GoList | GoMap
export type GoScalar = GoNull | GoBool | GoInt | GoFloat | GoString

export interface GoNull {
  readonly kind: 'null'
  readonly text: Text
}

export interface GoBool {
  readonly kind: 'bool'
  readonly value: boolean
  readonly text: Text
}

/** Between -2^63 and 2^64 - 1. */
export interface GoInt {
  readonly kind: 'int'
  readonly value: bigint
  readonly text: Text
}

export interface GoFloat {
  readonly kind: 'float'
  readonly value: number
  readonly text: Text
}

/**
 * `at`: where the scalar stands with its quotes; the only place that an empty string has. `plain`: written without quotes
 * and tag; a plain date is a time in v3 (`goTime`) and stays a string in v2.
 */
export interface GoString {
  readonly kind: 'string'
  readonly text: Text
  readonly at: Span
  readonly plain?: true
  /** Written as a folded block (`>`), which go-yaml v3 does not write back as it was. */
  readonly folded?: true
}

export interface GoList {
  readonly kind: 'list'
  readonly items: readonly GoValue[]
  readonly at: Span
}

/** In the order of writing; a key that is written twice stands where it was first and has its last value. */
export interface GoMap {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, GoEntry>
  readonly at: Span
}

export interface GoEntry {
  readonly key: Text
  /** What the key is before it becomes a string: `1:` is an int, `y:` a bool in v2. */
  readonly keyKind: GoScalar['kind']
  readonly value: GoValue
}

export interface GoDocument {
  /** An empty document is null. */
  readonly value: GoValue
  /** What go-yaml refuses; the first one is what the tool reports. */
  readonly problems: readonly GoProblem[]
  readonly range: Range
}

export interface GoProblem {
  readonly kind: 'syntax' | 'value' | 'duplicate-key'
  readonly at: Span
  readonly message: string
}

/**
 * `v2`: go.yaml.in/yaml/v2 behind sigs.k8s.io/yaml (Helm's values and `fromYaml`, kustomization files): `yes` and `on` are
 * booleans, also as keys, and keys become strings by their value. `v3`: go.yaml.in/yaml/v3 behind kustomize's resources:
 * only `true` and `false`, keys as written, a key written twice is an error.
 */
export type GoDialect = 'v2' | 'v3'

/** Every document of a YAML or JSON text. Never throws. */
export const readGoYaml = (text: Text, dialect: GoDialect): readonly GoDocument[] =>
  parsed(text).map((document) => {
    const problems: GoProblem[] = document.problems.map((problem) => ({
      kind: 'syntax',
      at: spanOf(problem),
      message: problem.message,
    }))
    const reader: Reader = { dialect, problems, left: mostValues }
    const value = document.root ? read(reader, document.root) : goNull
    return { value, problems, range: document }
  })

const known = new WeakMap<Text, readonly YamlDocument[]>()

function parsed(text: Text): readonly YamlDocument[] {
  const documents = known.get(text) ?? parseGoYaml(text)
  known.set(text, documents)
  return documents
}

/** Aliases expand: more values than this in one document are not read. */
const mostValues = 400_000

interface Reader {
  readonly dialect: GoDialect
  readonly problems: GoProblem[]
  left: number
}

const goNull: GoNull = { kind: 'null', text: emptyText }
export const goString = (text: Text, at: Span = placeOf(text)): GoString => ({ kind: 'string', text, at })
const plainString = (text: Text, at: Span): GoString => ({ kind: 'string', text, at, plain: true })
export const goList = (items: readonly GoValue[], at: Span = nowhere): GoList => ({ kind: 'list', items, at })
export const goMap = (entries: ReadonlyMap<string, GoEntry>, at: Span = nowhere): GoMap => ({
  kind: 'map',
  entries,
  at,
})
export const goEntry = (key: Text, value: GoValue): GoEntry => ({ key, keyKind: 'string', value })

/** Where a value is written. */
export const placeOfValue = (value: GoValue): Span =>
  value.kind === 'string' || value.kind === 'list' || value.kind === 'map' ? value.at : placeOf(value.text)

function read(reader: Reader, node: YamlNode | undefined): GoValue {
  reader.left -= 1
  if (!node) return goNull
  if (reader.left < 0) {
    if (reader.left === -1) refuse(reader, 'value', node, tooManyOf(node.within, mostValues))
    return goNull
  }
  if (node.kind === 'scalar') return readScalar(reader, node)
  if (node.kind === 'list')
    return goList(
      node.items.map((item) => read(reader, item)),
      spanOf(node),
    )
  return goMap(readMap(reader, node), spanOf(node))
}

function refuse(reader: Reader, kind: GoProblem['kind'], node: Range, message: string): void {
  reader.problems.push({ kind, at: spanOf(node), message })
}

function readMap(reader: Reader, map: YamlMap): ReadonlyMap<string, GoEntry> {
  const entries = new Map<string, GoEntry>()
  const own = new Set<string>()
  const merges: (YamlNode | undefined)[] = []
  for (const { key, value } of map.entries) {
    if (isMergeKey(key)) {
      // v2 takes merge keys in the order of writing: later ones replace what stands before them. v3 never does.
      if (reader.dialect === 'v2') merge(reader, key, value, entries, true)
      else merges.push(value)
      continue
    }
    const scalar = readScalar(reader, key)
    if (scalar.kind === 'null' && reader.dialect === 'v2') refuse(reader, 'value', key, nullKey(value))
    const name = keyText(reader, scalar)
    if (own.has(name.value) && reader.dialect === 'v3')
      refuse(reader, 'duplicate-key', key, `mapping key "${name.value}" already defined`)
    own.add(name.value)
    entries.set(name.value, { key: name, keyKind: scalar.kind, value: read(reader, value) })
  }
  for (const value of merges) merge(reader, map, value, entries, false)
  return entries
}

/** sigs.k8s.io/yaml makes JSON, which has no such keys; its message is Go's of a value without a type. */
const nullKey = (value: YamlNode | undefined): string =>
  `unsupported map key of type: %!s(<nil>), key: <nil>, value: ${value?.kind === 'scalar' ? JSON.stringify(value.text.value) : '<nil>'}`

const isMergeKey = (key: YamlScalar): boolean => key.text.value === '<<' && key.style === 'plain'

function merge(
  reader: Reader,
  at: Range,
  value: YamlNode | undefined,
  into: Map<string, GoEntry>,
  replaces: boolean,
): void {
  const sources = value?.kind === 'list' ? value.items : [value]
  // Earlier maps of a list take precedence.
  for (const source of replaces ? sources.toReversed() : sources) {
    if (source?.kind !== 'map') {
      refuse(reader, 'value', at, 'map merge requires map or sequence of maps as the value')
      continue
    }
    for (const [name, entry] of readMap(reader, source)) if (replaces || !into.has(name)) into.set(name, entry)
  }
}

/** sigs.k8s.io/yaml makes strings of keys by their value (`0x10` is "16"); v3 keeps them as written. */
function keyText(reader: Reader, key: GoScalar): Text {
  if (reader.dialect === 'v3' || key.kind === 'string') return key.text
  if (key.kind === 'null') return remade(key.text, 'null')
  return remade(key.text, key.kind === 'float' ? goFloatText(Math.fround(key.value), true) : String(key.value))
}

function readScalar(reader: Reader, node: YamlScalar): GoScalar {
  const { text, style, tag } = node
  const plain = style === 'plain' && (tag === undefined || tag === '?')
  if (tag === '!!binary' || tag === 'tag:yaml.org,2002:binary') return readBinary(reader, node)
  const asked = tag === undefined ? undefined : tagKinds[tag.replace('tag:yaml.org,2002:', '!!')]
  if (!plain && asked === undefined)
    return style === 'folded' ? { ...goString(text, spanOf(node)), folded: true } : goString(text, spanOf(node))
  const resolved = resolveGoScalar(text, reader.dialect, spanOf(node))
  if (asked === undefined || resolved.kind === asked) return resolved
  if (asked === 'float' && resolved.kind === 'int')
    return { kind: 'float', value: Number(resolved.value), text: resolved.text }
  refuse(reader, 'value', node, `cannot decode !!${tagNames[resolved.kind]} \`${text.value}\` as a ${tag}`)
  return resolved
}

const tagKinds: Readonly<Record<string, GoScalar['kind']>> = {
  '!!bool': 'bool',
  '!!int': 'int',
  '!!float': 'float',
  '!!null': 'null',
}
const tagNames: Readonly<Record<GoScalar['kind'], string>> = {
  null: 'null',
  bool: 'bool',
  int: 'int',
  float: 'float',
  string: 'str',
}

function readBinary(reader: Reader, node: YamlScalar): GoScalar {
  const encoded = node.text.value.replace(/[\r\n]/g, '')
  if (holdsUnknown(encoded)) return goString(node.text, spanOf(node))
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(encoded)) {
    refuse(reader, 'value', node, '!!binary value contains invalid base64 data')
    return goString(node.text, spanOf(node))
  }
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
  return goString(spoken(new TextDecoder().decode(bytes), spanOf(node)), spanOf(node))
}

const nulls = new Set(['', '~', 'null', 'Null', 'NULL'])
const trues = new Set(['true', 'True', 'TRUE'])
const falses = new Set(['false', 'False', 'FALSE'])
const moreTrues = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON'])
const moreFalses = new Set(['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF'])
const floats: ReadonlyMap<string, number> = new Map([
  ...['.nan', '.NaN', '.NAN'].map((name) => [name, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((name) => [name, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((name) => [name, Number.NEGATIVE_INFINITY] as const),
])

/** The value of a plain scalar: go-yaml's `resolve` (v2.4 and v3.0, resolve.go) without a tag. */
export function resolveGoScalar(text: Text, dialect: GoDialect, at: Span = placeOf(text)): GoScalar {
  const { value } = text
  if (nulls.has(value)) return { kind: 'null', text }
  if (trues.has(value) || (dialect === 'v2' && moreTrues.has(value))) return { kind: 'bool', value: true, text }
  if (falses.has(value) || (dialect === 'v2' && moreFalses.has(value))) return { kind: 'bool', value: false, text }
  const named = floats.get(value)
  if (named !== undefined) return { kind: 'float', value: named, text }
  const first = value.charCodeAt(0)
  if (first === 46) return /^\.[0-9]+(?:[eE][-+]?[0-9]+)?$/.test(value) ? asFloat(text, at) : plainString(text, at)
  if ((first < 48 || first > 57) && first !== 43 && first !== 45) return plainString(text, at)
  return resolveNumber(text, at)
}

function resolveNumber(text: Text, at: Span): GoScalar {
  if (goTime(text.value) !== undefined) return plainString(text, at)
  const plain = text.value.replaceAll('_', '')
  const int = parseGoInt(plain)
  if (int !== undefined) return { kind: 'int', value: int, text }
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(plain)) return asFloat(text, at)
  return plainString(text, at)
}

function asFloat(text: Text, at: Span): GoScalar {
  const value = Number(text.value.replaceAll('_', ''))
  return Number.isFinite(value) ? { kind: 'float', value, text } : plainString(text, at)
}

/** strconv.ParseInt(s, 0, 64), then ParseUint: a sign, a base prefix (`0x`, `0b`, `0o`, `0`), within 64 bits. */
function parseGoInt(plain: string): bigint | undefined {
  const match = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/.exec(plain)
  if (!match || plain.length > 80) return undefined
  const [, sign, hexadecimal, binary, octal, decimal] = match
  const digits = hexadecimal ? `0x${hexadecimal}` : binary ? `0b${binary}` : octal ? `0o${octal}` : (decimal as string)
  const value = BigInt(digits)
  if (sign === '-') return value <= 2n ** 63n ? -value : undefined
  return value < 2n ** (sign === '+' ? 63n : 64n) ? value : undefined
}

const timePattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})([.,]\d+)?(Z|[-+]\d{2}:\d{2})| (\d{1,2}):(\d{1,2}):(\d{1,2})([.,]\d+)?)?$/

/** A date or time that go-yaml takes for a timestamp, as encoding/json prints it (RFC 3339 with its fraction). */
export function goTime(value: string): string | undefined {
  if (!/^\d{4}-/.test(value)) return undefined
  const match = timePattern.exec(value)
  if (!match) return undefined
  const [, year, month, day, tHour, tMinute, tSecond, tFraction, zone, hour, minute, second, fraction] = match
  const at = [tHour ?? hour ?? '0', tMinute ?? minute ?? '0', tSecond ?? second ?? '0'].map(Number)
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > last) return undefined
  if ((at[0] ?? 0) > 23 || (at[1] ?? 0) > 59 || (at[2] ?? 0) > 59) return undefined
  const two = (part: string | number | undefined): string => String(Number(part)).padStart(2, '0')
  const digits = (tFraction ?? fraction ?? '').slice(1, 10).replace(/0+$/, '')
  const offset = zone === undefined || /^[-+]00:00$/.test(zone) ? 'Z' : zone
  return `${year}-${two(month)}-${two(day)}T${at.map(two).join(':')}${digits === '' ? '' : `.${digits}`}${offset}`
}

/** strconv.FormatFloat(value, 'g', -1, 64), with YAML's names for what is no number; `short` for 32 bits. */
export function goFloatText(value: number, short = false): string {
  if (Number.isNaN(value)) return '.nan'
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf'
  if (value === 0) return Object.is(value, -0) ? '-0' : '0'
  const [mantissa, exponent] = (short ? shortest32(value) : value.toExponential()).split('e') as [string, string]
  const power = Number(exponent)
  const digits = mantissa.replace(/[-.]/g, '')
  // strconv/ftoa.go: with the shortest precision, %e from 1e6 on and below 1e-4.
  if (power < -4 || power >= 6) return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
  const sign = value < 0 ? '-' : ''
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${digits}`
  if (digits.length <= power + 1) return sign + digits.padEnd(power + 1, '0')
  return `${sign}${digits.slice(0, power + 1)}.${digits.slice(power + 1)}`
}

function shortest32(value: number): string {
  for (let precision = 0; precision < 9; precision += 1) {
    const text = value.toExponential(precision)
    if (Math.fround(Number(text)) === value) return text.replace(/(\.\d*?)0+e/, '$1e').replace('.e', 'e')
  }
  return value.toExponential()
}
