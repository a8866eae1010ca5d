import { nowhere, type Span } from '../../source/span.ts'
import { concat, emptyText, placeOf, slice, split, spoken, type Text } from '../../source/text.ts'
import { emitYaml } from '../../syntax/yaml-emit.ts'
import {
  type GoEntry,
  type GoMap,
  type GoValue,
  goEntry,
  goList,
  goMap,
  goString,
  placeOfValue,
} from '../../syntax/yaml-go.ts'
import { BuildFailure, fail } from './failure.ts'
import { kustomizationShape, readFields } from './kustomization.ts'
import { splitImage } from './transform.ts'
import { withoutZeroes } from './zero-values.ts'

/** The kustomization file as the tool leaves it, or why it refuses. */
export type Edited =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'fails'; readonly at: Span; readonly message: string }

type Fields = Map<string, GoEntry>

/**
 * `kustomize edit` (kustomize v5.8, commands/edit and internal/kustfile): reads the whole file, changes one field and writes
 * every field again in the order of the file, comments in front of the fields that they stand in or before.
 */
function edit(file: Text, change: (fields: Fields) => void): Edited {
  try {
    const fields = readFields(file, placeOf(file))
    change(fields)
    return { kind: 'text', text: written(file, fields) }
  } catch (error) {
    if (error instanceof BuildFailure) return { kind: 'fails', at: error.at, message: error.message }
    throw error
  }
}

const set = (fields: Fields, name: string, value: GoValue): void => {
  fields.set(name, goEntry(spoken(name, placeOfValue(value)), value))
}

/** `edit set namespace NAMESPACE` */
export const setNamespace = (file: Text, namespace: Text): Edited => setString(file, 'namespace', namespace)
/** `edit set nameprefix PREFIX` */
export const setNamePrefix = (file: Text, prefix: Text): Edited => setString(file, 'namePrefix', prefix)
/** `edit set namesuffix SUFFIX` */
export const setNameSuffix = (file: Text, suffix: Text): Edited => setString(file, 'nameSuffix', suffix)

const setString = (file: Text, name: string, value: Text): Edited =>
  edit(file, (fields) => set(fields, name, goString(value)))

/** `edit set image NAME=NEW:TAG…`: entries of the same name are replaced, all are sorted by name. `*` keeps what was there. */
export const setImages = (file: Text, images: readonly Text[]): Edited =>
  edit(file, (fields) => {
    if (images.length === 0) fail(placeOf(file), 'no image specified')
    const byName = new Map<string, GoValue>()
    const old = new Map(itemsOf(fields, 'images').map((image) => [textAt(image, 'name').value, image]))
    for (const argument of images) {
      const { name, ...rest } = parseImage(argument)
      const before = old.get(name.value)
      const kept = (field: string, value: Text): Text =>
        value.value !== '*' ? value : before ? textAt(before, field) : emptyText
      const entries = Object.entries({ name, ...rest }).map(([field, value]) => [field, kept(field, value)] as const)
      byName.set(name.value, mapOf(entries, placeOf(argument)))
    }
    for (const [name, image] of old) if (!byName.has(name)) byName.set(name, image)
    set(fields, 'images', sortedByName(byName))
  })

function parseImage(argument: Text): {
  readonly name: Text
  readonly newName: Text
  readonly newTag: Text
  readonly digest: Text
} {
  const equals = argument.value.indexOf('=')
  const { name, tag, digest } = splitImage(equals < 0 ? argument : slice(argument, equals + 1))
  if (name.value === argument.value) fail(placeOf(argument), 'invalid format of image')
  return equals < 0
    ? { name, newName: emptyText, newTag: tag, digest }
    : { name: slice(argument, 0, equals), newName: name, newTag: tag, digest }
}

/** `edit set replicas NAME=COUNT…` */
export const setReplicas = (file: Text, replicas: readonly Text[]): Edited =>
  edit(file, (fields) => {
    if (replicas.length === 0) fail(placeOf(file), 'no replicas specified')
    const byName = new Map<string, GoValue>()
    for (const argument of replicas) {
      const [name, count, ...more] = split(argument, '=')
      if (!name || !count || more.length > 0 || !/^[-+]?\d+$|^[\uE000-\uF8FF]$/.test(count.value))
        fail(placeOf(argument), 'invalid format of replica, use the following format: <name>=<count>')
      const number: GoValue = /\d/.test((count as Text).value)
        ? { kind: 'int', value: BigInt((count as Text).value), text: count as Text }
        : goString(count as Text)
      const at = placeOf(argument)
      byName.set(
        (name as Text).value,
        goMap(new Map([entryOf('name', goString(name as Text), at), entryOf('count', number, at)]), at),
      )
    }
    for (const replica of itemsOf(fields, 'replicas')) {
      const name = textAt(replica, 'name').value
      if (!byName.has(name)) byName.set(name, replica)
    }
    set(fields, 'replicas', sortedByName(byName))
  })

/** `edit set label KEY:VALUE…` */
export const setLabels = (file: Text, labels: readonly Text[]): Edited => setPairs(file, 'commonLabels', labels, true)
/** `edit set annotation KEY:VALUE…` */
export const setAnnotations = (file: Text, annotations: readonly Text[]): Edited =>
  setPairs(file, 'commonAnnotations', annotations, true)
/** `edit add label [--force] KEY:VALUE…` */
export const addLabels = (file: Text, labels: readonly Text[], force: boolean): Edited =>
  setPairs(file, 'commonLabels', labels, force)
/** `edit add annotation [--force] KEY:VALUE…` */
export const addAnnotations = (file: Text, annotations: readonly Text[], force: boolean): Edited =>
  setPairs(file, 'commonAnnotations', annotations, force)

function setPairs(file: Text, field: string, pairs: readonly Text[], force: boolean): Edited {
  return edit(file, (fields) => {
    const old = fields.get(field)?.value
    const entries = new Map(old?.kind === 'map' ? old.entries : [])
    if (pairs.length === 0) fail(placeOf(file), `must specify ${field === 'commonLabels' ? 'label' : 'annotation'}`)
    for (const pair of pairs) {
      const colon = pair.value.indexOf(':')
      if (colon === 0) fail(placeOf(pair), `invalid ${field}: '${pair.value}' (need k:v pair where v may be quoted)`)
      const key = colon < 0 ? pair : slice(pair, 0, colon)
      if (!force && entries.has(key.value))
        fail(placeOf(pair), `${key.value} already in kustomization file. Use --force to override.`)
      const value = colon < 0 ? emptyText : unquoted(slice(pair, colon + 1))
      entries.set(key.value, goEntry(key, goString(value, placeOf(pair))))
    }
    set(fields, field, goMap(entries, pairs[0] ? placeOf(pairs[0]) : nowhere))
  })
}

const unquoted = (text: Text): Text =>
  text.value.length >= 2 && text.value.startsWith('"') && text.value.endsWith('"')
    ? slice(text, 1, text.value.length - 1)
    : text

/** `edit add resource PATH…`; the paths are those that the tool's pattern found. */
export const addResources = (file: Text, paths: readonly Text[]): Edited => addPaths(file, 'resources', paths)
/** `edit add component PATH…` */
export const addComponents = (file: Text, paths: readonly Text[]): Edited => addPaths(file, 'components', paths)

function addPaths(file: Text, field: string, paths: readonly Text[]): Edited {
  return edit(file, (fields) => {
    const items = [...itemsOf(fields, field)]
    for (const path of paths)
      if (!items.some((item) => item.kind === 'string' && item.text.value === path.value)) items.push(goString(path))
    set(fields, field, goList(items, items[0] ? placeOfValue(items[0]) : nowhere))
  })
}

const itemsOf = (fields: Fields, name: string): readonly GoValue[] => {
  const value = fields.get(name)?.value
  return value?.kind === 'list' ? value.items : []
}

function textAt(value: GoValue, name: string): Text {
  const found = value.kind === 'map' ? value.entries.get(name)?.value : undefined
  return found?.kind === 'string' ? found.text : emptyText
}

const entryOf = (name: string, value: GoValue, at: Span): readonly [string, GoEntry] => [
  name,
  goEntry(spoken(name, at), value),
]

const mapOf = (entries: readonly (readonly [string, Text])[], at: Span): GoMap =>
  goMap(new Map(entries.map(([name, text]) => entryOf(name, goString(text, at), at))), at)

function sortedByName(byName: ReadonlyMap<string, GoValue>): GoValue {
  const items = [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item)
  return goList(items, items[0] ? placeOfValue(items[0]) : nowhere)
}

/** kustfile.go, fieldMarshallingOrder. */
const order: readonly string[] = [
  'apiVersion',
  'kind',
  'metadata',
  'sortOptions',
  'resources',
  'bases',
  'namePrefix',
  'nameSuffix',
  'namespace',
  'crds',
  'commonLabels',
  'labels',
  'commonAnnotations',
  'patchesStrategicMerge',
  'patchesJson6902',
  'patches',
  'configMapGenerator',
  'secretGenerator',
  'helmCharts',
  'helmChartInflationGenerator',
  'helmGlobals',
  'generatorOptions',
  'vars',
  'images',
  'replacements',
  'replicas',
  'configurations',
  'generators',
  'transformers',
  'validators',
  'components',
  'openapi',
  'buildMetadata',
]

function written(file: Text, fields: Fields): Text {
  const places = commentedFields(file)
  const parts: Text[] = []
  const emit = (name: string): void => {
    const entry = fields.get(name)
    const shape = kustomizationShape[name as keyof typeof kustomizationShape]
    const value = entry && withoutZeroes(entry.value, shape)
    if (entry && value) parts.push(emitYaml(goMap(new Map([[name, { ...entry, value }]]), placeOfValue(value))))
  }
  for (const { name, comment } of places) {
    parts.push(comment)
    emit(name)
  }
  for (const name of order) if (!places.some((place) => place.name === name)) emit(name)
  return concat(...parts)
}

interface CommentedField {
  readonly name: string
  comment: Text
}

/** The fields in the order of the file, each with the comment and empty lines in front of it and inside it. */
function commentedFields(file: Text): readonly CommentedField[] {
  const found: CommentedField[] = []
  let pending: Text[] = []
  let start = 0
  for (const { index } of file.value.matchAll(/\n/g)) {
    const line = slice(file, start, index + 1)
    start = index + 1
    if (/^ *(?:#.*)?\n$/s.test(line.value)) {
      pending.push(line)
      continue
    }
    const name = order.find((field) => line.value.toLowerCase().startsWith(`${field.toLowerCase()}:`))
    if (name) found.push({ name, comment: concat(...pending) })
    else {
      const last = found.at(-1)
      if (!last || pending.length === 0) continue
      last.comment = concat(last.comment, ...pending)
    }
    pending = []
  }
  return found
}
