import { spoken } from '../../source/text.ts'
import { connect } from '../kube/contexts.ts'
import { filled } from '../kube/list-input.ts'
import { action, noOutputs } from '../tool.ts'

/** Makes a kind cluster on the runner and connects to it. */
export const helmKindAction = action('helm/kind-action', (call, machine) => {
  const name = filled(call.input('cluster_name')) ?? spoken('chart-testing', call.at)
  if (call.input('install_only')?.value !== 'true') connect(machine, name, 'local', call.at)
  return noOutputs
})
