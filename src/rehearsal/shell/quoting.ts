import { slice, type Text } from '../../source/text.ts'
import type { Stretch } from './pattern.ts'

/** Where a literal stands: there a backslash means something else. */
export type Place = 'plain' | 'quoted' | 'heredoc'

const escapable: Readonly<Record<Place, RegExp>> = {
  plain: /[\s\S]/,
  quoted: /[$`"\\\n}]/,
  heredoc: /[$`\\\n]/,
}

/** A literal as it is written, without the backslashes that quote. What they quote is quoted. */
export function unquote(text: Text, place: Place): readonly Stretch[] {
  const { value } = text
  const quoted = place !== 'plain'
  const stretches: Stretch[] = []
  const add = (start: number, end: number, escaped: boolean) => {
    if (start < end) stretches.push({ text: slice(text, start, end), quoted: quoted || escaped, expanded: false })
  }
  let start = 0
  for (let at = value.indexOf('\\'); at >= 0 && at + 1 < value.length; at = value.indexOf('\\', at + 2)) {
    const escaped = value[at + 1] as string
    if (!escapable[place].test(escaped)) {
      at -= 1
      continue
    }
    add(start, at, false)
    if (escaped !== '\n') add(at + 1, at + 2, true)
    start = at + 2
  }
  add(start, value.length, false)
  return stretches
}
