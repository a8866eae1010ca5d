import { topOf } from '../../source/span.ts'
import { pieceAt, placeOf, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { at, isNull as isNullScalar, type Range, spanOf, textOf, type YamlNode } from '../../syntax/yaml.ts'
import { resolveGoScalar } from '../../syntax/yaml-go.ts'
import { parseGoYaml } from '../../syntax/yaml-go-parse.ts'
import { Failure } from './failure.ts'
import type { Stretch } from './output.ts'
import { joined, Slicer } from './pieces.ts'
import { byBytes } from './value.ts'
import { yamlMessage } from './yaml.ts'

/** What a template file became. */
export interface RenderedFile {
  readonly name: string
  readonly text: Text
  readonly uncertain: readonly Stretch[]
}

interface Manifest {
  readonly name: string
  readonly content: Text
  readonly kind: string
  readonly uncertain: boolean
}

/** releaseutil.InstallOrder; Helm 4 has the webhooks behind it. */
const installOrder = [
  'PriorityClass',
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodSecurityPolicy',
  'PodDisruptionBudget',
  'ServiceAccount',
  'Secret',
  'SecretList',
  'ConfigMap',
  'StorageClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleList',
  'ClusterRoleBinding',
  'ClusterRoleBindingList',
  'Role',
  'RoleList',
  'RoleBinding',
  'RoleBindingList',
  'Service',
  'DaemonSet',
  'Pod',
  'ReplicationController',
  'ReplicaSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'StatefulSet',
  'Job',
  'CronJob',
  'IngressClass',
  'Ingress',
  'APIService',
]
const installOrders = {
  3: new Map(installOrder.map((kind, index) => [kind, index])),
  4: new Map(
    [...installOrder, 'MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'].map((kind, index) => [
      kind,
      index,
    ]),
  ),
} as const

const hookEvents = new Set([
  'pre-install',
  'post-install',
  'pre-delete',
  'post-delete',
  'pre-upgrade',
  'post-upgrade',
  'pre-rollback',
  'post-rollback',
  'test',
  'test-success',
])

/** The output of `helm template`: manifests in order of installation, then hooks; `crds` in front of them. */
export function assemble(
  files: readonly RenderedFile[],
  crds: readonly { readonly name: string; readonly text: Text }[],
  helm: 3 | 4,
): { readonly text: Text; readonly uncertain: readonly Range[] } {
  const manifests: Manifest[] = []
  const hooks: Manifest[] = []
  for (const file of [...files].sort((a, b) => byBytes(a.name, b.name)))
    if (file.text.value.trim() !== '' && !isPartial(file.name))
      for (const document of splitDocuments(file, helm)) sort(document, manifests, hooks)
  const first: Manifest[] = crds.map(({ name, text }) => ({ name, content: text, kind: '', uncertain: false }))
  const order = installOrders[helm]
  const main = joinAll([...first, ...inOrder(manifests, order)])
  const rest = joinAll(inOrder(hooks, order))
  const body = trimmed(main.text)
  const lineBreak = spoken('\n', placeOf(body))
  const head = body.value === '' ? joined([{ value: '\n', pieces: lineBreak.pieces }]) : joined([body, lineBreak])
  const text = joined([head, rest.text])
  const range = ([start, end]: readonly [number, number], shift: number): Range => ({
    within: text,
    start: Math.min(start + shift, text.value.length),
    end: Math.min(end + shift, text.value.length),
  })
  return {
    text,
    uncertain: [
      ...main.uncertain.map((one) => range(one, 0)),
      ...rest.uncertain.map((one) => range(one, head.value.length)),
    ],
  }
}

const isPartial = (name: string): boolean => name.slice(name.lastIndexOf('/') + 1).startsWith('_')

function joinAll(manifests: readonly Manifest[]): {
  readonly text: Text
  readonly uncertain: readonly (readonly [number, number])[]
} {
  const parts: Text[] = []
  const uncertain: (readonly [number, number])[] = []
  let offset = 0
  for (const { name, content, uncertain: isUncertain } of manifests) {
    const at = topOf(placeOf(content).source)
    const header = spoken(`---\n# Source: ${name}\n`, at)
    parts.push(header, content, spoken('\n', at))
    const start = offset + header.value.length
    offset = start + content.value.length + 1
    if (isUncertain) uncertain.push([start, offset - 1])
  }
  return { text: joined(parts), uncertain }
}

function inOrder(manifests: readonly Manifest[], order: ReadonlyMap<string, number>): readonly Manifest[] {
  return [...manifests].sort((a, b) => {
    const [left, right] = [order.get(a.kind), order.get(b.kind)]
    if (left === undefined && right === undefined) return a.kind === b.kind ? 0 : byBytes(a.kind, b.kind)
    return (left ?? Number.POSITIVE_INFINITY) - (right ?? Number.POSITIVE_INFINITY)
  })
}

interface Document {
  readonly name: string
  readonly content: Text
  readonly uncertain: boolean
}

/** Go's regular expressions and strings.TrimSpace take these for white space. */
const isSpace = (character: string | undefined): boolean => character !== undefined && /[\t\n\f\r ]/.test(character)
const leading = (value: string): number => value.length - value.trimStart().length
const trailingEnd = (value: string): number => value.trimEnd().length

function trimmed(text: Text): Text {
  const start = leading(text.value)
  return new Slicer(text).slice(start, Math.max(start, trailingEnd(text.value)))
}

/** releaseutil.SplitManifests */
function splitDocuments({ name, text, uncertain }: RenderedFile, helm: 3 | 4): readonly Document[] {
  const slicer = new Slicer(text)
  const documents: Document[] = []
  let before = 0
  for (const [start, end] of helm === 4 ? splitAtLines(text.value) : splitAtMarkers(text.value)) {
    const part = text.value.slice(start, end)
    const from = start + leading(part)
    const to = helm === 4 ? end : start + trailingEnd(part)
    if (helm === 4 && part.trim() === '') continue
    // What stands in front of a document may have been part of it.
    const region = before
    before = end
    const isUncertain = uncertain.some((one) => one.start <= end && one.end >= region)
    documents.push({ name, content: slicer.slice(from, Math.max(from, to)), uncertain: isUncertain })
  }
  return documents
}

type Bounds = readonly [start: number, end: number]

/** Helm 3 splits the trimmed text at `(?:^|\s*\n)---\s*`. */
function splitAtMarkers(value: string): readonly Bounds[] {
  const first = leading(value)
  const last = Math.max(first, trailingEnd(value))
  const bounds: Bounds[] = []
  const afterMarker = (offset: number): number => {
    let at = offset
    while (at < last && isSpace(value[at])) at += 1
    return at
  }
  let start = value.startsWith('---', first) && first + 3 <= last ? afterMarker(first + 3) : first
  for (;;) {
    const found = value.indexOf('\n---', start)
    if (found < 0 || found + 4 > last) break
    let end = found
    while (end > start && isSpace(value[end - 1])) end -= 1
    if (end > start) bounds.push([start, end])
    start = afterMarker(found + 4)
  }
  if (start < last) bounds.push([start, last])
  return bounds
}

/** Helm 4 splits at `(?m)^---[ \t]*`. */
function splitAtLines(value: string): readonly Bounds[] {
  const bounds: Bounds[] = []
  let start = leading(value)
  for (const match of value.slice(start).matchAll(/^---[ \t]*/gm)) {
    const at = leading(value) + match.index
    // `^` of Go stands behind line feeds only.
    if (at > 0 && value[at - 1] !== '\n' && at !== leading(value)) continue
    bounds.push([start, at])
    start = at + match[0].length
  }
  bounds.push([start, value.length])
  return bounds
}

/** Reads the head of a document (releaseutil.SimpleHead) and puts it where it belongs. */
function sort({ name, content, uncertain }: Document, manifests: Manifest[], hooks: Manifest[]): void {
  const { kind, hook } = headOf(name, content, uncertain)
  const manifest: Manifest = { name, content, kind, uncertain }
  if (hook === undefined) manifests.push(manifest)
  else if (hook.split(',').every((event) => hookEvents.has(event.trim().toLowerCase()))) hooks.push(manifest)
}

interface Head {
  readonly kind: string
  readonly hook: string | undefined
}

function headOf(name: string, content: Text, uncertain: boolean): Head {
  const [document] = parseGoYaml(content)
  const refuse = (message: string, place: Range): Head => {
    // Whether it can be read depends on an unknown.
    if (uncertain || holdsUnknown(content.value))
      return { kind: /^kind:[ \t]*(\S+)/m.exec(content.value)?.[1] ?? '', hook: undefined }
    throw new Failure(`YAML parse error on ${name}: ${message}`, spanOf(place), {
      why: pieceAt(place.within, place.start)?.why,
    })
  }
  const problem = document?.problems[0]
  if (problem) return refuse(yamlMessage(problem), problem)
  const root = document?.root
  if (!root || isNull(root)) return { kind: '', hook: undefined }
  const wrong = (node: YamlNode, what: string): Head =>
    refuse(
      `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${jsonKind(node)} into Go ${what}`,
      node,
    )
  if (root.kind !== 'map') return wrong(root, 'value of type releaseutil.SimpleHead')
  for (const field of ['apiVersion', 'kind']) {
    const value = at(root, field)
    if (value && value.kind !== 'scalar') return wrong(value, `struct field SimpleHead.${field} of type string`)
  }
  const kind = textOf(root, 'kind')?.value ?? ''
  const metadata = at(root, 'metadata')
  if (!metadata || isNull(metadata)) return { kind, hook: undefined }
  if (metadata.kind !== 'map') return wrong(metadata, `struct field SimpleHead.metadata of type ${metadataType}`)
  const annotations = at(metadata, 'annotations')
  if (!annotations || isNull(annotations)) return { kind, hook: undefined }
  if (annotations.kind !== 'map')
    return wrong(annotations, 'struct field .metadata.annotations of type map[string]string')
  for (const { value } of annotations.entries)
    if (value && value.kind !== 'scalar') return wrong(value, 'struct field .metadata.annotations of type string')
  return { kind, hook: textOf(annotations, 'helm.sh/hook')?.value }
}

const metadataType = 'struct { Name string "json:\\"name\\""; Annotations map[string]string "json:\\"annotations\\"" }'

const isNull = (node: YamlNode): boolean => node.kind === 'scalar' && isNullScalar(node)

function jsonKind(node: YamlNode): string {
  if (node.kind !== 'scalar') return node.kind === 'map' ? 'object' : 'array'
  const resolved = node.style === 'plain' ? resolveGoScalar(node.text, 'v2').kind : 'string'
  return resolved === 'int' || resolved === 'float' ? 'number' : resolved
}
