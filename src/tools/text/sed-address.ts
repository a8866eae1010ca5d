import type { SedAddress, SedCommand } from '../../syntax/sed.ts'

/** Where a sed script stands in its input, as far as addresses ask. */
export interface SedPosition {
  readonly number: number
  readonly last: boolean
  /** An unknown before or in this line may have been several lines. */
  readonly numbered: boolean
}

/** How far a range has got, by command. The end is a line number, or undefined while a pattern or `$` is awaited. */
export type Ranges = Map<SedCommand, { readonly end: number | undefined } | 'closed'>

type Answer = boolean | 'unknown'

/** Whether a command's addresses select this line, as match_address_p() in GNU sed's execute.c has it. */
export function selects(
  command: SedCommand,
  position: SedPosition,
  ranges: Ranges,
  matches: (address: Extract<SedAddress, { kind: 'pattern' }>) => Answer,
): Answer {
  const { from, to } = command
  const one = (address: SedAddress): Answer =>
    address.kind === 'pattern' ? matches(address) : atLine(address, position)
  const inRange = (): Answer => {
    if (!from) return true
    if (!to) return one(from)
    const state = ranges.get(command) ?? (isZero(from) ? { end: undefined } : undefined)
    if (state !== undefined && state !== 'closed') return goesOn(state.end, to)
    const starts = from.kind === 'line' ? startsAt(from.line, to, state, position) : one(from)
    if (starts !== true) return starts
    const end = endOf(to, position)
    if (end === 'unknown') return 'unknown'
    if (end === undefined || end > position.number) ranges.set(command, { end })
    return true
  }
  const goesOn = (end: number | undefined, until: SedAddress): Answer => {
    if (end !== undefined) {
      // What GNU sed does when `N` has read beyond the end of `addr,+3` differs from what it does for `addr,7`.
      if (!position.numbered || (position.number > end && until.kind !== 'line')) return 'unknown'
      if (position.number >= end) ranges.set(command, 'closed')
      return position.number <= end
    }
    const ends = one(until)
    ranges.set(command, ends === true ? 'closed' : { end: undefined })
    return ends === 'unknown' ? 'unknown' : true
  }
  const selected = inRange()
  return selected === 'unknown' ? selected : selected !== command.negated
}

/** `0,/re/` is open before the first line, so that its end may be there. */
const isZero = (from: SedAddress): boolean => from.kind === 'line' && from.line === 0

/** A range that starts at a line starts later too, where the command was not reached at that line; but only once. */
function startsAt(
  line: number,
  to: SedAddress,
  state: 'closed' | undefined,
  { number, numbered }: SedPosition,
): Answer {
  if (!numbered || (state === 'closed' && number === line)) return 'unknown'
  if (to.kind === 'line' && to.line < number) return number === line
  return state === undefined && number >= line
}

function atLine(address: SedAddress, { number, last, numbered }: SedPosition): Answer {
  if (address.kind === 'last') return last && !numbered ? 'unknown' : last
  if (!numbered) return 'unknown'
  if (address.kind === 'line') return number === address.line
  if (address.kind !== 'step') return false
  if (address.step === 0) return number === address.first
  return number >= address.first && (number - address.first) % address.step === 0
}

function endOf(to: SedAddress, { number, last, numbered }: SedPosition): number | undefined | 'unknown' {
  if (to.kind === 'last') return last ? number : undefined
  if (to.kind === 'pattern' || to.kind === 'step') return undefined
  if (!numbered) return 'unknown'
  if (to.kind === 'line') return to.line
  if (to.kind === 'plus') return number + to.lines
  if (to.of === 0) return number
  // On a multiple already, the manual says this line only, and sed 4.9 goes on to the next one.
  return number % to.of === 0 ? 'unknown' : Math.ceil(number / to.of) * to.of
}
