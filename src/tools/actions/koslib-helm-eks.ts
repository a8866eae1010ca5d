import { trim } from '../../source/text.ts'
import { filled } from '../kube/list-input.ts'
import { inContainer } from '../kube/run-helm.ts'
import { type ActionOutcome, action, noOutputs } from '../tool.ts'

/**
 * Runs a script with Helm and kubectl, whose kubeconfig comes out of `KUBE_CONFIG_DATA`. The output is called `response`,
 * whatever action.yml says (dockerhub/entrypoint.sh).
 */
export const koslibHelmEks = action('koslib/helm-eks-action', (call, machine) => {
  const script = filled(call.input('command'))
  let outcome: ActionOutcome = noOutputs
  inContainer(machine, () => {
    if (machine.variables.has('KUBE_CONFIG_DATA')) Object.assign(machine, { cluster: undefined, namespace: undefined })
    if (script) outcome = { outputs: new Map([['response', trim(call.interpret(script).stdout)]]), complete: true }
  })
  return outcome
})
