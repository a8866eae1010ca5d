import { parseTarget } from '../../documents/targets.ts'
import type { Text } from '../../source/text.ts'
import { isOfThisRun, unknownText } from '../../source/unknown.ts'
import { at, itemsOf, parseYaml, textOf, type YamlNode } from '../../syntax/yaml.ts'
import { clusterOf } from '../../world/apply.ts'
import { resolvePath } from '../../world/files.ts'
import { record } from '../../world/machine.ts'
import { isDryRun, type KubectlCall, namespaceOf, targetsOf, type Verb } from './kubectl-call.ts'
import { givesImage, restarts } from './kubectl-workloads.ts'
import { lastOf } from './options.ts'
import { done } from './outcome.ts'

/** `kubectl patch`: images it sets, pods it replaces, pull secrets it gives to a service account. */
export const patch: Verb = (kubectl) => {
  const { options, machine, world, call, words } = kubectl
  const file = lastOf(options, 'patch-file')
  const text = lastOf(options, 'p', 'patch') ?? (file && machine.files.read(resolvePath(machine.directory, file.value)))
  if (text && !isDryRun(options)) for (const target of targetsOf(words)) patchOne(kubectl, target, text)
  return done(call, machine, world)
}

function patchOne(kubectl: KubectlCall, target: Text, text: Text): void {
  const root = parseYaml(text)[0]?.root
  if (!root) return
  const images = root.kind === 'list' ? imagesOfOperations(kubectl, root) : imagesOfMerge(root)
  for (const { container, image } of images) givesImage(kubectl, target, container, image)
  const touchesPods =
    at(root, 'spec', 'template') !== undefined || operations(root).some(({ path }) => path.startsWith('/spec/template'))
  if (touchesPods && images.length === 0 && isOfThisRun(kubectl.machine.names, text.value)) restarts(kubectl, [target])
  if (root.kind === 'map') patched(kubectl, target, root)
}

interface ContainerImage {
  readonly container: Text
  readonly image: Text
}

const imagesOfMerge = (root: YamlNode): readonly ContainerImage[] =>
  ['initContainers', 'containers']
    .flatMap((list) => itemsOf(root, 'spec', 'template', 'spec', list))
    .flatMap((item) => {
      const [container, image] = [textOf(item, 'name'), textOf(item, 'image')]
      return container && image ? { container, image } : []
    })

interface Operation {
  readonly path: string
  readonly value: Text | undefined
}

const operations = (root: YamlNode): readonly Operation[] =>
  root.kind === 'list'
    ? itemsOf(root).map((one) => ({ path: textOf(one, 'path')?.value ?? '', value: textOf(one, 'value') }))
    : []

/** A JSON patch counts containers: which one it is, is for the live object to say. */
const imagesOfOperations = ({ machine, call }: KubectlCall, root: YamlNode): readonly ContainerImage[] =>
  operations(root).flatMap(({ path, value }) => {
    const counted = /^\/spec\/template\/spec\/(?:initContainers|containers)\/\d+\/image$/.exec(path)
    if (!counted || !value) return []
    return { container: unknownText(machine.names, `container ${path}`, path, call.at), image: value }
  })

/** The object as far as the patch tells; nobody may be accused by what it leaves out. */
function patched(kubectl: KubectlCall, target: Text, root: YamlNode): void {
  const { world, machine, call } = kubectl
  const { kind, name } = parseTarget(target)
  if (!kind || !name) return
  const namespace = namespaceOf(kubectl)
  const object = { apiVersion: apiVersionOf(kind), kind, name, namespace, root, uncertain: true }
  const set = { label: 'kubectl patch', complete: false, namespace }
  const cluster = clusterOf(kubectl.target, call.at)
  record(world, machine, { kind: 'apply', by: 'set', cluster, object, set, at: call.at })
}

const groups: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  ReplicaSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  Ingress: 'networking.k8s.io/v1',
}
const apiVersionOf = (kind: string): string => groups[kind] ?? 'v1'
