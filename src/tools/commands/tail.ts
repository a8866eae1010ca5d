import { concatAll } from '../../source/text.ts'
import { countOff, modernCount } from '../text/count.ts'
import { inputsOf, statusOf } from '../text/input.ts'
import { argumentOf, has, parseOptions } from '../text/options.ts'
import { done, opaque } from '../text/outcome.ts'
import { command } from '../tool.ts'

export const tail = command('tail', (call, machine) => {
  const long = { lines: 'n', bytes: 'c', quiet: 'q', silent: 'q', verbose: 'v' }
  const options = parseOptions(modernCount(call.args), { short: 'n:c:qv', long })
  const inputs = inputsOf(call, machine, options?.operands ?? [])
  const texts = inputs.map((input) => input.text)
  const bytes = options && argumentOf(options, 'c')?.value
  const written = bytes ?? (options && argumentOf(options, 'n')?.value) ?? '10'
  const titled = options && (has(options, 'v') || (texts.length > 1 && !has(options, 'q')))
  if (!options || titled || !/^[-+]?\d{1,9}$/.test(written)) return opaque(call, machine, texts)
  const unit = bytes === undefined ? 'lines' : 'characters'
  const number = Math.abs(Number(written))
  const count = written.startsWith('+')
    ? ({ unit, from: 'start', takes: false, number: Math.max(0, number - 1) } as const)
    : ({ unit, from: 'end', takes: true, number } as const)
  const parts = texts.map((text) => countOff(machine.names, `tail ${unit} ${written}`, text, count))
  return parts.every((part) => part !== undefined)
    ? done(concatAll(parts), statusOf(inputs))
    : opaque(call, machine, texts)
})
