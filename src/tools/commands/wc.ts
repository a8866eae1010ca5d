import { spoken } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { inputsOf } from '../text/input.ts'
import { parseOptions } from '../text/options.ts'
import { failed, line, opaque } from '../text/outcome.ts'
import { command } from '../tool.ts'

const counts: Readonly<Record<string, (text: string) => number>> = {
  l: (text) => text.split('\n').length - 1,
  w: (text) => text.split(/[ \t\n\v\f\r]+/).filter((word) => word !== '').length,
  c: (text) => new TextEncoder().encode(text).length,
  m: (text) => Array.from(text).length,
}

/** One count of one input: how several are set in columns depends on sizes. */
export const wc = command('wc', (call, machine) => {
  const options = parseOptions(call.args, { short: 'lwcm', long: { lines: 'l', words: 'w', bytes: 'c', chars: 'm' } })
  const inputs = inputsOf(call, machine, options?.operands ?? [])
  const [input, ...others] = inputs
  const [option, ...more] = options?.given ?? []
  const count = option && counts[option.name]
  if (!input || !count || others.length + more.length > 0 || holdsUnknown(input.text.value))
    return opaque(
      call,
      machine,
      inputs.map(({ text }) => text),
    )
  if (input.found === false) return failed()
  const name = options?.operands[0] ? ` ${input.name}` : ''
  return line(call, spoken(`${count(input.text.value)}${name}`, call.at))
})
