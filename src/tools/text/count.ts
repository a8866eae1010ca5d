import { concat, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, type Names, obscured } from '../../source/unknown.ts'
import { joinLines, linesOf } from './lines.ts'
import { saysNothing } from './possible.ts'

/** A count as `head` and `tail` take it: from the beginning or the end, taken or left out. */
export interface Count {
  readonly unit: 'lines' | 'characters'
  readonly from: 'start' | 'end'
  /** The part that is counted is what is printed; otherwise all the rest is. */
  readonly takes: boolean
  readonly number: number
}

/**
 * Counts lines or characters off one end of a text. Where an unknown stands in what is counted (one that may be several
 * lines, or none), the count stops there and the rest is unknown too. Undefined: bytes are not characters.
 */
export function countOff(names: Names, operation: string, text: Text, count: Count): Text | undefined {
  const parts = count.unit === 'lines' ? linesOf(text).map((line) => joinLines([line])) : undefined
  const size = parts ? parts.length : text.value.length
  const offset = (index: number): number =>
    parts ? parts.slice(0, index).reduce((sum, part) => sum + part.value.length, 0) : index
  const edge = count.from === 'start' ? Math.min(count.number, size) : Math.max(0, size - count.number)
  const [low, high] = count.from === 'start' ? [0, edge] : [edge, size]
  const bare = (index: number): boolean =>
    parts ? saysNothing((parts[index] as Text).value) : holdsUnknown(text.value[index] ?? '')
  const counted = Array.from({ length: high - low }, (_, index) => low + index)
  if (!parts && /[^\x00-\x7f\uE000-\uF8FF]/.test(text.value.slice(low, high))) return undefined
  if (!counted.some(bare)) {
    const startTaken = (count.from === 'start') === count.takes
    return startTaken ? slice(text, 0, offset(edge)) : slice(text, offset(edge))
  }
  if (!count.takes) return obscured(names, operation, text)
  if (count.from === 'start') {
    const stop = offset(counted.find(bare) as number)
    return concat(slice(text, 0, stop), obscured(names, operation, slice(text, stop)))
  }
  const stop = offset((counted.findLast(bare) as number) + 1)
  return concat(obscured(names, operation, slice(text, 0, stop)), slice(text, stop))
}

/** The obsolete `-5` as `-n5`; behind `-n` or `-c` it is their value. */
export const modernCount = (args: readonly Text[]): readonly Text[] =>
  args.map((arg, index) => {
    if (!/^-\d+$/.test(arg.value) || /^-[nc]$|^--(?:lines|bytes)$/.test(args[index - 1]?.value ?? '')) return arg
    return concat(spoken('-n', placeOf(arg)), slice(arg, 1))
  })
