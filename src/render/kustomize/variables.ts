import { concat, placeOf, slice, type Text } from '../../source/text.ts'
import { fail } from './failure.ts'
import { atFieldSpec, type FieldSpec } from './field-spec.ts'
import type { Variable } from './kustomization.ts'
import { fieldOf, isNilOrEmpty, isNull, isString, type Node, type Tag, toGo } from './node.ts'
import {
  currentId,
  idText,
  parseApiVersion,
  previousIds,
  type Resource,
  type ResourceId,
  sameGvk,
  sameId,
} from './resource.ts'

/** Remembers which object each of the `vars` means; several candidates are an error, none is one later. */
export function bindVariables(resources: readonly Resource[], variables: readonly Variable[]): void {
  for (const variable of variables) {
    const target = targetOf(variable)
    const byNamespace = target.namespace !== ''
    const found = resources.filter(
      (resource) =>
        !isNilOrEmpty(resource.node) &&
        [...previousIds(resource), currentId(resource)].some((id) =>
          byNamespace ? sameId(id, target) : id.name === target.name && sameGvk(id, target),
        ),
    )
    if (found.length > 1)
      fail(
        variable.written.at,
        `found ${found.length} resId matches for var ${idText(target)} (unable to disambiguate)`,
      )
    found[0]?.variables.push(variable.name?.value ?? '')
  }
}

function targetOf({ objref }: Variable): ResourceId {
  const { group = '', version = '' } = objref?.apiVersion?.value ? parseApiVersion(objref.apiVersion.value) : {}
  return {
    group: group || (objref?.group?.value ?? ''),
    version: version || (objref?.version?.value ?? ''),
    kind: objref?.kind?.value ?? '',
    name: objref?.name?.value ?? '',
    namespace: objref?.namespace?.value ?? '',
    clusterScoped: false,
  }
}

/** Replaces `$(NAME)` in the fields of the configuration (accumulator.ResolveVars). */
export function resolveVariables(
  resources: readonly Resource[],
  variables: readonly Variable[],
  specs: readonly FieldSpec[],
): void {
  if (variables.length === 0) return
  const values = new Map<string, Node | undefined>()
  for (const variable of variables) values.set(variable.name?.value ?? '', valueOfVariable(resources, variable))
  for (const { node } of resources)
    for (const spec of specs) atFieldSpec(node, spec, undefined, node.at, (field) => replaceIn(field, values))
}

function valueOfVariable(resources: readonly Resource[], variable: Variable): Node | undefined {
  const name = variable.name?.value ?? ''
  const at = variable.name ? placeOf(variable.name) : variable.written.at
  const resource = resources.find((one) => one.variables.includes(name))
  if (!resource) return fail(at, `var '${name}' cannot be mapped to a field in the set of known resources`)
  const path = variable.fieldref?.fieldPath?.value || 'metadata.name'
  const found = atPath(resource.node, path)
  if (!found) return fail(at, `field specified in var '${name}' not found in corresponding resource`)
  return found.kind === 'scalar' && found.tag !== 'null' ? found : undefined
}

/** RNode.GetFieldValue: `a.b[0].c`, a backslash keeps a dot. */
function atPath(root: Node, path: string): Node | undefined {
  let node: Node | undefined = root
  for (const step of path.split(/(?<!\\)\./)) {
    const [, name = '', indices = ''] = /^(.*?)((?:\[\d+\])*)$/s.exec(step.replaceAll('\\.', '.')) ?? []
    if (name !== '') node = fieldOf(node, name)
    for (const [, index] of indices.matchAll(/\[(\d+)\]/g))
      node = node?.kind === 'list' ? node.items[Number(index)] : undefined
  }
  return node
}

type Values = ReadonlyMap<string, Node | undefined>

function replaceIn(node: Node, values: Values): void {
  if (isNull(node)) return
  if (node.kind === 'scalar') replaceScalar(node, values)
  else if (node.kind === 'map') for (const { value } of node.fields.values()) replaceScalar(value, values)
  else
    for (const item of node.items) {
      if (!isString(item)) fail(item.at, 'invalid value type expect a string')
      replaceScalar(item, values)
    }
}

/** refvar/expand.go: `$$` is one dollar, `$(NAME)` a variable, an unknown name stays. */
function replaceScalar(node: Node, values: Values): void {
  if (!isString(node)) return
  const { value } = node.text
  if (!value.includes('$')) return
  const whole = /^\$\(([^)]*)\)$/.exec(value)?.[1]
  const only = whole === undefined ? undefined : values.get(whole)
  if (only) {
    const resolved = toGo(only)
    node.text = only.text
    node.tag = resolved.kind === 'list' || resolved.kind === 'map' ? 'string' : (resolved.kind as Tag)
  } else {
    node.text = expanded(node.text, values)
    node.tag = 'string'
  }
  node.quoted = false
}

function expanded(text: Text, values: Values): Text {
  const parts: Text[] = []
  let run = 0
  for (const match of text.value.matchAll(/\$(?:\$|\(([^)]*)\))/g)) {
    const replacement = match[1] === undefined ? slice(text, match.index, match.index + 1) : values.get(match[1])?.text
    if (!replacement) continue
    parts.push(slice(text, run, match.index), replacement)
    run = match.index + match[0].length
  }
  return run === 0 ? text : concat(...parts, slice(text, run))
}
