import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { originOf, pieceAt, placeOf } from '../source/text.ts'
import { show } from '../source/unknown.ts'
import type { Pull } from '../world/cluster.ts'
import { placeholderInImage } from '../world/placeholder.ts'
import { pullsOf } from '../world/pulls.ts'
import type { Push } from '../world/registry.ts'
import { eventsOf, type World } from '../world/world.ts'

export const imageNameUppercase = rule({
  id: 'image-name-uppercase',
  summary: 'an image name with upper-case letters, which no registry takes',
  severity: 'error',
  seen: 'InvalidImageName; in a build: repository name must be lowercase',
  on: 'world',
  *check(world): Iterable<Problem> {
    for (const push of eventsOf(world, 'push')) yield* upperCaseIn(world, push, 'the push is refused')
    for (const build of eventsOf(world, 'build')) {
      for (const reference of build.references)
        yield* upperCaseIn(world, { reference, run: build.run }, 'the build is refused')
    }
    for (const pull of pullsOf(world))
      if (!placeholderInImage(pull.reference.text)) yield* upperCaseIn(world, pull, 'its pods end in InvalidImageName')
  },
})

/** The registry's host may be upper case; the path behind it must not (distribution/reference, `pathComponent`). */
function* upperCaseIn(world: World, event: Pick<Push | Pull, 'reference' | 'run'>, outcome: string): Iterable<Problem> {
  const { reference, run } = event
  const { value } = reference.written
  const path = reference.registryWritten ? value.indexOf('/') + 1 : 0
  const upper = value.slice(path).search(/[A-Z]/)
  const piece = upper < 0 ? undefined : pieceAt(reference.written, path + upper)
  // A name that somebody is to fill in (`REGION-docker.pkg.dev/PROJECT_ID/web`) is another finding.
  if (!piece || (run.implied && /(?:^|\/)[A-Z][A-Z0-9_]+(?=\/|$)/.test(value))) return
  yield {
    at: originOf(piece),
    message: `the image name ${show(world.names, value)} has an upper-case letter: ${outcome}`,
    because: [{ at: placeOf(reference.text), message: `becomes ${show(world.names, reference.text.value)} here` }],
    help: 'lower it on the way: docker/metadata-action does so, and in bash ${name,,} does',
  }
}
