import { holdsUnknown } from '../../source/unknown.ts'
import { inputsOf, statusOf } from '../text/input.ts'
import { endOf, joinLines, linesOf } from '../text/lines.ts'
import { has, parseOptions } from '../text/options.ts'
import { done, opaque } from '../text/outcome.ts'
import { command } from '../tool.ts'

/** By code points, as in the runners' C.UTF-8 locale. Keys and versions are not understood. */
export const sort = command('sort', (call, machine) => {
  const options = parseOptions(call.args, { short: 'runs', long: { reverse: 'r', unique: 'u', 'numeric-sort': 'n' } })
  const inputs = inputsOf(call, machine, options?.operands ?? [])
  const texts = inputs.map((input) => input.text)
  if (!options || has(options, 's') || texts.some((text) => holdsUnknown(text.value)))
    return opaque(call, machine, texts)
  const numeric = has(options, 'n')
  const sign = has(options, 'r') ? -1 : 1
  const order = (a: string, b: string): number =>
    sign *
    ((numeric ? numberOf(a) - numberOf(b) : 0) || (numeric && has(options, 'u') ? 0 : a < b ? -1 : a > b ? 1 : 0))
  const lines = texts
    .flatMap(linesOf)
    .map((line) => ({ body: line.body, end: endOf(line, call.at) }))
    .sort((a, b) => order(a.body.value, b.body.value))
  const kept = has(options, 'u')
    ? lines.filter((line, at) => at === 0 || order(line.body.value, lines[at - 1]?.body.value ?? '') !== 0)
    : lines
  return done(joinLines(kept), statusOf(inputs, 2))
})

const numberOf = (line: string): number => Number(/^\s*(-?\d*\.?\d*)/.exec(line)?.[1] || 0) || 0
