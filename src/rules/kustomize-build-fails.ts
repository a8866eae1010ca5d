import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { eventsOf } from '../world/world.ts'

export const kustomizeBuildFails = rule({
  id: 'kustomize-build-fails',
  summary: 'a kustomization that cannot be built',
  severity: 'error',
  seen: 'Error: … : nothing is applied',
  on: 'world',
  *check(world): Iterable<Problem> {
    for (const { tool, message, at, command, run, tolerated } of eventsOf(world, 'render-failure')) {
      // What an agent builds may be built with other flags (`--load-restrictor`), so it is not judged.
      if (tool !== 'kustomize' || tolerated || run.implied) continue
      yield {
        at,
        message: `kustomize cannot build this: ${message}`,
        because: [{ at: command, message: `the job ${run.job} builds it here` }],
        help: 'mend the kustomization at this line, or add the file that it names',
        // A script for people's own use may ask for less than a deploy.
        ...(run.occasion.event === 'by-hand' ? { severity: 'warning' as const } : {}),
      }
    }
  },
})
