import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { nameOfChart } from '../world/telling.ts'
import type { Loss, WipedList } from '../world/wiped-list.ts'
import { eventsOf } from '../world/world.ts'

export const helmSetListWiped = rule({
  id: 'helm-set-list-wiped',
  summary: "a --set of one list element, which replaces the list of the chart's values",
  severity: 'error',
  seen: 'the API server refuses the object (Required value), or takes null for an empty string',
  on: 'world',
  *check(world): Iterable<Problem> {
    for (const wiped of eventsOf(world, 'wiped-list')) {
      const { at, chart, command, holes, lost, isBroken, isPatch, run } = wiped
      // Whoever sets several keys of an element may want another one.
      if (!isBroken && !isPatch && holes.length === 0) continue
      // A script for people's own use may ask for less than a deploy.
      const isByHand = run.occasion.event === 'by-hand' && !run.implied
      const list = wiped.element.replace(/\[\d+\]$/, '')
      yield {
        at,
        message: `Helm merges no lists, so this replaces ${list} of the chart "${nameOfChart(world, chart)}": ${whatIsLost(wiped)}`,
        because: [
          ...[...holes, ...lost].flatMap((loss) => (loss.at ? [{ at: loss.at, message: 'this is lost' }] : [])),
          { at: command, message: 'the chart is rendered here' },
        ],
        help: `give the whole of ${list}, in a values file or with --set-json`,
        ...(isBroken && !isByHand ? {} : { severity: 'warning' as const }),
        ...seenOf(wiped),
      }
    }
  },
})

function seenOf({ isBroken, failure }: WipedList): Pick<Problem, 'seen'> {
  if (failure) return { seen: `Error: ${failure}` }
  return isBroken ? {} : { seen: 'nothing at once: what is lost is missing in the objects' }
}

function whatIsLost({ element, holes, lost }: WipedList): string {
  const parts = [
    ...(holes.length > 0 ? [`${named(holes)} ${holes.length > 1 ? 'become' : 'becomes'} null`] : []),
    ...(lost.length > 0 ? [`${element} has no ${named(lost)} any more`] : []),
  ]
  return parts.join(', and ')
}

const named = (losses: readonly Loss[]): string =>
  losses.length > 3
    ? `${losses
        .slice(0, 3)
        .map(({ path }) => path)
        .join(', ')} …`
    : losses.map(({ path }) => path).join(' and ')
