import type {
  ArithmeticCommand,
  ArithmeticExpression,
  ArithmeticFor,
  CompoundList,
  For,
  Select,
  While,
  Word,
} from 'unbash'
import { nowhere } from '../../source/span.ts'
import { emptyText, placeOf, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, obscured } from '../../source/unknown.ts'
import { ArithmeticError, evaluate } from './arithmetic.ts'
import { joinShells, perhaps, welcome } from './branch.ts'
import { write } from './output.ts'
import { asCondition } from './process.ts'
import { read } from './read.ts'
import { runList } from './run.ts'
import {
  type Flow,
  finish,
  forkShell,
  next,
  onlyOnce,
  type Shell,
  type Status,
  spend,
  succeeded,
} from './shell-state.ts'
import { assign, parameterValue } from './variables.ts'
import { expandToFields, isOpen, written } from './words.ts'

/** After so many turns a loop is taken for one that waits for something. */
const mostTurns = 300
const mostCounted = 2000

interface Turns {
  readonly most: number
  /** Whether a turn that nobody is sure of may have more of them behind it: the next word of a list. */
  readonly independent?: boolean
}

/** Sets the status to success if another turn begins. */
type Ready = (shell: Shell) => Flow

function runLoop(shell: Shell, ready: Ready, body: CompoundList, turns: Turns): Flow {
  const outer = shell.loops
  shell.loops = outer + 1
  const before = forkShell(shell)
  let last: Status = 0
  let flow: Flow = next
  for (let turn = 0; ; turn += 1) {
    flow = ready(shell)
    const another = flow.kind === 'next' ? succeeded(shell) : false
    if (another === false) break
    if (another === undefined || turn >= turns.most) {
      const question = another === undefined ? shell.status : onlyOnce(shell, 'another turn')
      flow = perhaps(shell, question, (side) => arrive(side, runList(side, body)))
      if (turns.independent && turn < turns.most && flow.kind === 'next') continue
      break
    }
    flow = arrive(shell, runList(shell, body))
    last = shell.status
    if (flow.kind !== 'next') break
    if (shell.parked.some((parked) => parked.flow.kind === 'break' && parked.flow.loop === shell.loops)) {
      joinShells(shell, {
        condition: onlyOnce(shell, 'another turn').condition,
        yes: forkShell(shell),
        no: before,
        repeated: true,
      })
      break
    }
  }
  welcome(shell, (left) => left.kind === 'break' && left.loop === shell.loops)
  const own = flow.kind === 'break' && flow.loop === shell.loops
  shell.loops = outer
  if (flow.kind !== 'next' && !own) return flow
  return finish(shell, own ? 0 : last)
}

/** The end of a turn: whoever said `continue` is here again. */
function arrive(shell: Shell, flow: Flow): Flow {
  welcome(shell, (left) => left.kind === 'continue' && left.loop === shell.loops)
  return flow.kind === 'continue' && flow.loop === shell.loops ? next : flow
}

export function runFor(shell: Shell, node: For): Flow {
  const name = node.name.value
  const items = node.wordlist
    ? node.wordlist.flatMap((word) => itemsOf(shell, word))
    : shell.args.map((text) => ({ text, open: false }))
  let index = 0
  return runLoop(
    shell,
    (side) => {
      const item = items[index]
      index += 1
      if (item) assign(side, name, item.text)
      return finish(side, item ? (item.open ? onlyOnce(side, `${item.text.value} has words`) : 0) : 1)
    },
    node.body,
    { most: mostCounted, independent: true },
  )
}

/** A menu: an answer from standard input for each turn. Where there is none any more, it ends with a line of its own. */
export function runSelect(shell: Shell, node: Select): Flow {
  const items = node.wordlist ? node.wordlist.flatMap((word) => expandToFields(shell, word)) : shell.args
  if (items.length === 0) return finish(shell, 0)
  let ended = false
  const ready: Ready = (side) => {
    do {
      spend(side)
      read(side, [], nowhere)
    } while (succeeded(side) && replyOf(side).value === '')
    if (succeeded(side) === false) {
      ended = true
      write(side, 1, spoken('\n', placeOf(written(side, node))))
    } else assign(side, node.name.value, chosen(side, items, replyOf(side)))
    return next
  }
  const flow = runLoop(shell, ready, node.body, { most: mostTurns })
  return ended && flow.kind === 'next' ? finish(shell, 1) : flow
}

const replyOf = (shell: Shell): Text => parameterValue(shell, 'REPLY', nowhere) ?? emptyText

const chosen = (shell: Shell, items: readonly Text[], reply: Text): Text =>
  holdsUnknown(reply.value)
    ? obscured(shell.machine.names, 'choice', reply)
    : (items[Number(reply.value) - 1] ?? emptyText)

interface Item {
  readonly text: Text
  /** An unknown without quotes: nobody knows how many words it is. */
  readonly open: boolean
}

const itemsOf = (shell: Shell, word: Word): readonly Item[] =>
  expandToFields(shell, word).map((text) => ({ text, open: isOpen(word, text) }))

export const runWhile = (shell: Shell, node: While): Flow =>
  runLoop(
    shell,
    (side) => {
      const flow = asCondition(side, () => runList(side, node.clause))
      const { status } = side
      if (node.kind === 'until' && flow.kind === 'next') side.status = opposite(side, status)
      return flow
    },
    node.body,
    { most: mostTurns },
  )

const opposite = (shell: Shell, status: Status): Status => {
  const success = succeeded(shell, status)
  if (success !== undefined) return success ? 1 : 0
  return typeof status === 'object' ? { ...status, holds: !status.holds } : status
}

export function runArithmeticFor(shell: Shell, node: ArithmeticFor): Flow {
  let begun = false
  return runLoop(
    shell,
    (side) => {
      calculate(side, begun ? node.update : node.initialize)
      begun = true
      return finish(side, node.test ? calculate(side, node.test) : 0)
    },
    node.body,
    { most: mostCounted },
  )
}

export const runArithmetic = (shell: Shell, node: ArithmeticCommand): Flow =>
  finish(shell, calculate(shell, node.expression))

/** `((…))`: success unless the value is 0; an error is a failure like any other here. */
function calculate(shell: Shell, expression: ArithmeticExpression | undefined): Status {
  try {
    const value = evaluate(shell, { text: shell.source, node: expression })
    if (typeof value === 'bigint') return value === 0n ? 1 : 0
    return { condition: `${value.key} is not 0`, holds: true }
  } catch (error) {
    if (error instanceof ArithmeticError) return 1
    throw error
  }
}
