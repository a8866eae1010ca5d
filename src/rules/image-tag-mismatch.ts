import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { isOfThisRun, likesOf, show } from '../source/unknown.ts'
import { invalidityOf } from '../world/invalid-reference.ts'
import { placeholderInImage } from '../world/placeholder.ts'
import { isSetByCommand } from '../world/pulls.ts'
import { supplyOf, tagOf } from '../world/supply.ts'
import { decisivePlace, listed, nameOfPod, noteOfPush, trailOf } from '../world/telling.ts'
import type { World } from '../world/world.ts'

export const imageTagMismatch = rule({
  id: 'image-tag-mismatch',
  summary: 'a deployed tag that no build of this repository pushes',
  severity: 'error',
  seen: 'ImagePullBackOff: … not found',
  on: 'pull',
  *check(pull, world): Iterable<Problem> {
    const { pushes, matching, maybe } = supplyOf(world, pull)
    if (pull.reference.digest || pushes.length === 0 || matching.length > 0 || maybe) return
    // What nothing fills in is another finding.
    if (placeholderInImage(pull.reference.text) || invalidityOf(pull.reference)) return
    if (pull.run.implied && isSetByCommand(world, pull)) return
    const tag = tagOf(pull)
    // A tag that another run of the same build may have pushed is older by design: a version in a manifest, a sha in Git.
    if (!isOfThisRun(world.names, tag) && pushes.some((push) => looksAlike(world, tagOf(push), tag))) return
    const wanted = `:${show(world.names, tag)}`
    const tags = [...new Set(pushes.map((push) => `:${show(world.names, tagOf(push))}`))]
    // A literal version may have been pushed by somebody else before; what people apply by hand, too.
    const doubtful = pull.run.implied || (!isOfThisRun(world.names, tag) && /\d\.\d/.test(tag))
    yield {
      at: decisivePlace(world, pull.reference.tag ?? pull.reference.text),
      message: `${nameOfPod(world, pull)} asks for ${show(world.names, pull.reference.written.value)}${wanted}, but what is pushed there is ${listed(tags)}`,
      because: [...pushes.map((push) => noteOfPush(world, push)), ...trailOf(pull)],
      help: `let the build push ${wanted}, or deploy ${tags.length === 1 ? tags[0] : 'a tag that is pushed'}`,
      ...(doubtful ? { severity: 'warning' as const } : {}),
    }
  },
})

/** A tag of another run: its own sha, tag or number in the same place, or another version in a text of the same form. */
function looksAlike(world: World, pushed: string, pulled: string): boolean {
  return (
    likesOf(world.names, pushed).test(pulled) || (/\d/.test(pulled) && numbersAside(pushed) === numbersAside(pulled))
  )
}

const numbersAside = (tag: string): string => tag.replace(/\d+/g, '0')
