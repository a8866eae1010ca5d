import { placeOf } from '../source/text.ts'
import type { Apply } from './cluster.ts'
import { eventsOf, type World } from './world.ts'

/**
 * An object that one command sends before the Namespace it is for, while nobody else makes that namespace: neither another
 * command, nor a release, nor people who do what the documents say.
 */
export function sentBefore(world: World, namespace: Apply): Apply | undefined {
  const name = namespace.object.name?.value
  if (namespace.object.kind !== 'Namespace' || name === undefined || isMadeElsewhere(world, namespace, name))
    return undefined
  return eventsOf(world, 'apply').find(
    (one) => one.set === namespace.set && one.order < namespace.order && one.object.namespace?.value === name,
  )
}

const isMadeElsewhere = (world: World, namespace: Apply, name: string): boolean =>
  isDocumented(world, namespace, name) ||
  eventsOf(world, 'apply').some((one) => makesToo(one, namespace)) ||
  eventsOf(world, 'release').some((release) => release.namespace?.value === name)

/** The same command of another workflow has the same flaw; twice in one run, the second one passes. */
const makesToo = (one: Apply, { set, run, object }: Apply): boolean =>
  one.object.kind === 'Namespace' &&
  one.object.name?.value === object.name?.value &&
  (one.set.label !== set.label || (one.run === run && one.set !== set))

/** By its name, or the name of its file. */
function isDocumented({ facts }: World, { object }: Apply, name: string): boolean {
  const path = object.name ? placeOf(object.name).source.path : ''
  const file = path.slice(path.lastIndexOf('/') + 1)
  return [...facts.documented].some((word) => word === name || (file !== '' && word.endsWith(file)))
}
