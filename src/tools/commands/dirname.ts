import { spoken, type Text } from '../../source/text.ts'
import { joinLines } from '../text/lines.ts'
import { has, parseOptions } from '../text/options.ts'
import { done, failed } from '../text/outcome.ts'
import { directoryPart } from '../text/paths.ts'
import { despiteUnknowns } from '../text/possible.ts'
import { command } from '../tool.ts'

export const dirname = command('dirname', (call, machine) => {
  const options = parseOptions(call.args, { short: 'z', long: { zero: 'z' } })
  if (!options || options.operands.length === 0) return failed()
  const end = spoken(has(options, 'z') ? '\0' : '\n', call.at)
  const above = (path: Text): Text => {
    const part = directoryPart(path)
    return part.value === '' ? spoken('.', call.at) : part
  }
  const directories = options.operands.map((path) => ({
    body: despiteUnknowns(machine.names, 'dirname', path, above),
    end,
  }))
  return done(joinLines(directories))
})
