import { placeOf, type Text } from '../../source/text.ts'
import { architectureOfImageType } from '../../syntax/ami-type.ts'
import { type Machine, record } from '../../world/machine.ts'
import { nodePool } from '../../world/node-pool.ts'
import type { World } from '../../world/world.ts'
import { connect } from '../kube/contexts.ts'
import { lastOf, type Options, parseOptions } from '../kube/options.ts'
import { askedCloud, done, recordCommand } from '../kube/outcome.ts'
import { type Call, command } from '../tool.ts'

const switches = new Set(
  'debug no-verify-ssl no-paginate no-sign-request no-cli-pager verbose dry-run h help'.split(' '),
)

/** The AWS command line: EKS clusters and their nodes. */
export const aws = command('aws', (call, machine, world) => {
  const options = parseOptions(call.args, switches, false)
  const [service, verb] = options.words.map((word) => word.value)
  recordCommand(call, machine, world, ['aws', service, verb].filter(Boolean).join(' '))
  if (service === 'eks' && verb === 'update-kubeconfig') {
    connect(machine, lastOf(options, 'name'), 'eks', call.at)
    return done(call, machine, world)
  }
  if (service === 'eks' && verb === 'create-nodegroup') addGroup(call, machine, world, options)
  return askedCloud(call, machine, world)
})

/** `--instance-types` takes several words; the first tells the architecture, as a group has one. */
function addGroup(call: Call, machine: Machine, world: World, options: Options): void {
  const machineType: Text | undefined = lastOf(options, 'instance-types')
  const pool = nodePool({
    ...{ cluster: lastOf(options, 'cluster-name'), provider: 'eks', cloud: 'aws', machineType },
    architecture: architectureOfImageType(lastOf(options, 'ami-type')?.value ?? ''),
    at: machineType ? placeOf(machineType) : call.at,
  })
  record(world, machine, { kind: 'node-pool', pool, at: call.at })
}
