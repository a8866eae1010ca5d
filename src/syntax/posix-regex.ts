import { readBracket } from './posix-bracket.ts'
import { literalPattern } from './regex.ts'

/** A POSIX regular expression in RE2's syntax. */
export interface PosixPattern {
  readonly source: string
  readonly groups: number
  /** The least number of literal characters in any match. */
  readonly literals: number
  /** A string that matches, as far as one is easily made. */
  readonly example: string
  /** Whether groups are where POSIX has them with any matcher: nothing empty is repeated, no alternative has groups. */
  readonly certainGroups: boolean
  /** Alternatives: where they agree, with the first and with the last preferred, groups are certain too. */
  readonly alternatives: boolean
}

export interface PosixDialect {
  readonly extended: boolean
  /** sed reads `\n`, `\t`, `\x41` …; grep does not. */
  readonly sedEscapes: boolean
  /** An unknown in the pattern is itself, or may match anything. */
  readonly unknowns: 'literal' | 'anything'
  /** Prefers the last of several alternatives that match equally long. */
  readonly lastFirst?: boolean
}

const deepest = 40
const longest = 4000

/**
 * A POSIX basic or extended regular expression, with GNU's additions, as RE2 writes it. Undefined: one that GNU rejects, one
 * with a back-reference, or one that RE2 cannot say.
 */
export function posixPattern(pattern: string, dialect: PosixDialect): PosixPattern | undefined {
  if (pattern.length > longest) return undefined
  const reader: Reader = { pattern, dialect, index: 0, groups: 0, certain: true, alternatives: false }
  const read = alternatives(reader, 0)
  if (!read || reader.index < pattern.length) return undefined
  const { source, literals, example } = read
  return {
    source,
    groups: reader.groups,
    literals,
    example: example.slice(0, longest),
    certainGroups: reader.certain,
    alternatives: reader.alternatives,
  }
}

interface Reader {
  readonly pattern: string
  readonly dialect: PosixDialect
  index: number
  groups: number
  certain: boolean
  alternatives: boolean
}

interface Part {
  readonly source: string
  readonly literals: number
  readonly example: string
  /** A literal character, a group, or an anchor that nothing may repeat. */
  readonly kind: 'atom' | 'anchor'
  readonly nullable: boolean
  /** An anchor stands in it. glibc and RE2 differ when that is repeated. */
  readonly anchored?: boolean | undefined
}

const empty: Part = { source: '', literals: 0, example: '', kind: 'atom', nullable: true }

/** The operator that stands at the reader: `|`, `(`, `{` … with the backslash that basic expressions want. */
function operatorAt(reader: Reader): string | undefined {
  const { pattern, index, dialect } = reader
  const character = pattern[index]
  if (dialect.extended) return character !== undefined && '|(){}+?*'.includes(character) ? character : undefined
  if (character === '*') return '*'
  const next = pattern[index + 1]
  return character === '\\' && next !== undefined && '|(){}+?'.includes(next) ? next : undefined
}

const operatorLength = (reader: Reader): number =>
  reader.dialect.extended || reader.pattern[reader.index] === '*' ? 1 : 2

function alternatives(reader: Reader, depth: number): Part | undefined {
  if (depth > deepest) return undefined
  const branches: Part[] = []
  const groupsBefore = reader.groups
  for (;;) {
    const branch = sequence(reader, depth)
    if (!branch) return undefined
    branches.push(branch)
    if (operatorAt(reader) !== '|') break
    reader.alternatives = true
    reader.index += operatorLength(reader)
  }
  const [first] = branches
  if (branches.length === 1) return first
  if (reader.groups > groupsBefore) reader.certain = false
  const sources = branches.map((branch) => branch.source)
  return {
    source: `(?:${(reader.dialect.lastFirst ? sources.reverse() : sources).join('|')})`,
    literals: Math.min(...branches.map((branch) => branch.literals)),
    example: branches.reduce((best, one) => (one.literals < best.literals ? one : best)).example,
    kind: 'atom',
    nullable: branches.some((branch) => branch.nullable),
    anchored: branches.some((branch) => branch.anchored),
  }
}

function sequence(reader: Reader, depth: number): Part | undefined {
  const parts: Part[] = []
  while (reader.index < reader.pattern.length) {
    const operator = operatorAt(reader)
    if (operator === '|' || operator === ')') break
    const atStart = parts.every((part) => part.kind === 'anchor')
    const part = operator === '(' ? group(reader, depth) : atom(reader, atStart, parts.length === 0)
    const repeated = part && repetitions(reader, part)
    if (!repeated) return undefined
    parts.push(repeated)
  }
  if (parts.length === 0) return empty
  return {
    source: parts.map((part) => part.source).join(''),
    literals: parts.reduce((sum, part) => sum + part.literals, 0),
    example: parts.reduce((sum, part) => (sum + part.example).slice(0, longest), ''),
    kind: 'atom',
    nullable: parts.every((part) => part.nullable),
    anchored: parts.some((part) => part.kind === 'anchor' || part.anchored),
  }
}

function group(reader: Reader, depth: number): Part | undefined {
  reader.index += operatorLength(reader)
  reader.groups += 1
  const inner = alternatives(reader, depth + 1)
  if (!inner || operatorAt(reader) !== ')') return undefined
  reader.index += operatorLength(reader)
  return { ...inner, source: `(${inner.source})`, kind: 'atom' }
}

function atom(reader: Reader, atStart: boolean, first: boolean): Part | undefined {
  const { pattern, dialect, index } = reader
  const operator = operatorAt(reader)
  if (operator !== undefined && !(operator === '}' && dialect.extended)) {
    if (dialect.extended || operator !== '*' || !atStart) return undefined
    reader.index += 1
    return literal('*')
  }
  const character = String.fromCodePoint(pattern.codePointAt(index) as number)
  reader.index += character.length
  if (character === '[') {
    const bracket = readBracket(pattern, index, dialect.sedEscapes)
    if (!bracket) return undefined
    reader.index = bracket.end
    return { source: bracket.source, literals: 0, example: bracket.example ?? 'q', kind: 'atom', nullable: false }
  }
  if (character === '.') return { source: '(?s:.)', literals: 0, example: 'q', kind: 'atom', nullable: false }
  if (character === '\\') return escaped(reader)
  if (character === '^' && (dialect.extended || first)) return anchor('^')
  if (character === '$' && (dialect.extended || endsHere(reader))) return anchor('$')
  return unknownOrLiteral(character, dialect)
}

const endsHere = (reader: Reader): boolean =>
  reader.index >= reader.pattern.length || ['|', ')'].includes(operatorAt(reader) ?? '')

const anchor = (source: string): Part => ({ source, literals: 0, example: '', kind: 'anchor', nullable: true })

const literal = (character: string): Part => ({
  source: literalPattern(character),
  literals: 1,
  example: character,
  kind: 'atom',
  nullable: false,
})

const unknownOrLiteral = (character: string, dialect: PosixDialect): Part =>
  dialect.unknowns === 'anything' && /[\uE000-\uF8FF]/.test(character)
    ? { source: '(?s:.*)', literals: 0, example: character, kind: 'atom', nullable: true }
    : literal(character)

const letterEscapes: Readonly<Record<string, string>> = {
  w: '[\\p{L}\\p{N}_]',
  W: '[^\\p{L}\\p{N}_]',
  s: '[ \\t\\n\\r\\f\\v]',
  S: '[^ \\t\\n\\r\\f\\v]',
}

const sedCharacters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\x07' }

function escaped(reader: Reader): Part | undefined {
  const { pattern, dialect, index } = reader
  if (index >= pattern.length) return undefined
  const character = String.fromCodePoint(pattern.codePointAt(index) as number)
  reader.index += character.length
  const members = letterEscapes[character]
  if (members)
    return {
      source: members,
      literals: 0,
      example: 'wW'.includes(character) === (character === 'w') ? 'q' : ' ',
      kind: 'atom',
      nullable: false,
    }
  if (character === 'b' || character === 'B') return anchor(`\\${character}`)
  if (character === '<' || character === '>') return wordEdge(reader, character)
  if (character === '`') return anchor('\\A')
  if (character === "'") return anchor('\\z')
  if (dialect.sedEscapes && sedCharacters[character]) return literal(sedCharacters[character] as string)
  const hex =
    dialect.sedEscapes && character === 'x'
      ? /^[0-9a-fA-F]{2}/.exec(pattern.slice(reader.index, reader.index + 2))
      : null
  if (hex) {
    reader.index += 2
    return literal(String.fromCharCode(Number.parseInt(hex[0], 16)))
  }
  return /[\p{L}\p{N}]/u.test(character) ? undefined : literal(character)
}

/** RE2 has no edge that looks in one direction: `\<` is `\b` where a word certainly follows, `\>` where one precedes. */
function wordEdge(reader: Reader, edge: string): Part | undefined {
  const beside =
    edge === '<' ? reader.pattern.slice(reader.index, reader.index + 2) : reader.pattern.slice(0, reader.index - 2)
  const certain = edge === '<' ? /^(?:\w|\\w)/ : /(?:^|[^\\])\w$|\\w$/
  return certain.test(beside) ? anchor('\\b') : undefined
}

function repetitions(reader: Reader, part: Part): Part | undefined {
  let repeated: Part | undefined = part
  // GNU rejects `a**` in a basic expression and takes it in an extended one.
  let most = reader.dialect.extended ? 8 : 1
  for (let operator = operatorAt(reader); repeated && operator !== undefined && '*+?{'.includes(operator); ) {
    most -= 1
    if (most < 0 || part.anchored) return undefined
    if (part.kind === 'anchor') return reader.dialect.extended || operator !== '*' ? undefined : part
    repeated = operator === '{' ? interval(reader, repeated) : times(reader, repeated, operator)
    operator = operatorAt(reader)
  }
  return repeated
}

function times(reader: Reader, part: Part, operator: string): Part {
  reader.index += operatorLength(reader)
  if (part.nullable && operator !== '?') reader.certain = false
  const source = `(?:${part.source})${operator}`
  return operator === '+' ? { ...part, source } : { ...empty, source, example: part.literals > 0 ? '' : part.example }
}

function interval(reader: Reader, part: Part): Part | undefined {
  reader.index += operatorLength(reader)
  const close = reader.dialect.extended ? '}' : '\\}'
  const end = reader.pattern.indexOf(close, reader.index)
  const bounds = end < 0 ? null : /^(\d*)(,?)(\d*)$/.exec(reader.pattern.slice(reader.index, end))
  if (!bounds || (bounds[1] === '' && bounds[2] === '')) return undefined
  const low = Number(bounds[1] || 0)
  const high = bounds[2] === '' ? low : bounds[3] === '' ? undefined : Number(bounds[3])
  if (low > 1000 || (high !== undefined && (high > 1000 || high < low))) return undefined
  reader.index = end + close.length
  if (part.nullable) reader.certain = false
  return {
    source: `(?:${part.source}){${low},${high ?? ''}}`,
    literals: part.literals * low,
    example: part.example.repeat(Math.min(low, 64)),
    kind: 'atom',
    nullable: low === 0 || part.nullable,
  }
}
