import { containersOf, groupOf, podTemplateOf } from '../documents/kubernetes.ts'
import { placeOf, type Text } from '../source/text.ts'
import { holdsUnknown } from '../source/unknown.ts'
import { entriesOf, entryOf, itemsOf, textOf, type YamlEntry } from '../syntax/yaml.ts'
import { resolveGoScalar } from '../syntax/yaml-go.ts'
import type { KubernetesObject } from './cluster.ts'

/** A value that must be a string, and is something else for whoever reads the YAML. */
export interface TypedValue {
  /** As a message names it: `env LOG_LEVEL of container "web"`. */
  readonly name: string
  readonly type: 'bool' | 'number'
  readonly key: Text
  readonly value: Text
  /** As the API server names the field. */
  readonly field: string
}

const checkedGroups: ReadonlySet<string> = new Set(['', 'apps', 'batch'])

/**
 * Values of the environment, and of ConfigMaps and Secrets, that the API server refuses because they are no strings. kubectl,
 * Helm and the API server read YAML 1.1 (sigs.k8s.io/yaml), so `yes`, `on` and `0777` are among them; `null` counts as empty.
 */
export function typedValues(object: KubernetesObject): readonly TypedValue[] {
  if (!checkedGroups.has(groupOf(object.apiVersion))) return []
  if (object.kind === 'ConfigMap' || object.kind === 'Secret') {
    const key = object.kind === 'ConfigMap' ? 'data' : 'stringData'
    return entriesOf(object.root, key).flatMap((entry) =>
      typed(entry, `${key} ${entry.key.text.value}`, `${object.kind}.${key}`),
    )
  }
  const spec = podTemplateOf(object)?.spec
  return (spec ? containersOf(spec) : []).flatMap(({ name, node }) =>
    itemsOf(node, 'env').flatMap((variable) => {
      const what = `env ${textOf(variable, 'name')?.value ?? ''} of container "${name?.value ?? ''}"`
      const entry = entryOf(variable, 'value')
      return entry ? typed(entry, what, 'EnvVar….env.value') : []
    }),
  )
}

function typed({ key, value }: YamlEntry, name: string, field: string): readonly TypedValue[] {
  if (value?.kind !== 'scalar' || value.style !== 'plain' || value.tag || holdsUnknown(value.text.value)) return []
  const { kind } = resolveGoScalar(value.text, 'v2', placeOf(value.text))
  if (kind !== 'bool' && kind !== 'int' && kind !== 'float') return []
  return [{ name, field, type: kind === 'bool' ? kind : 'number', key: key.text, value: value.text }]
}
