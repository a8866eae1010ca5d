import { placeOf } from '../../source/text.ts'
import { record } from '../../world/machine.ts'
import { nodePool } from '../../world/node-pool.ts'
import { connect } from '../kube/contexts.ts'
import { lastOf, listOf, parseOptions } from '../kube/options.ts'
import { asked, done, recordCommand } from '../kube/outcome.ts'
import { command } from '../tool.ts'

const switches = new Set(
  'h help managed spot fargate with-oidc asg-access full-ecr-access node-private-networking ssh-access wait w approve write-kubeconfig auto-kubeconfig without-nodegroup'.split(
    ' ',
  ),
)

/** eksctl: makes EKS clusters and node groups, and connects to them. */
export const eksctl = command('eksctl', (call, machine, world) => {
  const options = parseOptions(call.args, switches)
  const [verb, what] = options.words.map((word) => word.value)
  recordCommand(call, machine, world, ['eksctl', verb, what].filter(Boolean).join(' '))
  const cluster = lastOf(options, 'cluster', 'name', 'n')
  if (verb === 'utils' && what === 'write-kubeconfig') connect(machine, cluster, 'eks', call.at)
  if (verb === 'create' && what === 'cluster')
    connect(machine, lastOf(options, 'name', 'n') ?? options.words[2], 'eks', call.at)
  const makesNodes =
    verb === 'create' &&
    /^(?:cluster|nodegroup|ng)$/.test(what ?? '') &&
    lastOf(options, 'f', 'config-file') === undefined
  const machineType = lastOf(options, 'node-type', 't') ?? listOf(options, 'instance-types')[0]
  if (makesNodes && machineType) {
    const pool = nodePool({ cluster, provider: 'eks', cloud: 'aws', machineType, at: placeOf(machineType) })
    record(world, machine, { kind: 'node-pool', pool, at: call.at })
  }
  return verb === 'get' ? asked(call, machine, world) : done(call, machine, world)
})
