import { lines, placeOf, slice, spoken, type Text, trim } from '../../source/text.ts'
import { holdsUnknown, looking, unknownText } from '../../source/unknown.ts'
import { parseImageReference } from '../../syntax/image-reference.ts'
import { applyText } from '../../world/apply.ts'
import { resolvePath } from '../../world/files.ts'
import { sending } from './kubectl-apply.ts'
import { commandName, isDryRun, type KubectlCall, namespaceOf, type Verb } from './kubectl-call.ts'
import { lastOf, valuesOf } from './options.ts'
import { asked, done, prints, recordCommand } from './outcome.ts'
import { type Tree, yamlText } from './yaml-text.ts'

type Entries = readonly (readonly [Text | string, Tree | undefined])[]

/** `kubectl create`: from files, or one object made of options. */
export const create: Verb = (kubectl) => {
  const { call, machine, world, options } = kubectl
  if (valuesOf(options, 'f', 'filename', 'k', 'kustomize').length > 0) return sending('create')(kubectl)
  const made = generated(kubectl)
  return made
    ? sendOrPrint(kubectl, made)
    : isDryRun(options)
      ? asked(call, machine, world)
      : done(call, machine, world)
}

/** `kubectl run`: one pod. */
export const run: Verb = (kubectl) => {
  const { call, options } = kubectl
  const image = lastOf(options, 'image')
  const name = kubectl.words[0]
  if (!image || !name) return done(call, kubectl.machine, kubectl.world)
  const policy = lastOf(options, 'image-pull-policy')
  const container = new Map([
    ['name', name],
    ['image', image],
    ['imagePullPolicy', policy],
  ] as Entries)
  return sendOrPrint(
    kubectl,
    object(kubectl, 'v1', 'Pod', name, [['spec', new Map([['containers', [container]]] as Entries)]]),
  )
}

function sendOrPrint(kubectl: KubectlCall, made: Tree): ReturnType<Verb> {
  const { call, machine, world, target, options } = kubectl
  const text = yamlText(made, call.at)
  if (!isDryRun(options)) {
    const label = [commandName(kubectl, 'create'), ...kubectl.words.slice(0, 2).map((word) => word.value)].join(' ')
    applyText(world, target, text, { by: 'create', label, at: call.at, namespace: kubectl.namespace })
  }
  return lastOf(options, 'o', 'output')?.value === 'yaml' ? prints(text) : done(call, machine, world)
}

/** The object that `kubectl create <kind> …` makes; undefined for kinds that matter to nobody here, or are not understood. */
function generated(kubectl: KubectlCall): Tree | undefined {
  const [kind, first, second] = kubectl.words
  switch (kind?.value) {
    case 'namespace':
    case 'ns':
      return first && object(kubectl, 'v1', 'Namespace', first, [])
    case 'serviceaccount':
    case 'sa':
      return first && object(kubectl, 'v1', 'ServiceAccount', first, [])
    case 'configmap':
    case 'cm':
      return first && object(kubectl, 'v1', 'ConfigMap', first, [['data', dataOf(kubectl, plain)]])
    case 'secret':
      return second && secret(kubectl, first?.value ?? '', second)
    case 'deployment':
    case 'deploy':
      return first && workload(kubectl, 'apps/v1', 'Deployment', first)
    case 'job':
      return first && workload(kubectl, 'batch/v1', 'Job', first)
    default:
      return undefined
  }
}

function object(kubectl: KubectlCall, apiVersion: string, kind: string, name: Text, rest: Entries): Tree {
  const { at } = kubectl.call
  const namespace = kind === 'Namespace' ? undefined : namespaceOf(kubectl)
  return new Map<Text | string, Tree | undefined>([
    ['apiVersion', spoken(apiVersion, at)],
    ['kind', spoken(kind, at)],
    [
      'metadata',
      new Map([
        ['name', name],
        ['namespace', namespace],
      ] as Entries),
    ],
    ...rest,
  ])
}

/** The type of `create secret generic`, unless `--type` says another (`kubectl create secret`). */
const opaque = 'Opaque'
const secretTypes: Readonly<Record<string, string>> = {
  generic: opaque,
  tls: 'kubernetes.io/tls',
  'docker-registry': 'kubernetes.io/dockerconfigjson',
}

function secret(kubectl: KubectlCall, flavour: string, name: Text): Tree | undefined {
  const { call, machine, world, options } = kubectl
  const type = secretTypes[flavour]
  if (!type) return undefined
  recordCommand(call, machine, world, `kubectl create secret ${flavour}`)
  const hidden = unknownText(machine.names, `secret ${world.events.length}`, 'a secret', call.at)
  const given = flavour === 'generic' || valuesOf(options, 'from-file').length > 0
  const keys = flavour === 'tls' ? ['tls.crt', 'tls.key'] : ['.dockerconfigjson']
  return object(kubectl, 'v1', 'Secret', name, [
    ['data', given ? dataOf(kubectl, base64) : new Map(keys.map((key) => [key, hidden]))],
    ['type', lastOf(options, 'type') ?? spoken(type, call.at)],
  ])
}

type Encoding = (kubectl: KubectlCall, value: Text) => Text

const plain: Encoding = (_, value) => value

const base64: Encoding = ({ machine }, value) =>
  value.value === '' ? value : looking(machine.names, 'base64', [value], () => encoded(value.value))

const encoded = (value: string): string =>
  btoa(Array.from(new TextEncoder().encode(value), (byte) => String.fromCharCode(byte)).join(''))

interface Entry {
  readonly key: Text
  readonly value: Text
}

/** The keys of `--from-literal`, `--from-file` and `--from-env-file`; one unknown as soon as one of them is hidden. */
function dataOf(kubectl: KubectlCall, encoding: Encoding): Tree | undefined {
  const { options, machine, call, world } = kubectl
  const entries = [
    ...valuesOf(options, 'from-literal').map(literal),
    ...valuesOf(options, 'from-file').flatMap((argument) => filesOf(kubectl, argument)),
    ...valuesOf(options, 'from-env-file').flatMap((argument) => variablesOf(kubectl, argument)),
  ]
  if (entries.length === 0) return undefined
  const known = entries.filter((entry): entry is Entry => entry !== undefined && !holdsUnknown(entry.key.value))
  if (known.length < entries.length) return unknownText(machine.names, `data ${world.events.length}`, 'data', call.at)
  return new Map(known.map(({ key, value }) => [key, encoding(kubectl, value)]))
}

function literal(argument: Text): Entry | undefined {
  const equals = argument.value.indexOf('=')
  return equals < 0 ? undefined : { key: slice(argument, 0, equals), value: slice(argument, equals + 1) }
}

/** `[key=]path`; a directory gives a key for each of its files. */
function filesOf(kubectl: KubectlCall, argument: Text): readonly (Entry | undefined)[] {
  const { machine, call } = kubectl
  const named = literal(argument)
  const file = named?.value ?? argument
  const path = resolvePath(machine.directory, file.value)
  const content = (at: string, name: string): Text =>
    machine.files.read(at) ?? unknownText(machine.names, `content ${at}`, name, call.at)
  if (named) return [{ key: named.key, value: content(path, file.value) }]
  if (holdsUnknown(file.value)) return [undefined]
  if (!machine.files.isDirectory(path))
    return [{ key: slice(file, file.value.lastIndexOf('/') + 1), value: content(path, file.value) }]
  const names = machine.files.list(path).filter((name) => !machine.files.isDirectory(`${path}/${name}`))
  const entries = names.map((name) => ({ key: spoken(name, placeOf(file)), value: content(`${path}/${name}`, name) }))
  return machine.files.blurred() ? [...entries, undefined] : entries
}

/** `KEY=value` lines of a file. */
function variablesOf({ machine }: KubectlCall, argument: Text): readonly (Entry | undefined)[] {
  const text = machine.files.read(resolvePath(machine.directory, argument.value))
  if (!text) return [undefined]
  return lines(text)
    .map(trim)
    .filter((line) => line.value !== '' && !line.value.startsWith('#'))
    .map(literal)
}

/** A container is called after the last component of its image (`kubectl create deployment`). */
function workload(kubectl: KubectlCall, apiVersion: string, kind: string, name: Text): Tree | undefined {
  const { options, call, machine } = kubectl
  const image = lastOf(options, 'image')
  if (!image) return undefined
  const { written } = parseImageReference(image)
  const last = slice(written, written.value.lastIndexOf('/') + 1)
  const container = new Map([
    ['name', looking(machine.names, 'container name', [last], () => last.value)],
    ['image', image],
  ])
  const labels = new Map([['app', name]])
  const template = new Map<string, Tree>([
    ['metadata', new Map([['labels', labels]])],
    [
      'spec',
      new Map<string, Tree>([
        ['containers', [container]],
        ...(kind === 'Job' ? [['restartPolicy', spoken('Never', call.at)] as const] : []),
      ]),
    ],
  ])
  const selector = kind === 'Job' ? undefined : new Map([['matchLabels', labels]])
  return object(kubectl, apiVersion, kind, name, [
    [
      'spec',
      new Map<string, Tree | undefined>([
        ['selector', selector],
        ['template', template],
      ]),
    ],
  ])
}
