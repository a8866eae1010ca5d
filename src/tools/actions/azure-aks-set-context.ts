import { recordAction } from '../kube/action-event.ts'
import { connect } from '../kube/contexts.ts'
import { filled } from '../kube/list-input.ts'
import { action, noOutputs } from '../tool.ts'

/** Connects to an AKS cluster. The context has no namespace of its own. */
export const azureAksSetContext = action('azure/aks-set-context', (call, machine, world) => {
  recordAction(call, machine, world, 'azure/aks-set-context')
  connect(machine, filled(call.input('cluster-name')), 'aks', call.at)
  return noOutputs
})
