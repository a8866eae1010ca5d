import { concat, placeOf, slice, spoken, type Text } from '../source/text.ts'

const simple: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
}
const escapeSequence = /\\(?:([abfnrtv\\'"])|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3}))/y

/**
 * The value of a Go string or rune literal (strconv.Unquote), character by character where it was written; undefined for
 * what Go calls invalid syntax.
 */
export function unquoteGo(literal: Text): Text | undefined {
  const { value } = literal
  const quote = value[0]
  if (value.length < 2 || quote !== value.at(-1)) return undefined
  const inner = slice(literal, 1, value.length - 1)
  if (quote === '`') return inner.value.includes('\r') ? withoutReturns(inner) : inner
  if (!inner.value.includes('\\')) return inner
  const parts: Text[] = []
  let run = 0
  for (let at = inner.value.indexOf('\\'); at >= 0; at = inner.value.indexOf('\\', run)) {
    escapeSequence.lastIndex = at
    const match = escapeSequence.exec(inner.value)
    const decoded = match ? decode(match) : undefined
    if (!match || decoded === undefined || badQuote(match[1], quote)) return undefined
    const end = at + match[0].length
    parts.push(slice(inner, run, at), spoken(decoded, placeOf(slice(inner, at, end))))
    run = end
  }
  return concat(...parts, slice(inner, run))
}

const badQuote = (escaped: string | undefined, quote: string | undefined): boolean =>
  (escaped === "'" && quote === '"') || (escaped === '"' && quote === "'")

function withoutReturns(text: Text): Text {
  const parts: Text[] = []
  let run = 0
  for (const match of text.value.matchAll(/\r/g)) {
    parts.push(slice(text, run, match.index))
    run = match.index + 1
  }
  return concat(...parts, slice(text, run))
}

function decode(match: RegExpExecArray): string | undefined {
  if (match[1]) return simple[match[1]]
  const code = match[5] ? Number.parseInt(match[5], 8) : Number.parseInt(match[2] ?? match[3] ?? match[4] ?? '', 16)
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || (match[5] && code > 255)) return undefined
  return String.fromCodePoint(code)
}

const short: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
}
/** What `%q` cannot show as it is: quote, backslash, and what Go's unicode.IsPrint refuses. */
const unprintable = /["\\]|(?! )[\p{C}\p{Z}]/gu

const isUnknown = (character: string): boolean => character >= '\uE000' && character <= '\uF8FF'

const escaped = (character: string): string => {
  const known = short[character]
  if (known) return known
  if (isUnknown(character)) return character
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, '0')}`
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
}

/** Go's strconv.Quote. Unknowns of a rehearsal pass. */
export const quoteGo = (value: string): string => `"${value.replace(unprintable, escaped)}"`

/** strconv.Quote of a text, whose characters keep their places; quotes and escapes stand where `around` says. */
export function quotedText(text: Text, mark: (mark: string) => Text): Text {
  const parts: Text[] = [mark('"')]
  let run = 0
  for (const match of text.value.matchAll(unprintable)) {
    if (isUnknown(match[0])) continue
    parts.push(slice(text, run, match.index))
    const end = match.index + match[0].length
    parts.push(spoken(escaped(match[0]), placeOf(slice(text, match.index, end))))
    run = end
  }
  return concat(...parts, slice(text, run), mark('"'))
}
