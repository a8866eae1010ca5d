import type { SedAddress, SedCommand } from '../../syntax/sed.ts'

/** Where a sed script stands in its input, as far as addresses ask. */
export interface SedPosition {
  readonly number: number
  readonly last: boolean
  /** An unknown before or in this line may have been several lines. */
  readonly numbered: boolean
}

/** How far a range has got, by command. The end is a line number, or undefined while a pattern or `$` is awaited. */
export type OpenRanges = Map<SedCommand, { readonly end: number | undefined }>

type Answer = boolean | 'unknown'

/** Whether a command's addresses select this line, as match_address_p() in GNU sed's execute.c has it. */
export function selects(
  command: SedCommand,
  position: SedPosition,
  ranges: OpenRanges,
  matches: (address: Extract<SedAddress, { kind: 'pattern' }>) => Answer,
): Answer {
  const { from, to } = command
  const one = (address: SedAddress): Answer =>
    address.kind === 'pattern' ? matches(address) : atLine(address, position)
  const inRange = (): Answer => {
    if (!from) return true
    if (!to) return one(from)
    const open = ranges.get(command) ?? (startsOpen(from, position) ? { end: undefined } : undefined)
    if (open) return goesOn(open.end)
    const starts = one(from)
    if (starts !== true) return starts
    const end = endOf(to, position)
    if (end === 'unknown') return 'unknown'
    if (end === undefined || end > position.number) ranges.set(command, { end })
    return true
  }
  const goesOn = (end: number | undefined): Answer => {
    if (end !== undefined) {
      if (!position.numbered) return 'unknown'
      if (position.number >= end) ranges.delete(command)
      return position.number <= end
    }
    const ends = one(to as SedAddress)
    if (ends === true) ranges.delete(command)
    else ranges.set(command, { end: undefined })
    return ends === 'unknown' ? 'unknown' : true
  }
  const selected = inRange()
  return selected === 'unknown' ? selected : selected !== command.negated
}

/** `0,/re/` is open before the first line, so that its end may be there. */
const startsOpen = (from: SedAddress, { number }: SedPosition): boolean =>
  from.kind === 'line' && from.line === 0 && number === 1

function atLine(address: SedAddress, { number, last, numbered }: SedPosition): Answer {
  if (address.kind === 'last') return last && !numbered ? 'unknown' : last
  if (!numbered) return 'unknown'
  if (address.kind === 'line') return number === address.line
  if (address.kind !== 'step') return false
  if (address.step === 0) return number === address.first
  return number >= address.first && (number - address.first) % address.step === 0
}

function endOf(to: SedAddress, { number, numbered }: SedPosition): number | undefined | 'unknown' {
  if (to.kind === 'pattern' || to.kind === 'last' || to.kind === 'step') return undefined
  if (!numbered) return 'unknown'
  if (to.kind === 'line') return to.line
  if (to.kind === 'plus') return number + to.lines
  return to.of === 0 ? number : Math.ceil(number / to.of) * to.of
}
