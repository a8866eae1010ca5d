import type { Span } from '../../source/span.ts'
import { concatAll, emptyText, placeOf, spoken, type Text, usedAt } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import type { Machine } from '../../world/machine.ts'
import { cutAt } from '../text/lines.ts'
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
  if (has(options, 'v')) return done(concatAll((listed ?? []).map((name) => spoken(`${name}\n`, call.at))))
  return done(substituted(machine, call.stdin, listed))
})

const namedIn = (match: RegExpMatchArray): string => match[1] ?? match[2] ?? ''

/** A variable that is not exported, or not set, becomes nothing; one that is not listed stays as it is written. */
function substituted(machine: Machine, text: Text, listed: readonly string[] | undefined): Text {
  const matches = Array.from(text.value.matchAll(reference)).filter((match) => listed?.includes(namedIn(match)) ?? true)
  const parts = cutAt(
    text,
    matches.flatMap((match) => [match.index, match.index + match[0].length]),
  )
  return concatAll(
    parts.map((part, index) => {
      const match = index % 2 === 0 ? undefined : matches[(index - 1) / 2]
      return match ? valueOfVariable(machine, namedIn(match), placeOf(part)) : part
    }),
  )
}

/** What a runner's machine sets by itself, whether or not this program knows to what. */
const setByRunner =
  /^(?:GITHUB_|RUNNER_|ACTIONS_|AGENT_|ANDROID_|AZURE_|DOTNET_|GOROOT_|JAVA_HOME|LC_)|^(?:CI|HOME|HOSTNAME|ImageOS|ImageVersion|LANG|LOGNAME|OLDPWD|PATH|PWD|SHELL|SHLVL|TERM|USER|_)$/

function valueOfVariable({ variables, names }: Machine, name: string, at: Span): Text {
  const variable = variables.get(name)
  if (variable?.exported) return usedAt(variable.text, at)
  return setByRunner.test(name) ? unknownText(names, `$${name} of a runner`, name, at) : emptyText
}
