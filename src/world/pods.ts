import { podTemplateOf, textsOf } from '../documents/kubernetes.ts'
import { placeOf, type Text } from '../source/text.ts'
import { at, itemsOf, textOf, type YamlNode } from '../syntax/yaml.ts'
import type { KubernetesObject, PodArchitecture, PodSpec, Toleration } from './cluster.ts'

/** What of an object's pods decides where they run and how they pull; undefined for an object without pods. */
export function podSpecOf(object: KubernetesObject): PodSpec | undefined {
  const spec = podTemplateOf(object)?.spec
  return spec && podSpecAt(spec)
}

export function podSpecAt(node: YamlNode): PodSpec {
  return {
    node,
    nodeSelector: textsOf(at(node, 'nodeSelector')),
    architectures: architecturesOf(node),
    tolerations: itemsOf(node, 'tolerations').map(tolerationOf),
    pullSecrets: itemsOf(node, 'imagePullSecrets').flatMap((item) => textOf(item, 'name') ?? []),
    serviceAccount: textOf(node, 'serviceAccountName') ?? textOf(node, 'serviceAccount'),
  }
}

/** Labels that the kubelet sets to its architecture; the second is the older name (deprecated since 1.14). */
const architectureLabels = ['kubernetes.io/arch', 'beta.kubernetes.io/arch']

function architecturesOf(spec: YamlNode): readonly PodArchitecture[] | undefined {
  const selector = at(spec, 'nodeSelector')
  const selected = architectureLabels.map((label) => textOf(selector, label)).find(Boolean)
  if (selected) return [asked(selected)]
  const terms = itemsOf(
    spec,
    'affinity',
    'nodeAffinity',
    'requiredDuringSchedulingIgnoredDuringExecution',
    'nodeSelectorTerms',
  ).map(architecturesOfTerm)
  // Terms are alternatives: one that does not speak of the architecture takes any.
  return terms.length > 0 && terms.every((term) => term !== undefined) ? terms.flat() : undefined
}

const asked = (text: Text): PodArchitecture => ({ architecture: text.value, at: placeOf(text) })

function architecturesOfTerm(term: YamlNode): readonly PodArchitecture[] | undefined {
  const expression = itemsOf(term, 'matchExpressions').find(
    (one) => architectureLabels.includes(textOf(one, 'key')?.value ?? '') && textOf(one, 'operator')?.value === 'In',
  )
  return (
    expression && itemsOf(expression, 'values').flatMap((value) => (value.kind === 'scalar' ? asked(value.text) : []))
  )
}

const tolerationOf = (node: YamlNode): Toleration => ({
  key: textOf(node, 'key')?.value,
  operator: textOf(node, 'operator')?.value,
  value: textOf(node, 'value')?.value,
  effect: textOf(node, 'effect')?.value,
})
