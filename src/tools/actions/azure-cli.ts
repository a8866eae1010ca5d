import { recordAction } from '../kube/action-event.ts'
import { filled } from '../kube/list-input.ts'
import { action, noOutputs } from '../tool.ts'

/**
 * Runs a script in a container that has the Azure command line, the workspace and its sign-in. What it writes to its own
 * kubeconfig and Docker configuration is gone with the container.
 */
export const azureCli = action('azure/cli', (call, machine, world) => {
  recordAction(call, machine, world, 'azure/cli')
  const script = filled(call.input('inlinescript'))
  const { cluster, namespace, logins, images } = machine
  if (script) call.interpret(script)
  Object.assign(machine, { cluster, namespace, logins, images })
  return noOutputs
})
