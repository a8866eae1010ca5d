import { concat, remade, slice, type Text } from '../../source/text.ts'
import { holdsUnknown, type Names, obscured, show, unknown } from '../../source/unknown.ts'

type CaseOperator = '^' | '^^' | ',' | ',,'

/** `${x^}`, `${x,,}` and the like. Character by character, so that what is known beside an unknown is still computed. */
export function changeCase(
  names: Names,
  text: Text,
  operator: CaseOperator,
  applies: (character: string) => boolean = () => true,
): Text {
  const upper = operator.startsWith('^')
  const all = operator.length === 2
  const change = (character: string): string => {
    if (holdsUnknown(character))
      return unknown(names, `${upper ? 'upper' : 'lower'}(${character})`, show(names, character))
    if (!applies(character)) return character
    return upper ? character.toUpperCase() : character.toLowerCase()
  }
  if (all) return mapped(text, change)
  if (holdsUnknown(text.value.slice(0, 1))) return obscured(names, upper ? 'capital' : 'small initial', text)
  return concat(mapped(slice(text, 0, 1), change), slice(text, 1))
}

/** A text whose characters are replaced one by one; what stays as it is keeps its place. */
function mapped(text: Text, change: (character: string) => string): Text {
  const value = [...text.value].map(change).join('')
  if (value === text.value) return text
  if (value.length !== text.value.length) return remade(text, value)
  return { value, pieces: text.pieces.map((piece) => ({ ...piece, exact: false })) }
}
