import { emptyText } from '../../source/text.ts'
import { fail } from './failure.ts'
import {
  fieldOf,
  isEmptyMap,
  isNilOrEmpty,
  isNull,
  kindName,
  listNode,
  type Node,
  scalarNode,
  setField,
} from './node.ts'
import { apiVersionOf, kindOf } from './resource.ts'
import type { Schema, SchemaOf } from './schema.ts'

/**
 * Strategic merge as kustomize does it (kyaml/yaml/merge2 and walk): maps merge, null deletes, lists with merge keys merge
 * and what is new comes first, other lists are replaced, `$patch` directives apply. Undefined: the resource is deleted.
 */
export function strategicMerge(patch: Node, target: Node, schemaOf: SchemaOf): Node | undefined {
  return walk(target, patch, undefined, schemaOf, 0)
}

type Sources = readonly [dest: Node | undefined, origin: Node | undefined]

const deepest = 200

function walk(
  dest: Node | undefined,
  origin: Node | undefined,
  schema: Schema | undefined,
  schemaOf: SchemaOf,
  depth: number,
): Node | undefined {
  const first = [dest, origin].find((node) => !isNull(node))
  if (depth > deepest) return fail((first ?? dest ?? origin)?.at ?? noPlace, `nested deeper than ${deepest}`)
  const kind = first?.kind ?? 'map'
  for (const node of [dest, origin])
    if (node && !isNull(node) && node.kind !== kind)
      fail(node.at, `wrong node kind: expected ${kindName(first as Node)} but got ${kindName(node)}`)
  const known = schema ?? schemaOfResource(first, schemaOf)
  if (kind === 'map') return walkMap(dest, origin, known, schemaOf, depth)
  if (kind === 'scalar') return origin ?? dest
  if (known?.mergeKeys === undefined) return origin ?? dest
  return walkList(dest, origin, known, schemaOf, depth)
}

const noPlace = scalarNode(emptyText, 'null').at

const schemaOfResource = (node: Node | undefined, schemaOf: SchemaOf): Schema | undefined =>
  node?.kind === 'map' ? schemaOf(apiVersionOf(node), kindOf(node)) : undefined

function walkMap(
  dest: Node | undefined,
  origin: Node | undefined,
  schema: Schema | undefined,
  schemaOf: SchemaOf,
  depth: number,
): Node | undefined {
  const into = visitMap(dest, origin)
  if (into?.kind !== 'map') return into
  const names = new Set([...into.fields.keys(), ...(origin?.kind === 'map' ? origin.fields.keys() : [])])
  for (const name of [...names].sort()) {
    const own = into.fields.get(name)
    const other = origin?.kind === 'map' ? origin.fields.get(name) : undefined
    const value = walk(own?.value, other?.value, schema?.field(name), schemaOf, depth + 1)
    const keepsNull = value !== undefined && value === own?.value && isNull(value) && other === undefined
    if (!keepsNull) setField(into, (own ?? other)?.key ?? emptyText, value, other?.keyTag)
  }
  return into
}

function visitMap(dest: Node | undefined, origin: Node | undefined): Node | undefined {
  if (isNull(dest)) {
    if (origin && origin.kind !== 'scalar' && directiveOf(origin) === 'delete') return undefined
    // A null that is written out stays, one that is only left empty goes.
    if (!origin) return dest && dest.text.value !== '' ? dest : undefined
    return origin
  }
  if (origin && isNull(origin)) return undefined
  return directed(dest, origin)
}

function directed(dest: Node | undefined, origin: Node | undefined): Node | undefined {
  const directive = origin ? directiveOf(origin) : 'merge'
  if (directive === 'delete') return undefined
  return directive === 'replace' ? origin : dest
}

type Directive = 'merge' | 'replace' | 'delete'

/** Reads a `$patch` directive and takes it out of the patch. */
function directiveOf(origin: Node): Directive {
  if (origin.kind === 'map') {
    const value = fieldOf(origin, '$patch')
    if (!value) return 'merge'
    const directive = parseDirective(value)
    origin.fields.delete('$patch')
    return directive
  }
  const element = origin.items.find((item) => fieldOf(item, '$patch') !== undefined)
  const value = fieldOf(element, '$patch')
  if (!element || !value || element.fields.size > 1) return 'merge'
  const directive = parseDirective(value)
  origin.items = origin.items.filter((item) => fieldOf(item, '$patch')?.text.value !== value.text.value)
  return directive
}

function parseDirective(node: Node): Directive {
  const { value } = node.text
  return value === 'merge' || value === 'replace' || value === 'delete'
    ? value
    : fail(node.at, `unknown patch strategy '${value}'`)
}

function walkList(
  dest: Node | undefined,
  origin: Node | undefined,
  schema: Schema,
  schemaOf: SchemaOf,
  depth: number,
): Node | undefined {
  if (isNull(dest) && !origin) return undefined
  const into = isNull(dest) ? origin : origin && isNull(origin) ? undefined : directed(dest, origin)
  if (into?.kind !== 'list') return into
  const keys = schema.mergeKeys?.length ? schema.mergeKeys : ['']
  const sources: Sources = [into, origin]
  const values = distinctValues([origin, into], keys)
  const merged = keys.length > 1 ? mergeValues(values) : values
  return mergeElements(sources, merged, keys, schema.element, schemaOf, depth)
}

/** The key values of the elements, the patch's first; a plain value stands for itself. */
function distinctValues(lists: readonly (Node | undefined)[], keys: readonly string[]): (readonly string[])[] {
  const seen = new Set<string>()
  const found: (readonly string[])[] = []
  for (const list of lists)
    for (const item of list?.kind === 'list' ? list.items : []) {
      const values = keys[0] === '' ? [item.text.value] : keys.map((key) => keyValue(item, key))
      const id = JSON.stringify(values)
      if (!seen.has(id)) found.push(values)
      seen.add(id)
    }
  return found
}

const keyValue = (item: Node, key: string): string => {
  const field = fieldOf(item, key)
  return field && !isNilOrEmpty(field) ? field.text.value : ''
}

/** Elements that agree in one key and of which one leaves the other key open are the same (`mergeValues` of walk). */
function mergeValues(values: readonly (readonly string[])[]): (readonly string[])[] {
  const list = [...values]
  for (let i = 0; i < list.length; i += 1)
    for (let j = 0; j < list.length; j += 1) {
      const matched = matchValues(list[i] as readonly string[], list[j] as readonly string[])
      if (matched) list[i] = list[j] = matched
    }
  return list
}

function matchValues(a: readonly string[], b: readonly string[]): readonly string[] | undefined {
  if (a.length !== b.length || a.some((value, index) => value !== b[index] && value !== '' && b[index] !== ''))
    return undefined
  return a.some((value, index) => value === b[index])
    ? a.map((value, index) => value || (b[index] as string))
    : undefined
}

/** Without the keys that no element has a value for. */
function validKeys(
  all: readonly (readonly string[])[],
  values: readonly string[],
  keys: readonly string[],
): { readonly keys: readonly string[]; readonly values: readonly string[] } {
  const used = new Set<string>()
  for (const one of all) for (const [index, value] of one.entries()) if (value !== '') used.add(keys[index] as string)
  if (used.size === 0) return { keys, values }
  return {
    keys: keys.filter((key) => used.has(key)),
    values: values.filter((value, index) => value !== '' || used.has(keys[index] as string)),
  }
}

function mergeElements(
  sources: Sources,
  all: readonly (readonly string[])[],
  keys: readonly string[],
  element: Schema | undefined,
  schemaOf: SchemaOf,
  depth: number,
): Node | undefined {
  const dest = sources[0] as Node
  const result = listNode(dest.at)
  let valid = validKeys(all, [], keys)
  for (const values of all) {
    valid = validKeys(all, values, keys)
    const single = validKeys([valid.values], valid.values, valid.keys)
    const [own, other] = sources.map((list) => findElement(list, single.keys, single.values))
    const merged = walk(own, other, element, schemaOf, depth + 1)
    if (!merged || isNull(merged) || isEmptyMap(merged)) {
      setElement(dest, undefined, valid.keys, valid.values)
      continue
    }
    valid.keys.forEach((key, index) => {
      const value = valid.values[index] as string
      if (merged.kind === 'map' && key !== '' && value !== '' && !merged.fields.has(key))
        addKey(merged, key, value, sources)
    })
    setElement(result, merged, valid.keys, valid.values)
  }
  return all.length > 0 ? appendElements(result, dest, valid.keys) : dest
}

/** The key came from the other list's element. */
function addKey(merged: Node, key: string, value: string, sources: Sources): void {
  for (const list of sources)
    for (const item of list?.items ?? []) {
      const field = item.fields.get(key)
      if (field?.value.text.value !== value) continue
      setField(merged, field.key, scalarNode(field.value.text, 'none'))
      return
    }
}

function findElement(list: Node | undefined, keys: readonly string[], values: readonly string[]): Node | undefined {
  if (list?.kind !== 'list') return undefined
  if (keys[0] === '' || keys.length === 0) return list.items.find((item) => item.text.value === (values[0] ?? ''))
  return list.items.find(
    (item) => item.kind === 'map' && keys.every((key, index) => fieldOf(item, key)?.text.value === values[index]),
  )
}

/** kyaml's ElementSetter: replaces the elements with these key values, removes them, or appends. */
function setElement(list: Node, element: Node | undefined, keys: readonly string[], values: readonly string[]): void {
  const kept: Node[] = []
  let matched = false
  for (const item of list.items) {
    if (isNull(item) || isEmptyMap(item)) continue
    const wantsMap = (keys[0] ?? '') !== '' && (values[0] ?? '') !== ''
    if (item.kind !== 'map' && wantsMap) kept.push(item)
    else if (!fits(item, keys, values)) {
      if (values.length > 0) kept.push(item)
    } else {
      matched = true
      if (element) kept.push(element)
    }
  }
  list.items = kept
  if (element && !matched && !isNull(element)) list.items.push(element)
}

function fits(item: Node, keys: readonly string[], values: readonly string[]): boolean {
  let found = false
  for (let index = 0; index < Math.max(1, keys.length); index += 1) {
    const key = keys[index] ?? ''
    const value = values[index]
    if (value !== undefined) {
      if (key === '') found = item.text.value === value
      else {
        const field = fieldOf(item, key)
        found = field !== undefined && (value === '' || field.text.value === value)
      }
    }
    if (!found) return false
  }
  return true
}

function appendElements(into: Node, from: Node, keys: readonly string[]): Node {
  for (const item of from.items) {
    if (keys[0] === '' || keys[0] === undefined) {
      setElement(into, item, [''], [item.text.value])
      continue
    }
    const values: string[] = []
    for (const key of keys) {
      const field = fieldOf(item, key)
      if (field) values.push(field.text.value)
      else into.items.push(item)
    }
    if (keys.length > 1) setElement(into, undefined, keys, values)
    setElement(into, item, keys, values)
  }
  return into
}
