import { compare } from '../../source/compare.ts'
import { concatAll, spoken } from '../../source/text.ts'
import { inputsOf, statusOf } from '../text/input.ts'
import { endOf, type Line, linesOf } from '../text/lines.ts'
import { has, parseOptions } from '../text/options.ts'
import { done, opaque } from '../text/outcome.ts'
import { saysNothing } from '../text/possible.ts'
import { command } from '../tool.ts'

export const uniq = command('uniq', (call, machine) => {
  const options = parseOptions(call.args, { short: 'cdu', long: { count: 'c', repeated: 'd', unique: 'u' } })
  const inputs = inputsOf(call, machine, options?.operands.slice(0, 1) ?? [])
  const texts = inputs.map((input) => input.text)
  const groups: { line: Line; count: number }[] = []
  for (const line of texts.flatMap(linesOf)) {
    const last = groups.at(-1)
    const comparison = last ? compare(last.line.body.value, line.body.value) : 'different'
    if (comparison === 'unknown' || saysNothing(line.body.value)) return opaque(call, machine, texts)
    if (last && comparison === 'same') last.count += 1
    else groups.push({ line, count: 1 })
  }
  if (!options || options.operands.length > 1) return opaque(call, machine, texts)
  const kept = groups.filter(({ count }) => (count > 1 ? !has(options, 'u') : !has(options, 'd')))
  const printed = kept.flatMap(({ line, count }) => [
    ...(has(options, 'c') ? [spoken(`${String(count).padStart(7)} `, call.at)] : []),
    line.body,
    endOf(line, call.at),
  ])
  return done(concatAll(printed), statusOf(inputs))
})
