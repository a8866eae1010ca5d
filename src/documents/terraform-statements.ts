import { placeOf, type Text } from '../source/text.ts'
import type { HclBlock, HclBody, HclValue } from '../syntax/hcl.ts'
import type { Provider, Taint } from '../world/cluster.ts'
import { effectOf, type Statement } from './node-pool.ts'
import {
  blocksOf,
  isConditional,
  isDynamic,
  possibilities,
  stringOf,
  stringsOf,
  type Terraform,
  type TerraformModule,
} from './terraform.ts'

/** A module that is read for node pools. */
export interface Place {
  readonly terraform: Terraform
  readonly module: TerraformModule
}

export type Attributes = ReadonlyMap<string, HclValue>

export const text = ({ terraform, module }: Place, value: HclValue | undefined): Text | undefined =>
  stringOf(terraform, module, value)

export const texts = ({ terraform, module }: Place, value: HclValue | undefined): readonly Text[] | undefined =>
  stringsOf(terraform, module, value)

/** A pool of which only the cluster is known. */
export const unreadable = (provider: Provider, cluster: Text | undefined, head: Text): Statement => ({
  provider,
  cluster,
  machineTypes: undefined,
  architecture: 'unknown',
  labels: new Map(),
  taints: [],
  at: placeOf(head),
})

/** A block that is there on a condition says nothing for sure about its nodes. */
export const certainly = (place: Place, block: HclBlock): 'unknown' | undefined =>
  isConditional(place.terraform, place.module, block) ? 'unknown' : undefined

export const isTrue = (value: HclValue | undefined): boolean => value?.kind === 'boolean' && value.value

/** terraform-aws-modules/eks from the registry or from git, none of its submodules. */
export const eksModule = /(?:^|\/)terraform-aws-modules\/(?:terraform-aws-)?eks(?:\/aws)?(?:\.git)?(?:\?.*)?$/

/** The cluster a pool belongs to. `known`: its resource or module is in the same folder, and so are its other pools. */
export function clusterOf(
  place: Place,
  value: HclValue | undefined,
): { readonly name: Text | undefined; readonly known: boolean } {
  if (value?.kind !== 'reference') return { name: text(place, value), known: false }
  const [type, label] = value.path
  const block = place.module.blocks.find((one) =>
    one.type === 'resource'
      ? one.labels[0] === type && one.labels[1] === label
      : one.type === type && one.labels[0] === label,
  )
  if (block?.type === 'resource') return { name: text(place, block.body.attributes.get('name')), known: true }
  const source = block?.type === 'module' ? block.body.attributes.get('source') : undefined
  if (block && source?.kind === 'string' && eksModule.test(source.text.value))
    return {
      name: text(place, block.body.attributes.get('cluster_name') ?? block.body.attributes.get('name')),
      known: true,
    }
  return { name: text(place, value), known: false }
}

export const isEmptyList = (value: HclValue | undefined): boolean => value?.kind === 'list' && value.items.length === 0

/** All of them, or nothing when one is not known. */
export function complete<T>(items: readonly (T | undefined)[] | undefined): readonly T[] | undefined {
  const known = items?.filter((item) => item !== undefined)
  return known?.length === items?.length ? known : undefined
}

export function mapOf(
  pairs: readonly (readonly [string, string] | undefined)[],
): ReadonlyMap<string, string> | undefined {
  const known = complete(pairs)
  return known && new Map(known)
}

export function labelsOf(place: Place, value: HclValue | undefined): ReadonlyMap<string, string> | undefined {
  if (!value) return new Map()
  const [meaning, ...others] = possibilities(place.terraform, place.module, value) ?? []
  if (meaning?.value.kind !== 'object' || others.length > 0) return undefined
  const inner: Place = { terraform: place.terraform, module: meaning.module }
  return mapOf(
    [...meaning.value.entries].map(([key, one]) => {
      const label = one.kind === 'number' || one.kind === 'boolean' ? String(one.value) : text(inner, one)?.value
      return label === undefined || key.startsWith('?') ? undefined : [key, label]
    }),
  )
}

export function taintBlocks(place: Place, body: HclBody, type: string): readonly Taint[] | undefined {
  if (isDynamic(body, type) || body.attributes.has(type)) return undefined
  return complete(blocksOf(body, type).map((block) => taintFrom(place, block.body.attributes)))
}

export function taintFrom(place: Place, attributes: Attributes): Taint | undefined {
  const key = text(place, attributes.get('key'))?.value
  const effect = text(place, attributes.get('effect'))?.value
  const stated = attributes.get('value')
  const value = stated ? (stated.kind === 'boolean' ? String(stated.value) : text(place, stated)?.value) : ''
  return key && effect && value !== undefined ? { key, value, effect: effectOf(effect) } : undefined
}
