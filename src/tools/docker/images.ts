import type { Span } from '../../source/span.ts'
import { placeOf } from '../../source/text.ts'
import { show, unknown } from '../../source/unknown.ts'
import { defaultTag, type ImageReference } from '../../syntax/image-reference.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { Image, Push } from '../../world/registry.ts'
import { eventsOf, type World } from '../../world/world.ts'
import { loginFor } from './login.ts'

/** An image by the name that `docker images` lists it under. */
export function localName(reference: ImageReference): string {
  if (reference.digest && !reference.tag) return `${reference.name}@${reference.digest.value}`
  return `${reference.name}:${reference.tag?.value ?? defaultTag}`
}

/** Puts an image into the machine's daemon under some names. */
export function keep(machine: Machine, references: readonly ImageReference[], image: Image): void {
  machine.images = new Map([...machine.images, ...references.map((one) => [localName(one), image] as const)])
}

/** Pushes an image under a name; `at` is where the name stands. */
export function push(machine: Machine, world: World, reference: ImageReference, image: Image, at?: Span): Push {
  return record(world, machine, {
    kind: 'push' as const,
    at: at ?? placeOf(reference.text),
    reference,
    image,
    login: loginFor(machine, reference),
  })
}

/** An image about which only its place and origin are known. */
export const imageFromNowhere = (machine: Machine, world: World, builder: string, at: Span): Image => ({
  platforms: undefined,
  platformsAt: undefined,
  shape: undefined,
  attestations: { kind: 'unknown' },
  builder,
  at,
  digest: newDigest(machine, world, builder),
})

/** A digest that no other image has, as nobody can know it. */
export const newDigest = (machine: Machine, world: World, what: string): string =>
  unknown(
    machine.names,
    `digest ${machine.run.id} ${world.events.length} ${what}`,
    `digest of ${show(machine.names, what)}`,
  )

/** The image under a name: in the daemon, or as the rehearsal has pushed it before. */
export const imageNamed = (machine: Machine, world: World, reference: ImageReference): Image | undefined =>
  machine.images.get(localName(reference)) ?? pushedAs(world, reference)

/** Undefined also where pushes under one name do not agree on what the image is for: which of them came last is not known. */
function pushedAs(world: World, reference: ImageReference): Image | undefined {
  const name = localName(reference)
  const images = eventsOf(world, 'push')
    .filter((one) => localName(one.reference) === name || isDigestOf(reference, one))
    .map((one) => one.image)
  const kinds = new Set(images.map((image) => `${image.shape} ${image.platforms?.join()}`))
  return kinds.size === 1 ? images.at(-1) : undefined
}

const isDigestOf = ({ name, digest }: ImageReference, one: Push): boolean =>
  digest !== undefined && one.reference.name === name && one.image.digest === digest.value
