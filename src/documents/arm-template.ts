import { placeOf, split, type Text } from '../source/text.ts'
import { at, entriesOf, itemsOf, parseYaml, textOf, type YamlNode } from '../syntax/yaml.ts'
import type { NodePool } from '../world/cluster.ts'
import { nodePool, taintOf } from '../world/node-pool.ts'

const clusterType = 'microsoft.containerservice/managedclusters'

/** The node pools of an ARM template (JSON). */
export function nodePoolsInArm(text: Text): readonly NodePool[] {
  const root = parseYaml(text)[0]?.root
  return itemsOf(root, 'resources').flatMap((resource) => {
    const type = textOf(resource, 'type')?.value.toLowerCase()
    const name = textOf(resource, 'name')
    if (type === clusterType) {
      const pools = itemsOf(resource, 'properties', 'agentPoolProfiles')
      return pools.map((pool) => poolOf(root, literal(root, name), pool, resource))
    }
    if (type !== `${clusterType}/agentpools`) return []
    const cluster = name && literal(root, split(name, '/')[0])
    return [poolOf(root, cluster, at(resource, 'properties') ?? resource, resource)]
  })
}

function poolOf(root: YamlNode | undefined, cluster: Text | undefined, pool: YamlNode, resource: YamlNode): NodePool {
  const machineType = literal(root, textOf(pool, 'vmSize'))
  const labels = entriesOf(pool, 'nodeLabels').flatMap(({ key, value }) =>
    value?.kind === 'scalar' ? [[key.text.value, value.text.value] as const] : [],
  )
  const taints = itemsOf(pool, 'nodeTaints').flatMap((item) => (item.kind === 'scalar' ? taintOf(item.text.value) : []))
  const place = placeOf(machineType ?? textOf(resource, 'type') ?? { value: '', pieces: [] })
  return nodePool({ cluster, provider: 'aks', cloud: 'azure', machineType, labels: new Map(labels), taints, at: place })
}

/** `[parameters('size')]` by its default, `[variables('size')]` by its value; any other expression is not literal. */
function literal(root: YamlNode | undefined, text: Text | undefined): Text | undefined {
  if (!text?.value.startsWith('[')) return text
  const match = /^\[(parameters|variables)\('([^']+)'\)\]$/.exec(text.value)
  if (!match?.[2]) return undefined
  const found =
    match[1] === 'parameters'
      ? textOf(root, 'parameters', match[2], 'defaultValue')
      : textOf(root, 'variables', match[2])
  return found?.value.startsWith('[') ? undefined : found
}
