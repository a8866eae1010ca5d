import { concat, emptyText, placeBetween, slice, spoken, type Text } from '../source/text.ts'
import type { ScalarStyle, YamlDocument, YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './yaml.ts'
import { type GoYamlProblem, GoYamlRefusal, type ScalarPart } from './yaml-go-cursor.ts'
import { GoYamlScanner, type GoYamlToken, type NamedToken } from './yaml-go-tokens.ts'

/** More nodes than this in one text are not read: alias bombs and generated giants. */
const mostNodes = 2_000_000
/** Said of a text that is too large for this program, where go-yaml has nothing to say. */
export const tooManyNodes = 'the document has too many values to be read here'
/** What go-yaml says when aliases stand for more than was written. */
const excessiveAliasing = 'document contains excessive aliasing'

/** Of a text with more values than characters most came through aliases. */
export const tooManyOf = (within: Text, most: number): string =>
  within.value.length < most ? excessiveAliasing : tooManyNodes
const deepest = 1000

/** What go-yaml's reader takes (readerc.go). */
const notAllowed = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

const parsed = new WeakMap<Text, readonly YamlDocument[]>()

/**
 * The documents of a YAML text as go-yaml v2 reads it (parserc.go). A document that cannot be read ends the stream; its
 * problem is worded as go-yaml words it, with the line that go-yaml names. Never throws.
 */
export function parseGoYaml(text: Text): readonly YamlDocument[] {
  const known = parsed.get(text)
  if (known) return known
  const documents = new Parser(text).documents()
  parsed.set(text, documents)
  return documents
}

/** A scalar that is decoded when somebody asks for its text: most of a rendered document is never looked at. */
class LazyScalar implements YamlScalar {
  readonly kind = 'scalar'
  readonly within: Text
  readonly start: number
  readonly end: number
  readonly style: ScalarStyle
  readonly tag: string | undefined
  private readonly parts: readonly ScalarPart[]
  private decoded: Text | undefined

  constructor(
    within: Text,
    token: { start: number; end: number; style: ScalarStyle; parts: readonly ScalarPart[] },
    tag: string | undefined,
  ) {
    this.within = within
    this.start = token.start
    this.end = token.end
    this.style = token.style
    this.parts = token.parts
    this.tag = tag
  }

  get text(): Text {
    this.decoded ??= this.decode()
    return this.decoded
  }

  private decode(): Text {
    const { within, parts } = this
    const [first] = parts
    if (!first) return emptyText
    const texts = parts.map(({ start, end, instead }) =>
      instead === undefined ? slice(within, start, end) : spoken(instead, placeBetween(within, start, end)),
    )
    return texts.length === 1 ? (texts[0] as Text) : concat(...texts)
  }
}

interface Properties {
  readonly anchor: string | undefined
  readonly tag: string | undefined
  readonly start: number
}

class Parser {
  private readonly within: Text
  private readonly scanner: GoYamlScanner
  private next = 0
  private readonly anchors = new Map<string, YamlNode>()
  private handles = new Map<string, string>()
  private left = mostNodes

  constructor(within: Text) {
    this.within = within
    this.scanner = new GoYamlScanner(within.value)
  }

  documents(): readonly YamlDocument[] {
    const found: YamlDocument[] = []
    const forbidden = notAllowed.exec(this.within.value)
    if (forbidden)
      return [
        this.refused(
          new GoYamlRefusal({ message: 'control characters are not allowed', offset: forbidden.index, scannedLine: 0 }),
        ),
      ]
    try {
      for (let first = true; ; first = false) {
        const document = this.document(first)
        if (!document) return found
        found.push(document)
      }
    } catch (error) {
      return [...found, this.refused(error)]
    }
  }

  private refused(error: unknown): YamlDocument {
    const { within } = this
    const problem: GoYamlProblem =
      error instanceof GoYamlRefusal
        ? error.problem
        : {
            message: error instanceof RangeError ? 'exceeded max depth of 10000' : String(error),
            offset: 0,
            scannedLine: undefined,
          }
    const end = within.value.length
    const start = Math.min(problem.offset, Math.max(0, end - 1))
    const message = `${this.lineOf(problem)}${problem.message}`
    return {
      within,
      start: 0,
      end,
      root: undefined,
      problems: [{ within, start, end: Math.min(end, start + 1), message }],
    }
  }

  /** go-yaml's own count: one line too few for what the parser finds, and none for the first line. */
  private lineOf({ offset, scannedLine }: GoYamlProblem): string {
    if (scannedLine !== undefined) return scannedLine === 0 ? '' : `line ${scannedLine + 1}: `
    const before = this.within.value.slice(0, offset).split(/\r\n|[\n\r\x85\u2028\u2029]/)
    // The end of a stream begins a line.
    const line = before.length - 1 + (offset >= this.within.value.length && before.at(-1) !== '' ? 1 : 0)
    return line === 0 ? '' : `line ${line}: `
  }

  private peek(): GoYamlToken {
    this.scanner.fill(this.next)
    return (this.scanner.tokens[this.next] ?? this.scanner.tokens.at(-1)) as GoYamlToken
  }

  private take(): GoYamlToken {
    const token = this.peek()
    this.next += 1
    return token
  }

  private refuse(message: string, token: GoYamlToken): never {
    throw new GoYamlRefusal({ message, offset: token.start, scannedLine: undefined })
  }

  private document(first: boolean): YamlDocument | undefined {
    if (!first) while (this.peek().kind === 'document-end') this.next += 1
    const token = this.peek()
    if (token.kind === 'stream-end') return undefined
    let explicit = false
    this.handles = new Map([
      ['!!', 'tag:yaml.org,2002:'],
      ['!', '!'],
    ])
    if (!first || token.kind === 'directive' || token.kind === 'document-start') {
      while (this.peek().kind === 'directive') this.directive(this.take())
      const start = this.peek()
      if (start.kind !== 'document-start') this.refuse('did not find expected <document start>', start)
      this.next += 1
      explicit = true
    }
    this.anchors.clear()
    const start = token.start
    const content = this.peek()
    const isEmpty = explicit && /^(?:directive|document-start|document-end|stream-end)$/.test(content.kind)
    const root = isEmpty ? undefined : this.node(true, false, 0)
    const end = this.peek().start
    if (this.peek().kind === 'document-end') this.next += 1
    return { within: this.within, start, end, root: isEmptyScalar(root) ? undefined : root, problems: [] }
  }

  private directive(token: GoYamlToken): void {
    const [name, handle, prefix] = this.within.value.slice(token.start, token.end).split(/[ \t]+/)
    if (name === '%TAG' && handle && prefix) this.handles.set(handle, prefix)
  }

  private properties(): Properties {
    const start = this.peek().start
    let anchor: string | undefined
    let tag: NamedToken | undefined
    for (let count = 0; count < 2; count += 1) {
      const token = this.peek()
      if (token.kind === 'anchor' && anchor === undefined) anchor = token.name
      else if (token.kind === 'tag' && tag === undefined) tag = token
      else break
      this.next += 1
    }
    return { anchor, tag: tag && this.resolveTag(tag), start }
  }

  private resolveTag(token: NamedToken): string {
    const { name } = token
    const match = /^(![0-9A-Za-z_-]*!)(.*)$/.exec(name)
    if (!match) return name
    const prefix = this.handles.get(match[1] ?? '')
    if (prefix === undefined) this.refuse('found undefined tag handle', token)
    return prefix + match[2]
  }

  private node(block: boolean, indentless: boolean, depth: number): YamlNode {
    this.left -= 1
    const token = this.peek()
    if (this.left < 0) this.refuse(tooManyOf(this.within, mostNodes), token)
    if (depth > deepest) this.refuse('exceeded max depth of 10000', token)
    if (token.kind === 'alias') return this.alias(this.take() as NamedToken)
    const properties = this.properties()
    const made = this.content(block, indentless, depth, properties)
    if (properties.anchor !== undefined) this.anchors.set(properties.anchor, made)
    return made
  }

  private alias(token: NamedToken): YamlNode {
    const target = this.anchors.get(token.name)
    if (!target)
      throw new GoYamlRefusal({
        message: `unknown anchor '${token.name}' referenced`,
        offset: 0,
        scannedLine: undefined,
      })
    this.left -= sizeOf(target)
    if (this.left < 0) this.refuse(tooManyOf(this.within, mostNodes), token)
    return target
  }

  private content(block: boolean, indentless: boolean, depth: number, { anchor, tag, start }: Properties): YamlNode {
    const token = this.peek()
    const { within } = this
    if (indentless && token.kind === 'block-entry') return this.indentlessSequence(depth)
    switch (token.kind) {
      case 'scalar':
        this.next += 1
        return new LazyScalar(within, token, tag)
      case 'flow-sequence-start':
        return this.flowSequence(depth)
      case 'flow-mapping-start':
        return this.flowMapping(depth)
      case 'block-sequence-start':
        if (block) return this.blockSequence(depth)
        break
      case 'block-mapping-start':
        if (block) return this.blockMapping(depth)
        break
    }
    if (anchor !== undefined || tag !== undefined) return this.empty(start, tag)
    return this.refuse('did not find expected node content', token)
  }

  private empty(offset: number, tag?: string): YamlScalar {
    return new LazyScalar(this.within, { start: offset, end: offset, style: 'plain', parts: [] }, tag)
  }

  private list(start: number, end: number, items: readonly (YamlNode | undefined)[]): YamlList {
    return { kind: 'list', within: this.within, start, end, items }
  }

  private map(start: number, end: number, entries: readonly YamlEntry[]): YamlMap {
    return { kind: 'map', within: this.within, start, end, entries }
  }

  /** The end of what was read last, for collections that no token closes. */
  private lastEnd(): number {
    let index = this.next - 1
    while (index > 0 && /^(?:block-end|value|key)$/.test(this.scanner.tokens[index]?.kind ?? '')) index -= 1
    return this.scanner.tokens[index]?.end ?? 0
  }

  private blockSequence(depth: number): YamlNode {
    const { start } = this.take()
    const items: (YamlNode | undefined)[] = []
    for (;;) {
      const token = this.peek()
      if (token.kind === 'block-end') break
      if (token.kind !== 'block-entry') this.refuse("did not find expected '-' indicator", token)
      this.next += 1
      const { kind } = this.peek()
      items.push(
        kind === 'block-entry' || kind === 'block-end' ? undefined : unlessEmpty(this.node(true, false, depth + 1)),
      )
    }
    const end = this.lastEnd()
    this.next += 1
    return this.list(start, end, items)
  }

  private indentlessSequence(depth: number): YamlNode {
    const { start } = this.peek()
    const items: (YamlNode | undefined)[] = []
    while (this.peek().kind === 'block-entry') {
      this.next += 1
      const { kind } = this.peek()
      const isEmpty = kind === 'block-entry' || kind === 'key' || kind === 'value' || kind === 'block-end'
      items.push(isEmpty ? undefined : unlessEmpty(this.node(true, false, depth + 1)))
    }
    return this.list(start, this.lastEnd(), items)
  }

  private blockMapping(depth: number): YamlNode {
    const { start } = this.take()
    const entries: YamlEntry[] = []
    const isAbsent = (): boolean => /^(?:key|value|block-end)$/.test(this.peek().kind)
    for (;;) {
      const token = this.peek()
      if (token.kind === 'block-end') break
      if (token.kind !== 'key') this.refuse('did not find expected key', token)
      this.next += 1
      const key = isAbsent() ? this.empty(token.end) : this.node(true, true, depth + 1)
      let value: YamlNode | undefined
      if (this.peek().kind === 'value') {
        this.next += 1
        if (!isAbsent()) value = unlessEmpty(this.node(true, true, depth + 1))
      }
      this.addEntry(entries, key, value, token)
    }
    const end = this.lastEnd()
    this.next += 1
    return this.map(start, end, entries)
  }

  /** Maps and lists cannot be keys of what becomes JSON. */
  private addEntry(entries: YamlEntry[], key: YamlNode, value: YamlNode | undefined, token: GoYamlToken): void {
    if (key.kind !== 'scalar') this.refuse('invalid map key', token)
    entries.push({ key, value })
  }

  private flowSequence(depth: number): YamlNode {
    const { start } = this.take()
    const items: (YamlNode | undefined)[] = []
    for (let first = true; this.peek().kind !== 'flow-sequence-end'; first = false) {
      if (!first) {
        const token = this.peek()
        if (token.kind !== 'flow-entry') this.refuse("did not find expected ',' or ']'", token)
        this.next += 1
      }
      const token = this.peek()
      if (token.kind === 'flow-sequence-end') break
      items.push(token.kind === 'key' ? this.flowPair(depth + 1) : unlessEmpty(this.node(false, false, depth + 1)))
    }
    const { end } = this.take()
    return this.list(start, end, items)
  }

  /** `[a: b]`: a map of one entry. */
  private flowPair(depth: number): YamlNode {
    const token = this.take()
    const absent = (kinds: RegExp): boolean => kinds.test(this.peek().kind)
    const key = absent(/^(?:value|flow-entry|flow-sequence-end)$/)
      ? this.empty(token.end)
      : this.node(false, false, depth)
    let value: YamlNode | undefined
    if (this.peek().kind === 'value') {
      this.next += 1
      if (!absent(/^(?:flow-entry|flow-sequence-end)$/)) value = unlessEmpty(this.node(false, false, depth))
    }
    const entries: YamlEntry[] = []
    this.addEntry(entries, key, value, token)
    return this.map(token.start, this.lastEnd(), entries)
  }

  private flowMapping(depth: number): YamlNode {
    const { start } = this.take()
    const entries: YamlEntry[] = []
    for (let first = true; this.peek().kind !== 'flow-mapping-end'; first = false) {
      if (!first) {
        const token = this.peek()
        if (token.kind !== 'flow-entry') this.refuse("did not find expected ',' or '}'", token)
        this.next += 1
      }
      const token = this.peek()
      if (token.kind === 'flow-mapping-end') break
      if (token.kind === 'key') this.flowEntry(entries, this.take(), depth + 1)
      else this.addEntry(entries, this.node(false, false, depth + 1), undefined, token)
    }
    const { end } = this.take()
    return this.map(start, end, entries)
  }

  private flowEntry(entries: YamlEntry[], token: GoYamlToken, depth: number): void {
    const absent = (kinds: RegExp): boolean => kinds.test(this.peek().kind)
    const key = absent(/^(?:value|flow-entry|flow-mapping-end)$/)
      ? this.empty(token.end)
      : this.node(false, false, depth)
    let value: YamlNode | undefined
    if (this.peek().kind === 'value') {
      this.next += 1
      if (!absent(/^(?:flow-entry|flow-mapping-end)$/)) value = unlessEmpty(this.node(false, false, depth))
    }
    this.addEntry(entries, key, value, token)
  }
}

const isEmptyScalar = (node: YamlNode | undefined): boolean =>
  node?.kind === 'scalar' && node.style === 'plain' && node.start === node.end && node.tag === undefined

const unlessEmpty = (node: YamlNode): YamlNode | undefined => (isEmptyScalar(node) ? undefined : node)

const sizes = new WeakMap<YamlNode, number>()

/** How many nodes an alias stands for. */
function sizeOf(node: YamlNode): number {
  const known = sizes.get(node)
  if (known !== undefined) return known
  let size = 1
  if (node.kind === 'map') for (const { value } of node.entries) size += 1 + (value ? sizeOf(value) : 0)
  if (node.kind === 'list') for (const item of node.items) size += item ? sizeOf(item) : 1
  sizes.set(node, size)
  return size
}
