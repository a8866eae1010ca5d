import type { Machine } from '../../world/machine.ts'
import { has, parseOptions } from '../text/options.ts'
import { done, failed } from '../text/outcome.ts'
import { pathOf } from '../text/paths.ts'
import type { Outcome } from '../tool.ts'
import { command } from '../tool.ts'

export const mkdir = command('mkdir', (call, machine) => {
  const options = parseOptions(call.args, { short: 'pvm:', long: { parents: 'p', verbose: 'v', mode: 'm' } })
  if (!options) return { ...failed(), status: 'unknown' }
  let status: Outcome['status'] = 0
  for (const operand of options.operands) {
    const path = pathOf(machine, operand)
    const there = path === undefined ? 'unknown' : machine.files.exists(path)
    if (path !== undefined && isBelowFile(path, machine)) {
      status = 1
      continue
    }
    if (path !== undefined) machine.files.makeDirectory(path)
    if (has(options, 'p')) continue
    if (there === true) status = 1
    else if (there === 'unknown' && status === 0) status = 'unknown'
  }
  return { ...done(), status }
})

function isBelowFile(path: string, { files }: Machine): boolean {
  for (let above = path; above !== ''; above = above.slice(0, above.lastIndexOf('/')))
    if (files.read(above) !== undefined) return true
  return false
}
