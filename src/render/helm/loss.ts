import type { Text } from '../../source/text.ts'
import { at, isNull, parseYaml, textOf, type YamlNode } from '../../syntax/yaml.ts'

/**
 * What the API server refuses to do without (pkg/apis/core/validation and pkg/apis/networking/validation), by the key of the
 * list or map that it stands in.
 */
const required: Readonly<Record<string, readonly string[]>> = {
  containers: ['name', 'image'],
  initContainers: ['name', 'image'],
  env: ['name'],
  ports: ['containerPort', 'port'],
  volumes: ['name'],
  volumeMounts: ['name', 'mountPath'],
  http: ['paths'],
  paths: ['pathType', 'backend'],
}

/**
 * Whether objects are broken that were whole: an element that is null, or without something that is required, where the other
 * rendering has it. Only objects of Kubernetes itself, as far as both renderings have the same ones.
 */
export function isBroken(rendered: Text, whole: Text): boolean {
  const [now, before] = [rootsOf(rendered), rootsOf(whole)]
  return (
    now.length === before.length &&
    now.some((root, index) => {
      const other = before[index]
      return root && other && isBuiltIn(root) && kindOf(root) === kindOf(other) && isBrokenAt(root, other, '', 0)
    })
  )
}

const rootsOf = (text: Text): readonly (YamlNode | undefined)[] => parseYaml(text).map(({ root }) => root)

const kindOf = (root: YamlNode): string | undefined => textOf(root, 'kind')?.value

/** `apps/v1`, and the Ingress of today; no custom resource, which may call anything by these names. */
function isBuiltIn(root: YamlNode): boolean {
  const version = textOf(root, 'apiVersion')?.value ?? '.'
  return /^(?:apps\/|batch\/)?v1$/.test(version) || (version === 'networking.k8s.io/v1' && kindOf(root) === 'Ingress')
}

const deepest = 60

/** `key`: of the list or map that the nodes are in. */
function isBrokenAt(now: YamlNode | undefined, before: YamlNode | undefined, key: string, depth: number): boolean {
  if (depth > deepest || !now || !before) return false
  if (now.kind === 'list' && before.kind === 'list')
    return (
      now.items.length === before.items.length &&
      now.items.some((item, index) => {
        const other = before.items[index]
        return isEmpty(item) ? !isEmpty(other) : isBrokenAt(item, other, key, depth + 1)
      })
    )
  if (now.kind !== 'map' || before.kind !== 'map') return false
  if ((required[key] ?? []).some((one) => isEmpty(at(now, one)) && !isEmpty(at(before, one)))) return true
  return now.entries.some(({ key: { text }, value }) =>
    isBrokenAt(value, at(before, text.value), text.value, depth + 1),
  )
}

const isEmpty = (node: YamlNode | undefined): boolean =>
  node === undefined ||
  (node.kind === 'scalar' && (isNull(node) || node.text.value === '')) ||
  (node.kind === 'list' && node.items.length === 0) ||
  (node.kind === 'map' && node.entries.length === 0)
