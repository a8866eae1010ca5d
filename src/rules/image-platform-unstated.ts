import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { show } from '../source/unknown.ts'
import { landingOf } from '../world/landing.ts'
import { supplyOf } from '../world/supply.ts'
import { listed, nameOfPod, noteOfPush } from '../world/telling.ts'

export const imagePlatformUnstated = rule({
  id: 'image-platform-unstated',
  summary: 'an image built on a workstation without saying for which platform',
  severity: 'warning',
  seen: 'CrashLoopBackOff: exec format error',
  on: 'pull',
  *check(pull, world): Iterable<Problem> {
    const landing = landingOf(world, pull)
    if (!landing) return
    for (const push of supplyOf(world, pull).matching) {
      const { image, run } = push
      // A runner's architecture is known, and so is a platform that is stated or pinned.
      if (
        run.occasion.event !== 'by-hand' ||
        image.platforms !== undefined ||
        image.platformsAt ||
        !/\bbuild/.test(image.builder)
      )
        continue
      const wanted = landing.architectures.map((one) => `linux/${one}`)
      yield {
        at: image.at,
        message: `${image.builder} makes ${show(world.names, push.reference.text.value)} for the platform of the machine it runs on, and ${nameOfPod(world, pull)} runs on ${listed(landing.architectures)} nodes`,
        because: [
          ...landing.because,
          noteOfPush(world, push),
          { at: pull.at, message: 'the container asks for it here' },
        ],
        help: `add --platform ${wanted[0]}; a Mac with Apple silicon builds linux/arm64 by itself`,
      }
      return
    }
  },
})
