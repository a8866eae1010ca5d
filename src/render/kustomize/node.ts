import { nowhere, type Span } from '../../source/span.ts'
import { concat, emptyText, placeOf, remade, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import {
  type GoScalar,
  type GoValue,
  goEntry,
  goList,
  goMap,
  goString,
  goTime,
  resolveGoScalar,
} from '../../syntax/yaml-go.ts'
import { fail, Unsupported } from './failure.ts'

/** What a scalar is; `none`: what a reader would make of its text. */
export type Tag = 'null' | 'bool' | 'int' | 'float' | 'string' | 'time' | 'none'

/**
 * A node of a resource, as kustomize holds it (yaml.Node of go-yaml v3). Mutable and of one shape, because kustomize
 * overwrites nodes in place: where two fields share a node (a label and the selector made by the same transformer), a later
 * patch of one changes both.
 */
export interface Node {
  kind: 'map' | 'list' | 'scalar'
  text: Text
  tag: Tag
  /** Written in quotes or as a block, so that `1` stays a string. */
  quoted: boolean
  folded: boolean
  fields: Map<string, Field>
  items: Node[]
  at: Span
}

export interface Field {
  readonly key: Text
  readonly keyTag: Tag
  value: Node
}

const noFields = new Map<string, Field>()
const noItems: Node[] = []

export const scalarNode = (text: Text, tag: Tag, quoted = false, at: Span = placeOf(text)): Node => ({
  kind: 'scalar',
  text,
  tag,
  quoted,
  folded: false,
  fields: noFields,
  items: noItems,
  at,
})
export const stringNode = (text: Text, at?: Span): Node => scalarNode(text, 'string', false, at)
export const mapNode = (at: Span, fields: Map<string, Field> = new Map()): Node => ({
  kind: 'map',
  text: emptyText,
  tag: 'none',
  quoted: false,
  folded: false,
  fields,
  items: noItems,
  at,
})
export const listNode = (at: Span, items: Node[] = []): Node => ({
  kind: 'list',
  text: emptyText,
  tag: 'none',
  quoted: false,
  folded: false,
  fields: noFields,
  items,
  at,
})

/** `target` becomes what `source` is; whoever holds it sees the change. */
export function overwrite(target: Node, source: Node): void {
  Object.assign(target, source)
}

/** JSON patches and replacements can double a tree again and again; more nodes than this are not copied in one build. */
const mostCopies = 1_000_000
let copies = 0

/** A build begins; builds are synchronous, so there is only one. */
export function beginCopying(): void {
  copies = 0
}

export function copyNode(node: Node): Node {
  copies += 1
  if (copies > mostCopies) throw new Unsupported(`more than ${mostCopies} values`)
  if (node.kind === 'scalar') return { ...node }
  if (node.kind === 'list') return { ...node, items: node.items.map(copyNode) }
  const fields = new Map<string, Field>()
  for (const [name, field] of node.fields) fields.set(name, { ...field, value: copyNode(field.value) })
  return { ...node, fields }
}

export function fromGo(value: GoValue): Node {
  if (value.kind === 'list') return listNode(value.at, value.items.map(fromGo))
  if (value.kind === 'string')
    return {
      ...scalarNode(
        value.text,
        value.plain && goTime(value.text.value) !== undefined ? 'time' : 'string',
        !value.plain,
        value.at,
      ),
      folded: value.folded ?? false,
    }
  if (value.kind !== 'map') return scalarNode(value.text, value.kind)
  const fields = new Map<string, Field>()
  for (const [name, { key, keyKind, value: child }] of value.entries)
    fields.set(name, { key, keyTag: keyKind, value: fromGo(child) })
  return mapNode(value.at, fields)
}

/**
 * The typed value that kustomize prints: it writes each resource as YAML, reads that back and makes JSON of it. A tag that
 * the text does not fit, or a key in the depth that is no string, stops it there.
 */
export function toGo(node: Node, depth = 0, holder: Span = node.at): GoValue {
  if (node.kind === 'list')
    return goList(
      node.items.map((item) => toGo(item, depth + 1, node.at)),
      node.at,
    )
  if (node.kind === 'scalar') return scalarToGo(node, holder)
  const entries = new Map()
  for (const [name, field] of node.fields) {
    if (depth > 0 && !isStringKey(field))
      fail(
        placeOf(field.key),
        `key ${field.key.value} is no string: json: unsupported type: map[interface {}]interface {}`,
      )
    entries.set(name, goEntry(field.key, toGo(field.value, depth + 1, placeOf(field.key))))
  }
  return goMap(entries, node.at)
}

const isStringKey = ({ key, keyTag }: Field): boolean =>
  keyTag === 'string' || (keyTag === 'none' && resolveGoScalar(key, 'v3', nowhere).kind === 'string')

function scalarToGo(node: Node, holder: Span): GoScalar {
  const { text, tag } = node
  const at = node.at === nowhere ? holder : node.at
  if (tag === 'string' || (tag === 'none' && node.quoted)) return goString(node.folded ? refolded(text) : text, at)
  if (holdsUnknown(text.value)) return goString(text, at)
  const resolved = resolveGoScalar(text, 'v3', at)
  const time = resolved.kind === 'string' ? goTime(text.value) : undefined
  if (tag === 'time' || (tag === 'none' && time !== undefined)) return goString(remade(text, time ?? text.value), at)
  if (resolved.kind === 'null' && text.value === '') return { kind: 'null', text: spoken('null', at) }
  if (tag === 'none' || tag === resolved.kind) return resolved
  if (tag === 'float' && resolved.kind === 'int') return { kind: 'float', value: Number(resolved.value), text }
  if (tag === 'null') return { kind: 'null', text: spoken('null', at) }
  return fail(
    at,
    `cannot decode !!${resolved.kind === 'string' ? 'str' : resolved.kind} \`${text.value}\` as a !!${tag}`,
  )
}

/**
 * A folded block as go-yaml v3 writes and reads it back (yaml_emitter_write_folded_scalar): the line break behind a line is
 * doubled, which a following indented line keeps. Whether it is doubled depends on how the whole text begins.
 */
function refolded(text: Text): Text {
  const { value } = text
  const cannotFold = / (?:\n|$)/.test(value) || !value.includes('\n')
  const doubles = /^\n*[^ \t\n]/.test(value)
  if (cannotFold) return text
  const parts: Text[] = []
  let from = 0
  for (const { index, 0: breaks } of value.matchAll(/\n+/g)) {
    const end = index + breaks.length
    const isIndented = /[ \t]/.test(value[value.lastIndexOf('\n', index - 1) + 1] ?? '')
    const nextIsIndented = /[ \t]/.test(value[end] ?? '')
    if (index === 0 || isIndented) continue
    const kept = end === value.length && breaks.length === 1
    if (doubles && (nextIsIndented || end === value.length) && !kept) {
      parts.push(slice(text, from, index + 1), slice(text, index, index + 1))
      from = index + 1
    } else if (!doubles && !nextIsIndented && end < value.length) {
      parts.push(
        slice(text, from, index),
        breaks.length === 1 ? spoken(' ', placeOf(slice(text, index, end))) : emptyText,
      )
      from = index + 1
    }
  }
  return concat(...parts, slice(text, from))
}

export const isNull = (node: Node | undefined): boolean =>
  node === undefined || (node.kind === 'scalar' && node.tag === 'null')
export const isEmptyMap = (node: Node): boolean => node.kind === 'map' && node.fields.size === 0
export const isNilOrEmpty = (node: Node | undefined): boolean =>
  node === undefined || isNull(node) || isEmptyMap(node) || (node.kind === 'list' && node.items.length === 0)
export const isString = (node: Node): boolean =>
  node.kind === 'scalar' && (node.tag === 'string' || node.tag === 'none')

export const fieldOf = (node: Node | undefined, name: string): Node | undefined =>
  node?.kind === 'map' ? node.fields.get(name)?.value : undefined

/** The node at a path of field names; undefined where something is missing or null on the way. */
export function lookUp(node: Node, ...path: readonly string[]): Node | undefined {
  let current: Node | undefined = node
  for (const name of path) current = isNull(current) ? undefined : fieldOf(current, name)
  return current
}

/** The map at a path of field names, made where it is missing. */
export function lookUpOrCreate(node: Node, at: Span, ...path: readonly string[]): Node {
  let current = node
  for (const name of path) {
    const found = fieldOf(current, name)
    if (found) current = found
    else {
      const made = mapNode(at)
      setField(current, spoken(name, at), made)
      current = made
    }
  }
  return current
}

/** Whether YAML 1.1 would read the text as something else than a string. */
const isMoreIn11 = (value: string): boolean =>
  value !== '' && !value.includes('\n') && resolveGoScalar(spoken(value, nowhere), 'v2').kind !== 'string'

/**
 * kyaml's FieldSetter with a name: null deletes, an existing node is overwritten and keeps its style. A new key has no tag,
 * so that `1` becomes a number when the resource is printed; a patch's key keeps its own.
 */
export function setField(map: Node, key: Text, value: Node | undefined, keyTag: Tag = 'none'): void {
  if (map.kind !== 'map') return
  if (value === undefined || (value.kind === 'scalar' && value.tag === 'null')) {
    map.fields.delete(key.value)
    return
  }
  if (isString(value) && !value.quoted && isMoreIn11(value.text.value)) value.quoted = true
  const existing = map.fields.get(key.value)
  if (!existing) map.fields.set(key.value, { key, keyTag, value })
  else if (existing.value !== value) {
    value.quoted = existing.value.quoted
    value.folded = existing.value.folded
    overwrite(existing.value, value)
  }
}

/** kyaml's FieldSetter without a name: the scalar is overwritten and keeps its style. */
export function setScalar(node: Node, text: Text, tag: Tag): void {
  if (node.kind !== 'scalar' && !isNull(node))
    fail(node.at, `wrong node kind: expected ScalarNode but got ${kindName(node)}`)
  node.text = text
  node.tag = tag
  node.at = text.value === '' ? node.at : placeOf(text)
}

export const kindName = (node: Node): string =>
  node.kind === 'map' ? 'MappingNode' : node.kind === 'list' ? 'SequenceNode' : 'ScalarNode'
