import type { Text } from '../../source/text.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { ActionCall } from '../tool.ts'

/** States that an action needs an OIDC token of GitHub's. */
export function requestIdToken(
  call: ActionCall,
  machine: Machine,
  world: World,
  reason: Text | undefined,
  refusal: string,
): void {
  record(world, machine, { kind: 'id-token-request', by: call.uses.action, reason, refusal, at: call.at })
}

/** An input that is given, and not empty. */
export function givenInput(call: ActionCall, name: string): Text | undefined {
  const text = call.input(name)
  return text && text.value.trim() !== '' ? text : undefined
}
