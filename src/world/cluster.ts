import type { Span } from '../source/span.ts'
import type { Reason, Text } from '../source/text.ts'
import type { ImageReference } from '../syntax/image-reference.ts'
import type { SetKind } from '../syntax/set-values.ts'
import type { YamlNode } from '../syntax/yaml.ts'
import type { Event } from './ledger.ts'

export type Architecture = 'amd64' | 'arm64'

export type Provider = 'aks' | 'eks' | 'gke' | 'ack' | 'openshift' | 'local' | 'other'

/** A cluster as a workflow reaches it. The same name means the same cluster throughout a rehearsal. */
export interface Cluster {
  /** As the workflows call it; may hold unknowns. Undefined: reached by a kubeconfig that nobody can read. */
  readonly name: Text | undefined
  /** `local`: kind, minikube, k3d, docker-desktop. Undefined: nobody says. */
  readonly provider: Provider | undefined
  /** Where it is connected to. */
  readonly at: Span
}

/** Nodes of one kind in a cluster. */
export interface NodePool {
  readonly cluster: Text | undefined
  readonly provider: Provider | undefined
  readonly architecture: Architecture | undefined
  /** Labels and taints that decide which pods come here; undefined where they are not stated. */
  readonly labels: ReadonlyMap<string, string>
  readonly taints: readonly Taint[]
  readonly machineType: Text | undefined
  readonly cpu: number | undefined
  readonly memory: number | undefined
  readonly at: Span
}

/** A command made a cluster, or gave it nodes of a kind. */
export interface AddNodePool extends Event {
  readonly kind: 'node-pool'
  readonly pool: NodePool
}

export interface Taint {
  readonly key: string
  readonly value: string
  readonly effect: string
}

/** A Kubernetes object as it was sent to a cluster. */
export interface KubernetesObject {
  readonly apiVersion: string
  readonly kind: string
  readonly name: Text | undefined
  /** The manifest's own, else the command's; undefined: the context's default. */
  readonly namespace: Text | undefined
  readonly root: YamlNode
  /** A condition on an unknown touches this document: nobody may be accused by it. */
  readonly uncertain: boolean
}

/** An object reached a cluster. */
export interface Apply extends Event {
  readonly kind: 'apply'
  readonly cluster: Cluster
  readonly object: KubernetesObject
  /** `create` fails on a second time, `apply` merges; `set` changed a live object (patch): `object` is the patch only. */
  readonly by: 'apply' | 'create' | 'replace' | 'helm' | 'set'
  /** The objects that were sent together: conclusions from absence are only drawn in a complete set. */
  readonly set: ApplySet
}

/** What one command (or one folder of manifests) sent. */
export interface ApplySet {
  readonly label: string
  readonly complete: boolean
  /** The namespace that the command gave (`-n`); kubectl refuses an object that names another. */
  readonly namespace: Text | undefined
}

/**
 * Pods of a workload were replaced without a change of its manifest (`rollout restart`, `delete pod`, a patch of the pod
 * template with a value of this run).
 */
export interface Restart extends Event {
  readonly kind: 'restart'
  readonly cluster: Cluster
  /** `deployment/api`, or `deployment` for all; may hold unknowns. */
  readonly target: Text
  readonly namespace: Text | undefined
}

/** A command removed objects, or uninstalled a release. */
export interface Delete extends Event {
  readonly kind: 'delete'
  readonly cluster: Cluster
  /** `job/migrate`, `job` for all or those that a selector picks, `release/shop`; may hold unknowns. */
  readonly target: Text
  readonly namespace: Text | undefined
}

/** A command waited for pods to be ready (`rollout status`, `helm --wait`). */
export interface Wait extends Event {
  readonly kind: 'wait'
  readonly cluster: Cluster
  readonly target: Text
  readonly namespace: Text | undefined
}

/** Containers were given another image on the live object (`kubectl set image`). */
export interface SetImage extends Event {
  readonly kind: 'set-image'
  readonly cluster: Cluster
  readonly target: Text
  readonly namespace: Text | undefined
  /** `*` for all. */
  readonly container: Text
  readonly image: Text
}

/** A Helm release was installed, upgraded or tried. */
export interface Release extends Event {
  readonly kind: 'release'
  readonly cluster: Cluster
  readonly name: Text | undefined
  readonly chart: Text | undefined
  readonly namespace: Text | undefined
  /** `--set` and its relatives, in order. */
  readonly settings: readonly Setting[]
  readonly valuesFiles: readonly Text[]
  readonly wait: boolean
  readonly timeout: Text | undefined
  /** `helm`, or the action that runs it. */
  readonly tool: string
}

export interface Setting {
  readonly kind: SetKind
  readonly text: Text
}

/** A container of a pod that wants an image: the consumer's end of most contradictions. */
export interface Pull extends Event {
  readonly kind: 'pull'
  readonly cluster: Cluster
  readonly object: KubernetesObject
  readonly apply: Apply
  readonly container: string
  readonly reference: ImageReference
  readonly policy: PullPolicy
  readonly pod: PodSpec
}

export interface PullPolicy {
  /** As written; undefined where the API server fills it in. */
  readonly written: Text | undefined
  /** Defaulted as pkg/apis/core/v1/defaults.go does: Always for `latest` or no tag, else IfNotPresent. */
  readonly effective: 'Always' | 'IfNotPresent' | 'Never' | undefined
}

/** What of a pod's specification decides where it runs and how it pulls. */
export interface PodSpec {
  readonly node: YamlNode
  readonly nodeSelector: ReadonlyMap<string, Text>
  /** Any of these; undefined: it does not say, or says it in a way that is not understood. */
  readonly architectures: readonly PodArchitecture[] | undefined
  readonly tolerations: readonly Toleration[]
  readonly pullSecrets: readonly Text[]
  readonly serviceAccount: Text | undefined
}

/** Undefined where it is left out: no key tolerates every taint, no effect every effect. */
export interface Toleration {
  readonly key: string | undefined
  readonly operator: string | undefined
  readonly value: string | undefined
  readonly effect: string | undefined
}

/** An architecture a pod asks for by nodeSelector or required node affinity. */
export interface PodArchitecture {
  readonly architecture: string
  readonly at: Span
}

/** Helm or kustomize would stop with this error. */
export interface RenderFailure extends Event {
  readonly kind: 'render-failure'
  readonly tool: 'helm' | 'kustomize'
  /** As the tool prints it; `at` is the place in the chart or the kustomization. */
  readonly message: string
  /** What the failing action was given, where it was written. */
  readonly given: readonly Span[]
  /** What let the failing action, or the text that cannot be read, stand there. */
  readonly why: Reason | undefined
  /** The command that renders. */
  readonly command: Span
  /** Whoever wrote the command has provided for its failure. */
  readonly tolerated: boolean
}

/** A command names a file or directory of the repository that is not there. */
export interface MissingFile extends Event {
  readonly kind: 'missing-file'
  readonly path: Text
  /** As a message names it: `kubectl apply -f`. */
  readonly command: string
  /** Whoever wrote the command has provided for its failure. */
  readonly tolerated: boolean
  /** Nothing has put the repository's files on this machine. */
  readonly noCheckout: boolean
}
