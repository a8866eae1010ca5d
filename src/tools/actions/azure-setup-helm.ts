import { recordAction } from '../kube/action-event.ts'
import { action } from '../tool.ts'

/** Installs Helm: `version` decides between Helm 3 and 4. */
export const azureSetupHelm = action('azure/setup-helm', (call, machine, world) => {
  recordAction(call, machine, world, 'azure/setup-helm')
  return { outputs: new Map(), complete: false }
})
