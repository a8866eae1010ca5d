import { placeOf, type Text } from '../source/text.ts'
import { architectureOfImageType } from '../syntax/ami-type.ts'
import type { HclBlock, HclValue } from '../syntax/hcl.ts'
import type { Taint } from '../world/cluster.ts'
import { isWindowsAmi, type Statement } from './node-pool.ts'
import { blocksOf, isConditional, isDynamic, possibilities, resourcesOf } from './terraform.ts'
import {
  type Attributes,
  certainly,
  clusterOf,
  complete,
  eksModule,
  labelsOf,
  type Place,
  taintBlocks,
  taintFrom,
  text,
  texts,
  unreadable,
} from './terraform-statements.ts'

/** Pools of `aws_eks_node_group` and of the module terraform-aws-modules/eks. */
export const eksStatements = (place: Place): readonly Statement[] => [
  ...eksPools(place),
  ...eksModules(place),
  ...karpenter(place),
]

function eksPools(place: Place): readonly Statement[] {
  const autos = [
    ...resourcesOf(place.module, 'aws_eks_cluster').filter((one) => blocksOf(one.body, 'compute_config').length > 0),
    ...resourcesOf(place.module, 'aws_eks_fargate_profile'),
  ].map(({ head }) => unreadable('eks', undefined, head))
  const pools = resourcesOf(place.module, 'aws_eks_node_group').flatMap((group) => {
    const { name, known } = clusterOf(place, group.body.attributes.get('cluster_name'))
    const pool = eksPool(place, group.body.attributes, name, group.head)
    const architecture = certainly(place, group) ?? architectureByDefault(group) ?? pool?.architecture
    const statement = pool && { ...pool, architecture, taints: taintBlocks(place, group.body, 'taint') }
    return [...(statement ? [statement] : []), ...(known ? [] : [unreadable('eks', name, group.head)])]
  })
  return [...autos, ...pools]
}

/** A group that states nothing has `t3.medium` (EKS API, CreateNodegroup); a launch template may state anything. */
function architectureByDefault({ body }: HclBlock): Statement['architecture'] {
  if (body.attributes.has('instance_types')) return undefined
  if (blocksOf(body, 'launch_template').length > 0 || isDynamic(body, 'launch_template')) return 'unknown'
  return body.attributes.has('ami_type') ? undefined : 'amd64'
}

/** Undefined for Windows. */
function eksPool(place: Place, attributes: Attributes, cluster: Text | undefined, head: Text): Statement | undefined {
  const amis = attributes.has('ami_type') ? texts(place, attributes.get('ami_type')) : []
  if (amis?.some((ami) => isWindowsAmi(ami.value))) return undefined
  const types = texts(place, attributes.get('instance_types'))
  const unclear = !amis || (attributes.has('instance_types') && !types)
  return {
    provider: 'eks',
    cluster,
    machineTypes: types,
    architecture: unclear ? 'unknown' : architectureOfAmis(amis),
    labels: labelsOf(place, attributes.get('labels')),
    taints: [],
    at: placeOf(types?.[0] ?? amis?.[0] ?? head),
  }
}

/** Undefined: they do not say, and the machine types decide (`CUSTOM`). */
function architectureOfAmis(amis: readonly Text[]): Statement['architecture'] {
  const [first, ...rest] = amis.map((ami) => architectureOfImageType(ami.value))
  return rest.every((one) => one === first) ? first : 'unknown'
}

/** terraform-aws-modules/eks: groups are entries of one map, beside a map of defaults (`cluster_name` until v20, then `name`). */
function eksModules(place: Place): readonly Statement[] {
  return modulesFrom(place, (source) => eksModule.test(source)).flatMap((block) => {
    const { attributes } = block.body
    const name = text(place, attributes.get('cluster_name') ?? attributes.get('name'))
    const more = [
      'self_managed_node_groups',
      'fargate_profiles',
      'cluster_compute_config',
      'compute_config',
      'node_groups',
      'worker_groups',
      'worker_groups_launch_template',
    ].filter((key) => attributes.has(key))
    const groups = attributes.get('eks_managed_node_groups')
    return [
      ...(groups ? moduleGroups(place, block, groups, name) : []),
      ...more.map(() => unreadable('eks', name, block.head)),
    ]
  })
}

function moduleGroups(place: Place, block: HclBlock, groups: HclValue, name: Text | undefined): readonly Statement[] {
  const [meaning, ...others] = possibilities(place.terraform, place.module, groups) ?? []
  if (meaning?.value.kind !== 'object' || others.length > 0) return [unreadable('eks', name, block.head)]
  const inner: Place = { terraform: place.terraform, module: meaning.module }
  const defaults = block.body.attributes.get('eks_managed_node_group_defaults')
  const defaultEntries = defaults?.kind === 'object' ? defaults.entries : undefined
  return [...meaning.value.entries.values()].flatMap((group) => {
    const mixed = defaults !== undefined && (!defaultEntries || meaning.module !== place.module)
    if (group.kind !== 'object' || mixed) return [unreadable('eks', name, block.head)]
    const attributes = new Map([...(defaultEntries ?? []), ...group.entries])
    const pool = eksPool(inner, attributes, name, group.raw)
    if (!pool) return []
    const unclear =
      isConditional(place.terraform, place.module, block) ||
      ['create', 'launch_template_id'].some((key) => attributes.has(key) || block.body.attributes.has(key))
    const architecture = unclear ? 'unknown' : pool.architecture
    return [{ ...pool, architecture, taints: moduleTaints(inner, attributes.get('taints')) }]
  })
}

/** A list of objects until v20, then a map of them. */
function moduleTaints(place: Place, value: HclValue | undefined): readonly Taint[] | undefined {
  if (!value) return []
  const items = value.kind === 'list' ? value.items : value.kind === 'object' ? [...value.entries.values()] : undefined
  return complete(items?.map((item) => (item.kind === 'object' ? taintFrom(place, item.entries) : undefined)))
}

/** Karpenter makes nodes of its own choice. */
function karpenter(place: Place): readonly Statement[] {
  const modules = modulesFrom(place, (source) => /\/\/modules\/karpenter(?:\?.*)?$/.test(source))
  const releases = resourcesOf(place.module, 'helm_release').filter((release) =>
    /(?:^|\/)karpenter$/.test(text(place, release.body.attributes.get('chart'))?.value ?? ''),
  )
  return [...modules, ...releases].map(({ head }) => unreadable('eks', undefined, head))
}

function modulesFrom(place: Place, matches: (source: string) => boolean): readonly HclBlock[] {
  return place.module.blocks.filter((block) => {
    const source = block.type === 'module' ? block.body.attributes.get('source') : undefined
    return source?.kind === 'string' && matches(source.text.value)
  })
}
