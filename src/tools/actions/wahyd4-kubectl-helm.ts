import { filled } from '../kube/list-input.ts'
import { inContainer } from '../kube/run-helm.ts'
import { action, noOutputs } from '../tool.ts'

/** Runs a command line with kubectl or Helm, whose kubeconfig comes out of `KUBE_CONFIG_DATA` (run.sh). */
export const wahyd4KubectlHelm = action('wahyd4/kubectl-helm-action', (call, machine) => {
  const script = filled(call.input('args'))
  inContainer(machine, () => {
    Object.assign(machine, { cluster: undefined, namespace: undefined })
    if (script) call.interpret(script)
  })
  return noOutputs
})
