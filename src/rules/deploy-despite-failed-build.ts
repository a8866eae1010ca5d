import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import type { Span } from '../source/span.ts'
import { show } from '../source/unknown.ts'
import type { Pull } from '../world/cluster.ts'
import type { Push } from '../world/registry.ts'
import { supplyOf } from '../world/supply.ts'
import { nameOfObject, noteOfPush } from '../world/telling.ts'

export const deployDespiteFailedBuild = rule({
  id: 'deploy-despite-failed-build',
  summary: 'a deploy that runs although the build it needs has failed',
  severity: 'error',
  seen: 'ImagePullBackOff: … not found, or the old image',
  on: 'pull',
  *check(pull, world): Iterable<Problem> {
    for (const push of supplyOf(world, pull).matching) {
      const at = despite(pull, push)
      if (!at) continue
      yield {
        at,
        message: `this condition lets ${show(world.names, pull.reference.text.value)} be deployed to ${nameOfObject(world, pull)} although ${push.run === pull.run ? 'the step that pushes it' : `the job ${push.run.job}, which pushes it,`} has failed`,
        because: [noteOfPush(world, push), { at: pull.at, message: 'the image is asked for here' }],
        help:
          push.run === pull.run
            ? 'drop the status function, or test the outcome of the build step as well'
            : `test the result as well: needs.${push.run.job.replace(/ \(.*/, '')}.result == 'success'`,
      }
      return
    }
  },
})

function despite(pull: Pull, push: Push): Span | undefined {
  if (push.run === pull.run) return push.order < pull.order && push.step !== pull.step ? pull.step?.despite : undefined
  return pull.run.despite.find(({ failed }) => failed.includes(push.run))?.at
}
