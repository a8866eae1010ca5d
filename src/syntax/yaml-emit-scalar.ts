import type { Span } from '../source/span.ts'
import { pieceAt, type Text } from '../source/text.ts'
import { bestIndent, copy, indicator, type Out, put, writeIndent } from './yaml-emit-output.ts'
import { goTime, resolveGoScalar } from './yaml-go.ts'

const bestWidth = 80

export type Context = 'root' | 'item' | 'value' | 'key'

export type Style = 'plain' | 'single' | 'double' | 'literal'

export interface Scalar {
  readonly text: Text
  readonly at: Span
  readonly style: Style
}

/** encode.go, stringv: literal when there is a line break, double quotes where plain would be something else. */
export function stringStyle(text: Text): Style {
  if (text.value.includes('\n')) return 'literal'
  const resolved = resolveGoScalar(text, 'v2').kind
  return resolved !== 'string' || goTime(text.value) !== undefined || isBase60(text.value) ? 'double' : 'plain'
}

const isBase60 = (value: string): boolean => /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(value)

export function emitScalar(out: Out, scalar: Scalar, indent: number, context: Context): void {
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
