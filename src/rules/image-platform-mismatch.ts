import type { Note, Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { show } from '../source/unknown.ts'
import { type Landing, landingOf } from '../world/landing.ts'
import type { Image } from '../world/registry.ts'
import { supplyOf } from '../world/supply.ts'
import { listed, nameOfPod, noteOfPush } from '../world/telling.ts'

export const imagePlatformMismatch = rule({
  id: 'image-platform-mismatch',
  summary: 'an image that is built for no platform of the nodes it runs on',
  severity: 'error',
  seen: 'ImagePullBackOff: no match for platform in manifest, or CrashLoopBackOff: exec format error',
  on: 'pull',
  *check(pull, world): Iterable<Problem> {
    const { matching, maybe } = supplyOf(world, pull)
    const landing = landingOf(world, pull)
    if (!landing || maybe) return
    const wrong = matching.filter((push) => runsNowhere(push.image, landing))
    const [push] = wrong
    // Another push of the same tag may be the one that is there in the end.
    if (!push || wrong.length < matching.length) return
    const { image } = push
    const built = listed(image.platforms ?? [])
    yield {
      at: image.platformsAt ?? image.at,
      message: `${nameOfPod(world, pull)} runs on ${listed(landing.architectures)} nodes only, and ${show(world.names, pull.reference.text.value)} is built for ${built}`,
      because: [
        ...nodesOf(landing),
        noteOfPush(world, push),
        { at: pull.at, message: 'the container asks for it here' },
      ],
      help: `build it for ${listed(landing.architectures.map((one) => `linux/${one}`))}, or run it on nodes of its own kind`,
      seen: seenOf(image),
    }
  },
})

const runsNowhere = ({ platforms }: Image, { architectures }: Landing): boolean =>
  platforms !== undefined &&
  platforms.length > 0 &&
  !platforms.some((platform) =>
    architectures.some((one) => platform === `linux/${one}` || platform.startsWith(`linux/${one}/`)),
  )

const nodesOf = (landing: Landing): readonly Note[] => landing.because

/** containerd looks for a match in an index, and takes a plain manifest as it is (core/images/image.go `Manifest`). */
const seenOf = ({ shape }: Image): string =>
  shape === 'index'
    ? 'ImagePullBackOff: no match for platform in manifest: not found'
    : shape === 'manifest'
      ? 'CrashLoopBackOff: exec format error'
      : 'ImagePullBackOff: no match for platform in manifest, or CrashLoopBackOff: exec format error'
