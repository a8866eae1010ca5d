import type { Span } from '../../source/span.ts'
import { placeOf } from '../../source/text.ts'
import { fail } from './failure.ts'
import { base64 } from './generate.ts'
import { copyNode, fieldOf, isNilOrEmpty, isNull, lookUpOrCreate, type Node, setField, stringNode } from './node.ts'
import {
  currentId,
  idText,
  kindOf,
  metaMap,
  metaText,
  previousIds,
  type Resource,
  sameId,
  setMeta,
  setMetaMap,
} from './resource.ts'

/** resWrangler.Append: two objects of one id are an error. */
export function append(list: Resource[], more: readonly Resource[], at: Span): void {
  const known = new Map<string, Resource[]>()
  const keyOf = (resource: Resource): string => `${kindOf(resource.node)}/${metaText(resource.node, 'name').value}`
  for (const resource of list) known.set(keyOf(resource), [...(known.get(keyOf(resource)) ?? []), resource])
  for (const resource of more) {
    const id = currentId(resource)
    const others = known.get(keyOf(resource)) ?? []
    if (others.some((other) => sameId(currentId(other), id)))
      fail(placeOfName(resource, at), `may not add resource with an already registered id: ${idText(id)}`)
    known.set(keyOf(resource), [...others, resource])
    list.push(resource)
  }
}

function placeOfName(resource: Resource, at: Span): Span {
  const name = metaText(resource.node, 'name')
  return name.value === '' ? at : placeOf(name)
}

/** resWrangler.AbsorbAll: what a generator makes is new, or replaces or merges what is there, as its behavior says. */
export function absorb(list: Resource[], made: readonly Resource[]): void {
  for (const resource of made) {
    const id = currentId(resource)
    const at = placeOfName(resource, resource.at)
    const found = list.filter(
      (other) => !isNilOrEmpty(other.node) && [...previousIds(other), currentId(other)].some((one) => sameId(one, id)),
    )
    const [old] = found
    const joins = resource.behavior === 'merge' || resource.behavior === 'replace'
    if (found.length > 1) fail(at, `found multiple objects that could accept merge of ${idText(id)}`)
    if (!old) {
      if (joins) fail(at, `id ${idText(id)} does not exist; cannot merge or replace`)
      append(list, [resource], at)
    } else if (!joins) {
      const behavior = resource.behavior || 'unspecified'
      fail(at, `id ${idText(id)} exists; can not use behavior: '${behavior}', behavior must be merge or replace`)
    } else list[list.indexOf(old)] = joined(old, resource)
  }
}

function joined(old: Resource, made: Resource): Resource {
  const merges = made.behavior === 'merge'
  const oldNode = merges && kindOf(made.node) === 'Secret' ? withEncodedStringData(old.node) : old.node
  copyMetadata(old, made)
  if (merges) for (const field of ['data', 'binaryData']) mergeData(oldNode, made.node, field)
  return {
    ...made,
    previous: [...old.previous],
    prefixes: [...old.prefixes],
    suffixes: [...old.suffixes],
    variables: [...old.variables],
    generated: old.generated,
    behavior: old.behavior,
    // Only where both want a hash does the name get one.
    needsHash: old.needsHash && made.needsHash,
  }
}

/** CopyMergeMetaDataFieldsFrom: labels and annotations of both, name and namespace of the old one. */
function copyMetadata(old: Resource, made: Resource): void {
  for (const field of ['labels', 'annotations'])
    setMetaMap(made.node, field, made.at, new Map([...metaMap(old.node, field), ...metaMap(made.node, field)]))
  setMeta(made, 'name', metaText(old.node, 'name'))
  setMeta(made, 'namespace', metaText(old.node, 'namespace'))
}

function mergeData(old: Node, made: Node, field: string): void {
  const entries = new Map([...(fieldOf(old, field)?.fields ?? []), ...(fieldOf(made, field)?.fields ?? [])])
  made.fields.delete(field)
  if (entries.size === 0) return
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [, { key, value }] of sorted)
    setField(
      lookUpOrCreate(made, old.at, field),
      key,
      stringNode(isNull(value) ? { value: '', pieces: [] } : value.text, value.at),
    )
}

/** normalizeSecretStringData: `stringData` counts as data when a generator merges into a written Secret. */
function withEncodedStringData(node: Node): Node {
  const stringData = fieldOf(node, 'stringData')
  if (stringData?.kind !== 'map') return node
  const copy = copyNode(node)
  const data = lookUpOrCreate(copy, stringData.at, 'data')
  for (const { key, value } of stringData.fields.values())
    setField(data, key, stringNode(base64(value.text, false), value.at))
  copy.fields.delete('stringData')
  return copy
}
