import { concat, emptyText, spoken, type Text } from '../../source/text.ts'
import { show, unknownText } from '../../source/unknown.ts'
import type { Machine } from '../../world/machine.ts'
import type { Call, Outcome } from '../tool.ts'

export const done = (stdout: Text = emptyText, status: Outcome['status'] = 0): Outcome => ({ status, stdout })

/** Output that ends in a line end of the command's own. */
export const line = (call: Call, text: Text): Outcome => done(concat(text, spoken('\n', call.at)))

export const failed = (status = 1): Outcome => ({ status, stdout: emptyText })

/** One unknown for all output, the same for the same command on the same inputs. */
export function opaque(call: Call, machine: Machine, inputs: readonly Text[] = [call.stdin]): Outcome {
  const words = [call.name, ...call.args].map((word) => word.value)
  const key = [...words, ...inputs.map((input) => input.value)].join('\0')
  return { status: 'unknown', stdout: unknownText(machine.names, key, labelOf(call, machine), call.at) }
}

/** One unknown that differs from run to run and from place to place: the clock, a random number. */
export function volatile(call: Call, machine: Machine): Outcome {
  const { run } = machine
  const words = [call.name, ...call.args].map((word) => word.value).join('\0')
  const key = `${words}\0${run.id}\0${run.occasion.commit}\0${call.at.source.path}\0${call.at.start}`
  return done(unknownText(machine.names, key, labelOf(call, machine), call.at))
}

const longestLabel = 40

function labelOf(call: Call, machine: Machine): string {
  const words = [call.name, ...call.args]
    .map((word) => show(machine.names, word.value))
    .join(' ')
    .replace(/\s+/g, ' ')
  return words.length <= longestLabel ? words : `${words.slice(0, longestLabel - 1)}…`
}
