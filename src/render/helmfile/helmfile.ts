import { nowhere } from '../../source/span.ts'
import { placeOf, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, type Names } from '../../source/unknown.ts'
import { itemsOf, parseYaml, type YamlNode, entriesOf as yamlEntries } from '../../syntax/yaml.ts'
import { resolvePath } from '../../world/files.ts'
import { Unsupported } from '../helm/failure.ts'
import { userValues } from '../helm/user-values.ts'
import { type MapValue, map, type StoredValue } from '../helm/value.ts'
import type { RenderFiles, RenderValues } from '../render.ts'
import { type Environment, entriesOf, pathFrom } from './environment.ts'
import { type HelmfileRelease, type Place, releaseOf } from './release.ts'
import { type Budget, newBudget, type Scene } from './scene.ts'
import { loadState } from './state.ts'
import { reasonOf } from './template.ts'
import { listAt, textAt, truthAt } from './values.ts'

/** A helmfile and what it is told. Paths are absolute. */
export interface HelmfileRequest {
  readonly path: string
  /** `default` unless something else is said. */
  readonly environment: Text | undefined
  readonly namespace: Text | undefined
  /** `--selector`: any of them selects; within one, all words count. */
  readonly selectors: readonly Text[]
  /** `--state-values-set` and its relatives. */
  readonly stateValues: readonly RenderValues[]
  readonly variable: (name: string) => Text | undefined
  readonly names?: Names
  /** Shared by those that are read one after another. */
  readonly budget?: Budget
}

export interface ReadHelmfile {
  readonly releases: readonly ReleaseIn[]
  /** What was not understood, and is left out. */
  readonly leftOut: readonly string[]
}

/** A release with the directory that its paths are relative to. */
export interface ReleaseIn extends HelmfileRelease {
  readonly directory: string
}

const deepest = 6
const mostReleases = 500

/** The releases that a helmfile installs, those of the helmfiles in it first. Never throws. */
export function readHelmfile(request: HelmfileRequest, files: RenderFiles): ReadHelmfile {
  const scene: Scene = {
    files,
    names: request.names,
    variable: request.variable,
    budget: request.budget ?? newBudget(),
  }
  const name = request.environment ?? spoken('default', nowhere)
  const releases: ReleaseIn[] = []
  const leftOut: string[] = []
  try {
    if (holdsUnknown(name.value)) throw new Unsupported('an environment that nobody knows')
    const overrides = userValues(request.stateValues, files, 3)
    const environment = { name, kubeContext: undefined, defaults: map(), values: map(), overrides }
    read({ scene, request, releases, leftOut }, request.path, environment, request.selectors, 0)
  } catch (error) {
    leftOut.push(reasonOf(error))
  }
  return { releases, leftOut }
}

interface Reading {
  readonly scene: Scene
  readonly request: HelmfileRequest
  readonly releases: ReleaseIn[]
  readonly leftOut: string[]
}

function read(reading: Reading, path: string, given: Environment, selectors: readonly Text[], depth: number): void {
  const { scene, request, releases, leftOut } = reading
  if (depth > deepest || releases.length > mostReleases) throw new Unsupported('too many helmfiles')
  const directory = path.slice(0, path.lastIndexOf('/'))
  const state = loadState(scene, path, directory, given, request.namespace)
  for (const sub of listAt(state.root, 'helmfiles')) readSub(reading, sub, directory, given, selectors, depth)
  const namespace = request.namespace ?? textAt(state.root, 'namespace')
  const place: Place = { scene, state, directory, namespace }
  for (const written of listAt(state.root, 'releases')) {
    try {
      if (written.kind !== 'map') throw new Unsupported('a release that is no map')
      const release = releaseOf(place, written)
      if (release && isSelected(release, selectors)) releases.push({ ...release, directory })
    } catch (error) {
      leftOut.push(reasonOf(error))
    }
  }
}

/** A helmfile in a helmfile: a path, or a path with selectors and values of its own. */
function readSub(
  reading: Reading,
  sub: StoredValue,
  directory: string,
  given: Environment,
  outer: readonly Text[],
  depth: number,
): void {
  const { scene, leftOut } = reading
  try {
    const spec: MapValue = sub.kind === 'map' ? sub : map()
    const written = sub.kind === 'string' ? sub.text : textAt(spec, 'path')
    if (!written || listAt(spec, 'inherits').length > 0) throw new Unsupported('a helmfile in a helmfile')
    const own = listAt(spec, 'selectors').flatMap((one) => (one.kind === 'string' ? [one.text] : []))
    const selectors = own.length > 0 && truthAt(spec, 'selectorsInherited') !== true ? own : outer
    // What the command line sets is for the first helmfile alone (app.go, processNestedHelmfiles).
    const overrides = entriesOf(scene, listAt(spec, 'values'), { ...given, overrides: map() }, directory, undefined)
    const environment = { ...given, overrides }
    for (const path of helmfilesAt(scene.files, pathFrom(directory, written)))
      read(reading, path, environment, selectors, depth + 1)
  } catch (error) {
    leftOut.push(reasonOf(error))
  }
}

/** A file, or those of a directory in order. */
export function helmfilesAt(files: RenderFiles, path: string): readonly string[] {
  if (!files.isDirectory(path)) return [path]
  const names = files.list(path).filter((name) => /\.y[^.]*ml(?:\.gotmpl)?$/.test(name))
  return names.map((name) => `${path}/${name}`)
}

function isSelected({ labels }: HelmfileRelease, selectors: readonly Text[]): boolean {
  if (selectors.length === 0) return true
  return selectors.some((selector) =>
    selector.value.split(',').every((word) => {
      const [, key = '', operator = '', value = ''] = /^([^!=]+)(!?=)(.*)$/.exec(word) ?? []
      const label = labels.get(key)
      if (holdsUnknown(word) || holdsUnknown(label ?? '') || operator === '')
        throw new Unsupported('a selector that nobody knows')
      return (label === value) === (operator === '=')
    }),
  )
}

/** The environments that a helmfile and its bases declare, as far as that can be seen without one; `default` where none is. */
export function environmentsOf(path: string, files: RenderFiles): readonly Text[] {
  const directory = path.slice(0, path.lastIndexOf('/'))
  const text = files.read(path)
  const documents = text ? parseYaml(text) : []
  const bases = documents.flatMap(({ root }) => basesIn(root, directory))
  const texts = bases.flatMap((base) => files.read(base) ?? [])
  const found = [...documents, ...texts.flatMap((base) => parseYaml(base))].flatMap(({ root }) =>
    yamlEntries(root, 'environments').map(({ key }) => key.text),
  )
  const distinct = [...new Map(found.map((name) => [name.value, name])).values()]
  return distinct.length > 0 ? distinct : [spoken('default', text ? placeOf(text) : nowhere)]
}

const basesIn = (root: YamlNode | undefined, directory: string): readonly string[] =>
  itemsOf(root, 'bases').flatMap((item) =>
    item.kind === 'scalar' && !/[*?[{]|:\/\//.test(item.text.value) ? [resolvePath(directory, item.text.value)] : [],
  )
