import type { Text } from '../../source/text.ts'
import type { Machine } from '../../world/machine.ts'
import type { Outcome } from '../tool.ts'
import { contentNobodyKnows } from './input.ts'
import { done, failed } from './outcome.ts'
import { copyTree, destinationOf, pathOf } from './paths.ts'

/** What `cp`, `mv` and `ln` share: sources go to a destination, or into it when it is a directory. */
export function transfer(
  machine: Machine,
  sources: readonly Text[],
  destination: Text | undefined,
  { keep, always = false }: { readonly keep: boolean; readonly always?: boolean },
): Outcome {
  if (!destination || sources.length === 0) return failed()
  const to = pathOf(machine, destination)
  let status: Outcome['status'] = to === undefined ? 'unknown' : 0
  for (const source of sources) {
    const from = pathOf(machine, source)
    if (from === undefined || to === undefined) {
      machine.files.blur()
      if (to !== undefined)
        machine.files.write(destinationOf(machine, source, to), contentNobodyKnows(machine, source.value, source))
      status = 'unknown'
      continue
    }
    const target = always ? to : destinationOf(machine, source, to)
    if (target === from) continue
    const copied = copyTree(machine, from, target, source)
    if (copied === false) status = 1
    else if (copied === 'unknown' && status === 0) status = 'unknown'
    if (copied !== false && !keep) machine.files.remove(from)
  }
  return { ...done(), status }
}
