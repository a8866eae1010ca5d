import { compare } from '../source/compare.ts'
import { oneEditApart } from '../source/distance.ts'
import { defaultTag, lastComponent } from '../syntax/image-reference.ts'
import type { Pull } from './cluster.ts'
import type { Push } from './registry.ts'
import { seenUnder } from './run.ts'
import { eventsOf, type World } from './world.ts'

/** Where the image of a pull can come from, as far as the rehearsal has seen. */
export interface Supply {
  /** Pushes of the very repository that is pulled, possible ones included. */
  readonly pushes: readonly Push[]
  /** Those of them that push the tag (or digest) that is pulled, for certain. */
  readonly matching: readonly Push[]
  /** Something not understood, or something under an unknown name, may have pushed it: nobody can be accused. */
  readonly maybe: boolean
}

export function supplyOf(world: World, pull: Pull): Supply {
  const { reference } = pull
  const seen = eventsOf(world, 'push').filter((push) => seenUnder(pull.when, push.when) !== 'impossible')
  const named = seen.map((push) => ({ push, name: compare(push.reference.name, reference.name) }))
  const pushes = named.filter(({ name }) => name === 'same').map(({ push }) => push)
  const matching = pushes.filter((push) => carries(push, pull) === 'same')
  const perhaps = seen.some((push) => nameMayBe(push, pull) && carries(push, pull) !== 'different')
  return {
    pushes,
    matching,
    maybe: matching.length === 0 && (perhaps || opaqueMayPush(world, pull) || pushedInAnotherStory(world, pull)),
  }
}

const nameMayBe = (push: Push, pull: Pull): boolean =>
  compare(push.reference.name, pull.reference.name) !== 'different' || push.reference.open

/** Whether what a push puts there is what the pull asks for, the name aside. */
function carries(push: Push, pull: Pull): 'same' | 'different' | 'unknown' {
  const { digest } = pull.reference
  if (digest) return compare(push.image.digest, digest.value) === 'same' ? 'same' : 'unknown'
  if (push.reference.open || pull.reference.open) return 'unknown'
  return compare(tagOf(push), tagOf(pull))
}

export const tagOf = (event: Push | Pull): string => event.reference.tag?.value ?? defaultTag

/** An opaque step may push any repository whose last component occurs in what it was given. */
function opaqueMayPush(world: World, pull: Pull): boolean {
  const component = lastComponent(pull.reference.name)
  return eventsOf(world, 'opaque').some(
    (step) =>
      seenUnder(pull.when, step.when) !== 'impossible' &&
      (step.anything || step.about.some((text) => text.value.includes(component))),
  )
}

/** Other stories (a branch, somebody's script) push tags that this one may find in the registry. */
const pushedInAnotherStory = (world: World, pull: Pull): boolean =>
  world.elsewhere.some((other) => other.name.test(pull.reference.name) && other.tag.test(tagOf(pull)))

/** Pushes whose name differs from the pulled one for certain, and is like it: the same last component, or one edit away. */
export function nearMisses(world: World, pull: Pull): readonly Push[] {
  const wanted = pull.reference
  const like = eventsOf(world, 'push').filter((push) => {
    if (seenUnder(pull.when, push.when) === 'impossible' || compare(push.reference.name, wanted.name) !== 'different')
      return false
    return (
      lastComponent(push.reference.name) === lastComponent(wanted.name) ||
      oneEditApart(push.reference.name, wanted.name)
    )
  })
  return [...new Map(like.map((push) => [push.reference.text.value, push])).values()]
}
