import { spoken } from '../../source/text.ts'
import { connect } from '../kube/contexts.ts'
import { filled } from '../kube/list-input.ts'
import { action, noOutputs } from '../tool.ts'

/** Makes a kind cluster on the runner and connects to it. */
export const engineerdSetupKind = action('engineerd/setup-kind', (call, machine) => {
  if (call.input('skipclustercreation')?.value !== 'true')
    connect(machine, filled(call.input('name')) ?? spoken('kind', call.at), 'local', call.at)
  return noOutputs
})
