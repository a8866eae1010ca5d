import { concat, join, spoken } from '../../source/text.ts'
import { argumentOf, parseOptions } from '../text/options.ts'
import { done, opaque } from '../text/outcome.ts'
import { command } from '../tool.ts'

/** Loops in scripts that wait and try again count to hundreds, not more. */
const longest = 10_000

/** Integers only: how fractions are printed depends on the precision of what is written. */
export const seq = command('seq', (call, machine) => {
  const negative = call.args.findIndex((arg) => /^-\d/.test(arg.value))
  const parsed = parseOptions(negative < 0 ? call.args : call.args.slice(0, negative), {
    short: 's:w',
    long: { separator: 's', 'equal-width': 'w' },
    permute: false,
  })
  const operands = [...(parsed?.operands ?? []), ...(negative < 0 ? [] : call.args.slice(negative))]
  const numbers = operands.map((operand) =>
    /^-?(?:0|[1-9]\d{0,8})$/.test(operand.value) ? Number(operand.value) : undefined,
  )
  const [first, step, last] =
    numbers.length === 1 ? [1, 1, numbers[0]] : numbers.length === 2 ? [numbers[0], 1, numbers[1]] : numbers
  const understood = parsed && !parsed.given.some(({ name }) => name === 'w') && numbers.length <= 3
  if (!understood || first === undefined || !step || last === undefined) return opaque(call, machine)
  const count = Math.max(0, Math.floor((last - first) / step) + 1)
  if (count > longest) return opaque(call, machine)
  if (count === 0) return done()
  const words = Array.from({ length: count }, (_, index) => spoken(String(first + index * step), call.at))
  return done(concat(join(words, argumentOf(parsed, 's') ?? spoken('\n', call.at)), spoken('\n', call.at)))
})
