import type { Note, Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { placeOf } from '../source/text.ts'
import { holdsUnknown, show } from '../source/unknown.ts'
import type { Pull } from '../world/cluster.ts'
import { isOfficialImage } from '../world/official-images.ts'
import { placeholderInImage } from '../world/placeholder.ts'
import { nameOfPod, trailOf } from '../world/telling.ts'
import { eventsOf, type World } from '../world/world.ts'

export const imageRegistryMissing = rule({
  id: 'image-registry-missing',
  summary: 'an image of one bare word that only a local Docker daemon has',
  severity: 'error',
  seen: 'ImagePullBackOff: docker.io/library/… pull access denied, repository does not exist',
  on: 'pull',
  *check(pull, world): Iterable<Problem> {
    const name = pull.reference.written.value
    if (pull.reference.registryWritten || name.includes('/') || holdsUnknown(name) || isOfficialImage(name)) return
    if (placeholderInImage(pull.reference.text)) return
    // A pod that may never pull is another rule's finding; on a local cluster the name is as it should be.
    if (pull.cluster.provider === 'local' || pull.policy.effective === 'Never') return
    const built = builtHere(world, pull)
    // By hand, and to a cluster nobody names: that may be one on the same computer, which has the image.
    if (
      pull.run.occasion.event === 'by-hand' &&
      pull.cluster.provider === undefined &&
      (built.length === 0 || !pull.run.implied)
    )
      return
    const proven = built.length > 0 && !pull.run.implied && pull.cluster.provider !== undefined
    yield {
      at: placeOf(pull.reference.text),
      message: `${nameOfPod(world, pull)} asks for ${show(world.names, pull.reference.text.value)}, which means docker.io/library/${show(world.names, name)}: ${built.length > 0 ? 'the image built here under that name is not there' : 'no Docker Official Image is called so'}`,
      because: [...built, ...trailOf(pull)],
      help: `push the image to a registry and name it in full: <registry>/${show(world.names, name)}`,
      ...(proven ? {} : { severity: 'warning' as const }),
    }
  },
})

/** Builds that gave an image the bare name. */
const builtHere = (world: World, pull: Pull): readonly Note[] =>
  eventsOf(world, 'build').flatMap((build) =>
    build.references
      .filter((reference) => reference.name === pull.reference.name)
      .map((reference) => ({
        at: placeOf(reference.text),
        message: `builds ${show(world.names, reference.text.value)}, on this machine alone`,
      })),
  )
