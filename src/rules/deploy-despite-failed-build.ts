import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import type { Span } from '../source/span.ts'
import { holdsUnknown, isOfThisRun, show } from '../source/unknown.ts'
import type { Pull } from '../world/cluster.ts'
import type { Push } from '../world/registry.ts'
import { type Despite, endsBefore, rootOf } from '../world/run.ts'
import { supplyOf, tagOf } from '../world/supply.ts'
import { nameOfObject, noteOfPush } from '../world/telling.ts'
import type { World } from '../world/world.ts'

export const deployDespiteFailedBuild = rule({
  id: 'deploy-despite-failed-build',
  summary: 'a deploy that runs although the build it needs has failed',
  severity: 'error',
  seen: 'ImagePullBackOff: … not found, or the old image',
  on: 'pull',
  *check(pull, world): Iterable<Problem> {
    const { matching } = supplyOf(world, pull)
    const ways = matching.map((push) => ({ push, way: wayAround(pull, push) }))
    // Another push of the same commit stops the deploy when it fails, or brings the image all the same.
    const own = ways.filter(({ push }) => rootOf(push.run.occasion) === rootOf(pull.run.occasion))
    const all = own.every(({ way }) => way)
    const found = ways.find(({ way }) => way && (all || way.by === 'condition'))
    if (found?.way) yield problemOf(world, pull, found.push, found.way)
  },
})

type Way = Omit<Despite, 'failed'>

/** What lets the deploy run although the push has failed. */
function wayAround(pull: Pull, push: Push): Way | undefined {
  if (push.run !== pull.run) {
    const known = pull.run.despite.find(({ failed }) => failed.includes(push.run))
    return known ?? (endsBefore(push.run, pull.run) ? tolerated(push) : undefined)
  }
  if (push.order > pull.order || push.step === pull.step) return undefined
  return pull.step?.despite ? { at: pull.step.despite, by: 'condition' } : tolerated(push)
}

const tolerated = (push: Push): { readonly at: Span; readonly by: 'tolerance' } | undefined =>
  push.step?.tolerated && { at: push.step.tolerated, by: 'tolerance' }

function problemOf(world: World, pull: Pull, push: Push, { at, by }: Way): Problem {
  const pushes = push.run === pull.run ? 'the step that pushes it' : `the job ${push.run.job}, which pushes it,`
  const deployed = `${show(world.names, pull.reference.text.value)} be deployed to ${nameOfObject(world, pull)} although ${pushes} has failed`
  const because = [noteOfPush(world, push), { at: pull.at, message: 'the image is asked for here' }]
  const id = push.run.job.replace(/ \(.*/, '')
  switch (by) {
    case 'condition':
      return {
        at,
        message: `this condition lets ${deployed}`,
        because,
        help:
          push.run === pull.run
            ? 'drop the status function, or test the outcome of the build step as well'
            : `test the result as well: needs.${id}.result == 'success'`,
      }
    case 'tolerance':
      return {
        at,
        severity: 'warning',
        message: `continue-on-error lets ${deployed}`,
        because,
        help: 'drop it where the image is pushed, or deploy only where the outcome of that step is success',
      }
    case 'completion':
      return {
        at,
        severity: isNewEachTime(world, pull) ? 'error' : 'warning',
        message: `a workflow_run that only waits for the end lets ${deployed}`,
        because,
        help: `start the job ${pull.run.job.replace(/ \(.*/, '')} with if: github.event.workflow_run.conclusion == 'success'`,
      }
  }
}

/** What was never pushed cannot be pulled; of a tag that is pushed again and again there is an older image. */
function isNewEachTime(world: World, pull: Pull): boolean {
  const tag = tagOf(pull)
  return isOfThisRun(world.names, tag) && !holdsUnknown(tag)
}
