import { placeOf, type Text } from '../source/text.ts'
import { parseBicep } from '../syntax/bicep.ts'
import { type ConfigValue, entriesIn, entryNamed, itemsIn, valueAt } from '../syntax/config-value.ts'
import type { NodePool } from '../world/cluster.ts'
import { nodePool, taintOf } from '../world/node-pool.ts'

const clusterType = 'microsoft.containerservice/managedclusters'

/** The node pools of a Bicep file: those of AKS clusters, and agent pools beside them. */
export function nodePoolsInBicep(text: Text): readonly NodePool[] {
  const { resources, values } = parseBicep(text)
  const known = (value: ConfigValue | undefined): ConfigValue | undefined =>
    value?.kind === 'name' ? (entryNamed(values, value.text.value) ?? value) : value
  const textAt = (value: ConfigValue | undefined, ...path: readonly string[]): Text | undefined => {
    const found = known(valueAt(value, ...path))
    return found?.kind === 'string' ? found.text : undefined
  }
  const clusterOf = (symbol: ConfigValue | undefined): Text | undefined => {
    const parent = symbol?.kind === 'name' ? resources.find((one) => one.symbol.value === symbol.text.value) : undefined
    return parent && textAt(parent.body, 'name')
  }
  const make = (cluster: Text | undefined, properties: ConfigValue | undefined, at: Text): NodePool => {
    const machineType = textAt(properties, 'vmSize')
    const labels = entriesIn(known(valueAt(properties, 'nodeLabels'))).flatMap(({ key, value }) => {
      const label = known(value)
      return label?.kind === 'string' ? [[key.value, label.text.value] as const] : []
    })
    const taints = itemsIn(known(valueAt(properties, 'nodeTaints'))).flatMap((item) =>
      item.kind === 'string' ? taintOf(item.text.value) : [],
    )
    const place = placeOf(machineType ?? at)
    return nodePool({
      cluster,
      provider: 'aks',
      cloud: 'azure',
      machineType,
      labels: new Map(labels),
      taints,
      at: place,
    })
  }
  return resources.flatMap(({ type, body, symbol }) => {
    if (type.toLowerCase() === clusterType) {
      const pools = itemsIn(known(valueAt(body, 'properties', 'agentPoolProfiles')))
      return pools.map((pool) => make(textAt(body, 'name'), pool, symbol))
    }
    if (type.toLowerCase() !== `${clusterType}/agentpools`) return []
    return [make(clusterOf(valueAt(body, 'parent')), valueAt(body, 'properties'), symbol)]
  })
}
