/** strconv.ParseInt with base 0: prefixes, a leading zero for octal, underscores between digits. */
export function integerConstant(written: string): number | undefined {
  const match = /^([+-]?)(0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|0[0-7_]*|[1-9][0-9_]*)$/.exec(written)
  if (!match) return undefined
  const digits = (match[2] ?? '').replaceAll('_', '')
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits)
  if (!(value < 2 ** 63)) return undefined
  return match[1] === '-' && value !== 0 ? -value : value
}

/** strconv.ParseFloat on what the lexer takes for a number. */
export function floatConstant(written: string): number | undefined {
  const plain = written.replaceAll('_', '')
  if (/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(plain))
    return Number.isFinite(Number(plain)) ? Number(plain) : undefined
  const hex = /^([+-]?)0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?[0-9]+)$/.exec(plain)
  if (!hex || !(hex[2] || hex[3])) return undefined
  const mantissa = Number.parseInt(`${hex[2]}${hex[3]}`, 16) * 2 ** (Number(hex[4]) - 4 * (hex[3]?.length ?? 0))
  return hex[1] === '-' ? -mantissa : mantissa
}
