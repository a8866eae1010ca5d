import { recordAction } from '../kube/action-event.ts'
import { action } from '../tool.ts'

/** Signs the Google tools in; its `access_token` output is a secret of the run. */
export const googleAuth = action('google-github-actions/auth', (call, machine, world) => {
  recordAction(call, machine, world, 'google-github-actions/auth')
  return { outputs: new Map(), complete: false }
})
