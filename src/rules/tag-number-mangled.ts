import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { placeOf } from '../source/text.ts'
import { show } from '../source/unknown.ts'
import { pullsOf } from '../world/pulls.ts'
import { nameOfPod, reasonsOf } from '../world/telling.ts'
import { mangledIn, shortShasIn } from '../world/values.ts'
import { eventsOf, type World } from '../world/world.ts'

export const tagNumberMangled = rule({
  id: 'tag-number-mangled',
  summary: 'a tag without quotes that YAML takes for a number',
  severity: 'warning',
  seen: 'ImagePullBackOff or InvalidImageName: another tag is asked for',
  on: 'world',
  *check(world): Iterable<Problem> {
    yield* writtenNumbers(world)
    yield* numbersOfSomeCommits(world)
  },
})

function* writtenNumbers(world: World): Iterable<Problem> {
  for (const pull of pullsOf(world)) {
    const mangled = pull.reference.tag && mangledIn(pull.reference.tag)
    if (!mangled) continue
    yield {
      at: mangled.at,
      message: `the tag ${mangled.written} without quotes is a number, and ${nameOfPod(world, pull)} asks for ${show(world.names, pull.reference.text.value)}`,
      because: [{ at: pull.apply.at, message: 'it is deployed here' }, ...reasonsOf(pull.reference.text)],
      help: `put it into quotes: "${mangled.written}"`,
      fix: { title: 'put the tag into quotes', edits: [{ at: mangled.at, replacement: `"${mangled.written}"` }] },
    }
  }
}

function* numbersOfSomeCommits(world: World): Iterable<Problem> {
  for (const { tool, text, command } of eventsOf(world, 'values')) {
    for (const { key, value, oneIn } of shortShasIn(world.names, text)) {
      if (tool === 'kustomize' && key.value !== 'newTag') continue
      yield {
        at: placeOf(value),
        message: `${key.value} is ${show(world.names, value.value)} without quotes: one commit in ${oneIn} has only digits there, and ${tool} takes it for a number${tool === 'helm' ? ' (7 digits come out as in 1.234567e+06)' : ' and refuses it'}`,
        because: [
          { at: placeOf(key), message: 'the key has no quotes behind it' },
          { at: command, message: `${tool} reads it here` },
        ],
        help: 'write quotes around it, or give it with --set-string or kustomize edit set image',
        seen:
          tool === 'helm'
            ? 'InvalidImageName: …:1.234567e+06'
            : 'cannot unmarshal number into Go struct field Image.images.newTag of type string',
      }
    }
  }
}
