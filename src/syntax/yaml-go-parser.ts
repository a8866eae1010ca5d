import { emptyText, type Text } from '../source/text.ts'
import type { YamlDocument, YamlEntry, YamlNode, YamlScalar } from './yaml.ts'
import { newScanner, type Scanner, type Token, type TokenKind, YamlRefusal } from './yaml-go-cursor.ts'
import { peekToken, takeToken } from './yaml-go-scanner.ts'

/** Deeper nesting is refused; go-yaml would go on to 10,000. */
const deepest = 400

interface Parser extends Scanner {
  readonly anchors: Map<string, YamlNode>
  /** `%TAG` handles of the document. */
  readonly handles: Map<string, string>
}

/**
 * The documents of a text as go-yaml's parser (parserc.go) sees them: the tree of `yaml.ts`, read by other rules. The first
 * thing that is refused ends the reading; it is the problem of the last document.
 */
export function parseGoYaml(text: Text): readonly YamlDocument[] {
  const parser: Parser = { ...newScanner(text), anchors: new Map(), handles: new Map() }
  const documents: YamlDocument[] = []
  let start = 0
  try {
    for (let first = true; ; first = false) {
      const root = parseDocument(parser, first)
      if (!root) return documents
      documents.push({ within: text, start, end: parser.index, root: isEmpty(root) ? undefined : root, problems: [] })
      start = parser.index
    }
  } catch (refusal) {
    if (!(refusal instanceof YamlRefusal)) throw refusal
    const { offset, message } = refusal
    const from = Math.min(offset, Math.max(0, text.value.length - 1))
    const problem = { within: text, start: from, end: from + 1, message }
    return [...documents, { within: text, start, end: text.value.length, root: undefined, problems: [problem] }]
  }
}

const isEmpty = (node: YamlNode): boolean => node.kind === 'scalar' && node.start === node.end && node.tag === undefined

const refuse = (token: Token, message: string): never => {
  throw new YamlRefusal(token.start, message)
}

function parseDocument(p: Parser, first: boolean): YamlNode | undefined {
  if (!first) while (peekToken(p).kind === 'document-end') takeToken(p)
  const token = peekToken(p)
  if (token.kind === 'stream-end') return undefined
  p.anchors.clear()
  p.handles.clear()
  const implicit = first && token.kind !== 'directive' && token.kind !== 'document-start'
  if (!implicit) {
    while (peekToken(p).kind === 'directive') readDirective(p, takeToken(p))
    if (takeToken(p).kind !== 'document-start') refuse(token, 'did not find expected <document start>')
  }
  const next = peekToken(p)
  const root = !implicit && endsDocument.has(next.kind) ? empty(p, next) : parseNode(p, true, false, 0)
  if (peekToken(p).kind === 'document-end') takeToken(p)
  return root
}

const endsDocument: ReadonlySet<TokenKind> = new Set(['directive', 'document-start', 'document-end', 'stream-end'])

function readDirective(p: Parser, token: Token): void {
  const [name, handle, prefix] = token.text.value.split(/[ \t]+/)
  if (name === '%TAG' && handle && prefix) p.handles.set(handle, prefix)
  if (name !== '%TAG' && name !== '%YAML') refuse(token, 'found unknown directive name')
  if (name === '%YAML' && !/^1\.[12]$/.test(handle ?? '')) refuse(token, 'found incompatible YAML document')
}

const empty = (p: Parser, { start }: Token): YamlScalar => ({
  kind: 'scalar',
  within: p.within,
  start,
  end: start,
  text: emptyText,
  style: 'plain',
  tag: undefined,
})

function parseNode(p: Parser, block: boolean, indentless: boolean, depth: number): YamlNode {
  const first = peekToken(p)
  if (depth > deepest) refuse(first, `nested deeper than ${deepest}`)
  if (first.kind === 'alias') {
    takeToken(p)
    return p.anchors.get(first.text.value) ?? refuse(first, `unknown anchor '${first.text.value}' referenced`)
  }
  let anchor: Token | undefined
  let tag: Token | undefined
  for (let properties = 0; properties < 2; properties += 1) {
    const { kind } = peekToken(p)
    if (kind === 'anchor' && !anchor) anchor = takeToken(p)
    else if (kind === 'tag' && !tag) tag = takeToken(p)
  }
  const node = parseContent(p, block, indentless, depth, tag && resolveTag(p, tag), first)
  if (anchor) p.anchors.set(anchor.text.value, node)
  return node
}

/** `!!int` → `!!int`, `!e!x` → prefix and suffix, `!<verbatim>`. */
function resolveTag(p: Parser, token: Token): string {
  const written = token.text.value
  if (written.startsWith('!<')) return written.slice(2, -1)
  const handle = /^![0-9A-Za-z_-]*!/.exec(written)?.[0]
  if (handle === undefined) return (p.handles.get('!') ?? '!') + written.slice(1)
  const prefix = p.handles.get(handle)
  if (prefix !== undefined) return prefix + written.slice(handle.length)
  return handle === '!!' ? written : refuse(token, 'found undefined tag handle')
}

function parseContent(
  p: Parser,
  block: boolean,
  indentless: boolean,
  depth: number,
  tag: string | undefined,
  first: Token,
): YamlNode {
  const token = peekToken(p)
  const { within } = p
  const { kind } = token
  if (indentless && kind === 'block-entry') return list(p, token.start, parseIndentless(p, depth))
  if (kind === 'scalar') {
    takeToken(p)
    return { kind: 'scalar', within, start: token.start, end: token.end, text: token.text, style: token.style, tag }
  }
  if (kind === 'flow-sequence-start') return list(p, token.start, parseFlowSequence(p, depth))
  if (kind === 'flow-mapping-start') return map(p, token.start, parseFlowMapping(p, depth))
  if (block && kind === 'block-sequence-start') return list(p, token.start, parseBlockSequence(p, depth))
  if (block && kind === 'block-mapping-start') return map(p, token.start, parseBlockMapping(p, depth))
  if (first !== token) return { ...empty(p, token), tag }
  return refuse(token, 'did not find expected node content')
}

interface Read<T> {
  readonly children: readonly T[]
  readonly end: number
}

const list = (p: Parser, start: number, { children, end }: Read<YamlNode | undefined>): YamlNode => ({
  kind: 'list',
  within: p.within,
  start,
  end: Math.max(start, end),
  items: children,
})
const map = (p: Parser, start: number, { children, end }: Read<YamlEntry>): YamlNode => ({
  kind: 'map',
  within: p.within,
  start,
  end: Math.max(start, end),
  entries: children,
})

const filled = (node: YamlNode): YamlNode | undefined => (isEmpty(node) ? undefined : node)

const endOf = (node: YamlNode | undefined, otherwise: number): number => node?.end ?? otherwise

function parseBlockSequence(p: Parser, depth: number): Read<YamlNode | undefined> {
  const items: (YamlNode | undefined)[] = []
  let { end } = takeToken(p)
  for (;;) {
    const token = takeToken(p)
    if (token.kind === 'block-end') return { children: items, end }
    if (token.kind !== 'block-entry') refuse(token, "did not find expected '-' indicator")
    const { kind } = peekToken(p)
    const item =
      kind === 'block-entry' || kind === 'block-end' ? undefined : filled(parseNode(p, true, false, depth + 1))
    items.push(item)
    end = endOf(item, token.end)
  }
}

function parseIndentless(p: Parser, depth: number): Read<YamlNode | undefined> {
  const items: (YamlNode | undefined)[] = []
  let end = peekToken(p).end
  while (peekToken(p).kind === 'block-entry') {
    const token = takeToken(p)
    const { kind } = peekToken(p)
    const none = kind === 'block-entry' || kind === 'key' || kind === 'value' || kind === 'block-end'
    const item = none ? undefined : filled(parseNode(p, true, false, depth + 1))
    items.push(item)
    end = endOf(item, token.end)
  }
  return { children: items, end }
}

const endsBlockEntry: ReadonlySet<TokenKind> = new Set(['key', 'value', 'block-end'])

function parseBlockMapping(p: Parser, depth: number): Read<YamlEntry> {
  const entries: YamlEntry[] = []
  let { end } = takeToken(p)
  for (;;) {
    const token = takeToken(p)
    if (token.kind === 'block-end') return { children: entries, end }
    if (token.kind !== 'key') refuse(token, 'did not find expected key')
    const key = endsBlockEntry.has(peekToken(p).kind) ? empty(p, token) : parseNode(p, true, true, depth + 1)
    const value = parseValue(p, endsBlockEntry, true, depth)
    entries.push(entryFrom(key, value, token))
    end = endOf(value, key.end + 1)
  }
}

function parseValue(p: Parser, ends: ReadonlySet<TokenKind>, block: boolean, depth: number): YamlNode | undefined {
  if (peekToken(p).kind !== 'value') return undefined
  takeToken(p)
  return ends.has(peekToken(p).kind) ? undefined : filled(parseNode(p, block, block, depth + 1))
}

function entryFrom(key: YamlNode, value: YamlNode | undefined, token: Token): YamlEntry {
  return key.kind === 'scalar' ? { key, value } : refuse(token, 'invalid map key')
}

const endsFlowItem: ReadonlySet<TokenKind> = new Set(['flow-entry', 'flow-sequence-end'])
const endsFlowEntry: ReadonlySet<TokenKind> = new Set(['flow-entry', 'flow-mapping-end'])

function parseFlowSequence(p: Parser, depth: number): Read<YamlNode | undefined> {
  const items: (YamlNode | undefined)[] = []
  takeToken(p)
  for (let first = true; ; first = false) {
    if (peekToken(p).kind === 'flow-sequence-end') return { children: items, end: takeToken(p).end }
    if (!first && takeToken(p).kind !== 'flow-entry') refuse(peekToken(p), "did not find expected ',' or ']'")
    const token = peekToken(p)
    if (token.kind === 'flow-sequence-end') return { children: items, end: takeToken(p).end }
    if (token.kind === 'key') items.push(parsePair(p, depth))
    else items.push(filled(parseNode(p, false, false, depth + 1)))
  }
}

/** `[a: b]` is a list with a map of one entry. */
function parsePair(p: Parser, depth: number): YamlNode {
  const token = takeToken(p)
  const { kind } = peekToken(p)
  const key = kind === 'value' || endsFlowItem.has(kind) ? empty(p, token) : parseNode(p, false, false, depth + 1)
  const value = parseValue(p, endsFlowItem, false, depth)
  return map(p, key.start, { children: [entryFrom(key, value, token)], end: endOf(value, key.end) })
}

function parseFlowMapping(p: Parser, depth: number): Read<YamlEntry> {
  const entries: YamlEntry[] = []
  takeToken(p)
  for (let first = true; ; first = false) {
    if (peekToken(p).kind === 'flow-mapping-end') return { children: entries, end: takeToken(p).end }
    if (!first && takeToken(p).kind !== 'flow-entry') refuse(peekToken(p), "did not find expected ',' or '}'")
    const token = peekToken(p)
    if (token.kind === 'flow-mapping-end') return { children: entries, end: takeToken(p).end }
    if (token.kind === 'key') takeToken(p)
    const { kind } = peekToken(p)
    const isBare = token.kind === 'key' && (kind === 'value' || endsFlowEntry.has(kind))
    const key = isBare ? empty(p, token) : parseNode(p, false, false, depth + 1)
    const value = token.kind === 'key' ? parseValue(p, endsFlowEntry, false, depth) : undefined
    entries.push(entryFrom(key, value, token))
  }
}
