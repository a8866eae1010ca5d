import { spoken } from '../../source/text.ts'
import { connect } from '../kube/contexts.ts'
import { filled } from '../kube/list-input.ts'
import { action, noOutputs } from '../tool.ts'

/** Makes a k3d cluster on the runner and connects to it. */
export const absaossK3dAction = action('absaoss/k3d-action', (call, machine) => {
  connect(machine, filled(call.input('cluster-name')) ?? spoken('k3d', call.at), 'local', call.at)
  return noOutputs
})
