import { deployChart } from '../kube/deliverybot-helm.ts'
import { action, noOutputs } from '../tool.ts'

/** Installs a chart: a copy of deliverybot/helm. */
export const glopezepHelm = action('glopezep/helm', (call, machine, world) => {
  deployChart(call, machine, world, 'helm')
  return noOutputs
})
