import { recordAction } from '../kube/action-event.ts'
import { givenInput, requestIdToken } from '../kube/id-token.ts'
import { action } from '../tool.ts'

/** Signs the Google tools in; its `access_token` output is a secret of the run. */
export const googleAuth = action('google-github-actions/auth', (call, machine, world) => {
  recordAction(call, machine, world, 'google-github-actions/auth')
  const provider = givenInput(call, 'workload_identity_provider')
  if (provider && !givenInput(call, 'credentials_json'))
    requestIdToken(
      ...([call, machine, world, provider] as const),
      'GitHub Actions did not inject $ACTIONS_ID_TOKEN_REQUEST_TOKEN or $ACTIONS_ID_TOKEN_REQUEST_URL into this job.',
    )
  return { outputs: new Map(), complete: false }
})
