import type { Problem, Severity } from '../finding.ts'
import { rule } from '../rule.ts'
import { isOfThisRun, show } from '../source/unknown.ts'
import type { Pull } from '../world/cluster.ts'
import { orderOf, sameOccasion } from '../world/delivery.ts'
import type { Push } from '../world/registry.ts'
import { seenUnder } from '../world/run.ts'
import { supplyOf, tagOf } from '../world/supply.ts'
import { nameOfObject, noteOfPush } from '../world/telling.ts'
import { eventsOf, type World } from '../world/world.ts'

export const deployBeforeBuild = rule({
  id: 'deploy-before-build',
  summary: 'a deploy that nothing makes wait for the build it depends on',
  severity: 'error',
  seen: 'ImagePullBackOff until the build is done, or the old image',
  on: 'pull',
  *check(pull, world): Iterable<Problem> {
    const { matching } = supplyOf(world, pull)
    const pushes = matching.filter((push) => sameOccasion(push.run, pull.run))
    const [push] = pushes
    if (!push || pull.run.implied || pushes.some((one) => orderOf(one, pull) === 'before')) return
    // A tag of this commit that an earlier event has pushed is there; a tag that is always the same holds the old image.
    if (isOfThisRun(world.names, tagOf(pull)) && matching.some((one) => isEarlier(one, pull))) return
    const severity = severityOf(world, pull, push)
    if (!severity) return
    const image = show(world.names, pull.reference.text.value)
    yield {
      at: pull.run.at,
      message: `the job ${pull.run.job} deploys ${image} to ${nameOfObject(world, pull)}, and ${relation(pull, push)}`,
      because: [
        ...pushes.map((one) => noteOfPush(world, one)),
        { at: pull.at, message: 'the image is asked for here' },
      ],
      help: advice(pull, push),
      severity,
    }
  },
})

/** A race that the kubelet's retries can win is a warning; where nobody retries, or the old image is there to run, an error. */
function severityOf(world: World, pull: Pull, push: Push): Severity | undefined {
  if (orderOf(push, pull) === 'after') return 'error'
  if (!isOfThisRun(world.names, tagOf(pull))) return 'error'
  const waits = eventsOf(world, 'wait').some(
    (wait) => wait.run === pull.run && wait.order > pull.order && seenUnder(pull.when, wait.when) === 'certain',
  )
  return waits ? 'error' : 'warning'
}

function relation(pull: Pull, push: Push): string {
  if (push.run === pull.run) return 'pushes that image only afterwards'
  if (orderOf(push, pull) === 'after')
    return `the job ${push.run.job}, which pushes that image, starts only when it is done`
  return `nothing makes it wait for the job ${push.run.job}, which pushes that image`
}

function advice(pull: Pull, push: Push): string {
  if (push.run === pull.run) return 'move the push in front of the deploy'
  if (push.run.path === pull.run.path)
    return `add needs: ${push.run.job.replace(/ \(.*/, '')} to the job ${pull.run.job}`
  return `start the deploy with workflow_run when ${push.run.path} has completed, or put both jobs into one workflow`
}

const isEarlier = (push: Push, pull: Pull): boolean => push.order < pull.order && !sameOccasion(push.run, pull.run)
