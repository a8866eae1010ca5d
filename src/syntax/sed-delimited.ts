import { concatAll, placeOf, slice, spoken, type Text } from '../source/text.ts'
import type { SedReader } from './sed.ts'

/** Escapes of one letter that stand for a character, in replacements and added text. */
export const sedCharacters: Readonly<Record<string, string>> = {
  a: '\x07',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/**
 * A pattern from its opening delimiter; afterwards the reader stands behind the closing one. A delimiter within brackets
 * ends nothing, one behind a backslash loses the backslash (GNU sed 4.9, sed/compile.c).
 */
export function readPattern(reader: SedReader): Text | undefined {
  const { value } = reader.script
  const delimiter = value[reader.index]
  if (delimiter === undefined || delimiter === '\n' || delimiter === '\\') return undefined
  const parts: Text[] = []
  let from = reader.index + 1
  for (let index = from; index < value.length; index += 1) {
    const character = value[index]
    if (character === '\n') return undefined
    if (character === delimiter) {
      parts.push(slice(reader.script, from, index))
      reader.index = index + 1
      return concatAll(parts)
    }
    if (character === '[') index = Math.max(index, bracketEnd(value, index) ?? index)
    else if (character === '\\') {
      if (value[index + 1] === delimiter) {
        parts.push(slice(reader.script, from, index))
        from = index + 1
      }
      index += 1
    }
  }
  return undefined
}

function bracketEnd(value: string, start: number): number | undefined {
  let index = start + (value[start + 1] === '^' ? 2 : 1)
  if (value[index] === ']') index += 1
  for (; index < value.length && value[index] !== '\n'; index += 1) {
    if (value[index] === ']') return index
    const named = value[index] === '[' ? /^\[([:.=])[^\]\n]{0,20}?\1\]/.exec(value.slice(index, index + 26)) : null
    if (named) index += named[0].length - 1
  }
  return undefined
}

/** The text of `a`, `i` and `c`: to the end of its line, or further where a backslash stands before that. */
export function readAddedText(reader: SedReader): Text | undefined {
  const { script } = reader
  const parts: Text[] = []
  let from = reader.index
  let index = from
  for (; index < script.value.length && script.value[index] !== '\n'; index += 1) {
    if (script.value[index] !== '\\') continue
    const next = script.value[index + 1]
    parts.push(slice(script, from, index))
    if (next === undefined) {
      from = index + 1
      break
    }
    const character = sedCharacters[next]
    if (character !== undefined) parts.push(spoken(character, placeOf(slice(script, index, index + 2))))
    else if (/[cdox]/.test(next)) return undefined
    from = character === undefined ? index + 1 : index + 2
    index += 1
  }
  parts.push(slice(script, from, Math.min(index, script.value.length)))
  reader.index = Math.min(index, script.value.length)
  return concatAll(parts)
}
