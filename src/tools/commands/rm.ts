import { has, parseOptions } from '../text/options.ts'
import { done, failed } from '../text/outcome.ts'
import { pathOf } from '../text/paths.ts'
import type { Outcome } from '../tool.ts'
import { command } from '../tool.ts'

export const rm = command(['rm', 'rmdir', 'unlink'], (call, machine) => {
  const options = parseOptions(call.args, { short: 'rRfvidIp', long: { recursive: 'r', force: 'f', verbose: 'v' } })
  if (!options) return { ...failed(), status: 'unknown' }
  let status: Outcome['status'] = 0
  for (const operand of options.operands) {
    const path = pathOf(machine, operand)
    const there = path === undefined ? 'unknown' : machine.files.exists(path)
    if (path !== undefined) {
      const kept =
        machine.files.isDirectory(path) && !has(options, 'r') && !has(options, 'R') && call.name.value === 'rm'
      if (kept) status = 1
      else if (there !== false) machine.files.remove(path)
    }
    if (there === false && !has(options, 'f')) status = 1
    else if (there === 'unknown' && !has(options, 'f') && status === 0) status = 'unknown'
  }
  return { ...done(), status }
})
