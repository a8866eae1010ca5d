import { nowhere } from '../../source/span.ts'
import { placeOf, spoken, type Text, trim } from '../../source/text.ts'
import { readGoYaml } from '../../syntax/yaml-go.ts'
import { BuildFailure, fail } from './failure.ts'
import { applyJsonPatch, type JsonOperation, jsonOperations } from './json-patch.ts'
import type { Patch } from './kustomization.ts'
import { type Loader, mustLoad, readResources } from './load.ts'
import { fieldOf, isNilOrEmpty, mapNode, overwrite, scalarNode, setField } from './node.ts'
import {
  copyResource,
  currentId,
  hasRecord,
  idText,
  kindOf,
  metaMap,
  metaText,
  originalId,
  previousIds,
  type Resource,
  type ResourceId,
  sameId,
  setMeta,
  setMetaMap,
  storePreviousId,
} from './resource.ts'
import type { SchemaOf } from './schema.ts'
import { select } from './select.ts'
import { strategicMerge } from './strategic-merge.ts'

/** A patch that is ready: patches are read before any of them is applied. */
export type Patching = (resources: readonly Resource[]) => void

/** One entry of `patches`: a strategic merge or a JSON patch, as its text shows. */
export function patchEntry(patch: Patch, loader: Loader, schemaOf: SchemaOf): Patching {
  const inline = patch.patch && trim(patch.patch)
  const at = patch.path?.value ? placeOf(patch.path) : inline?.value ? placeOf(inline) : patch.written.at
  if (!inline?.value && !patch.path?.value) fail(at, 'must specify one of patch and path')
  if (inline?.value && patch.path?.value) fail(at, "patch and path can't be set at the same time")
  const text = inline?.value ? inline : mustLoad(loader, patch.path as Text)
  const merges = attempt(() => readResources(text, at))
  const operations = readJsonPatch(text)
  if (merges.value && operations && merges.value.length > 0 && operations.length > 0)
    fail(at, 'illegally qualifies as both an SM and JSON patch')
  if (!merges.value && !operations) throw merges.failure ?? new BuildFailure(at, 'unable to parse SM or JSON patch')
  if (merges.value) return strategicEntry(patch, merges.value, schemaOf)
  return (resources) => {
    if (!patch.target) return fail(at, 'must specify a target for JSON patch')
    for (const resource of select(resources, patch.target)) {
      storePreviousId(resource)
      patchJson(resource, operations as readonly JsonOperation[])
    }
  }
}

function attempt<T>(action: () => T): { readonly value?: T; readonly failure?: BuildFailure } {
  try {
    return { value: action() }
  } catch (failure) {
    if (failure instanceof BuildFailure) return { failure }
    throw failure
  }
}

/** Undefined when the text is no JSON patch. One that begins with `[` has to be JSON. */
function readJsonPatch(text: Text): readonly JsonOperation[] | undefined {
  if (text.value === '') return undefined
  if (text.value.startsWith('[') && !isJson(text.value)) return undefined
  const document = readGoYaml(text, 'v2')[0]
  if (!document || document.problems.length > 0) return undefined
  return jsonOperations(document.value)
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}

function strategicEntry(patch: Patch, merges: readonly Resource[], schemaOf: SchemaOf): Patching {
  for (const merge of merges) {
    merge.allowNameChange = patch.options?.allowNameChange ?? false
    merge.allowKindChange = patch.options?.allowKindChange ?? false
  }
  return (resources) => {
    const { target } = patch
    if (!target) {
      for (const merge of merges) mergeInto(theOne(resources, merge), merge, schemaOf)
      return
    }
    if (merges.length > 1)
      fail(
        target.written.at,
        'Multiple Strategic-Merge Patches in one `patches` entry is not allowed to set `patches.target` field',
      )
    const [merge] = merges
    if (merge) mergeSelected(resources, select(resources, target), merge, schemaOf)
  }
}

/** The entries of `patchesStrategicMerge`: paths, or the patches themselves. */
export function strategicPatches(entries: readonly Text[], loader: Loader, schemaOf: SchemaOf): Patching {
  const merges = entries.flatMap((entry) => {
    const at = placeOf(entry)
    return attempt(() => readResources(entry, at)).value ?? readResources(mustLoad(loader, entry), at)
  })
  if (merges.length === 0) fail(entries[0] ? placeOf(entries[0]) : nowhere, 'patch appears to be empty')
  return (resources) => {
    for (const merge of merges) mergeSelected(resources, [theOne(resources, merge)], merge, schemaOf)
  }
}

/** An entry of `patchesJson6902`. */
export function jsonPatchEntry(patch: Patch, loader: Loader): Patching {
  const { target, path, patch: inline, written } = patch
  if (!target?.name?.value) fail(written.at, 'must specify the target name')
  if (!path?.value && !inline?.value) fail(written.at, 'empty file path and empty jsonOp')
  if (path?.value && inline?.value) fail(written.at, 'must specify a file path or jsonOp, not both')
  const text = path?.value ? mustLoad(loader, path) : (inline as Text)
  const operations = readJsonPatch(text)
  if (!operations?.length)
    return fail(placeOf(path?.value ? path : text), 'patch appears to be empty or is no JSON patch')
  return (resources) => {
    for (const resource of select(resources, target ?? fail(written.at, 'must specify a target')))
      patchJson(resource, operations)
  }
}

/** The resource that has or had the patch's id. */
function theOne(resources: readonly Resource[], patch: Resource): Resource {
  const id = originalId(patch)
  const found = resources.filter(
    (resource) =>
      everNamed(resource, id.name) &&
      !isNilOrEmpty(resource.node) &&
      [...previousIds(resource), currentId(resource)].some((one) => sameId(one, id)),
  )
  const [only] = found
  if (only && found.length === 1) return only
  const at = placeOf(metaText(patch.node, 'name'))
  return fail(
    at,
    `${found.length === 0 ? 'no' : 'multiple'} matches for Id ${idText(id)}; failed to find unique target for patch`,
  )
}

/** Cheaper than comparing ids, and decides for nearly every resource. */
const everNamed = (resource: Resource, name: string): boolean =>
  metaText(resource.node, 'name').value === name || resource.previous.some((id) => id.name === name)

/** resmap.ApplySmPatch: works on a copy of the patch that carries the target's group and version. */
function mergeSelected(
  resources: readonly Resource[],
  selected: readonly Resource[],
  patch: Resource,
  schemaOf: SchemaOf,
): void {
  for (const resource of selected) {
    const copy = copyResource(patch)
    const { node } = copy
    for (const field of ['labels', 'annotations'])
      if (fieldOf(fieldOf(node, 'metadata'), field)) setMetaMap(node, field, node.at, metaMap(node, field))
    setMeta(copy, 'namespace', metaText(node, 'namespace'))
    const apiVersion = fieldOf(resource.node, 'apiVersion')
    const ownVersion = fieldOf(node, 'apiVersion')
    if (apiVersion && ownVersion) overwrite(ownVersion, { ...apiVersion })
    mergeInto(resource, copy, schemaOf)
  }
  rejectEqualIds(resources, patch)
}

function rejectEqualIds(resources: readonly Resource[], patch: Resource): void {
  if (!patch.allowNameChange && !patch.allowKindChange) return
  const seen: ResourceId[] = []
  for (const resource of resources) {
    const id = currentId(resource)
    if (!isNilOrEmpty(resource.node) && seen.some((one) => sameId(one, id)))
      fail(patch.at, `may not add resource with an already registered id: ${idText(id)}`)
    seen.push(id)
  }
}

/** Resource.ApplySmPatch: name, namespace and kind stay, unless the patch may change them. */
function mergeInto(resource: Resource, patch: Resource, schemaOf: SchemaOf): void {
  const name = metaText(resource.node, 'name')
  const namespace = metaText(resource.node, 'namespace')
  const kind = fieldOf(resource.node, 'kind')
  const kindText = kind?.text
  if (patch.allowNameChange || patch.allowKindChange) storePreviousId(resource)
  resource.node = mergedOf(resource, patch, schemaOf)
  if (isNilOrEmpty(resource.node)) return
  if (!patch.allowKindChange && kindText && kindOf(resource.node) !== kindText.value)
    setField(resource.node, spoken('kind', placeOf(kindText)), scalarNode(kindText, 'none'))
  if (!patch.allowNameChange) setMeta(resource, 'name', name)
  setMeta(resource, 'namespace', namespace)
}

const mergedOf = (resource: Resource, patch: Resource, schemaOf: SchemaOf) =>
  strategicMerge(patch.node, resource.node, schemaOf) ?? mapNode(resource.node.at)

/** Kustomize keeps its notes in annotations, so that a JSON patch finds `/metadata/annotations` where there is none. */
function patchJson(resource: Resource, operations: readonly JsonOperation[]): void {
  const metadata = fieldOf(resource.node, 'metadata')
  if (hasRecord(resource) && metadata) {
    const annotations = fieldOf(metadata, 'annotations')
    if (annotations?.kind !== 'map')
      metadata.fields.set('annotations', {
        key: spoken('annotations', metadata.at),
        keyTag: 'string',
        value: mapNode(metadata.at),
      })
  }
  resource.node = applyJsonPatch(resource.node, operations)
  if (resource.node.kind === 'map')
    setMetaMap(resource.node, 'annotations', resource.node.at, metaMap(resource.node, 'annotations'))
}
