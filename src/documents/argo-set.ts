import { concat, concatAll, placeOf, slice, spoken, type Text, usedAt } from '../source/text.ts'
import { at, entriesOf, itemsOf, parseYaml, textOf, type YamlNode } from '../syntax/yaml.ts'
import { type ArgoApplication, readApplication } from './argo.ts'
import { standalone } from './standalone.ts'

/** Parameters of one application that an `ApplicationSet` makes, by name. */
export type Parameters = ReadonlyMap<string, Text>

/** What generators ask of the outside. */
export interface SetSurroundings {
  /** Directories of this repository that a pattern of the `git` generator picks; undefined: another repository is meant. */
  readonly directories: (repository: Text | undefined, pattern: string) => readonly string[] | undefined
  /** What stands for a parameter that nobody knows. */
  readonly unknown: (label: string) => Text
}

/** More applications than this of one set are not followed. */
const mostApplications = 60

/** The applications of an `ApplicationSet`: of lists, directories of this repository, and products of them. */
export function applicationsOf(root: YamlNode, surroundings: SetSurroundings): readonly ArgoApplication[] {
  const spec = at(root, 'spec')
  const template = at(spec, 'template')
  const text = template && standalone(template)
  if (!text || at(spec, 'templatePatch')) return []
  const sets = itemsOf(spec, 'generators').flatMap((one) => parametersOf(one, surroundings, 0))
  return sets.slice(0, mostApplications).flatMap((parameters) => {
    const document = parseYaml(instantiated(text, parameters, surroundings))[0]
    return document?.root && document.problems.length === 0 ? [readApplication(document.root)] : []
  })
}

/** Undecided generators (clusters, pull requests, plugins) make applications whose parameters nobody knows. */
function parametersOf(generator: YamlNode, surroundings: SetSurroundings, depth: number): readonly Parameters[] {
  const list = itemsOf(generator, 'list', 'elements')
  if (list.length > 0) return list.map((element) => new Map(flattened(element, '')))
  const git = at(generator, 'git')
  if (git && at(git, 'directories')) return directoriesOf(git, surroundings)
  const [first, second] = itemsOf(generator, 'matrix', 'generators')
  if (first && second && depth === 0) {
    const inner = parametersOf(second, surroundings, 1)
    return parametersOf(first, surroundings, 1).flatMap((one) => inner.map((other) => new Map([...one, ...other])))
  }
  return [new Map()]
}

function flattened(node: YamlNode, prefix: string): readonly (readonly [string, Text])[] {
  return entriesOf(node).flatMap(({ key, value }) => {
    const name = `${prefix}${key.text.value}`
    if (value?.kind === 'scalar') return [[name, value.text] as const]
    return value?.kind === 'map' && prefix.length < 100 ? flattened(value, `${name}.`) : []
  })
}

function directoriesOf(git: YamlNode, surroundings: SetSurroundings): readonly Parameters[] {
  const repository = textOf(git, 'repoURL')
  const patterns = itemsOf(git, 'directories').flatMap((item) => {
    const path = textOf(item, 'path')
    return path ? [{ path, excludes: textOf(item, 'exclude')?.value === 'true' }] : []
  })
  const picked = (excludes: boolean): ReadonlyMap<string, Text> =>
    new Map(
      patterns
        .filter((one) => one.excludes === excludes)
        .flatMap(({ path }) =>
          (surroundings.directories(repository, path.value) ?? []).map((directory) => [directory, path] as const),
        ),
    )
  const excluded = picked(true)
  return [...picked(false)]
    .filter(([directory]) => !excluded.has(directory))
    .map(([directory, pattern]) => {
      const parts = directory.split('/')
      const said = (value: string): Text => spoken(value, placeOf(pattern))
      return new Map([
        ['path', said(directory)],
        ['path.path', said(directory)],
        ['path.basename', said(parts.at(-1) ?? '')],
        ...parts.map((part, index) => [`path[${index}]`, said(part)] as const),
      ])
    })
}

/** `{{name}}`, `{{ .name }}` (goTemplate); anything else between braces is unknown. */
function instantiated(template: Text, parameters: Parameters, { unknown }: SetSurroundings): Text {
  const parts: Text[] = []
  let start = 0
  for (const match of template.value.matchAll(/\{\{-?([^{}]*?)-?\}\}/g)) {
    const end = match.index + match[0].length
    const written = slice(template, match.index, end)
    const name = (match[1] ?? '').trim().replace(/^\./, '')
    const value = parameters.get(name)
    parts.push(slice(template, start, match.index), usedAt(value ?? unknown(name), placeOf(written)))
    start = end
  }
  return concat(concatAll(parts), slice(template, start))
}
