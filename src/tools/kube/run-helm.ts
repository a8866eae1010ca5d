import { emptyText, split, spoken, type Text } from '../../source/text.ts'
import { workspacePath } from '../../world/files.ts'
import type { Machine } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import { helm } from '../commands/helm.ts'
import type { ActionCall } from '../tool.ts'

/** Runs Helm with the words that an action makes of its inputs. */
export function runHelm(call: ActionCall, machine: Machine, world: World, args: readonly (Text | string)[]): void {
  const { at, interpret } = call
  const words = args.map((word) => (typeof word === 'string' ? spoken(word, at) : word))
  helm.run({ name: spoken('helm', at), args: words, stdin: emptyText, at, interpret }, machine, world)
}

/** An option with its value where an input gives one. */
export const optionFrom = (name: string, input: Text | undefined): readonly (Text | string)[] =>
  input ? [name, input] : []

/** What a shell makes of `${INPUT//,/ }` without quotes: commas and white space separate. */
export const commaWords = (input: Text | undefined): readonly Text[] =>
  input ? split(input, /[,\s]+/).filter((word) => word.value !== '') : []

/** The same of `${INPUT}`. */
export const spaceWords = (input: Text | undefined): readonly Text[] =>
  input ? split(input, /\s+/).filter((word) => word.value !== '') : []

/** Runs in a container, in the workspace: what it does to its own kubeconfig is gone with it. */
export function inContainer(machine: Machine, run: () => void): void {
  const { cluster, namespace, directory } = machine
  machine.directory = workspacePath
  run()
  Object.assign(machine, { cluster, namespace, directory })
}
