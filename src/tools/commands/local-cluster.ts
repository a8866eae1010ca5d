import { concat, emptyText, spoken, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { type Machine, record } from '../../world/machine.ts'
import { optionValue, readOptions } from '../docker/options.ts'
import { type Call, command } from '../tool.ts'

const syntax = {
  valued: [
    'name',
    'image',
    'config',
    'profile',
    'cluster',
    'driver',
    'kubernetes-version',
    'cpus',
    'memory',
    'nodes',
    'wait',
  ],
  letters: { n: 'name', p: 'profile', c: 'cluster', i: 'image' },
}

/** Words that make a cluster, and words that bring an image into one. */
const making = /^(?:kind create cluster|minikube start|k3d cluster create)/
const loading = /^(?:kind load docker-image|minikube image (?:load|build)|minikube cache add|k3d image import)/

/** Clusters on this machine: kind, minikube and k3d. Images are loaded into them without a registry. */
export const localCluster = command(['kind', 'minikube', 'k3d'], (call, machine, world) => {
  const line = readOptions(call.args, syntax)
  const said = [call.name, ...line.operands].map((word) => word.value).join(' ')
  const words = making.exec(said)?.[0] ?? loading.exec(said)?.[0]
  if (!words) {
    const asked = `${call.name.value} ${call.args.map((one) => one.value).join(' ')}`
    return { status: 'unknown', stdout: unknownText(machine.names, asked, `output of ${call.name.value}`, call.at) }
  }
  const operands = line.operands.slice(words.split(' ').length - 1)
  record(world, machine, { kind: 'command' as const, at: call.at, name: words, arguments: operands, inputs: new Map() })
  const named =
    optionValue(line, 'name') ?? optionValue(line, 'profile') ?? (making.test(said) ? operands[0] : undefined)
  if (making.test(said)) connect(machine, call, named)
  return { status: 0, stdout: emptyText }
})

/** Names of contexts, which are what a cluster is known by, and the names without one. */
const contexts: Readonly<Record<string, { readonly prefix: string; readonly name: string }>> = {
  kind: { prefix: 'kind-', name: 'kind' },
  k3d: { prefix: 'k3d-', name: 'k3s-default' },
  minikube: { prefix: '', name: 'minikube' },
}

/** A cluster that is made is also the one that kubectl speaks to from then on. */
function connect(machine: Machine, call: Call, written: Text | undefined): void {
  const { prefix, name } = contexts[call.name.value] ?? { prefix: '', name: call.name.value }
  const context = concat(spoken(prefix, call.at), written ?? spoken(name, call.at))
  machine.cluster = { name: context, provider: 'local', at: call.at }
}
