import type { Assignment, Command, Redirection, Word } from 'unbash'
import { concat, placeOf, slice, type Text } from '../../source/text.ts'
import type { Call, Outcome, Command as Tool } from '../../tools/tool.ts'
import { numberOf } from './arithmetic.ts'
import { welcome } from './branch.ts'
import { builtins } from './builtins.ts'
import { capture, write } from './process.ts'
import { redirected } from './redirection.ts'
import { runCommand } from './run.ts'
import { runFile, runText } from './script.ts'
import { deepest, type Flow, finish, next, onlyOnce, type Shell, type ShellFunction, spend } from './shell-state.ts'
import { testStatus } from './test-command.ts'
import { unknownCommand } from './unknown-command.ts'
import { assign, assignElement, exportVariable, forgetArray, setArray, unset } from './variables.ts'
import { expandText, expandWords, within, written } from './words.ts'
import { wrappers } from './wrappers.ts'

/** A command with its assignments and redirections. */
export function runSimple(shell: Shell, node: Command): Flow {
  const assignments = node.prefix.filter((one): one is Assignment => one.type === 'Assignment')
  if (!node.name) {
    shell.status = 0
    return redirected(shell, node.redirects as readonly Redirection[], () => {
      for (const one of assignments) assignNode(shell, one)
      return finish(shell, shell.status)
    })
  }
  const words = [...expandWords(shell, [node.name]), ...node.args.flatMap((one) => argumentsOf(shell, one))]
  const run = (): Flow => redirected(shell, node.redirects as readonly Redirection[], () => dispatch(shell, words))
  return assignments.length === 0 ? run() : withAssignments(shell, assignments, run)
}

/** `export A=$b`: the value is not split. */
const argumentsOf = (shell: Shell, one: Word | Assignment): readonly Text[] =>
  one.type === 'Word' ? expandWords(shell, [one]) : [assignmentText(shell, one)]

function assignmentText(shell: Shell, node: Assignment): Text {
  if (node.value.type !== 'Word') return written(shell, node)
  const head = slice(shell.source, node.pos, node.value.pos)
  return concat(head, expandText(shell, node.value, 'assignment'))
}

export function assignNode(shell: Shell, node: Assignment): void {
  const { name, value, append, index } = node
  if (value.type === 'ArrayValue') {
    const elements = expandWords(shell, value.elements)
    const keyed = value.elements.some((element) => /^\[.*\]=/.test(element.text))
    if (keyed || shell.arrays.get(name)?.associative) {
      forgetArray(shell, name)
      return
    }
    const before = append ? (shell.arrays.get(name)?.items ?? new Map()) : new Map()
    const items = new Map([...before, ...elements.map((element, at) => [before.size + at, element] as const)])
    setArray(shell, name, { associative: false, items, key: '' })
    return
  }
  const text = expandText(shell, value, 'assignment')
  if (!index) {
    assign(shell, name, text, append)
    return
  }
  const key = expandText(shell, index)
  const at = shell.arrays.get(name)?.associative ? key.value : numberOf(shell, key)
  if (at === undefined) forgetArray(shell, name)
  else assignElement(shell, name, at, text, append)
}

/** `A=b command`: for this command alone. */
function withAssignments(shell: Shell, assignments: readonly Assignment[], run: () => Flow): Flow {
  const before = assignments.map(({ name }) => [name, shell.machine.variables.get(name)] as const)
  for (const one of assignments) {
    assignNode(shell, one)
    exportVariable(shell, one.name)
  }
  const flow = run()
  for (const [name, variable] of before) {
    if (variable) shell.machine.variables = new Map(shell.machine.variables).set(name, variable)
    else unset(shell, name)
  }
  return flow
}

/** Finds what a name means: a function, a builtin, a tool, a script in the workspace, or something nobody here knows. */
export function dispatch(shell: Shell, words: readonly Text[], functions = true): Flow {
  spend(shell)
  const [name, ...args] = words
  if (!name) return next
  const own = functions ? shell.functions.get(name.value) : undefined
  if (own === 'unclear') return unknownCommand(shell, name, args)
  if (own) return callFunction(shell, own, args)
  const plain = name.value.slice(name.value.lastIndexOf('/') + 1)
  const builtin = builtins.get(name.value) ?? wrappers.get(plain)
  if (builtin) return builtin(shell, args, name)
  const tool = shell.commands.get(plain)
  if (tool && (plain === name.value || /^\/(?:usr\/(?:local\/)?)?s?bin\//.test(name.value)))
    return callTool(shell, tool, name, args)
  return (name.value.includes('/') && runFile(shell, name, args)) || unknownCommand(shell, name, args)
}

function callFunction(shell: Shell, code: ShellFunction, args: readonly Text[]): Flow {
  if (shell.depth >= deepest || code.node.body.type === 'CompoundList')
    return finish(shell, onlyOnce(shell, 'function'))
  const { args: outer, frames } = shell
  shell.args = args
  shell.depth += 1
  shell.calls += 1
  const call = shell.calls
  shell.frames = [...frames, new Map()]
  const body = code.node.body
  const flow = within(shell, code.text, () => runCommand(shell, body))
  welcome(shell, (one) => one.kind === 'return' && one.call === call)
  restoreLocals(shell)
  Object.assign(shell, { args: outer, frames, calls: call - 1 })
  shell.depth -= 1
  return flow.kind === 'return' && flow.call === call ? next : flow
}

function restoreLocals(shell: Shell): void {
  for (const [name, { variable, array }] of shell.frames.at(-1) ?? []) {
    unset(shell, name)
    if (variable) shell.machine.variables = new Map(shell.machine.variables).set(name, variable)
    if (array) setArray(shell, name, array)
  }
}

function callTool(shell: Shell, tool: Tool, name: Text, args: readonly Text[]): Flow {
  const call: Call = {
    name,
    args,
    stdin: shell.input,
    at: placeOf(name),
    interpret: (script, given = []) => interpret(shell, script, given),
  }
  const { status, stdout } = tool(call, shell.machine, shell.world)
  write(shell, 1, stdout)
  return finish(shell, status === 'unknown' ? (testStatus(name, args) ?? onlyOnce(shell, name.value)) : status)
}

/** A script that a command was given, in a shell of its own. */
function interpret(shell: Shell, script: Text, args: readonly Text[]): Outcome {
  const stdout = capture(shell, () => runText(shell, script, args, { name: shell.name, errexit: false }))
  return { status: typeof shell.status === 'number' ? shell.status : 'unknown', stdout }
}
