import { concat, placeOf, slice, spoken, type Text, trim } from '../source/text.ts'

/** A value of an Azure template, as far as it can be read without evaluating it. */
export type AzureValue =
  | { readonly kind: 'string'; readonly text: Text }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'list'; readonly items: readonly AzureValue[] }
  /** `complete`: it has no other entries. */
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, AzureValue>; readonly complete: boolean }
  /** A parameter, a variable or a resource of the template, or something in it. */
  | { readonly kind: 'reference'; readonly path: readonly string[] }
  | { readonly kind: 'other' }

export interface BicepDeclaration {
  readonly kind: 'param' | 'var' | 'resource' | 'module'
  readonly name: string
  /** The type of a resource, the path of a module; '' for others. */
  readonly of: string
  /** Behind `if (…)`, or in a `for`. */
  readonly conditional: boolean
  /** Absent for a parameter without a default. */
  readonly value: AzureValue | undefined
  /** The declaration up to its value. */
  readonly head: Text
}

const other: AzureValue = { kind: 'other' }
const deepest = 40

/** Reads a Bicep file (or a .bicepparam). Never throws: what is no declaration is passed over. */
export function parseBicep(text: Text): readonly BicepDeclaration[] {
  const declarations: BicepDeclaration[] = []
  const { value } = text
  let offset = 0
  while (offset < value.length) {
    offset = skipSpace(value, offset, true)
    const end = extent(value, offset, '\n')
    const declaration = readDeclaration(withoutComment(slice(text, offset, end)))
    if (declaration) declarations.push(declaration)
    offset = Math.max(end, offset + 1)
  }
  return declarations
}

function readDeclaration(text: Text): BicepDeclaration | undefined {
  const head = /^(param|var|resource|module)\s+([A-Za-z_]\w*)([^=]*)(=\s*)?/.exec(text.value)
  if (!head) return undefined
  const written = head[4] === undefined ? undefined : slice(text, head[0].length)
  const condition = /^if\s*\(/.exec(written?.value ?? '')
  const body = written && condition ? slice(written, extent(written.value, condition[0].length, '') + 1) : written
  return {
    kind: head[1] as BicepDeclaration['kind'],
    name: head[2] ?? '',
    of: /'([^']*)'/.exec(head[3] ?? '')?.[1] ?? '',
    conditional: condition !== null || /^\[\s*for\s/.test(written?.value ?? ''),
    value: body && readValue(body, 0),
    head: trim(slice(text, 0, head[0].length - (head[4]?.length ?? 0))),
  }
}

function skipSpace(value: string, start: number, lines: boolean): number {
  let offset = start
  for (;;) {
    const character = value[offset]
    if (character === ' ' || character === '\t' || character === '\r' || (lines && character === '\n')) offset += 1
    else if (value.startsWith('//', offset)) offset = indexOr(value, '\n', offset)
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
    if (value.startsWith('//', offset) || value.startsWith('/*', offset)) offset = skipSpace(value, offset, false)
    else if (character === "'") offset = stringEnd(value, offset)
    else {
      if ('([{'.includes(character)) depth += 1
      else if (')]}'.includes(character)) {
        if (depth === 0) return offset
        depth -= 1
      }
      offset += 1
    }
  }
  return offset
}

/** Behind the closing quote. A `${` may hold strings again; a line end closes a string that nothing else closes. */
function stringEnd(value: string, start: number): number {
  if (value.startsWith("'''", start)) return Math.min(value.length, indexOr(value, "'''", start + 3) + 3)
  const open: ('string' | 'template')[] = ['string']
  let offset = start + 1
  while (offset < value.length && open.length > 0) {
    const character = value[offset]
    const inString = open.at(-1) === 'string'
    if (character === '\n') return offset
    if (inString && character === '\\') offset += 1
    else if (inString && value.startsWith('${', offset)) {
      open.push('template')
      offset += 1
    } else if (character === "'") {
      if (inString) open.pop()
      else open.push('string')
    } else if (!inString && character === '{') open.push('template')
    else if (!inString && character === '}') open.pop()
    offset += 1
  }
  return Math.min(offset, value.length)
}

function readValue(written: Text, depth: number): AzureValue {
  const text = trim(written)
  const { value } = text
  if (depth > deepest) return other
  if (value.startsWith("'") && stringEnd(value, 0) === value.length) return readString(text)
  if (value === 'true' || value === 'false') return { kind: 'boolean', value: value === 'true' }
  if (isEnclosed(value, '[', ']')) return { kind: 'list', items: parts(text).map((part) => readValue(part, depth + 1)) }
  if (isEnclosed(value, '{', '}')) return readObject(text, depth)
  if (/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(value)) return { kind: 'reference', path: value.split('.') }
  return other
}

const isEnclosed = (value: string, open: string, close: string): boolean =>
  value.startsWith(open) &&
  extent(value, 1, '') === value.length - 1 &&
  value.endsWith(close) &&
  !/^.\s*for\s/.test(value)

function readString(text: Text): AzureValue {
  if (text.value.startsWith("'''")) return { kind: 'string', text: slice(text, 3, text.value.length - 3) }
  const inner = slice(text, 1, text.value.length - 1)
  if (/(?:^|[^\\])\$\{/.test(inner.value)) return other
  const pieces: Text[] = []
  let from = 0
  for (const match of inner.value.matchAll(/\\(['\\nrt$])/g)) {
    const end = match.index + 2
    const decoded = { n: '\n', r: '\r', t: '\t' }[match[1] ?? ''] ?? match[1] ?? ''
    pieces.push(slice(inner, from, match.index), spoken(decoded, placeOf(slice(inner, match.index, end))))
    from = end
  }
  return { kind: 'string', text: concat(...pieces, slice(inner, from)) }
}

/** What stands between the brackets, on lines of its own or behind commas. */
function parts(text: Text): readonly Text[] {
  const end = text.value.length - 1
  const found: Text[] = []
  let offset = skipSpace(text.value, 1, true)
  while (offset < end) {
    const stop = Math.min(end, extent(text.value, offset, ',\n'))
    if (stop > offset) found.push(withoutComment(slice(text, offset, stop)))
    offset = skipSpace(text.value, stop + 1, true)
  }
  return found
}

/** A comment behind a value on its line; comments between brackets belong to what is in them. */
function withoutComment(text: Text): Text {
  let depth = 0
  let offset = 0
  while (offset < text.value.length) {
    const character = text.value[offset] as string
    const comment = skipSpace(text.value, offset, true)
    if (character === '/' && comment > offset) {
      if (depth === 0) return slice(text, 0, offset)
      offset = comment
    } else if (character === "'") offset = stringEnd(text.value, offset)
    else {
      depth += Number('([{'.includes(character)) - Number(')]}'.includes(character))
      offset += 1
    }
  }
  return text
}

function readObject(text: Text, depth: number): AzureValue {
  const entries = new Map<string, AzureValue>()
  let complete = true
  for (const part of parts(text)) {
    const key = /^(?:([A-Za-z_]\w*)|'([^'\\$]*)')\s*:/.exec(part.value)
    if (key) entries.set(key[1] ?? key[2] ?? '', readValue(slice(part, key[0].length), depth + 1))
    else complete = false
  }
  return { kind: 'object', entries, complete }
}
