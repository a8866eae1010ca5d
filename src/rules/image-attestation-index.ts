import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { show } from '../source/unknown.ts'
import type { Pull } from '../world/cluster.ts'
import { pullsOf } from '../world/pulls.ts'
import type { Push } from '../world/registry.ts'
import { supplyOf } from '../world/supply.ts'
import { nameOfPod, noteOfPush } from '../world/telling.ts'
import { eventsOf, type World } from '../world/world.ts'

export const imageAttestationIndex = rule({
  id: 'image-attestation-index',
  summary: 'provenance that nobody asked for turns an image into an index',
  severity: 'warning',
  seen: 'an extra unknown/unknown entry in the registry; consumers that want a plain manifest refuse the image',
  on: 'world',
  *check(world): Iterable<Problem> {
    const byDefault = eventsOf(world, 'push').filter((push) => push.image.attestations.kind === 'default')
    for (const push of byDefault) yield* refusedBy(world, push)
    for (const pushes of byWorkflow(byDefault)) {
      const first = pushes[0] as Push
      const pull = pullerOf(world, pushes)
      yield {
        at: first.image.at,
        message: `${first.image.builder} adds provenance to ${show(world.names, first.reference.text.value)} by default, so that it is pushed as an image index and not as a plain ${platformsOf(first)} image`,
        because: [
          ...pushes.map((push) => ({ at: push.image.at, message: 'so does this step' })),
          pull ? { at: pull.at, message: `${nameOfPod(world, pull)} pulls it` } : noteOfPush(world, first),
        ],
        help: 'set provenance: false, or provenance: true (mode=max …) where the attestation is wanted',
        severity: pull ? 'warning' : 'notice',
      }
    }
  },
})

const platformsOf = (push: Push): string =>
  push.image.platforms?.length === 1 ? (push.image.platforms[0] as string) : 'single-platform'

function byWorkflow(pushes: readonly Push[]): readonly (readonly Push[])[] {
  const groups = new Map<string, Push[]>()
  for (const push of pushes) groups.set(push.run.path, [...(groups.get(push.run.path) ?? []), push])
  return [...groups.values()]
}

/** Kubernetes finds its way through the index, so this is advice at most; where no cluster pulls the image, a remark. */
function pullerOf(world: World, pushes: readonly Push[]): Pull | undefined {
  const single = pushes.filter((push) => push.image.platforms === undefined || push.image.platforms.length === 1)
  return pullsOf(world).find((pull) => supplyOf(world, pull).matching.some((push) => single.includes(push)))
}

/**
 * Consumers that take no index: AWS Lambda ("The image manifest, config or layer media type … is not supported"), Azure
 * Container Apps ("uses an invalid operating system"), `docker manifest create` ("is a manifest list").
 */
const wantsPlain = /^(?:aws lambda|az containerapp|docker manifest create|azure\/container-apps-deploy-action)/

function* refusedBy(world: World, push: Push): Iterable<Problem> {
  const image = push.reference.text.value
  const consumer = eventsOf(world, 'command').find(
    (command) =>
      wantsPlain.test(command.name) &&
      [...command.arguments, ...command.inputs.values()].some((text) => text.value.split(/[=\s]/).includes(image)),
  )
  if (!consumer) return
  yield {
    at: push.image.at,
    message: `${push.image.builder} adds provenance to ${show(world.names, image)} by default, and ${consumer.name} takes no image index`,
    because: [{ at: consumer.at, message: `${consumer.name} is given the image here` }, noteOfPush(world, push)],
    help: 'set provenance: false on this build',
    severity: 'error',
    seen: 'the image manifest, config or layer media type for the source image is not supported',
  }
}
