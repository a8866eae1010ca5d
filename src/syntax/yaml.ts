import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  Scalar,
} from 'yaml'
import type { Span } from '../source/span.ts'
import { placeBetween, slice, type Text } from '../source/text.ts'
import { decodeScalar } from './yaml-scalar.ts'

/** A stretch of a parsed text; offsets count in that text, not in a file. */
export interface Range {
  readonly within: Text
  readonly start: number
  readonly end: number
}

export type YamlNode = YamlMap | YamlList | YamlScalar

export interface YamlMap extends Range {
  readonly kind: 'map'
  readonly entries: readonly YamlEntry[]
}

export interface YamlEntry {
  readonly key: YamlScalar
  /** Absent for `key:` with nothing behind it. */
  readonly value: YamlNode | undefined
}

export interface YamlList extends Range {
  readonly kind: 'list'
  readonly items: readonly (YamlNode | undefined)[]
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded'

/** `text` is the decoded value; whether `plain` text means a number or a boolean is for the reader of the file kind to say. */
export interface YamlScalar extends Range {
  readonly kind: 'scalar'
  readonly text: Text
  readonly style: ScalarStyle
  readonly tag: string | undefined
}

export interface YamlDocument extends Range {
  readonly root: YamlNode | undefined
  readonly problems: readonly YamlProblem[]
}

export interface YamlProblem extends Range {
  readonly message: string
}

/** More nodes than this in one text are not read: alias bombs and generated giants. */
const mostNodes = 200_000
const deepest = 200

const parsed = new WeakMap<Text, readonly YamlDocument[]>()

/**
 * Every document of a YAML (or JSON) text. Never throws: what cannot be read becomes a problem of its document.
 * The same text object is parsed once. Scalars are strings in every case; aliases are the nodes they point to.
 */
export function parseYaml(text: Text): readonly YamlDocument[] {
  const known = parsed.get(text)
  if (known) return known
  const documents = readDocuments(text)
  parsed.set(text, documents)
  return documents
}

function readDocuments(text: Text): readonly YamlDocument[] {
  try {
    const documents = parseAllDocuments(text.value, {
      schema: 'failsafe',
      strict: false,
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
      stringKeys: false,
    })
    return [...documents].map((document) => convert(text, document as Document.Parsed))
  } catch (error) {
    return [unreadable(text, 0, text.value.length, error)]
  }
}

function unreadable(within: Text, start: number, end: number, error: unknown): YamlDocument {
  const message = error instanceof Error ? error.message : String(error)
  return { within, start, end, root: undefined, problems: [{ within, start, end: Math.min(end, start + 1), message }] }
}

function convert(within: Text, document: Document.Parsed): YamlDocument {
  const [start, , end] = document.range
  try {
    const builder: Builder = { within, anchors: new Map(), left: mostNodes }
    const root = document.contents ? node(builder, document.contents, 0) : undefined
    const problems = document.errors.map((error) => ({
      within,
      start: error.pos[0],
      end: Math.max(error.pos[1], error.pos[0] + 1),
      message: error.message,
    }))
    return { within, start, end, root: isEmptyScalar(root) ? undefined : root, problems }
  } catch (error) {
    return unreadable(within, start, end, error)
  }
}

const isEmptyScalar = (root: YamlNode | undefined): boolean =>
  root?.kind === 'scalar' && root.style === 'plain' && root.text.value === '' && root.start === root.end

interface Builder {
  readonly within: Text
  readonly anchors: Map<string, YamlNode>
  left: number
}

function node(builder: Builder, from: Node, depth: number): YamlNode | undefined {
  builder.left -= 1
  if (builder.left < 0) throw new Error(`more than ${mostNodes} nodes`)
  if (depth > deepest) throw new Error(`nested deeper than ${deepest}`)
  if (isAlias(from)) return aliased(builder, from)
  const [start, end] = from.range ?? [0, 0]
  const made = content(builder, from, start, end, depth)
  if (made && 'anchor' in from && typeof from.anchor === 'string') builder.anchors.set(from.anchor, made)
  return made
}

function aliased(builder: Builder, alias: Alias): YamlNode | undefined {
  const target = builder.anchors.get(alias.source)
  if (target) builder.left -= sizeOf(target, builder.left)
  if (builder.left < 0) throw new Error(`aliases expand to more than ${mostNodes} nodes`)
  return target
}

const sizes = new WeakMap<YamlNode, number>()

/** How many nodes a node stands for with its aliases expanded. Nodes are built bottom up, so every child is known. */
function sizeOf(target: YamlNode, limit: number): number {
  const known = sizes.get(target)
  if (known !== undefined) return known
  let size = 1
  for (const child of childrenOf(target)) {
    size += sizeOf(child, limit)
    if (size > limit) break
  }
  sizes.set(target, size)
  return size
}

const childrenOf = (parent: YamlNode): readonly YamlNode[] => {
  if (parent.kind === 'scalar') return []
  const values = parent.kind === 'map' ? parent.entries.map((entry) => entry.value) : parent.items
  return values.filter((value) => value !== undefined)
}

function content(builder: Builder, from: Node, start: number, end: number, depth: number): YamlNode | undefined {
  const { within } = builder
  if (isMap(from)) {
    const entries = from.items.flatMap((pair) => entry(builder, pair as Pair<Node, Node | null>, depth + 1))
    return { kind: 'map', within, start, end, entries }
  }
  if (isSeq(from)) {
    const items = from.items.map((item) => (item ? node(builder, item as Node, depth + 1) : undefined))
    return { kind: 'list', within, start, end, items }
  }
  return isScalar(from) ? scalar(builder, from as Scalar<unknown>, start, end) : undefined
}

function entry(builder: Builder, pair: Pair<Node, Node | null>, depth: number): readonly YamlEntry[] {
  const key = pair.key ? node(builder, pair.key, depth) : undefined
  if (key?.kind !== 'scalar') return []
  const value = pair.value ? node(builder, pair.value, depth) : undefined
  return [{ key, value: isEmptyScalar(value) ? undefined : value }]
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  [Scalar.PLAIN]: 'plain',
  [Scalar.QUOTE_SINGLE]: 'single',
  [Scalar.QUOTE_DOUBLE]: 'double',
  [Scalar.BLOCK_LITERAL]: 'literal',
  [Scalar.BLOCK_FOLDED]: 'folded',
}

function scalar(builder: Builder, from: Scalar<unknown>, start: number, end: number): YamlScalar {
  const { within } = builder
  const style = styles[from.type ?? Scalar.PLAIN] ?? 'plain'
  const value = typeof from.value === 'string' ? from.value : String(from.value ?? '')
  const text = decodeScalar(slice(within, start, end), value, style)
  return { kind: 'scalar', within, start, end, text, style, tag: from.tag }
}

/** The characters of a node as they are written. */
export const rawText = (range: Range): Text => slice(range.within, range.start, range.end)

/** Where a node, a problem or a document stands in the files. */
export function spanOf({ within, start, end }: Range): Span {
  return placeBetween(within, start, start < end ? end : start + 1)
}

/** Where a map begins, for a finding about the map as a whole: its first key. */
export const headOf = (map: YamlNode): Span =>
  map.kind === 'map' && map.entries[0] ? spanOf(map.entries[0].key) : spanOf(map)

/** The last entry of that key; YAML readers let the last one win. */
export const entryOf = (map: YamlNode | undefined, key: string): YamlEntry | undefined =>
  map?.kind === 'map' ? map.entries.findLast((candidate) => candidate.key.text.value === key) : undefined

/** The node at a path of keys and list indices. Merge keys (`<<`) are followed where a key is not there itself. */
export function at(root: YamlNode | undefined, ...path: readonly (string | number)[]): YamlNode | undefined {
  let current = root
  for (const step of path) {
    if (!current) return undefined
    current =
      typeof step === 'number' ? (current.kind === 'list' ? current.items[step] : undefined) : lookUp(current, step, 0)
  }
  return current
}

function lookUp(map: YamlNode, key: string, depth: number): YamlNode | undefined {
  const own = entryOf(map, key)
  if (own || depth > 8) return own?.value
  const merged = entryOf(map, '<<')?.value
  for (const source of merged?.kind === 'list' ? merged.items : [merged]) {
    const found = source ? lookUp(source, key, depth + 1) : undefined
    if (found) return found
  }
  return undefined
}

/** The text of a scalar at a path; undefined for anything else, and for a plain `null` or `~`. */
export function textOf(root: YamlNode | undefined, ...path: readonly (string | number)[]): Text | undefined {
  const found = at(root, ...path)
  return found?.kind === 'scalar' && !isNull(found) ? found.text : undefined
}

export const isNull = (node: YamlScalar): boolean =>
  node.style === 'plain' && /^(?:~|null|Null|NULL|)$/.test(node.text.value)

export const itemsOf = (root: YamlNode | undefined, ...path: readonly (string | number)[]): readonly YamlNode[] => {
  const found = at(root, ...path)
  return found?.kind === 'list' ? found.items.filter((item) => item !== undefined) : []
}

/** The entries of the map at a path, merged ones (`<<`) last and without those that the map has itself. */
export function entriesOf(root: YamlNode | undefined, ...path: readonly (string | number)[]): readonly YamlEntry[] {
  const found = at(root, ...path)
  return found?.kind === 'map' ? ownAndMerged(found, 0) : []
}

function ownAndMerged(map: YamlMap, depth: number): readonly YamlEntry[] {
  const merged = entryOf(map, '<<')?.value
  const own = map.entries.filter((candidate) => candidate.key.text.value !== '<<')
  if (!merged || depth > 8) return own
  const sources = merged.kind === 'list' ? merged.items : [merged]
  const inherited = sources.flatMap((source) => (source?.kind === 'map' ? ownAndMerged(source, depth + 1) : []))
  return [...own, ...inherited.filter((one) => !own.some((mine) => mine.key.text.value === one.key.text.value))]
}
