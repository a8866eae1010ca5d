import { concatAll, spoken } from '../../source/text.ts'
import { parseOptions } from '../text/options.ts'
import { done, failed, opaque } from '../text/outcome.ts'
import { pathOf, saidFor } from '../text/paths.ts'
import { command } from '../tool.ts'

/** Names only, of one directory or of files: what else `ls` prints nobody should read. */
export const ls = command('ls', (call, machine) => {
  const options = parseOptions(call.args, { short: '1dF' })
  const { files } = machine
  const operands = options?.operands ?? []
  const paths = operands.map((operand) => pathOf(machine, operand))
  if (!options || options.given.some(({ name }) => name !== '1') || paths.includes(undefined))
    return opaque(call, machine)
  const known = paths.filter((path) => path !== undefined)
  if (known.some((path) => files.exists(path) === 'unknown')) return opaque(call, machine)
  if (known.some((path) => files.exists(path) === false)) return known.length === 1 ? failed(2) : opaque(call, machine)
  if (known.length > 0 && known.every((path) => !files.isDirectory(path))) {
    const sorted = operands.toSorted((a, b) => (a.value < b.value ? -1 : 1))
    return done(concatAll(sorted.flatMap((operand) => [saidFor(operand.value, operand), spoken('\n', call.at)])))
  }
  if (known.length > 1 || files.blurred()) return opaque(call, machine)
  const names = files.list(known[0] ?? machine.directory).filter((name) => !name.startsWith('.'))
  return done(concatAll(names.map((name) => spoken(`${name}\n`, call.at))))
})
