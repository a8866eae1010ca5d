import type { Span } from '../source/span.ts'
import type { Text } from '../source/text.ts'
import { parseSetValues, type SetValues } from '../syntax/set-values.ts'
import type { Setting } from './cluster.ts'

export type { Assignment, SetFailure } from '../syntax/set-values.ts'

/** What Helm makes of one `--set` argument. */
export const readSetting = (setting: Setting): SetValues => parseSetValues(setting)

/** A character that was written so that Helm should not take it for a separator, and that the shell has laid bare. */
export interface LostEscape {
  /** Where it stands in the text that Helm gets. */
  readonly offset: number
  readonly character: ',' | '.' | '{'
  /** As written: `\,`, or the whole of `{a,b}`. */
  readonly at: Span
}

/**
 * Outside of quotes a shell takes a backslash away and makes words of a list in braces. What it took is a gap in the places of
 * the text: the character behind it stands one further on in the file.
 */
export function lostEscapes({ pieces, value }: Text): readonly LostEscape[] {
  return pieces.flatMap((piece, index): readonly LostEscape[] => {
    const next = pieces[index + 1]
    if (!next || !piece.exact || !next.exact || next.at.source !== piece.at.source) return []
    const { source, end } = piece.at
    const taken = next.at.start === end + 1 ? source.text[end] : undefined
    const character = value[piece.end]
    if (taken === '\\' && (character === ',' || character === '.'))
      return [{ offset: piece.end, character, at: { source, start: end, end: end + 2 } }]
    const list = taken === '{' ? /^\{[^\s{}"'`]*,[^\s{}"'`]*\}/.exec(source.text.slice(end, end + longestList)) : null
    return list ? [{ offset: piece.end, character: '{', at: { source, start: end, end: end + list[0].length } }] : []
  })
}

const longestList = 1000
