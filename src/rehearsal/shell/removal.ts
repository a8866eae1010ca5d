import { concat, emptyText, slice, type Text } from '../../source/text.ts'
import { holdsUnknown, type Names, obscured, show, unknown } from '../../source/unknown.ts'
import { endsOf } from './glob-match.ts'
import { reversed, type Token } from './pattern.ts'

/** `${x#p}`, `${x##p}`, `${x%p}`, `${x%%p}`. What is certain in spite of unknowns is computed, the rest is unknown. */
export function removeMatch(names: Names, text: Text, operator: string, tokens: readonly Token[], key: string): Text {
  const fromEnd = operator.startsWith('%')
  const length = matchAtEdge(text.value, tokens, fromEnd, operator.length === 2)
  if (length === 'unknown') return obscured(names, `${operator}${key}`, text)
  return withoutEdge(text, length ?? 0, fromEnd)
}

const withoutEdge = (text: Text, length: number, fromEnd: boolean): Text =>
  fromEnd ? slice(text, 0, text.value.length - length) : slice(text, length)

/** How much of one end the pattern matches; undefined: nothing of it. */
function matchAtEdge(
  text: string,
  tokens: readonly Token[],
  fromEnd: boolean,
  longest: boolean,
): number | 'unknown' | undefined {
  const value = fromEnd ? text.split('').reverse().join('') : text
  const read = fromEnd ? reversed(tokens) : tokens
  const possible = endsOf(read, value, 'possibly')
  const certain = endsOf(read, value, 'certainly')
  if (!possible || !certain) return 'unknown'
  const at = longest ? possible.lastIndexOf(1) : possible.indexOf(1)
  if (at < 0) return undefined
  return certain[at] ? at : 'unknown'
}

/** `${x/p/r}`, `${x//p/r}`, `${x/#p/r}`, `${x/%p/r}`. */
export function replaceMatches(
  names: Names,
  text: Text,
  operator: string,
  tokens: readonly Token[],
  replacement: Text,
  key: string,
): Text {
  const unclear = () => obscured(names, `${operator}${key}/${replacement.value}`, text)
  if (tokens.some(isUnclear)) return unclear()
  if (tokens.length === 0) return /^\/[#%]$/.test(operator) ? around(operator, text, replacement) : text
  if (text.value === '') return endsOf(tokens, '', 'certainly')?.[0] ? replacement : text
  const only = tokens.length === 1 ? tokens[0] : undefined
  if (operator === '//' && only && isSingle(only)) return replaceCharacters(names, text, only, replacement, key)
  if (operator === '/#' || operator === '/%') {
    const fromEnd = operator === '/%'
    const length = matchAtEdge(text.value, tokens, fromEnd, true)
    if (length === 'unknown') return unclear()
    return length === undefined ? text : around(operator, withoutEdge(text, length, fromEnd), replacement)
  }
  if (holdsUnknown(text.value)) return untouched(text, tokens) ? text : unclear()
  return replaceKnown(text, tokens, replacement, operator === '//') ?? unclear()
}

/** Whether part of the pattern is unknown. */
export const isUnclear = (token: Token): boolean =>
  token.kind === 'unknown' || (token.kind === 'group' && token.alternatives.some((part) => part.some(isUnclear)))

const around = (operator: string, rest: Text, replacement: Text): Text =>
  operator === '/#' ? concat(replacement, rest) : concat(rest, replacement)

const isSingle = (token: Token): boolean => token.kind === 'character' || token.kind === 'any' || token.kind === 'set'

/** A pattern of one character says the same about every character, and so about every part of an unknown. */
function replaceCharacters(names: Names, text: Text, token: Token, replacement: Text, key: string): Text {
  const parts: Text[] = []
  let start = 0
  for (let index = 0; index < text.value.length; index += 1) {
    const character = text.value[index] as string
    const hidden = holdsUnknown(character)
    if (!hidden && !endsOf([token], character, 'certainly')?.[1]) continue
    parts.push(
      slice(text, start, index),
      hidden ? replacedUnknown(names, slice(text, index, index + 1), replacement, key) : replacement,
    )
    start = index + 1
  }
  return concat(...parts, slice(text, start))
}

function replacedUnknown(names: Names, text: Text, replacement: Text, key: string): Text {
  const made = unknown(names, `//${key}/${replacement.value}(${text.value})`, show(names, text.value))
  return { value: made, pieces: text.pieces }
}

/** Whether no choice of strings lets the pattern match anywhere. */
function untouched(text: Text, tokens: readonly Token[]): boolean {
  const anywhere = endsOf([{ kind: 'star' }, ...tokens], text.value, 'possibly')
  return anywhere !== undefined && anywhere.indexOf(1) < 0
}

/** Characters that a search for matches may look at, all starts together. */
const mostSearched = 20_000_000

function replaceKnown(text: Text, tokens: readonly Token[], replacement: Text, all: boolean): Text | undefined {
  const { value } = text
  const first = tokens[0]
  const parts: Text[] = []
  let done = 0
  let searched = 0
  for (let start = 0; start < value.length; ) {
    if (first?.kind === 'character' && first.value !== value[start]) {
      start += 1
      continue
    }
    searched += (value.length - start) * tokens.length
    if (searched > mostSearched) return undefined
    const rest = value.slice(start)
    const ends = endsOf(tokens, rest, 'certainly')
    if (!ends) return undefined
    const length = ends.lastIndexOf(1)
    if (length <= 0) {
      start += 1
      continue
    }
    parts.push(slice(text, done, start), replacement)
    start += length
    done = start
    if (!all) break
  }
  return parts.length === 0 ? text : concat(...parts, slice(text, done))
}

/**
 * `${x:offset:length}`; computed where everything up to the end of the cut is known, from whichever side it is
 * counted. Undefined: bash refuses, for the end lies before the beginning.
 */
export function cutOut(names: Names, text: Text, offset: number, length: number | undefined): Text | undefined {
  const { value } = text
  const key = `:${offset}:${length ?? ''}`
  const unclear = () => obscured(names, key, text)
  if (/[\ud800-\udfff]/.test(value)) return unclear()
  const size = holdsUnknown(value) ? undefined : value.length
  const start = offset >= 0 ? offset : size === undefined ? fromEnd(value, -offset) : size + offset
  if (start === undefined) return unclear()
  if (start < 0) return emptyText
  if (holdsUnknown(value.slice(0, start)) && offset >= 0) return unclear()
  if (length === undefined) return start > value.length && size === undefined ? unclear() : slice(text, start)
  const end = length >= 0 ? start + length : size === undefined ? fromEnd(value, -length) : size + length
  if (end === undefined) return unclear()
  if (length >= 0 && holdsUnknown(value.slice(start, end))) return unclear()
  if (end < start) return undefined
  return slice(text, start, end)
}

/** The offset that lies so many known characters before the end. */
function fromEnd(value: string, count: number): number | undefined {
  const start = value.length - count
  return start >= 0 && !holdsUnknown(value.slice(start)) ? start : undefined
}
