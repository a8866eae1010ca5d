import type { Span } from '../../source/span.ts'
import { concat, emptyText, placeOf, slice, type Text } from '../../source/text.ts'
import { type GoDocument, readGoYaml } from '../../syntax/yaml-go.ts'
import { resolvePath } from '../../world/files.ts'
import type { RenderFiles } from '../render.ts'
import { fail, Unsupported } from './failure.ts'
import { copyNode, fieldOf, fromGo, isNilOrEmpty, isNull, type Node } from './node.ts'
import { kindOf, metaText, newResource, type Resource } from './resource.ts'

/** Reads files for one kustomization: only in or below its own directory, as LoadRestrictionsRootOnly says. */
export interface Loader {
  readonly root: string
  /** The kustomizations that led here, outermost first, this one included. */
  readonly visited: readonly string[]
  readonly files: RenderFiles
}

/** The file, or undefined when there is none. Outside of the root: a failure, as the tool has it. */
export function loadFile(loader: Loader, path: Text): Text | undefined {
  const absolute = resolvePath(loader.root, path.value)
  if (isRemote(path.value)) throw new Unsupported(`remote file ${path.value}`)
  const text = loader.files.read(absolute)
  if (text === undefined) return undefined
  if (!isWithin(absolute, loader.root))
    fail(placeOf(path), `security; file '${path.value}' is not in or below '${loader.root}'`)
  return text
}

export function mustLoad(loader: Loader, path: Text): Text {
  return loadFile(loader, path) ?? fail(placeOf(path), `open ${path.value}: no such file or directory`)
}

const isWithin = (path: string, directory: string): boolean =>
  path === directory || directory === '/' || path.startsWith(`${directory}/`)

/** The directory of a base or component; it may be anywhere but at or above a directory that is being built. */
export function enter(loader: Loader, path: Text): Loader {
  const at = placeOf(path)
  if (path.value === '') return fail(at, 'new root cannot be empty')
  const root = resolvePath(loader.root, path.value)
  if (path.value.startsWith('/') || !loader.files.isDirectory(root)) {
    if (isRemote(path.value)) throw new Unsupported(`remote base ${path.value}`)
    return fail(at, `'${path.value}' is no file and no directory: must build at directory: not a valid directory`)
  }
  const cycle = loader.visited.find((visited) => isWithin(visited, root))
  if (cycle) return fail(at, `cycle detected: candidate root '${root}' contains visited root '${cycle}'`)
  return { ...loader, root, visited: [...loader.visited, root] }
}

/** api/internal/git: URLs, scp-like addresses, hosts that are known, anything with a ref. */
const isRemote = (path: string): boolean =>
  /^(?:[a-z][a-z0-9+.-]*:\/\/|git::|[\w.-]+@[\w.-]+:|(?:github|gitlab|bitbucket)\.(?:com|org)[/:]|gh:|git@)/i.test(
    path,
  ) || /[?&]ref=|\.git(?:$|[/?])|^[\w-]+(?:\.[\w-]+)+\/[^/]+\/[^/]+.*\/\//.test(path)

/** The resources of a text, each document one; lists are taken apart. */
export function readResources(text: Text, at: Span): readonly Resource[] {
  return expandLists(readNodes(text, at)).map(newResource)
}

const read = new WeakMap<Text, readonly Node[]>()

/** The objects of a text (kio.FromBytes and dropBadNodes); the same text is read once. */
function readNodes(text: Text, at: Span): readonly Node[] {
  const nodes = read.get(text) ?? parseNodes(text, at)
  read.set(text, nodes)
  return nodes.map(copyNode)
}

function parseNodes(text: Text, at: Span): readonly Node[] {
  const parts = splitDocuments(withoutCarriageReturns(text))
  const nodes: Node[] = []
  for (const part of parts) {
    const document = readGoYaml(part, 'v3')[0]
    if (!document || (document.value.kind === 'null' && document.problems.length === 0)) continue
    const node = nodeOf(document)
    const items = fieldOf(node, 'items')
    const isList = parts.length === 1 && (kindOf(node) === 'List' || kindOf(node) === 'ResourceList')
    if (isList && items) nodes.push(...items.items)
    else nodes.push(node)
  }
  return nodes.filter((node) => !isNilOrEmpty(node)).map((node) => checked(node, at))
}

function nodeOf(document: GoDocument): Node {
  const problem = document.problems[0]
  if (problem) fail(problem.at, `MalformedYAMLError: yaml: ${problem.message}`)
  return fromGo(document.value)
}

function checked(node: Node, at: Span): Node {
  if (node.kind !== 'map') return fail(node.at ?? at, `wrong Node Kind: expected MappingNode but got ${node.kind}`)
  const kind = kindOf(node)
  if (kind === '') return fail(node.at, 'missing kind in object')
  if (!kind.endsWith('List') && metaText(node, 'name').value === '')
    return fail(node.at, 'missing metadata.name in object')
  return node
}

/** inlineAnyEmbeddedLists: the items of a list come behind everything that was read so far. */
function expandLists(nodes: readonly Node[]): readonly Node[] {
  const queue = [...nodes]
  const expanded: Node[] = []
  for (let index = 0; index < queue.length; index += 1) {
    const node = queue[index] as Node
    const items = kindOf(node).endsWith('List') ? fieldOf(node, 'items') : undefined
    if (!items) expanded.push(node)
    else if (items.kind === 'list')
      queue.push(...items.items.filter((item) => !isNilOrEmpty(item)).map((item) => checked(item, node.at)))
    else if (!isNull(items)) fail(items.at, `expected array in ${kindOf(node)}/items`)
  }
  return expanded
}

/** kio.splitDocuments; the reader would find other borders where a comment stands first. */
function splitDocuments(text: Text): readonly Text[] {
  if (text.value === '') return []
  const parts: Text[] = []
  let start = 0
  for (const match of text.value.matchAll(/\n---.*\n/g)) {
    const rest = match[0].slice(4).trim()
    const place = slice(text, match.index + 1, match.index + match[0].length)
    if (rest !== '' && !rest.startsWith('#')) fail(placeOf(place), `invalid document separator: ${match[0].trim()}`)
    parts.push(slice(text, start, match.index + 1))
    start = match.index + match[0].length
  }
  return [...parts, slice(text, start)]
}

function withoutCarriageReturns(text: Text): Text {
  if (!text.value.includes('\r\n')) return text
  const parts: Text[] = []
  let start = 0
  for (const match of text.value.matchAll(/\r\n/g)) {
    parts.push(slice(text, start, match.index))
    start = match.index + 1
  }
  return concat(...parts, start < text.value.length ? slice(text, start) : emptyText)
}
