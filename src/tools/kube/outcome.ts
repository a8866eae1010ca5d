import { emptyText, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { Call, Outcome } from '../tool.ts'

/** Writes the command with its arguments into the ledger. */
export function recordCommand(call: Call, machine: Machine, world: World, name: string): void {
  record(world, machine, { kind: 'command', name, arguments: call.args, inputs: new Map(), at: call.at })
}

/** It did what it was told; nobody knows what it prints. */
export const done = (call: Call, machine: Machine, world: World): Outcome => ({
  status: 0,
  stdout: printed(call, machine, world),
})

/** It asked something that only the cluster or the cloud can answer. */
export const asked = (call: Call, machine: Machine, world: World): Outcome => ({
  status: 'unknown',
  stdout: printed(call, machine, world),
})

export const prints = (stdout: Text): Outcome => ({ status: 0, stdout })

export const silent: Outcome = { status: 0, stdout: emptyText }

/** Another answer each time: what a cluster says changes. */
function printed(call: Call, machine: Machine, world: World): Text {
  const words = [call.name, ...call.args].map((word) => word.value)
  const label = `output of ${words.slice(0, 3).join(' ')}`
  return unknownText(machine.names, `printed ${world.events.length} ${words.join(' ')}`, label, call.at)
}

const bringing = /^(?:cp|sync|download|pull|export|extract|get-object|copy|clone|restore|mv|rsync)$/

/** As `asked`, for the clouds' commands, which may also have brought files that nobody knows. */
export function askedCloud(call: Call, machine: Machine, world: World): Outcome {
  if (call.args.some((word) => bringing.test(word.value) || /^--(?:out-?file|file)$/.test(word.value)))
    machine.files.blur()
  return asked(call, machine, world)
}
