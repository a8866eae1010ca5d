import { concat, placeOf, spoken } from '../../source/text.ts'
import type { Verb } from './kubectl-call.ts'
import { kustomized } from './manifest-files.ts'
import { asked, prints } from './outcome.ts'

/** `kubectl kustomize [DIR]` and `kustomize build [DIR]`: prints what it renders. */
export const kustomize: Verb = ({ call, machine, world, words }) => {
  const directory = words[0] ?? spoken('.', placeOf(call.name))
  const { texts, complete } = kustomized(machine, world, directory, call.at)
  return complete ? prints(concat(...texts)) : asked(call, machine, world)
}
