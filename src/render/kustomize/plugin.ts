import { placeOf, type Text } from '../../source/text.ts'
import type { GoValue } from '../../syntax/yaml-go.ts'
import { type Decoded, decode } from './decode.ts'
import { fail, Unsupported } from './failure.ts'
import { generate } from './generate.ts'
import {
  generatorShape,
  imageShape,
  patchShape,
  replacementShape,
  replicaShape,
  selectorShape,
} from './kustomization.ts'
import type { Loader } from './load.ts'
import { lookUp, toGo } from './node.ts'
import { jsonPatchEntry, patchEntry, strategicPatches } from './patch.ts'
import { readReplacements, replaceAll } from './replacement.ts'
import { apiVersionOf, kindOf, type Resource } from './resource.ts'
import type { SchemaOf } from './schema.ts'
import { rename, setEntries, setImages, setNamespace, setReplicas } from './transform.ts'
import { writtenSpec } from './transformer-config.ts'

/** What a `transformers` entry does to all resources. */
export type Transformer = (resources: readonly Resource[]) => void

const fieldSpec = { group: 'string', version: 'string', kind: 'string', path: 'string', create: 'bool' } as const
const options = { strict: false, coerce: true }

function configOf(resource: Resource): GoValue {
  const { node } = resource
  if (apiVersionOf(node) !== 'builtin') throw new Unsupported(`plugin ${apiVersionOf(node)} ${kindOf(node)}`)
  if (lookUp(node, 'metadata', 'annotations', 'config.kubernetes.io/function'))
    throw new Unsupported(`function ${kindOf(node)}`)
  return toGo(node)
}

/** A built-in generator that is configured as a file. */
export function pluginGenerator(resource: Resource, loader: Loader): Resource {
  const value = configOf(resource)
  const kind = kindOf(resource.node)
  if (kind !== 'ConfigMapGenerator' && kind !== 'SecretGenerator') throw new Unsupported(`generator ${kind}`)
  const args = decode(value, { ...generatorShape, metadata: { name: 'string', namespace: 'string' } }, options)
  if (!args) return fail(resource.at, 'empty generator')
  // The object has the name of its configuration, unless that says otherwise.
  const named = {
    ...args,
    name: args.name ?? args.metadata?.name,
    namespace: args.namespace ?? args.metadata?.namespace,
  }
  return generate(kind === 'SecretGenerator' ? 'Secret' : 'ConfigMap', named, undefined, loader)
}

/** A built-in transformer that is configured as a file. */
export function pluginTransformer(resource: Resource, loader: Loader, schemaOf: SchemaOf): Transformer {
  const value = configOf(resource)
  const make = transformers[kindOf(resource.node)]
  if (!make) throw new Unsupported(`transformer ${kindOf(resource.node)}`)
  return make(value, loader, schemaOf)
}

type Make = (value: GoValue, loader: Loader, schemaOf: SchemaOf) => Transformer

const specs = (list: readonly Decoded<typeof fieldSpec>[] | undefined) => (list ?? []).map(writtenSpec)

const nothing: Transformer = () => undefined

const transformers: Readonly<Record<string, Make>> = {
  NamespaceTransformer: (value) => {
    const shape = {
      metadata: { namespace: 'string' },
      fieldSpecs: [fieldSpec],
      unsetOnly: 'bool',
      setRoleBindingSubjects: 'string',
    } as const
    const config = decode(value, shape, options)
    const namespace = config?.metadata?.namespace
    if (!namespace?.value) return nothing
    const how = {
      unsetOnly: config?.unsetOnly ?? false,
      subjects: config?.setRoleBindingSubjects?.value || 'defaultOnly',
    }
    return (resources) => setNamespace(resources, namespace, specs(config?.fieldSpecs), how)
  },
  PrefixTransformer: (value) => affix(value, 'prefix'),
  SuffixTransformer: (value) => affix(value, 'suffix'),
  PrefixSuffixTransformer: (value) => {
    const both = [affix(value, 'prefix'), affix(value, 'suffix')]
    return (resources) => {
      for (const one of both) one(resources)
    }
  },
  LabelTransformer: (value) => {
    const config = decode(value, { labels: 'stringMap', fieldSpecs: [fieldSpec] }, options)
    return (resources) => setEntries(resources, config?.labels ?? new Map(), specs(config?.fieldSpecs))
  },
  AnnotationsTransformer: (value) => {
    const config = decode(value, { annotations: 'stringMap', fieldSpecs: [fieldSpec] }, options)
    return (resources) => setEntries(resources, config?.annotations ?? new Map(), specs(config?.fieldSpecs))
  },
  ImageTagTransformer: (value) => {
    const config = decode(value, { imageTag: imageShape, fieldSpecs: [fieldSpec] }, options)
    const image = config?.imageTag
    return image ? (resources) => setImages(resources, [image], specs(config?.fieldSpecs)) : nothing
  },
  ReplicaCountTransformer: (value) => {
    const config = decode(value, { replica: replicaShape, fieldSpecs: [fieldSpec] }, options)
    const replica = config?.replica
    return replica ? (resources) => setReplicas(resources, replica, specs(config?.fieldSpecs)) : nothing
  },
  ReplacementTransformer: (value, loader) => {
    const config = decode(value, { replacements: [replacementShape] }, options)
    const replacements = readReplacements(config?.replacements ?? [], loader)
    return (resources) => replaceAll(resources, replacements)
  },
  PatchTransformer: (value, loader, schemaOf) => {
    const config = decode(value, patchShape, options)
    return config ? patchEntry(config, loader, schemaOf) : nothing
  },
  PatchJson6902Transformer: (value, loader) => {
    const config = decode(value, { target: selectorShape, path: 'string', jsonOp: 'string' }, options)
    if (!config) return nothing
    return jsonPatchEntry(
      { written: config.written, target: config.target, path: config.path, patch: config.jsonOp },
      loader,
    )
  },
  PatchStrategicMergeTransformer: (value, loader, schemaOf) => {
    const config = decode(value, { paths: 'strings', patches: 'string' }, options)
    const entries: readonly Text[] = [...(config?.paths ?? []), ...(config?.patches?.value ? [config.patches] : [])]
    return strategicPatches(entries, loader, schemaOf)
  },
}

function affix(value: GoValue, where: 'prefix' | 'suffix'): Transformer {
  const config = decode(value, { prefix: 'string', suffix: 'string', fieldSpecs: [fieldSpec] }, options)
  const text = config?.[where]
  if (!text?.value) return nothing
  if (!config?.fieldSpecs) return fail(placeOf(text), 'fieldSpecs is not expected to be nil')
  return (resources) => rename(resources, where, text, specs(config.fieldSpecs))
}
