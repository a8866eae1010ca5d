import { inputsOf, statusOf, textOf } from '../text/input.ts'
import { parseOptions } from '../text/options.ts'
import { opaque } from '../text/outcome.ts'
import { command } from '../tool.ts'

export const cat = command('cat', (call, machine) => {
  const options = parseOptions(call.args, { short: 'unbsAETvet' })
  const inputs = inputsOf(call, machine, options?.operands ?? [])
  if (!options || options.given.some((option) => option.name !== 'u')) return opaque(call, machine, [textOf(inputs)])
  return { status: statusOf(inputs), stdout: textOf(inputs) }
})
