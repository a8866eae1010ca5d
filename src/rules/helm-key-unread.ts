import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { isOfThisRun, show } from '../source/unknown.ts'
import { nameOfChart } from '../world/telling.ts'
import { isAskedFor, isReadElsewhere, meantInstead, type UnreadSetting } from '../world/unread-setting.ts'
import { eventsOf, type World } from '../world/world.ts'

export const helmKeyUnread = rule({
  id: 'helm-key-unread',
  summary: 'a value for a key that the chart does not read',
  severity: 'error',
  seen: 'nothing: the chart is installed as if it had not been set',
  on: 'world',
  *check(world): Iterable<Problem> {
    for (const unread of eventsOf(world, 'unread-setting')) {
      if (isReadElsewhere(world, unread) || (unread.isInFile && isAskedFor(unread))) continue
      const { path, at, command, chart, run, isInFile } = unread
      const meant = meantInstead(unread)
      const instead = meant?.read
      const isLost = isLostImage(world, unread)
      // A file has a key of an image for reasons of its own, unless the image is nowhere else.
      if (isInFile && !meant?.isClose && !isLost) continue
      const proven = (meant?.isClose || isLost) && run.occasion.event !== 'by-hand'
      yield {
        at,
        message: `no template of the chart "${nameOfChart(world, chart)}" reads ${path}${instead ? `, but one reads ${instead.path}` : ''}: ${shown(world, unread)} goes nowhere`,
        because: [
          ...(instead ? [{ at: instead.at, message: `${instead.path} is read here` }] : []),
          { at: command, message: 'the chart is rendered here, to the same text with and without it' },
        ],
        help: instead ? `set ${instead.path}` : `set a key that the chart reads, or read .Values.${path} in a template`,
        ...(proven ? {} : { severity: 'warning' as const }),
      }
    }
  },
})

/** An image that only this run knows, put nowhere, is the one that was built for nothing. */
const isLostImage = ({ names }: World, { path, value, isElsewhere }: UnreadSetting): boolean =>
  /(?:tag|image|digest|version|repository)$/i.test(path) && !isElsewhere && isOfThisRun(names, value.value)

function shown({ names }: World, { value, isInFile }: UnreadSetting): string {
  if (value.value === '') return isInFile ? 'what stands there' : 'the empty value'
  return show(names, value.value)
}
