import { concat, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { fail } from './failure.ts'
import { atFieldSpec, type FieldSpec } from './field-spec.ts'
import { fieldOf, isNull, lookUp, type Node, setField, setScalar, stringNode } from './node.ts'
import {
  currentId,
  effectiveNamespace,
  type Gvk,
  idText,
  isSelectedBy,
  kindOf,
  metaText,
  nameOf,
  namespaceOf,
  notANamespace,
  originalId,
  previousIds,
  type Resource,
  type ResourceId,
  sameNamespace,
} from './resource.ts'
import type { NameReference } from './transformer-config.ts'

/**
 * After renaming, fields that hold names of renamed objects follow (api/filters/nameref): the candidate had that name and
 * kind before, stands in the referrer's namespace, and shares its prefixes and suffixes.
 */
export function fixNameReferences(resources: readonly Resource[], references: readonly NameReference[]): void {
  for (const resource of resources) rejectBlankNamespace(resource)
  const candidates = resources.filter((resource) => resource.previous.length > 0).map(candidateOf)
  if (candidates.length === 0) return
  const byName = groupByPreviousName(candidates)
  for (const resource of resources) {
    const original = originalId(resource)
    const referrer: Referrer = {
      resource,
      id: currentId(resource),
      namespaces: roleBindingNamespaces(resource.node),
      byName,
    }
    for (const reference of references)
      for (const spec of reference.fieldSpecs) if (isSelectedBy(original, spec)) fixField(referrer, spec, reference)
  }
}

interface Candidate {
  readonly resource: Resource
  readonly id: ResourceId
  readonly original: ResourceId
  readonly previous: readonly ResourceId[]
}

interface Referrer {
  readonly resource: Resource
  readonly id: ResourceId
  readonly namespaces: ReadonlySet<string>
  readonly byName: ReadonlyMap<string, readonly Candidate[]>
}

const candidateOf = (resource: Resource): Candidate => ({
  resource,
  id: currentId(resource),
  original: originalId(resource),
  previous: previousIds(resource),
})

function groupByPreviousName(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates)
    for (const name of new Set(candidate.previous.map((id) => id.name)))
      groups.set(name, [...(groups.get(name) ?? []), candidate])
  return groups
}

/** getNamespacesForRoleBinding stops at a service account whose namespace is there but empty. */
function rejectBlankNamespace({ node }: Resource): void {
  const subjects = kindOf(node) === 'RoleBinding' ? fieldOf(node, 'subjects') : undefined
  for (const subject of subjects?.items ?? []) {
    const namespace = fieldOf(subject, 'namespace')
    if (namespace && isNull(namespace) && fieldOf(subject, 'kind')?.text.value === 'ServiceAccount')
      fail(subject.at, 'Invalid Input: namespace is blank for resource')
  }
}

/** The namespaces of a RoleBinding's service accounts; their objects can be meant too. */
function roleBindingNamespaces(node: Node): ReadonlySet<string> {
  const namespaces = new Set<string>()
  const subjects = kindOf(node) === 'RoleBinding' ? fieldOf(node, 'subjects') : undefined
  for (const subject of subjects?.items ?? []) {
    const namespace = fieldOf(subject, 'namespace')
    if (namespace && fieldOf(subject, 'kind')?.text.value === 'ServiceAccount') namespaces.add(namespace.text.value)
  }
  return namespaces
}

function fixField(referrer: Referrer, spec: FieldSpec, target: Gvk): void {
  const own = { ...spec, ...gvkFields(referrer.id) }
  const set = (node: Node): void => {
    if (isNull(node)) return
    if (node.kind === 'list') for (const item of node.items) setOne(referrer, spec, target, item)
    else setOne(referrer, spec, target, node)
  }
  atFieldSpec(referrer.resource.node, own, undefined, referrer.resource.at, set)
}

const gvkFields = ({ group, version, kind }: Gvk): Gvk => ({ group, version, kind })

function setOne(referrer: Referrer, spec: FieldSpec, target: Gvk, node: Node): void {
  if (isNull(node)) return
  if (node.kind === 'scalar') {
    const referral = chooseReferral(referrer, spec, target, node.text, () => true, sameNames)
    const name = referral && metaText(referral.resource.node, 'name')
    if (name && name.value !== node.text.value) setScalar(node, renamed(node.text, name), 'none')
  } else if (node.kind === 'map') setMapping(referrer, spec, target, node)
  else fail(node.at, 'is expected to be either a string or a map of string')
}

/** A reference with `name` and maybe `namespace`. */
function setMapping(referrer: Referrer, spec: FieldSpec, target: Gvk, node: Node): void {
  const nameNode = fieldOf(node, 'name') ?? fail(node.at, "path config error; no 'name' field in node")
  const namespace = fieldOf(node, 'namespace')
  const old = nameNode.text
  const referral = chooseReferral(
    referrer,
    spec,
    target,
    old,
    inNamespace(referrer, old, namespace),
    sameNamesAndNamespaces,
  )
  if (!referral) return
  const name = metaText(referral.resource.node, 'name')
  const newNamespace = metaText(referral.resource.node, 'namespace')
  if (name.value === old.value && newNamespace.value === '') return
  if (name.value !== old.value)
    setField(node, spoken('name', placeOf(old)), { ...stringNode(renamed(old, name)), tag: 'none' })
  if (newNamespace.value !== '')
    setField(node, spoken('namespace', placeOf(old)), { ...stringNode(newNamespace), tag: 'none' })
}

/** GroupedByOriginalNamespace, and only if that knows nothing of the namespace, the current one. */
function inNamespace(referrer: Referrer, name: Text, namespace: Node | undefined): (candidate: Candidate) => boolean {
  if (!namespace) return () => true
  const wanted = namespace.text.value
  if (wanted === notANamespace) return () => false
  const byOriginal = (candidate: Candidate): boolean => effectiveNamespace(candidate.original) === wanted
  const known = (referrer.byName.get(name.value) ?? []).some(byOriginal)
  return known ? byOriginal : (candidate) => effectiveNamespace(candidate.id) === wanted
}

function chooseReferral(
  referrer: Referrer,
  spec: FieldSpec,
  target: Gvk,
  oldName: Text,
  accepts: (candidate: Candidate) => boolean,
  alike: (candidates: readonly Candidate[]) => boolean,
): Candidate | undefined {
  const named = referrer.byName.get(oldName.value)
  if (!named) return undefined
  const role = spec.path.endsWith('roleRef/name') ? roleRefOf(referrer.resource.node) : undefined
  const fitting = named.filter(
    (candidate) =>
      accepts(candidate) &&
      couldBeReferenced(referrer, candidate) &&
      candidate.previous.some((id) => isSelectedBy(id, target)) &&
      (!role || candidate.previous.some((id) => isSelectedBy(id, role))) &&
      inSameNamespace(referrer.id, candidate),
  )
  return fitting.length === 1 ? fitting[0] : disambiguate(referrer, fitting, oldName, alike)
}

function disambiguate(
  referrer: Referrer,
  fitting: readonly Candidate[],
  oldName: Text,
  alike: (candidates: readonly Candidate[]) => boolean,
): Candidate | undefined {
  const loosely = fitting.filter((candidate) => sameAffixes(candidate.resource, referrer.resource, true))
  const chosen =
    loosely.length > 1
      ? loosely.filter((candidate) => sameAffixes(candidate.resource, referrer.resource, false))
      : loosely
  if (chosen.length <= 1 || alike(chosen)) return chosen[0]
  return fail(
    placeOf(oldName),
    `found multiple possible referrals: ${chosen.map((candidate) => idText(candidate.id)).join(', ')}`,
  )
}

/** resmap.SubsetThatCouldBeReferencedByResource */
const couldBeReferenced = ({ id, namespaces }: Referrer, candidate: Candidate): boolean =>
  id.clusterScoped ||
  candidate.id.clusterScoped ||
  sameNamespace(candidate.id, id) ||
  namespaces.has(namespaceOf(candidate.resource))

const inSameNamespace = (referrer: ResourceId, { id }: Candidate): boolean =>
  referrer.clusterScoped || id.clusterScoped || id.kind === 'ServiceAccount' || sameNamespace(referrer, id)

function roleRefOf(node: Node): Partial<Gvk> | undefined {
  const roleRef = lookUp(node, 'roleRef')
  const group = fieldOf(roleRef, 'apiGroup')
  const kind = fieldOf(roleRef, 'kind')
  return group && kind ? { group: group.text.value, kind: kind.text.value } : undefined
}

function sameAffixes(a: Resource, b: Resource, allowEmpty: boolean): boolean {
  const same = (one: readonly string[], other: readonly string[]): boolean =>
    (allowEmpty && (one.length === 0 || other.length === 0)) || sameEnding(one, other)
  return same(a.prefixes, b.prefixes) && same(a.suffixes, b.suffixes)
}

/** utils.SameEndingSubSlice */
function sameEnding(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 0) return long.length === 0
  return short.every((value, index) => value === long[index + long.length - short.length])
}

const sameNames = (candidates: readonly Candidate[]): boolean =>
  candidates.every(({ resource }) => nameOf(resource) === nameOf((candidates[0] as Candidate).resource))
const sameNamesAndNamespaces = (candidates: readonly Candidate[]): boolean =>
  sameNames(candidates) &&
  candidates.every(({ resource }) => namespaceOf(resource) === namespaceOf((candidates[0] as Candidate).resource))

/** The new name; the part that the reference itself wrote keeps the reference's place. */
function renamed(old: Text, name: Text): Text {
  const index = name.value.indexOf(old.value)
  if (index < 0 || old.value === '') return name
  return concat(slice(name, 0, index), old, slice(name, index + old.value.length))
}
