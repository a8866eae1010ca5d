import type { Assignment, Command, CommandArgument, Word } from 'unbash'
import type { Span } from '../../source/span.ts'
import { concat, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, unknownText } from '../../source/unknown.ts'
import type { Outcome } from '../../tools/tool.ts'
import { numberOf } from './arithmetic.ts'
import { builtins, type Given } from './builtins.ts'
import { questionOf } from './conditions.ts'
import { runOpaque } from './opaque.ts'
import { capture, sinkOf, write } from './output.ts'
import { runProcess } from './process.ts'
import { redirect, redirected } from './redirect.ts'
import { childShell, runFile, runFunction } from './scripts.ts'
import { type Flow, finish, onlyOnce, type Shell, type Status } from './shell-state.ts'
import { assign, assignElement, forgetArray, promoted, setArray } from './variables.ts'
import { expandText, expandToFields, isOpen, mayBeMore, written } from './words.ts'
import { wrappers } from './wrappers.ts'

/** A simple command: words, redirections, assignments, in this order, and then what the first word names. */
export function runSimple(shell: Shell, node: Command): Flow {
  shell.substituted = undefined
  const words = (node.name ? [node.name, ...node.args] : node.args).flatMap((word) => given(shell, word))
  const assignments = node.prefix.filter((part): part is Assignment => part.type === 'Assignment')
  const [name, ...args] = words
  if (!name) {
    return redirected(shell, node.redirects, () => {
      const { status } = shell
      for (const assignment of assignments) assignNode(shell, assignment)
      return finish(shell, shell.substituted ?? (assignments.length > 0 || node.name === undefined ? 0 : status))
    })
  }
  if (name.text.value === 'exec' && args.length === 0) {
    for (const redirection of node.redirects) redirect(shell, redirection)
    return finish(shell, 0)
  }
  return redirected(shell, node.redirects, () =>
    withVariables(shell, assignments, () => runWords(shell, name.text, args, placeOf(name.text))),
  )
}

function given(shell: Shell, word: CommandArgument): readonly Given[] {
  if (word.type === 'Word') return expandToFields(shell, word).map((text) => ({ text, open: mayBeMore(word, text) }))
  const { value } = word
  if (value.type === 'ArrayValue' || word.index || word.append)
    return [{ text: written(shell, word), assignment: word }]
  const name = slice(shell.source, word.pos, value.pos)
  return [{ text: concat(name, expandText(shell, value, 'assignment')) }]
}

/** `NAME=value command`: the variable is there for the command alone. */
function withVariables(shell: Shell, assignments: readonly Assignment[], run: () => Flow): Flow {
  if (assignments.length === 0) return run()
  const before = assignments.map(({ name }) => [name, shell.machine.variables.get(name)] as const)
  for (const assignment of assignments) {
    assignNode(shell, assignment)
    const variables = new Map(shell.machine.variables)
    const variable = variables.get(assignment.name)
    if (variable) shell.machine.variables = variables.set(assignment.name, { ...variable, exported: true })
  }
  const flow = run()
  const variables = new Map(shell.machine.variables)
  for (const [name, variable] of before) {
    if (variable) variables.set(name, variable)
    else variables.delete(name)
  }
  shell.machine.variables = variables
  return flow
}

/** `name=value`, `name+=value`, `name[index]=value`, `name=(…)` */
export function assignNode(shell: Shell, node: Assignment): void {
  const { value } = node
  if (value.type === 'ArrayValue') assignArray(shell, node, value.elements)
  else assignValue(shell, node, expandText(shell, value, 'assignment'))
}

function assignValue(shell: Shell, node: Assignment, text: Text): void {
  const { name } = node
  if (!node.index) {
    assign(shell, name, text, node.append)
    return
  }
  const array = shell.arrays.get(name)
  const key = expandText(shell, node.index)
  const index = array?.associative ? key.value : elementIndex(shell, name, key)
  if (index === undefined || holdsUnknown(String(index))) forgetArray(shell, name)
  else assignElement(shell, name, index, text, node.append)
}

function elementIndex(shell: Shell, name: string, key: Text): number | undefined {
  const number = numberOf(shell, key)
  if (number === undefined || number >= 0) return number
  const last = Math.max(-1, ...[...(shell.arrays.get(name)?.items?.keys() ?? [])].map(Number))
  return last + 1 + number >= 0 ? last + 1 + number : undefined
}

function assignArray(shell: Shell, node: Assignment, elements: readonly Word[]): void {
  const old = shell.arrays.get(node.name)
  const start = node.append ? (old ?? promoted(shell, node.name)) : { items: new Map(), associative: old?.associative }
  const items = start.items && elementsOn(shell, start.items, Boolean(old?.associative), elements)
  if (items) setArray(shell, node.name, { associative: Boolean(old?.associative), items, key: '' })
  else forgetArray(shell, node.name)
}

type Items = Map<string | number, Text>

/** The elements of `(a "$b" [key]=value)` put to those that are there; undefined: nobody knows where one of them goes. */
function elementsOn(
  shell: Shell,
  there: ReadonlyMap<string | number, Text>,
  associative: boolean,
  elements: readonly Word[],
): Items | undefined {
  const items: Items = new Map(there)
  let index = Math.max(-1, ...[...items.keys()].map(Number).filter(Number.isInteger)) + 1
  for (const element of elements) {
    const keyed = keyOf(shell, element)
    if (keyed === 'unclear' || (associative && !keyed)) return undefined
    if (!keyed) {
      for (const field of expandToFields(shell, element)) {
        if (isOpen(element, field)) return undefined
        items.set(index++, field)
      }
      continue
    }
    const number = Number(keyed.key)
    if (!associative && !(Number.isInteger(number) && number >= 0)) return undefined
    items.set(associative ? keyed.key : number, keyed.value)
    index = number + 1
  }
  return items
}

/** `[key]=value` as an element; only plain keys are followed. */
function keyOf(shell: Shell, element: Word): { readonly key: string; readonly value: Text } | 'unclear' | undefined {
  const text = written(shell, element).value
  if (!/^\[[^\]]*\]\+?=/.test(text)) return undefined
  const key = /^\[([^\]$`'"\\]+|"[^"$`\\]*"|'[^']*')\]=/.exec(text)?.[1]?.replace(/^["']|["']$/g, '')
  const value = expandText(shell, element)
  const end = value.value.indexOf(']=')
  return key === undefined || end < 0 ? 'unclear' : { key, value: slice(value, end + 2) }
}

/** Runs a command by its expanded words: a function, a builtin, or something outside the shell. */
export function runWords(shell: Shell, name: Text, args: readonly Given[], at: Span): Flow {
  const known = shell.functions.get(name.value)
  const texts = args.map(({ text }) => text)
  if (known === 'unclear') return runOpaque(shell, name.value, texts, at)
  if (known)
    return runFunction(
      shell,
      known,
      texts,
      args.some(({ open }) => open),
    )
  const builtin = builtins.get(name.value)
  return builtin ? builtin(shell, args, at) : runExternal(shell, name, texts, at)
}

/** Runs a command that is no part of the shell: a wrapper around another, a tool, a script of the repository. */
export function runExternal(shell: Shell, name: Text, args: readonly Text[], at: Span): Flow {
  const base = name.value.slice(name.value.lastIndexOf('/') + 1)
  const installed = !name.value.includes('/') || /^\/(?:usr\/(?:local\/)?)?s?bin\//.test(name.value)
  const wrapper = installed ? wrappers.get(base) : undefined
  if (wrapper) return wrapper(shell, args, at)
  const tool = installed ? shell.commands.get(base) : undefined
  if (tool) return runTool(shell, { tool, base, name, args, at })
  if (name.value.includes('/') && !holdsUnknown(name.value)) {
    const flow = runFile(shell, name, args, at)
    if (flow) return flow
  }
  return runOpaque(shell, base, args, at)
}

interface ToolCall {
  readonly tool: NonNullable<ReturnType<Shell['commands']['get']>>
  readonly base: string
  readonly name: Text
  readonly args: readonly Text[]
  readonly at: Span
}

function runTool(shell: Shell, { tool, base, name, args, at }: ToolCall): Flow {
  const { machine, world } = shell
  const { variables, directory, tolerant = false } = machine
  machine.tolerant = tolerant || shell.tolerant
  const interpret = (script: Text, scriptArgs: readonly Text[] = []): Outcome => interpreted(shell, script, scriptArgs)
  const short = base === name.value ? name : slice(name, name.value.length - base.length)
  const outcome = tool({ name: short, args, stdin: shell.input, at, interpret }, machine, world)
  Object.assign(machine, { variables, directory, tolerant })
  write(shell, 1, outcome.stdout)
  const status = statusOf(shell, base, args, outcome.status)
  complain(shell, base, status, at)
  return finish(shell, status)
}

function statusOf(shell: Shell, name: string, args: readonly Text[], status: Outcome['status']): Status {
  const tests = name === 'test' || name === '['
  if (status !== 'unknown' && !(tests && status === 1 && asksOutside(args))) return status
  return tests ? questionOf(shell, name, args) : onlyOnce(shell, `${name} succeeds`)
}

/** Whether `test` asks for a file that the machine has or has not beside what is modelled: `[ -f /etc/os-release ]`. */
const asksOutside = (args: readonly Text[]): boolean =>
  args.some(
    (arg, index) => /^\/(?!(?:github|tmp)(?:\/|$))/.test(arg.value) && /^-[a-zA-Z]$/.test(args[index - 1]?.value ?? ''),
  )

/** Commands that say nothing when they answer no. */
const quiet = new Set(['test', '[', 'grep', 'egrep', 'fgrep', 'cmp', 'diff', 'jq', 'echo', 'printf', 'cat'])

/** What a command that may have failed says on standard error is unknown, where anybody keeps it. */
function complain(shell: Shell, name: string, status: Status, at: Span): void {
  if (status === 0 || sinkOf(shell, 2).kind === 'nowhere') return
  if (quiet.has(name) && (status === 1 || typeof status === 'object')) return
  write(shell, 2, unknownText(shell.machine.names, onlyOnce(shell, 'message').condition, `message of ${name}`, at))
}

function interpreted(shell: Shell, script: Text, args: readonly Text[]): Outcome {
  const outer = shell.status
  const stdout = capture(shell, () =>
    runProcess(shell, (child) => childShell(child, script, { name: spoken('bash', placeOf(script)), args }), false),
  )
  const { status } = shell
  shell.status = outer
  return { status: typeof status === 'number' ? status : status === 'failed' ? 1 : 'unknown', stdout }
}
