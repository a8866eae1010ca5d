import { emptyText } from '../../source/text.ts'
import { parseOptions } from '../text/options.ts'
import { done } from '../text/outcome.ts'
import { pathOf } from '../text/paths.ts'
import { command } from '../tool.ts'

export const touch = command('touch', (call, machine) => {
  const options = parseOptions(call.args, { short: 'acmd:t:r:', long: { date: 'd', reference: 'r' } })
  for (const operand of options?.operands ?? []) {
    const path = pathOf(machine, operand)
    if (path !== undefined && machine.files.exists(path) === false) machine.files.write(path, emptyText)
  }
  return done()
})
