import { slice, spoken, type Text } from '../../source/text.ts'
import { joinLines } from '../text/lines.ts'
import { argumentOf, has, parseOptions } from '../text/options.ts'
import { done, failed } from '../text/outcome.ts'
import { lastPart } from '../text/paths.ts'
import { despiteUnknowns } from '../text/possible.ts'
import { command } from '../tool.ts'

export const basename = command('basename', (call, machine) => {
  const long = { multiple: 'a', suffix: 's', zero: 'z' }
  const options = parseOptions(call.args, { short: 'as:z', long, permute: false })
  if (!options || options.operands.length === 0) return failed()
  const several = has(options, 'a') || has(options, 's')
  const suffix = argumentOf(options, 's') ?? (several ? undefined : options.operands[1])
  const paths = several ? options.operands : options.operands.slice(0, 1)
  const end = spoken(has(options, 'z') ? '\0' : '\n', call.at)
  const names = paths.map((path) => ({ body: nameOf(path), end }))
  return done(joinLines(names))

  function nameOf(path: Text): Text {
    const ending = suffix?.value ?? ''
    return despiteUnknowns(machine.names, `basename ${ending}`, path, (one) => without(lastPart(one), ending), [ending])
  }
})

/** A suffix that is the whole name stays. */
const without = (name: Text, suffix: string): Text =>
  suffix !== '' && name.value !== suffix && name.value.endsWith(suffix)
    ? slice(name, 0, name.value.length - suffix.length)
    : name
