import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { compare } from '../source/compare.ts'
import { oneEditApart } from '../source/distance.ts'
import { isOfThisRun, show } from '../source/unknown.ts'
import type { Pull } from '../world/cluster.ts'
import { invalidityOf } from '../world/invalid-reference.ts'
import { placeholderInImage } from '../world/placeholder.ts'
import type { Push } from '../world/registry.ts'
import { nearMisses, supplyOf, tagOf } from '../world/supply.ts'
import { decisivePlace, nameOfPod, noteOfPush, trailOf } from '../world/telling.ts'
import type { World } from '../world/world.ts'

export const imageRepositoryMismatch = rule({
  id: 'image-repository-mismatch',
  summary: 'an image that is pushed under one name and deployed under another',
  severity: 'error',
  seen: 'ImagePullBackOff: … not found, or pull access denied',
  on: 'pull',
  *check(pull, world): Iterable<Problem> {
    const { pushes, maybe } = supplyOf(world, pull)
    if (pushes.length > 0 || maybe || pull.reference.digest || officialImage(pull)) return
    if (placeholderInImage(pull.reference.text) || invalidityOf(pull.reference)) return
    const near = nearMisses(world, pull).filter((push) => meantToBe(world, pull, push))
    const nearest = near[0]
    if (!nearest) return
    const wanted = show(world.names, pull.reference.name)
    const pushed = show(world.names, nearest.reference.name)
    yield {
      at: decisivePlace(world, pull.reference.written),
      message: `${nameOfPod(world, pull)} asks for ${wanted}, which nothing here pushes; this repository pushes ${pushed}`,
      because: [...near.map((push) => noteOfPush(world, push)), ...trailOf(pull)],
      help: `deploy ${pushed}, or push to ${wanted}`,
      ...(pull.run.implied ? { severity: 'warning' as const } : {}),
    }
  },
})

/** `nginx` is Docker's own image, whatever else is called so. */
const officialImage = (pull: Pull): boolean => pull.reference.name.startsWith('docker.io/library/')

/**
 * The tag proves that the pull means this very build: it is one that only this run can know, or the one that is pushed. Without
 * such a proof a like name may be somebody else's image.
 */
function meantToBe(world: World, pull: Pull, push: Push): boolean {
  const tag = tagOf(pull)
  const sameTag = compare(tag, tagOf(push)) === 'same'
  if (isOfThisRun(world.names, tag)) return true
  const sameRegistry = compare(push.reference.registry ?? '', pull.reference.registry ?? '') === 'same'
  return sameTag && sameRegistry && oneEditApart(push.reference.name, pull.reference.name)
}
