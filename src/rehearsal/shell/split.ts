import { slice } from '../../source/text.ts'
import type { Stretch } from './pattern.ts'

/** A word on its way: stretches, and breaks between the elements of `"$@"`. */
export type Part = Stretch | 'break'

/** Splits a word after expansion: what unquoted expansions have put there, at the characters of IFS. */
export function splitFields(parts: readonly Part[], ifs: string): readonly (readonly Stretch[])[] {
  const fields: Stretch[][] = []
  let field: Stretch[] | undefined
  const end = () => {
    if (field) fields.push(field)
    field = undefined
  }
  const add = (stretch: Stretch) => {
    field = [...(field ?? []), stretch]
  }
  for (const part of parts) {
    if (part === 'break') end()
    else if (part.quoted || !part.expanded) add(part)
    else splitStretch(part, ifs, add, end, () => field !== undefined)
  }
  end()
  return fields
}

/** As POSIX 2.6.5: white space of IFS in any number is one separator; any other character of it, with the white space around, is one each. */
function splitStretch(
  stretch: Stretch,
  ifs: string,
  add: (stretch: Stretch) => void,
  end: () => void,
  begun: () => boolean,
): void {
  const { value } = stretch.text
  const isSpace = (character: string) => ifs.includes(character) && /[ \t\n]/.test(character)
  const empty = { ...stretch, text: slice(stretch.text, 0, 0) }
  for (let at = 0; at < value.length; ) {
    const character = value[at] as string
    if (!ifs.includes(character)) {
      let stop = at + 1
      while (stop < value.length && !ifs.includes(value[stop] as string)) stop += 1
      add({ ...stretch, text: slice(stretch.text, at, stop) })
      at = stop
      continue
    }
    while (at < value.length && isSpace(value[at] as string)) at += 1
    const separator = value[at]
    if (separator !== undefined && ifs.includes(separator)) {
      if (!begun()) add(empty)
      at += 1
      while (at < value.length && isSpace(value[at] as string)) at += 1
    }
    end()
  }
}
