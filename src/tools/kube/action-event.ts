import { type Machine, record } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { ActionCall } from '../tool.ts'

/** Writes an action with its inputs into the ledger, for rules that want to see them as they are. */
export function recordAction(call: ActionCall, machine: Machine, world: World, name: string): void {
  record(world, machine, { kind: 'command', name, arguments: [], inputs: call.inputs, at: call.at })
}
