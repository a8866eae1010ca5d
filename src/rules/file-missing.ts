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
    for (const { path, command, at, run, tolerated, noCheckout } of eventsOf(world, 'missing-file')) {
      if (tolerated || run.implied || run.occasion.event === 'by-hand') continue
      yield {
        at,
        message: `${command} is given ${show(world.names, path.value)}, ${noCheckout ? 'and nothing in this job checks out the repository' : 'which is not in the repository, and no step before has made it'}`,
        because: [{ at: run.at, message: `the job ${run.job} runs it` }],
        help: noCheckout ? 'add actions/checkout before this step' : 'name a file that is there, or make it before',
        seen: `${command}: ${show(world.names, path.value)}: no such file or directory`,
      }
    }
  },
})
