import { recordAction } from '../kube/action-event.ts'
import { givenInput, requestIdToken } from '../kube/id-token.ts'
import { action, noOutputs } from '../tool.ts'

/**
 * Signs the Azure tools in; how, is for rules to look at. Any of the three ids makes it ignore `creds` and ask for an OIDC
 * token, unless the machine has an identity of its own (Azure/login src/common/LoginConfig.ts).
 */
export const azureLogin = action('azure/login', (call, machine, world) => {
  recordAction(call, machine, world, 'azure/login')
  const [client, tenant] = ['client-id', 'tenant-id'].map((name) => givenInput(call, name))
  const byIdentity = call.input('auth-type')?.value.toUpperCase() === 'IDENTITY'
  // A secret that it does not take is meant to be one: that is another finding.
  if (client && tenant && !byIdentity && !givenInput(call, 'client-secret'))
    requestIdToken(
      ...([call, machine, world, client] as const),
      'Failed to fetch federated token from GitHub. Please make sure to give write permissions to id-token in the workflow.',
    )
  return noOutputs
})
