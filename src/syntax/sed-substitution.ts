import { placeOf, slice, spoken, type Text } from '../source/text.ts'
import type { SedAction, SedReader } from './sed.ts'
import { readPattern, sedCharacters } from './sed-delimited.ts'

/** A part of what `s` puts in place of a match. */
export type Replacement =
  | { readonly kind: 'literal'; readonly text: Text }
  /** 0 is the whole match. */
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'case'; readonly change: 'U' | 'L' | 'u' | 'l' | 'E' }

/** Reads `/pattern/replacement/flags`, the reader standing at the first delimiter. */
export function parseSubstitution(reader: SedReader): Extract<SedAction, { kind: 'substitute' }> | undefined {
  const { value } = reader.script
  const delimiter = value[reader.index] ?? ''
  const pattern = readPattern(reader)
  const start = reader.index
  const replacement = pattern && readReplacement(reader, delimiter)
  const end = reader.index - 1
  const flags = /^[gpIiMm0-9]*/.exec(value.slice(reader.index, reader.index + 40))?.[0] ?? ''
  const numbers = flags.match(/\d+/g) ?? []
  if (!replacement || numbers.length > 1 || numbers[0] === '0') return undefined
  reader.index += flags.length
  return {
    kind: 'substitute',
    pattern: { text: pattern.value, ignoreCase: /i/i.test(flags), multiline: /m/i.test(flags) },
    written: { pattern, replacement: slice(reader.script, start, end) },
    replacement,
    global: flags.includes('g'),
    print: flags.includes('p'),
    occurrence: Number(numbers[0] ?? 1),
  }
}

/** Reads to the closing delimiter. A line end without a backslash is an error in sed: a value of several lines breaks it. */
function readReplacement(reader: SedReader, delimiter: string): readonly Replacement[] | undefined {
  const { script } = reader
  const { value } = script
  const parts: Replacement[] = []
  let from = reader.index
  const literal = (end: number): void => {
    if (end > from) parts.push({ kind: 'literal', text: slice(script, from, end) })
  }
  for (let index = from; index < value.length; index += 1) {
    const character = value[index] as string
    if (character === '\n') return undefined
    if (character === delimiter) {
      literal(index)
      reader.index = index + 1
      return parts
    }
    if (character === '&') {
      literal(index)
      parts.push({ kind: 'group', group: 0 })
      from = index + 1
    } else if (character === '\\') {
      literal(index)
      const read = readEscape(script, index, delimiter)
      if (!read) return undefined
      if (read.part) parts.push(read.part)
      from = index + read.length
      index += Math.max(1, read.length - 1)
    }
  }
  return undefined
}

interface ReadEscape {
  readonly part: Replacement | undefined
  /** How much of the script is used up; 1 leaves the character behind the backslash to stand for itself. */
  readonly length: number
}

function readEscape(script: Text, index: number, delimiter: string): ReadEscape | undefined {
  const next = script.value[index + 1]
  if (next === undefined) return undefined
  const place = placeOf(slice(script, index, index + 2))
  if (next === delimiter || next === '&' || next === '\\' || next === '\n') return { part: undefined, length: 1 }
  if (/\d/.test(next)) return { part: { kind: 'group', group: Number(next) }, length: 2 }
  if (/[ULulE]/.test(next)) return { part: { kind: 'case', change: next as 'U' }, length: 2 }
  const character = sedCharacters[next]
  if (character !== undefined) return { part: { kind: 'literal', text: spoken(character, place) }, length: 2 }
  return /[cdox]/.test(next) ? undefined : { part: undefined, length: 1 }
}

/** Reads `/from/to/`. */
export function parseTransliteration(reader: SedReader): Extract<SedAction, { kind: 'transliterate' }> | undefined {
  const from = readCharacters(reader)
  if (!from) return undefined
  reader.index -= 1
  const to = readCharacters(reader)
  if (!to || from.length !== to.length) return undefined
  return {
    kind: 'transliterate',
    to: new Map(from.map((one, index) => [one.value, to[index] as Text]).reverse() as [string, Text][]),
  }
}

/** The characters between two delimiters, the reader standing at the first; afterwards it stands behind the second. */
function readCharacters(reader: SedReader): readonly Text[] | undefined {
  const { script } = reader
  const delimiter = script.value[reader.index]
  const found: Text[] = []
  for (let index = reader.index + 1; index < script.value.length; ) {
    const character = String.fromCodePoint(script.value.codePointAt(index) as number)
    if (character === '\n') return undefined
    if (character === delimiter) {
      reader.index = index + 1
      return found
    }
    const next = script.value[index + 1] ?? ''
    if (character !== '\\') found.push(slice(script, index, index + character.length))
    else if (next === '\\' || next === delimiter) found.push(slice(script, index + 1, index + 2))
    else if (sedCharacters[next])
      found.push(spoken(sedCharacters[next] as string, placeOf(slice(script, index, index + 2))))
    else return undefined
    index += character === '\\' ? 2 : character.length
  }
  return undefined
}
