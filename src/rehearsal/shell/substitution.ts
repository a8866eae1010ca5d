import type { ParsedScript, ProcessSubstitutionPart } from 'unbash'
import { emptyText, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { capture, inSubshell } from './process.ts'
import { runStatements } from './run.ts'
import { type Shell, serial, spend } from './shell-state.ts'
import { expandText, within } from './words.ts'

/** What `$(…)` prints, without the line ends behind it. */
export function substitute(shell: Shell, script: ParsedScript | undefined): Text {
  spend(shell)
  if (!script) return emptyText
  const file = fileOnly(script)
  if (file) return withoutLineEnds(shell.machine.files.read(expandText(shell, file).value) ?? emptyText)
  const source = script.source === undefined ? shell.source : spoken(script.source, placeOf(shell.source))
  return withoutLineEnds(
    capture(shell, () => within(shell, source, () => inSubshell(shell, () => runStatements(shell, script.commands)))),
  )
}

/** `$(< file)` */
function fileOnly(script: ParsedScript) {
  const command = script.commands[0]?.command
  if (script.commands.length !== 1 || command?.type !== 'Command' || command.name || command.prefix.length !== 1)
    return undefined
  const only = command.prefix[0]
  return only?.type === 'Redirect' && only.operator === '<' ? only.target : undefined
}

const withoutLineEnds = (text: Text): Text => slice(text, 0, text.value.replace(/\n+$/, '').length)

/** `<(…)`: what it prints lies in a file of its own. What is written into `>(…)` is not followed. */
export function substituteProcess(shell: Shell, part: ProcessSubstitutionPart, text: Text): Text {
  if (part.operator === '>' || !part.script) return spoken('/dev/null', placeOf(text))
  const { script } = part
  const printed = capture(shell, () => inSubshell(shell, () => runStatements(shell, script.commands)))
  const path = `/dev/fd/${63 + serial(shell)}`
  shell.machine.files.write(path, printed)
  return spoken(path, placeOf(text))
}
