import { equalToNothing, holdsUnknown } from '../../source/unknown.ts'

/**
 * `startsWith`, `endsWith` and `contains` on strings that may hold unknowns: true and false are proofs for whatever the
 * unknowns stand for, undefined is neither.
 */
export function startsCertainly(value: string, start: string): boolean | undefined {
  let same = 0
  while (same < start.length && value[same] === start[same] && start[same] !== equalToNothing) same += 1
  const rest = start.slice(same)
  const left = value.slice(same)
  if (rest === '') return true
  if (!holdsUnknown(left) && knownLength(rest) > left.length) return false
  const [wanted, there] = [rest[0] ?? '', left[0] ?? '']
  return holdsUnknown(wanted) || holdsUnknown(there) || there === wanted ? undefined : false
}

/** As `startsCertainly`, from the other end. */
export const endsCertainly = (value: string, end: string): boolean | undefined =>
  startsCertainly(reversed(value), reversed(end))

const reversed = (value: string): string => value.split('').reverse().join('')

/** As `startsCertainly`, anywhere. */
export function containsCertainly(value: string, part: string): boolean | undefined {
  if (!part.includes(equalToNothing) && value.includes(part)) return true
  if (holdsUnknown(value)) return undefined
  if (!holdsUnknown(part)) return false
  let from = 0
  for (const piece of part.split(unknowns)) {
    const found = value.indexOf(piece, from)
    if (found < 0) return false
    from = found + piece.length
  }
  return undefined
}

const unknowns = /[\uE000-\uF8FF]/

const knownLength = (value: string): number => value.split(unknowns).join('').length
