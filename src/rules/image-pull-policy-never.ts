import type { Problem } from '../finding.ts'
import { rule } from '../rule.ts'
import { placeOf } from '../source/text.ts'
import { show } from '../source/unknown.ts'
import { nameOfPod, reasonsOf } from '../world/telling.ts'

export const imagePullPolicyNever = rule({
  id: 'image-pull-policy-never',
  summary: 'imagePullPolicy: Never on a pod whose image no node has',
  severity: 'error',
  seen: 'ErrImageNeverPull: container image is not present with pull policy of Never',
  on: 'pull',
  *check(pull, world): Iterable<Problem> {
    const { written, effective } = pull.policy
    if (effective !== 'Never' || !written || pull.cluster.provider === 'local') return
    const cloud = pull.cluster.provider !== undefined
    // Beside a cloud variant the local one is meant for a laptop; applied to a cloud it is another rule's finding.
    if (!cloud && pull.run.implied && world.facts.cloudVariants.has(written.pieces[0]?.at.source.path ?? '')) return
    const image = show(world.names, pull.reference.text.value)
    yield {
      at: placeOf(written),
      message: `${nameOfPod(world, pull)} may never pull ${image}, and ${cloud ? 'nothing puts it on the nodes of this cluster' : 'only a cluster on your own machine has it'}`,
      because: [
        ...(pull.cluster.at.source.path && !pull.run.implied
          ? [
              {
                at:
                  pull.cluster.name && pull.cluster.name.pieces.length > 0
                    ? placeOf(pull.cluster.name)
                    : pull.cluster.at,
                message: cloud ? `connects to ${clusterName(world, pull)}` : 'connects to a cluster of unknown kind',
              },
            ]
          : []),
        { at: pull.at, message: `the image is ${image}` },
        ...reasonsOf(written),
      ],
      help: 'use imagePullPolicy: IfNotPresent (or leave it out) with an image in a registry; keep Never for kind or minikube, in a manifest of its own',
      ...(cloud ? {} : { severity: 'warning' as const }),
    }
  },
})

const clusterName = (world: Parameters<typeof nameOfPod>[0], pull: Parameters<typeof nameOfPod>[1]): string =>
  pull.cluster.name
    ? `the ${pull.cluster.provider?.toUpperCase()} cluster ${show(world.names, pull.cluster.name.value)}`
    : `a ${pull.cluster.provider?.toUpperCase()} cluster`
