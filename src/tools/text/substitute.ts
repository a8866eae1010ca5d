import { concat, concatAll, emptyText, placeOf, remade, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, type Names, obscured } from '../../source/unknown.ts'
import type { PatternMatch } from '../../syntax/regex.ts'
import type { SedAction } from '../../syntax/sed.ts'
import type { Replacement } from '../../syntax/sed-substitution.ts'
import { cutAt } from './lines.ts'
import { hintsFor, mostMatches, type Pattern } from './pattern.ts'
import { despiteUnknowns, oneOf, saysNothing } from './possible.ts'

type Substitution = Extract<SedAction, { kind: 'substitute' }>

export interface Substituted {
  readonly text: Text
  readonly replaced: boolean | 'unknown'
}

/** What sed's `s` makes of a pattern space. Undefined: nobody can say, not even where it would be the same. */
export function substitute(
  names: Names,
  operation: string,
  text: Text,
  pattern: Pattern,
  action: Substitution,
): Substituted | undefined {
  if (pattern.relaxed) return withUnknownPattern(names, operation, text, pattern, pattern.relaxed, action)
  if (!holdsUnknown(text.value)) return replaceIn(text, pattern, action)
  let understood = true
  let replaced: boolean | 'unknown' | undefined
  const compute = (one: Text): Text => {
    const done = replaceIn(one, pattern, action)
    understood = understood && done !== undefined
    if (replaced === undefined) replaced = done?.replaced
    else if (replaced !== done?.replaced) replaced = 'unknown'
    return done?.text ?? emptyText
  }
  const result = despiteUnknowns(names, operation, text, compute, hintsFor(pattern, text.value))
  if (!understood) return undefined
  if (saysNothing(text.value) && replaced !== false)
    return { text: obscured(names, operation, text), replaced: 'unknown' }
  return { text: result, replaced: replaced ?? 'unknown' }
}

/** A match that is certain is replaced; where the pattern only could match, what both outcomes share stays. */
function withUnknownPattern(
  names: Names,
  operation: string,
  text: Text,
  strict: Pattern,
  relaxed: Pattern,
  action: Substitution,
): Substituted | undefined {
  const sure = replaceIn(text, strict, action)
  if (!sure || sure.replaced) return sure
  const possible = replaceIn(text, relaxed, action)
  if (!possible?.replaced) return possible
  return { text: oneOf(names, operation, text, text, [text.value, possible.text.value]), replaced: 'unknown' }
}

/** Beyond this, finding the places of groups takes too long; no line that somebody wrote is like that. */
const mostSlices = 20_000_000

function replaceIn(text: Text, pattern: Pattern, action: Substitution): { text: Text; replaced: boolean } | undefined {
  const wanted = action.global ? undefined : action.occurrence
  const matches = pattern
    .matches(text.value, wanted === undefined ? undefined : wanted + 1)
    .slice(action.occurrence - 1, wanted)
  if (matches.length === 0) return { text, replaced: false }
  if (matches.length >= mostMatches || matches.length * text.pieces.length > mostSlices) return undefined
  const usesGroups = action.replacement.some((part) => part.kind === 'group' && part.group > 0)
  if (action.replacement.some((part) => part.kind === 'group' && part.group > pattern.posix.groups)) return undefined
  if (usesGroups && !pattern.groupsAreCertain(text.value, wanted === undefined ? undefined : wanted + 1))
    return undefined
  const parts = cutAt(
    text,
    matches.flatMap(({ start, end }) => [start, end]),
  )
  const made = matches.flatMap((match, index) => [
    parts[2 * index] ?? emptyText,
    expanded(action.replacement, text, match),
  ])
  return { text: concatAll([...made, parts.at(-1) ?? emptyText]), replaced: true }
}

/** What stands in place of one match. */
function expanded(replacement: readonly Replacement[], text: Text, match: PatternMatch): Text {
  const parts: Text[] = []
  let persistent: 'U' | 'L' | 'E' = 'E'
  let next: 'u' | 'l' | undefined
  for (const part of replacement) {
    if (part.kind === 'case') {
      if (part.change === 'u' || part.change === 'l') next = part.change
      else persistent = part.change
      continue
    }
    const group = part.kind === 'group' ? match.groups[part.group] : undefined
    const piece = part.kind === 'literal' ? part.text : group ? slice(text, group.start, group.end) : emptyText
    if (piece.value === '') continue
    parts.push(cased(piece, persistent, next))
    next = undefined
  }
  return concatAll(parts)
}

function cased(text: Text, persistent: 'U' | 'L' | 'E', first: 'u' | 'l' | undefined): Text {
  const all = persistent === 'U' ? upper(text) : persistent === 'L' ? lower(text) : text
  if (first === undefined) return all
  const head = slice(all, 0, 1)
  return concat(first === 'u' ? upper(head) : lower(head), slice(all, 1))
}

const upper = (text: Text): Text => remade(text, text.value.toUpperCase())
const lower = (text: Text): Text => remade(text, text.value.toLowerCase())

/** What sed's `y` makes of a pattern space: each character by itself. */
export function transliterate(names: Names, operation: string, text: Text, to: ReadonlyMap<string, Text>): Text {
  const mapped = (one: Text): Text => {
    const characters = Array.from(one.value)
    let end = 0
    const places = cutAt(
      one,
      characters.map((character) => {
        end += character.length
        return end
      }),
    )
    return concatAll(
      characters.map((character, index) => {
        const place = places[index] ?? emptyText
        const replacement = to.get(character)
        return replacement ? spoken(replacement.value, placeOf(place)) : place
      }),
    )
  }
  return despiteUnknowns(names, operation, text, mapped, [...to.keys()])
}
