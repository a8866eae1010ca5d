import { filled } from '../kube/list-input.ts'
import { action, noOutputs } from '../tool.ts'

/** Runs a script of Helm commands, with a kubeconfig that is an input. */
export const wyrihaximusHelm3 = action('wyrihaximus/github-action-helm3', (call, machine) => {
  const script = filled(call.input('exec'))
  const { cluster, namespace } = machine
  Object.assign(machine, { cluster: undefined, namespace: undefined })
  if (script) call.interpret(script)
  Object.assign(machine, { cluster, namespace })
  return noOutputs
})
