import { concatAll, placeOf, slice, spoken, type Text } from '../source/text.ts'

/**
 * Whose escapes: `echo -e` and printf's `%b` write octal as `\0nnn`, a printf format and `$'…'` as `\nnn`
 * (Bash 5.2, builtins/printf.def and lib/sh/strtrans.c).
 */
export type EscapeDialect = 'echo' | 'printf' | '%b'

export interface Unescaped {
  readonly text: Text
  /** `\c` was read: nothing more is printed. */
  readonly stops: boolean
}

const escapeSequence =
  /\\(?:([abeEfnrtv\\"'?c])|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|(0?)([0-7]{1,3}))/g

const plainEscapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
  '?': '?',
}

/** Backslash escapes as Bash's `echo -e` and `printf` read them. What is no escape stays as it is. */
export function readEscapes(text: Text, dialect: EscapeDialect): Unescaped {
  const parts: Text[] = []
  let from = 0
  for (const match of text.value.matchAll(escapeSequence)) {
    if (match.index < from) continue
    const read = character(match, dialect)
    if (read === undefined) continue
    parts.push(slice(text, from, match.index))
    if (read.value === 'stop') return { text: concatAll(parts), stops: true }
    const end = match.index + read.length
    parts.push(spoken(read.value, placeOf(slice(text, match.index, end))))
    from = end
  }
  return { text: concatAll([...parts, slice(text, from)]), stops: false }
}

function character(match: RegExpMatchArray, dialect: EscapeDialect): { value: string; length: number } | undefined {
  const [whole, letter, byte, short, long, zero, octal] = match
  if (letter === 'c') return dialect === 'printf' ? undefined : { value: 'stop', length: whole.length }
  if (letter !== undefined) {
    if (dialect === 'echo' && (letter === '"' || letter === "'" || letter === '?')) return undefined
    return { value: plainEscapes[letter] as string, length: whole.length }
  }
  const hex = byte ?? short ?? long
  if (hex !== undefined) return { value: codePoint(Number.parseInt(hex, 16)), length: whole.length }
  if (dialect === 'echo' && zero === '') return undefined
  const digits = dialect === 'printf' ? `${zero}${octal}`.slice(0, 3) : (octal as string)
  return {
    value: codePoint(Number.parseInt(digits, 8) & 0xff),
    length: dialect === 'printf' ? 1 + digits.length : whole.length,
  }
}

/** Private-use characters are this program's unknowns: they cannot be written. */
const codePoint = (code: number): string =>
  code > 0x10ffff || (code >= 0xe000 && code <= 0xf8ff) ? '\ufffd' : String.fromCodePoint(code)
