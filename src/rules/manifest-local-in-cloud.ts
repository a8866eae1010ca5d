import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { placeOf } from '../source/text.ts'
import { show } from '../source/unknown.ts'
import type { Pull } from '../world/cluster.ts'
import { nameOfObject } from '../world/telling.ts'

export const manifestLocalInCloud = rule({
  id: 'manifest-local-in-cloud',
  summary: 'a cloud deploy that applies the local variant of a manifest',
  severity: 'error',
  seen: 'ErrImageNeverPull, or ImagePullBackOff on a bare image name',
  on: 'pull',
  *check(pull, world): Iterable<Problem> {
    const { provider, name } = pull.cluster
    const place = placeOf(pull.reference.text)
    const cloudVariant = world.facts.cloudVariants.get(place.source.path)
    if (!cloudVariant || provider === undefined || provider === 'local' || pull.run.implied || !needsLocalImage(pull))
      return
    const cluster = name
      ? `the ${provider.toUpperCase()} cluster ${show(world.names, name.value)}`
      : `an ${provider.toUpperCase()} cluster`
    yield {
      at: pull.apply.at,
      message: `this applies ${place.source.path}, the local variant of ${nameOfObject(world, pull)}, to ${cluster}; ${cloudVariant} lies beside it`,
      because: [
        { at: place, message: `asks for ${show(world.names, pull.reference.text.value)}, which no registry has` },
      ],
      help: `apply ${cloudVariant} instead`,
    }
  },
})

/** What makes a manifest a local one: an image that is only in a local daemon. */
const needsLocalImage = (pull: Pull): boolean =>
  pull.policy.effective === 'Never' || !pull.reference.written.value.includes('/')
