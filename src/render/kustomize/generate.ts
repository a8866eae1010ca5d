import type { Span } from '../../source/span.ts'
import { concat, emptyText, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { equalToNothing, holdsUnknown } from '../../source/unknown.ts'
import type { StringEntry } from './decode.ts'
import { fail } from './failure.ts'
import type { GeneratorArguments, GeneratorOptions } from './kustomization.ts'
import { type Loader, mustLoad } from './load.ts'
import { fieldOf, lookUpOrCreate, mapNode, type Node, scalarNode, setField, stringNode, toGo } from './node.ts'
import { kindOf, metaText, newResource, type Resource, setMeta, storePreviousId } from './resource.ts'
import { sha256 } from './sha256.ts'

/** One entry of `configMapGenerator` or `secretGenerator`. */
export function generate(
  kind: 'ConfigMap' | 'Secret',
  args: GeneratorArguments,
  globals: GeneratorOptions | undefined,
  loader: Loader,
): Resource {
  const { name, namespace, written } = args
  const at = name && name.value !== '' ? placeOf(name) : fail(written.at, 'a configmap must have a name')
  const node = mapNode(written.at)
  const set = (map: Node, field: string, value: Node): void => setField(map, spoken(field, at), value)
  set(node, 'apiVersion', stringNode(spoken('v1', at)))
  set(node, 'kind', stringNode(spoken(kind, at)))
  const metadata = mapNode(at)
  set(node, 'metadata', metadata)
  set(metadata, 'name', scalarNode(name as Text, 'none'))
  if (namespace?.value) set(metadata, 'namespace', scalarNode(namespace, 'none'))
  if (kind === 'Secret') set(node, 'type', stringNode(args.type?.value ? args.type : spoken('Opaque', at)))
  addData(node, kind, readPairs(args, loader), at)
  const options = mergeOptions(args.options, globals)
  for (const field of ['labels', 'annotations'] as const)
    for (const { key, value } of sortedEntries(options[field]))
      setField(lookUpOrCreate(metadata, placeOf(key), field), key, stringNode(value, placeOf(key)))
  if (options.immutable) set(node, 'immutable', scalarNode(spoken('true', at), 'bool'))
  return {
    ...newResource(node),
    generated: true,
    behavior: args.behavior?.value ?? '',
    needsHash: !options.disableNameSuffixHash,
  }
}

interface Options {
  readonly labels: ReadonlyMap<string, StringEntry>
  readonly annotations: ReadonlyMap<string, StringEntry>
  readonly disableNameSuffixHash: boolean
  readonly immutable: boolean
}

/** MergeGlobalOptionsIntoLocal: own labels and annotations win, a switch that is on anywhere is on. */
function mergeOptions(own: GeneratorOptions | undefined, globals: GeneratorOptions | undefined): Options {
  return {
    labels: new Map([...(globals?.labels ?? []), ...(own?.labels ?? [])]),
    annotations: new Map([...(globals?.annotations ?? []), ...(own?.annotations ?? [])]),
    disableNameSuffixHash: Boolean(own?.disableNameSuffixHash || globals?.disableNameSuffixHash),
    immutable: Boolean(own?.immutable || globals?.immutable),
  }
}

const sortedEntries = (entries: ReadonlyMap<string, StringEntry>): readonly StringEntry[] =>
  [...entries.values()].sort((a, b) => (a.key.value < b.key.value ? -1 : 1))

function addData(node: Node, kind: string, pairs: readonly StringEntry[], at: Span): void {
  const seen = new Set<string>()
  if (kind === 'Secret') lookUpOrCreate(node, at, 'data')
  for (const { key, value } of [...pairs].sort((a, b) => (a.key.value < b.key.value ? -1 : 1))) {
    if (seen.has(key.value))
      fail(placeOf(key), `configmap ${metaText(node, 'name').value} illegally repeats the key \`${key.value}\``)
    seen.add(key.value)
    // Bytes that are no UTF-8 cannot be told from the replacement character; nobody knows what they encode to.
    const binary = value.value.includes('\ufffd')
    const field = kind === 'ConfigMap' && binary ? 'binaryData' : 'data'
    const content = kind === 'Secret' || binary ? base64(value, binary) : value
    setField(
      lookUpOrCreate(node, at, field),
      key,
      stringNode(content, value.value === '' ? placeOf(key) : placeOf(value)),
    )
  }
}

/** encodeBase64 of kyaml/yaml/datamap.go: lines of 70 when there is more than one. */
export function base64(text: Text, binary: boolean): Text {
  if (text.value === '') return emptyText
  if (binary || holdsUnknown(text.value)) return spoken(equalToNothing, placeOf(text))
  let bytes = ''
  for (const byte of new TextEncoder().encode(text.value)) bytes += String.fromCharCode(byte)
  const encoded = btoa(bytes)
  return spoken(encoded.length < 70 ? encoded : encoded.replace(/.{1,70}/g, '$&\n'), placeOf(text))
}

/** api/kv: env files, then literals, then files. */
function readPairs(args: GeneratorArguments, loader: Loader): readonly StringEntry[] {
  const envs = [...(args.envs ?? []), ...(args.env?.value ? [args.env] : [])]
  return [
    ...envs.flatMap((path) => envPairs(mustLoad(loader, path))),
    ...(args.literals ?? []).map(literalPair),
    ...(args.files ?? []).map((source) => filePair(source, loader)),
  ]
}

function envPairs(text: Text): readonly StringEntry[] {
  const pairs: StringEntry[] = []
  let start = 0
  while (start < text.value.length) {
    const lineBreak = text.value.indexOf('\n', start)
    const end = lineBreak < 0 ? text.value.length : lineBreak
    let from = start
    let to = end
    if (text.value[to - 1] === '\r' && to > from) to -= 1
    while (from < to && /[\s\ufeff]/.test(text.value[from] as string)) from += 1
    start = end + 1
    if (from === to || text.value[from] === '#') continue
    const equals = text.value.slice(from, to).indexOf('=')
    const split = equals < 0 ? to : from + equals
    if (split > from)
      pairs.push({ key: slice(text, from, split), value: equals < 0 ? emptyText : slice(text, split + 1, to) })
  }
  return pairs
}

function literalPair(source: Text): StringEntry {
  const equals = source.value.indexOf('=')
  if (equals <= 0) return fail(placeOf(source), `invalid literal source ${source.value}, expected key=value`)
  const value = slice(source, equals + 1)
  const quote = value.value[0]
  const quoted = value.value.length >= 2 && value.value.endsWith(quote as string) && (quote === '"' || quote === "'")
  return { key: slice(source, 0, equals), value: quoted ? slice(value, 1, value.value.length - 1) : value }
}

function filePair(source: Text, loader: Loader): StringEntry {
  const parts = source.value.split('=')
  const bad = parts.length > 2 || (parts.length === 2 && (parts[0] === '' || parts[1] === ''))
  if (bad) return fail(placeOf(source), `source "${source.value}" is no [key=]path`)
  if (parts.length === 2) {
    const key = slice(source, 0, (parts[0] as string).length)
    return { key, value: mustLoad(loader, slice(source, key.value.length + 1)) }
  }
  const base = source.value.replace(/\/+$/, '')
  return { key: slice(source, base.lastIndexOf('/') + 1, base.length), value: mustLoad(loader, source) }
}

/** HashTransformer: the name of what a generator made ends in the hash of its content. */
export function addHash(resource: Resource): void {
  if (!resource.needsHash) return
  const name = metaText(resource.node, 'name')
  storePreviousId(resource)
  setMeta(resource, 'name', concat(name, spoken(`-${hashOf(resource.node)}`, placeOf(name))))
}

/**
 * api/hasher: the first ten digits of SHA-256, with 0, 1, 3, a and e replaced. The name in it is always empty, because
 * `metadata/name` is looked up as one field.
 */
function hashOf(node: Node): string {
  const kind = kindOf(node)
  const data = fieldOf(node, 'data')
  const parts = [`"data":${data ? goJson(data) : '""'}`, `"kind":${JSON.stringify(kind)}`, '"name":""']
  const binary = fieldOf(node, 'binaryData')
  const stringData = fieldOf(node, 'stringData')
  if (kind === 'ConfigMap' && binary?.kind === 'map') parts.unshift(`"binaryData":${goJson(binary)}`)
  if (kind === 'Secret' && stringData?.kind === 'map') parts.push(`"stringData":${goJson(stringData)}`)
  if (kind === 'Secret') parts.push(`"type":${goJson(fieldOf(node, 'type') ?? stringNode(emptyText))}`)
  const encoded = `{${parts.join(',')}}`
  if (holdsUnknown(encoded)) return equalToNothing
  return sha256(encoded)
    .slice(0, 10)
    .replace(/[013ae]/g, (digit) => substitutes[digit] as string)
}

const substitutes: Readonly<Record<string, string>> = { '0': 'g', '1': 'h', '3': 'k', a: 'm', e: 't' }

/** encoding/json of a map of scalars: sorted keys, `<`, `>` and `&` escaped. */
function goJson(node: Node): string {
  const value = toGo(node, 1)
  if (value.kind === 'list') return 'null'
  if (value.kind !== 'map') return value.kind === 'string' ? goJsonString(value.text.value) : value.text.value || 'null'
  const names = [...node.fields.keys()].sort()
  return `{${names.map((name) => `${goJsonString(name)}:${goJson(fieldOf(node, name) as Node)}`).join(',')}}`
}

const goJsonString = (value: string): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
