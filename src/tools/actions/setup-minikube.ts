import { spoken } from '../../source/text.ts'
import { connect } from '../kube/contexts.ts'
import { action, noOutputs } from '../tool.ts'

/** Starts minikube on the runner and connects to it. */
export const setupMinikube = action('medyagh/setup-minikube', (call, machine) => {
  if (call.input('start')?.value !== 'false') connect(machine, spoken('minikube', call.at), 'local', call.at)
  return noOutputs
})
