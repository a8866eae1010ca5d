import type { Text } from '../source/text.ts'
import { itemsOf, textOf } from '../syntax/yaml.ts'
import type { KubernetesObject } from './cluster.ts'

/** A text that the API server takes for a DNS name, and where in the object it stands. */
export interface PlacedName {
  readonly text: Text
  readonly field: string
}

/** What of an object must be a DNS name: its own name, its namespace, and the hosts of an Ingress. */
export function placedNames({ apiVersion, kind, root }: KubernetesObject): readonly PlacedName[] {
  const placed = (field: string, text: Text | undefined): readonly PlacedName[] => (text ? [{ field, text }] : [])
  const hosts = kind === 'Ingress' && apiVersion.startsWith('networking.k8s.io/') ? hostsOf(root) : []
  return [
    ...placed('the name', textOf(root, 'metadata', 'name')),
    ...placed('the namespace', textOf(root, 'metadata', 'namespace')),
    ...hosts.flatMap((host) => placed('a host', host)),
  ]
}

const hostsOf = (root: KubernetesObject['root']): readonly Text[] => [
  ...itemsOf(root, 'spec', 'rules').flatMap((one) => textOf(one, 'host') ?? []),
  ...itemsOf(root, 'spec', 'tls').flatMap((one) =>
    itemsOf(one, 'hosts').flatMap((host) => (host.kind === 'scalar' ? [host.text] : [])),
  ),
]
