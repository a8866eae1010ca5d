import { runKubectl } from '../kube/run-kubectl.ts'
import { action } from '../tool.ts'

/** Runs kubectl with a kubeconfig from the environment. */
export const actionsHubKubectl = action('actions-hub/kubectl', (call, machine, world) =>
  runKubectl(call, machine, world, call.input('args')),
)
