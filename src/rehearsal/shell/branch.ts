import { emptyText, type Text } from '../../source/text.ts'
import { assuming } from '../../world/run.ts'
import { joinLines, joinMachines, joinText, type Sides } from '../join.ts'
import {
  adopt,
  type Flow,
  forkShell,
  next,
  type Shell,
  type ShellArray,
  type Status,
  succeeded,
} from './shell-state.ts'

export type Side = (shell: Shell) => Flow

interface Trial {
  readonly shell: Shell
  readonly flow: Flow
}

/**
 * Goes on with the side that a status decides. When nobody can decide it, both sides run on forks and are joined; a side that
 * certainly fails the step is not taken, for steps succeed; a side that leaves is parked, and the other one goes on under its
 * assumption. `likely` names the side to try second, as the one less likely to fail.
 */
export function decide(shell: Shell, status: Status, yes: Side, no: Side, likely: 'yes' | 'no' = 'yes'): Flow {
  const known = succeeded(shell, status)
  if (known !== undefined || typeof status !== 'object') return known ? yes(shell) : no(shell)
  const { events } = shell.world
  const mark = { events: events.length, parked: shell.parked.length }
  const forget = () => {
    events.length = mark.events
    shell.parked.length = mark.parked
  }
  const attempt = (holds: boolean): Trial => {
    const trial = forkShell(shell)
    trial.machine.when = assuming(shell.machine.when, status.condition, holds)
    return { shell: trial, flow: (holds === status.holds ? yes : no)(trial) }
  }
  const take = (holds: boolean): Flow => (holds === status.holds ? yes : no)(shell)
  const firstHolds = (likely === 'no') === status.holds
  const first = attempt(firstHolds)
  if (failsStep(first)) {
    forget()
    return take(!firstHolds)
  }
  const second = attempt(!firstHolds)
  if (failsStep(second)) {
    forget()
    return take(firstHolds)
  }
  return firstHolds ? meet(shell, status.condition, first, second) : meet(shell, status.condition, second, first)
}

/** The side that may happen any number of times, or not at all: what it changed is unknown afterwards. */
export function perhaps(shell: Shell, status: Status, side: Side): Flow {
  if (typeof status !== 'object') return next
  return decide(
    shell,
    status,
    (taken) => {
      const before = forkShell(taken)
      const flow = side(taken)
      joinShells(taken, { condition: `${status.condition} again`, yes: forkShell(taken), no: before, repeated: true })
      return flow
    },
    () => next,
  )
}

function failsStep({ shell, flow }: Trial): boolean {
  if (!shell.fatal || succeeded(shell) !== false) return false
  return flow.kind === 'exit' || (flow.kind === 'return' && shell.settings.errexit && !shell.ignoring)
}

/** `yes` and `no` by the condition, not by the status. */
function meet(shell: Shell, condition: string, yes: Trial, no: Trial): Flow {
  const same = JSON.stringify(yes.flow) === JSON.stringify(no.flow)
  if (same) {
    joinShells(shell, { condition, yes: yes.shell, no: no.shell })
    return yes.flow
  }
  const [stays, leaves] = yes.flow.kind === 'exit' || no.flow.kind === 'next' ? [no, yes] : [yes, no]
  shell.parked.push({ flow: leaves.flow, shell: leaves.shell, condition, holds: leaves === yes })
  adopt(shell, stays.shell)
  return stays.flow
}

/** Brings back the sides that left for the place where the shell is now. */
export function welcome(shell: Shell, arrives: (flow: Flow) => boolean): boolean {
  const arrived = shell.parked.filter((parked) => arrives(parked.flow))
  if (arrived.length === 0) return false
  const others = shell.parked.filter((parked) => !arrives(parked.flow))
  shell.parked.splice(0, shell.parked.length, ...others)
  for (const { condition, holds, shell: side } of arrived.toReversed()) {
    const own = forkShell(shell)
    joinShells(shell, holds ? { condition, yes: side, no: own } : { condition, yes: own, no: side })
    const when = new Map(shell.machine.when)
    when.delete(condition)
    shell.machine.when = when
  }
  return true
}

/** Makes `shell` the join of two forks of it. Its assumptions stay its own. */
export function joinShells(shell: Shell, sides: Sides<Shell>): void {
  const { yes, no } = sides
  const { names, when } = shell.machine
  const of = <T>(yesSide: T, noSide: T): Sides<T> => ({ ...sides, yes: yesSide, no: noSide })
  const joined: Partial<Shell> = {
    arrays: joinArrays(of(yes.arrays, no.arrays)),
    functions: joinFunctions(yes.functions, no.functions),
    args:
      yes.args.length === no.args.length
        ? yes.args.map((arg, index) => joinText(names, of(arg, no.args[index] as Text)))
        : [joinText(names, { ...of(yes.args[0] ?? emptyText, no.args[0] ?? emptyText), repeated: true })],
    openArgs: yes.openArgs || no.openArgs || yes.args.length !== no.args.length,
    status: joinStatus(sides),
    settings: { ...yes.settings, errexit: yes.settings.errexit && no.settings.errexit },
    buffers: new Map(
      [...yes.buffers].map(([id, text]) => [id, joinLines(names, of(text, no.buffers.get(id) ?? text))]),
    ),
    input: joinLines(names, of(yes.input, no.input)),
    exitTrap: joinText(names, of(yes.exitTrap ?? emptyText, no.exitTrap ?? emptyText)),
    open: yes.open || no.open,
  }
  const { machine } = shell
  joinMachines(machine, of(yes.machine, no.machine))
  const { parked } = shell
  Object.assign(shell, yes, joined, { machine, parked })
  machine.when = when
}

function joinStatus({ condition, yes, no }: Sides<Shell>): Status {
  if (typeof yes.status === 'number' && yes.status === no.status) return yes.status
  const [ours, theirs] = [succeeded(yes), succeeded(no)]
  if (ours === undefined || theirs === undefined || ours !== theirs) {
    if (ours !== undefined && theirs !== undefined) return { condition, holds: ours }
    return { condition: `${condition} ? ${spell(yes.status)} : ${spell(no.status)}`, holds: true }
  }
  return ours ? 0 : 'failed'
}

const spell = (status: Status): string =>
  typeof status === 'object' ? `(${status.holds ? '' : 'not '}${status.condition})` : String(status)

function joinArrays({ condition, yes, no }: Sides<ReadonlyMap<string, ShellArray>>): ReadonlyMap<string, ShellArray> {
  if (yes === no) return yes
  const joined = new Map<string, ShellArray>()
  for (const name of new Set([...yes.keys(), ...no.keys()])) {
    const [ours, theirs] = [yes.get(name), no.get(name)]
    const known = ours && theirs && sameItems(ours, theirs) ? ours : undefined
    const associative = Boolean((ours ?? theirs)?.associative)
    joined.set(name, known ?? { associative, items: undefined, key: `${condition} ? ${name}` })
  }
  return joined
}

function sameItems(a: ShellArray, b: ShellArray): boolean {
  if (a === b) return true
  if (!a.items || a.items.size !== b.items?.size) return false
  return [...a.items].every(([index, text]) => b.items?.get(index)?.value === text.value)
}

function joinFunctions(yes: Shell['functions'], no: Shell['functions']): Shell['functions'] {
  if (yes === no) return yes
  const names = new Set([...yes.keys(), ...no.keys()])
  return new Map([...names].map((name) => [name, same(yes.get(name), no.get(name))]))
}

const same = (a: Shell['functions'] extends ReadonlyMap<string, infer F> ? F | undefined : never, b: typeof a) =>
  a !== undefined && (a === b || (a !== 'unclear' && b !== 'unclear' && a.node === b?.node)) ? a : 'unclear'
