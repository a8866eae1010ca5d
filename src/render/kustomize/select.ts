import type { Span } from '../../source/span.ts'
import { placeOf, type Text } from '../../source/text.ts'
import { compilePattern } from '../../syntax/regex.ts'
import { fail } from './failure.ts'
import type { Selector } from './kustomization.ts'
import type { Node } from './node.ts'
import {
  currentId,
  effectiveNamespace,
  type Gvk,
  gvkOf,
  metaMap,
  originalId,
  type Resource,
  type ResourceId,
} from './resource.ts'

/** The resources a selector means (resmap.Select): patterns that must match as a whole, against old and new names. */
export function select(resources: readonly Resource[], selector: Selector): readonly Resource[] {
  const matches = compileSelector(selector)
  return resources.filter((resource) => {
    const current = currentId(resource)
    const original = originalId(resource)
    return (
      (matches.namespace(effectiveNamespace(original)) || matches.namespace(effectiveNamespace(current))) &&
      (matches.name(original.name) || matches.name(current.name)) &&
      matches.gvk(gvkOf(resource.node)) &&
      matches.maps(resource.node)
    )
  })
}

export interface CompiledSelector {
  readonly namespace: (namespace: string) => boolean
  readonly name: (name: string) => boolean
  readonly gvk: (gvk: Gvk) => boolean
  readonly maps: (node: Node) => boolean
  readonly id: (id: ResourceId) => boolean
}

export function compileSelector(selector: Selector): CompiledSelector {
  const namespace = anchored(selector.namespace)
  const name = anchored(selector.name)
  const [group, version, kind] = [anchored(selector.group), anchored(selector.version), anchored(selector.kind)]
  const labels = parseLabelSelector(selector.labelSelector)
  const annotations = parseLabelSelector(selector.annotationSelector)
  const gvk = (one: Gvk): boolean => group(one.group) && version(one.version) && kind(one.kind)
  return {
    namespace,
    name,
    gvk,
    maps: (node) => labels(valuesOf(node, 'labels')) && annotations(valuesOf(node, 'annotations')),
    id: (id) => gvk(id) && name(id.name) && namespace(id.namespace),
  }
}

const valuesOf = (node: Node, name: string): ReadonlyMap<string, string> =>
  new Map([...metaMap(node, name)].map(([key, field]) => [key, field.value.text.value]))

function anchored(pattern: Text | undefined): (value: string) => boolean {
  if (!pattern || pattern.value === '') return () => true
  if (/^[\w-]+$/.test(pattern.value)) return (value) => value === pattern.value
  const compiled = compilePattern(`^(?:${pattern.value})$`)
  if (!compiled) return fail(placeOf(pattern), `error parsing regexp: ${pattern.value}`)
  return (value) => compiled.matcher(value).find()
}

type Requirement = (values: ReadonlyMap<string, string>) => boolean

/** A Kubernetes label selector (apimachinery/pkg/labels): `a=b,c!=d,e in (f,g),h,!i,j>1`. */
function parseLabelSelector(selector: Text | undefined): Requirement {
  if (!selector || selector.value.trim() === '') return () => true
  const requirements = splitRequirements(selector.value).map((part) => requirement(part.trim(), placeOf(selector)))
  return (values) => requirements.every((one) => one(values))
}

/** At the commas that are in no parentheses. */
function splitRequirements(selector: string): readonly string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const character of selector) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (character === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts
}

function requirement(text: string, at: Span): Requirement {
  const set = /^([\w./-]+)\s+(in|notin)\s*\(([^()]*)\)$/.exec(text)
  if (set) {
    const [, key, operator, list] = set as unknown as [string, string, string, string]
    const wanted = list.split(',').map((one) => one.trim())
    return operator === 'in'
      ? (values) => wanted.includes(values.get(key) ?? ' ')
      : (values) => !wanted.includes(values.get(key) ?? ' ')
  }
  const compare = /^([\w./-]+)\s*(==|=|!=|>|<)\s*([\w.-]*)$/.exec(text)
  if (compare) {
    const [, key, operator, value] = compare as unknown as [string, string, string, string]
    if (operator === '!=') return (values) => values.get(key) !== value
    if (operator === '>') return (values) => Number(values.get(key) ?? Number.NaN) > Number(value)
    if (operator === '<') return (values) => Number(values.get(key) ?? Number.NaN) < Number(value)
    return (values) => values.get(key) === value
  }
  const exists = /^(!?)\s*([\w./-]+)$/.exec(text)
  if (!exists) return fail(at, `unable to parse requirement: ${text}`)
  return (values) => values.has(exists[2] as string) === (exists[1] === '')
}
