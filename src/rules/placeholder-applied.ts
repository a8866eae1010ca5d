import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { placeOf, type Text } from '../source/text.ts'
import { show } from '../source/unknown.ts'
import { placedNames } from '../world/names.ts'
import { placeholderIn, placeholderInImage } from '../world/placeholder.ts'
import { pullsOf } from '../world/pulls.ts'
import { idleRewrites, outcomeOf } from '../world/rewrite.ts'
import type { Run } from '../world/run.ts'
import { nameOfPod, reasonsOf } from '../world/telling.ts'
import { eventsOf, type World } from '../world/world.ts'

export const placeholderApplied = rule({
  id: 'placeholder-applied',
  summary: 'a placeholder that nothing fills in on its way to the cluster',
  severity: 'error',
  seen: 'InvalidImageName or ImagePullBackOff; for a name or a host: Invalid value',
  on: 'world',
  *check(world): Iterable<Problem> {
    const pulls = pullsOf(world)
    // Where a replacement found nothing, that is the finding.
    const spared = idleRewrites(world).flatMap((rewrite) => outcomeOf(world, rewrite, pulls).spared ?? [])
    for (const pull of pulls) {
      if (spared.some(({ order, container }) => order === pull.order && container === pull.container)) continue
      const { text } = pull.reference
      const placeholder = pull.object.uncertain ? undefined : placeholderInImage(text)
      if (placeholder)
        yield* problem(
          world,
          pull,
          placeholder,
          `${nameOfPod(world, pull)} asks for ${show(world.names, text.value)}`,
          pull.apply.at,
        )
    }
    for (const apply of eventsOf(world, 'apply')) {
      for (const { text, field } of apply.object.uncertain ? [] : placedNames(apply.object)) {
        const placeholder = placeholderIn(text)
        if (placeholder)
          yield* problem(
            world,
            apply,
            placeholder,
            `${field} of ${apply.object.kind} is ${show(world.names, text.value)}`,
            apply.at,
          )
      }
    }
  },
})

function* problem(
  world: World,
  { run }: { readonly run: Run },
  placeholder: Text,
  what: string,
  deployed: Problem['at'],
): Iterable<Problem> {
  // An agent in the cluster may fill it in (Flux's postBuild, plugins of Argo CD).
  if (run.implied) return
  const shown = show(world.names, placeholder.value)
  yield {
    at: placeOf(placeholder),
    message: `${what}: nothing fills in ${shown} before it is applied`,
    because: [{ at: deployed, message: 'it is applied here as it is' }, ...reasonsOf(placeholder)],
    help: `put the value in place of ${shown} before (sed, envsubst, kustomize edit set image, images of azure/k8s-deploy)`,
    // By hand: people may fill it in for themselves, and never commit that.
    ...(run.occasion.event === 'by-hand' ? { severity: 'warning' as const } : {}),
  }
}
