import { slice, type Text } from '../source/text.ts'

/** A part of a printf format: what stands for itself, or a conversion. */
export type FormatPart =
  | { readonly kind: 'literal'; readonly text: Text }
  | {
      readonly kind: 'conversion'
      readonly conversion: string
      readonly flags: string
      /** `*`: from the arguments. */
      readonly width: string
      readonly precision: string | undefined
      readonly text: Text
    }

const conversion = /%(?:%|([-+ 0#']*)(\*|\d+)?(?:\.(\*|-?\d*))?(?:hh|h|ll|l|j|z|t|L)?([a-zA-Z]))/g

/** A printf format as its parts. Undefined: a `%` that begins no conversion. */
export function parseFormat(format: Text): readonly FormatPart[] | undefined {
  const parts: FormatPart[] = []
  let from = 0
  const literal = (end: number): void => {
    if (end > from) parts.push({ kind: 'literal', text: slice(format, from, end) })
  }
  for (const match of format.value.matchAll(conversion)) {
    if (format.value.slice(from, match.index).includes('%')) return undefined
    literal(match.index)
    from = match.index + match[0].length
    if (match[0] === '%%') parts.push({ kind: 'literal', text: slice(format, match.index, match.index + 1) })
    else
      parts.push({
        kind: 'conversion',
        conversion: match[4] as string,
        flags: match[1] ?? '',
        width: match[2] ?? '',
        precision: match[3],
        text: slice(format, match.index, from),
      })
  }
  if (format.value.slice(from).includes('%')) return undefined
  literal(format.value.length)
  return parts
}
