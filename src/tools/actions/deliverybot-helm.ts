import { deployChart } from '../kube/deliverybot-helm.ts'
import { action, noOutputs } from '../tool.ts'

/** Installs a chart with the values of a workflow. */
export const deliverybotHelm = action('deliverybot/helm', (call, machine, world) => {
  deployChart(call, machine, world, 'helm')
  return noOutputs
})
