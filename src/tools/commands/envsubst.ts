import { concat, emptyText, placeOf, slice, spoken, type Text, usedAt } from '../../source/text.ts'
import type { Machine } from '../../world/machine.ts'
import { has, parseOptions } from '../text/options.ts'
import { done, opaque } from '../text/outcome.ts'
import { command } from '../tool.ts'

/** GNU gettext's envsubst knows `$NAME` and `${NAME}` and nothing else (gettext-runtime/src/envsubst.c). */
const reference = /\$(?:([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)\})/g

export const envsubst = command('envsubst', (call, machine) => {
  const options = parseOptions(call.args, { short: 'v', long: { variables: 'v' } })
  if (!options || options.operands.length > 1) return opaque(call, machine)
  const [list] = options.operands
  const listed = list && Array.from(list.value.matchAll(reference), namedIn)
  if (has(options, 'v')) return done(concat(...(listed ?? []).map((name) => spoken(`${name}\n`, call.at))))
  return done(substituted(machine, call.stdin, listed))
})

const namedIn = (match: RegExpMatchArray): string => match[1] ?? match[2] ?? ''

/** A variable that is not exported, or not set, becomes nothing; one that is not listed stays as it is written. */
function substituted(machine: Machine, text: Text, listed: readonly string[] | undefined): Text {
  const parts: Text[] = []
  let from = 0
  for (const match of text.value.matchAll(reference)) {
    const name = namedIn(match)
    if (listed && !listed.includes(name)) continue
    const end = match.index + match[0].length
    parts.push(slice(text, from, match.index))
    const variable = machine.variables.get(name)
    const value = variable?.exported ? variable.text : emptyText
    parts.push(usedAt(value, placeOf(slice(text, match.index, end))))
    from = end
  }
  return concat(...parts, slice(text, from))
}
