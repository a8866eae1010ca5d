import { concatAll, spoken } from '../../source/text.ts'
import { parseOptions } from '../text/options.ts'
import { done, opaque } from '../text/outcome.ts'
import { pathOf, saidFor } from '../text/paths.ts'
import { command } from '../tool.ts'

/** No file here is a symbolic link, so a path only becomes absolute. */
export const realpath = command(['realpath', 'readlink'], (call, machine) => {
  const options = parseOptions(call.args, { short: 'efmnsqz' })
  const paths = options?.operands.map((operand) => pathOf(machine, operand))
  const follows = call.name.value === 'realpath' || options?.given.some(({ name }) => 'efm'.includes(name))
  if (!options || !paths || !follows || paths.includes(undefined)) return opaque(call, machine)
  const newline = spoken('\n', call.at)
  return done(concatAll(options.operands.flatMap((operand, at) => [saidFor(paths[at] ?? '', operand), newline])))
})
