import { recordAction } from '../kube/action-event.ts'
import { connect } from '../kube/contexts.ts'
import { filled } from '../kube/list-input.ts'
import { action, noOutputs } from '../tool.ts'

/** Connects by a kubeconfig or a service account: only an Arc cluster has a name here. */
export const azureK8sSetContext = action('azure/k8s-set-context', (call, machine, world) => {
  recordAction(call, machine, world, 'azure/k8s-set-context')
  connect(machine, filled(call.input('cluster-name')), undefined, call.at)
  return noOutputs
})
