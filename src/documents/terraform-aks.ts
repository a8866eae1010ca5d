import { placeOf, type Text } from '../source/text.ts'
import type { HclBlock, HclBody } from '../syntax/hcl.ts'
import type { Taint } from '../world/cluster.ts'
import { type Statement, taintOf } from './node-pool.ts'
import { blocksOf, isDynamic, resourcesOf } from './terraform.ts'
import {
  certainly,
  clusterOf,
  complete,
  isEmptyList,
  isTrue,
  labelsOf,
  type Place,
  text,
  texts,
  unreadable,
} from './terraform-statements.ts'

/** Pools of `azurerm_kubernetes_cluster` and `azurerm_kubernetes_cluster_node_pool`. */
export const aksStatements = (place: Place): readonly Statement[] => [...aksClusters(place), ...aksPools(place)]

function aksClusters(place: Place): readonly Statement[] {
  return resourcesOf(place.module, 'azurerm_kubernetes_cluster').flatMap((cluster) => {
    const name = text(place, cluster.body.attributes.get('name'))
    const provisioning = blocksOf(cluster.body, 'node_provisioning_profile')
    const pools = blocksOf(cluster.body, 'default_node_pool').map((pool) => {
      const critical = pool.body.attributes.get('only_critical_addons_enabled')
      const statement = azurePool(place, cluster, pool.body, name, pool.head)
      return !isTrue(critical) || !statement.taints
        ? statement
        : {
            ...statement,
            taints: [...statement.taints, { key: 'CriticalAddonsOnly', value: 'true', effect: 'NoSchedule' }],
          }
    })
    const others = [...provisioning, ...(isDynamic(cluster.body, 'default_node_pool') ? [cluster] : [])]
    return [...pools, ...others.map(({ head }) => unreadable('aks', name, head))]
  })
}

function aksPools(place: Place): readonly Statement[] {
  return resourcesOf(place.module, 'azurerm_kubernetes_cluster_node_pool')
    .filter((pool) => text(place, pool.body.attributes.get('os_type'))?.value !== 'Windows')
    .flatMap((pool) => {
      const { name, known } = clusterOf(place, pool.body.attributes.get('kubernetes_cluster_id'))
      const statement = azurePool(place, pool, pool.body, name, pool.head)
      return known ? [statement] : [statement, unreadable('aks', name, pool.head)]
    })
}

function azurePool(
  place: Place,
  owner: HclBlock,
  { attributes }: HclBody,
  cluster: Text | undefined,
  head: Text,
): Statement {
  const size = text(place, attributes.get('vm_size'))
  const spot = text(place, attributes.get('priority'))?.value === 'Spot'
  const stated = attributes.has('node_taints') ? texts(place, attributes.get('node_taints'))?.map(taintOf) : []
  const taints = isEmptyList(attributes.get('node_taints')) ? [] : complete(stated)
  return {
    provider: 'aks',
    cluster,
    machineTypes: texts(place, attributes.get('vm_size')),
    architecture: certainly(place, owner),
    labels: labelsOf(place, attributes.get('node_labels')),
    // AKS taints spot nodes by itself (learn.microsoft.com/azure/aks/spot-node-pool).
    taints: spot ? taints && [...taints, spotTaint] : taints,
    at: placeOf(size ?? head),
  }
}

const spotTaint: Taint = { key: 'kubernetes.azure.com/scalesetpriority', value: 'spot', effect: 'NoSchedule' }
