import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { eventsOf } from '../world/world.ts'

export const helmRenderFails = rule({
  id: 'helm-render-fails',
  summary: 'a chart that cannot be rendered with the values of this deploy',
  severity: 'error',
  seen: 'Error: INSTALLATION FAILED, or UPGRADE FAILED: nothing is deployed',
  on: 'world',
  *check(world): Iterable<Problem> {
    for (const { tool, message, at, command, run } of eventsOf(world, 'render-failure')) {
      if (tool !== 'helm' || run.implied) continue
      yield {
        at,
        message: `helm cannot render this chart with the values of the job ${run.job}: ${message}`,
        because: [{ at: command, message: 'renders the chart here' }],
        help: 'give the value that is missing, or mend the template at this line',
        // A script for people's own use may ask for less than a deploy.
        ...(run.occasion.event === 'by-hand' ? { severity: 'warning' as const } : {}),
      }
    }
  },
})
