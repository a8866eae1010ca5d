import type { ProcessSubstitutionPart, Script } from 'unbash'
import { emptyText, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import { capture, fileContent } from './output.ts'
import { runProcess } from './process.ts'
import { runScriptNode } from './run.ts'
import { onlyOnce, type Shell, serial } from './shell-state.ts'
import { expandText, within } from './words.ts'

/** `$(…)`: what it writes, without the line ends behind it. */
export function substitute(shell: Shell, script: Script | undefined): Text {
  if (!script) return unreadable(shell, emptyText)
  const file = fileOf(shell, script)
  const text = file ?? within(shell, sourceOf(shell, script), () => captured(shell, script))
  if (file) shell.status = 0
  shell.substituted = shell.status
  return withoutLineEnds(text)
}

const unreadable = (shell: Shell, text: Text): Text =>
  unknownText(shell.machine.names, onlyOnce(shell, 'substitution').condition, 'a command', placeOf(text))

/** A script in backquotes with backslashes is another text than the one that is written. */
const sourceOf = (shell: Shell, script: Script): Text =>
  script.source === undefined ? shell.source : spoken(script.source, placeOf(shell.source))

const captured = (shell: Shell, script: Script): Text =>
  capture(shell, () =>
    runProcess(
      shell,
      () => {
        const { settings } = shell
        shell.settings = { ...settings, errexit: settings.errexit && settings.inheritErrexit }
        return runScriptNode(shell, script)
      },
      false,
    ),
  )

/** `$(< file)` */
function fileOf(shell: Shell, script: Script): Text | undefined {
  const command = script.commands.length === 1 ? script.commands[0]?.command : undefined
  if (command?.type !== 'Command' || command.name || command.prefix.length + command.suffix.length !== 1)
    return undefined
  const redirect = command.redirects[0]
  if (redirect?.type !== 'Redirect' || redirect.operator !== '<' || !redirect.target || script.source) return undefined
  const path = expandText(shell, redirect.target)
  return fileContent(shell, resolvePath(shell.machine.directory, path.value)) ?? emptyText
}

function withoutLineEnds(text: Text): Text {
  let end = text.value.length
  while (end > 0 && text.value[end - 1] === '\n') end -= 1
  return slice(text, 0, end)
}

/** `<(…)` is a file that holds what the command writes. `>(…)` swallows what is written to it. */
export function substituteProcess(shell: Shell, part: ProcessSubstitutionPart, text: Text): Text {
  const path = `/dev/fd/${1000 + serial(shell)}`
  const { script } = part
  const { status } = shell
  const content = part.operator === '>' || !script ? unreadable(shell, text) : captured(shell, script)
  shell.machine.files.write(path, part.operator === '>' ? emptyText : content)
  shell.status = status
  return spoken(path, placeOf(text))
}
