import { emptyText, spoken, type Text, trim } from '../../source/text.ts'
import type { Machine } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import { kubectl } from '../commands/kubectl.ts'
import { type ActionCall, type ActionOutcome, noOutputs } from '../tool.ts'
import { wordsOf } from './words.ts'

/** Runs kubectl with the arguments that an action takes as text. */
export function runKubectl(call: ActionCall, machine: Machine, world: World, text: Text | undefined): ActionOutcome {
  const args = text ? wordsOf(trim(text)) : []
  const name = spoken('kubectl', call.at)
  const words = args[0]?.value === 'kubectl' ? args.slice(1) : args
  kubectl.run({ name, args: words, stdin: emptyText, at: call.at, interpret: call.interpret }, machine, world)
  return noOutputs
}
