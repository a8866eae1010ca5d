import type { Function as FunctionNode } from 'unbash'
import type { Text } from '../../source/text.ts'
import type { Code } from '../../syntax/shell.ts'
import type { Commands } from '../../tools/tool.ts'
import { fork, type Machine } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'

/** What a command ended with: a number, some number above 0, or a question that nobody can decide. */
export type Status = number | 'failed' | Undecided

/** Success if and only if `condition` comes out as `holds`. */
export interface Undecided {
  readonly condition: string
  readonly holds: boolean
}

/** Where the script goes after a command. `loop`, `call`: which of the enclosing ones, counted from outside. */
export type Flow =
  | { readonly kind: 'next' }
  | { readonly kind: 'break' | 'continue'; readonly loop: number }
  | { readonly kind: 'return'; readonly call: number }
  | { readonly kind: 'exit' }
  /** An arithmetic error: bash drops the whole command at the top of the script, and goes on with the next line. */
  | { readonly kind: 'discard' }

export const next: Flow = { kind: 'next' }
export const exit: Flow = { kind: 'exit' }
const discard: Flow = { kind: 'discard' }

/** Where what is written to a file descriptor goes. */
export type Sink =
  | { readonly kind: 'buffer'; readonly id: number }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'nowhere' }

export type ShellFunction = Code<FunctionNode> & { readonly file: Text | undefined }

/** `items` of an indexed array by number. Undefined: nobody knows what is in it. */
export interface ShellArray {
  readonly associative: boolean
  readonly items: ReadonlyMap<string | number, Text> | undefined
  /** Names an unknown array, so that equal ones are equal. */
  readonly key: string
}

export interface Settings {
  readonly errexit: boolean
  readonly pipefail: boolean
  readonly nounset: boolean
  readonly noglob: boolean
  /** `set -a` */
  readonly allexport: boolean
  readonly nullglob: boolean
  readonly globstar: boolean
  readonly dotglob: boolean
  readonly nocasematch: boolean
  /** `shopt -s lastpipe` */
  readonly lastpipe: boolean
  /** Substitutions keep `set -e`: `shopt -s inherit_errexit`, and what runs as `sh`. */
  readonly inheritErrexit: boolean
}

/** What a variable was before a function made it local. */
export interface Shadowed {
  readonly variable: { readonly text: Text; readonly exported: boolean } | undefined
  readonly array: ShellArray | undefined
}

/** A side of an undecidable condition that left: it is joined again where it arrives. */
interface Parked {
  readonly flow: Flow
  readonly shell: Shell
  readonly condition: string
  readonly holds: boolean
}

/** What all forks and children of one script share. */
interface Limits {
  /** Commands and expansions still allowed. */
  steps: number
  /** UTF-16 code units still allowed to be made. */
  text: number
  /** Numbers things that are made: buffers, unknowns. */
  serial: number
}

/**
 * A shell that runs. What changes while it runs are immutable values in its fields, so that a fork is a copy.
 */
export interface Shell {
  readonly world: World
  readonly commands: Commands
  readonly limits: Limits
  machine: Machine
  /** What the positions of the syntax that runs now count in. */
  source: Text
  /** `$0` */
  name: Text
  /** The file that holds what runs now, as it was called (`$BASH_SOURCE`). Undefined: nobody knows. */
  file: Text | undefined
  /** `$1` … */
  args: readonly Text[]
  /** One of the arguments was an unknown without quotes: nobody knows how many there are. */
  openArgs: boolean
  functions: ReadonlyMap<string, ShellFunction | 'unclear'>
  arrays: ReadonlyMap<string, ShellArray>
  attributes: ReadonlyMap<string, 'integer' | 'lower' | 'upper' | 'reference'>
  /** Variables that functions have made local, innermost function last. */
  frames: readonly ReadonlyMap<string, Shadowed>[]
  settings: Settings
  /** A condition is being asked: `set -e` does not count. */
  ignoring: boolean
  /** What fails here is provided for: `command || true`, `if command`, `set +e`. */
  tolerant: boolean
  status: Status
  /** How the last command substitution of the command ended. */
  substituted: Status | undefined
  descriptors: ReadonlyMap<number, Sink>
  buffers: ReadonlyMap<number, Text>
  /** What is left on standard input. */
  input: Text
  /** Whether this process fails the whole step when it fails: then a side that fails certainly is not taken. */
  fatal: boolean
  /** Something that was not read may have set any variable. */
  open: boolean
  /** Sides that have left, in this process. */
  parked: Parked[]
  /** `trap … EXIT`: what this process does when it ends. */
  exitTrap: Text | undefined
  /** What the process ends with, while its exit trap runs: `exit` alone says that again. */
  ending: Status | undefined
  /** Where `getopts` stands in its argument. */
  optionOffset: number
  /** What `pushd` has put away. */
  directories: readonly string[]
  loops: number
  calls: number
  /** Nested scripts, functions and substitutions. */
  depth: number
}

export const plainSettings: Settings = {
  errexit: false,
  pipefail: false,
  nounset: false,
  noglob: false,
  allexport: false,
  nullglob: false,
  globstar: false,
  dotglob: false,
  nocasematch: false,
  lastpipe: false,
  inheritErrexit: false,
}

/** A copy that runs on without changing the original. */
export const forkShell = (shell: Shell): Shell => ({ ...shell, machine: fork(shell.machine) })

/** Makes `shell` what `other` has become; the machine object stays the one that everybody holds. */
export function adopt(shell: Shell, other: Shell): void {
  const { machine } = shell
  Object.assign(machine, other.machine)
  Object.assign(shell, other, { machine })
}

/** Thrown when a script wants more than it is given, and caught where the script was started. */
export class Exhausted extends Error {}

export const newLimits = (steps = 30_000): Limits => ({ steps, text: 32_000_000, serial: 0 })

/** A value longer than this becomes an unknown. */
export const longestValue = 500_000

/** Nested functions, scripts and substitutions; bash itself has no limit. */
export const deepest = 40

export function spend(shell: Shell, text = 0): void {
  shell.limits.steps -= 1
  shell.limits.text -= text
  if (shell.limits.steps < 0 || shell.limits.text < 0) throw new Exhausted()
}

export const serial = (shell: Shell): number => {
  shell.limits.serial += 1
  return shell.limits.serial
}

const asked = new WeakMap<World, number>()

/** A condition that is asked this once: the same command may answer otherwise the next time. */
export function onlyOnce(shell: Shell, question: string): Undecided {
  const count = (asked.get(shell.world) ?? 0) + 1
  asked.set(shell.world, count)
  return { condition: `${question} #${shell.machine.run.id}.${count}`, holds: true }
}

/** Whether a status means success, as far as the assumptions say; undefined: nobody knows. */
export function succeeded(shell: Shell, status: Status = shell.status): boolean | undefined {
  if (typeof status === 'number') return status === 0
  if (status === 'failed') return false
  const known = shell.machine.when.get(status.condition)
  return known === undefined ? undefined : known === status.holds
}

export const negated = (status: Status): Status => {
  if (typeof status === 'number') return status === 0 ? 1 : 0
  return status === 'failed' ? 0 : { ...status, holds: !status.holds }
}

export function discarded(shell: Shell): Flow {
  shell.status = 1
  return discard
}

export function finish(shell: Shell, status: Status): Flow {
  shell.status = status
  return next
}
