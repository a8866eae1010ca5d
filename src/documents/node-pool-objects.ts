import { emptyText, placeOf, type Text } from '../source/text.ts'
import type { CloudProvider } from '../syntax/vm-size.ts'
import { at, entriesOf, itemsOf, parseYaml, textOf, type YamlNode } from '../syntax/yaml.ts'
import type { NodePool, Provider, Taint } from '../world/cluster.ts'
import { nodePool } from '../world/node-pool.ts'
import { groupOf } from './kubernetes.ts'

/** The node pools that objects describe: eksctl's ClusterConfig, Karpenter's NodePool, machine templates of Cluster API. */
export const nodePoolsInObjects = (text: Text): readonly NodePool[] =>
  parseYaml(text).flatMap(({ root }) => {
    const kind = textOf(root, 'kind')?.value ?? ''
    const group = groupOf(textOf(root, 'apiVersion')?.value ?? '')
    if (!root) return []
    if (group === 'eksctl.io' && kind === 'ClusterConfig') return eksctlGroups(root)
    if (group === 'karpenter.sh' && /^(?:NodePool|Provisioner)$/.test(kind)) return [karpenterPool(root)]
    return group === 'infrastructure.cluster.x-k8s.io' ? machineTemplate(root, kind) : []
  })

const taintsAt = (node: YamlNode | undefined): readonly Taint[] => [
  ...itemsOf(node).map((taint) => ({
    key: textOf(taint, 'key')?.value ?? '',
    value: textOf(taint, 'value')?.value ?? '',
    effect: textOf(taint, 'effect')?.value ?? '',
  })),
  // eksctl also takes a map: `key: value:Effect`.
  ...entriesOf(node).flatMap(({ key, value }) => {
    const [written, effect] = value?.kind === 'scalar' ? value.text.value.split(':') : []
    return effect ? [{ key: key.text.value, value: written ?? '', effect }] : []
  }),
]

const labelsAt = (node: YamlNode | undefined): ReadonlyMap<string, string> =>
  new Map(
    entriesOf(node).flatMap(({ key, value }) =>
      value?.kind === 'scalar' ? [[key.text.value, value.text.value] as const] : [],
    ),
  )

function eksctlGroups(root: YamlNode): readonly NodePool[] {
  const cluster = textOf(root, 'metadata', 'name')
  return ['nodeGroups', 'managedNodeGroups'].flatMap((list) =>
    itemsOf(root, list).map((group) => {
      const types = [
        ...itemsOf(group, 'instanceTypes'),
        ...itemsOf(group, 'instancesDistribution', 'instanceTypes'),
      ].flatMap((type) => (type.kind === 'scalar' ? [type.text] : []))
      const machineType = textOf(group, 'instanceType') ?? types[0]
      const place = placeOf(machineType ?? textOf(group, 'name') ?? cluster ?? emptyText)
      return nodePool({
        ...{ cluster, provider: 'eks', cloud: 'aws', machineType, at: place },
        labels: labelsAt(at(group, 'labels')),
        taints: taintsAt(at(group, 'taints')),
        // pkg/apis/eksctl.io/v1alpha5/types.go: m5.large unless an instance selector decides.
        ...(machineType || at(group, 'instanceSelector') ? {} : { architecture: 'amd64' as const }),
      })
    }),
  )
}

/** Karpenter makes nodes of any architecture that its requirements leave open. */
function karpenterPool(root: YamlNode): NodePool {
  const template = at(root, 'spec', 'template') ?? root
  const requirements = itemsOf(template, 'spec', 'requirements')
  const valuesOf = (...keys: readonly string[]): readonly Text[] =>
    requirements
      .filter((one) => keys.includes(textOf(one, 'key')?.value ?? '') && textOf(one, 'operator')?.value === 'In')
      .flatMap((one) => itemsOf(one, 'values').flatMap((value) => (value.kind === 'scalar' ? [value.text] : [])))
  const architectures = valuesOf('kubernetes.io/arch')
  const only = architectures.length === 1 ? architectures[0] : undefined
  const architecture = only?.value === 'arm64' || only?.value === 'amd64' ? only.value : undefined
  return nodePool({
    ...{ cluster: undefined, provider: undefined, cloud: 'aws', machineType: undefined, architecture },
    labels: labelsAt(at(template, 'metadata', 'labels')),
    taints: taintsAt(at(template, 'spec', 'taints')),
    at: placeOf(only ?? textOf(root, 'metadata', 'name') ?? textOf(root, 'kind') ?? emptyText),
  })
}

const templates: Readonly<Record<string, readonly [CloudProvider, Provider, string]>> = {
  AzureMachineTemplate: ['azure', 'other', 'vmSize'],
  AWSMachineTemplate: ['aws', 'other', 'instanceType'],
  GCPMachineTemplate: ['gcp', 'other', 'instanceType'],
}

function machineTemplate(root: YamlNode, kind: string): readonly NodePool[] {
  const [cloud, provider, key] = templates[kind] ?? []
  const machineType = key && textOf(root, 'spec', 'template', 'spec', key)
  if (!cloud || !machineType) return []
  return [nodePool({ cluster: undefined, provider, cloud, machineType, at: placeOf(machineType) })]
}
