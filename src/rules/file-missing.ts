import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { show } from '../source/unknown.ts'
import { eventsOf } from '../world/world.ts'

export const fileMissing = rule({
  id: 'file-missing',
  summary: 'a command that names a file nobody has brought',
  severity: 'error',
  seen: 'error: the path … does not exist',
  on: 'world',
  *check(world): Iterable<Problem> {
    for (const { path, command, at, run } of eventsOf(world, 'missing-file')) {
      if (run.implied || run.occasion.event === 'by-hand') continue
      yield {
        at,
        message: `${command} is given ${show(world.names, path.value)}, which neither the repository nor a step before it has made`,
        because: [{ at: run.at, message: `the job ${run.job} runs it` }],
        help: 'name a file that is there, or check out the repository in this job first',
      }
    }
  },
})
