import { objectsIn } from '../documents/kubernetes.ts'
import { compare } from '../source/compare.ts'
import { oneEditApart } from '../source/distance.ts'
import { sameSpan } from '../source/span.ts'
import { placeOf, type Text } from '../source/text.ts'
import { holdsUnknown, isOfThisRun } from '../source/unknown.ts'
import type { Pull } from './cluster.ts'
import type { Event } from './ledger.ts'
import { isOfficialImage } from './official-images.ts'
import { seenUnder } from './run.ts'
import { eventsOf, type World } from './world.ts'

/** A command looked for something in texts to put something else in its place. */
export interface Rewrite extends Event {
  readonly kind: 'rewrite'
  /** `sed`, `azure/k8s-deploy`, `kustomize`; the latter two look for the names of images. */
  readonly tool: 'sed' | 'azure/k8s-deploy' | 'kustomize'
  /** A pattern, or an image's name. */
  readonly what: Text
  /** What was to stand there. */
  readonly by: Text
  /** What it looked through, as it was before. */
  readonly texts: readonly Text[]
  readonly matched: boolean | 'unknown'
}

/**
 * Rewrites of manifests, values and kustomizations that certainly replaced nothing. A loop over files, or the same words for
 * each of them, has found what it looks for when one file has it.
 */
export function idleRewrites(world: World): readonly Rewrite[] {
  const all = eventsOf(world, 'rewrite')
  return all.filter(
    (one) =>
      one.matched === false &&
      one.texts.some(isDelivered) &&
      !one.texts.some((text) => holdsUnknown(text.value) && text.value.length === 1) &&
      !all.some((other) => other.matched !== false && isSameSearch(one, other)),
  )
}

const isSameSearch = (a: Rewrite, b: Rewrite): boolean =>
  sameSpan(placeOf(a.what), placeOf(b.what)) || (a.run === b.run && compare(a.what.value, b.what.value) !== 'different')

function isDelivered(text: Text): boolean {
  const { path } = placeOf(text).source
  return (
    /(?:^|\/)(?:values[^/]*|kustomization)\.ya?ml$|(?:^|\/)Kustomization$/.test(path) ||
    objectsIn(text).objects.length > 0
  )
}

/** What becomes of the images in the texts that a rewrite looked through. */
export interface Outcome {
  /** A container that keeps asking for what should have been replaced. */
  readonly spared: Pull | undefined
  /** Something of this run has got into them after all: what was to be done may be done. */
  readonly reached: boolean
}

export function outcomeOf(world: World, rewrite: Rewrite, all: readonly Pull[]): Outcome {
  const paths = new Set(rewrite.texts.flatMap((text) => text.pieces.map((piece) => piece.at.source.path)))
  const pulls = all.filter(
    ({ run, order, when, reference }) =>
      run === rewrite.run &&
      order > rewrite.order &&
      seenUnder(rewrite.when, when) !== 'impossible' &&
      reference.text.pieces.some((piece) => paths.has(piece.at.source.path)),
  )
  const left = pulls.filter(({ reference }) => !isOfThisRun(world.names, reference.text.value))
  const reached = left.length < pulls.length
  const wanted = [rewrite.what, rewrite.by].map(({ value }) => lastPart(value))
  const others = eventsOf(world, 'rewrite').filter(
    (one) => one.tool === rewrite.tool && one.tool !== 'sed' && one.run === rewrite.run && one.matched !== false,
  )
  const served = new Set(others.flatMap(({ what, by }) => [lastPart(what.value), lastPart(by.value)]))
  const near = left.find(({ reference }) => {
    const own = lastPart(reference.written.value)
    // It has an entry of its own.
    if (served.has(own)) return false
    return wanted.some((name) => own === name || (name.length > 3 && oneEditApart(own, name)))
  })
  // A pattern need not look like the image; an image that others make is hardly meant.
  const any =
    rewrite.tool === 'sed' && !reached ? left.find(({ reference }) => !isOthers(reference.written.value)) : undefined
  return { spared: near ?? any, reached }
}

const isOthers = (name: string): boolean => !name.includes('/') && isOfficialImage(name)

/** `api` of `ghcr.io/acme/api:1.4.0`. */
const lastPart = (image: string): string =>
  image
    .slice(image.lastIndexOf('/') + 1)
    .replace(/[:@].*$/s, '')
    .toLowerCase()
