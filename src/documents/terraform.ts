import { placeOf, type Text } from '../source/text.ts'
import { architectureOfImageType } from '../syntax/ami-type.ts'
import {
  type ConfigEntry,
  type ConfigValue,
  entriesIn,
  entryNamed,
  isWord,
  itemsIn,
  valueAt,
} from '../syntax/config-value.ts'
import { blocksOf, type HclBlock, type HclBody, parseHcl } from '../syntax/hcl.ts'
import type { CloudProvider } from '../syntax/vm-size.ts'
import type { NodePool, Provider, Taint } from '../world/cluster.ts'
import { nodePool, taintOf } from '../world/node-pool.ts'
import type { InfrastructureFile } from './node-pools.ts'

/** The node pools of Terraform files; `.tfvars` only tell which variables are set elsewhere. */
export function nodePoolsInTerraform(files: readonly InfrastructureFile[]): readonly NodePool[] {
  const parsed = files.map(({ path, text }) => ({ path, body: parseHcl(text) }))
  const setElsewhere = new Set(parsed.flatMap(({ path, body }) => namesSet(path, body)))
  const folders = new Map<string, HclBody[]>()
  for (const { path, body } of parsed) {
    if (!path.endsWith('.tf')) continue
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    folders.set(folder, [...(folders.get(folder) ?? []), body])
  }
  return [...folders.values()].flatMap((bodies) => poolsIn(folderOf(bodies, setElsewhere)))
}

/** Variables that something gives a value: a `.tfvars` file, or the caller of a module. */
const namesSet = (path: string, body: HclBody): readonly string[] =>
  path.endsWith('.tfvars')
    ? body.attributes.map(({ key }) => key.value)
    : blocksOf(body, 'module').flatMap((block) => block.attributes.map(({ key }) => key.value))

interface Folder {
  readonly blocks: readonly HclBlock[]
  readonly variables: ReadonlyMap<string, ConfigValue>
}

function folderOf(bodies: readonly HclBody[], setElsewhere: ReadonlySet<string>): Folder {
  const blocks = bodies.flatMap((body) => body.blocks)
  const variables = new Map<string, ConfigValue>()
  for (const block of blocks) {
    const name = block.labels[0]?.value
    const value = entryNamed(block.attributes, 'default')
    if (block.type.value === 'variable' && name && value && !setElsewhere.has(name)) variables.set(`var.${name}`, value)
    if (block.type.value === 'locals')
      for (const { key, value: local } of block.attributes) variables.set(`local.${key.value}`, local)
  }
  return { blocks, variables }
}

/** A value with variables and locals looked up, as far as they are literal. */
function resolved(folder: Folder, value: ConfigValue | undefined, depth = 0): ConfigValue | undefined {
  const found = value?.kind === 'name' ? folder.variables.get(value.text.value) : undefined
  return found && depth < 8 ? resolved(folder, found, depth + 1) : value
}

const attribute = (folder: Folder, body: HclBody | undefined, name: string): ConfigValue | undefined =>
  body && resolved(folder, entryNamed(body.attributes, name))

function literal(folder: Folder, value: ConfigValue | undefined): Text | undefined {
  const found = resolved(folder, value)
  return found?.kind === 'string' ? found.text : undefined
}

const textAttribute = (folder: Folder, body: HclBody | undefined, name: string): Text | undefined =>
  literal(folder, attribute(folder, body, name))

/** The name of the cluster that an attribute names, directly or by a reference to the resource that makes it. */
function clusterNamed(folder: Folder, value: ConfigValue | undefined): Text | undefined {
  const found = resolved(folder, value)
  if (found?.kind === 'string') return found.text
  if (found?.kind !== 'name') return undefined
  const [type, label] = found.text.value.replace(/\[[^\]]*\]/g, '').split('.')
  const block = folder.blocks.find((one) => one.labels[0]?.value === type && one.labels[1]?.value === label)
  return textAttribute(folder, block, 'name')
}

interface Maker {
  readonly provider: Provider
  readonly cloud: CloudProvider
  readonly pools: (folder: Folder, block: HclBlock, make: Make) => readonly NodePool[]
}

type Make = (
  cluster: Text | undefined,
  machineType: Text | undefined,
  rest?: Partial<Parameters<typeof nodePool>[0]>,
) => NodePool

function poolsIn(folder: Folder): readonly NodePool[] {
  return folder.blocks.flatMap((block) => {
    const type = block.labels[0]?.value ?? ''
    const maker =
      block.type.value === 'resource'
        ? makers[type]
        : block.type.value === 'module' && isEksModule(block)
          ? eksModule
          : undefined
    if (!maker) return []
    const make: Make = (cluster, machineType, rest = {}) =>
      nodePool({
        ...{ cluster, machineType, provider: maker.provider, cloud: maker.cloud },
        at: placeOf(machineType ?? block.labels[1] ?? block.type),
        ...rest,
      })
    return maker.pools(folder, block, make)
  })
}

const isEksModule = (block: HclBlock): boolean => {
  const source = entryNamed(block.attributes, 'source')
  return source?.kind === 'string' && source.text.value.startsWith('terraform-aws-modules/eks/aws')
}

const labels = (folder: Folder, value: ConfigValue | undefined): ReadonlyMap<string, string> =>
  new Map(
    entriesIn(resolved(folder, value)).flatMap(({ key, value: label }) => {
      const text = literal(folder, label)
      return text ? [[key.value, text.value] as const] : []
    }),
  )

const taintStrings = (folder: Folder, value: ConfigValue | undefined): readonly Taint[] =>
  itemsIn(resolved(folder, value)).flatMap((item) => taintOf(literal(folder, item)?.value ?? ''))

/** `NO_SCHEDULE` of the clouds' APIs is `NoSchedule` in the cluster. */
const effectOf = (written: string): string =>
  written.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())

const taintBlocks = (folder: Folder, body: HclBody | undefined): readonly Taint[] =>
  (body ? blocksOf(body, 'taint') : []).map((taint) => ({
    key: textAttribute(folder, taint, 'key')?.value ?? '',
    value: textAttribute(folder, taint, 'value')?.value ?? '',
    effect: effectOf(textAttribute(folder, taint, 'effect')?.value ?? ''),
  }))

/** Taints as a list or a map of objects, as modules take them. */
function taintObjects(folder: Folder, value: ConfigValue | undefined): readonly Taint[] {
  const found = resolved(folder, value)
  return [...itemsIn(found), ...entriesIn(found).map((entry) => entry.value)].map((taint) => ({
    key: literal(folder, valueAt(taint, 'key'))?.value ?? '',
    value: literal(folder, valueAt(taint, 'value'))?.value ?? '',
    effect: effectOf(literal(folder, valueAt(taint, 'effect'))?.value ?? ''),
  }))
}

const aksCluster: Maker['pools'] = (folder, block, make) => {
  const pool = blocksOf(block, 'default_node_pool')[0]
  if (!pool) return []
  const critical = isWord(attribute(folder, pool, 'only_critical_addons_enabled'), 'true')
  return [
    make(textAttribute(folder, block, 'name'), textAttribute(folder, pool, 'vm_size'), {
      labels: labels(folder, attribute(folder, pool, 'node_labels')),
      taints: critical ? taintOf('CriticalAddonsOnly=true:NoSchedule') : [],
    }),
  ]
}

const aksPool: Maker['pools'] = (folder, block, make) => [
  make(
    clusterNamed(folder, attribute(folder, block, 'kubernetes_cluster_id')),
    textAttribute(folder, block, 'vm_size'),
    {
      labels: labels(folder, attribute(folder, block, 'node_labels')),
      taints: taintStrings(folder, attribute(folder, block, 'node_taints')),
    },
  ),
]

/** The type of a group by its first instance type; without any, and without a launch template, it is t3.medium. */
function eksType(folder: Folder, types: ConfigValue | undefined): Text | undefined {
  return literal(folder, itemsIn(resolved(folder, types))[0])
}

const eksGroup: Maker['pools'] = (folder, block, make) => [
  make(
    clusterNamed(folder, attribute(folder, block, 'cluster_name')),
    eksType(folder, attribute(folder, block, 'instance_types')),
    {
      architecture: architectureOfImageType(textAttribute(folder, block, 'ami_type')?.value ?? ''),
      labels: labels(folder, attribute(folder, block, 'labels')),
      taints: taintBlocks(folder, block),
    },
  ),
]

const gkeCluster: Maker['pools'] = (folder, block, make) => {
  const own = isWord(attribute(folder, block, 'remove_default_node_pool'), 'true')
  if (own || isWord(attribute(folder, block, 'enable_autopilot'), 'true')) return []
  const config = blocksOf(block, 'node_config')[0]
  return [
    make(textAttribute(folder, block, 'name'), textAttribute(folder, config, 'machine_type'), {
      labels: labels(folder, attribute(folder, config, 'labels')),
      taints: taintBlocks(folder, config),
    }),
  ]
}

const gkePool: Maker['pools'] = (folder, block, make) => {
  const config = blocksOf(block, 'node_config')[0]
  return [
    make(clusterNamed(folder, attribute(folder, block, 'cluster')), textAttribute(folder, config, 'machine_type'), {
      labels: labels(folder, attribute(folder, config, 'labels')),
      taints: taintBlocks(folder, config),
    }),
  ]
}

const ackPool: Maker['pools'] = (folder, block, make) => [
  make(
    clusterNamed(folder, attribute(folder, block, 'cluster_id')),
    eksType(folder, attribute(folder, block, 'instance_types')),
  ),
]

const makers: Readonly<Record<string, Maker>> = {
  azurerm_kubernetes_cluster: { provider: 'aks', cloud: 'azure', pools: aksCluster },
  azurerm_kubernetes_cluster_node_pool: { provider: 'aks', cloud: 'azure', pools: aksPool },
  aws_eks_node_group: { provider: 'eks', cloud: 'aws', pools: eksGroup },
  google_container_cluster: { provider: 'gke', cloud: 'gcp', pools: gkeCluster },
  google_container_node_pool: { provider: 'gke', cloud: 'gcp', pools: gkePool },
  alicloud_cs_kubernetes_node_pool: { provider: 'ack', cloud: 'alibaba', pools: ackPool },
}

/** The groups of the module terraform-aws-modules/eks, each with the module's defaults behind it. */
const eksModule: Maker = {
  provider: 'eks',
  cloud: 'aws',
  pools: (folder, block, make) => {
    const cluster = textAttribute(folder, block, 'cluster_name') ?? textAttribute(folder, block, 'name')
    const defaults = attribute(folder, block, 'eks_managed_node_group_defaults')
    return entriesIn(attribute(folder, block, 'eks_managed_node_groups')).map(({ value }: ConfigEntry) => {
      const group = resolved(folder, value)
      const of = (key: string): ConfigValue | undefined => valueAt(group, key) ?? valueAt(defaults, key)
      return make(cluster, eksType(folder, of('instance_types')), {
        architecture: architectureOfImageType(literal(folder, of('ami_type'))?.value ?? ''),
        labels: labels(folder, of('labels')),
        taints: taintObjects(folder, of('taints')),
      })
    })
  },
}
