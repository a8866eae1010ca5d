import type { Text } from '../source/text.ts'
import { holdsUnknown, isOneUnknown } from '../source/unknown.ts'
import { at, entriesOf, itemsOf, parseYaml, type Range, textOf, type YamlNode } from '../syntax/yaml.ts'
import type { KubernetesObject } from '../world/cluster.ts'

/** The objects of a text of manifests. */
export interface Manifests {
  readonly objects: readonly KubernetesObject[]
  /** Whether every document could be read; if not, nothing follows from what is absent. */
  readonly complete: boolean
}

/**
 * Reads manifests as kubectl does: several documents, JSON, `List` objects. What is no object (broken YAML, no `kind`, a
 * document that only a run knows) is left out and makes the result incomplete. `uncertain`: stretches of the text that a
 * condition on an unknown touches.
 */
export function objectsIn(text: Text, uncertain: readonly Range[] = []): Manifests {
  const objects: KubernetesObject[] = []
  let complete = true
  let before = 0
  for (const document of parseYaml(text)) {
    const start = before
    before = document.end
    if (document.problems.length > 0) complete = false
    else if (document.root) {
      const doubtful =
        uncertain.some((range) => range.start < document.end && range.end > document.start) ||
        uncertainComment.test(text.value.slice(start, document.end))
      if (!collect(document.root, doubtful, objects, 0)) complete = false
    }
  }
  return { objects, complete }
}

/** How `helm template` prints what a condition on an unknown touches. */
const uncertainComment = /^# [\uE000-\uF8FE]$/m

function collect(root: YamlNode, uncertain: boolean, objects: KubernetesObject[], depth: number): boolean {
  const kind = textOf(root, 'kind')?.value
  const apiVersion = textOf(root, 'apiVersion')?.value
  if (!kind || !apiVersion || holdsUnknown(kind) || holdsUnknown(apiVersion)) return false
  if (kind.endsWith('List') && at(root, 'items')?.kind === 'list' && depth < 4)
    return itemsOf(root, 'items')
      .map((item) => collect(item, uncertain, objects, depth + 1))
      .every(Boolean)
  const metadata = at(root, 'metadata')
  const hidden = metadata?.kind === 'scalar' && isOneUnknown(metadata.text.value)
  const namespace = isClusterScoped(kind, apiVersion) ? undefined : filled(textOf(metadata, 'namespace'))
  objects.push({ apiVersion, kind, name: filled(textOf(metadata, 'name')), namespace, root, uncertain })
  return !hidden
}

const filled = (text: Text | undefined): Text | undefined => (text?.value === '' ? undefined : text)

/** Built-in kinds without a namespace, by API group (`kubectl api-resources --namespaced=false`, 1.34), and common ones. */
const clusterScoped: Readonly<Record<string, string>> = {
  '': 'Namespace Node PersistentVolume ComponentStatus',
  'admissionregistration.k8s.io':
    'MutatingWebhookConfiguration ValidatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
  'apiextensions.k8s.io': 'CustomResourceDefinition',
  'apiregistration.k8s.io': 'APIService',
  'cert-manager.io': 'ClusterIssuer',
  'certificates.k8s.io': 'CertificateSigningRequest ClusterTrustBundle',
  'external-secrets.io': 'ClusterSecretStore ClusterExternalSecret',
  'flowcontrol.apiserver.k8s.io': 'FlowSchema PriorityLevelConfiguration',
  'gateway.networking.k8s.io': 'GatewayClass',
  'karpenter.sh': 'NodePool NodeClaim',
  'kyverno.io': 'ClusterPolicy',
  'networking.k8s.io': 'IngressClass',
  'node.k8s.io': 'RuntimeClass',
  policy: 'PodSecurityPolicy',
  'rbac.authorization.k8s.io': 'ClusterRole ClusterRoleBinding',
  'scheduling.k8s.io': 'PriorityClass',
  'snapshot.storage.k8s.io': 'VolumeSnapshotClass VolumeSnapshotContent',
  'storage.k8s.io': 'CSIDriver CSINode StorageClass VolumeAttachment VolumeAttributesClass',
}

export const groupOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''

export const isClusterScoped = (kind: string, apiVersion: string): boolean =>
  clusterScoped[groupOf(apiVersion)]?.split(' ').includes(kind) ?? false

/** The annotations of an object or a pod template; values that are no text are left out. */
export const annotationsOf = (root: YamlNode | undefined): ReadonlyMap<string, Text> =>
  textsOf(at(root, 'metadata', 'annotations'))

/** A map from names to texts, as labels, annotations and selectors are. */
export const textsOf = (map: YamlNode | undefined): ReadonlyMap<string, Text> =>
  new Map(
    entriesOf(map).flatMap(({ key, value }) =>
      value?.kind === 'scalar' ? [[key.text.value, value.text] as const] : [],
    ),
  )

/** A pod as a controller makes it, or a Pod itself. */
export interface PodTemplate {
  readonly metadata: YamlNode | undefined
  readonly spec: YamlNode
}

const inTemplate = ['spec', 'template']
/** Where the pod template is, by API group and kind. */
const templatePaths: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '': { Pod: [], PodTemplate: ['template'], ReplicationController: inTemplate },
  apps: { Deployment: inTemplate, ReplicaSet: inTemplate, StatefulSet: inTemplate, DaemonSet: inTemplate },
  extensions: { Deployment: inTemplate, ReplicaSet: inTemplate, DaemonSet: inTemplate },
  batch: { Job: inTemplate, CronJob: ['spec', 'jobTemplate', ...inTemplate] },
  'apps.openshift.io': { DeploymentConfig: inTemplate },
  'argoproj.io': { Rollout: inTemplate },
  'serving.knative.dev': { Service: inTemplate, Configuration: inTemplate, Revision: [] },
  'apps.kruise.io': {
    CloneSet: inTemplate,
    StatefulSet: inTemplate,
    DaemonSet: inTemplate,
    BroadcastJob: inTemplate,
    AdvancedCronJob: [...inTemplate, 'jobTemplate', ...inTemplate],
  },
  'keda.sh': { ScaledJob: ['spec', 'jobTargetRef', 'template'] },
}

/** The pod template of any kind of controller; undefined for what runs no pods of its own. */
export function podTemplateOf(object: Pick<KubernetesObject, 'apiVersion' | 'kind' | 'root'>): PodTemplate | undefined {
  const path = templatePaths[groupOf(object.apiVersion)]?.[object.kind]
  const template = path && at(object.root, ...path)
  const spec = at(template, 'spec')
  return spec?.kind === 'map' ? { metadata: at(template, 'metadata'), spec } : undefined
}

export interface Container {
  readonly kind: 'container' | 'init' | 'ephemeral'
  readonly name: Text | undefined
  readonly image: Text | undefined
  readonly imagePullPolicy: Text | undefined
  readonly node: YamlNode
}

const containerLists = [
  ['init', 'initContainers'],
  ['container', 'containers'],
  ['ephemeral', 'ephemeralContainers'],
] as const

/** All containers of a pod specification, in the order in which they start. */
export const containersOf = (spec: YamlNode): readonly Container[] =>
  containerLists.flatMap(([kind, key]) =>
    itemsOf(spec, key).map((node) => ({
      kind,
      name: textOf(node, 'name'),
      image: textOf(node, 'image'),
      imagePullPolicy: textOf(node, 'imagePullPolicy'),
      node,
    })),
  )
