import { recordAction } from '../kube/action-event.ts'
import { action, noOutputs } from '../tool.ts'

/** Installs kubelogin, which clusters with Entra sign-in ask for. */
export const azureUseKubelogin = action('azure/use-kubelogin', (call, machine, world) => {
  recordAction(call, machine, world, 'azure/use-kubelogin')
  return noOutputs
})
