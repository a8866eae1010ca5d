import { placeOf, slice, split, spoken, type Text } from '../../source/text.ts'
import { unknown } from '../../source/unknown.ts'
import { parseImageReference } from '../../syntax/image-reference.ts'
import { type Machine, record } from '../../world/machine.ts'
import { labelsOf, nodePool, taintOf } from '../../world/node-pool.ts'
import type { Image } from '../../world/registry.ts'
import type { World } from '../../world/world.ts'
import { connect } from '../kube/contexts.ts'
import { lastOf, listOf, type Options, parseOptions, valuesOf } from '../kube/options.ts'
import { askedCloud, done, recordCommand } from '../kube/outcome.ts'
import { recordLogin } from '../kube/registry-login.ts'
import { type Call, command, type Outcome } from '../tool.ts'

const switches = new Set(
  'q quiet h help internal-ip dns-endpoint async no-source log-http enable-autoscaling enable-autoupgrade enable-autorepair spot preemptible brief'.split(
    ' ',
  ),
)

/** The Google command line: GKE clusters and their nodes, builds on Cloud Build. */
export const gcloud = command('gcloud', (call, machine, world) => {
  const options = parseOptions(call.args, switches, false)
  const words = options.words.filter((word, index) => !(index === 0 && /^(?:beta|alpha)$/.test(word.value)))
  const said = words.map((word) => word.value).join(' ')
  recordCommand(
    call,
    machine,
    world,
    `gcloud ${words
      .slice(0, 3)
      .map((word) => word.value)
      .join(' ')}`,
  )
  if (said.startsWith('container clusters get-credentials')) connect(machine, words[3], 'gke', call.at)
  else if (said.startsWith('container clusters create')) created(call, machine, world, options, words[3])
  else if (said.startsWith('container node-pools create'))
    addPool(call, machine, world, options, lastOf(options, 'cluster'))
  else if (said.startsWith('builds submit')) return submit(call, machine, world, options)
  else if (said.startsWith('auth configure-docker')) return configureDocker(call, machine, world, words.slice(2))
  else return askedCloud(call, machine, world)
  return done(call, machine, world)
})

function created(call: Call, machine: Machine, world: World, options: Options, name: Text | undefined): void {
  connect(machine, name, 'gke', call.at)
  addPool(call, machine, world, options, name)
}

function addPool(call: Call, machine: Machine, world: World, options: Options, cluster: Text | undefined): void {
  const machineType = lastOf(options, 'machine-type', 'm')
  const pool = nodePool({
    ...{ cluster, provider: 'gke', cloud: 'gcp', machineType, at: machineType ? placeOf(machineType) : call.at },
    labels: labelsOf(listOf(options, 'node-labels').map((one) => one.value)),
    taints: listOf(options, 'node-taints').flatMap((one) => taintOf(one.value)),
  })
  record(world, machine, { kind: 'node-pool', pool, at: call.at })
}

/** `--tag` builds and pushes on amd64 machines; a `cloudbuild.yaml` may push whatever it says. */
function submit(call: Call, machine: Machine, world: World, options: Options): Outcome {
  const tags = valuesOf(options, 'tag', 't')
  const digest = unknown(
    machine.names,
    `digest ${machine.run.id} ${world.events.length}`,
    'digest of gcloud builds submit',
  )
  const image: Image = {
    platforms: ['linux/amd64'],
    platformsAt: undefined,
    shape: 'manifest',
    attestations: { kind: 'none' },
    builder: 'gcloud builds submit',
    at: call.at,
    digest,
  }
  for (const tag of tags) {
    const login = recordLogin(machine, world, slice(tag, 0, Math.max(0, tag.value.indexOf('/'))), call.at)
    record(world, machine, { kind: 'push', reference: parseImageReference(tag), image, login, at: placeOf(tag) })
  }
  if (tags.length === 0)
    record(world, machine, {
      kind: 'opaque',
      name: 'gcloud builds submit',
      about: call.args,
      anything: true,
      at: call.at,
    })
  return done(call, machine, world)
}

/** Without arguments: the hosts of the older Container Registry. */
const defaultHosts = ['gcr.io', 'us.gcr.io', 'eu.gcr.io', 'asia.gcr.io']

/** Docker asks gcloud for credentials of these hosts from now on. */
function configureDocker(call: Call, machine: Machine, world: World, hosts: readonly Text[]): Outcome {
  const given = hosts.flatMap((word) => split(word, ','))
  const named = given.length > 0 ? given : defaultHosts.map((host) => spoken(host, call.at))
  const logins = named.map((host) => recordLogin(machine, world, host, call.at))
  machine.logins = [...machine.logins, ...logins]
  return done(call, machine, world)
}
