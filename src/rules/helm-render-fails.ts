import type { Note, Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { type Span, sameSpan } from '../source/span.ts'
import type { Run } from '../world/run.ts'
import { readSetting } from '../world/settings.ts'
import { notesOn } from '../world/telling.ts'
import { eventsOf, type World } from '../world/world.ts'

export const helmRenderFails = rule({
  id: 'helm-render-fails',
  summary: 'a chart that cannot be rendered with the values of this deploy',
  severity: 'error',
  seen: 'Error: INSTALLATION FAILED, or UPGRADE FAILED: nothing is deployed',
  on: 'world',
  *check(world): Iterable<Problem> {
    for (const { tool, message, at, given, why, command, run, tolerated } of eventsOf(world, 'render-failure')) {
      if (
        tool !== 'helm' ||
        tolerated ||
        run.implied ||
        (/^failed parsing --set/.test(message) && splitsAtComma(world, run)) ||
        failsForList(world, run, command)
      )
        continue
      yield {
        at,
        message: `helm cannot render this chart with the values of the job ${run.job}: ${message}`,
        because: [
          { at: command, message: 'renders the chart here' },
          ...given.map((value): Note => ({ at: value, message: 'this value leads there' })),
          ...notesOn(why),
        ],
        help: sameFile(at, command)
          ? 'mend the value that is given here, or the template that takes it'
          : 'give the value that is missing, or mend the template at this line',
        // A script for people's own use may ask for less than a deploy.
        ...(run.occasion.event === 'by-hand' ? { severity: 'warning' as const } : {}),
      }
    }
  },
})

const sameFile = (a: Span, b: Span): boolean => a.source.path === b.source.path

/** A setting that falls apart at a comma is the finding of helm-set-comma. */
const splitsAtComma = (world: World, run: Run): boolean =>
  eventsOf(world, 'release').some(
    (release) => release.run === run && release.settings.some((setting) => readSetting(setting).fails?.comma),
  )

/** An element that a `--set` has made null is the finding of helm-set-list-wiped. */
const failsForList = (world: World, run: Run, command: Span): boolean =>
  eventsOf(world, 'wiped-list').some((wiped) => wiped.run === run && wiped.failure && sameSpan(wiped.command, command))
