/** strconv.underscoreOK: one at a time, between digits or behind a prefix. */
const wellSeparated = (written: string): boolean =>
  /^[+-]?0[xX]/.test(written)
    ? !/_(?![0-9a-fA-F])|(?<![0-9a-fA-FxX])_/.test(written)
    : !/_(?![0-9])|(?<![0-9bBoO])_/.test(written)

/** An integer as Go writes one, of any size: prefixes, a leading zero for octal, underscores between digits. */
function wholeNumber(written: string): bigint | undefined {
  if (!wellSeparated(written)) return undefined
  const match = /^([+-]?)(0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|0[0-7_]*|[1-9][0-9_]*)$/.exec(written)
  if (!match) return undefined
  const digits = (match[2] ?? '').replaceAll('_', '')
  // More digits than these are out of every range; BigInt would take long for them.
  if (digits.length > 70 || /^0[xXbBoO]$/.test(digits)) return undefined
  const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits}` : digits)
  return match[1] === '-' ? -value : value
}

/** strconv.ParseInt with base 0 and 64 bits. */
export function integerConstant(written: string): bigint | undefined {
  const value = wholeNumber(written)
  return value !== undefined && BigInt.asIntN(64, value) === value ? value : undefined
}

/** strconv.ParseUint with base 0 and 64 bits, which takes no sign. */
export function unsignedConstant(written: string): bigint | undefined {
  const value = /^[+-]/.test(written) ? undefined : wholeNumber(written)
  return value !== undefined && BigInt.asUintN(64, value) === value ? value : undefined
}

/** strconv.ParseFloat on what the lexer takes for a number. */
export function floatConstant(written: string): number | undefined {
  if (!wellSeparated(written)) return undefined
  const plain = written.replaceAll('_', '')
  if (/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(plain))
    return Number.isFinite(Number(plain)) ? Number(plain) : undefined
  const hex = /^([+-]?)0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?[0-9]+)$/.exec(plain)
  if (!hex || !(hex[2] || hex[3])) return undefined
  const mantissa = Number.parseInt(`${hex[2]}${hex[3]}`, 16) * 2 ** (Number(hex[4]) - 4 * (hex[3]?.length ?? 0))
  return hex[1] === '-' ? -mantissa : mantissa
}
