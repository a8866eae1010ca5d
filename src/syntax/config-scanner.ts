import { slice, type Text, trim } from '../source/text.ts'
import type { ConfigValue } from './config-value.ts'

/** How HCL and Bicep differ where they are alike. */
export interface Dialect {
  readonly quote: '"' | "'"
  /** What begins an interpolation in a string. */
  readonly interpolation: string
  /** Between a key and its value in an object. */
  readonly assigns: RegExp
  readonly heredocs: boolean
}

/** A position in a text; values are read one behind the other. */
export interface Scanner {
  readonly text: Text
  readonly dialect: Dialect
  offset: number
}

const deepest = 60

const blank = /[\s,]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y
const blankInLine = /[^\S\n]+|\/\*[\s\S]*?(?:\*\/|$)/y

/** Skips white space, commas and comments; stops at a line end only if told to. */
export function skipBlank(scanner: Scanner, lines = true): void {
  const pattern = lines ? blank : blankInLine
  pattern.lastIndex = scanner.offset
  while (pattern.test(scanner.text.value)) scanner.offset = pattern.lastIndex
}

/** Takes what a sticky pattern matches here. */
export function take(scanner: Scanner, pattern: RegExp): Text | undefined {
  const sticky = new RegExp(pattern, 'y')
  sticky.lastIndex = scanner.offset
  const match = sticky.exec(scanner.text.value)
  if (!match || match[0] === '') return undefined
  const found = slice(scanner.text, scanner.offset, scanner.offset + match[0].length)
  scanner.offset += match[0].length
  return found
}

/** Reads a value; whatever it is, the scanner stands behind it afterwards. */
export function readValue(scanner: Scanner, depth = 0): ConfigValue {
  skipBlank(scanner, false)
  const start = scanner.offset
  const first = scanner.text.value[start]
  const value =
    first === scanner.dialect.quote
      ? readString(scanner)
      : depth < deepest && first === '['
        ? readList(scanner, depth)
        : depth < deepest && first === '{'
          ? readObject(scanner, depth)
          : readName(scanner)
  skipBlank(scanner, false)
  if (value && endsHere(scanner)) return value
  skipExpression(scanner)
  return { kind: 'other', text: trim(slice(scanner.text, start, scanner.offset)) }
}

const endsHere = ({ text, offset }: Scanner): boolean =>
  /^(?:$|[\n,\]})#]|\/\/)/.test(text.value.slice(offset, offset + 2))

function readName(scanner: Scanner): ConfigValue | undefined {
  const text = take(scanner, /[A-Za-z0-9_.-]+(?:\[(?:\d+|\*|"[^"\n]*")\]\.?[A-Za-z0-9_.-]*)*/)
  return text && { kind: 'name', text }
}

/** A string on one line; one with an interpolation or an escape is not literal. */
export function readString(scanner: Scanner): ConfigValue | undefined {
  const { text, dialect } = scanner
  const start = scanner.offset
  skipString(scanner)
  const inner = slice(text, start + 1, scanner.offset - 1)
  const evaluated =
    inner.value.includes(dialect.interpolation) || inner.value.includes('\\') || inner.value.includes('\n')
  return evaluated ? undefined : { kind: 'string', text: inner }
}

function readList(scanner: Scanner, depth: number): ConfigValue | undefined {
  scanner.offset += 1
  const items: ConfigValue[] = []
  for (;;) {
    skipBlank(scanner)
    if (take(scanner, /\]/)) return { kind: 'list', items }
    const before = scanner.offset
    if (/^for\b/.test(scanner.text.value.slice(before, before + 4))) return undefined
    items.push(readValue(scanner, depth + 1))
    if (scanner.offset <= before) return undefined
  }
}

function readObject(scanner: Scanner, depth: number): ConfigValue | undefined {
  scanner.offset += 1
  const entries: { key: Text; value: ConfigValue }[] = []
  for (;;) {
    skipBlank(scanner)
    if (take(scanner, /\}/)) return { kind: 'object', entries }
    const key = readKey(scanner)
    skipBlank(scanner, false)
    if (!key || !take(scanner, scanner.dialect.assigns)) return undefined
    entries.push({ key, value: readValue(scanner, depth + 1) })
  }
}

export function readKey(scanner: Scanner): Text | undefined {
  if (scanner.text.value[scanner.offset] !== scanner.dialect.quote) return take(scanner, /[\w./-]+/)
  const value = readString(scanner)
  return value?.kind === 'string' ? value.text : undefined
}

/** Skips to the end of an expression: a line end, a comma or a closing bracket that is not its own. */
export function skipExpression(scanner: Scanner): void {
  const { value } = scanner.text
  let depth = 0
  while (scanner.offset < value.length) {
    const character = value[scanner.offset] as string
    if (depth === 0 && /[\n,\])}]/.test(character)) return
    if (character === scanner.dialect.quote) {
      skipString(scanner)
      continue
    }
    if (scanner.dialect.heredocs && value.startsWith('<<', scanner.offset) && skipHeredoc(scanner)) continue
    if (/[[({]/.test(character)) depth += 1
    else if (/[\])}]/.test(character)) depth -= 1
    else if (/[#/]/.test(character) && /^(?:#|\/\/|\/\*)/.test(value.slice(scanner.offset, scanner.offset + 2))) {
      if (depth === 0 && !value.startsWith('/*', scanner.offset)) return
      skipBlank(scanner)
      continue
    }
    scanner.offset += 1
  }
}

/** Skips a string with everything in it; interpolations may hold strings again. */
function skipString(scanner: Scanner): void {
  const { value } = scanner.text
  const { quote, interpolation } = scanner.dialect
  let open = 0
  let offset = scanner.offset + 1
  for (; offset < value.length; offset += 1) {
    if (value[offset] === '\\') offset += 1
    else if (value.startsWith(interpolation, offset)) open += 1
    else if (open > 0 && value[offset] === '}') open -= 1
    else if (open === 0 && (value[offset] === quote || value[offset] === '\n')) break
  }
  scanner.offset = Math.min(offset + 1, value.length)
}

function skipHeredoc(scanner: Scanner): boolean {
  const { value } = scanner.text
  const start = /<<-?(\w+)[^\S\n]*\n/y
  start.lastIndex = scanner.offset
  const match = start.exec(value)
  if (!match) return false
  const end = new RegExp(`^[^\\S\\n]*${match[1]}[^\\S\\n]*$`, 'gm')
  end.lastIndex = start.lastIndex
  scanner.offset = end.test(value) ? end.lastIndex : value.length
  return true
}
