import { concat, emptyText } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import { has, parseOptions } from '../text/options.ts'
import { done, opaque } from '../text/outcome.ts'
import { command } from '../tool.ts'

export const tee = command('tee', (call, machine) => {
  const options = parseOptions(call.args, { short: 'aip', long: { append: 'a' } })
  if (!options) return opaque(call, machine)
  for (const operand of options.operands) {
    const path = resolvePath(machine.directory, operand.value)
    if (holdsUnknown(path)) machine.files.blur()
    else
      machine.files.write(
        path,
        concat(has(options, 'a') ? (machine.files.read(path) ?? emptyText) : emptyText, call.stdin),
      )
  }
  return done(call.stdin)
})
