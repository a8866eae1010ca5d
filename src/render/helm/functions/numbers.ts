import { integerConstant } from '../../../syntax/go-number.ts'
import { CallError, Unsupported } from '../failure.ts'
import { type Functions, looks, makes, num, str } from '../function.ts'
import { printed } from '../print.ts'
import { float, int, list, type Value } from '../value.ts'

const wrap = (value: bigint): bigint => BigInt.asIntN(64, value)

/** cast.trimZeroDecimal (1.7.0): `1.0` is an integer. */
const trimZeroDecimal = (value: string): string => value.replace(/\.0+$/, '')

/** Go's conversion of a float64 to int64 on amd64. */
const truncated = (value: number): bigint =>
  Number.isFinite(value) && Math.abs(value) < 2 ** 63 ? BigInt(Math.trunc(value)) : -(2n ** 63n)

/** spf13/cast's ToInt64; what it cannot read is 0. */
export function toInt(value: Value): bigint {
  switch (value?.kind) {
    case 'int':
      return value.value
    case 'float':
      return truncated(value.value)
    case 'bool':
      return value.value ? 1n : 0n
    case 'string':
      return integerConstant(trimZeroDecimal(value.text.value)) ?? 0n
    default:
      return 0n
  }
}

/** spf13/cast's ToFloat64. */
function toFloat(value: Value): number {
  switch (value?.kind) {
    case 'int':
      return Number(value.value)
    case 'float':
      return value.value
    case 'bool':
      return value.value ? 1 : 0
    case 'string':
      return parseFloat64(value.text.value) ?? 0
    default:
      return 0
  }
}

function parseFloat64(written: string): number | undefined {
  if (/^[+-]?(?:inf|infinity)$/i.test(written)) return written.startsWith('-') ? -Infinity : Infinity
  if (/^nan$/i.test(written)) return Number.NaN
  return /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(written) ? Number(written) : undefined
}

const integers = (params: string, run: (values: readonly bigint[]) => bigint) =>
  looks(params, (values, { here }) => int(wrap(run(values.map(toInt))), here, 'int64'))
const floats = (params: string, run: (values: readonly number[]) => number) =>
  looks(params, (values, { here }) => float(run(values.map(toFloat)), here))

const divided = (a: bigint, b: bigint, run: (a: bigint, b: bigint) => bigint): bigint => {
  if (b === 0n) throw new CallError('runtime error: integer divide by zero')
  return run(a, b)
}

const inOrder = (values: readonly bigint[]): readonly bigint[] =>
  values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
const largest = (values: readonly bigint[]): bigint => inOrder(values).at(-1) ?? 0n
const smallest = (values: readonly bigint[]): bigint => inOrder(values)[0] ?? 0n

/** Decimal arithmetic as shopspring/decimal does it: exact, and 16 digits behind the point where a division is not. */
interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

function decimal(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const scale = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 }
}

const divisionDigits = 16

const operations: Readonly<Record<string, (a: Decimal, b: Decimal) => Decimal>> = {
  add: (a, b) => aligned(a, b, (x, y) => x + y),
  sub: (a, b) => aligned(a, b, (x, y) => x - y),
  mul: (a, b) => ({ digits: a.digits * b.digits, scale: a.scale + b.scale }),
  div: (a, b) => {
    if (b.digits === 0n) throw new CallError('decimal division by 0')
    const shift = divisionDigits + b.scale - a.scale
    const [top, bottom] =
      shift >= 0 ? [a.digits * 10n ** BigInt(shift), b.digits] : [a.digits, b.digits * 10n ** BigInt(-shift)]
    const quotient = top / bottom
    const rest = top % bottom
    const up = 2n * (rest < 0n ? -rest : rest) >= (bottom < 0n ? -bottom : bottom)
    const negative = top < 0n !== bottom < 0n
    return { digits: up ? quotient + (negative ? -1n : 1n) : quotient, scale: divisionDigits }
  },
}

function aligned(a: Decimal, b: Decimal, run: (a: bigint, b: bigint) => bigint): Decimal {
  const scale = Math.max(a.scale, b.scale)
  const raised = (value: Decimal): bigint => value.digits * 10n ** BigInt(scale - value.scale)
  return { digits: run(raised(a), raised(b)), scale }
}

const numberOf = ({ digits, scale }: Decimal): number => Number(`${digits}e-${scale}`)

function decimals(operation: string, values: readonly number[]): number {
  const run = operations[operation] as (a: Decimal, b: Decimal) => Decimal
  if (values.some((value) => !Number.isFinite(value))) throw new CallError('Cannot create a Decimal from NaN or Inf')
  return numberOf(values.map(decimal).reduce(run))
}

const mostElements = 100_000

function untilStep(start: number, stop: number, step: number): number[] {
  const values: number[] = []
  if (stop < start ? step >= 0 : step <= 0) return values
  if (Math.abs((stop - start) / step) > mostElements) throw new Unsupported('the chart makes too long a list')
  for (let at = start; stop < start ? at > stop : at < stop; at += step) values.push(at)
  return values
}

const untils = (params: string, run: (values: readonly number[]) => number[]) =>
  looks(params, (values, { here }) =>
    list(
      run(values.map(num)).map((value) => int(value, here)),
      here,
      'int',
    ),
  )

function seq(params: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0] = params
  if (params.length === 1) return untilStep(1, a + (a < 1 ? -1 : 1), a < 1 ? -1 : 1)
  if (params.length === 2) return untilStep(a, b + (b < a ? -1 : 1), b < a ? -1 : 1)
  if (params.length !== 3 || (c < a && b > 0)) return []
  return untilStep(a, c + (c < a ? -1 : 1), b)
}

function round([value, places, on]: readonly Value[]): number {
  const power = 10 ** num(places)
  const digit = power * toFloat(value)
  const fraction = digit - Math.trunc(digit)
  const limit = on === undefined ? 0.5 : toFloat(on)
  return (fraction >= limit ? Math.ceil(digit) : Math.floor(digit)) / power
}

export const numberFunctions: Functions = {
  int: looks('any', ([value], { here }) => int(toInt(value), here)),
  int64: looks('any', ([value], { here }) => int(toInt(value), here, 'int64')),
  float64: looks('any', ([value], { here }) => float(toFloat(value), here)),
  atoi: looks('string', ([text], { here }) => {
    const written = str(text)
    const value = /^[+-]?[0-9]+$/.test(written) ? BigInt(written.replace('+', '')) : 0n
    return int(value >= 2n ** 63n ? 2n ** 63n - 1n : value, here)
  }),
  toDecimal: looks('any', ([value], { here }) => {
    const written = printed(value, here).value
    return int(/^[+-]?[0-7]+$/.test(written) ? Number.parseInt(written, 8) : 0, here, 'int64')
  }),
  add: integers('any...', (values) => values.reduce((a, b) => a + b, 0n)),
  add1: integers('any', ([value = 0n]) => value + 1n),
  sub: integers('any any', ([a = 0n, b = 0n]) => a - b),
  div: integers('any any', ([a = 0n, b = 0n]) => divided(a, b, (x, y) => x / y)),
  mod: integers('any any', ([a = 0n, b = 0n]) => divided(a, b, (x, y) => x % y)),
  mul: integers('any any...', (values) => values.reduce((a, b) => wrap(a * b))),
  max: integers('any any...', largest),
  biggest: integers('any any...', largest),
  min: integers('any any...', smallest),
  add1f: floats('any', ([value = 0]) => decimals('add', [value, 1])),
  addf: floats('any...', (values) => decimals('add', [0, ...values])),
  subf: floats('any any...', (values) => decimals('sub', values)),
  divf: floats('any any...', (values) => decimals('div', values)),
  mulf: floats('any any...', (values) => decimals('mul', values)),
  maxf: floats('any any...', (values) => Math.max(...values)),
  minf: floats('any any...', (values) => Math.min(...values)),
  floor: floats('any', ([value = 0]) => Math.floor(value)),
  ceil: floats('any', ([value = 0]) => Math.ceil(value)),
  round: looks('any int float64...', (values, { here }) => float(round(values), here)),
  until: untils('int', ([count = 0]) => untilStep(0, count, count < 0 ? -1 : 1)),
  untilStep: untils('int int int', ([start = 0, stop = 0, step = 0]) => untilStep(start, stop, step)),
  seq: makes('int...', (values) => seq(values.map(num)).join(' ')),
}
