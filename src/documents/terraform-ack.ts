import { placeOf } from '../source/text.ts'
import type { HclBody } from '../syntax/hcl.ts'
import type { Statement } from './node-pool.ts'
import { blocksOf, isDynamic, resourcesOf } from './terraform.ts'
import {
  certainly,
  clusterOf,
  mapOf,
  type Place,
  taintBlocks,
  text,
  texts,
  unreadable,
} from './terraform-statements.ts'

/** Pools of `alicloud_cs_kubernetes_node_pool`. */
export function ackStatements(place: Place): readonly Statement[] {
  return resourcesOf(place.module, 'alicloud_cs_kubernetes_node_pool').flatMap((pool) => {
    const { attributes } = pool.body
    const { name, known } = clusterOf(place, attributes.get('cluster_id'))
    const machineTypes = texts(place, attributes.get('instance_types'))
    const statement: Statement = {
      provider: 'ack',
      cluster: name,
      machineTypes,
      architecture: machineTypes ? certainly(place, pool) : 'unknown',
      labels: labelBlocks(place, pool.body),
      taints: taintBlocks(place, pool.body, 'taints'),
      at: placeOf(machineTypes?.[0] ?? pool.head),
    }
    return known ? [statement] : [statement, unreadable('ack', name, pool.head)]
  })
}

function labelBlocks(place: Place, body: HclBody): ReadonlyMap<string, string> | undefined {
  if (isDynamic(body, 'labels')) return undefined
  const pairs = blocksOf(body, 'labels').map(({ body: { attributes } }) => {
    const [key, value] = [text(place, attributes.get('key')), text(place, attributes.get('value'))]
    return key && value ? ([key.value, value.value] as const) : undefined
  })
  return mapOf(pairs)
}
