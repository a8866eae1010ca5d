import { emptyText, type Text } from '../../source/text.ts'
import { parseShell } from '../../syntax/shell.ts'
import type { Commands, Outcome } from '../../tools/tool.ts'
import { type Machine, notModelled } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import { ArithmeticError } from './arithmetic.ts'
import { welcome } from './branch.ts'
import { ExpansionError } from './expansion.ts'
import { runStatements } from './run.ts'
import { plainSettings } from './script.ts'
import { Exhausted, newLimits, type Shell } from './shell-state.ts'

export interface ScriptOptions {
  /** `$1`, `$2` … */
  readonly args: readonly Text[]
  /** `$0` */
  readonly name: Text
  /** `bash -e`, as GitHub starts scripts, or `set -e` of a script that is called. */
  readonly exitOnError: boolean
  readonly pipefail: boolean
  readonly commands: Commands
  /** Nobody knows the environment: a variable that is not set here may be set there. */
  readonly openEnvironment?: boolean
  /** Commands and expansions it may take; a script that wants more is given up. */
  readonly steps?: number
  /** Nobody reads what the script prints. */
  readonly unheard?: boolean
}

/** Runs a bash or sh script on a machine, on paper: nothing is executed. The machine and the world change. */
export function runScript(script: Text, machine: Machine, world: World, options: ScriptOptions): Outcome {
  const code = parseShell(script)
  if (!code) return gaveUp(machine, world, 'a script that cannot be parsed')
  const shell = newShell(script, machine, world, options)
  try {
    runStatements(shell, code.node.commands)
    welcome(shell, () => true)
  } catch (error) {
    if (
      !(
        error instanceof Exhausted ||
        error instanceof ExpansionError ||
        error instanceof ArithmeticError ||
        error instanceof RangeError
      )
    )
      throw error
    if (!(error instanceof ExpansionError || error instanceof ArithmeticError))
      gaveUp(machine, world, 'a script that goes on for too long')
  }
  const status = typeof shell.status === 'number' ? shell.status : 'unknown'
  return { status, stdout: shell.buffers.get(0) ?? emptyText }
}

function gaveUp(machine: Machine, world: World, what: string): Outcome {
  notModelled(world, what)
  machine.files.blur()
  return { status: 'unknown', stdout: emptyText }
}

function newShell(source: Text, machine: Machine, world: World, options: ScriptOptions): Shell {
  return {
    world,
    machine,
    source,
    commands: options.commands,
    limits: newLimits(options.steps),
    name: options.name,
    args: options.args,
    functions: new Map(),
    arrays: new Map(),
    attributes: new Map(),
    frames: [],
    settings: { ...plainSettings, errexit: options.exitOnError, pipefail: options.pipefail },
    ignoring: false,
    status: 0,
    pipeStatus: [],
    descriptors: new Map([
      [1, options.unheard ? { kind: 'nowhere' } : { kind: 'buffer', id: 0 }],
      [2, { kind: 'nowhere' }],
    ]),
    buffers: new Map([[0, emptyText]]),
    input: emptyText,
    fatal: options.exitOnError,
    open: options.openEnvironment ?? machine.files.blurred(),
    parked: [],
    loops: 0,
    calls: 0,
    depth: 0,
  }
}
