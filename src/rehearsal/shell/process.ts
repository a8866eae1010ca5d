import { perhapsEmpty } from '../join.ts'
import { welcome } from './branch.ts'
import { misunderstood } from './opaque.ts'
import { runText } from './run.ts'
import { deepest, Exhausted, type Flow, type Shell, succeeded } from './shell-state.ts'

/**
 * Runs something as a process of its own: what it does to files, logins, images and the cluster stays; its variables,
 * functions, directory and settings go. `fatal`: whether the step fails when it does.
 */
export function runProcess(shell: Shell, run: (shell: Shell) => Flow, fatal = isFatal(shell)): void {
  const { machine, depth, fatal: outerFatal, parked, descriptors, source, ignoring, tolerant, loops, calls } = shell
  const { functions, arrays, attributes, frames, settings, args, openArgs, name, open, substituted } = shell
  const { exitTrap, ending, file } = shell
  const { variables, directory, when } = machine
  if (depth >= deepest) throw new Exhausted()
  shell.depth = depth + 1
  shell.fatal = fatal
  shell.parked = []
  shell.exitTrap = undefined
  try {
    run(shell)
    welcome(shell, () => true)
    runExitTrap(shell)
  } finally {
    machine.variables = variables
    machine.directory = directory
    machine.when = when
    Object.assign(shell, { depth, fatal: outerFatal, parked, descriptors, source, ignoring, tolerant, loops, calls })
    Object.assign(shell, { functions, arrays, attributes, frames, settings, args, openArgs, name, open, substituted })
    Object.assign(shell, { exitTrap, ending, file })
  }
}

/** The status stays what it was, unless the trap itself says `exit`. */
function runExitTrap(shell: Shell): void {
  const { exitTrap, status } = shell
  if (!exitTrap || exitTrap.value === '') return
  shell.exitTrap = undefined
  shell.ending = status
  const flow = perhapsEmpty(exitTrap.value) ? misunderstood(shell, exitTrap, 'trap') : runText(shell, exitTrap)
  welcome(shell, () => true)
  if (flow.kind !== 'exit') shell.status = status
}

/** Whether the failure of a command here fails the step. */
export const isFatal = (shell: Shell): boolean => shell.fatal && shell.settings.errexit && !shell.ignoring

/** After a command: `set -e` leaves on failure, and takes it that what nobody knows has succeeded. */
export function afterCommand(shell: Shell, flow: Flow): Flow {
  if (flow.kind !== 'next' || !shell.settings.errexit || shell.ignoring) return flow
  const success = succeeded(shell)
  if (success === undefined) shell.status = 0
  return success === false ? { kind: 'exit' } : flow
}

/** Asks a condition: `set -e` does not count in it. `tolerant`: its failure is provided for, as it is not before a `&&`. */
export function asCondition(shell: Shell, run: () => Flow, tolerant = true): Flow {
  const outer = { ignoring: shell.ignoring, tolerant: shell.tolerant }
  shell.ignoring = true
  shell.tolerant = outer.tolerant || tolerant
  try {
    return run()
  } finally {
    Object.assign(shell, outer)
  }
}
