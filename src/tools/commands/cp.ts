import { argumentOf, has, parseOptions } from '../text/options.ts'
import { failed } from '../text/outcome.ts'
import { transfer } from '../text/transfer.ts'
import { command } from '../tool.ts'

export const cp = command('cp', (call, machine) => {
  const long = {
    recursive: 'r',
    archive: 'a',
    force: 'f',
    verbose: 'v',
    'target-directory': 't',
    'no-target-directory': 'T',
  }
  const options = parseOptions(call.args, { short: 'rRafpvuLPdHxt:Tn', long })
  if (!options || has(options, 'n') || has(options, 'u')) {
    machine.files.blur()
    return { ...failed(), status: 'unknown' }
  }
  const into = argumentOf(options, 't')
  const sources = into ? options.operands : options.operands.slice(0, -1)
  return transfer(machine, sources, into ?? options.operands.at(-1), { keep: true, always: has(options, 'T') })
})
