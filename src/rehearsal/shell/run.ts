import type { AndOr, Case, CommandNode, CompoundList, For, If, Pipeline, PipelineNode, Statement, While } from 'unbash'
import type { Text } from '../../source/text.ts'
import { evaluate } from './arithmetic.ts'
import { decide, perhaps, welcome } from './branch.ts'
import { runSimple } from './command.ts'
import { conditional } from './conditional.ts'
import { matchesGlob } from './glob-match.ts'
import { compileGlob, textOf } from './pattern.ts'
import { capture, inSubshell } from './process.ts'
import { redirected } from './redirection.ts'
import {
  exit,
  type Flow,
  finish,
  negated,
  next,
  onlyOnce,
  type Shell,
  type Status,
  spend,
  succeeded,
} from './shell-state.ts'
import { assign } from './variables.ts'
import { expandStretches, expandText, expandWords } from './words.ts'

export function runStatements(shell: Shell, statements: readonly Statement[]): Flow {
  for (const statement of statements) {
    const flow = runStatement(shell, statement)
    if (flow.kind !== 'next') return flow
  }
  return next
}

const runList = (shell: Shell, list: CompoundList): Flow => runStatements(shell, list.commands)

function runStatement(shell: Shell, statement: Statement): Flow {
  spend(shell)
  const { command } = statement
  const flow = command.type === 'AndOr' ? runAndOr(shell, command) : runPipeline(shell, command)
  if (flow.kind !== 'next' || shell.ignoring) return flow
  if (statement.background) return finish(shell, 0)
  return settle(shell, command.type === 'AndOr')
}

/** `set -e`: a command that fails ends the script, and one of which nobody knows has succeeded. */
function settle(shell: Shell, chained: boolean): Flow {
  if (!shell.settings.errexit) return next
  const success = succeeded(shell)
  if (success === undefined) return finish(shell, 0)
  return success || chained ? next : exit
}

/** Runs where a failure is a question and no end. */
function asking<T>(shell: Shell, run: () => T): T {
  const { ignoring } = shell
  shell.ignoring = true
  const result = run()
  shell.ignoring = ignoring
  return result
}

function runAndOr(shell: Shell, { commands, operators }: AndOr): Flow {
  const [first, ...rest] = commands
  let flow = first ? asking(shell, () => runPipeline(shell, first)) : next
  for (const [index, command] of rest.entries()) {
    if (flow.kind !== 'next') return flow
    const last = index === rest.length - 1
    const go = (side: Shell): Flow =>
      last ? withErrexit(side, () => runPipeline(side, command)) : asking(side, () => runPipeline(side, command))
    const stay = (): Flow => next
    flow = operators[index] === '&&' ? decide(shell, shell.status, go, stay) : decide(shell, shell.status, stay, go)
  }
  return flow
}

/** The last command of a chain counts for `set -e`, those before it do not. */
function withErrexit(shell: Shell, run: () => Flow): Flow {
  const flow = run()
  return flow.kind === 'next' && !shell.ignoring ? settle(shell, false) : flow
}

function runPipeline(shell: Shell, node: PipelineNode): Flow {
  if (node.type !== 'Pipeline') return runCommand(shell, node)
  const negation = node.prefixes.some((prefix) => prefix.type === 'Negation')
  const flow = negation ? asking(shell, () => runStages(shell, node)) : runStages(shell, node)
  if (negation && flow.kind === 'next') shell.status = negated(shell.status)
  return flow
}

function runStages(shell: Shell, { commands }: Pipeline): Flow {
  const [only] = commands
  if (commands.length === 1 && only) return runCommand(shell, only)
  const { input } = shell
  const statuses: Status[] = []
  let passed: Text = input
  commands.forEach((command, index) => {
    shell.input = passed
    const last = index === commands.length - 1
    const stage = (): Flow => inSubshell(shell, () => runCommand(shell, command))
    if (last) stage()
    else passed = capture(shell, stage)
    statuses.push(shell.status)
  })
  shell.input = input
  shell.pipeStatus = statuses
  shell.status = shell.settings.pipefail
    ? (statuses.findLast((status) => succeeded(shell, status) !== true) ?? 0)
    : (statuses.at(-1) ?? 0)
  return next
}

export function runCommand(shell: Shell, node: CommandNode): Flow {
  spend(shell)
  switch (node.type) {
    case 'Command':
      return runSimple(shell, node)
    case 'Redirected':
      return redirected(shell, node.redirects, () => runCommand(shell, node.command))
    case 'BraceGroup':
      return runList(shell, node.body)
    case 'Subshell':
      return inSubshell(shell, () => runList(shell, node.body))
    case 'If':
      return runIf(shell, node)
    case 'For':
      return runFor(shell, node)
    case 'While':
      return runWhile(shell, node)
    case 'Case':
      return runCase(shell, node)
    case 'TestCommand':
      return finish(shell, conditional(shell, node.expression))
    case 'ArithmeticCommand': {
      const value = evaluate(shell, { text: shell.source, node: node.expression })
      return finish(shell, typeof value === 'bigint' ? (value === 0n ? 1 : 0) : { condition: value.key, holds: true })
    }
    case 'Function':
      shell.functions = new Map(shell.functions).set(node.name.text, { text: shell.source, node })
      return finish(shell, 0)
    default:
      // `select`, `coproc` and the C-like `for` are rare in deliveries: nobody knows what they do.
      return notFollowed(shell, node.type)
  }
}

function notFollowed(shell: Shell, what: string): Flow {
  shell.open = true
  shell.machine.files.blur()
  return finish(shell, onlyOnce(shell, what))
}

function runIf(shell: Shell, node: If): Flow {
  const clauses = [[node.clause, node.then] as const, ...node.elif.map((one) => [one.clause, one.then] as const)]
  const from =
    (index: number) =>
    (side: Shell): Flow => {
      const [clause, body] = clauses[index] ?? []
      if (!clause || !body) return node.else ? runList(side, node.else) : finish(side, 0)
      const flow = asking(side, () => runList(side, clause))
      return flow.kind === 'next' ? decide(side, side.status, (taken) => runList(taken, body), from(index + 1)) : flow
    }
  return from(0)(shell)
}

function runFor(shell: Shell, node: For): Flow {
  const items = node.wordlist ? expandWords(shell, node.wordlist) : shell.args
  return looped(shell, (id) => {
    for (const item of items) {
      assign(shell, node.name.text, item)
      const flow = round(shell, id, node.body)
      if (flow !== 'on') return flow
    }
    return next
  })
}

/** After so many rounds a loop is taken to go on for as long as it likes: what it decides is decided. */
const mostRounds = 200

function runWhile(shell: Shell, node: While): Flow {
  return looped(shell, (id) => {
    for (let rounds = 0; rounds < mostRounds; rounds += 1) {
      const flow = asking(shell, () => runList(shell, node.clause))
      if (flow.kind !== 'next') return flow
      const status = node.kind === 'until' ? negated(shell.status) : shell.status
      const goes = succeeded(shell, status)
      if (goes === false) return finish(shell, 0)
      if (goes === undefined) return perhaps(shell, status, (side) => roundOf(side, id, node.body))
      const ended = round(shell, id, node.body)
      if (ended !== 'on') return ended
      // A side that has left the loop shows how it ends; another round would show nothing new.
      if (shell.parked.some((one) => one.flow.kind === 'break' && one.flow.loop === id)) return next
    }
    return next
  })
}

const roundOf = (shell: Shell, id: number, body: CompoundList): Flow => {
  const flow = round(shell, id, body)
  return flow === 'on' ? next : flow
}

/** One round: `on` when the loop goes on. */
function round(shell: Shell, id: number, body: CompoundList): Flow | 'on' {
  const flow = runList(shell, body)
  if (flow.kind === 'next' || (flow.kind === 'continue' && flow.loop === id)) {
    welcome(shell, (one) => one.kind === 'continue' && one.loop === id)
    return 'on'
  }
  return flow
}

function looped(shell: Shell, run: (id: number) => Flow): Flow {
  shell.loops += 1
  const id = shell.loops
  const flow = run(id)
  welcome(shell, (one) => (one.kind === 'break' || one.kind === 'continue') && one.loop === id)
  shell.loops = id - 1
  return (flow.kind === 'break' || flow.kind === 'continue') && flow.loop === id ? finish(shell, 0) : flow
}

function runCase(shell: Shell, node: Case): Flow {
  const word = expandText(shell, node.word)
  const from =
    (index: number) =>
    (side: Shell): Flow => {
      const item = node.items[index]
      if (!item) return finish(side, 0)
      const answers = item.pattern.map((pattern) => {
        const stretches = expandStretches(side, pattern)
        return { answer: matchesGlob(compileGlob(stretches), word.value), text: textOf(stretches).value }
      })
      const body = (taken: Shell): Flow => {
        const flow = runList(taken, item.body)
        const through = item.terminator === ';&' ? node.items[index + 1] : undefined
        return flow.kind === 'next' && through ? runList(taken, through.body) : flow
      }
      if (answers.some(({ answer }) => answer === true)) return body(side)
      const open = answers.filter(({ answer }) => answer === 'unknown')
      if (open.length === 0) return from(index + 1)(side)
      const status: Status = { condition: `${word.value} = ${open.map(({ text }) => text).join('|')}`, holds: true }
      return decide(side, status, body, from(index + 1))
    }
  return from(0)(shell)
}
