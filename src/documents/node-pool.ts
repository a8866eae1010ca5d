import type { Text } from '../source/text.ts'
import { type CloudProvider, machineType } from '../syntax/vm-size.ts'
import type { Architecture, NodePool, Provider, Taint } from '../world/cluster.ts'

/** What the files say of a pool before its architecture is known. */
export interface Statement {
  readonly provider: Provider
  readonly cluster: Text | undefined
  /** The machine types it may have, any one of them; undefined where the files do not say. */
  readonly machineTypes: readonly Text[] | undefined
  /** Where the pool does not follow from its machine types (an AMI, a requirement). */
  readonly architecture?: Architecture | 'unknown' | undefined
  /** Undefined where they are made of something that the files do not say. */
  readonly labels: ReadonlyMap<string, string> | undefined
  readonly taints: readonly Taint[] | undefined
  readonly at: NodePool['at']
}

/**
 * A pool as the world holds it. Its architecture is stated only when every machine type has the same one, and when it is known
 * which pods come to it at all.
 */
export function nodePool(statement: Statement): NodePool {
  const { provider, cluster, machineTypes, labels, taints, at } = statement
  const cloud = clouds[provider]
  const machines = (machineTypes ?? []).map((type) => (cloud ? machineType(cloud, type.value) : undefined))
  const only = machineTypes?.every((type) => type.value === machineTypes[0]?.value) ? machineTypes[0] : undefined
  const architectures = machines.map((machine) => machine?.architecture)
  const architecture = labels && taints ? architectureOf(statement, architectures) : undefined
  return {
    cluster,
    provider,
    architecture,
    labels: labels ?? new Map(),
    taints: [...(taints ?? []), ...taintsOfProvider(provider, architecture)],
    machineType: only,
    cpu: only && machines[0]?.cpu,
    memory: only && machines[0]?.memory,
    at,
  }
}

const clouds: Readonly<Partial<Record<Provider, CloudProvider>>> = {
  aks: 'azure',
  eks: 'aws',
  gke: 'gcp',
  ack: 'alibaba',
}

/** What the pool itself states and what its machines have must agree. */
function architectureOf(
  { architecture }: Statement,
  ofMachines: readonly (Architecture | undefined)[],
): Architecture | undefined {
  if (architecture === 'unknown') return undefined
  const [first, ...rest] = architecture ? [architecture, ...ofMachines] : ofMachines
  return rest.every((one) => one === first) ? first : undefined
}

/** GKE taints the Arm nodes of a Standard cluster by itself (Google Cloud, "Prepare an Arm workload for deployment"). */
const taintsOfProvider = (provider: Provider, architecture: Architecture | undefined): readonly Taint[] =>
  provider === 'gke' && architecture === 'arm64'
    ? [{ key: 'kubernetes.io/arch', value: 'arm64', effect: 'NoSchedule' }]
    : []

/** `key=value:NoSchedule` and `key:NoSchedule`, as kubectl and Azure write a taint. */
export function taintOf(text: Text): Taint | undefined {
  const match = /^([^=:]+)(?:=([^:]*))?:(NoSchedule|PreferNoSchedule|NoExecute)$/.exec(text.value.trim())
  return match ? { key: match[1] ?? '', value: match[2] ?? '', effect: match[3] ?? '' } : undefined
}

const effects: Readonly<Record<string, string>> = {
  NO_SCHEDULE: 'NoSchedule',
  PREFER_NO_SCHEDULE: 'PreferNoSchedule',
  NO_EXECUTE: 'NoExecute',
}

/** The effect of a taint as Kubernetes calls it; EKS and GKE shout (`NO_SCHEDULE`). */
export const effectOf = (written: string): string => effects[written] ?? written

/** Windows nodes take no Linux pods, and say nothing about those that do. */
export const isWindowsAmi = (amiType: string): boolean => amiType.startsWith('WINDOWS_')
