import { azureLoginOf } from '../../world/azure-login.ts'
import { recordAction } from '../kube/action-event.ts'
import { requestIdToken } from '../kube/id-token.ts'
import { action, noOutputs } from '../tool.ts'

/** Signs the Azure tools in; how, is for rules to look at. With ids it asks for an OIDC token. */
export const azureLogin = action('azure/login', (call, machine, world) => {
  recordAction(call, machine, world, 'azure/login')
  const { ids, hasIdentity, byMachine, secret } = azureLoginOf(call.inputs)
  // A secret that it does not take is meant to be one: that is another finding.
  if (hasIdentity && !byMachine && !secret)
    requestIdToken(
      ...([call, machine, world, ids[0]?.text] as const),
      'Failed to fetch federated token from GitHub. Please make sure to give write permissions to id-token in the workflow.',
    )
  return noOutputs
})
