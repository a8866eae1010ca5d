import { concat, placeOf, spoken } from '../../source/text.ts'
import { resolvePath } from '../../world/files.ts'
import type { Verb } from './kubectl-call.ts'
import { kustomized } from './manifest-files.ts'
import { lastOf } from './options.ts'
import { asked, prints, silent } from './outcome.ts'

/** `kubectl kustomize [DIR]` and `kustomize build [DIR]`: prints what it renders. */
export const kustomize: Verb = ({ call, machine, world, words, options }) => {
  const directory = words[0] ?? spoken('.', placeOf(call.name))
  const { texts, complete } = kustomized(machine, world, directory, call.at)
  const output = lastOf(options, 'o', 'output')
  if (!output) return complete ? prints(concat(...texts)) : asked(call, machine, world)
  const text = complete ? concat(...texts) : asked(call, machine, world).stdout
  machine.files.write(resolvePath(machine.directory, output.value), text)
  return silent
}
