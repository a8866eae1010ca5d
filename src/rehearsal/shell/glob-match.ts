import { holdsUnknown } from '../../source/unknown.ts'
import type { Token } from './pattern.ts'

/**
 * How a pattern may be read against a value that holds unknowns: `possibly` finds every match that some choice of strings
 * for the unknowns allows, `certainly` only those that every choice has. An unknown stands for any string, the empty one too.
 */
type Mode = 'possibly' | 'certainly'

/** Offsets at which a match may end. */
type Ends = Uint8Array

/** Characters times tokens that one match may cost. */
const mostWork = 20_000_000

/** Where matches that begin at `from` end; undefined: the value is too long for this pattern. */
export function endsOf(tokens: readonly Token[], value: string, mode: Mode, from = 0): Ends | undefined {
  const rounds = tokens.some((token) => token.kind === 'group') ? value.length + 1 : 1
  if (value.length * sizeOf(tokens) * rounds > mostWork) return undefined
  const begin = new Uint8Array(value.length + 1)
  begin[from] = 1
  return sequence(tokens, value, begin, mode)
}

const sizeOf = (tokens: readonly Token[]): number =>
  tokens.reduce(
    (sum, token) =>
      sum + (token.kind === 'group' ? 4 + 4 * token.alternatives.reduce((all, part) => all + sizeOf(part), 0) : 1),
    1,
  )

/** Whether the pattern matches the whole value. */
export function matchesGlob(tokens: readonly Token[], value: string): boolean | 'unknown' {
  const possible = endsOf(tokens, value, 'possibly')
  const certain = endsOf(tokens, value, 'certainly')
  if (!possible || !certain) return 'unknown'
  if (certain[value.length]) return true
  return closed(possible, value)[value.length] ? 'unknown' : false
}

function sequence(tokens: readonly Token[], value: string, begin: Ends, mode: Mode): Ends {
  let ends = begin
  for (const token of tokens) ends = step(token, value, mode === 'possibly' ? closed(ends, value) : ends, mode)
  return ends
}

/** An unknown may be empty: what ends before it may as well go on behind it. */
function closed(ends: Ends, value: string): Ends {
  const all = ends.slice()
  for (let index = 0; index < value.length; index += 1)
    if (all[index] && holdsUnknown(value[index] as string)) all[index + 1] = 1
  return all
}

function step(token: Token, value: string, begin: Ends, mode: Mode): Ends {
  switch (token.kind) {
    case 'star':
      return onwards(begin)
    case 'unknown':
      return mode === 'possibly' ? onwards(begin) : new Uint8Array(begin.length)
    case 'group':
      return group(token, value, begin, mode)
    default:
      return character(token, value, begin, mode)
  }
}

function onwards(begin: Ends): Ends {
  const ends = new Uint8Array(begin.length)
  const first = begin.indexOf(1)
  return first < 0 ? ends : ends.fill(1, first)
}

function character(token: Token, value: string, begin: Ends, mode: Mode): Ends {
  const ends = new Uint8Array(begin.length)
  for (let index = 0; index < value.length; index += 1) {
    if (!begin[index]) continue
    if (holdsUnknown(value[index] as string)) {
      if (mode === 'certainly') continue
      ends[index] = 1
      ends[index + 1] = 1
    } else if (accepts(token, value[index] as string)) ends[index + 1] = 1
  }
  return ends
}

function accepts(token: Token, value: string): boolean {
  if (token.kind === 'character') return token.value === value
  return token.kind === 'any' || (token.kind === 'set' && token.holds(value) !== token.negated)
}

function group(token: Token & { kind: 'group' }, value: string, begin: Ends, mode: Mode): Ends {
  const once = (from: Ends): Ends =>
    token.alternatives.map((part) => sequence(part, value, from, mode)).reduce(union, new Uint8Array(begin.length))
  switch (token.operator) {
    case '@':
      return once(begin)
    case '?':
      return union(begin, once(begin))
    case '!':
      return except(token, value, begin, mode)
    default: {
      let all = token.operator === '*' ? begin : once(begin)
      for (let grown = true; grown; ) {
        const more = union(all, once(all))
        grown = more.some((end, index) => end !== all[index])
        all = more
      }
      return all
    }
  }
}

const union = (a: Ends, b: Ends): Ends => a.map((end, index) => end | (b[index] as number))

/** `!(…)`: everything but what the alternatives match. */
function except(token: Token & { kind: 'group' }, value: string, begin: Ends, mode: Mode): Ends {
  const ends = new Uint8Array(begin.length)
  for (let from = begin.indexOf(1); from >= 0; from = begin.indexOf(1, from + 1)) {
    const start = new Uint8Array(begin.length)
    start[from] = 1
    const excluded = token.alternatives
      .map((part) => sequence(part, value, start, mode === 'possibly' ? 'certainly' : 'possibly'))
      .map((found) => (mode === 'possibly' ? found : closed(found, value)))
      .reduce(union, new Uint8Array(begin.length))
    for (let end = from; end < ends.length; end += 1) {
      const blurred = holdsUnknown(value.slice(from, end))
      if (mode === 'possibly' ? blurred || !excluded[end] : !excluded[end]) ends[end] = 1
    }
  }
  return ends
}
