import { concat, concatAll, emptyText, placeOf, remade, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, type Names, obscured } from '../../source/unknown.ts'
import { type FormatPart, parseFormat } from '../../syntax/printf.ts'
import { readEscapes } from '../../syntax/shell-escapes.ts'
import { done, opaque } from '../text/outcome.ts'
import { command } from '../tool.ts'

type Conversion = Extract<FormatPart, { kind: 'conversion' }>

/** No real script prints more from one call; a format without end would. */
const longestOutput = 1_000_000

/** Bash's builtin: the format is used again as long as arguments are left. */
export const printf = command('printf', (call, machine) => {
  const named = call.args[0]?.value === '-v' ? call.args[1] : undefined
  const rest = call.args.slice(named ? 2 : 0)
  const [format, ...args] = rest[0]?.value === '--' ? rest.slice(1) : rest
  const printed = format && !holdsUnknown(format.value) ? formatted(machine.names, format, args) : undefined
  const outcome = printed ? done(printed) : opaque(call, machine, [])
  if (!named) return outcome
  const exported = machine.variables.get(named.value)?.exported ?? false
  machine.variables = new Map([...machine.variables, [named.value, { text: outcome.stdout, exported }]])
  return done()
})

function formatted(names: Names, format: Text, args: readonly Text[]): Text | undefined {
  const parts = parseFormat(format)
  if (!parts) return undefined
  const conversions = parts.filter((part) => part.kind === 'conversion').length
  const printed: Text[] = []
  let length = 0
  let used = 0
  do {
    for (const part of parts) {
      const { text, stops } =
        part.kind === 'literal' ? readEscapes(part.text, 'printf') : (converted(names, part, args[used++]) ?? undecided)
      if (!text) return undefined
      printed.push(text)
      length += text.value.length
      if (stops) return concatAll(printed)
      if (length > longestOutput) return undefined
    }
  } while (conversions > 0 && used < args.length)
  return concatAll(printed)
}

const undecided = { text: undefined, stops: false }

function converted(
  names: Names,
  part: Conversion,
  arg: Text | undefined,
): { readonly text: Text; readonly stops: boolean } | undefined {
  if (part.width.includes('*') || part.precision?.includes('*') || Number(part.width || 0) > longestOutput)
    return undefined
  if (part.conversion === 's') return { text: padded(names, part, cutTo(names, part, arg ?? emptyText)), stops: false }
  if (part.conversion === 'b') {
    const { text, stops } = readEscapes(arg ?? emptyText, '%b')
    return { text: padded(names, part, cutTo(names, part, text)), stops }
  }
  if (part.conversion === 'c' || part.conversion === 'q') {
    const text = part.conversion === 'c' ? firstCharacter(names, arg ?? emptyText) : quotedForShell(arg ?? emptyText)
    return text && { text: padded(names, part, text), stops: false }
  }
  const text = number(names, part, arg)
  return text && { text, stops: false }
}

const firstCharacter = (names: Names, text: Text): Text | undefined => {
  const [first] = text.value
  if (first === undefined || first > '\x7f')
    return first && holdsUnknown(first) ? obscured(names, 'printf %c', text) : undefined
  return slice(text, 0, 1)
}

/** Quotes are only certain to be missing where nothing needs them (Bash, lib/sh/shquote.c). */
const quotedForShell = (text: Text): Text | undefined => (/^[\w./:@%+=-]+$/.test(text.value) ? text : undefined)

function cutTo(names: Names, part: Conversion, text: Text): Text {
  if (part.precision === undefined) return text
  const start = slice(text, 0, Number(part.precision || 0))
  return holdsUnknown(text.value) ? obscured(names, `printf ${part.text.value}`, text) : start
}

function padded(names: Names, part: Conversion, text: Text): Text {
  const width = Number(part.width || 0)
  if (width === 0) return text
  if (holdsUnknown(text.value)) return obscured(names, `printf ${part.text.value}`, text)
  const padding = spoken(' '.repeat(Math.max(0, width - text.value.length)), placeOf(part.text))
  return part.flags.includes('-') ? concat(text, padding) : concat(padding, text)
}

function number(names: Names, part: Conversion, arg: Text | undefined): Text | undefined {
  const source = arg && arg.value !== '' ? arg : part.text
  if (arg && holdsUnknown(arg.value)) return obscured(names, `printf ${part.text.value}`, arg)
  const value = arg ? integer(arg.value) : 0
  if (value === undefined) return undefined
  const digits = digitsOf(part, value)
  return digits === undefined ? undefined : replaced(source, withWidth(part, digits))
}

/** The same characters keep their place; others stand for the argument as a whole. */
const replaced = (source: Text, value: string): Text =>
  value === source.value ? source : source.value === '' ? emptyText : remade(source, value)

function integer(value: string): number | undefined {
  const number = /^[-+]?(?:[1-9]\d{0,14}|0[xX][0-9a-fA-F]{1,12}|0[0-7]{0,15})$/.exec(value.trim())
  if (!number) return undefined
  const [sign, digits] = /^[-+]/.test(number[0]) ? [number[0][0], number[0].slice(1)] : ['+', number[0]]
  const size = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits)
  return sign === '-' ? -size : size
}

function digitsOf(part: Conversion, value: number): string | undefined {
  const { conversion, flags, precision } = part
  if (/[#']/.test(flags)) return undefined
  const sign = value < 0 ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''
  const size = Math.abs(value)
  if (conversion === 'd' || conversion === 'i')
    return precision === undefined ? `${sign}${size}` : `${sign}${String(size).padStart(Number(precision || 0), '0')}`
  if (value < 0 || precision !== undefined) return undefined
  if (conversion === 'u') return String(size)
  if (conversion === 'x') return size.toString(16)
  if (conversion === 'X') return size.toString(16).toUpperCase()
  return conversion === 'o' ? size.toString(8) : undefined
}

function withWidth({ flags, width, precision }: Conversion, digits: string): string {
  const size = Number(width || 0)
  if (flags.includes('-')) return digits.padEnd(size)
  if (!flags.includes('0') || precision !== undefined) return digits.padStart(size)
  const sign = /^[-+ ]/.test(digits) ? (digits[0] as string) : ''
  return sign + digits.slice(sign.length).padStart(size - sign.length, '0')
}
