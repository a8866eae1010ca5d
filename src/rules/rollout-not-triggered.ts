import type { Note, Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { placeOf } from '../source/text.ts'
import { show } from '../source/unknown.ts'
import type { Pull } from '../world/cluster.ts'
import { firstRollout, restartsOf, samePodTemplate } from '../world/rollout.ts'
import { supplyOf, tagOf } from '../world/supply.ts'
import { nameOfObject, noteOfPush, reasonsOf } from '../world/telling.ts'
import type { World } from '../world/world.ts'

export const rolloutNotTriggered = rule({
  id: 'rollout-not-triggered',
  summary: 'a new image under an old tag, and nothing that makes the pods take it',
  severity: 'error',
  seen: 'nothing: the old image keeps running',
  on: 'pull',
  *check(pull, world): Iterable<Problem> {
    const before = firstRollout(world, pull)
    if (!before || pull.reference.digest || !samePodTemplate(before, pull)) return
    const pushes = supplyOf(world, pull).matching.filter(
      (push) => push.run.occasion.commit === 2 && push.when.size === pull.when.size,
    )
    const first = pushes[0]
    if (!first) return
    const restarts = restartsOf(world, pull)
    if (restarts.possible || (restarts.certain.length > 0 && pull.policy.effective !== 'IfNotPresent')) return
    const image = `${show(world.names, pull.reference.written.value)}:${show(world.names, tagOf(pull))}`
    const cached = restarts.certain.length > 0
    yield {
      at: placeOf(pull.reference.tag ?? pull.reference.text),
      message: cached
        ? `${nameOfObject(world, pull)} is restarted, but with imagePullPolicy IfNotPresent a node that has ${image} keeps the old one`
        : `every build pushes ${image} again, and the pod template of ${nameOfObject(world, pull)} stays the same, so no new pods are made`,
      because: [
        ...pushes.map((push) => noteOfPush(world, push)),
        ...deployedBy(world, pull),
        ...restarts.certain.map((restart): Note => ({ at: restart.at, message: 'restarts the pods' })),
        ...reasonsOf(pull.reference.tag ?? pull.reference.text),
      ],
      help: cached
        ? 'deploy a tag of its own for each commit, or set imagePullPolicy: Always'
        : 'deploy a tag of its own for each commit (the sha), or run kubectl rollout restart after the apply',
    }
  },
})

const deployedBy = (world: World, pull: Pull): readonly Note[] => [
  { at: pull.apply.at, message: `applies ${nameOfObject(world, pull)}` },
]
