import { slice } from '../../source/text.ts'
import { recordAction } from '../kube/action-event.ts'
import { connect } from '../kube/contexts.ts'
import { filled } from '../kube/list-input.ts'
import { action } from '../tool.ts'

/** Connects to a GKE cluster, by its name or `projects/…/locations/…/clusters/name`. */
export const googleGetGkeCredentials = action('google-github-actions/get-gke-credentials', (call, machine, world) => {
  recordAction(call, machine, world, 'google-github-actions/get-gke-credentials')
  const name = filled(call.input('cluster_name'))
  connect(machine, name && slice(name, name.value.lastIndexOf('/') + 1), 'gke', call.at)
  if (machine.cluster) machine.namespace = filled(call.input('namespace'))
  return { outputs: new Map(), complete: false }
})
