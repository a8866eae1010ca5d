import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { isOfThisRun, show } from '../source/unknown.ts'
import { isReadElsewhere, meantInstead } from '../world/unread-setting.ts'
import { eventsOf } from '../world/world.ts'

export const helmKeyUnread = rule({
  id: 'helm-key-unread',
  summary: 'a --set of a key that the chart does not read',
  severity: 'error',
  seen: 'nothing: the chart is installed as if it had not been set',
  on: 'world',
  *check(world): Iterable<Problem> {
    for (const unread of eventsOf(world, 'unread-setting')) {
      if (isReadElsewhere(world, unread)) continue
      const { path, value, at, command, chart, run } = unread
      const meant = meantInstead(unread)
      const instead = meant?.read
      const given = show(world.names, value.value)
      // An image that only this run knows, put nowhere, is the one that was built for nothing.
      const lost = /(?:tag|image|digest|version)$/i.test(path) && isOfThisRun(world.names, value.value)
      const proven = (meant?.close || lost) && run.occasion.event !== 'by-hand'
      yield {
        at,
        message: `no template of the chart "${show(world.names, chart.value)}" reads ${path}${instead ? `, but one reads ${instead.path}` : ''}: ${given === '' ? 'the empty value' : given} goes nowhere`,
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
