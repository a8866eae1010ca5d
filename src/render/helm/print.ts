import type { Span } from '../../source/span.ts'
import { slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { quotedText } from '../../syntax/go-quote.ts'
import { goFloatText } from '../../syntax/yaml-go.ts'
import { toHex } from './hash.ts'
import { joined, madeOf } from './pieces.ts'
import { checkSize, isNil, keysInOrder, type StoredValue, typeOf, type Value } from './value.ts'

const encoder = new TextEncoder()

/** What `%v` prints of a float: as strconv does, with Go's names for what is no number. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf'
  return goFloatText(value)
}

/** Go's `%v` (fmt.Sprint of one operand): characters keep their places, brackets stand at `here`. */
export function printed(value: Value, here: Span): Text {
  checkSize(value)
  return shown(value, here)
}

function shown(value: Value, here: Span): Text {
  switch (value?.kind) {
    case undefined:
    case 'null':
      return spoken('<nil>', here)
    case 'string':
    case 'unknown':
      return value.text
    case 'bool':
    case 'int':
      return canonical(value.text, String(value.value), here)
    case 'float':
      return canonical(value.text, floatText(value.value), here)
    case 'bytes':
      return madeOf(`[${encoder.encode(value.text.value).join(' ')}]`, here, [value.text])
    case 'struct':
      return value.print()
    case 'list':
      return bracketed(
        '[',
        value.items.map((item) => shown(item, here)),
        here,
      )
    case 'map': {
      if (value.rest) return value.rest
      const entries = keysInOrder(value).map((key) => {
        const one = value.entries.get(key) as { key: Text; value: StoredValue }
        return joined([one.key, spoken(':', here), shown(one.value, here)])
      })
      return bracketed('map[', entries, here)
    }
  }
}

const canonical = (text: Text, form: string, here: Span): Text =>
  text.value === form ? text : madeOf(form, here, [text])

function bracketed(open: string, parts: readonly Text[], here: Span): Text {
  const between = spoken(' ', here)
  return joined([
    spoken(open, here),
    ...parts.flatMap((part, index) => (index === 0 ? [part] : [between, part])),
    spoken(']', here),
  ])
}

/** fmt.Sprint: a space between operands when neither is a string. */
export function sprint(values: readonly Value[], here: Span): Text {
  const parts: Text[] = []
  values.forEach((value, index) => {
    const before = values[index - 1]
    if (index > 0 && value?.kind !== 'string' && before?.kind !== 'string') parts.push(spoken(' ', here))
    parts.push(printed(value, here))
  })
  return joined(parts)
}

/** fmt.Sprintln */
export const sprintln = (values: readonly Value[], here: Span): Text =>
  joined([
    ...values.flatMap((value, index) =>
      index === 0 ? [printed(value, here)] : [spoken(' ', here), printed(value, here)],
    ),
    spoken('\n', here),
  ])

interface Directive {
  readonly verb: string
  readonly minus: boolean
  readonly plus: boolean
  readonly sharp: boolean
  readonly space: boolean
  readonly zero: boolean
  readonly width: number | undefined
  readonly precision: number | undefined
}

const directive = /%([-+# 0]*)(\[\d+\])?(\*|\d+)?(?:\.(\[\d+\])?(\*|\d+)?)?(\[\d+\])?([\s\S])?/gu
/** fmt refuses wider ones ("%!(BADWIDTH)"). */
const widest = 1_000_000

/** fmt.Sprintf, with the places of format and operands kept. */
export function sprintf(format: Text, values: readonly Value[], here: Span): Text {
  const parts: Text[] = []
  let run = 0
  let next = 0
  let reordered = false
  const take = (): Value | 'missing' => (next < values.length ? values[next++] : 'missing')
  const reorder = (index: string | undefined): void => {
    if (!index) return
    next = Number(index.slice(1, -1)) - 1
    reordered = true
  }
  const starred = (written: string | undefined): number | undefined => {
    if (written !== '*') return written === undefined ? undefined : Math.min(Number(written), widest)
    const value = take()
    return value !== 'missing' && value?.kind === 'int' ? Math.min(Number(value.value), widest) : undefined
  }
  for (const match of format.value.matchAll(directive)) {
    parts.push(slice(format, run, match.index))
    run = match.index + match[0].length
    const [, flags = '', widthIndex, widthWritten, , precisionWritten, index, verb] = match
    reorder(widthIndex)
    const width = starred(widthWritten)
    const precision = match[0].includes('.') ? (starred(precisionWritten) ?? 0) : undefined
    reorder(index)
    if (verb === undefined) {
      parts.push(spoken('%!(NOVERB)', here))
      continue
    }
    if (verb === '%') {
      parts.push(slice(format, run - 1, run))
      continue
    }
    const value = take()
    if (value === 'missing') {
      parts.push(spoken(`%!${verb}(${reordered ? 'BADINDEX' : 'MISSING'})`, here))
      continue
    }
    const minus = flags.includes('-') || (width ?? 0) < 0
    parts.push(
      padded(
        formatted(
          value,
          {
            verb,
            minus,
            plus: flags.includes('+'),
            sharp: flags.includes('#'),
            space: flags.includes(' '),
            zero: flags.includes('0') && !minus,
            width: width === undefined ? undefined : Math.abs(width),
            precision,
          },
          here,
        ),
        { minus, zero: flags.includes('0') && !minus, width: width === undefined ? 0 : Math.abs(width) },
        value,
        here,
      ),
    )
  }
  parts.push(slice(format, run))
  if (!reordered && next < values.length) {
    const extra = values
      .slice(next)
      .map((value) => (isNil(value) ? '<nil>' : `${typeOf(value)}=${printed(value, here).value}`))
    parts.push(spoken(`%!(EXTRA ${extra.join(', ')})`, here))
  }
  return joined(parts)
}

function padded(
  text: Text,
  { minus, zero, width }: { minus: boolean; zero: boolean; width: number },
  value: Value,
  here: Span,
): Text {
  const missing = width - [...text.value].length
  if (missing <= 0 || holdsUnknown(text.value)) return text
  if (minus) return joined([text, spoken(' '.repeat(missing), here)])
  if (!zero) return joined([spoken(' '.repeat(missing), here), text])
  const isNumber = value?.kind === 'int' || value?.kind === 'float'
  const sign = isNumber && /^[-+]/.test(text.value) ? 1 : 0
  return joined([slice(text, 0, sign), spoken('0'.repeat(missing), here), slice(text, sign)])
}

function formatted(value: Value, how: Directive, here: Span): Text {
  const { verb } = how
  checkSize(value)
  if (value?.kind === 'unknown') return value.text
  if (verb === 'T') return spoken(typeOf(value), here)
  if (isNil(value)) return spoken(verb === 'v' ? '<nil>' : `%!${verb}(<nil>)`, here)
  if (verb === 'v' && !how.sharp)
    return how.plus && (value.kind === 'int' || value.kind === 'float')
      ? signed(value, how, here)
      : printed(value, here)
  switch (value.kind) {
    case 'list':
      return bracketed(
        '[',
        value.items.map((item) => formatted(item, how, here)),
        here,
      )
    case 'map': {
      if (value.rest) return value.rest
      const entries = keysInOrder(value).map((key) => {
        const one = value.entries.get(key) as { key: Text; value: StoredValue }
        const name = formatted({ kind: 'string', text: one.key, at: here }, how, here)
        return joined([name, spoken(':', here), formatted(one.value, how, here)])
      })
      return bracketed('map[', entries, here)
    }
    case 'string':
    case 'bytes':
      return formattedString(value.text, value, how, here)
    case 'bool':
      return verb === 't' || verb === 'v' ? printed(value, here) : bad(value, verb, here)
    case 'int':
      return formattedInt(value.value, value, how, here)
    case 'float':
      return formattedFloat(value.value, value, how, here)
    case 'struct':
      return verb === 's' || verb === 'v' ? value.print() : bad(value, verb, here)
  }
}

const bad = (value: Value, verb: string, here: Span): Text =>
  spoken(`%!${verb}(${typeOf(value)}=${printed(value, here).value})`, here)

function signed(value: Value, how: Directive, here: Span): Text {
  const text = printed(value, here)
  return how.plus && !text.value.startsWith('-') ? joined([spoken('+', here), text]) : text
}

function formattedString(text: Text, value: Value, how: Directive, here: Span): Text {
  const cut =
    how.precision === undefined ? text : slice(text, 0, [...text.value].slice(0, how.precision).join('').length)
  switch (how.verb) {
    case 's':
      return cut
    case 'v':
    case 'q':
      return how.sharp && how.verb === 'q' && !/[`\n]/.test(cut.value)
        ? joined([spoken('`', here), cut, spoken('`', here)])
        : quotedText(cut, (mark) => spoken(mark, here))
    case 'x':
    case 'X': {
      const hex = toHex(encoder.encode(cut.value))
      return madeOf(how.verb === 'X' ? hex.toUpperCase() : hex, here, [text])
    }
    default:
      return bad(value, how.verb, here)
  }
}

const bases: Readonly<Record<string, number>> = { b: 2, o: 8, O: 8, x: 16, X: 16 }

function formattedInt(number: bigint, value: Value, how: Directive, here: Span): Text {
  const { verb } = how
  if (verb === 'd' || verb === 'v') {
    const digits = (number < 0n ? -number : number).toString().padStart(how.precision ?? 0, '0')
    const sign = number < 0n ? '-' : how.plus ? '+' : how.space ? ' ' : ''
    const whole = printed(value, here)
    return whole.value === sign + digits ? whole : madeOf(sign + digits, here, [whole])
  }
  const base = bases[verb]
  if (base !== undefined) {
    const digits = (number < 0n ? -number : number).toString(base)
    const prefix = verb === 'O' ? '0o' : how.sharp ? ({ b: '0b', o: '0', x: '0x', X: '0X' }[verb] ?? '') : ''
    const shown = verb === 'X' ? digits.toUpperCase() : digits
    return madeOf(`${number < 0n ? '-' : ''}${prefix}${shown}`, here, [printed(value, here)])
  }
  if (verb === 'c')
    return madeOf(String.fromCodePoint(Number(BigInt.asUintN(21, number)) % 0x110000), here, [printed(value, here)])
  if (verb === 'q') return spoken(`'${String.fromCodePoint(Number(BigInt.asUintN(20, number)))}'`, here)
  if (verb === 'U') return spoken(`U+${number.toString(16).toUpperCase().padStart(4, '0')}`, here)
  return bad(value, verb, here)
}

function formattedFloat(number: number, value: Value, how: Directive, here: Span): Text {
  const sign = how.plus && number >= 0 ? '+' : how.space && number >= 0 ? ' ' : ''
  const made = (digits: string): Text => madeOf(sign + digits, here, [printed(value, here)])
  if (!Number.isFinite(number)) return made(floatText(number))
  switch (how.verb) {
    case 'f':
    case 'F':
      return made(fixed(number, how.precision ?? 6))
    case 'e':
    case 'E': {
      const digits = number.toExponential(Math.min(how.precision ?? 6, 100)).replace(/e([+-])(\d)$/, 'e$10$2')
      return made(how.verb === 'E' ? digits.toUpperCase() : digits)
    }
    case 'g':
    case 'G':
    case 'v':
      return made(how.precision === undefined ? floatText(number) : general(number, how.precision || 1))
    default:
      return bad(value, how.verb, here)
  }
}

/** Exact decimal digits: toFixed is exact below 1e21, beyond it every double is an integer. */
function fixed(number: number, digits: number): string {
  if (Math.abs(number) < 1e21) return number.toFixed(Math.min(digits, 100))
  return BigInt(number).toString() + (digits > 0 ? `.${'0'.repeat(Math.min(digits, 100))}` : '')
}

function general(number: number, precision: number): string {
  const digits = Math.min(precision, 100)
  const power = Number(number.toExponential(digits - 1).split('e')[1])
  if (power < -4 || power >= digits)
    return number
      .toExponential(digits - 1)
      .replace(/\.?0+e/, 'e')
      .replace(/e([+-])(\d)$/, 'e$10$2')
  const shown = number.toFixed(Math.max(0, Math.min(100, digits - 1 - power)))
  return shown.includes('.') ? shown.replace(/\.?0+$/, '') : shown
}

export const quoted = (text: Text, here: Span): Text => quotedText(text, (mark) => spoken(mark, here))
