import { filled } from '../kube/list-input.ts'
import { inContainer } from '../kube/run-helm.ts'
import { action, noOutputs } from '../tool.ts'

/** Runs a script with kubectl, kustomize and Helm in a container (v1.7.2, src/entrypoint.sh). */
export const stefanprodanKubeTools = action('stefanprodan/kube-tools', (call, machine) => {
  const script = filled(call.input('command'))
  inContainer(machine, () => {
    if (script) call.interpret(script)
  })
  return noOutputs
})
