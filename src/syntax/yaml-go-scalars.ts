import type { ScalarStyle } from './yaml.ts'
import { type GoYamlCursor, isBlank, isBlankEnd, isBreak, type ScalarPart, SPACE, TAB } from './yaml-go-cursor.ts'

/** The scalars of a YAML 1.1 stream as go-yaml v2 scans them (scannerc.go). */
export interface ScalarToken {
  readonly kind: 'scalar'
  readonly start: number
  readonly end: number
  readonly style: ScalarStyle
  /** What the value consists of: stretches of the source, or characters in place of one. */
  readonly parts: readonly ScalarPart[]
}

/** A literal or folded scalar in a collection that is indented by `indent`. */
export function scanBlockScalar(cursor: GoYamlCursor, literal: boolean, indent: number): ScalarToken {
  const start = cursor.pos
  const header = /[|>](?:([-+])([0-9])?|([0-9])([-+])?)?[ \t]*(?:#[^\n\r\x85\u2028\u2029]*)?/y
  header.lastIndex = start
  const match = header.exec(cursor.source)
  cursor.pos += match?.[0].length ?? 1
  const digit = match?.[2] ?? match?.[3]
  if (digit === '0') cursor.refuse('found an indentation indicator equal to 0')
  if (cursor.code() > 0 && !isBreak(cursor.code())) cursor.refuse('did not find expected comment or line break')
  if (cursor.code() > 0) cursor.newLine()
  const own = digit === undefined ? 0 : Math.max(indent, 0) + Number(digit)
  const { parts, end } = blockLines(cursor, literal, match?.[1] ?? match?.[4] ?? '', own, indent + 1)
  return {
    kind: 'scalar',
    start,
    end: Math.max(start + 1, end),
    style: literal ? 'literal' : 'folded',
    parts,
  }
}

function blockLines(
  cursor: GoYamlCursor,
  literal: boolean,
  chomping: string,
  own: number,
  least: number,
): { readonly parts: readonly ScalarPart[]; readonly end: number } {
  const parts: ScalarPart[] = []
  const breaks: ScalarPart[] = []
  let leading: ScalarPart | undefined
  let leadingBlank = false
  let end = cursor.pos
  const indent = blockBreaks(cursor, own, least, breaks)
  while (cursor.column === indent && cursor.code() > 0) {
    const blank = isBlank(cursor.code())
    const folds = !literal && leading && !leadingBlank && !blank && lineFeed(leading, cursor.source) === '\n'
    if (folds && leading) {
      if (breaks.length === 0) parts.push({ ...leading, instead: ' ' })
    } else if (leading) parts.push(leading)
    parts.push(...breaks)
    breaks.length = 0
    leadingBlank = blank
    const start = cursor.pos
    while (cursor.code() > 0 && !isBreak(cursor.code())) cursor.pos += 1
    if (cursor.pos > start) parts.push({ start, end: cursor.pos })
    end = cursor.pos
    leading = cursor.code() > 0 ? cursor.readBreak() : undefined
    blockBreaks(cursor, indent, least, breaks)
  }
  if (chomping !== '-' && leading) parts.push(leading)
  if (chomping === '+') parts.push(...breaks)
  return { parts, end }
}

/** Skips indentation and reads empty lines; finds the indentation when there is none yet. */
function blockBreaks(cursor: GoYamlCursor, indent: number, least: number, breaks: ScalarPart[]): number {
  let widest = 0
  for (;;) {
    while ((indent === 0 || cursor.column < indent) && cursor.code() === SPACE) cursor.pos += 1
    widest = Math.max(widest, cursor.column)
    if ((indent === 0 || cursor.column < indent) && cursor.code() === TAB)
      cursor.refuse('found a tab character where an indentation space is expected')
    if (!isBreak(cursor.code())) break
    breaks.push(cursor.readBreak())
  }
  return indent === 0 ? Math.max(widest, least, 1) : indent
}

/** A scalar in quotes. */
export function scanQuoted(cursor: GoYamlCursor, single: boolean): ScalarToken {
  const start = cursor.pos
  cursor.pos += 1
  const parts: ScalarPart[] = []
  for (;;) {
    if (cursor.column === 0 && cursor.isDocumentMarker()) cursor.refuse('found unexpected document indicator')
    if (!(cursor.code() > 0)) cursor.refuse('found unexpected end of stream')
    const joined = quotedRun(cursor, single, parts)
    if (cursor.code() === (single ? 39 : 34)) break
    foldFlow(cursor, parts, joined)
  }
  cursor.pos += 1
  return { kind: 'scalar', start, end: cursor.pos, style: single ? 'single' : 'double', parts }
}

/** Characters up to white space or the closing quote; whether an escaped line break ended them. */
function quotedRun(cursor: GoYamlCursor, single: boolean, parts: ScalarPart[]): boolean {
  let run = cursor.pos
  const flush = (): void => {
    if (run < cursor.pos) parts.push({ start: run, end: cursor.pos })
  }
  for (;;) {
    const code = cursor.code()
    if (isBlankEnd(code) || (code === 34 && !single)) break
    if (single && code === 39) {
      if (cursor.code(1) !== 39) break
      flush()
      parts.push({ start: cursor.pos, end: cursor.pos + 2, instead: "'" })
      run = cursor.pos += 2
    } else if (!single && code === 92) {
      flush()
      if (isBreak(cursor.code(1))) {
        cursor.pos += 1
        cursor.newLine()
        return true
      }
      readEscape(cursor, parts)
      run = cursor.pos
    } else cursor.pos += 1
  }
  flush()
  return false
}

function readEscape(cursor: GoYamlCursor, parts: ScalarPart[]): void {
  const start = cursor.pos
  const kind = cursor.source[start + 1] ?? ''
  const length = { x: 2, u: 4, U: 8 }[kind]
  const simple = escapes[kind]
  if (length === undefined && simple === undefined) cursor.refuse('found unknown escape character')
  if (length === undefined) {
    cursor.pos += 2
    parts.push({ start, end: cursor.pos, instead: simple ?? '' })
    return
  }
  const digits = cursor.source.slice(start + 2, start + 2 + length)
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) cursor.refuse('did not find expected hexdecimal number')
  const value = Number.parseInt(digits, 16)
  if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff)
    cursor.refuse('found invalid Unicode character escape code')
  cursor.pos += 2 + length
  // The private-use range stands for unknowns, which no file can forge.
  const forged = value >= 0xe000 && value <= 0xf8ff
  parts.push({ start, end: cursor.pos, instead: forged ? '\ufffd' : String.fromCodePoint(value) })
}

/** White space within a flow scalar: blanks stay, one line break is a space, more of them stay but the first. */
function foldFlow(cursor: GoYamlCursor, parts: ScalarPart[], joined: boolean): void {
  const start = cursor.pos
  let blanks: ScalarPart | undefined
  let leading: ScalarPart | undefined
  const breaks: ScalarPart[] = []
  let broken = joined
  while (isBlank(cursor.code()) || isBreak(cursor.code())) {
    if (isBlank(cursor.code())) {
      const from = cursor.pos
      while (isBlank(cursor.code())) cursor.pos += 1
      if (!broken) blanks = { start: from, end: cursor.pos }
    } else if (!broken) {
      leading = cursor.readBreak()
      broken = true
    } else breaks.push(cursor.readBreak())
  }
  if (!broken) {
    if (blanks) parts.push(blanks)
  } else pushBreaks(parts, leading, breaks, start, cursor.source)
}

/** A plain scalar, and whether a line break ended it. */
export function scanPlain(
  cursor: GoYamlCursor,
  indent: number,
  isFlow: boolean,
): { readonly token: ScalarToken; readonly broken: boolean } {
  const start = cursor.pos
  const parts: ScalarPart[] = []
  let end = start
  let leading: ScalarPart | undefined
  let breaks: ScalarPart[] = []
  for (;;) {
    if (cursor.column === 0 && cursor.isDocumentMarker()) break
    if (cursor.code() === 35) break
    const from = cursor.pos
    plainRun(cursor, isFlow)
    if (cursor.pos > from) {
      if (leading) pushBreaks(parts, leading, breaks, end, cursor.source)
      // Blanks before it belong to the scalar unless a line break does.
      const begin = leading ? from : end
      const last = parts[parts.length - 1]
      if (last && last.instead === undefined && last.end === begin)
        parts[parts.length - 1] = { start: last.start, end: cursor.pos }
      else parts.push({ start: begin, end: cursor.pos })
      leading = undefined
      breaks = []
      end = cursor.pos
    }
    if (!isBlank(cursor.code()) && !isBreak(cursor.code())) break
    while (isBlank(cursor.code()) || isBreak(cursor.code())) {
      if (isBreak(cursor.code())) {
        if (leading) breaks.push(cursor.readBreak())
        else leading = cursor.readBreak()
      } else {
        if (leading && cursor.column < indent && cursor.code() === TAB)
          cursor.refuse('found a tab character that violates indentation')
        cursor.pos += 1
      }
    }
    if (!isFlow && cursor.column < indent) break
  }
  return { token: { kind: 'scalar', start, end, style: 'plain', parts }, broken: leading !== undefined }
}

function plainRun(cursor: GoYamlCursor, flow: boolean): void {
  for (let code = cursor.code(); !isBlankEnd(code); code = cursor.code()) {
    if (code === 58 && isBlankEnd(cursor.code(1))) return
    if (flow && (code === 44 || code === 63 || code === 91 || code === 93 || code === 123 || code === 125)) return
    cursor.pos += 1
  }
}

const lineFeed = (part: ScalarPart, source: string): string => part.instead ?? (source[part.start] as string)

function pushBreaks(
  parts: ScalarPart[],
  leading: ScalarPart | undefined,
  breaks: readonly ScalarPart[],
  start: number,
  source: string,
): void {
  if (leading && lineFeed(leading, source) === '\n') {
    if (breaks.length === 0) parts.push({ start, end: leading.end, instead: ' ' })
    else parts.push(...breaks)
  } else {
    if (leading) parts.push(leading)
    parts.push(...breaks)
  }
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
}
