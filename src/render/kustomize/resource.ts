import type { Span } from '../../source/span.ts'
import { emptyText, placeOf, spoken, type Text } from '../../source/text.ts'
import { copyNode, fieldOf, isNilOrEmpty, lookUpOrCreate, type Node, scalarNode, setField, stringNode } from './node.ts'
import { clusterScopedKinds } from './openapi-data.ts'

export interface Gvk {
  readonly group: string
  readonly version: string
  readonly kind: string
}

/** kyaml/resid: what a resource is called. `clusterScoped` only where kustomize's own table says so. */
export interface ResourceId extends Gvk {
  readonly name: string
  readonly namespace: string
  readonly clusterScoped: boolean
}

/**
 * One object on its way through a build. Kustomize keeps this record in annotations of the object and drops them at the
 * end; `hasRecord` says when they would be there, which a JSON patch can see.
 */
export interface Resource {
  node: Node
  previous: PreviousId[]
  prefixes: string[]
  suffixes: string[]
  /** Made by a generator. */
  generated: boolean
  behavior: string
  needsHash: boolean
  readonly variables: string[]
  allowNameChange: boolean
  allowKindChange: boolean
  /** Whether something was done to it hangs on a value that nobody knows. */
  uncertain: boolean
  /** Came out of `helmCharts`; the namespace is the chart's business then. */
  fromHelm: boolean
  /** Where the generator or file stands that made it. */
  readonly at: Span
}

interface PreviousId {
  readonly name: string
  readonly namespace: string
  readonly kind: string
}

export const newResource = (node: Node): Resource => ({
  node,
  previous: [],
  prefixes: [],
  suffixes: [],
  generated: false,
  behavior: '',
  needsHash: false,
  variables: [],
  allowNameChange: false,
  allowKindChange: false,
  uncertain: false,
  fromHelm: false,
  at: node.at,
})

export const copyResource = (resource: Resource): Resource => ({
  ...resource,
  node: copyNode(resource.node),
  previous: [...resource.previous],
  prefixes: [...resource.prefixes],
  suffixes: [...resource.suffixes],
  variables: [...resource.variables],
})

export const hasRecord = (resource: Resource): boolean =>
  resource.generated || resource.previous.length + resource.prefixes.length + resource.suffixes.length > 0

const clusterScoped = new Set(clusterScopedKinds)

export const parseApiVersion = (apiVersion: string): { readonly group: string; readonly version: string } => {
  const slash = apiVersion.indexOf('/')
  return slash < 0
    ? { group: '', version: apiVersion }
    : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) }
}

export const apiVersionOf = (node: Node): string => fieldOf(node, 'apiVersion')?.text.value ?? ''
export const kindOf = (node: Node): string => fieldOf(node, 'kind')?.text.value ?? ''

/** A string of `metadata`, empty when it is missing or null. */
export function metaText(node: Node, name: string): Text {
  const metadata = fieldOf(node, 'metadata')
  const value = metadata && !isNilOrEmpty(metadata) ? fieldOf(metadata, name) : undefined
  return value && !isNilOrEmpty(value) ? value.text : emptyText
}
export const nameOf = (resource: Resource): string => metaText(resource.node, 'name').value
export const namespaceOf = (resource: Resource): string => metaText(resource.node, 'namespace').value

export function gvkOf(node: Node): Gvk {
  const { group, version } = parseApiVersion(apiVersionOf(node))
  return { group, version, kind: kindOf(node) }
}

export function currentId({ node }: Resource): ResourceId {
  const apiVersion = apiVersionOf(node)
  const kind = kindOf(node)
  return {
    ...parseApiVersion(apiVersion),
    kind,
    name: metaText(node, 'name').value,
    namespace: metaText(node, 'namespace').value,
    clusterScoped: clusterScoped.has(`${apiVersion} ${kind}`),
  }
}

export function previousIds(resource: Resource): readonly ResourceId[] {
  if (resource.previous.length === 0) return []
  const { group, version } = parseApiVersion(apiVersionOf(resource.node))
  return resource.previous.map((id) => ({ group, version, ...id, clusterScoped: false }))
}

export const originalId = (resource: Resource): ResourceId => previousIds(resource)[0] ?? currentId(resource)

export const notANamespace = '_non_namespaceable_'

export const effectiveNamespace = (id: ResourceId): string =>
  id.clusterScoped ? notANamespace : id.namespace === '' ? 'default' : id.namespace

export const sameNamespace = (a: ResourceId, b: ResourceId): boolean => effectiveNamespace(a) === effectiveNamespace(b)
export const sameGvk = (a: Gvk, b: Gvk): boolean => a.group === b.group && a.version === b.version && a.kind === b.kind
export const sameId = (a: ResourceId, b: ResourceId): boolean =>
  a.name === b.name && sameGvk(a, b) && sameNamespace(a, b)

/** Whether the selector's group, version and kind, as far as they are given, are those of `id`. */
export const isSelectedBy = (id: Gvk, selector: Partial<Gvk>): boolean =>
  (!selector.group || selector.group === id.group) &&
  (!selector.version || selector.version === id.version) &&
  (!selector.kind || selector.kind === id.kind)

export function storePreviousId(resource: Resource): void {
  const id = currentId(resource)
  if (id.name !== '' && id.kind !== '')
    resource.previous.push({ name: id.name, namespace: effectiveNamespace(id), kind: id.kind })
}

/** resid.String(): `Kind.version.group/name.namespace`. */
export const idText = (id: ResourceId): string => `${gvkText(id)}/${id.name || '[noName]'}.${id.namespace || '[noNs]'}`
export const gvkText = (gvk: Gvk): string =>
  `${gvk.kind || '[noKind]'}.${gvk.version || '[noVer]'}.${gvk.group || '[noGrp]'}`

/** Entries of `metadata.labels` or `metadata.annotations`; nothing for anything but a map. */
export function metaMap(node: Node, name: string): Map<string, { readonly key: Text; readonly value: Node }> {
  const found = new Map<string, { readonly key: Text; readonly value: Node }>()
  const map = fieldOf(fieldOf(node, 'metadata'), name)
  if (map?.kind === 'map') for (const [key, field] of map.fields) found.set(key, field)
  return found
}

/** RNode.setMapInMetadata: every value becomes a string; without entries the field goes. */
export function setMetaMap(
  node: Node,
  name: string,
  at: Span,
  entries: Map<string, { readonly key: Text; readonly value: Node }>,
): void {
  const metadata = lookUpOrCreate(node, at, 'metadata')
  const old = fieldOf(metadata, name)
  metadata.fields.delete(name)
  if (entries.size === 0) return
  const map = lookUpOrCreate(metadata, old?.at ?? at, name)
  for (const { key, value } of entries.values()) setField(map, key, stringNode(value.text, value.at))
}

export function setMeta(resource: Resource, field: 'name' | 'namespace', value: Text): void {
  const metadata = lookUpOrCreate(resource.node, resource.at, 'metadata')
  if (field === 'namespace' && value.value === '') metadata.fields.delete(field)
  else setField(metadata, spoken(field, placeOf(value)), scalarNode(value, 'none'))
}
