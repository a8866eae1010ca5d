import { concatAll } from '../../source/text.ts'
import { countOff, modernCount } from '../text/count.ts'
import { inputsOf, statusOf } from '../text/input.ts'
import { argumentOf, has, parseOptions } from '../text/options.ts'
import { done, opaque } from '../text/outcome.ts'
import { command } from '../tool.ts'

export const head = command('head', (call, machine) => {
  const long = { lines: 'n', bytes: 'c', quiet: 'q', silent: 'q', verbose: 'v' }
  const options = parseOptions(modernCount(call.args), { short: 'n:c:qv', long })
  const inputs = inputsOf(call, machine, options?.operands ?? [])
  const texts = inputs.map((input) => input.text)
  const bytes = options && argumentOf(options, 'c')?.value
  const written = bytes ?? (options && argumentOf(options, 'n')?.value) ?? '10'
  const titled = options && (has(options, 'v') || (texts.length > 1 && !has(options, 'q')))
  if (!options || titled || !/^-?\d{1,9}$/.test(written)) return opaque(call, machine, texts)
  const unit = bytes === undefined ? 'lines' : 'characters'
  const leaves = written.startsWith('-')
  const count = { unit, from: leaves ? 'end' : 'start', takes: !leaves, number: Math.abs(Number(written)) } as const
  const parts = texts.map((text) => countOff(machine.names, `head ${unit} ${written}`, text, count))
  return parts.every((part) => part !== undefined)
    ? done(concatAll(parts), statusOf(inputs))
    : opaque(call, machine, texts)
})
