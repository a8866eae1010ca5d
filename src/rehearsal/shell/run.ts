import type {
  AndOr,
  Case,
  CommandNode,
  CompoundList,
  Coproc,
  If,
  Pipeline,
  PipelineNode,
  Script,
  Statement,
} from 'unbash'
import { placeOf, type Text } from '../../source/text.ts'
import { isOneUnknown, unknownText } from '../../source/unknown.ts'
import { parseShell } from '../../syntax/shell.ts'
import { equality } from '../join.ts'
import { ArithmeticError } from './arithmetic.ts'
import { decide, type Side, welcome } from './branch.ts'
import { runSimple } from './command.ts'
import { ExpansionError } from './expansion.ts'
import { matchesGlob } from './glob-match.ts'
import { runArithmetic, runArithmeticFor, runFor, runSelect, runWhile } from './loops.ts'
import { misunderstood } from './opaque.ts'
import { capture, sinkOf } from './output.ts'
import { compileGlob, hasMagic, textOf } from './pattern.ts'
import { afterCommand, asCondition, isFatal, runProcess } from './process.ts'
import { redirected } from './redirect.ts'
import {
  discarded,
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
import { runTest } from './test-command.ts'
import { assign, forgetArray } from './variables.ts'
import { expandStretches, expandText, within, written } from './words.ts'

/** Runs a text as shell, in the shell that runs now. */
export function runText(shell: Shell, text: Text): Flow {
  const code = parseShell(text)
  if (!code) return misunderstood(shell, text)
  return within(shell, text, () => runScriptNode(shell, code.node))
}

/** Runs a text as a script of its own. */
export function runWhole(shell: Shell, text: Text): Flow {
  const code = parseShell(text)
  if (!code || code.node.errors?.length) return misunderstood(shell, text)
  return within(shell, text, () => {
    let skipped = 0
    for (const statement of code.node.commands) {
      if (statement.pos < skipped) continue
      const flow = runStatement(shell, statement)
      welcome(shell, (left) => left.kind === 'discard')
      if (flow.kind === 'discard') skipped = endOfLine(text.value, statement.end)
      else if (flow.kind !== 'next') return flow
    }
    return next
  })
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** A script that does not parse may do anything. */
export function runScriptNode(
  shell: Shell,
  script: Script & { readonly errors?: readonly unknown[] | undefined },
): Flow {
  if (script.errors?.length) return misunderstood(shell, written(shell, script))
  return runStatements(shell, script.commands)
}

export const runList = (shell: Shell, list: CompoundList): Flow => runStatements(shell, list.commands)

function runStatements(shell: Shell, statements: readonly Statement[]): Flow {
  for (const statement of statements) {
    const flow = runStatement(shell, statement)
    if (flow.kind !== 'next') return flow
  }
  return next
}

/** What runs in the background runs now. */
function runStatement(shell: Shell, { command, background }: Statement): Flow {
  spend(shell)
  if (background) {
    runProcess(shell, () => runNode(shell, command), false)
    return finish(shell, 0)
  }
  return runNode(shell, command)
}

const runNode = (shell: Shell, node: PipelineNode | AndOr): Flow =>
  node.type === 'AndOr' ? runAndOr(shell, node) : runPipeline(shell, node)

function runAndOr(shell: Shell, node: AndOr): Flow {
  const flow = asCondition(shell, () => runPipeline(shell, node.commands[0] as PipelineNode), hasFallback(node, 0))
  return flow.kind === 'next' ? goOn(shell, node, 1) : flow
}

/** Whether something is done where the command at `index` fails. */
const hasFallback = (node: AndOr, index: number): boolean => node.operators.slice(index).includes('||')

/** Runs or leaves out the command at `index` of `a && b || c`, and what comes behind. */
function goOn(shell: Shell, node: AndOr, index: number): Flow {
  const command = node.commands[index]
  if (!command) return next
  const last = index === node.commands.length - 1
  const run: Side = (side) => {
    const flow = last
      ? runPipeline(side, command)
      : asCondition(side, () => runPipeline(side, command), hasFallback(node, index))
    return flow.kind === 'next' ? goOn(side, node, index + 1) : flow
  }
  const skip: Side = (side) => goOn(side, node, index + 1)
  const succeeding =
    (side: Side): Side =>
    (taken) => {
      taken.status = 0
      return side(taken)
    }
  const onSuccess = node.operators[index - 1] === '&&'
  const likely = onSuccess === mayFail(shell, command) ? 'no' : 'yes'
  return decide(shell, shell.status, succeeding(onSuccess ? run : skip), onSuccess ? skip : run, likely)
}

/** Whether a piece of script looks as if it gave up: such a side is tried first. */
const mayFail = (shell: Shell, node: { readonly pos: number; readonly end: number }): boolean =>
  /\b(?:exit|return|die|fail|abort|usage|fatal|error)\b/.test(shell.source.value.slice(node.pos, node.end))

function runPipeline(shell: Shell, node: PipelineNode): Flow {
  if (node.type !== 'Pipeline') return runCommandNode(shell, node)
  const inverted = node.prefixes.filter((prefix) => prefix.type === 'Negation').length % 2 === 1
  const run = () =>
    node.commands.length === 1 ? runCommandNode(shell, node.commands[0] as CommandNode) : pipe(shell, node)
  if (!inverted) return run()
  const flow = asCondition(shell, run)
  if (flow.kind !== 'next') return flow
  return finish(shell, negated(shell.status))
}

function pipe(shell: Shell, node: Pipeline): Flow {
  const outerInput = shell.input
  const statuses: Status[] = []
  let flow: Flow = next
  node.commands.forEach((command, index) => {
    const last = index === node.commands.length - 1
    const fatal = isFatal(shell) && (last || shell.settings.pipefail)
    const run = () => {
      if (last && shell.settings.lastpipe) flow = runCommandNode(shell, command)
      else
        runProcess(
          shell,
          (stage) => {
            if (node.operators[index] === '|&') stage.descriptors = new Map(stage.descriptors).set(2, sinkOf(stage, 1))
            return runCommandNode(stage, command)
          },
          fatal,
        )
      statuses.push(shell.status)
    }
    if (last) run()
    else shell.input = capture(shell, run)
  })
  shell.input = outerInput
  shell.status = shell.settings.pipefail ? firmStatus(shell, statuses) : (statuses.at(-1) ?? 0)
  return afterCommand(shell, flow)
}

/** `pipefail`: the last of the statuses that is not success. */
function firmStatus(shell: Shell, statuses: readonly Status[]): Status {
  const last = statuses.at(-1) ?? 0
  const failing = statuses.findLast((status) => succeeded(shell, status) !== true)
  if (failing === undefined) return 0
  const doubtful = statuses.filter((status) => succeeded(shell, status) === undefined)
  if (doubtful.length === 0) return failing
  if (statuses.some((status) => succeeded(shell, status) === false)) return 'failed'
  return doubtful.length === 1
    ? failing
    : typeof last === 'object'
      ? onlyOnce(shell, 'pipeline succeeds')
      : (doubtful[0] as Status)
}

/** Runs a command of any kind, `set -e` included. */
export function runCommandNode(shell: Shell, node: CommandNode): Flow {
  try {
    return runByKind(shell, node)
  } catch (error) {
    if (error instanceof ArithmeticError) return discarded(shell)
    if (!(error instanceof ExpansionError)) throw error
    shell.status = 1
    return exit
  }
}

function runByKind(shell: Shell, node: CommandNode): Flow {
  switch (node.type) {
    case 'Command':
      return afterCommand(shell, runSimple(shell, node))
    case 'Redirected':
      return redirected(shell, node.redirects, () => runCommandNode(shell, node.command))
    case 'BraceGroup':
      return runList(shell, node.body)
    case 'Subshell':
      runProcess(shell, () => runList(shell, node.body))
      return afterCommand(shell, next)
    case 'TestCommand':
      return afterCommand(shell, finish(shell, runTest(shell, node.expression)))
    case 'ArithmeticCommand':
      return afterCommand(shell, runArithmetic(shell, node))
    case 'If':
      return runIf(shell, node, 0)
    case 'Case':
      return runCase(shell, node)
    case 'For':
      return runFor(shell, node)
    case 'ArithmeticFor':
      return runArithmeticFor(shell, node)
    case 'While':
      return runWhile(shell, node)
    case 'Select':
      return runSelect(shell, node)
    case 'Coproc':
      return runCoprocess(shell, node)
    case 'Function':
      shell.functions = new Map(shell.functions).set(node.name.value, { text: shell.source, node, file: shell.file })
      return finish(shell, 0)
    default:
      return misunderstood(shell, written(shell, node))
  }
}

/** What a coprocess and the script tell each other is not followed. */
function runCoprocess(shell: Shell, { body, name }: Coproc): Flow {
  const { input, machine } = shell
  const array = name?.value ?? 'COPROC'
  const told = onlyOnce(shell, `what ${array} is told`).condition
  const at = placeOf(written(shell, body))
  shell.input = unknownText(machine.names, told, `input of ${array}`, at)
  const run = (own: Shell): Flow => (body.type === 'CompoundList' ? runList(own, body) : runCommandNode(own, body))
  capture(shell, () => runProcess(shell, run, false))
  shell.input = input
  forgetArray(shell, array)
  assign(shell, `${array}_PID`, unknownText(machine.names, `${told} PID`, `${array}_PID`, at))
  return finish(shell, 0)
}

function runIf(shell: Shell, node: If, index: number): Flow {
  const branch = index === 0 ? node : node.elif[index - 1]
  if (!branch) return node.else ? runList(shell, node.else) : finish(shell, 0)
  const flow = asCondition(shell, () => runList(shell, branch.clause))
  if (flow.kind !== 'next') return flow
  return decide(
    shell,
    shell.status,
    (side) => runList(side, branch.then),
    (side) => runIf(side, node, index + 1),
    mayFail(shell, branch.then) ? 'no' : 'yes',
  )
}

function runCase(shell: Shell, node: Case): Flow {
  const word = expandText(shell, node.word)
  return tryItem(shell, node, word, 0)
}

function tryItem(shell: Shell, node: Case, word: Text, index: number): Flow {
  const item = node.items[index]
  if (!item) return finish(shell, 0)
  return tryPattern(shell, node, word, index, 0)
}

function tryPattern(shell: Shell, node: Case, word: Text, index: number, patternIndex: number): Flow {
  const item = node.items[index]
  const pattern = item?.pattern[patternIndex]
  if (!item || !pattern) return tryItem(shell, node, word, index + 1)
  return decide(
    shell,
    caseStatus(shell, word, pattern),
    (side) => runItem(side, node, word, index),
    (side) => tryPattern(side, node, word, index, patternIndex + 1),
    mayFail(shell, item.body) ? 'no' : 'yes',
  )
}

function caseStatus(shell: Shell, word: Text, pattern: Case['word']): Status {
  const stretches = expandStretches(shell, pattern)
  const { value } = textOf(stretches)
  if (isOneUnknown(word.value) && value === word.value) return 0
  const folded = shell.settings.nocasematch
  const answer = folded ? 'unknown' : matchesGlob(compileGlob(stretches), word.value)
  if (answer !== 'unknown') return answer ? 0 : 1
  const condition = hasMagic(stretches) ? `${word.value} matches ${value}` : equality(word.value, value)
  return { condition, holds: true }
}

function runItem(shell: Shell, node: Case, word: Text, index: number): Flow {
  const item = node.items[index]
  if (!item) return next
  if (item.body.commands.length === 0) shell.status = 0
  const flow = runList(shell, item.body)
  if (flow.kind !== 'next') return flow
  if (item.terminator === ';&') return runItem(shell, node, word, index + 1)
  return item.terminator === ';;&' ? tryItem(shell, node, word, index + 1) : next
}
