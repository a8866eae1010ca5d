import { emptyText, placeOf, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import type { Commands, Outcome } from '../../tools/tool.ts'
import { type Machine, notModelled } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import { mayHaveDone } from './opaque.ts'
import { capture } from './output.ts'
import { runProcess } from './process.ts'
import { runWhole } from './run.ts'
import { Exhausted, newLimits, onlyOnce, plainSettings, type Shell } from './shell-state.ts'

export interface ScriptOptions {
  /** `$1`, `$2` … */
  readonly args: readonly Text[]
  /** `$0` */
  readonly name: Text
  /** The file that it is, as it is called; without one nobody knows. */
  readonly file?: Text
  /** `bash -e`, as GitHub starts scripts, or `set -e` of a script that is called. */
  readonly exitOnError: boolean
  readonly pipefail: boolean
  readonly commands: Commands
  /** The step may fail without failing the job (`continue-on-error`): then a side that fails is as good as any. */
  readonly mayFail?: boolean
  /** Something that is not understood may have set any variable before (`$GITHUB_ENV`): what is not set is unknown. */
  readonly openEnvironment?: boolean
  /** Commands and expansions it may take; a script that wants more is given up. */
  readonly steps?: number
  /** Nobody reads what the script prints. */
  readonly unheard?: boolean
}

/** Runs a bash or sh script on a machine, on paper: nothing is executed. The machine and the world change. */
export function runScript(script: Text, machine: Machine, world: World, options: ScriptOptions): Outcome {
  const shell = newShell(script, machine, world, options)
  try {
    const run = () => runProcess(shell, () => runWhole(shell, script), shell.fatal)
    if (options.unheard) run()
    const stdout = options.unheard ? emptyText : capture(shell, run)
    const { status } = shell
    return { status: typeof status === 'number' ? status : status === 'failed' ? 1 : 'unknown', stdout }
  } catch (error) {
    if (!(error instanceof Exhausted || error instanceof RangeError)) throw error
    return tooMuch(shell, script)
  }
}

/** A script that wants too much is not followed to its end, and may have done anything on the way there. */
function tooMuch(shell: Shell, script: Text): Outcome {
  const { machine, world } = shell
  notModelled(world, 'a script that takes too long')
  mayHaveDone(shell, 'script', [script], placeOf(script))
  const key = onlyOnce(shell, 'output of a script').condition
  return { status: 'unknown', stdout: unknownText(machine.names, key, 'output of a script', placeOf(script)) }
}

function newShell(script: Text, machine: Machine, world: World, options: ScriptOptions): Shell {
  return {
    world,
    machine,
    commands: options.commands,
    limits: newLimits(options.steps),
    source: script,
    name: options.name,
    file: options.file,
    args: options.args,
    openArgs: false,
    functions: new Map(),
    arrays: new Map(),
    attributes: new Map(),
    frames: [],
    settings: { ...plainSettings, errexit: options.exitOnError, pipefail: options.pipefail },
    ignoring: false,
    tolerant: false,
    status: 0,
    substituted: undefined,
    descriptors: new Map(),
    buffers: new Map(),
    input: emptyText,
    fatal: !options.mayFail,
    open: options.openEnvironment ?? false,
    parked: [],
    exitTrap: undefined,
    ending: undefined,
    optionOffset: 0,
    directories: [],
    loops: 0,
    calls: 0,
    depth: 0,
  }
}
