import type { Span } from '../../source/span.ts'
import { placeOf, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import { environmentOf, notModelled, record } from '../../world/machine.ts'
import { touchMentioned } from '../touched-files.ts'
import { harmlessCommand } from './harmless.ts'
import { write } from './output.ts'
import { type Flow, finish, onlyOnce, type Shell } from './shell-state.ts'

/** A command that nobody has described: unknown output, unknown status, and it may have made files and pushed. */
export function runOpaque(
  shell: Shell,
  name: string,
  args: readonly Text[],
  at: Span,
  content: readonly Text[] = [],
): Flow {
  const harmless = harmlessCommand(
    name,
    args.map((arg) => arg.value),
  )
  const question = onlyOnce(shell, `${[name, ...args.map((arg) => arg.value)].join(' ').slice(0, 200)} succeeds`)
  if (!harmless) {
    notModelled(shell.world, name)
    mayHaveDone(shell, name, [...args, shell.input, ...content], at)
  }
  if (harmless?.makesFiles) shell.machine.files.blur()
  if (!harmless || harmless.makesFiles) {
    touchMentioned(
      shell.machine,
      interpreters.test(name) ? [...args, shell.input, ...scriptsIn(shell, args)] : args,
      name,
      at,
    )
  }
  if (!harmless?.silent)
    write(shell, 1, unknownText(shell.machine.names, `output of ${question.condition}`, `output of ${name}`, at))
  return finish(shell, harmless?.succeeds ? 0 : question)
}

/** Their programs say what they work on. */
const interpreters = /^(?:perl|python|ruby|node|deno|bun|php)[\d.]*$/

const scriptsIn = ({ machine }: Shell, args: readonly Text[]): readonly Text[] =>
  args.flatMap(({ value }) =>
    /\.(?:p[lyh]p?|rb|[cm]?[jt]s)$/.test(value)
      ? (machine.files.read(resolvePath(machine.directory, value)) ?? [])
      : [],
  )

/** A piece of script that is not understood: it may set variables too. */
export function misunderstood(shell: Shell, text: Text, name = 'shell syntax', at = placeOf(text)): Flow {
  notModelled(shell.world, name)
  mayHaveDone(shell, name, [text], at)
  shell.open = true
  const question = onlyOnce(shell, `${name} succeeds`)
  write(shell, 1, unknownText(shell.machine.names, `output of ${question.condition}`, `output of ${name}`, at))
  return finish(shell, question)
}

/** Something ran that may have made files, and with credentials at hand may have pushed. */
export function mayHaveDone(shell: Shell, name: string, about: readonly Text[], at: Span): void {
  const { machine, world } = shell
  machine.files.blur()
  if (machine.logins.length === 0) return
  const said = [...about, ...environmentOf(machine)].filter((text) => text.value !== '')
  record(world, machine, { kind: 'opaque', name, about: said, anything: false, at })
}
