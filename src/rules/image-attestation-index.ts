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
