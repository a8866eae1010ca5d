import { concat, spoken } from '../../source/text.ts'
import { resolvePath } from '../../world/files.ts'
import { has, parseOptions } from '../text/options.ts'
import { failed } from '../text/outcome.ts'
import { directoryPart, lastPart } from '../text/paths.ts'
import { transfer } from '../text/transfer.ts'
import { command } from '../tool.ts'

/** A link is read like a copy: files change seldom between linking and reading. */
export const ln = command('ln', (call, machine) => {
  const options = parseOptions(call.args, { short: 'sfnvrT', long: { symbolic: 's', force: 'f', verbose: 'v' } })
  const [target, ...rest] = options?.operands ?? []
  if (!options || !target || rest.length > 1) {
    machine.files.blur()
    return { ...failed(), status: 'unknown' }
  }
  const link = rest[0] ?? lastPart(target)
  const absolute = target.value.startsWith('/') || !has(options, 's')
  const above = directoryPart(link)
  const from = absolute ? target : concat(spoken(`${resolvePath(machine.directory, above.value)}/`, call.at), target)
  return transfer(machine, [from], link, { keep: true, always: has(options, 'T') || has(options, 'n') })
})
