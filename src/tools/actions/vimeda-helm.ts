import { deployChart } from '../kube/deliverybot-helm.ts'
import { action, noOutputs } from '../tool.ts'

/** Installs a chart: deliverybot/helm with repositories, and Helm 3 (v1.6.6, index.js). */
export const vimedaHelm = action('vimeda/helm', (call, machine, world) => {
  deployChart(call, machine, world, 'helm3')
  return noOutputs
})
