import type { Span } from '../../source/span.ts'
import { join, placeOf, slice, split, spoken, type Text } from '../../source/text.ts'
import { compilePattern } from '../../syntax/regex.ts'
import { readGoYaml } from '../../syntax/yaml-go.ts'
import { decode } from './decode.ts'
import { fail, Unsupported } from './failure.ts'
import { splitPath } from './field-spec.ts'
import { type Replacement, replacementShape } from './kustomization.ts'
import { type Loader, mustLoad } from './load.ts'
import {
  copyNode,
  fieldOf,
  isNilOrEmpty,
  isNull,
  listNode,
  mapNode,
  type Node,
  overwrite,
  scalarNode,
  setField,
} from './node.ts'
import { currentId, effectiveNamespace, isSelectedBy, previousIds, type Resource, type ResourceId } from './resource.ts'
import { compileSelector } from './select.ts'

/** The entries of `replacements`, those in files read in. */
export function readReplacements(entries: readonly Replacement[], loader: Loader): readonly Replacement[] {
  return entries.flatMap((entry) => {
    if (!entry.path?.value) return [entry]
    if (entry.source || entry.targets?.length)
      fail(placeOf(entry.path), 'cannot specify both path and inline replacement')
    const value = readGoYaml(mustLoad(loader, entry.path), 'v2')[0]?.value
    const options = { strict: false, coerce: true }
    if (value?.kind === 'list') return decode(value, [replacementShape], options) ?? []
    const one = decode(value, replacementShape, options)
    return one ? [one] : fail(placeOf(entry.path), 'unsupported replacement type encountered within replacement path')
  })
}

/** `replacements` (api/filters/replacement): a value of one object, or a given one, set in fields of others. */
export function replaceAll(resources: readonly Resource[], replacements: readonly Replacement[]): void {
  for (const replacement of replacements) {
    const at = replacement.written.at
    if ((!replacement.sourceValue && !replacement.source) || !replacement.targets)
      fail(at, 'replacements must specify a source and at least one target')
    const value = sourceValue(resources, replacement, at)
    for (const target of replacement.targets ?? []) applyTo(resources, value, target, at)
  }
}

type Target = NonNullable<Replacement['targets']>[number]
type Options = NonNullable<Target['options']>

const idsOf = (resource: Resource): readonly ResourceId[] => [
  { ...currentId(resource), clusterScoped: false },
  ...previousIds(resource),
]

function sourceValue(resources: readonly Resource[], replacement: Replacement, at: Span): Node {
  const { source } = replacement
  if (replacement.sourceValue && source) fail(at, 'value and resource selectors are mutually exclusive')
  if (replacement.sourceValue || !source) return scalarNode(replacement.sourceValue as Text, 'none')
  const wanted = {
    group: source.group?.value ?? '',
    version: source.version?.value ?? '',
    kind: source.kind?.value ?? '',
  }
  const namespace = source.namespace?.value
  const found = resources.filter((resource) =>
    idsOf(resource).some(
      (id) =>
        (!source.name?.value || source.name.value === id.name) &&
        (!namespace || effectiveNamespace(id) === (namespace || 'default')) &&
        isSelectedBy(id, wanted),
    ),
  )
  const name = `${wanted.kind}/${source.name?.value ?? ''}`
  if (found.length !== 1)
    return fail(
      source.written.at,
      found.length > 1 ? `multiple matches for selector ${name}` : `nothing selected by ${name}`,
    )
  const path = source.fieldPath?.value || 'metadata.name'
  const node = lookUpPath((found[0] as Resource).node, smartSplit(path), source.written.at)
  if (isNilOrEmpty(node)) fail(source.written.at, `fieldPath \`${path}\` is missing for replacement source ${name}`)
  return refined(node as Node, source.options, source.written.at)
}

function refined(node: Node, options: Options | undefined, at: Span): Node {
  const delimiter = options?.delimiter?.value
  if (!delimiter) return node
  if (node.kind !== 'scalar') return fail(at, 'delimiter option can only be used with scalar nodes')
  const parts = split(node.text, delimiter)
  const part = parts[Number(options?.index?.value ?? 0n)]
  return part ? { ...node, text: part } : fail(at, `options.index is out of bounds for value ${node.text.value}`)
}

function applyTo(resources: readonly Resource[], value: Node, target: Target, at: Span): void {
  const chosen = target.select ?? fail(at, 'target must specify resources to select')
  const selected = compileSelector(chosen)
  const rejected = (target.reject ?? []).map((selector) => ({ selector, ...compileSelector(selector) }))
  for (const resource of resources) {
    const ids = idsOf(resource)
    const { node } = resource
    if (!selected.maps(node)) continue
    const isRejected = rejected.some(({ selector, maps, id }) => {
      const byMaps = Boolean(selector.labelSelector?.value || selector.annotationSelector?.value) && maps(node)
      const named = [selector.group, selector.version, selector.kind, selector.name, selector.namespace].some(
        (one) => one?.value,
      )
      return byMaps || (named && ids.some(id))
    })
    if (isRejected || !ids.some(selected.id)) continue
    const paths = target.fieldPaths?.length ? target.fieldPaths : [spoken('metadata.name', chosen.written.at)]
    for (const path of paths) setAtPath(node, value, path, target.options)
  }
}

function setAtPath(root: Node, value: Node, path: Text, options: Options | undefined): void {
  const creates = options?.create ? value.kind : undefined
  const found = matchPath(root, smartSplit(path.value), creates, placeOf(path))
  if (found.length === 0) fail(placeOf(path), `unable to find field "${path.value}" in replacement target`)
  for (const field of found) setValue(field, value, options, placeOf(path))
}

function setValue(field: Node, value: Node, options: Options | undefined, at: Span): void {
  const delimiter = options?.delimiter?.value
  if (delimiter && field.kind !== 'scalar') fail(at, 'delimiter option can only be used with scalar nodes')
  const text = delimiter ? spliced(field.text, value.text, delimiter, Number(options?.index?.value ?? 0n)) : value.text
  if (field.kind === 'scalar') {
    field.text = text
    field.at = text.value === '' ? field.at : placeOf(text)
  } else overwrite(field, { ...copyNode(value), text })
}

/** A part of the field's text is replaced; beyond its ends the value is put in front or behind. */
function spliced(text: Text, value: Text, delimiter: string, index: number): Text {
  const parts = [...split(text, delimiter)]
  if (index < 0) parts.unshift(value)
  else if (index >= parts.length) parts.push(value)
  else parts[index] = value
  const first = text.value.indexOf(delimiter)
  const separator = first < 0 ? spoken(delimiter, placeOf(value)) : slice(text, first, first + delimiter.length)
  return join(parts, separator)
}

/** kyaml/utils.SmarterPathSplitter: what stands in brackets stays together. */
function smartSplit(path: string): readonly string[] {
  const steps: string[] = []
  const parts = splitPath(path, '.')
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] as string
    if (!part.startsWith('[') || part.endsWith(']')) {
      steps.push(part)
      continue
    }
    const bracketed = [part]
    while (index < parts.length - 1) {
      index += 1
      bracketed.push(parts[index] as string)
      if (parts[index]?.endsWith(']')) break
    }
    const text = bracketed.join('.')
    steps.push(text.includes('=') ? text : text.replace(/^[[\]]+|[[\]]+$/g, ''))
  }
  return steps
}

const isIndex = (step: string): boolean => /^\+?\d+$/.test(step)
const isMatcher = (step: string): boolean => step.startsWith('[') && step.endsWith(']')

/** kyaml's PathGetter: one node at a path. */
function lookUpPath(root: Node, path: readonly string[], at: Span): Node | undefined {
  let node: Node | undefined = root
  for (const step of path.map((one) => one.trim()).filter((one) => one !== '')) {
    if (!node) return undefined
    if (step === '*') return fail(at, 'wildcard is not supported in PathGetter')
    if (isIndex(step)) node = node.items[Number(step)]
    else if (step === '-') node = node.items.at(-1)
    else if (isMatcher(step)) {
      const [name, value] = matcherOf(step, at)
      node = node.items.find((item) => (name === '' ? item.text.value : fieldOf(item, name)?.text.value) === value)
    } else node = fieldOf(node, step)
  }
  return node
}

function matcherOf(step: string, at: Span): readonly [string, string] {
  const inner = step.slice(1, -1)
  const equals = inner.indexOf('=')
  if (equals < 0) return fail(at, 'list path element must contain fieldName=fieldValue for element to match')
  return [inner.slice(0, equals), inner.slice(equals + 1)]
}

type Creates = Node['kind'] | undefined

/** kyaml's PathMatcher: every node at a path; makes what is missing when `creates` names a kind. */
function matchPath(node: Node, path: readonly string[], creates: Creates, at: Span): readonly Node[] {
  const [step, ...rest] = path
  if (step === undefined) return [node]
  if (isIndex(step)) return matchIndex(node, Number(step), rest, creates, at)
  if (isMatcher(step)) return matchElements(node, step, rest, creates, at)
  if (step === '*') return elementsOf(node).flatMap((item) => matchPath(item, rest, creates, at))
  if (!isNull(node) && node.kind !== 'map')
    return fail(node.at, `wrong node kind: expected MappingNode but got ${node.kind}`)
  const found = isNull(node) ? undefined : fieldOf(node, step)
  if (!found && !creates) return []
  const field = found ?? made(rest[0], creates, at)
  if (!found) setField(node, spoken(step, at), field)
  if (field.kind === 'scalar' && field.tag !== 'null' && rest.length > 0)
    throw new Unsupported('a replacement in structured text')
  return matchPath(field, rest, creates, at)
}

function elementsOf(node: Node): readonly Node[] {
  if (isNull(node)) return []
  return node.kind === 'list'
    ? node.items
    : fail(node.at, `wrong node kind: expected SequenceNode but got ${node.kind}`)
}

function made(next: string | undefined, creates: Creates, at: Span): Node {
  if (next === undefined)
    return creates === 'map'
      ? mapNode(at)
      : creates === 'list'
        ? listNode(at)
        : scalarNode(spoken('', at), 'none', false, at)
  return isMatcher(next) || isIndex(next) ? listNode(at) : mapNode(at)
}

function matchIndex(node: Node, index: number, rest: readonly string[], creates: Creates, at: Span): readonly Node[] {
  const items = elementsOf(node)
  if (items.length === index && creates) node.items.push(made(rest[0], creates, at))
  const item = node.items[index]
  return item
    ? matchPath(item, rest, creates, at)
    : fail(at, `index ${index} specified but only ${items.length} elements found`)
}

function matchElements(node: Node, step: string, rest: readonly string[], creates: Creates, at: Span): readonly Node[] {
  const [name, pattern] = matcherOf(step, at)
  const compiled = compilePattern(pattern) ?? fail(at, `error parsing regexp: ${pattern}`)
  const found = elementsOf(node).flatMap((item) => {
    const field = name === '' ? item : fieldOf(item, name)
    if (!field || !compiled.matcher(field.text.value.trim()).find()) return []
    return name === '' ? [item] : matchPath(item, rest, creates, at)
  })
  if (found.length > 0 || !creates) return found
  const value = scalarNode(spoken(pattern, at), 'none')
  const element =
    name === '' ? value : mapNode(at, new Map([[name, { key: spoken(name, at), keyTag: 'string' as const, value }]]))
  node.items.push(element)
  return name === '' ? [element] : matchPath(element, rest, creates, at)
}
