import { Ajv, type ErrorObject } from 'ajv'
import type { Config, IgnoreEntry } from './config.ts'
import schema from './config-schema.json' with { type: 'json' }
import type { Finding, Severity } from './finding.ts'
import { withFingerprints } from './fingerprint.ts'
import { nearest } from './source/nearest.ts'
import type { Source, Span } from './source/span.ts'
import { fileText, type Text } from './source/text.ts'
import { parseQuantity } from './syntax/quantity.ts'
import {
  at,
  entriesOf,
  headOf,
  isNull,
  itemsOf,
  parseYaml,
  type Range,
  spanOf,
  textOf,
  type YamlNode,
  type YamlScalar,
} from './syntax/yaml.ts'
import type { Architecture, NodePool, Taint } from './world/cluster.ts'
import type { ConfiguredCluster, ExistingObject } from './world/world.ts'

export type ParsedConfig =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'problems'; readonly problems: readonly Finding[] }

/** Reads a configuration file. Every mistake is a `config-invalid` finding at its line. `ruleIds`: those that exist. */
export function parseConfig(source: Source, ruleIds: readonly string[]): ParsedConfig {
  const [document, second] = parseYaml(fileText(source))
  const mistakes: Mistake[] = (document?.problems ?? []).map((problem) => ({
    at: stretch(problem, source),
    message: problem.message,
    help: 'write valid YAML',
  }))
  if (second)
    mistakes.push({
      at: stretch(second, source),
      message: 'only the first document is read',
      help: 'write one document',
    })
  if (mistakes.length === 0) mistakes.push(...mistakesIn(document?.root, source, ruleIds))
  if (mistakes.length > 0) return { kind: 'problems', problems: withFingerprints(mistakes.map(findingOf)) }
  return { kind: 'config', config: configOf(document?.root) }
}

/** The whole file is one text, so offsets in it are offsets in the file. A mistake may stand at its end. */
const stretch = ({ start, end }: Range, source: Source): Span => {
  const { length } = source.text
  return { source, start: Math.min(start, length), end: Math.min(end, length) }
}

interface Mistake {
  readonly at: Span
  readonly message: string
  readonly help: string
}

const findingOf = (mistake: Mistake): Omit<Finding, 'fingerprint'> => ({
  ...mistake,
  rule: 'config-invalid',
  severity: 'error',
  seen: '',
  because: [],
  fix: undefined,
})

const mostMistakes = 50

function mistakesIn(root: YamlNode | undefined, source: Source, ruleIds: readonly string[]): readonly Mistake[] {
  if (!root) return []
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true })
  const validate = ajv.compile({ ...schema, definitions: { ...schema.definitions, ruleId: schema.definitions.word } })
  if (!validate(plain(root, 0)))
    return (validate.errors ?? []).slice(0, mostMistakes).map((error) => mistakeOf(error, root, source))
  return [
    ...entriesOf(root, 'rules').map(({ key }) => key),
    ...itemsOf(root, 'ignore').flatMap((entry) => at(entry, 'rule') ?? []),
  ].flatMap((node) => misspelled(node, ruleIds))
}

/**
 * A rule id that is nearly one of ours. Any other may be a rule of a later version, and one file serves several versions:
 * its `ignore` is reported as needless, and that is all.
 */
function misspelled(node: YamlNode, ruleIds: readonly string[]): readonly Mistake[] {
  const id = string(node) ?? ''
  const near = ruleIds.includes(id) ? undefined : nearest(id, ruleIds)
  if (near === undefined) return []
  return [{ at: spanOf(node), message: `there is no rule "${id}"`, help: `did you mean "${near}"?` }]
}

/** As YAML 1.2's core schema reads it, which is what editors check against. Nesting is bounded by the parser. */
function plain(node: YamlNode | undefined, depth: number): unknown {
  if (!node || depth > 50) return null
  if (node.kind === 'list') return node.items.map((item) => plain(item, depth + 1))
  if (node.kind === 'map')
    return Object.fromEntries(entriesOf(node).map(({ key, value }) => [key.text.value, plain(value, depth + 1)]))
  return scalarValue(node)
}

function scalarValue(scalar: YamlScalar): unknown {
  const { value } = scalar.text
  if (scalar.style !== 'plain') return value
  if (isNull(scalar)) return null
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(value)) return value.toLowerCase() === 'true'
  return /^[-+]?(?:\d+|\d*\.\d+|\d+\.)(?:[eE][-+]?\d+)?$/.test(value) ? Number(value) : value
}

function mistakeOf(error: ErrorObject, root: YamlNode, source: Source): Mistake {
  const path = error.instancePath.split('/').slice(1).map(unescaped)
  if (error.keyword === 'additionalProperties') return unknownKey(error, root, path, source)
  const place = placeAt(root, path, source)
  return { at: place, message: `${nameOf(path)} ${complaint(error)}`, help: suggestion(error) }
}

/** JSON pointer (RFC 6901). */
const unescaped = (step: string): string => step.replace(/~1/g, '/').replace(/~0/g, '~')

const nameOf = (path: readonly string[]): string => (path.length === 0 ? 'the configuration' : path.join('.'))

function unknownKey(error: ErrorObject, root: YamlNode, path: readonly string[], source: Source): Mistake {
  const { additionalProperty } = error.params
  const key = String(additionalProperty)
  const known = Object.keys((error.parentSchema as { properties?: object }).properties ?? {})
  return {
    at: keyAt(root, path, key, source),
    message: `${nameOf(path)} has no key "${key}"${meant(key, known)}`,
    help: `use one of ${known.join(', ')}`,
  }
}

const meant = (word: string, known: readonly string[]): string => {
  const near = nearest(word, known)
  return near === undefined ? '' : `; did you mean "${near}"?`
}

function complaint({ keyword, params, data, message }: ErrorObject): string {
  const { type, missingProperty, allowedValues } = params
  if (keyword === 'type') return `must be ${[type].flat().map(article).join(' or ')}`
  if (keyword === 'required') return `needs ${missingProperty}`
  if (keyword === 'enum') return `cannot be ${JSON.stringify(data)}${meant(String(data), allowedValues)}`
  return keyword === 'pattern' ? `cannot be ${JSON.stringify(data)}` : (message ?? 'is not valid')
}

/** JSON's types in YAML's words. */
const article = (type: unknown): string => (type === 'object' ? 'a map' : type === 'array' ? 'a list' : `a ${type}`)

function suggestion({ keyword, params, parentSchema }: ErrorObject): string {
  const { allowedValues } = params
  if (keyword === 'enum') return `use one of ${allowedValues.join(', ')}`
  const description = (parentSchema as { description?: string } | undefined)?.description
  return description ?? 'see the README for what can stand here'
}

/** Where a path leads; where something on the way is missing, the key that has nothing behind it. */
function placeAt(root: YamlNode, path: readonly string[], source: Source): Span {
  const found = nodeAt(root, path)
  if (found) return real(found.kind === 'scalar' ? spanOf(found) : headOf(found), source)
  return keyAt(root, path.slice(0, -1), path.at(-1) ?? '', source)
}

function keyAt(root: YamlNode, path: readonly string[], key: string, source: Source): Span {
  const map = nodeAt(root, path) ?? root
  const entry = entriesOf(map).find((candidate) => candidate.key.text.value === key)
  return real(entry ? spanOf(entry.key) : headOf(map), source)
}

const nodeAt = (root: YamlNode, path: readonly string[]): YamlNode | undefined =>
  path.reduce<YamlNode | undefined>((node, step) => at(node, node?.kind === 'list' ? Number(step) : step), root)

/** An empty node has no place of its own. */
const real = (span: Span, source: Source): Span => (span.source === source ? span : { source, start: 0, end: 0 })

function configOf(root: YamlNode | undefined): Config {
  return {
    clusters: entriesOf(root, 'clusters').map(({ key, value }) => clusterOf(key, value)),
    rules: new Map(
      entriesOf(root, 'rules').map(({ key, value }) => [key.text.value, string(value) as 'off' | Severity]),
    ),
    ignore: itemsOf(root, 'ignore').map(ignoreOf),
    externalImages: strings(root, 'images', 'external') ?? [],
  }
}

const string = (node: YamlNode | undefined, ...path: readonly string[]): string | undefined =>
  textOf(node, ...path)?.value

const strings = (node: YamlNode | undefined, ...path: readonly string[]): readonly string[] | undefined =>
  at(node, ...path)?.kind === 'list' ? itemsOf(node, ...path).flatMap((item) => string(item) ?? []) : undefined

const ignoreOf = (node: YamlNode): IgnoreEntry => ({
  rule: string(node, 'rule') ?? '',
  path: string(node, 'path'),
  why: string(node, 'why')?.trim() || undefined,
  at: spanOf(at(node, 'rule') ?? node),
})

function clusterOf(key: YamlScalar, node: YamlNode | undefined): ConfiguredCluster {
  const provider = string(node, 'provider') as NodePool['provider']
  const nodes = at(node, 'nodes') ? itemsOf(node, 'nodes').map((item) => poolOf(key.text, provider, item)) : undefined
  return {
    name: key.text.value,
    match: strings(node, 'match'),
    provider,
    region: string(node, 'region'),
    kubernetes: string(node, 'kubernetes')?.replace(/^v/, ''),
    nodes,
    pullsFrom: strings(node, 'pulls-from') ?? [],
    exists: itemsOf(node, 'exists').map(existingOf),
    at: spanOf(key),
  }
}

const poolOf = (cluster: Text, provider: NodePool['provider'], node: YamlNode): NodePool => ({
  cluster,
  provider,
  architecture: string(node, 'architecture') as Architecture | undefined,
  labels: new Map(entriesOf(node, 'labels').map(({ key, value }) => [key.text.value, string(value) ?? ''])),
  taints: itemsOf(node, 'taints').map(taintOf),
  machineType: textOf(node, 'machine-type'),
  cpu: parseQuantity(string(node, 'cpu') ?? ''),
  memory: parseQuantity(string(node, 'memory') ?? ''),
  at: headOf(node),
})

const taintOf = (node: YamlNode): Taint => ({
  key: string(node, 'key') ?? '',
  value: string(node, 'value') ?? '',
  effect: string(node, 'effect') ?? '',
})

const existingOf = (node: YamlNode): ExistingObject => ({
  kind: string(node, 'kind') ?? '',
  namespace: string(node, 'namespace'),
  name: string(node, 'name') ?? '',
  keys: strings(node, 'keys'),
})
