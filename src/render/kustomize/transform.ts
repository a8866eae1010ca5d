import { compare } from '../../source/compare.ts'
import type { Span } from '../../source/span.ts'
import { concat, emptyText, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { compilePattern } from '../../syntax/regex.ts'
import type { StringEntry } from './decode.ts'
import { fail } from './failure.ts'
import { atFieldSpec, type FieldSpec, mergeFieldSpecs, parseFieldSpec } from './field-spec.ts'
import type { Image, Label, Replica } from './kustomization.ts'
import { fieldOf, isNull, kindName, lookUp, type Node, setField, setScalar, stringNode } from './node.ts'
import {
  apiVersionOf,
  currentId,
  gvkText,
  idText,
  isSelectedBy,
  kindOf,
  originalId,
  previousIds,
  type Resource,
  sameId,
  storePreviousId,
} from './resource.ts'
import { type FieldSpecs, writtenSpec } from './transformer-config.ts'

/** `namePrefix` and `nameSuffix` (builtins/PrefixTransformer.go). Some kinds are never renamed. */
export function rename(
  resources: readonly Resource[],
  where: 'prefix' | 'suffix',
  affix: Text,
  specs: readonly FieldSpec[],
): void {
  for (const resource of resources) {
    const id = originalId(resource)
    if (neverRenamed.some((gvk) => isSelectedBy(id, gvk))) continue
    for (const spec of specs) {
      if (!isSelectedBy(id, spec)) continue
      if (spec.path === 'metadata/name') {
        if (affix.value !== '') {
          const list = where === 'prefix' ? resource.prefixes : resource.suffixes
          list.push(affix.value)
          storePreviousId(resource)
        }
      }
      atFieldSpec(resource.node, spec, { kind: 'scalar', tag: 'string' }, placeOf(affix), (node) =>
        setScalar(node, where === 'prefix' ? concat(affix, node.text) : concat(node.text, affix), 'none'),
      )
    }
  }
}

const neverRenamed = [
  { kind: 'CustomResourceDefinition' },
  { group: 'apiregistration.k8s.io', kind: 'APIService' },
  { kind: 'Namespace' },
]

export interface NamespaceOptions {
  readonly unsetOnly: boolean
  readonly subjects: string
}

const defaultNamespaceOptions: NamespaceOptions = { unsetOnly: false, subjects: 'defaultOnly' }

/** `namespace` (filters/namespace): every object but the cluster-scoped ones, and subjects named default. */
export function setNamespace(
  resources: readonly Resource[],
  namespace: Text,
  specs: readonly FieldSpec[],
  options: NamespaceOptions = defaultNamespaceOptions,
): void {
  const at = placeOf(namespace)
  const set = (node: Node): void => {
    if (options.unsetOnly && node.text.value !== '') return
    setScalar(node, namespace, 'string')
  }
  for (const resource of resources) {
    if (resource.fromHelm) continue
    storePreviousId(resource)
    namespaceOne(resource.node, currentId(resource).clusterScoped, specs, at, options, set)
  }
  rejectEqualIds(resources, at)
}

function namespaceOne(
  node: Node,
  clusterScoped: boolean,
  specs: readonly FieldSpec[],
  at: Span,
  options: NamespaceOptions,
  set: (node: Node) => void,
): void {
  const creation = { kind: 'scalar', tag: 'string' } as const
  if (!clusterScoped) atFieldSpec(node, metadataNamespace, creation, at, set)
  const binds = kindOf(node) === 'RoleBinding' || kindOf(node) === 'ClusterRoleBinding'
  if (binds) setSubjects(node, at, options, set)
  for (const spec of specs) {
    if (spec.path === 'metadata/namespace') continue
    if (spec.path === 'metadata/name' && apiVersionOf(node) !== 'v1') continue
    if (binds && /^(?:Cluster)?RoleBinding$/.test(spec.kind) && spec.path === 'subjects/namespace') continue
    atFieldSpec(node, spec, creation, at, set)
  }
}

const metadataNamespace = parseFieldSpec('metadata/namespace create')

function setSubjects(node: Node, at: Span, options: NamespaceOptions, set: (node: Node) => void): void {
  const subjects = fieldOf(node, 'subjects')
  if (options.subjects === 'none' || !subjects || subjects.kind !== 'list') return
  for (const subject of subjects.items) {
    const chosen =
      options.subjects === 'allServiceAccounts'
        ? fieldOf(subject, 'kind')?.text.value === 'ServiceAccount'
        : fieldOf(subject, 'name')?.text.value === 'default'
    if (!chosen) continue
    if (!lookUp(subject, 'namespace')) setField(subject, spoken('namespace', at), stringNode(emptyText, at))
    set(fieldOf(subject, 'namespace') as Node)
  }
}

function rejectEqualIds(resources: readonly Resource[], at: Span): void {
  const byName = new Map<string, Resource[]>()
  for (const resource of resources) {
    const id = currentId(resource)
    const key = `${id.kind}/${id.name}`
    const others = byName.get(key) ?? []
    if (others.some((other) => sameId(currentId(other), id)))
      fail(at, `namespace transformation produces ID conflict: ${idText(id)}`)
    byName.set(key, [...others, resource])
  }
}

/** One `labels` entry or `commonLabels`: the fields it goes to. */
export function labelSpecs(label: Label, config: FieldSpecs, at: Span): readonly FieldSpec[] {
  const own = (label.fields ?? []).map(writtenSpec)
  const specs = mergeFieldSpecs(own, config.labels, at)
  if (label.includeSelectors) return mergeFieldSpecs(specs, config.commonLabels, at)
  const withTemplates = label.includeTemplates ? mergeFieldSpecs(specs, config.templateLabels, at) : specs
  const withClaims = label.includeVolumeClaimTemplates
    ? mergeFieldSpecs(withTemplates, config.volumeClaimTemplateLabels, at)
    : withTemplates
  return mergeFieldSpecs(withClaims, [parseFieldSpec('metadata/labels create')], at)
}

/** `labels`, `commonLabels` and `commonAnnotations`: entries set in every map that a spec names. */
export function setEntries(
  resources: readonly Resource[],
  entries: ReadonlyMap<string, StringEntry>,
  specs: readonly FieldSpec[],
): void {
  const sorted = [...entries.values()].sort((a, b) => (a.key.value < b.key.value ? -1 : 1))
  for (const { node } of resources)
    for (const { key, value } of sorted) {
      // One node for all fields of an object, as filtersutil.SetEntry has it: a later patch of one changes the others.
      const shared = stringNode(value, placeOf(key))
      for (const spec of specs)
        atFieldSpec(node, spec, { kind: 'map', tag: 'none' }, placeOf(key), (map) => {
          if (map.kind !== 'map')
            fail(
              map.at,
              `considering field '${spec.path}': wrong node kind: expected MappingNode but got ${kindName(map)}`,
            )
          setField(map, key, shared)
        })
    }
}

/** `replicas`: by any name that the object ever had. */
export function setReplicas(resources: readonly Resource[], replica: Replica, specs: readonly FieldSpec[]): void {
  const name = replica.name?.value ?? ''
  const count = replica.count?.text ?? spoken('0', replica.written.at)
  let found = false
  for (const spec of specs)
    for (const resource of resources) {
      const ids = [...previousIds(resource), currentId(resource)]
      if (!ids.some((id) => id.name === name && isSelectedBy(id, spec))) continue
      found = true
      atFieldSpec(resource.node, spec, { kind: 'scalar', tag: 'int' }, placeOf(count), (node) =>
        setScalar(node, count, 'int'),
      )
    }
  if (!found)
    fail(
      replica.name ? placeOf(replica.name) : replica.written.at,
      `resource with name ${name} does not match a config with the following GVK ${specs.map(gvkText).join(' ')}`,
    )
}

/** `images`: any container's image of that name, and the fields of the configuration; not in CRDs. */
export function setImages(resources: readonly Resource[], images: readonly Image[], specs: readonly FieldSpec[]): void {
  const inContainers: ImageField[] = []
  const inSpecs: ImageField[] = []
  for (const resource of resources) {
    const { node } = resource
    if (kindOf(node) === 'CustomResourceDefinition') continue
    atContainers(node, (container) => {
      const found = fieldOf(container, 'image')
      if (found) inContainers.push({ node: found, resource })
    })
    for (const spec of specs)
      atFieldSpec(node, spec, undefined, node.at, (found) => inSpecs.push({ node: found, resource }))
  }
  // Both lists for one image, then for the next: a name that an entry sets can be matched by a later one, and by itself.
  for (const image of images) {
    const update = imageUpdater(image)
    inContainers.forEach(update)
    inSpecs.forEach(update)
  }
}

interface ImageField {
  readonly node: Node
  readonly resource: Resource
}

function imageUpdater(image: Image): (field: ImageField) => void {
  // A name is a pattern, as IsImageMatched has it. Unknown characters may stand in tag and digest.
  const tag = '[a-zA-Z0-9_.{}\\x{E000}-\\x{F8FF}-]*'
  const name = image.name?.value ?? ''
  const isLiteral = /^[\w/-]*$/.test(name)
  const pattern = compilePattern(`^${name}(:${tag})?(@[a-zA-Z0-9\\x{E000}-\\x{F8FF}]+([.+_-][a-zA-Z0-9]+)*:${tag})?$`)
  return ({ node, resource }) => {
    if (isNull(node)) return
    if (node.kind !== 'scalar') fail(node.at, `wrong node kind: expected ScalarNode but got ${kindName(node)}`)
    const { value } = node.text
    if (holdsUnknown(value) && compare(splitImage(node.text).name.value, name) === 'unknown') resource.uncertain = true
    if (isLiteral && !value.startsWith(name)) return
    if (pattern?.matcher(value).find()) setScalar(node, imageText(node.text, image), 'none')
  }
}

/** imagetag/legacy.go: every list under `containers` or `initContainers`, wherever it stands. */
function atContainers(node: Node, set: (container: Node) => void): void {
  if (node.kind === 'list') for (const item of node.items) atContainers(item, set)
  if (node.kind !== 'map') return
  for (const [name, { value }] of node.fields) {
    atContainers(value, set)
    if ((name === 'containers' || name === 'initContainers') && value.kind === 'list') value.items.forEach(set)
  }
}

export interface ImageParts {
  readonly name: Text
  readonly tag: Text
  readonly digest: Text
}

/** internal/image.Split */
export function splitImage(text: Text): ImageParts {
  const slash = Math.max(0, text.value.indexOf('/'))
  const at = text.value.indexOf('@', slash)
  const colon = text.value.indexOf(':', slash)
  if (at >= 0 && (at < colon || colon < 0))
    return { name: slice(text, 0, at), tag: emptyText, digest: slice(text, at + 1) }
  if (colon < 0) return { name: text, tag: emptyText, digest: emptyText }
  if (at < 0) return { name: slice(text, 0, colon), tag: slice(text, colon + 1), digest: emptyText }
  return { name: slice(text, 0, colon), tag: slice(text, colon + 1, at), digest: slice(text, at + 1) }
}

function imageText(old: Text, { newName, newTag, digest: newDigest, tagSuffix }: Image): Text {
  let { name, tag, digest } = splitImage(old)
  if (newName?.value) name = newName
  if (newTag?.value || newDigest?.value) {
    tag = newTag ?? emptyText
    digest = newDigest ?? emptyText
  } else if (tagSuffix?.value) {
    tag = concat(tag, tagSuffix)
    digest = emptyText
  }
  const parts = [name]
  if (tag.value !== '') parts.push(spoken(':', placeOf(tag)), tag)
  if (digest.value !== '') parts.push(spoken('@', placeOf(digest)), digest)
  return concat(...parts)
}
