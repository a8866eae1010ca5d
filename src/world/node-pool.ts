import type { Span } from '../source/span.ts'
import type { Text } from '../source/text.ts'
import { type CloudProvider, machineType } from '../syntax/vm-size.ts'
import type { NodePool, Provider, Taint } from './cluster.ts'
import { gkeArmTaint } from './nodes.ts'

/** What a command or a file says about nodes of one kind. */
export interface StatedPool {
  readonly cluster: Text | undefined
  readonly provider: Provider | undefined
  readonly cloud: CloudProvider
  readonly machineType: Text | undefined
  readonly labels?: ReadonlyMap<string, string>
  readonly taints?: readonly Taint[]
  /** Where an image type names the architecture (`ami_type`), it decides. */
  readonly architecture?: NodePool['architecture']
  readonly at: Span
}

/** A pool with what the name of its machine type tells. */
export function nodePool(stated: StatedPool): NodePool {
  const { cluster, provider, at, labels = new Map(), taints = [] } = stated
  const type = machineType(stated.cloud, stated.machineType?.value ?? '')
  const architecture = stated.architecture ?? type.architecture
  const own = provider === 'gke' && architecture === 'arm64' ? [gkeArmTaint] : []
  const { cpu, memory } = type
  return {
    cluster,
    provider,
    architecture,
    labels,
    taints: [...taints, ...own],
    machineType: stated.machineType,
    cpu,
    memory,
    at,
  }
}

/** `key=value:Effect`, as kubectl and the clouds' commands write taints. */
export function taintOf(written: string): readonly Taint[] {
  const match = /^([^=:]+)(?:=([^:]*))?:(\w+)$/.exec(written.trim())
  return match ? [{ key: match[1] ?? '', value: match[2] ?? '', effect: match[3] ?? '' }] : []
}

/** `key=value` pairs, as the clouds' commands write labels. */
export const labelsOf = (written: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    written.flatMap((pair) =>
      pair.includes('=') ? [[pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const] : [],
    ),
  )
