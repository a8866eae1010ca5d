import type { Text } from '../source/text.ts'
import { at, entriesOf, itemsOf, textOf, type YamlNode } from '../syntax/yaml.ts'
import { textsOf } from './kubernetes.ts'
import { standalone } from './standalone.ts'

/** A Flux `Kustomization`: a directory that is built and applied (kustomize.toolkit.fluxcd.io). */
export interface FluxKustomization {
  readonly name: Text | undefined
  readonly path: Text | undefined
  readonly source: FluxSource
  /** Given to every object, whatever it says. */
  readonly namespace: Text | undefined
  readonly images: readonly FluxImage[]
  readonly namePrefix: Text | undefined
  readonly nameSuffix: Text | undefined
  /** `${name}` in what comes out is replaced; undefined: it is left as it is. */
  readonly substitutes: ReadonlyMap<string, Text> | undefined
  /** Patches and components that change what is built. */
  readonly hasMore: boolean
}

export interface FluxImage {
  readonly name: Text
  readonly newName: Text | undefined
  readonly newTag: Text | undefined
  readonly digest: Text | undefined
}

/** A Flux `HelmRelease` of a chart that lies in a source (helm.toolkit.fluxcd.io). */
export interface FluxRelease {
  readonly name: Text | undefined
  readonly chart: Text | undefined
  readonly source: FluxSource
  readonly release: Text | undefined
  readonly namespace: Text | undefined
  readonly valuesFiles: readonly Text[]
  /** Before `values`, in this order. */
  readonly valuesFrom: readonly FluxValuesFrom[]
  readonly values: Text | undefined
  /** Patches on what comes out, or values that cannot be taken out of their file. */
  readonly hasMore: boolean
}

/** A key of a ConfigMap or Secret that holds values. */
export interface FluxValuesFrom {
  readonly kind: string
  readonly name: string
  readonly key: string
  /** It is one value and no file of values. */
  readonly isSingle: boolean
}

export interface FluxSource {
  readonly kind: string
  readonly name: string
}

const sourceAt = (root: YamlNode | undefined): FluxSource => ({
  kind: textOf(root, 'kind')?.value ?? '',
  name: textOf(root, 'name')?.value ?? '',
})

/** Reads the manifest of a Flux `Kustomization`. */
export function readFluxKustomization(root: YamlNode): FluxKustomization {
  const spec = at(root, 'spec')
  const postBuild = at(spec, 'postBuild')
  return {
    name: textOf(root, 'metadata', 'name'),
    path: textOf(spec, 'path'),
    source: sourceAt(at(spec, 'sourceRef')),
    namespace: textOf(spec, 'targetNamespace'),
    images: itemsOf(spec, 'images').flatMap((image) => {
      const name = textOf(image, 'name')
      const [newName, newTag, digest] = ['newName', 'newTag', 'digest'].map((key) => textOf(image, key))
      return name ? [{ name, newName, newTag, digest }] : []
    }),
    namePrefix: textOf(spec, 'namePrefix'),
    nameSuffix: textOf(spec, 'nameSuffix'),
    substitutes: postBuild && textsOf(at(postBuild, 'substitute')),
    hasMore: itemsOf(spec, 'patches').length > 0 || itemsOf(spec, 'components').length > 0,
  }
}

/** Reads the manifest of a `HelmRelease`. */
export function readFluxRelease(root: YamlNode): FluxRelease {
  const spec = at(root, 'spec')
  const chart = at(spec, 'chart', 'spec')
  const values = at(spec, 'values')
  const text = values && standalone(values)
  const metadata = at(root, 'metadata')
  return {
    name: textOf(metadata, 'name'),
    chart: textOf(chart, 'chart'),
    source: sourceAt(at(chart, 'sourceRef')),
    release: textOf(spec, 'releaseName'),
    namespace: textOf(spec, 'targetNamespace') ?? textOf(metadata, 'namespace'),
    valuesFiles: itemsOf(chart, 'valuesFiles').flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])),
    valuesFrom: itemsOf(spec, 'valuesFrom').map((item) => ({
      kind: textOf(item, 'kind')?.value ?? '',
      name: textOf(item, 'name')?.value ?? '',
      key: textOf(item, 'valuesKey')?.value ?? 'values.yaml',
      isSingle: textOf(item, 'targetPath') !== undefined,
    })),
    values: text,
    hasMore: itemsOf(spec, 'postRenderers').length > 0 || (text === undefined && entriesOf(spec, 'values').length > 0),
  }
}
