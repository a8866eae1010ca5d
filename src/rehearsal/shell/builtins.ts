import type { Assignment } from 'unbash'
import { nowhere, type Span } from '../../source/span.ts'
import { concat, emptyText, placeOf, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, unknown, unknownText } from '../../source/unknown.ts'
import { parseArithmetic } from '../../syntax/shell.ts'
import { resolvePath } from '../../world/files.ts'
import { perhapsEmpty } from '../join.ts'
import { ArithmeticError, evaluate } from './arithmetic.ts'
import { runExternal, runWords } from './command.ts'
import { declare } from './declare.ts'
import { getopts } from './getopts.ts'
import { misunderstood } from './opaque.ts'
import { capture, write } from './output.ts'
import { mapfile, read } from './read.ts'
import { runText } from './run.ts'
import { called, inFile } from './scripts.ts'
import { withOptions, withShopt } from './settings.ts'
import { exit, type Flow, finish, onlyOnce, type Shell, type Status } from './shell-state.ts'
import { assign, parameterValue, unset } from './variables.ts'

/** A word behind a command; an assignment that is no plain `name=value` keeps its syntax. */
export interface Given {
  readonly text: Text
  /** It holds an unknown without quotes: nobody knows how many words it is. */
  readonly open?: boolean
  readonly assignment?: Assignment
}

export type Builtin = (shell: Shell, args: readonly Given[], at: Span) => Flow

const texts = (args: readonly Given[]): readonly Text[] => args.map(({ text }) => text)
const values = (args: readonly Given[]): readonly string[] => args.map(({ text }) => text.value)

const ending =
  (status: Status): Builtin =>
  (shell) =>
    finish(shell, status)

function statusFrom(shell: Shell, text: Text | undefined): Status {
  if (!text) return shell.status
  if (/^\d+$/.test(text.value)) return Number(text.value) % 256
  return holdsUnknown(text.value) ? { condition: `number ${text.value} = 0`, holds: true } : 2
}

const leave: Builtin = (shell, args) => {
  const [status] = args
  shell.status = status || shell.ending === undefined ? statusFrom(shell, status?.text) : shell.ending
  return exit
}

/** Only the end of the script is certain to come: what stands ready for signals and failures is left out. */
const trap: Builtin = (shell, args) => {
  const [action, ...signals] = texts(args).filter(({ value }, index) => index > 0 || value !== '--')
  if (!action || /^-[lp]/.test(action.value)) return finish(shell, 0)
  const alone = signals.length === 0 || /^\d+$/.test(action.value)
  if ((alone ? [action, ...signals] : signals).some(({ value }) => /^(?:EXIT|0)$/i.test(value)))
    shell.exitTrap = alone || action.value === '-' ? undefined : action
  return finish(shell, 0)
}

const comeBack: Builtin = (shell, args) => {
  shell.status = statusFrom(shell, args[0]?.text)
  return shell.calls > 0 ? { kind: 'return', call: shell.calls } : finish(shell, shell.status)
}

const leaveLoop =
  (kind: 'break' | 'continue'): Builtin =>
  (shell, args) => {
    const levels = Math.max(1, Number(args[0]?.text.value ?? 1) || 1)
    shell.status = 0
    return shell.loops === 0 ? finish(shell, 0) : { kind, loop: Math.max(1, shell.loops - levels + 1) }
  }

const changeDirectory: Builtin = (shell, args, at) => {
  const [target] = texts(args).filter((text) => !/^-[LPe@-]+$/.test(text.value))
  const { machine } = shell
  const old = spoken(machine.directory, at)
  const name =
    target?.value === '-' ? parameterValue(shell, 'OLDPWD', at) : (target ?? parameterValue(shell, 'HOME', at))
  const path = name?.value ?? ''
  if (target?.value === '-' && name) write(shell, 1, concat(name, spoken('\n', at)))
  const status = moveTo(shell, path)
  assign(shell, 'OLDPWD', old)
  return finish(shell, status)
}

/** A directory that is not known may be there all the same: something that is not followed made it. */
function moveTo(shell: Shell, path: string): Status {
  const { machine } = shell
  if (path === '') return 0
  if (holdsUnknown(path)) machine.files.blur()
  machine.directory = resolvePath(machine.directory, path)
  return machine.files.isDirectory(machine.directory) ? 0 : onlyOnce(shell, `cd ${path} succeeds`)
}

const pushDirectory: Builtin = (shell, args, at) => {
  const target = args.find(({ text }) => !/^[-+]/.test(text.value))?.text
  const { directory } = shell.machine
  const [top, ...rest] = shell.directories
  const path = target?.value ?? top ?? directory
  shell.directories = target ? [directory, ...shell.directories] : [directory, ...rest]
  write(shell, 1, unknownText(shell.machine.names, onlyOnce(shell, 'dirs').condition, 'directories', at))
  return finish(shell, moveTo(shell, path))
}

const popDirectory: Builtin = (shell, _args, at) => {
  const [top, ...rest] = shell.directories
  if (top === undefined) return finish(shell, 1)
  shell.directories = rest
  shell.machine.directory = top
  write(shell, 1, unknownText(shell.machine.names, onlyOnce(shell, 'dirs').condition, 'directories', at))
  return finish(shell, 0)
}

const set: Builtin = (shell, args) => {
  const words = values(args)
  const end = words.findIndex(
    (word, index) => !/^[-+][A-Za-z]/.test(word) && !/^[-+]\w*o$/.test(words[index - 1] ?? ''),
  )
  const options = end < 0 ? words : words.slice(0, end)
  const { errexit } = shell.settings
  shell.settings = withOptions(shell.settings, options)
  if (shell.settings.errexit !== errexit) shell.tolerant = errexit
  if (end >= 0) {
    shell.args = texts(args).slice(words[end] === '--' || words[end] === '-' ? end + 1 : end)
    shell.openArgs = args.some(({ open }) => open)
  }
  return finish(shell, 0)
}

const shift: Builtin = (shell, args) => {
  const count = Number(args[0]?.text.value ?? 1)
  if (!Number.isInteger(count) || count < 0 || count > shell.args.length) return finish(shell, 1)
  shell.args = shell.args.slice(count)
  return finish(shell, 0)
}

const forget: Builtin = (shell, args) => {
  const functions = values(args).includes('-f')
  for (const name of values(args)) {
    const element = /^([A-Za-z_]\w*)\[(.*)\]$/s.exec(name)
    if (element) forgetElement(shell, element[1] as string, element[2] as string)
    else if (name.startsWith('-')) continue
    else if (functions || (!parameterValue(shell, name, nowhere) && shell.functions.has(name))) {
      const left = new Map(shell.functions)
      left.delete(name)
      shell.functions = left
    } else unset(shell, name)
  }
  return finish(shell, 0)
}

function forgetElement(shell: Shell, name: string, index: string): void {
  const array = shell.arrays.get(name)
  if (!array?.items) return
  const items = new Map(array.items)
  items.delete(array.associative ? index.replace(/^["']|["']$/g, '') : Number(index))
  shell.arrays = new Map(shell.arrays).set(name, { ...array, items })
}

/** What is not known to its end may define any variable and do anything. */
const evaluateWords: Builtin = (shell, args, at) => {
  const text = texts(args).reduce(
    (all, word, index) => (index === 0 ? word : concat(all, spoken(' ', placeOf(word)), word)),
    emptyText,
  )
  if (!perhapsEmpty(text.value)) return runText(shell, text)
  return misunderstood(shell, text, 'eval', at)
}

/** `bin/activate` of a virtual environment of Python sets PATH, PS1 and what it needs to set them back. */
const source: Builtin = (shell, args, at) => {
  const [file, ...rest] = texts(args).filter(({ value }, index) => index > 0 || value !== '--')
  const { files, directory } = shell.machine
  const script = file && files.read(resolvePath(directory, file.value))
  if (file && script && !perhapsEmpty(script.value))
    return called(shell, rest.length > 0 ? rest : shell.args, () => {
      const frame = shell.frames
      shell.frames = frame.slice(0, -1)
      const flow = inFile(shell, file, () => runText(shell, script))
      shell.frames = [...shell.frames, new Map()]
      return flow
    })
  if (file && /(?:^|\/)(?:bin|Scripts)\/activate$/.test(file.value))
    return finish(shell, onlyOnce(shell, `there is ${file.value}`))
  return misunderstood(shell, file ?? emptyText, 'source', at)
}

const execute: Builtin = (shell, args, at) => {
  const [name, ...rest] = texts(args)
  if (!name) return finish(shell, 0)
  shell.exitTrap = undefined
  runExternal(shell, name, rest, at)
  return exit
}

/** `command -v` tells whether a command is there; what we know is there, what we do not know may be. */
const command: Builtin = (shell, args, at) => {
  const [first, ...rest] = args
  if (!first) return finish(shell, 0)
  if (/^-[vV]$/.test(first.text.value)) return lookUp(shell, texts(rest), at)
  if (first.text.value === '-p' || first.text.value === '--') return command(shell, rest, at)
  const builtin = builtins.get(first.text.value)
  return builtin ? builtin(shell, rest, at) : runExternal(shell, first.text, texts(rest), at)
}

function lookUp(shell: Shell, names: readonly Text[], at: Span): Flow {
  const own = (name: string) => shell.functions.has(name) || builtins.has(name)
  const known = names.length > 0 && names.every(({ value }) => own(value))
  const found = known || names.every(({ value }) => shell.commands.has(value) || own(value))
  const key = onlyOnce(shell, `there is ${names.map(({ value }) => value).join(' ')}`)
  write(
    shell,
    1,
    known
      ? concat(...names.flatMap((name) => [name, spoken('\n', at)]))
      : unknownText(shell.machine.names, key.condition, 'path of a command', at),
  )
  return finish(shell, found && known ? 0 : key)
}

const lets: Builtin = (shell, args) => {
  let status: Status = 1
  for (const { text } of args) {
    const code = parseArithmetic(text)
    try {
      const value = code ? evaluate(shell, code) : { key: text.value }
      status = typeof value === 'bigint' ? (value === 0n ? 1 : 0) : { condition: `${value.key} is not 0`, holds: true }
    } catch (error) {
      if (!(error instanceof ArithmeticError)) throw error
      return finish(shell, 1)
    }
  }
  return finish(shell, status)
}

/** `printf -v name`: the one thing about printf that only the shell can do. */
const printf: Builtin = (shell, args, at) => {
  const [flag, name, ...rest] = args
  const print = (words: readonly Given[]) => runExternal(shell, spoken('printf', at), texts(words), at)
  if (flag?.text.value !== '-v' || !name) return print(args)
  const text = capture(shell, () => print(rest))
  assign(shell, name.text.value, text)
  return finish(shell, shell.status)
}

const where: Builtin = (shell, _args, at) => {
  write(shell, 1, spoken(`${shell.machine.directory}\n`, at))
  return finish(shell, 0)
}

const wait: Builtin = (shell, args) => finish(shell, args.length === 0 ? 0 : onlyOnce(shell, 'job succeeds'))

const print: Builtin = (shell, _args, at) => {
  const question = onlyOnce(shell, 'builtin succeeds')
  const text = spoken(unknown(shell.machine.names, question.condition, 'output of a builtin'), at)
  write(shell, 1, text)
  return finish(shell, question)
}

const option: Builtin = (shell, args) => {
  shell.settings = withShopt(shell.settings, values(args))
  return finish(shell, values(args).includes('-q') ? onlyOnce(shell, 'shopt') : 0)
}

const again: Builtin = (shell, args, at) => {
  const [name, ...rest] = args
  return name ? runWords(shell, name.text, rest, at) : finish(shell, 0)
}

/** Commands of bash that are not programs. `echo`, `printf` and `test` are among the tools. */
export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  [':', ending(0)],
  ['true', ending(0)],
  ['false', ending(1)],
  ['exit', leave],
  ['return', comeBack],
  ['break', leaveLoop('break')],
  ['continue', leaveLoop('continue')],
  ['cd', changeDirectory],
  ['pushd', pushDirectory],
  ['popd', popDirectory],
  ['pwd', where],
  ['set', set],
  ['shopt', option],
  ['shift', shift],
  ['unset', forget],
  ['export', declare('export')],
  ['readonly', declare('readonly')],
  ['declare', declare('declare')],
  ['typeset', declare('declare')],
  ['local', declare('local')],
  ['eval', evaluateWords],
  ['source', source],
  ['.', source],
  ['exec', execute],
  ['command', command],
  ['builtin', again],
  [
    'type',
    (shell, args, at) =>
      lookUp(
        shell,
        texts(args).filter(({ value }) => !value.startsWith('-')),
        at,
      ),
  ],
  ['let', lets],
  ['printf', printf],
  ['read', read],
  ['mapfile', mapfile],
  ['readarray', mapfile],
  ['getopts', getopts],
  ['wait', wait],
  ['trap', trap],
  ...['umask', 'ulimit', 'hash', 'alias', 'unalias', 'disown', 'enable', 'bind', 'complete', 'bg'].map(
    (name): [string, Builtin] => [name, ending(0)],
  ),
  ...['jobs', 'dirs', 'times', 'fg', 'history', 'caller', 'compgen', 'help'].map((name): [string, Builtin] => [
    name,
    print,
  ]),
])
