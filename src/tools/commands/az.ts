import { placeOf, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import { type Machine, record } from '../../world/machine.ts'
import { labelsOf, nodePool, taintOf } from '../../world/node-pool.ts'
import type { World } from '../../world/world.ts'
import { acr } from '../kube/acr.ts'
import { connect } from '../kube/contexts.ts'
import { lastOf, listOf, type Options, parseOptions, valuesOf } from '../kube/options.ts'
import { askedCloud, done, recordCommand } from '../kube/outcome.ts'
import { type Call, command, type Outcome } from '../tool.ts'

/** Options without a value (az 2.89, of the groups that are understood here). */
const switches = new Set(
  (
    'a y h help admin allow-no-subscriptions debug expose-token force generate-ssh-keys i identity no-logs no-push ' +
    'no-ssh-key no-wait only-show-errors overwrite-existing public-fqdn service-principal use-device-code verbose yes'
  ).split(' '),
)

/** The Azure command line: registries, clusters and their nodes. */
export const az = command('az', (call, machine, world) => {
  const options = parseOptions(call.args, switches, false)
  const [group = '', verb = '', third = ''] = options.words.map((word) => word.value)
  recordCommand(call, machine, world, ['az', group, ...(group === 'login' ? [] : [verb])].join(' ').trim())
  if (group === 'login' || (group === 'account' && verb === 'set')) return done(call, machine, world)
  if (group === 'acr') return acr(call, machine, world, options)
  return group === 'aks' ? aks(call, machine, world, options, verb, third) : askedCloud(call, machine, world)
})

function aks(call: Call, machine: Machine, world: World, options: Options, verb: string, third: string): Outcome {
  const name = lastOf(options, 'name', 'n')
  if (verb === 'get-credentials') {
    const file = lastOf(options, 'file', 'f')
    if (file && file.value !== '-') writeHidden(machine, file, call)
    connect(machine, name, 'aks', call.at)
  } else if (verb === 'command' && third === 'invoke') return invoke(call, machine, world, options)
  else if (verb === 'create') addPool(call, machine, world, options, 'name', 'n')
  else if (verb === 'nodepool' && third === 'add') addPool(call, machine, world, options, 'cluster-name')
  else if (!/^(?:install-cli|update|upgrade|start|stop|enable-addons|disable-addons)$/.test(verb))
    return askedCloud(call, machine, world)
  return done(call, machine, world)
}

const writeHidden = (machine: Machine, file: Text, call: Call): void =>
  machine.files.write(
    resolvePath(machine.directory, file.value),
    unknownText(machine.names, `kubeconfig ${file.value}`, 'kubeconfig', call.at),
  )

/** Runs kubectl and helm inside the cluster's network; the machine's own context stays what it was. */
function invoke(call: Call, machine: Machine, world: World, options: Options): Outcome {
  const script = lastOf(options, 'command', 'c')
  if (!script) return askedCloud(call, machine, world)
  const { cluster, namespace } = machine
  connect(machine, lastOf(options, 'name', 'n'), 'aks', call.at)
  const outcome = call.interpret(script)
  machine.cluster = cluster
  machine.namespace = namespace
  return outcome
}

/** Without a size the server picks one (since May 2025), and nobody knows which. */
function addPool(
  call: Call,
  machine: Machine,
  world: World,
  options: Options,
  ...clusterFlags: readonly string[]
): void {
  const machineType = lastOf(options, 'node-vm-size', 's')
  const pool = nodePool({
    cluster: lastOf(options, ...clusterFlags),
    provider: 'aks',
    cloud: 'azure',
    machineType,
    labels: labelsOf(valuesOf(options, 'labels', 'nodepool-labels').map((one) => one.value)),
    taints: listOf(options, 'node-taints', 'nodepool-taints').flatMap((one) => taintOf(one.value)),
    at: machineType ? placeOf(machineType) : call.at,
  })
  record(world, machine, { kind: 'node-pool', pool, at: call.at })
}
