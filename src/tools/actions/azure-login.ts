import { recordAction } from '../kube/action-event.ts'
import { action, noOutputs } from '../tool.ts'

/** Signs the Azure tools in; how, is for rules to look at. */
export const azureLogin = action('azure/login', (call, machine, world) => {
  recordAction(call, machine, world, 'azure/login')
  return noOutputs
})
