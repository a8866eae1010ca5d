import { placeOf, type Text } from '../source/text.ts'
import type { HclBlock, HclBody } from '../syntax/hcl.ts'
import type { Statement } from './node-pool.ts'
import { blocksOf, resourcesOf } from './terraform.ts'
import {
  certainly,
  clusterOf,
  isTrue,
  labelsOf,
  type Place,
  taintBlocks,
  text,
  texts,
  unreadable,
} from './terraform-statements.ts'

/** Pools of `google_container_cluster` and `google_container_node_pool`. */
export const gkeStatements = (place: Place): readonly Statement[] => [...gkeClusters(place), ...gkePools(place)]

function gkeClusters(place: Place): readonly Statement[] {
  return resourcesOf(place.module, 'google_container_cluster').flatMap((cluster) => {
    const { attributes } = cluster.body
    const name = text(place, attributes.get('name'))
    const pools = blocksOf(cluster.body, 'node_pool').map((pool) => gkePool(place, cluster, pool.body, name, pool.head))
    const itself = isTrue(attributes.get('remove_default_node_pool')) || pools.length > 0
    const autopilot = attributes.has('enable_autopilot')
    const provisions = blocksOf(cluster.body, 'cluster_autoscaling').length > 0
    return [
      ...pools,
      ...(itself || autopilot ? [] : [gkePool(place, cluster, cluster.body, name, cluster.head)]),
      ...(autopilot || provisions ? [unreadable('gke', name, cluster.head)] : []),
    ]
  })
}

function gkePools(place: Place): readonly Statement[] {
  return resourcesOf(place.module, 'google_container_node_pool').flatMap((pool) => {
    const { name, known } = clusterOf(place, pool.body.attributes.get('cluster'))
    const statement = gkePool(place, pool, pool.body, name, pool.head)
    return known ? [statement] : [statement, unreadable('gke', name, pool.head)]
  })
}

function gkePool(place: Place, owner: HclBlock, body: HclBody, cluster: Text | undefined, head: Text): Statement {
  const config = blocksOf(body, 'node_config')[0]?.body
  const type = config?.attributes.get('machine_type')
  const machineTypes = texts(place, type)
  return {
    provider: 'gke',
    cluster,
    machineTypes,
    architecture: machineTypes ? certainly(place, owner) : 'unknown',
    labels: labelsOf(place, config?.attributes.get('labels')),
    taints: config ? taintBlocks(place, config, 'taint') : [],
    at: placeOf(machineTypes?.[0] ?? head),
  }
}
