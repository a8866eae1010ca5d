import { compare } from '../../source/compare.ts'
import { resolvePath, workspacePath } from '../../world/files.ts'
import { action, noOutputs } from '../tool.ts'

/** Brings the repository's files. Another repository, or another ref, brings files that nobody here knows. */
export const actionsCheckout = action('actions/checkout', (call, machine) => {
  const repository = call.input('repository')
  const ref = call.input('ref')
  const directory = resolvePath(workspacePath, call.input('path')?.value ?? '')
  const own =
    !repository ||
    repository.value === '' ||
    compare(repository.value.toLowerCase(), (call.github.repository ?? '').toLowerCase()) === 'same'
  // A ref that is given is most often the branch or the commit that is built anyway: the files are taken to be these.
  if (own) machine.files.mount(directory, machine.repository)
  else machine.files.blur()
  return ref ? { outputs: new Map(), complete: false } : noOutputs
})
