import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { placeOf } from '../source/text.ts'
import { show } from '../source/unknown.ts'
import type { Apply } from '../world/cluster.ts'
import { eventsOf, type World } from '../world/world.ts'

export const namespaceCreatedLate = rule({
  id: 'namespace-created-late',
  summary: 'objects that are applied before the namespace they are for',
  severity: 'warning',
  seen: 'Error from server (NotFound): namespaces "…" not found, on the first deploy',
  on: 'object',
  *check(namespace, world): Iterable<Problem> {
    const { object, run, at } = namespace
    const name = object.name?.value
    if (object.kind !== 'Namespace' || !object.name || name === undefined || run.implied) return
    if (
      !namespace.set.label.startsWith('kubectl apply') ||
      run.occasion.event === 'by-hand' ||
      isMadeElsewhere(world, namespace, name)
    )
      return
    const early = eventsOf(world, 'apply').find(
      (one) => one.set === namespace.set && one.order < namespace.order && one.object.namespace?.value === name,
    )
    if (!early?.object.namespace) return
    const shown = show(world.names, name)
    yield {
      at,
      message: `kubectl takes files in the order of their names: ${early.object.kind} ${show(world.names, early.object.name?.value ?? '')} comes before the Namespace ${shown}, and the first deploy fails`,
      because: [
        { at: placeOf(object.name), message: `${shown} is made here` },
        { at: placeOf(early.object.namespace), message: 'an object before it is for that namespace' },
      ],
      help: `apply the file of the Namespace first, or give it a name that sorts before the others (00-namespace.yaml)`,
    }
  },
})

/** By another command, a release, or people who read the documents. */
function isMadeElsewhere(world: World, { set, object, run }: Apply, name: string): boolean {
  const file = object.name ? placeOf(object.name).source.path : ''
  const words = world.facts.documented
  // The same command of another workflow has the same flaw; twice in one run, the second one passes.
  const isOther = (one: Apply): boolean =>
    one.object.kind === 'Namespace' &&
    one.object.name?.value === name &&
    (one.set.label !== set.label || (one.run === run && one.set !== set))
  return (
    [...words].some((word) => word === name || (file !== '' && word.endsWith(file.slice(file.lastIndexOf('/') + 1)))) ||
    eventsOf(world, 'apply').some(isOther) ||
    eventsOf(world, 'release').some((release) => release.namespace?.value === name)
  )
}
