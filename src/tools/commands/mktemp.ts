import { concat, emptyText, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import type { Machine } from '../../world/machine.ts'
import { argumentOf, has, parseOptions } from '../text/options.ts'
import { line, volatile } from '../text/outcome.ts'
import { type Call, command } from '../tool.ts'

const grammar = {
  short: 'dquVtp:S:',
  long: { directory: 'd', quiet: 'q', 'dry-run': 'u', tmpdir: 'p', suffix: 'S' },
}

/** Names that are made up get longer lists than anybody reads. */
const mostNames = 100

/** A file or directory of a name that is there for nothing else: what is written to it can be read again. */
export const mktemp = command('mktemp', (call, machine) => {
  const options = parseOptions(call.args, grammar)
  const { standIns } = machine.names
  if (!options || options.operands.length > 1 || standIns.length > mostNames) return volatile(call, machine)
  const template = options.operands[0] ?? spoken('tmp.XXXXXXXXXX', call.at)
  const run = /X{3,}(?=[^X/]*$)/.exec(template.value)
  if (!run) return volatile(call, machine)
  const above = directoryFor(
    call,
    machine,
    options.operands.length === 0 || has(options, 't'),
    argumentOf(options, 'p'),
  )
  const name = concat(
    slice(template, 0, run.index),
    madeUp(call, machine, run[0].length),
    slice(template, run.index + run[0].length),
    argumentOf(options, 'S') ?? emptyText,
  )
  const path = above ? concat(above, spoken('/', call.at), name) : name
  const absolute = resolvePath(machine.directory, path.value)
  if (!has(options, 'u') && !holdsUnknown(absolute)) {
    if (has(options, 'd')) machine.files.makeDirectory(absolute)
    else machine.files.write(absolute, emptyText)
  }
  return line(call, path)
})

/** `-p` says where, and `$TMPDIR` for what has no directory of its own. */
function directoryFor(call: Call, machine: Machine, temporary: boolean, given: Text | undefined): Text | undefined {
  if (given) return given
  return temporary ? (machine.variables.get('TMPDIR')?.text ?? spoken('/tmp', call.at)) : undefined
}

function madeUp({ at }: Call, { names }: Machine, length: number): Text {
  const value = names.standIns.length.toString(36).padStart(length, 'q')
  names.standIns.push({ value, label: 'a made-up name', pattern: `\\w{${value.length}}`, cuttable: false })
  return spoken(value, at)
}
