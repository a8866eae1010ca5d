import type { Note, Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { placeOf } from '../source/text.ts'
import { isOfThisRun, show } from '../source/unknown.ts'
import type { Pull } from '../world/cluster.ts'
import { placeholderInImage } from '../world/placeholder.ts'
import { pullsOf } from '../world/pulls.ts'
import { idleRewrites, outcomeOf, type Rewrite } from '../world/rewrite.ts'
import { nameOfPod } from '../world/telling.ts'
import type { World } from '../world/world.ts'

export const rewriteWithoutEffect = rule({
  id: 'rewrite-without-effect',
  summary: 'a replacement that finds nothing to replace, so the old image is deployed',
  severity: 'error',
  seen: 'nothing: the old image keeps running, or a placeholder gives ImagePullBackOff',
  on: 'world',
  *check(world): Iterable<Problem> {
    const pulls = pullsOf(world)
    for (const rewrite of idleRewrites(world)) {
      const { spared: pull, reached } = outcomeOf(world, rewrite, pulls)
      // Normalising a file may find nothing to do; putting in what only this run knows, or filling in a placeholder, may not.
      const isMeant =
        rewrite.tool !== 'sed' ||
        isOfThisRun(world.names, rewrite.by.value) ||
        (pull !== undefined && placeholderInImage(pull.reference.text) !== undefined)
      if (!isMeant || (!pull && (rewrite.tool !== 'sed' || reached))) continue
      const proven = pull !== undefined && rewrite.run.occasion.event !== 'by-hand'
      yield {
        at: placeOf(rewrite.what),
        message: `${saysWhat(world, rewrite)}${pull ? `, so ${nameOfPod(world, pull)} keeps asking for ${show(world.names, pull.reference.text.value)}` : ''}`,
        because: pull ? whereItIs(pull) : whereItLooked(rewrite),
        help:
          rewrite.tool === 'sed'
            ? 'look for what the file has'
            : 'give the name that the manifest has, without its tag',
        ...(proven ? {} : { severity: 'warning' as const }),
      }
    }
  },
})

function saysWhat(world: World, { tool, what, texts }: Rewrite): string {
  const shown = show(world.names, what.value)
  const files = [...new Set(texts.map((text) => placeOf(text).source.path))]
  if (tool === 'sed')
    return `sed finds "${shown}" nowhere in ${files.slice(0, 3).join(', ')}${files.length > 3 ? ' …' : ''}`
  return tool === 'kustomize'
    ? `no container that kustomize builds here has an image called ${shown}, and the entry is passed over`
    : `no container of these manifests has an image of that name, and ${shown} is put nowhere`
}

const whereItIs = (pull: Pull): readonly Note[] => [
  { at: placeOf(pull.reference.text), message: 'this image stays' },
  { at: pull.apply.at, message: 'it is deployed here' },
]

const whereItLooked = ({ texts }: Rewrite): readonly Note[] =>
  texts.slice(0, 3).map((text) => ({ at: firstLineOf(text), message: 'it looks through this file' }))

/** The beginning of a text, as a place: a whole file would be marked else. */
const firstLineOf = (text: Rewrite['texts'][number]): Note['at'] => {
  const { source, start } = placeOf(text)
  return { source, start, end: start }
}
