import { concat, emptyText, placeOf, slice, spoken, type Text } from '../source/text.ts'
import type { ScalarStyle } from './yaml.ts'

/**
 * The decoded value of a scalar with its characters' places. `raw` is the scalar as written (quotes and block header
 * included), `value` what the YAML library made of it. The decoding here only tells which characters came from where; when
 * it does not arrive at the library's value, the value is placed at the scalar as a whole.
 */
export function decodeScalar(raw: Text, value: string, style: ScalarStyle): Text {
  if (value === '') return emptyText
  if (raw.value === value) return raw
  const decoded = decoders[style](raw)
  return decoded?.value === value ? decoded : spoken(value, placeOf(raw))
}

const decoders: Readonly<Record<ScalarStyle, (raw: Text) => Text | undefined>> = {
  plain: (raw) => foldFlow(raw, 0, raw.value.length, noEscape),
  single: (raw) => foldFlow(raw, 1, raw.value.length - 1, singleEscape),
  double: (raw) => foldFlow(raw, 1, raw.value.length - 1, doubleEscape),
  literal: (raw) => block(raw, false),
  folded: (raw) => block(raw, true),
}

/** What stands at an offset when it is not the character itself: its decoded text and how many characters it takes. */
type Escape = (raw: Text, offset: number) => { readonly text: Text; readonly length: number } | undefined

const noEscape: Escape = () => undefined

const singleEscape: Escape = (raw, offset) =>
  raw.value.startsWith("''", offset) ? { text: slice(raw, offset, offset + 1), length: 2 } : undefined

const simpleEscapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
}
const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

const doubleEscape: Escape = (raw, offset) => {
  if (raw.value[offset] !== '\\') return undefined
  const kind = raw.value[offset + 1] ?? ''
  const digits = hexLengths[kind]
  const length = digits === undefined ? 2 : 2 + digits
  const code = digits === undefined ? undefined : Number.parseInt(raw.value.slice(offset + 2, offset + length), 16)
  const decoded = code === undefined ? simpleEscapes[kind] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined
  if (decoded === undefined) return undefined
  if (decoded === kind) return { text: slice(raw, offset + 1, offset + 2), length }
  return { text: spoken(decoded, placeOf(slice(raw, offset, offset + length))), length }
}

/** Flow scalars: a line break with the white space around it becomes a space, further breaks stay breaks. */
function foldFlow(raw: Text, start: number, end: number, escapeAt: Escape): Text {
  const parts: Text[] = []
  let run = start
  let offset = start
  const flush = (): void => {
    if (run < offset) parts.push(slice(raw, run, offset))
  }
  while (offset < end) {
    const fold = foldAt(raw.value, offset, end)
    const escaped = fold ? undefined : escapeAt(raw, offset)
    if (fold) {
      flush()
      if (fold.value) parts.push(spoken(fold.value, placeOf(slice(raw, offset, fold.end))))
      run = offset = fold.end
    } else if (escaped) {
      flush()
      parts.push(escaped.text)
      run = offset += escaped.length
    } else offset += 1
  }
  flush()
  return concat(...parts)
}

function foldAt(
  value: string,
  offset: number,
  end: number,
): { readonly value: string; readonly end: number } | undefined {
  if (!/[ \t\\\r\n]/.test(value[offset] ?? '')) return undefined
  const pattern = /[ \t]*(\\?)(\r?\n[ \t]*)+/y
  pattern.lastIndex = offset
  const match = pattern.exec(value)
  if (!match || offset + match[0].length > end) return undefined
  const breaks = match[0].split('\n').length - 1
  const escapedBreak = match[1] === '\\'
  if (escapedBreak) {
    const before = match[0].slice(0, match[0].indexOf('\\'))
    return { value: before + '\n'.repeat(breaks - 1), end: offset + match[0].length }
  }
  return { value: breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), end: offset + match[0].length }
}

interface BlockLine {
  readonly text: Text
  readonly lineBreak: Text
}

/** Block scalars: header, then lines with their indentation taken off; folded ones join neighbouring lines by a space. */
function block(raw: Text, folded: boolean): Text | undefined {
  const header = /^[|>]([-+0-9]*)[ \t]*(?:#[^\n]*)?\r?(?:\n|$)/.exec(raw.value)
  if (!header) return undefined
  const chomping = /[-+]/.exec(header[1] ?? '')?.[0] ?? ''
  const all = blockLines(slice(raw, header[0].length))
  const indent = indentOf(all, header[1] ?? '')
  const stripped = all.map((line) => ({
    ...line,
    text: slice(line.text, Math.min(indent, leadingSpaces(line.text.value))),
  }))
  const content = stripped.slice(0, stripped.findLastIndex((line) => line.text.value !== '') + 1)
  const rest = stripped.slice(content.length)
  const body = folded
    ? foldLines(content)
    : content.flatMap((line, index) => (index === content.length - 1 ? [line.text] : [line.text, newline(line)]))
  const last = content.at(-1)
  const tail =
    chomping === '-'
      ? []
      : chomping === '+'
        ? [...(last ? [last] : []), ...rest].map(newline)
        : last
          ? [newline(last)]
          : []
  return concat(...body, ...tail)
}

const newline = (line: BlockLine): Text =>
  line.lineBreak.value === '\n' ? line.lineBreak : spoken(line.lineBreak.value && '\n', placeOf(line.lineBreak))

function blockLines(raw: Text): readonly BlockLine[] {
  const found: BlockLine[] = []
  let start = 0
  for (const match of raw.value.matchAll(/\r?\n/g)) {
    found.push({
      text: slice(raw, start, match.index),
      lineBreak: slice(raw, match.index, match.index + match[0].length),
    })
    start = match.index + match[0].length
  }
  if (start < raw.value.length) found.push({ text: slice(raw, start), lineBreak: emptyText })
  return found
}

const leadingSpaces = (line: string): number => line.length - line.replace(/^ +/, '').length

function indentOf(all: readonly BlockLine[], header: string): number {
  const first = all.find((line) => line.text.value.trim() !== '')
  const own = first ? leadingSpaces(first.text.value) : Math.max(0, ...all.map((line) => line.text.value.length))
  const explicit = /[1-9]/.exec(header)?.[0]
  // An explicit indicator counts from the parent's indentation, which the raw text does not show: try the smallest that fits.
  return explicit === undefined
    ? own
    : Math.min(...all.filter((line) => line.text.value.trim() !== '').map((line) => leadingSpaces(line.text.value)))
}

function foldLines(content: readonly BlockLine[]): readonly Text[] {
  const parts: Text[] = []
  content.forEach((line, index) => {
    const next = content[index + 1]
    parts.push(line.text)
    if (!next) return
    const isText = (one: BlockLine | undefined): boolean =>
      one !== undefined && one.text.value !== '' && !/^[ \t]/.test(one.text.value)
    const nextText = content.slice(index + 1).find((one) => one.text.value !== '')
    if (isText(line) && isText(next)) parts.push(spoken(' ', placeOf(line.lineBreak)))
    else if (isText(line) && next.text.value === '' && isText(nextText)) return
    else parts.push(newline(line))
  })
  return parts
}
