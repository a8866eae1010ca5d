import { slice, type Text } from '../source/text.ts'
import { holdsUnknown } from '../source/unknown.ts'

/** What a kubectl command is about: `deployment/api`, `deploy`, `deployments.apps/api`. */
export interface Target {
  /** The kind as manifests spell it (`Deployment`); the word itself for a kind that is not built in; undefined: hidden. */
  readonly kind: string | undefined
  /** Undefined: all of that kind, or those that a selector picks. */
  readonly name: Text | undefined
}

/** Names that kubectl takes for the kinds with pods and those beside them (`kubectl api-resources`, 1.34). */
const kinds: Readonly<Record<string, string>> = {
  pod: 'Pod',
  po: 'Pod',
  deployment: 'Deployment',
  deploy: 'Deployment',
  replicaset: 'ReplicaSet',
  rs: 'ReplicaSet',
  statefulset: 'StatefulSet',
  sts: 'StatefulSet',
  daemonset: 'DaemonSet',
  ds: 'DaemonSet',
  job: 'Job',
  cronjob: 'CronJob',
  cj: 'CronJob',
  replicationcontroller: 'ReplicationController',
  rc: 'ReplicationController',
  rollout: 'Rollout',
  deploymentconfig: 'DeploymentConfig',
  dc: 'DeploymentConfig',
  service: 'Service',
  svc: 'Service',
  configmap: 'ConfigMap',
  cm: 'ConfigMap',
  secret: 'Secret',
  namespace: 'Namespace',
  ns: 'Namespace',
  serviceaccount: 'ServiceAccount',
  sa: 'ServiceAccount',
  ingress: 'Ingress',
  ing: 'Ingress',
  persistentvolumeclaim: 'PersistentVolumeClaim',
  pvc: 'PersistentVolumeClaim',
  horizontalpodautoscaler: 'HorizontalPodAutoscaler',
  hpa: 'HorizontalPodAutoscaler',
}

/** The kind that a word names, in singular, plural or short, with or without version and group. */
export function kindNamed(word: string): string | undefined {
  if (holdsUnknown(word)) return undefined
  const resource = word.toLowerCase().split('.')[0] as string
  const singular = resource.endsWith('sses') ? resource.slice(0, -2) : resource.replace(/s$/, '')
  return kinds[resource] ?? kinds[singular] ?? word
}

/** Takes `TYPE/NAME` apart. */
export function parseTarget(text: Text): Target {
  const slash = text.value.indexOf('/')
  if (slash < 0) return { kind: kindNamed(text.value), name: undefined }
  return { kind: kindNamed(text.value.slice(0, slash)), name: slice(text, slash + 1) }
}
