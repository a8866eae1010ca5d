import type { Span } from '../source/span.ts'
import { indexOfPiece, type Piece, pieceAt, placeOf, type Text } from '../source/text.ts'
import {
  type GoDialect,
  type GoEntry,
  type GoValue,
  goFloatText,
  goTime,
  placeOfValue,
  resolveGoScalar,
} from './yaml-go.ts'

/**
 * How the tool writes: `sigs` is sigs.k8s.io/yaml's Marshal (Helm's `toYaml`, every resource that kustomize prints):
 * JSON, then go-yaml v2 with sorted keys and sequences not indented. `sigs-indented` is Helm's `toYamlPretty`: go-yaml v3,
 * sequences indented. `kyaml` is kustomize's own: go-yaml v3, keys in their order, sequences not indented.
 */
export type EmitStyle = 'sigs' | 'sigs-indented' | 'kyaml'

/**
 * A value as block YAML with a final line break. Characters of scalars keep their places; what stands between them
 * (indentation, `: `, `- `, quotes) is spoken at the scalar behind it.
 */
export function emitYaml(value: GoValue, style: EmitStyle = 'sigs'): Text {
  const out: Out = { style, parts: [], pieces: [], length: 0, column: 0, whitespace: true, indention: true }
  emitNode(out, value, -1, 'root')
  if (out.column > 0) put(out, '\n', placeOfValue(value))
  return { value: out.parts.join(''), pieces: out.pieces }
}

/** yaml_emitter_t of go-yaml (emitterc.go), as far as block documents without tags and anchors need it. */
interface Out {
  readonly style: EmitStyle
  readonly parts: string[]
  readonly pieces: Piece[]
  length: number
  column: number
  whitespace: boolean
  indention: boolean
}

type Context = 'root' | 'item' | 'value' | 'key'

const bestIndent = 2
const bestWidth = 80
const mostKeyBytes = 128

/** Writes characters that come from `at` as a whole. A line break in them starts a line. */
function put(out: Out, characters: string, at: Span): void {
  if (characters === '') return
  out.parts.push(characters)
  out.length += characters.length
  const last = out.pieces.at(-1)
  if (last && !last.exact && last.at === at && last.via.length === 0)
    out.pieces[out.pieces.length - 1] = { ...last, end: out.length }
  else out.pieces.push({ end: out.length, at, exact: false, via: [] })
  const lineBreak = characters.lastIndexOf('\n')
  out.column = lineBreak < 0 ? out.column + width(characters) : width(characters.slice(lineBreak + 1))
}

const width = (characters: string): number => {
  let count = characters.length
  for (let index = 0; index < characters.length; index += 1)
    if ((characters.charCodeAt(index) & 0xfc00) === 0xdc00) count -= 1
  return count
}

/** Writes `text` from `start` to `end`, one to one. */
function copy(out: Out, text: Text, start: number, end: number): void {
  if (start >= end) return
  const characters = text.value.slice(start, end)
  out.parts.push(characters)
  const { pieces } = text
  for (let index = indexOfPiece(pieces, start); index < pieces.length; index += 1) {
    const piece = pieces[index] as Piece
    const begin = pieces[index - 1]?.end ?? 0
    const low = Math.max(begin, start)
    const high = Math.min(piece.end, end)
    if (low < high) {
      const at = piece.exact
        ? { source: piece.at.source, start: piece.at.start + low - begin, end: piece.at.start + high - begin }
        : piece.at
      out.pieces.push({ end: out.length + high - start, at, exact: piece.exact, via: piece.via })
    }
    if (piece.end >= end) break
  }
  out.length += characters.length
  out.column += width(characters)
}

function writeIndent(out: Out, indent: number, at: Span): void {
  const column = Math.max(indent, 0)
  if (!out.indention || out.column > column || (out.column === column && !out.whitespace)) put(out, '\n', at)
  put(out, ' '.repeat(Math.max(0, column - out.column)), at)
  out.whitespace = true
  out.indention = true
}

function indicator(
  out: Out,
  characters: string,
  at: Span,
  needSpace: boolean,
  isSpace: boolean,
  indents: boolean,
): void {
  put(out, needSpace && !out.whitespace ? ` ${characters}` : characters, at)
  out.whitespace = isSpace
  out.indention = out.indention && indents
}

function emitNode(out: Out, value: GoValue, indent: number, context: Context): void {
  if (value.kind === 'map') {
    if (value.entries.size === 0) indicator(out, '{}', value.at, true, false, false)
    else emitMap(out, value.entries, indent)
  } else if (value.kind === 'list') {
    if (value.items.length === 0) indicator(out, '[]', value.at, true, false, false)
    else emitList(out, value.items, indent, context)
  } else emitScalar(out, scalarOf(out, value), indent, context)
}

function emitMap(out: Out, entries: ReadonlyMap<string, GoEntry>, indent: number): void {
  const inner = indent < 0 ? 0 : indent + bestIndent
  const ordered = [...entries.values()]
  if (out.style !== 'kyaml')
    ordered.sort((a, b) => compareGoKeys(a.key.value, b.key.value, out.style === 'sigs' ? 'v2' : 'v3'))
  for (const { key, value } of ordered) {
    const at = key.value === '' ? placeOfValue(value) : placeOf(key)
    const scalar: Scalar = { text: key, at, style: stringStyle(key) }
    writeIndent(out, inner, at)
    if (isSimpleKey(key.value)) {
      emitScalar(out, scalar, inner, 'key')
      indicator(out, ':', at, false, false, false)
    } else {
      indicator(out, '?', at, true, false, true)
      emitScalar(out, scalar, inner, 'value')
      writeIndent(out, inner, at)
      indicator(out, ':', at, true, false, true)
    }
    emitNode(out, value, inner, 'value')
  }
}

const isSimpleKey = (key: string): boolean =>
  !/[\r\n\x85\u2028\u2029]/.test(key) &&
  (key.length * 3 <= mostKeyBytes || new TextEncoder().encode(key).length <= mostKeyBytes)

function emitList(out: Out, items: readonly GoValue[], indent: number, context: Context): void {
  const compact = context === 'value' && !out.indention && out.style !== 'sigs-indented'
  const inner = compact && indent >= 0 ? indent : indent < 0 ? 0 : indent + bestIndent
  for (const item of items) {
    const at = firstPlace(item)
    writeIndent(out, inner, at)
    indicator(out, '-', at, true, false, true)
    emitNode(out, item, inner, 'item')
  }
}

/** The place of the first thing that is written of a value: the dash before a map belongs to its first key. */
function firstPlace(value: GoValue): Span {
  if (value.kind === 'map') for (const { key } of value.entries.values()) return placeOf(key)
  return placeOfValue(value)
}

type Style = 'plain' | 'single' | 'double' | 'literal'

interface Scalar {
  readonly text: Text
  readonly at: Span
  readonly style: Style
}

function scalarOf(out: Out, value: Exclude<GoValue, { kind: 'map' | 'list' }>): Scalar {
  if (value.kind === 'string') return { text: value.text, at: value.at, style: stringStyle(value.text) }
  const at = placeOf(value.text)
  return { text: asWritten(value.text, canonical(out, value)), at, style: 'plain' }
}

function canonical(out: Out, value: Exclude<GoValue, { kind: 'map' | 'list' | 'string' }>): string {
  if (value.kind === 'null') return 'null'
  if (value.kind !== 'float') return String(value.value)
  return out.style === 'sigs' ? goJsonFloat(value.value) : goFloatText(value.value)
}

const asWritten = (text: Text, canonicalForm: string): Text =>
  text.value === canonicalForm
    ? text
    : {
        value: canonicalForm,
        pieces: [{ end: canonicalForm.length, at: placeOf(text), exact: false, via: text.pieces[0]?.via ?? [] }],
      }

/** A float after JSON and go-yaml v2's reading of it: what is integral and fits 64 bits prints as an integer. */
export function goJsonFloat(value: number): string {
  if (!Number.isFinite(value)) return goFloatText(value)
  const isInt = Number.isInteger(value) && Math.abs(value) < 1e21
  if (!isInt) return goFloatText(value)
  const exact = BigInt(value.toString())
  return exact >= -(2n ** 63n) && exact < 2n ** 64n ? exact.toString() : goFloatText(value)
}

/** encode.go, stringv: literal when there is a line break, double quotes where plain would be something else. */
function stringStyle(text: Text): Style {
  if (text.value.includes('\n')) return 'literal'
  const resolved = resolveGoScalar(text, 'v2').kind
  return resolved !== 'string' || goTime(text.value) !== undefined || isBase60(text.value) ? 'double' : 'plain'
}

const isBase60 = (value: string): boolean => /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(value)

function emitScalar(out: Out, scalar: Scalar, indent: number, context: Context): void {
  const style = styleOf(out, scalar, context)
  const inner = indent < 0 ? bestIndent : indent + bestIndent
  // v3 sets no width, so only v2 folds.
  const folds = context !== 'key' && out.style === 'sigs'
  if (style === 'literal') {
    writeLiteral(out, scalar, inner)
    return
  }
  if (style === 'plain') {
    if (!out.whitespace) put(out, ' ', scalar.at)
    writeFlow(out, scalar, inner, folds, 'plain')
  } else {
    const quote = style === 'single' ? "'" : '"'
    indicator(out, quote, scalar.at, true, false, false)
    writeFlow(out, scalar, inner, folds, style)
    indicator(out, quote, scalar.at, false, false, false)
  }
  out.whitespace = false
  out.indention = false
}

/** yaml_emitter_select_scalar_style */
function styleOf(out: Out, scalar: Scalar, context: Context): Style {
  const value = scalar.text.value
  const allowed = analyse(value, out.style !== 'sigs')
  let style = scalar.style
  if (context === 'key' && allowed.multiline) style = 'double'
  if (style === 'plain' && !allowed.plain) style = 'single'
  if (style === 'single' && !allowed.single) style = 'double'
  return style === 'literal' && (!allowed.block || context === 'key') ? 'double' : style
}

interface Allowed {
  readonly multiline: boolean
  readonly plain: boolean
  readonly single: boolean
  readonly block: boolean
}

const simple: Allowed = { multiline: false, plain: true, single: true, block: true }
const breaks = /[\n\r\x85\u2028\u2029]/
// is_printable of yamlprivateh.go: no tab, nothing beyond the basic plane, no byte order mark.
const special = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/
const startsAsIndicator = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?:[ \t]|$))/

/** yaml_emitter_analyze_scalar, in block context. Only v3 lets a tab stand in a literal. */
function analyse(value: string, tabs: boolean): Allowed {
  if (/^[A-Za-z0-9_./-]*$/.test(value) && !/^(?:---|\.\.\.|-$)/.test(value)) return simple
  const multiline = breaks.test(value)
  const trailing = value.endsWith(' ')
  const hasTab = tabs && value.includes('\t')
  const isSpecial = special.test(hasTab ? value.replaceAll('\t', '') : value) || / [\n\r\x85\u2028\u2029]/.test(value)
  const breakThenSpace = /[\n\r\x85\u2028\u2029] /.test(value)
  const indicators = startsAsIndicator.test(value) || /:(?:[ \t]|$)/.test(value) || /[\s\x85]#/.test(value)
  return {
    multiline,
    plain: !multiline && !trailing && !value.startsWith(' ') && !isSpecial && !hasTab && !indicators,
    single: !breakThenSpace && !isSpecial && !hasTab,
    block: !trailing && !isSpecial,
  }
}

const escapes: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\x85': '\\N',
  '\xa0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P',
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0) as number
  const hex = code.toString(16).toUpperCase()
  if (escapes[character]) return escapes[character]
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
}

/** The three flow styles fold at a single space behind the best width. */
function writeFlow(out: Out, { text, at }: Scalar, indent: number, folds: boolean, style: Style): void {
  const { value } = text
  // is_bom of yamlprivateh.go looks at the first character, whichever it is asked about.
  const escapesAll = style === 'double' && value.startsWith('\ufeff')
  let run = 0
  let column = out.column
  const flush = (end: number): void => copy(out, text, run, end)
  const instead = (index: number, length: number, characters: string): void => {
    flush(index)
    put(out, characters, pieceAt(text, index)?.at ?? at)
    run = index + length
    column = out.column
  }
  let spaces = false
  let broken = false
  for (let index = 0; index < value.length; ) {
    const character = value[index] as string
    if (character === ' ' && !escapesAll) {
      if (folds && !spaces && column > bestWidth && mayFold(value, index, style)) {
        flush(index)
        writeFold(out, indent, at, style === 'double' && value[index + 1] === ' ')
        run = index + 1
        column = out.column
      } else column += 1
      spaces = true
      index += 1
    } else if (
      style === 'double' &&
      (escapesAll || special.test(character) || character === '"' || character === '\\' || breaks.test(character))
    ) {
      const whole = String.fromCodePoint(value.codePointAt(index) as number)
      instead(index, whole.length, escapeOf(whole))
      spaces = false
      index += whole.length
    } else if (style !== 'double' && breaks.test(character)) {
      instead(index, 1, character === '\n' && !broken ? '\n\n' : character)
      out.column = column = 0
      out.indention = true
      broken = true
      index += 1
    } else {
      if (broken) {
        writeIndent(out, indent, at)
        column = out.column
      }
      if (style === 'single' && character === "'") instead(index, 0, "'")
      if ((value.charCodeAt(index) & 0xfc00) !== 0xdc00) column += 1
      out.indention = false
      broken = spaces = false
      index += 1
    }
  }
  flush(value.length)
}

function mayFold(value: string, index: number, style: Style): boolean {
  if (style === 'plain') return value[index + 1] !== ' '
  const inside = index > 0 && index < value.length - 1
  return style === 'single' ? inside && value[index + 1] !== ' ' : inside
}

function writeFold(out: Out, indent: number, at: Span, escaped: boolean): void {
  out.indention = false
  writeIndent(out, indent, at)
  if (escaped) put(out, '\\', at)
}

function writeLiteral(out: Out, { text, at }: Scalar, indent: number): void {
  const { value } = text
  indicator(out, `|${hintsOf(value)}`, at, true, false, false)
  put(out, '\n', at)
  out.indention = true
  out.whitespace = true
  let start = 0
  for (const match of value.matchAll(/[\n\x85\u2028\u2029]/g)) {
    if (match.index > start) {
      writeIndent(out, indent, pieceAt(text, start)?.at ?? at)
      copy(out, text, start, match.index)
      out.indention = false
    }
    copy(out, text, match.index, match.index + 1)
    out.column = 0
    out.indention = true
    start = match.index + 1
  }
  if (start < value.length) {
    writeIndent(out, indent, pieceAt(text, start)?.at ?? at)
    copy(out, text, start, value.length)
    out.indention = false
  }
}

/** yaml_emitter_write_block_scalar_hints */
function hintsOf(value: string): string {
  const indent = /^[ \n\r\x85\u2028\u2029]/.test(value) ? String(bestIndent) : ''
  if (!/[\n\r\x85\u2028\u2029]$/.test(value)) return `${indent}-`
  return /^.$|[\n\r\x85\u2028\u2029].$/s.test(value) ? `${indent}+` : indent
}

/**
 * The order of keys in go-yaml (sorter.go): natural, numbers by value, letters behind everything else. In v3 a digit that
 * both have in front turns letters to the front (`1a` before `1-`).
 */
export function compareGoKeys(a: string, b: string, dialect: GoDialect = 'v2'): number {
  let index = 0
  while (index < a.length && index < b.length && a[index] === b[index]) index += 1
  if (index === a.length || index === b.length) return a.length - b.length
  if ((a.charCodeAt(index) & 0xfc00) === 0xdc00) index -= 1
  const left = a.codePointAt(index) as number
  const right = b.codePointAt(index) as number
  const leftIsLetter = isLetter(left)
  const rightIsLetter = isLetter(right)
  if (leftIsLetter && rightIsLetter) return left - right
  const lettersFirst = dialect === 'v3' && /\d/.test(a[index - 1] ?? '')
  if (leftIsLetter || rightIsLetter) return rightIsLetter === lettersFirst ? 1 : -1
  return compareDigits(a, b, index) || left - right
}

const isLetter = (code: number): boolean =>
  code < 128 ? (code >= 97 && code <= 122) || (code >= 65 && code <= 90) : /\p{L}/u.test(String.fromCodePoint(code))

function compareDigits(a: string, b: string, from: number): number {
  let seed = 0n
  if (a[from] === '0' || b[from] === '0')
    for (let back = from - 1; back >= 0 && /\d/.test(a[back] as string); back -= 1)
      if (a[back] !== '0') {
        seed = 1n
        break
      }
  const digitsFrom = (value: string): string => /^\d*/.exec(value.slice(from))?.[0] as string
  const [one, other] = [digitsFrom(a), digitsFrom(b)]
  const numberOf = (digits: string): bigint => BigInt.asIntN(64, BigInt(`${seed}${digits}`))
  const [left, right] = [numberOf(one), numberOf(other)]
  if (left !== right) return left < right ? -1 : 1
  return one.length - other.length
}
