import { connect } from '../kube/contexts.ts'
import { filled } from '../kube/list-input.ts'
import { action, noOutputs } from '../tool.ts'

/** Connects to an OpenShift cluster and chooses a project. */
export const redhatOcLogin = action('redhat-actions/oc-login', (call, machine) => {
  connect(machine, filled(call.input('openshift_server_url')), 'openshift', call.at)
  machine.namespace = filled(call.input('namespace'))
  return noOutputs
})
