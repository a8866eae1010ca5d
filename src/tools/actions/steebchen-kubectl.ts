import { runKubectl } from '../kube/run-kubectl.ts'
import { action } from '../tool.ts'

/** Runs kubectl with a kubeconfig of its own: `command` in v2, arguments before. */
export const steebchenKubectl = action('steebchen/kubectl', (call, machine, world) =>
  runKubectl(call, machine, world, call.input('command') ?? call.input('args')),
)
