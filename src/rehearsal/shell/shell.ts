import { emptyText, type Text } from '../../source/text.ts'
import type { Commands, Outcome } from '../../tools/tool.ts'
import type { Machine } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'

export interface ScriptOptions {
  /** `$1`, `$2` … */
  readonly args: readonly Text[]
  /** `$0` */
  readonly name: Text
  /** `bash -e`, as GitHub starts scripts, or `set -e` of a script that is called. */
  readonly exitOnError: boolean
  readonly pipefail: boolean
  readonly commands: Commands
}

/** Runs a bash or sh script on a machine, on paper: nothing is executed. The machine and the world change. */
export function runScript(_script: Text, _machine: Machine, _world: World, _options: ScriptOptions): Outcome {
  return { status: 'unknown', stdout: emptyText }
}
