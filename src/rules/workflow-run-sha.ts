import type { Note, Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import type { Span } from '../source/span.ts'
import type { Text } from '../source/text.ts'
import { show } from '../source/unknown.ts'
import { supplyOf, tagOf } from '../world/supply.ts'
import { nameOfPod, noteOfPush } from '../world/telling.ts'

export const workflowRunSha = rule({
  id: 'workflow-run-sha',
  summary: 'a deploy after another workflow that names github.sha instead of the commit that was built',
  severity: 'warning',
  seen: 'ImagePullBackOff: … not found, whenever somebody has pushed in the meantime',
  on: 'pull',
  *check(pull, world): Iterable<Problem> {
    const { run, reference } = pull
    if (run.occasion.event !== 'workflow_run' || !reference.tag) return
    const at = shaIn(reference.tag, run.path)
    const built = supplyOf(world, pull).matching.filter((push) => push.run.path !== run.path)
    // What this workflow builds itself, it builds of that very commit.
    if (!at || built.length === 0 || built.length < supplyOf(world, pull).matching.length) return
    yield {
      at,
      message: `${nameOfPod(world, pull)} asks for :${show(world.names, tagOf(pull))}, but after a workflow_run github.sha is the newest commit of the default branch, which need not be the one that was built`,
      because: [
        ...built.map((push) => noteOfPush(world, push)),
        { at: run.at, message: 'this job follows that workflow' } satisfies Note,
      ],
      help: 'use github.event.workflow_run.head_sha, for the checkout, too',
    }
  },
})

/** The place in this workflow that says `github.sha`. */
function shaIn({ pieces }: Text, path: string): Span | undefined {
  return pieces
    .flatMap((piece) => [piece.at, ...piece.via])
    .find(
      ({ source, start, end }) =>
        source.path === path && /\bgithub\.sha\b|\bGITHUB_SHA\b/.test(source.text.slice(start, end)),
    )
}
