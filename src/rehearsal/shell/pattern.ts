import { concat, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'

/** A stretch of a word. What is quoted means itself; what is not may be a pattern. `expanded`: is split into words. */
export interface Stretch {
  readonly text: Text
  readonly quoted: boolean
  readonly expanded: boolean
}

/** A glob pattern as bash has it, with extended globs. */
export type Token =
  | { readonly kind: 'character'; readonly value: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'star' }
  | { readonly kind: 'set'; readonly negated: boolean; readonly holds: (character: string) => boolean }
  | { readonly kind: 'group'; readonly operator: string; readonly alternatives: readonly (readonly Token[])[] }
  /** Part of the pattern that nobody knows. */
  | { readonly kind: 'unknown' }

interface Character {
  readonly value: string
  readonly quoted: boolean
}

export const textOf = (stretches: readonly Stretch[]): Text => concat(...stretches.map((stretch) => stretch.text))

const magic = /[*?[\\]|[?*+@!]\(/

/** Whether a word is a pattern at all: `[` alone, which is a command, is none. */
export const hasMagic = (stretches: readonly Stretch[]): boolean =>
  stretches.some((stretch) => !stretch.quoted && magic.test(stretch.text.value)) &&
  compileGlob(stretches).some((token) => token.kind !== 'character')

/** Reads a pattern out of an expanded word. */
export function compileGlob(stretches: readonly Stretch[]): readonly Token[] {
  const characters = stretches.flatMap(({ text, quoted }) => text.value.split('').map((value) => ({ value, quoted })))
  return read(characters, 0, characters.length, 0)
}

const deepestGroup = 20

function read(characters: readonly Character[], from: number, to: number, depth: number): readonly Token[] {
  const tokens: Token[] = []
  for (let index = from; index < to; ) {
    const { value, quoted } = characters[index] as Character
    const group = quoted || depth > deepestGroup ? undefined : groupAt(characters, index, to)
    const set = quoted || value !== '[' ? undefined : setAt(characters, index, to)
    if (group) {
      const alternatives = group.cuts.map(([start, end]) => read(characters, start, end, depth + 1))
      tokens.push({ kind: 'group', operator: value, alternatives })
      index = group.end
    } else if (set) {
      tokens.push(set.token)
      index = set.end
    } else if (!quoted && value === '\\' && index + 1 < to) {
      tokens.push({ kind: 'character', value: (characters[index + 1] as Character).value })
      index += 2
    } else {
      tokens.push(single(value, quoted))
      index += 1
    }
  }
  return tokens
}

function single(value: string, quoted: boolean): Token {
  if (!quoted && value === '*') return { kind: 'star' }
  if (!quoted && value === '?') return { kind: 'any' }
  return holdsUnknown(value) ? { kind: 'unknown' } : { kind: 'character', value }
}

function groupAt(characters: readonly Character[], index: number, to: number) {
  if (!'?*+@!'.includes(characters[index]?.value as string)) return undefined
  if (!isPlain(characters[index + 1], '(')) return undefined
  const cuts: [number, number][] = []
  let depth = 0
  let start = index + 2
  for (let at = index + 1; at < to; at += 1) {
    if (isPlain(characters[at], '\\')) at += 1
    else if (isPlain(characters[at], '(')) depth += 1
    else if (isPlain(characters[at], ')')) {
      depth -= 1
      if (depth > 0) continue
      cuts.push([start, at])
      return { cuts, end: at + 1 }
    } else if (depth === 1 && isPlain(characters[at], '|')) {
      cuts.push([start, at])
      start = at + 1
    }
  }
  return undefined
}

const isPlain = (character: Character | undefined, value: string): boolean =>
  character?.value === value && !character.quoted

const classes: Readonly<Record<string, RegExp>> = {
  alpha: /[A-Za-z]/,
  digit: /[0-9]/,
  alnum: /[A-Za-z0-9]/,
  upper: /[A-Z]/,
  lower: /[a-z]/,
  space: /[ \t\n\v\f\r]/,
  blank: /[ \t]/,
  punct: /[!-/:-@[-`{-~]/,
  xdigit: /[0-9A-Fa-f]/,
  word: /[A-Za-z0-9_]/,
  cntrl: /[\u0000-\u001f\u007f]/,
  print: /[ -~]/,
  graph: /[!-~]/,
}

function setAt(characters: readonly Character[], index: number, to: number) {
  let at = index + 1
  const negated = isPlain(characters[at], '!') || isPlain(characters[at], '^')
  if (negated) at += 1
  const tests: ((character: string) => boolean)[] = []
  for (let first = true; at < to; first = false) {
    const { value, quoted } = characters[at] as Character
    if (value === ']' && !quoted && !first) {
      const holds = (character: string) => tests.some((test) => test(character))
      return { token: { kind: 'set', negated, holds } as const, end: at + 1 }
    }
    if (value === '/' || holdsUnknown(value)) return undefined
    const named = quoted ? undefined : classAt(characters, at, to)
    if (named) {
      tests.push((character) => named.pattern.test(character))
      at = named.end
      continue
    }
    const low = memberAt(characters, at)
    const dash = isPlain(characters[low.end], '-') && !isPlain(characters[low.end + 1], ']') && low.end + 1 < to
    const high = dash ? memberAt(characters, low.end + 1) : low
    tests.push((character) => character >= low.value && character <= high.value)
    at = high.end
  }
  return undefined
}

function memberAt(characters: readonly Character[], at: number): { readonly value: string; readonly end: number } {
  const { value, quoted } = characters[at] as Character
  const escaped = value === '\\' && !quoted ? characters[at + 1] : undefined
  return escaped ? { value: escaped.value, end: at + 2 } : { value, end: at + 1 }
}

function classAt(characters: readonly Character[], at: number, to: number) {
  const rest = characters
    .slice(at, Math.min(to, at + 12))
    .map(({ value }) => value)
    .join('')
  const name = /^\[:(\w+):\]/.exec(rest)
  const pattern = name ? classes[name[1] as string] : undefined
  return name && pattern ? { pattern, end: at + name[0].length } : undefined
}

/** The same pattern for strings that are read from their end. */
export const reversed = (tokens: readonly Token[]): readonly Token[] =>
  tokens
    .map((token) =>
      token.kind === 'group' ? { ...token, alternatives: token.alternatives.map((part) => reversed(part)) } : token,
    )
    .toReversed()

export const quotedStretch = (text: Text): Stretch => ({ text, quoted: true, expanded: false })
