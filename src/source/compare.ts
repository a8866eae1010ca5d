import { equalToNothing, holdsUnknown } from './unknown.ts'

export type Comparison = 'same' | 'different' | 'unknown'

/**
 * Compares two values that may hold unknowns. Each unknown stands for some string, the same for the same character.
 * `different` is a proof: no choice of strings makes the two equal. Two unknowns are same or unknown, never different.
 */
export function compare(a: string, b: string): Comparison {
  if (a === b) return a.includes(equalToNothing) ? 'unknown' : 'same'
  if (!holdsUnknown(a) && !holdsUnknown(b)) return 'different'
  const [left, right] = withoutCommonEnds(a, b)
  return fits(left, right) ? 'unknown' : 'different'
}

/** Equal ends cancel out, an unknown against itself included: X followed by `a` is never X followed by `b`. */
function withoutCommonEnds(a: string, b: string): readonly [string, string] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start] && a[start] !== equalToNothing) start += 1
  let end = 0
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end] &&
    a[a.length - 1 - end] !== equalToNothing
  )
    end += 1
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)]
}

function fits(a: string, b: string): boolean {
  const aOpen = holdsUnknown(a)
  const bOpen = holdsUnknown(b)
  if (aOpen && bOpen) return endsFit(a, b)
  if (aOpen) return matches(a, b)
  if (bOpen) return matches(b, a)
  return a === b
}

const unknowns = /[\uE000-\uF8FF]/

/** Both sides have holes: what stands before the first hole and after the last one must agree as far as both say it. */
function endsFit(a: string, b: string): boolean {
  const [aHead, bHead] = [a.split(unknowns)[0] ?? '', b.split(unknowns)[0] ?? '']
  const [aTail, bTail] = [a.split(unknowns).at(-1) ?? '', b.split(unknowns).at(-1) ?? '']
  return (aHead.startsWith(bHead) || bHead.startsWith(aHead)) && (aTail.endsWith(bTail) || bTail.endsWith(aTail))
}

/** One side has holes: a glob match, each hole taking any string; linear, leftmost first. */
function matches(open: string, known: string): boolean {
  const parts = open.split(unknowns)
  const head = parts[0] ?? ''
  const tail = parts.at(-1) ?? ''
  if (!known.startsWith(head)) return false
  let from = head.length
  for (const part of parts.slice(1, -1)) {
    const found = known.indexOf(part, from)
    if (found < 0) return false
    from = found + part.length
  }
  return known.length - tail.length >= from && known.endsWith(tail)
}
