import type { Span } from '../../source/span.ts'
import { spoken } from '../../source/text.ts'
import { fail } from './failure.ts'
import { isNull, listNode, lookUp, mapNode, type Node, scalarNode, setField, type Tag } from './node.ts'
import { type Gvk, gvkOf, isSelectedBy } from './resource.ts'

/** Which field of which kinds a transformer touches. */
export interface FieldSpec extends Gvk {
  readonly path: string
  readonly steps: readonly string[]
  readonly create: boolean
}

export const fieldSpec = ({ group, version, kind }: Gvk, path: string, create: boolean): FieldSpec => ({
  group,
  version,
  kind,
  path,
  steps: splitPath(path, '/'),
  create,
})

/** `path group=… version=… kind=… create` of field-spec-data.ts. */
export function parseFieldSpec(text: string): FieldSpec {
  const [path, ...limits] = text.split(' ')
  const limit = (name: string): string => limits.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
  const gvk = { group: limit('group'), version: limit('version'), kind: limit('kind') }
  return fieldSpec(gvk, path as string, limits.includes('create'))
}

/** FsSlice.MergeAll: a spec that is there already (or a wider one) stays. */
export function mergeFieldSpecs(
  specs: readonly FieldSpec[],
  more: readonly FieldSpec[],
  at: Span,
): readonly FieldSpec[] {
  const merged = [...specs]
  for (const spec of more) {
    const known = merged.find((one) => one.path === spec.path && isSelectedBy(one, spec))
    if (!known) merged.push(spec)
    else if (known.create !== spec.create) fail(at, `conflicting fieldspecs for ${spec.path}`)
  }
  return merged
}

export interface Creation {
  readonly kind: 'scalar' | 'map'
  readonly tag: Tag
}

/**
 * Calls `set` for every node that the spec names in the resource (api/filters/fieldspec); lists on the way are walked,
 * missing fields are made when the spec and `creation` say so, placed at `at`.
 */
export function atFieldSpec(
  resource: Node,
  spec: FieldSpec,
  creation: Creation | undefined,
  at: Span,
  set: (node: Node) => void,
): void {
  if (!isSelectedBy(gvkOf(resource), spec)) return
  visit(resource, spec.steps, 0, { spec, creation, at, set })
}

interface Visit {
  readonly spec: FieldSpec
  readonly creation: Creation | undefined
  readonly at: Span
  readonly set: (node: Node) => void
}

function visit(node: Node, steps: readonly string[], index: number, how: Visit): void {
  const step = steps[index]
  if (step === undefined) {
    how.set(node)
    return
  }
  if (isNull(node)) return
  if (node.kind === 'list') for (const item of node.items) visit(item, steps, index, how)
  else if (node.kind === 'map') visitField(node, step, index, how)
  else fail(node.at, `considering field '${how.spec.path}': expected sequence or mapping node`)
}

function visitField(map: Node, step: string, index: number, how: Visit): void {
  const { steps } = how.spec
  const isList = step.endsWith('[]')
  const name = isList ? step.slice(0, -2) : step
  if (name === '') fail(map.at, 'cannot set or create an empty field name')
  const { creation } = how
  const creates = how.spec.create && creation !== undefined && !isList
  const found = lookUp(map, name)
  const shape = index === steps.length - 1 && creates ? creation : { kind: 'map' as const, tag: 'none' as const }
  if (!found) {
    if (!creates) return
    const made = shape.kind === 'map' ? mapNode(how.at) : scalarNode(spoken('', how.at), shape.tag, false, how.at)
    setField(map, spoken(name, how.at), made)
    visit(made, steps, index + 1, how)
    return
  }
  if (isNull(found) && (creates || isList)) become(found, isList ? 'list' : shape.kind, isList ? 'none' : shape.tag)
  visit(found, steps, index + 1, how)
}

/** A null where the spec wants something becomes an empty something. */
function become(node: Node, kind: Node['kind'], tag: Tag): void {
  const made =
    kind === 'list' ? listNode(node.at) : kind === 'map' ? mapNode(node.at) : scalarNode(node.text, tag, false, node.at)
  Object.assign(node, made)
}

/** kyaml/utils.PathSplitter: a backslash before the delimiter keeps it. */
export function splitPath(path: string, delimiter: string): readonly string[] {
  const parts = path.split(delimiter)
  const from = parts.length > 1 && parts[0] === '' ? parts.slice(1) : parts
  const joined: string[] = []
  for (const part of from) {
    const last = joined.at(-1)
    if (last?.endsWith('\\')) joined[joined.length - 1] = last.slice(0, -1) + delimiter + part
    else joined.push(part)
  }
  return joined
}
