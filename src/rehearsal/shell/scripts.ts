import type { Span } from '../../source/span.ts'
import type { Text } from '../../source/text.ts'
import { resolvePath } from '../../world/files.ts'
import { welcome } from './branch.ts'
import { runOpaque } from './opaque.ts'
import { runProcess } from './process.ts'
import { runCommandNode, runList, runWhole } from './run.ts'
import { withOptions } from './settings.ts'
import {
  deepest,
  Exhausted,
  type Flow,
  next,
  plainSettings,
  type Settings,
  type Shell,
  type ShellFunction,
  spend,
} from './shell-state.ts'
import { within } from './words.ts'

/** Calls a function: its arguments are the positional ones, and its local variables go when it ends. */
export function runFunction(
  shell: Shell,
  { text, node, file }: ShellFunction,
  args: readonly Text[],
  open: boolean,
): Flow {
  const { body } = node
  const { openArgs } = shell
  const flow = called(shell, args, () => {
    shell.openArgs = open
    return inFile(shell, file, () =>
      within(shell, text, () => (body.type === 'CompoundList' ? runList(shell, body) : runCommandNode(shell, body))),
    )
  })
  shell.openArgs = openArgs
  return flow
}

/** Runs what stands in a file. */
export function inFile<T>(shell: Shell, file: Text | undefined, run: () => T): T {
  const outer = shell.file
  shell.file = file
  const result = run()
  shell.file = outer
  return result
}

/** Runs what `return` comes back from. */
export function called(shell: Shell, args: readonly Text[], run: () => Flow): Flow {
  const { args: outerArgs, calls, depth, frames } = shell
  if (depth >= deepest) throw new Exhausted()
  spend(shell)
  Object.assign(shell, { args, calls: calls + 1, depth: depth + 1, frames: [...frames, new Map()] })
  const flow = run()
  welcome(shell, (left) => left.kind === 'return' && left.call === calls + 1)
  restoreLocals(shell)
  Object.assign(shell, { args: outerArgs, calls, depth, frames: shell.frames.slice(0, -1) })
  return flow.kind === 'return' && flow.call === calls + 1 ? next : flow
}

function restoreLocals(shell: Shell): void {
  const frame = shell.frames.at(-1)
  if (!frame || frame.size === 0) return
  const variables = new Map(shell.machine.variables)
  const arrays = new Map(shell.arrays)
  for (const [name, { variable, array }] of frame) {
    if (variable) variables.set(name, variable)
    else variables.delete(name)
    if (array) arrays.set(name, array)
    else arrays.delete(name)
  }
  shell.machine.variables = variables
  shell.arrays = arrays
}

interface Child {
  readonly name: Text
  readonly file?: Text | undefined
  readonly args: readonly Text[]
  readonly settings?: Settings
}

/** Runs a script with nothing of this shell but what is exported. */
export function childShell(shell: Shell, script: Text, { name, file, args, settings = plainSettings }: Child): Flow {
  shell.machine.variables = new Map([...shell.machine.variables].filter(([, variable]) => variable.exported))
  Object.assign(shell, { functions: new Map(), arrays: new Map(), attributes: new Map(), frames: [], open: shell.open })
  Object.assign(shell, {
    name,
    file,
    args,
    openArgs: false,
    settings,
    ignoring: false,
    loops: 0,
    calls: 0,
    optionOffset: 0,
    directories: [],
  })
  shell.status = 0
  return runWhole(shell, script)
}

/** Runs a script of the repository that is called by its path; undefined: there is none to read. */
export function runFile(shell: Shell, name: Text, args: readonly Text[], at: Span): Flow | undefined {
  const script = shell.machine.files.read(resolvePath(shell.machine.directory, name.value))
  if (!script) return undefined
  const { interpreter, options } = shebangOf(script.value)
  if (!shells.has(interpreter)) return runOpaque(shell, name.value, args, at, [script])
  runProcess(shell, (child) => {
    const settings = withOptions(plainSettings, options)
    return childShell(child, script, { name, file: name, args, settings: asInterpreter(settings, interpreter) })
  })
  return next
}

const shells = new Set(['', 'bash', 'sh', 'dash', 'ash'])

/** dash and POSIX mode keep `set -e` in substitutions. */
export const asInterpreter = (settings: Settings, interpreter: string): Settings =>
  interpreter === '' || interpreter === 'bash' ? settings : { ...settings, inheritErrexit: true }

function shebangOf(script: string): { readonly interpreter: string; readonly options: readonly string[] } {
  const words = /^#![ \t]*([^\n\r]*)/.exec(script)?.[1]?.split(/\s+/).filter(Boolean) ?? []
  const named = words[0]?.endsWith('/env') ? words.slice(1).filter((word) => word !== '-S') : words
  const [path = '', ...options] = named
  return { interpreter: path.slice(path.lastIndexOf('/') + 1), options }
}
