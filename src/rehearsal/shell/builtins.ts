import { nowhere } from '../../source/span.ts'
import { concat, emptyText, slice, spoken, type Text, trim } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { parseShell } from '../../syntax/shell.ts'
import { resolvePath } from '../../world/files.ts'
import { evaluateText, numberOf } from './arithmetic.ts'
import { dispatch } from './command.ts'
import { capture } from './process.ts'
import { runStatements } from './run.ts'
import { sourceFile } from './script.ts'
import { exit, type Flow, finish, onlyOnce, type Settings, type Shell } from './shell-state.ts'
import { assign, exportVariable, forgetArray, setArray, unset, valueFor } from './variables.ts'
import { within } from './words.ts'

export type Builtin = (shell: Shell, args: readonly Text[], name: Text) => Flow

const ok = (shell: Shell): Flow => finish(shell, 0)
const done: Builtin = (shell) => ok(shell)

/** Builtins whose answer nobody needs here, and nobody knows. */
const open: Builtin = (shell, args, name) => {
  for (const word of args)
    if (/^[A-Za-z_]\w*$/.test(word.value) && name.value === 'getopts') forgetArray(shell, word.value)
  return finish(shell, onlyOnce(shell, name.value))
}

const cd: Builtin = (shell, args) => {
  const { machine } = shell
  const target =
    args.find((word) => !/^-[LP]$|^--$/.test(word.value)) ?? machine.variables.get('HOME')?.text ?? emptyText
  if (target.value === '-') machine.directory = valueFor(shell, 'OLDPWD', nowhere)?.value ?? machine.directory
  else {
    assign(shell, 'OLDPWD', spoken(machine.directory, target.pieces[0]?.at ?? nowhere))
    machine.directory = resolvePath(machine.directory, target.value)
  }
  return ok(shell)
}

/** `declare`, `local`, `export`, `readonly` and `typeset`. */
const declare: Builtin = (shell, args, name) => {
  const flags = args
    .filter((word) => /^[-+]/.test(word.value))
    .map((word) => word.value)
    .join('')
  for (const word of args) {
    const match = /^([A-Za-z_]\w*)(\+?=)?/.exec(word.value)
    if (!match || /^[-+]/.test(word.value)) continue
    const variable = match[1] as string
    if (name.value === 'local' || (name.value === 'declare' && shell.frames.length > 0 && !flags.includes('g')))
      makeLocal(shell, variable, match[2] === undefined)
    if (/i/.test(flags)) shell.attributes = new Map(shell.attributes).set(variable, 'integer')
    if (/[aA]/.test(flags) && !match[2])
      setArray(shell, variable, { associative: flags.includes('A'), items: new Map(), key: '' })
    else if (match[2]) declareValue(shell, variable, slice(word, match[0].length), match[2] === '+=')
    if (name.value === 'export' || /x/.test(flags)) exportVariable(shell, variable, !/n/.test(flags))
  }
  return ok(shell)
}

/** `declare -a list=(a b)` reaches here as it is written. */
function declareValue(shell: Shell, name: string, value: Text, append: boolean): void {
  if (value.value.startsWith('(')) forgetArray(shell, name)
  else assign(shell, name, value, append)
}

function makeLocal(shell: Shell, name: string, bare: boolean): void {
  const frame = shell.frames.at(-1)
  if (!frame || frame.has(name)) return
  const shadowed = { variable: shell.machine.variables.get(name), array: shell.arrays.get(name) }
  shell.frames = [...shell.frames.slice(0, -1), new Map(frame).set(name, shadowed)]
  if (bare) unset(shell, name)
}

const shift: Builtin = (shell, args) => {
  const count = args[0] ? (numberOf(shell, args[0]) ?? 1) : 1
  if (count > shell.args.length) return finish(shell, 1)
  shell.args = shell.args.slice(count)
  return ok(shell)
}

const flagNames: Readonly<Record<string, keyof Settings>> = {
  e: 'errexit',
  u: 'nounset',
  f: 'noglob',
  errexit: 'errexit',
  nounset: 'nounset',
  noglob: 'noglob',
  pipefail: 'pipefail',
}

const set: Builtin = (shell, args) => {
  for (let index = 0; index < args.length; index += 1) {
    const { value } = args[index] as Text
    if (value === '--' || !/^[-+]/.test(value)) {
      shell.args = args.slice(value === '--' ? index + 1 : index)
      break
    }
    const on = value.startsWith('-')
    for (const flag of value.slice(1)) {
      const setting = flag === 'o' ? flagNames[args[index + 1]?.value ?? ''] : flagNames[flag]
      if (setting) shell.settings = { ...shell.settings, [setting]: on }
    }
    if (value.includes('o')) index += 1
  }
  return ok(shell)
}

const shopt: Builtin = (shell, args) => {
  const on = args.some((word) => word.value === '-s')
  for (const { value } of args)
    if (/^(?:nullglob|globstar|dotglob|nocasematch|lastpipe)$/.test(value))
      shell.settings = { ...shell.settings, [value]: on }
  return ok(shell)
}

const unsetAll: Builtin = (shell, args) => {
  for (const { value } of args) {
    if (value.startsWith('-')) continue
    unset(shell, value)
    const functions = new Map(shell.functions)
    functions.delete(value)
    shell.functions = functions
  }
  return ok(shell)
}

const leave =
  (kind: 'exit' | 'return'): Builtin =>
  (shell, args) => {
    if (args[0]) {
      const code = numberOf(shell, args[0])
      shell.status = code === undefined ? { condition: `status ${args[0].value}`, holds: true } : code & 255
    }
    return kind === 'exit' || shell.calls === 0 ? exit : { kind: 'return', call: shell.calls }
  }

const jump =
  (kind: 'break' | 'continue'): Builtin =>
  (shell, args) => {
    const levels = Math.max(1, args[0] ? (numberOf(shell, args[0]) ?? 1) : 1)
    if (shell.loops === 0) return ok(shell)
    shell.status = 0
    return { kind, loop: Math.max(1, shell.loops - levels + 1) }
  }

const evalAll: Builtin = (shell, args) => {
  const space = spoken(' ', nowhere)
  const text = concat(...args.flatMap((word, index) => (index === 0 ? [word] : [space, word])))
  const code = parseShell(text)
  if (!code || holdsUnknown(text.value)) shell.open = true
  return code
    ? within(shell, code.text, () => runStatements(shell, code.node.commands))
    : finish(shell, onlyOnce(shell, 'eval'))
}

/** Takes a line of the input; the last of several names gets the rest. */
const read: Builtin = (shell, args) => {
  const names = args
    .filter((word, index) => !word.value.startsWith('-') && !/^-[dnNptu]$/.test(args[index - 1]?.value ?? ''))
    .map((word) => word.value)
  const { value } = shell.input
  const end = value.indexOf('\n')
  if (value === '') {
    for (const name of names) assign(shell, name, emptyText)
    return finish(shell, 1)
  }
  const line = slice(shell.input, 0, end < 0 ? value.length : end)
  shell.input = end < 0 ? emptyText : slice(shell.input, end + 1)
  const ifs = shell.machine.variables.get('IFS')?.text.value ?? ' \t\n'
  shareOut(shell, names.length > 0 ? names : ['REPLY'], line, ifs)
  return finish(shell, end < 0 && !holdsUnknown(line.value) ? 1 : 0)
}

function shareOut(shell: Shell, names: readonly string[], line: Text, ifs: string): void {
  const blank = /^[ \t\n]*$/.test(ifs)
  let rest = ifs === '' ? line : trim(line)
  names.forEach((name, index) => {
    const at =
      ifs === '' || index === names.length - 1 ? -1 : [...rest.value].findIndex((character) => ifs.includes(character))
    assign(shell, name, at < 0 ? rest : slice(rest, 0, at))
    const next = at < 0 ? emptyText : slice(rest, at + 1)
    rest = blank ? trim(next) : next
  })
}

const mapfile: Builtin = (shell, args) => {
  const name =
    args
      .filter((word, index) => !word.value.startsWith('-') && !/^-[dnOsuCc]$/.test(args[index - 1]?.value ?? ''))
      .at(-1)?.value ?? 'MAPFILE'
  if (holdsUnknown(shell.input.value) || !args.some((word) => word.value === '-t')) forgetArray(shell, name)
  else {
    const lines = shell.input.value.split('\n')
    let start = 0
    const items = new Map<number, Text>()
    lines.slice(0, lines.at(-1) === '' ? -1 : lines.length).forEach((line, index) => {
      items.set(index, slice(shell.input, start, start + line.length))
      start += line.length + 1
    })
    setArray(shell, name, { associative: false, items, key: '' })
  }
  return ok(shell)
}

const letBuiltin: Builtin = (shell, args) => {
  const last = args.map((word) => evaluateText(shell, word)).at(-1)
  if (!last || holdsUnknown(last.value)) return finish(shell, onlyOnce(shell, 'let'))
  return finish(shell, last.value === '0' ? 1 : 0)
}

/** `command -v name` asks; `command name` runs. */
const command: Builtin = (shell, args, name) => {
  if (!/^-[vV]$/.test(args[0]?.value ?? ''))
    return dispatch(shell, args[0]?.value === '-p' ? args.slice(1) : args, false)
  const wanted = args[1]
  if (wanted && (shell.functions.has(wanted.value) || builtins.has(wanted.value))) return ok(shell)
  return finish(shell, wanted ? { condition: `there is ${wanted.value}`, holds: true } : onlyOnce(shell, name.value))
}

/** `printf -v name …` sets a variable; any other is the tool's. */
const printf: Builtin = (shell, args, name) => {
  const tool = (words: readonly Text[]): Flow => {
    const found = shell.commands.get('printf')
    return found
      ? dispatch(shell, [concat(spoken('/usr/bin/', nowhere), name), ...words], false)
      : finish(shell, onlyOnce(shell, 'printf'))
  }
  if (args[0]?.value !== '-v' || !args[1]) return tool(args)
  assign(
    shell,
    args[1].value,
    capture(shell, () => tool(args.slice(2))),
  )
  return ok(shell)
}

export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  [':', done],
  ['trap', done],
  ['wait', done],
  ['ulimit', done],
  ['umask', done],
  ['jobs', done],
  ['disown', done],
  ['hash', done],
  ['alias', done],
  ['unalias', done],
  ['bind', done],
  ['complete', done],
  ['times', done],
  ['bg', done],
  ['fg', done],
  ['suspend', done],
  ['builtin', (shell, args) => dispatch(shell, args, false)],
  ['getopts', open],
  ['caller', open],
  ['type', command],
  ['which', open],
  ['cd', cd],
  ['pushd', cd],
  ['popd', done],
  ['dirs', open],
  ['export', declare],
  ['declare', declare],
  ['typeset', declare],
  ['local', declare],
  ['readonly', declare],
  ['shift', shift],
  ['set', set],
  ['shopt', shopt],
  ['unset', unsetAll],
  ['exit', leave('exit')],
  ['return', leave('return')],
  ['break', jump('break')],
  ['continue', jump('continue')],
  ['logout', leave('exit')],
  ['eval', evalAll],
  ['source', (shell, args) => (args[0] ? sourceFile(shell, args[0], args.slice(1)) : ok(shell))],
  ['.', (shell, args) => (args[0] ? sourceFile(shell, args[0], args.slice(1)) : ok(shell))],
  ['read', read],
  ['mapfile', mapfile],
  ['readarray', mapfile],
  ['let', letBuiltin],
  ['command', command],
  ['printf', printf],
])
