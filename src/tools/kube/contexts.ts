import type { Span } from '../../source/span.ts'
import { placeOf, slice, type Text } from '../../source/text.ts'
import type { Cluster, Provider } from '../../world/cluster.ts'
import type { Machine } from '../../world/machine.ts'
import { lastOf, type Options } from './options.ts'

/** Names that tools give to contexts: `kind-x`, `gke_project_zone_x`, `arn:aws:eks:…:cluster/x`. */
const namings: readonly (readonly [RegExp, Provider])[] = [
  [
    /^(?:kind-|k3d-|minikube$|docker-desktop$|docker-for-desktop$|rancher-desktop$|colima|orbstack$|microk8s$)/,
    'local',
  ],
  [/^gke_[^_]+_[^_]+_/, 'gke'],
  [/^arn:aws[\w-]*:eks:[^:]*:[^:]*:cluster\//, 'eks'],
  [/^do-[a-z]{3}\d-/, 'other'],
]

/** The cluster behind a kubeconfig context, as far as its name tells. */
export function clusterOfContext(context: Text, machine: Machine): Cluster {
  const at = placeOf(context)
  const known = machine.cluster
  for (const [pattern, provider] of namings) {
    const match = pattern.exec(context.value)
    if (match) return { name: provider === 'local' ? context : slice(context, match[0].length), provider, at }
  }
  // `az aks get-credentials` names the context after the cluster.
  return known?.name?.value.replace(/-admin$/, '') === context.value.replace(/-admin$/, '')
    ? known
    : { name: context, provider: undefined, at }
}

/**
 * The machine as a command with `--context` or `--kubeconfig` sees it; kubectl and Helm spell the first differently. Which
 * cluster another kubeconfig leads to, nobody can read.
 */
export function aimed(machine: Machine, options: Options, contextFlag: 'context' | 'kube-context'): Machine {
  const file = lastOf(options, 'kubeconfig')
  const at = file && placeOf(file)
  const own = file?.value && at ? { ...machine, cluster: { name: undefined, provider: undefined, at } } : machine
  const context = lastOf(options, contextFlag)
  return context?.value ? { ...own, cluster: clusterOfContext(context, own), namespace: undefined } : own
}

/** Connects a machine to a cluster, with the context's namespace reset. */
export function connect(machine: Machine, name: Text | undefined, provider: Provider | undefined, at: Span): void {
  machine.cluster = { name: name?.value ? name : undefined, provider, at }
  machine.namespace = undefined
}
