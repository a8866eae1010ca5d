import { emptyText, placeOf, type Text } from '../source/text.ts'
import { machineType } from '../syntax/vm-size.ts'
import { at, entriesOf, headOf, itemsOf, parseYaml, textOf, type YamlNode } from '../syntax/yaml.ts'
import type { Architecture, NodePool, Taint } from '../world/cluster.ts'
import { effectOf, isWindowsAmi, nodePool, type Statement } from './node-pool.ts'

/**
 * The node pools that YAML files describe: eksctl's ClusterConfig and Karpenter's NodePool. `files`: any YAML; documents of other
 * kinds are passed over.
 */
export function nodePoolsInYaml(files: readonly Text[]): readonly NodePool[] {
  return files
    .filter((file) => /eksctl\.io\/|karpenter\.sh\//.test(file.value))
    .flatMap((file) => parseYaml(file))
    .flatMap(({ root }) => (root ? statementsOf(root) : []))
    .map(nodePool)
}

function statementsOf(root: YamlNode): readonly Statement[] {
  const group = textOf(root, 'apiVersion')?.value.split('/')[0]
  const kind = textOf(root, 'kind')?.value
  if (group === 'eksctl.io' && kind === 'ClusterConfig') return ofClusterConfig(root)
  if (group === 'karpenter.sh' && (kind === 'NodePool' || kind === 'Provisioner')) return [ofKarpenter(root)]
  return []
}

/** eksctl, pkg/apis/eksctl.io/v1alpha5/types.go: an instance type of its own, a list, or a mixture for spot instances. */
function ofClusterConfig(root: YamlNode): readonly Statement[] {
  const cluster = textOf(root, 'metadata', 'name')
  const groups = [...itemsOf(root, 'nodeGroups'), ...itemsOf(root, 'managedNodeGroups')]
  const others = [at(root, 'autoModeConfig'), at(root, 'fargateProfiles'), at(root, 'karpenter')].filter(
    (node) => node !== undefined,
  )
  return [
    ...groups.flatMap((group) => ofGroup(group, cluster)),
    ...others.map((node) => ({ ...unreadable, cluster, at: headOf(node) })),
  ]
}

const unreadable = {
  provider: 'eks',
  machineTypes: undefined,
  architecture: 'unknown',
  labels: new Map<string, string>(),
  taints: [],
} as const

function ofGroup(group: YamlNode, cluster: Text | undefined): readonly Statement[] {
  const ami = textOf(group, 'amiFamily')
  if (ami && isWindowsAmi(ami.value.toUpperCase().replace('WINDOWSSERVER', 'WINDOWS_'))) return []
  const own = textOf(group, 'instanceType')
  const types = [
    ...(own && own.value !== 'mixed' ? [own] : []),
    ...textsOf(group, 'instanceTypes'),
    ...textsOf(group, 'instancesDistribution', 'instanceTypes'),
  ]
  // A group that states nothing has m5.large (DefaultNodeType), unless eksctl chooses, or a launch template does.
  const chosen = at(group, 'instanceSelector') !== undefined || at(group, 'launchTemplate') !== undefined
  const byDefault = types.length === 0 && !chosen ? 'amd64' : undefined
  return [
    {
      provider: 'eks',
      cluster,
      machineTypes: types.length > 0 ? types : undefined,
      architecture: chosen ? 'unknown' : byDefault,
      labels: labelsOf(at(group, 'labels')),
      taints: taintsOf(at(group, 'taints')),
      at: types[0] ? placeOf(types[0]) : headOf(group),
    },
  ]
}

const textsOf = (node: YamlNode, ...path: readonly string[]): readonly Text[] =>
  itemsOf(node, ...path).flatMap((item) => (item.kind === 'scalar' ? [item.text] : []))

const architectureKeys = ['kubernetes.io/arch', 'beta.kubernetes.io/arch']
const typeKeys = ['node.kubernetes.io/instance-type', 'beta.kubernetes.io/instance-type']

/** A NodePool (v1), or what it was called until v0.32. Without a requirement Karpenter may take nodes of either architecture. */
function ofKarpenter(root: YamlNode): Statement {
  const template = at(root, 'spec', 'template') ?? root
  const requirements = itemsOf(template, 'spec', 'requirements')
  const asked = valuesIn(requirements, architectureKeys)
  const types = valuesIn(requirements, typeKeys)
  const families = valuesIn(requirements, ['karpenter.k8s.aws/instance-family'])
  return {
    provider: providerOf(root),
    cluster: undefined,
    machineTypes: types,
    architecture: onlyOf(asked?.map(({ value }) => value) ?? types?.map(() => undefined) ?? families?.map(ofFamily)),
    labels: labelsOf(at(template, 'metadata', 'labels') ?? at(template, 'spec', 'labels')),
    taints: taintsOf(at(template, 'spec', 'taints')),
    at: placeOf(asked?.[0] ?? types?.[0] ?? families?.[0] ?? textOf(root, 'kind') ?? emptyText),
  }
}

/** Machines of one family of AWS have one architecture, whatever their size. */
const ofFamily = (family: Text): Architecture | undefined => machineType('aws', `${family.value}.large`).architecture

/** The one architecture of a requirement; undefined where machine types are to decide, `unknown` where nothing does. */
function onlyOf(values: readonly (string | undefined)[] | undefined): Statement['architecture'] {
  if (!values || values.some((value) => value !== values[0])) return 'unknown'
  const [value] = values
  return value === undefined || isArchitecture(value) ? value : 'unknown'
}

const isArchitecture = (value: string | undefined): value is Architecture => value === 'amd64' || value === 'arm64'

/** Karpenter runs on EKS, and on AKS as node auto-provisioning. */
const providerOf = (root: YamlNode): Statement['provider'] =>
  /AKSNodeClass/.test(textOf(root, 'spec', 'template', 'spec', 'nodeClassRef', 'kind')?.value ?? '') ? 'aks' : 'eks'

/** The values of a requirement with `In`; undefined where there is none. */
function valuesIn(requirements: readonly YamlNode[], keys: readonly string[]): readonly Text[] | undefined {
  const found = requirements.find(
    (one) => keys.includes(textOf(one, 'key')?.value ?? '') && textOf(one, 'operator')?.value === 'In',
  )
  const values = found ? textsOf(found, 'values') : []
  return values.length > 0 ? values : undefined
}

function labelsOf(node: YamlNode | undefined): ReadonlyMap<string, string> {
  return new Map(
    entriesOf(node).flatMap(({ key, value }) => (value?.kind === 'scalar' ? [[key.text.value, value.text.value]] : [])),
  )
}

/** A list of taints; in older files of eksctl a map of `key: value:effect`. */
function taintsOf(node: YamlNode | undefined): readonly Taint[] | undefined {
  if (node?.kind === 'map')
    return node.entries.map(({ key, value }) => {
      const [first = '', second] = value?.kind === 'scalar' ? value.text.value.split(':') : []
      return { key: key.text.value, value: second === undefined ? '' : first, effect: second ?? first }
    })
  return itemsOf(node).map((item) => ({
    key: textOf(item, 'key')?.value ?? '',
    value: textOf(item, 'value')?.value ?? '',
    effect: effectOf(textOf(item, 'effect')?.value ?? ''),
  }))
}
