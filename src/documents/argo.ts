import { concat, join, placeOf, split, spoken, type Text } from '../source/text.ts'
import type { SetKind } from '../syntax/set-values.ts'
import { at, entriesOf, itemsOf, textOf, type YamlNode } from '../syntax/yaml.ts'
import { standalone } from './standalone.ts'

/** What an Argo CD `Application` (or the template of an `ApplicationSet`) delivers: argo-cd 3, pkg/apis/application/v1alpha1. */
export interface ArgoApplication {
  readonly name: Text | undefined
  /** Of the objects that name none. */
  readonly namespace: Text | undefined
  readonly sources: readonly ArgoSource[]
}

export interface ArgoSource {
  readonly repository: Text | undefined
  readonly revision: Text | undefined
  /** Undefined where a chart of a chart repository is meant. */
  readonly path: Text | undefined
  /** The name by which other sources' values files mean this one (`$values/prod.yaml`). */
  readonly ref: string | undefined
  readonly helm: ArgoHelm | undefined
  readonly kustomize: ArgoKustomize | undefined
  readonly directory: ArgoDirectory | undefined
  /** Something else makes the manifests: a plugin, jsonnet, a hydrator. */
  readonly isForeign: boolean
}

export interface ArgoHelm {
  readonly release: Text | undefined
  readonly namespace: Text | undefined
  readonly valueFiles: readonly Text[]
  readonly ignoresMissing: boolean
  /** `values` or `valuesObject` as a file of their own; undefined beside `hasValues`: it cannot be taken out of its file. */
  readonly values: Text | undefined
  readonly hasValues: boolean
  readonly parameters: readonly { readonly kind: SetKind; readonly text: Text }[]
}

export interface ArgoKustomize {
  /** As `kustomize edit set image` takes them. */
  readonly images: readonly Text[]
  readonly namespace: Text | undefined
  readonly namePrefix: Text | undefined
  readonly nameSuffix: Text | undefined
  /** Patches, components, replicas and the like. */
  readonly hasMore: boolean
}

export interface ArgoDirectory {
  readonly recurse: boolean
  readonly include: Text | undefined
  readonly exclude: Text | undefined
}

/** Reads the manifest of an `Application`. */
export function readApplication(root: YamlNode): ArgoApplication {
  const spec = at(root, 'spec')
  const single = at(spec, 'source')
  const sources = itemsOf(spec, 'sources')
  return {
    name: textOf(root, 'metadata', 'name'),
    namespace: textOf(spec, 'destination', 'namespace'),
    sources: (sources.length > 0 ? sources : single ? [single] : []).map(readSource),
  }
}

function readSource(source: YamlNode): ArgoSource {
  const [helm, kustomize, directory] = ['helm', 'kustomize', 'directory'].map((key) => at(source, key))
  return {
    repository: textOf(source, 'repoURL'),
    revision: textOf(source, 'targetRevision'),
    path: textOf(source, 'chart') ? undefined : textOf(source, 'path'),
    ref: textOf(source, 'ref')?.value,
    helm: helm && readHelm(helm),
    kustomize: kustomize && readKustomize(kustomize),
    directory: directory && {
      recurse: textOf(directory, 'recurse')?.value === 'true',
      include: textOf(directory, 'include'),
      exclude: textOf(directory, 'exclude'),
    },
    isForeign: at(source, 'plugin') !== undefined || at(directory, 'jsonnet') !== undefined,
  }
}

function readHelm(helm: YamlNode): ArgoHelm {
  const object = at(helm, 'valuesObject')
  const written = textOf(helm, 'values')
  return {
    release: textOf(helm, 'releaseName'),
    namespace: textOf(helm, 'namespace'),
    valueFiles: textsOf(helm, 'valueFiles'),
    ignoresMissing: textOf(helm, 'ignoreMissingValueFiles')?.value === 'true',
    values: object ? standalone(object) : written,
    hasValues: object !== undefined || written !== undefined || itemsOf(helm, 'fileParameters').length > 0,
    parameters: itemsOf(helm, 'parameters').flatMap((parameter) => {
      const [name, value] = [textOf(parameter, 'name'), textOf(parameter, 'value')]
      if (!name) return []
      const kind = textOf(parameter, 'forceString')?.value === 'true' ? ('set-string' as const) : ('set' as const)
      return [{ kind, text: assigned(name, value) }]
    }),
  }
}

/** `name=value` as Argo CD gives it to `helm template --set`: commas of a value that is no list are escaped (util/helm/cmd.go). */
function assigned(name: Text, value: Text | undefined): Text {
  const sign = (text: string): Text => spoken(text, placeOf(name))
  if (!value) return concat(name, sign('='))
  const isList = value.value.startsWith('{') || value.value.includes('\\,')
  return concat(name, sign('='), isList ? value : join(split(value, ','), sign('\\,')))
}

function readKustomize(kustomize: YamlNode): ArgoKustomize {
  const plain = new Set(['images', 'namespace', 'namePrefix', 'nameSuffix', 'version'])
  return {
    images: textsOf(kustomize, 'images'),
    namespace: textOf(kustomize, 'namespace'),
    namePrefix: textOf(kustomize, 'namePrefix'),
    nameSuffix: textOf(kustomize, 'nameSuffix'),
    hasMore: entriesOf(kustomize).some(({ key }) => !plain.has(key.text.value)),
  }
}

const textsOf = (root: YamlNode, key: string): readonly Text[] =>
  itemsOf(root, key).flatMap((item) => (item.kind === 'scalar' ? [item.text] : []))
