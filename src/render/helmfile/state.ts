import { placeOf, split, type Text } from '../../source/text.ts'
import { readGoYaml } from '../../syntax/yaml-go.ts'
import { Unsupported } from '../helm/failure.ts'
import { copyMap, type Entry, list, type MapValue, map, type StoredValue } from '../helm/value.ts'
import { dataOf, type Environment, pathFrom, withEnvironment } from './environment.ts'
import { oneMore, type Scene, spend } from './scene.ts'
import { execute, reasonOf } from './template.ts'
import { entryAt, listAt, mapAt, ownValue } from './values.ts'

/** A helmfile with everything that it is made of. */
export interface State {
  readonly root: MapValue
  readonly environment: Environment
}

/**
 * Reads a helmfile as pkg/app/desired_state_file_loader.go (v1.7) does: in parts, each with the values of those before it.
 * Templates in a file without `.gotmpl` are those of helmfile before v1, where a part sees its own environment, too.
 */
export function loadState(
  scene: Scene,
  path: string,
  directory: string,
  given: Environment,
  namespace: Text | undefined,
  isBase = false,
): State {
  spend(scene, oneMore)
  const text = scene.files.read(path)
  if (!text) throw new Unsupported(`${path} is not there`)
  let root: MapValue | undefined
  let environment = given
  for (const part of split(text, /\n---[ \t]*\r?\n/)) {
    const layer = readPart(scene, part, directory, environment, namespace, !path.endsWith('.gotmpl'))
    if (isBase && listAt(layer, 'bases').length > 0) throw new Unsupported('bases of a base')
    const whole = isBase ? layer : onBases(scene, layer, directory, environment, namespace)
    environment = withEnvironment(scene, whole, environment, directory)
    root = root ? mergeState(root, whole, 'replace') : whole
  }
  const whole = root ?? map()
  const declared = mapAt(whole, 'environments').entries
  const { value } = environment.name
  // Without any environment, values of the command line or of the helmfile above are one.
  const isOpen = declared.size === 0 && environment.overrides.entries.size > 0
  if (!isBase && !declared.has(value) && value !== 'default' && !isOpen)
    throw new Unsupported(`environment "${value}" is not defined`)
  return { root: whole, environment }
}

function readPart(
  scene: Scene,
  part: Text,
  directory: string,
  environment: Environment,
  namespace: Text | undefined,
  isOld: boolean,
): MapValue {
  if (!isOld) return documentsIn(execute(scene, part, dataOf(environment, namespace), directory))
  // `{{ .Release.Name }}` as it stands was written for v1, which leaves such a file alone until it comes to the release.
  const bare = part.value.replace(/^[ \t]*#.*$/gm, '')
  const unquoted = bare.replace(/\{\{-?\s*`[^`]*`\s*-?\}\}/g, '')
  if (!bare.includes('{{') || /\{\{[^}]*\.Release\b/.test(unquoted)) return documentsIn(part)
  const first = attempt(() => documentsIn(execute(scene, part, dataOf(environment, namespace), directory, true)))
  const own = first && attempt(() => withEnvironment(scene, first, environment, directory))
  return documentsIn(execute(scene, part, dataOf(own ?? environment, namespace), directory))
}

/** The first of two passes may fail. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    reasonOf(error)
    return undefined
  }
}

function documentsIn(text: Text): MapValue {
  let root = map(placeOf(text))
  for (const { value, problems } of readGoYaml(text, 'v3')) {
    if (problems[0]) throw new Unsupported(problems[0].message)
    const own = ownValue(value)
    if (own.kind === 'map') root = mergeState(root, own, 'append')
    else if (own.kind !== 'null') throw new Unsupported('a document that is no map')
  }
  return root
}

/** `bases`, each below the next one, and the part on top (create.go, loadBases). */
function onBases(
  scene: Scene,
  layer: MapValue,
  directory: string,
  environment: Environment,
  namespace: Text | undefined,
): MapValue {
  const bases = listAt(layer, 'bases').map((base) => {
    if (base.kind !== 'string') throw new Unsupported('a base that is no path')
    return loadState(scene, pathFrom(directory, base.text), directory, environment, namespace, true).root
  })
  return [...bases, layer].reduce((below, above) => mergeState(below, above, 'append'))
}

/** mergo.Merge with override of what says something; `environments` add to each other. */
function mergeState(below: MapValue, above: MapValue, lists: 'append' | 'replace', depth = 0): MapValue {
  const entries = new Map(below.entries)
  for (const [key, one] of above.entries) {
    const known = entries.get(key)
    if (!known) entries.set(key, one)
    else if (!isEmpty(one.value)) entries.set(key, { ...one, value: mergedField(key, known, one, lists, depth) })
  }
  return { ...copyMap(below), entries }
}

function mergedField(key: string, below: Entry, above: Entry, lists: 'append' | 'replace', depth: number): StoredValue {
  const [old, fresh] = [below.value, above.value]
  if (old.kind === 'list' && fresh.kind === 'list')
    return lists === 'append' ? list([...old.items, ...fresh.items], fresh.at) : fresh
  if (old.kind !== 'map' || fresh.kind !== 'map') return fresh
  const isNested = depth === 0 ? key !== 'templates' || lists === 'append' : true
  return isNested ? mergeState(old, fresh, lists, depth + 1) : mergeOver(old, fresh)
}

const mergeOver = (old: MapValue, fresh: MapValue): MapValue => ({
  ...old,
  entries: new Map([...old.entries, ...fresh.entries]),
})

const isEmpty = (value: StoredValue): boolean =>
  value.kind === 'null' ||
  (value.kind === 'list' && value.items.length === 0) ||
  (value.kind === 'map' && value.entries.size === 0) ||
  (value.kind === 'string' && value.text.value === '')

/** A release with the templates that it inherits (create.go, releaseWithInheritedTemplate): lists add up, the release wins. */
export function withInherited(scene: Scene, root: MapValue, release: MapValue, path: readonly string[] = []): MapValue {
  spend(scene, oneMore)
  const named = listAt(release, 'inherit').map((one) => (one.kind === 'map' ? one : map()))
  const own = named.map((one) => templateName(one))
  const implied = path.length > 0 ? [] : namesIn(entryAt(root, 'defaultInherit')).filter((name) => !own.includes(name))
  const steps = [
    ...implied.map((name) => [name, map()] as const),
    ...named.map((one, index) => [own[index], one] as const),
  ]
  let merged = map(release.at)
  for (const [name, how] of steps) {
    const template = name === undefined ? undefined : entryAt(root, 'templates', name)
    if (name === undefined || template?.kind !== 'map' || path.includes(name) || path.length > deepest)
      throw new Unsupported('a template of releases that is not there')
    const inner = withInherited(scene, root, template, [...path, name])
    const except = listAt(how, 'except').flatMap((one) => (one.kind === 'string' ? [one.text.value] : []))
    const kept = [...inner.entries].filter(([key]) => !except.includes(key))
    merged = mergeState(merged, { ...inner, entries: new Map(kept) }, 'append')
  }
  merged = mergeState(merged, release, 'append')
  merged.entries.delete('inherit')
  return merged
}

const deepest = 10

const templateName = (one: MapValue): string | undefined => {
  const name = entryAt(one, 'template')
  return name?.kind === 'string' ? name.text.value : undefined
}

function namesIn(value: StoredValue | undefined): readonly string[] {
  const items = value?.kind === 'list' ? value.items : value ? [value] : []
  return items.flatMap((item) => (item.kind === 'string' ? [item.text.value] : []))
}

export const defaultsOf = (root: MapValue): MapValue => mapAt(root, 'helmDefaults')
