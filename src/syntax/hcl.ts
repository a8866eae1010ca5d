import { concat, placeOf, slice, spoken, type Text } from '../source/text.ts'

/** What of HCL (Terraform 1.x, *.tf and *.tfvars) can be read without evaluating it; anything else is `other`. */
export interface HclBody {
  readonly attributes: ReadonlyMap<string, HclValue>
  readonly blocks: readonly HclBlock[]
}

export interface HclBlock {
  readonly type: string
  readonly labels: readonly string[]
  readonly body: HclBody
  /** The block's type and labels as written. */
  readonly head: Text
}

/** `raw` is the value as written. */
export type HclValue =
  | { readonly kind: 'string'; readonly text: Text; readonly raw: Text }
  | { readonly kind: 'number'; readonly value: number; readonly raw: Text }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly raw: Text }
  | { readonly kind: 'null'; readonly raw: Text }
  | { readonly kind: 'list'; readonly items: readonly HclValue[]; readonly raw: Text }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, HclValue>; readonly raw: Text }
  /** `var.size`, `aws_eks_cluster.main.name`, `each.value["size"]` */
  | { readonly kind: 'reference'; readonly path: readonly string[]; readonly raw: Text }
  | { readonly kind: 'other'; readonly raw: Text }

const deepest = 40

const parsed = new WeakMap<Text, HclBody>()

/** Reads a file. Never throws: what is no HCL is passed over line by line. */
export function parseHcl(text: Text): HclBody {
  const known = parsed.get(text)
  if (known) return known
  const { body } = readBody(text, 0, 0)
  parsed.set(text, body)
  return body
}

function readBody(text: Text, start: number, depth: number): { readonly body: HclBody; readonly end: number } {
  const attributes = new Map<string, HclValue>()
  const blocks: HclBlock[] = []
  let offset = start
  for (;;) {
    offset = skipSpace(text.value, offset, true)
    if (offset >= text.value.length) break
    if (text.value[offset] === '}') {
      offset += 1
      if (depth > 0) break
      continue
    }
    const attribute = matchAt(/(?:([A-Za-z_][\w-]*)|"([^"\\\n]*)")[ \t]*=(?![=>])/y, text.value, offset)
    const head = attribute ? undefined : matchAt(blockHead, text.value, offset)
    if (attribute) {
      const from = skipSpace(text.value, offset + attribute[0].length, false)
      offset = extent(text.value, from, '\n')
      attributes.set(attribute[1] ?? attribute[2] ?? '', readValue(slice(text, from, offset), depth))
    } else if (head && depth < deepest) {
      const inner = readBody(text, offset + head[0].length, depth + 1)
      const written = slice(text, offset, offset + head[0].slice(0, -1).trimEnd().length)
      blocks.push({ ...headOf(head[0]), body: inner.body, head: written })
      offset = inner.end
    } else offset = Math.max(offset + 1, extent(text.value, offset, '\n'))
  }
  return { body: { attributes, blocks }, end: offset }
}

const blockHead = /[A-Za-z_][\w-]*(?:[ \t]+(?:[A-Za-z_][\w-]*|"[^"\\\n]*"))*[ \t]*\{/y

function headOf(head: string): { readonly type: string; readonly labels: readonly string[] } {
  const [type = '', ...labels] = [...head.matchAll(/"([^"]*)"|[\w-]+/g)].map((match) => match[1] ?? match[0])
  return { type, labels }
}

function matchAt(pattern: RegExp, value: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset
  return pattern.exec(value)
}

/** Behind white space and comments; behind line ends only where `lines` says so. */
function skipSpace(value: string, start: number, lines: boolean): number {
  let offset = start
  for (;;) {
    const character = value[offset]
    if (character === ' ' || character === '\t' || character === '\r' || (lines && character === '\n')) offset += 1
    else if (character === '#' || value.startsWith('//', offset)) offset = indexOr(value, '\n', offset)
    else if (value.startsWith('/*', offset)) offset = Math.min(value.length, indexOr(value, '*/', offset + 2) + 2)
    else return offset
  }
}

const indexOr = (value: string, what: string, from: number): number => {
  const found = value.indexOf(what, from)
  return found < 0 ? value.length : found
}

/** Where the expression at `start` ends: before one of `stops`, or before a bracket that it did not open. */
function extent(value: string, start: number, stops: string): number {
  let depth = 0
  let offset = start
  while (offset < value.length) {
    const character = value[offset] as string
    if (depth === 0 && stops.includes(character)) return offset
    if (character === '#' || value.startsWith('//', offset) || value.startsWith('/*', offset)) {
      offset = skipSpace(value, offset, false)
      continue
    }
    if (character === '"') {
      offset = stringEnd(value, offset)
      continue
    }
    const heredoc = character === '<' ? matchAt(/<<-?([A-Za-z_]\w*)[ \t\r]*\n/y, value, offset) : null
    if (heredoc) {
      offset = heredocEnd(value, offset + heredoc[0].length, heredoc[1] ?? '')
      continue
    }
    if ('([{'.includes(character)) depth += 1
    else if (')]}'.includes(character)) {
      if (depth === 0) return offset
      depth -= 1
    }
    offset += 1
  }
  return offset
}

/** Behind the closing quote; templates may hold strings again. A line end closes a string that nothing else closes. */
function stringEnd(value: string, start: number): number {
  const open: ('string' | 'template')[] = ['string']
  let offset = start + 1
  while (offset < value.length && open.length > 0) {
    const character = value[offset]
    const inString = open.at(-1) === 'string'
    if (inString && character === '\n') return offset
    if (inString && (character === '\\' || /^(?:\$\$|%%)\{/.test(value.slice(offset, offset + 3)))) offset += 1
    else if (inString && (value.startsWith('${', offset) || value.startsWith('%{', offset))) {
      open.push('template')
      offset += 1
    } else if (character === '"') {
      if (inString) open.pop()
      else open.push('string')
    } else if (!inString && character === '{') open.push('template')
    else if (!inString && character === '}') open.pop()
    offset += 1
  }
  return Math.min(offset, value.length)
}

function heredocEnd(value: string, start: number, marker: string): number {
  let offset = start
  while (offset < value.length) {
    const end = indexOr(value, '\n', offset)
    if (value.slice(offset, end).trim() === marker) return end
    offset = end + 1
  }
  return value.length
}

/** The value of a whole expression. */
function readValue(written: Text, depth: number): HclValue {
  const raw = trimmed(written)
  const { value } = raw
  if (depth > deepest) return { kind: 'other', raw }
  if (value.startsWith('"') && stringEnd(value, 0) === value.length) return readString(raw, depth)
  if (/^-?\d+(?:\.\d+)?$/.test(value)) return { kind: 'number', value: Number(value), raw }
  if (value === 'true' || value === 'false') return { kind: 'boolean', value: value === 'true', raw }
  if (value === 'null') return { kind: 'null', raw }
  if (isEnclosed(value, '[', ']')) return { kind: 'list', items: readItems(raw, depth), raw }
  if (isEnclosed(value, '{', '}')) return { kind: 'object', entries: readEntries(raw, depth), raw }
  if (reference.test(value)) return { kind: 'reference', path: pathOf(value), raw }
  return { kind: 'other', raw }
}

/** Without white space and comments around it. */
function trimmed(text: Text): Text {
  const start = skipSpace(text.value, 0, true)
  const end = start + visibleLength(text.value.slice(start))
  return slice(text, start, end)
}

/** The length up to a comment at the end of an expression. */
function visibleLength(value: string): number {
  let end = 0
  let offset = 0
  while (offset < value.length) {
    const next = skipSpace(value, offset, true)
    if (next > offset) offset = next
    else end = offset = value[offset] === '"' ? stringEnd(value, offset) : offset + 1
  }
  return end
}

const isEnclosed = (value: string, open: string, close: string): boolean =>
  value.startsWith(open) &&
  value.endsWith(close) &&
  extent(value, 1, '') === value.length - 1 &&
  !/^.\s*for\s/.test(value)

const reference = /^[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\.\d+|\["[^"\\$%]*"\]|\[\d+\])*$/

const pathOf = (value: string): readonly string[] =>
  [...value.matchAll(/"([^"]*)"|[\w-]+/g)].map((match) => match[1] ?? match[0])

const simpleEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/** A string without templates; `"${var.size}"`, which older files write, is `var.size`. */
function readString(raw: Text, depth: number): HclValue {
  const inner = slice(raw, 1, raw.value.length - 1)
  const only = /^\$\{([^{}"]*)\}$/.exec(inner.value)
  if (only) return readValue(slice(inner, 2, inner.value.length - 1), depth + 1)
  const parts: Text[] = []
  let from = 0
  for (const match of inner.value.matchAll(/\\(.)|\$\$\{|%%\{|[$%]\{/gs)) {
    const end = match.index + match[0].length
    const decoded =
      match[1] === undefined ? (match[0].length === 3 ? match[0].slice(1) : undefined) : simpleEscapes[match[1]]
    if (decoded === undefined) return { kind: 'other', raw }
    parts.push(slice(inner, from, match.index), spoken(decoded, placeOf(slice(inner, match.index, end))))
    from = end
  }
  return { kind: 'string', text: concat(...parts, slice(inner, from)), raw }
}

function readItems(raw: Text, depth: number): readonly HclValue[] {
  const end = raw.value.length - 1
  const items: HclValue[] = []
  let offset = skipSpace(raw.value, 1, true)
  while (offset < end) {
    const stop = Math.min(end, extent(raw.value, offset, ','))
    items.push(readValue(slice(raw, offset, stop), depth + 1))
    offset = skipSpace(raw.value, stop + 1, true)
  }
  return items
}

/** `key = value` and `key: value`, on lines of their own or behind commas. Keys that are computed are left out. */
function readEntries(raw: Text, depth: number): ReadonlyMap<string, HclValue> {
  const end = raw.value.length - 1
  const entries = new Map<string, HclValue>()
  let offset = skipSpace(raw.value, 1, true)
  while (offset < end) {
    const key = matchAt(/(?:([A-Za-z_][\w./-]*)|"([^"\\\n$%]*)")[ \t]*[=:](?![=>])/y, raw.value, offset)
    const from = key ? skipSpace(raw.value, offset + key[0].length, false) : offset
    const stop = Math.min(end, extent(raw.value, from, ',\n'))
    if (key) entries.set(key[1] ?? key[2] ?? '', readValue(slice(raw, from, stop), depth + 1))
    else entries.set(`?${entries.size}`, { kind: 'other', raw: slice(raw, offset, stop) })
    offset = skipSpace(raw.value, Math.max(stop, offset) + 1, true)
    while (raw.value[offset] === ',') offset = skipSpace(raw.value, offset + 1, true)
  }
  return entries
}
