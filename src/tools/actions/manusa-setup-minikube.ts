import { spoken } from '../../source/text.ts'
import { connect } from '../kube/contexts.ts'
import { action, noOutputs } from '../tool.ts'

/** Starts minikube on the runner and connects to it. */
export const manusaSetupMinikube = action('manusa/actions-setup-minikube', (call, machine) => {
  connect(machine, spoken('minikube', call.at), 'local', call.at)
  return noOutputs
})
