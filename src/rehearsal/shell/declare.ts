import { slice } from '../../source/text.ts'
import type { Builtin, Given } from './builtins.ts'
import { assignNode } from './command.ts'
import { finish, type Shadowed, type Shell } from './shell-state.ts'
import { assign, exportVariable, isName, setArray } from './variables.ts'

const attributes = { i: 'integer', l: 'lower', u: 'upper', n: 'reference' } as const

/** `export`, `readonly`, `declare` and `local`. That a variable is read-only is not enforced. */
export const declare =
  (kind: 'export' | 'readonly' | 'declare' | 'local'): Builtin =>
  (shell, args) => {
    const flags = args
      .filter(({ text }) => /^[-+][A-Za-z]+$/.test(text.value))
      .map(({ text }) => text.value)
      .join('')
    const functions = /-\w*[fF]/.test(flags)
    if (functions || /-\w*p/.test(flags)) return finish(shell, 0)
    const makesLocal = shell.frames.length > 0 && (kind === 'local' || (kind === 'declare' && !flags.includes('g')))
    const substituted = shell.substituted
    for (const arg of args) {
      const name = nameOf(arg)
      if (!isName(name)) continue
      if (makesLocal) shadow(shell, name)
      attribute(shell, name, flags)
      give(shell, name, arg)
      if (kind === 'export' || flags.includes('x')) exportVariable(shell, name, !/\+\w*x|-\w*n/.test(flags))
    }
    shell.substituted = substituted
    return finish(shell, 0)
  }

const nameOf = ({ text, assignment }: Given): string => assignment?.name ?? text.value.replace(/=.*$/s, '')

function shadow(shell: Shell, name: string): void {
  const frame = shell.frames.at(-1)
  if (!frame || frame.has(name)) return
  const before: Shadowed = { variable: shell.machine.variables.get(name), array: shell.arrays.get(name) }
  shell.frames = [...shell.frames.slice(0, -1), new Map(frame).set(name, before)]
  const variables = new Map(shell.machine.variables)
  variables.delete(name)
  shell.machine.variables = variables
  const arrays = new Map(shell.arrays)
  arrays.delete(name)
  shell.arrays = arrays
}

function attribute(shell: Shell, name: string, flags: string): void {
  for (const [letter, attribute] of Object.entries(attributes)) {
    if (!new RegExp(`-\\w*${letter}`).test(flags)) continue
    shell.attributes = new Map(shell.attributes).set(name, attribute)
  }
  if (/-\w*[aA]/.test(flags) && !shell.arrays.has(name))
    setArray(shell, name, { associative: /-\w*A/.test(flags), items: new Map(), key: '' })
}

function give(shell: Shell, name: string, arg: Given): void {
  const equals = arg.text.value.indexOf('=')
  if (arg.assignment) assignNode(shell, arg.assignment)
  else if (equals >= 0) assign(shell, name, slice(arg.text, equals + 1))
}
