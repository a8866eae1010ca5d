import { concat, slice, type Text } from '../../source/text.ts'

/**
 * The words of a command line that an action takes as one input (`args: apply -f k8s`): white space separates, quotes of both
 * kinds keep together and go away. Nothing is expanded.
 */
export function wordsOf(text: Text): readonly Text[] {
  const { value } = text
  const words: Text[] = []
  let parts: Text[] | undefined
  for (let offset = 0; offset < value.length; ) {
    const character = value[offset] as string
    if (/\s/.test(character)) {
      if (parts) words.push(concat(...parts))
      parts = undefined
      offset += 1
      continue
    }
    const isQuote = character === '"' || character === "'"
    const close = isQuote ? value.indexOf(character, offset + 1) : -1
    const end = isQuote ? (close < 0 ? value.length : close) : plainEnd(value, offset)
    parts = [...(parts ?? []), slice(text, isQuote ? offset + 1 : offset, end)]
    offset = isQuote ? end + 1 : end
  }
  return parts ? [...words, concat(...parts)] : words
}

function plainEnd(value: string, from: number): number {
  const pattern = /[\s"']/g
  pattern.lastIndex = from
  return pattern.exec(value)?.index ?? value.length
}
