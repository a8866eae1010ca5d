import { concatAll, join, spoken } from '../../source/text.ts'
import { inputsOf, statusOf } from '../text/input.ts'
import { linesOf } from '../text/lines.ts'
import { argumentOf, has, parseOptions } from '../text/options.ts'
import { done, opaque } from '../text/outcome.ts'
import { saysNothing } from '../text/possible.ts'
import { command } from '../tool.ts'

/** `-s`: the lines of each input on one line. Columns side by side are not understood. */
export const paste = command('paste', (call, machine) => {
  const options = parseOptions(call.args, { short: 'sd:', long: { serial: 's', delimiters: 'd' } })
  const inputs = inputsOf(call, machine, options?.operands ?? [])
  const texts = inputs.map((input) => linesOf(input.text).map(({ body }) => body))
  const delimiter = (options && argumentOf(options, 'd')) ?? spoken('\t', call.at)
  if (
    !options ||
    !has(options, 's') ||
    !/^[^\\]?$/.test(delimiter.value) ||
    texts.flat().some(({ value }) => saysNothing(value))
  )
    return opaque(
      call,
      machine,
      inputs.map((input) => input.text),
    )
  return done(concatAll(texts.flatMap((bodies) => [join(bodies, delimiter), spoken('\n', call.at)])), statusOf(inputs))
})
