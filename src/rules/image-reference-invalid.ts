import type { Note, Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { show } from '../source/unknown.ts'
import type { Pull } from '../world/cluster.ts'
import { invalidityOf } from '../world/invalid-reference.ts'
import { pullsOf } from '../world/pulls.ts'
import { decisivePlace, nameOfPod, trailOf } from '../world/telling.ts'
import { eventsOf, type World } from '../world/world.ts'

export const imageReferenceInvalid = rule({
  id: 'image-reference-invalid',
  summary: 'an image reference that no runtime takes',
  severity: 'error',
  seen: 'InvalidImageName; in a build: invalid reference format',
  on: 'world',
  *check(world): Iterable<Problem> {
    for (const build of eventsOf(world, 'build'))
      for (const reference of build.references)
        yield* invalid(world, reference, 'the build names its image', [
          { at: build.image.at, message: 'it is built here' },
        ])
    for (const pull of pullsOf(world)) {
      // What nobody here applies may be completed by whoever does.
      if (pull.run.implied || pull.run.occasion.event === 'by-hand' || pull.object.uncertain) continue
      yield* invalid(world, pull.reference, `${nameOfPod(world, pull)} asks for`, [
        { at: pull.apply.at, message: 'it is applied here' },
        ...trailOf(pull),
      ])
    }
  },
})

function* invalid(
  world: World,
  reference: Pull['reference'],
  who: string,
  because: readonly Note[],
): Iterable<Problem> {
  const found = invalidityOf(reference)
  if (!found) return
  yield {
    at: decisivePlace(world, reference.text),
    message: `${who} ${show(world.names, reference.text.value)}: ${found.reason}`,
    because,
    help: found.wholeAsTag
      ? 'give the tag alone (outputs.version of docker/metadata-action, not outputs.tags), or put the whole reference where the whole image is asked for'
      : 'write registry/name:tag',
  }
}
