import { type Repository, textOfSource } from '../../repository/repository.ts'
import { nowhere, topOf } from '../../source/span.ts'
import { spoken, type Text } from '../../source/text.ts'
import { likesOf } from '../../source/unknown.ts'
import { entriesOf, itemsOf, parseYaml, textOf, type YamlNode } from '../../syntax/yaml.ts'
import { workspacePath } from '../../world/files.ts'
import { eventsOf, type World } from '../../world/world.ts'
import type { ImpliedDelivery } from './delivery.ts'
import {
  folderOf,
  isDeliveredFrom,
  isForLocalCluster,
  isToBeFilledIn,
  isUnder,
  isWithin,
  namesFolder,
  pathFrom,
} from './folders.ts'

interface Chart {
  readonly directory: string
  readonly path: string
  readonly name: Text
  readonly root: YamlNode
  /** Top-level keys of its `values.yaml`. */
  readonly keys: ReadonlySet<string>
}

/** What else delivers: what machines have read, the worlds they left, and the words of tools that are not rehearsed. */
export interface Reached {
  readonly paths: ReadonlySet<string>
  readonly worlds: readonly World[]
  readonly elsewhere: string
}

/**
 * Charts that nothing here deploys, each with the values of every environment that has a file of its own; with its own values
 * alone unless production has such a file.
 */
export function impliedCharts(repository: Repository, reached: Reached): readonly ImpliedDelivery[] {
  const charts = chartsIn(repository)
  const dependencies = dependenciesOf(charts)
  const published = isPublished(repository)
  const releases = reached.worlds.flatMap((world) =>
    eventsOf(world, 'release').flatMap(({ chart }) => (chart ? [likesOf(world.names, chart.value)] : [])),
  )
  return charts
    .filter((chart) => textOf(chart.root, 'type')?.value !== 'library' && !dependencies.has(chart))
    .filter(({ directory }) => isDeliveredFrom(directory) && !isReached(directory, reached, releases))
    .flatMap((chart) => deliveriesOf(repository, chart, charts, published))
}

function chartsIn(repository: Repository): readonly Chart[] {
  const paths = repository.paths.filter((path) => /(?:^|\/)Chart\.yaml$/.test(path))
  const folders = new Set(paths.map(folderOf))
  return paths.flatMap((path) => {
    const directory = folderOf(path)
    // A chart inside another is part of it.
    if (directory !== '' && isUnder(folderOf(directory), folders)) return []
    const root = rootOf(repository, path)
    const name = textOf(root, 'name')
    const values = rootOf(repository, inside(directory, 'values.yaml'))
    const keys = new Set(entriesOf(values).map(({ key }) => key.text.value))
    return root && name ? [{ directory, path, name, root, keys }] : []
  })
}

const inside = (directory: string, name: string): string => (directory === '' ? name : `${directory}/${name}`)

function rootOf(repository: Repository, path: string): YamlNode | undefined {
  const source = repository.read(path)
  return source && parseYaml(textOfSource(source))[0]?.root
}

/** Charts that another chart of the repository brings along, by `file://` or by their name. */
function dependenciesOf(charts: readonly Chart[]): ReadonlySet<Chart> {
  const needed = charts.flatMap((chart) =>
    itemsOf(chart.root, 'dependencies').map((dependency) => {
      const repository = textOf(dependency, 'repository')?.value ?? ''
      const local = /^file:\/\/(.*)$/.exec(repository)?.[1]
      return { name: textOf(dependency, 'name')?.value, path: local && pathFrom(chart.directory, local) }
    }),
  )
  return new Set(
    charts.filter(({ directory, name }) => needed.some((one) => one.path === directory || one.name === name.value)),
  )
}

/** A file of it was read for more than its name, a release names it, or a tool that is not rehearsed does. */
const isReached = (directory: string, reached: Reached, releases: readonly RegExp[]): boolean =>
  [...reached.paths].some(
    (path) => isWithin(path, directory) && path !== directory && !/(?:^|\/)Chart\.(?:yaml|lock)$/.test(path),
  ) ||
  releases.some((release) => namesOf(directory).some((name) => release.test(name))) ||
  (directory !== '' && namesFolder(reached.elsewhere, directory))

const namesOf = (directory: string): readonly string[] => {
  const last = directory.slice(directory.lastIndexOf('/') + 1)
  return [directory, `./${directory}`, `${workspacePath}/${directory}`, last, `./${last}`].flatMap((name) => [
    name,
    `${name}/`,
  ])
}

/** Charts for strangers: what is installed is decided by whoever installs it. */
function isPublished(repository: Repository): boolean {
  return repository.paths.some(
    (path) =>
      /(?:^|\/)(?:\.?ct|cr|artifacthub-repo)\.ya?ml$/.test(path) ||
      (/^(?:\.github\/(?:workflows|actions)\/.*\.ya?ml|\.goreleaser\.ya?ml|(?:.*\/)?Makefile)$/.test(path) &&
        /chart-releaser|chart-testing|helm-gh-pages|helm (?:push|package|repo index|cm-push|chart save)|\bcr (?:upload|index)\b|helm-publisher/.test(
          repository.read(path)?.text ?? '',
        )),
  )
}

function deliveriesOf(
  repository: Repository,
  chart: Chart,
  charts: readonly Chart[],
  published: boolean,
): readonly ImpliedDelivery[] {
  const files = environmentFiles(repository, chart, charts)
  const defaults = repository.read(inside(chart.directory, 'values.yaml'))
  if (defaults && isToBeFilledIn(defaults.text)) return []
  const withDefaults =
    !published && !files.some(({ environment }) => /^(?:prod|production|prd|live)$/.test(environment))
  const sets = [...(withDefaults ? [undefined] : []), ...files]
  return sets.map((file) => delivery(repository, chart, file))
}

interface EnvironmentFile {
  readonly path: string
  readonly environment: string
}

function delivery(repository: Repository, chart: Chart, file: EnvironmentFile | undefined): ImpliedDelivery {
  const { directory, name } = chart
  const source = repository.read(file?.path ?? chart.path)
  const at = source ? topOf(source) : nowhere
  const what = `nothing here installs the chart ${directory || name.value}`
  return {
    ...{ at, path: file?.path ?? chart.path, namespace: undefined, isBlurred: false },
    name: file ? `${directory} (${file.environment})` : directory || name.value,
    reason: file ? `${what}, and ${file.path} is for ${file.environment}` : what,
    isLocal: isForLocalCluster(file?.path ?? directory),
    // Whoever installs it may give more values; a file that cannot be read fails with any.
    isFailure: (message) => /^(?:parse error at|cannot load (?:Chart|values)\.yaml)/.test(message),
    content: {
      ...{ kind: 'chart', directory, release: name },
      values: file ? [{ kind: 'path', path: spoken(file.path, at) }] : [],
    },
  }
}

const environments =
  /^(?:dev|develop|development|test|testing|qa|uat|int|integration|stage|staging|stg|pre-?prod|preview|canary|prod|production|prd|live|sandbox|demo|local|localhost|minikube|kind|k3d|k3s|docker-desktop|cloud|aks|eks|gke|ack|oke|doks|azure|aws|gcp)$/

/** Values files of environments that are for this chart: `values-prod.yaml`, `values/prod.yaml`, `environments/prod/values.yaml`. */
function environmentFiles(repository: Repository, chart: Chart, charts: readonly Chart[]): readonly EnvironmentFile[] {
  const parent = folderOf(chart.directory)
  const isAlone = charts.filter((one) => isWithin(one.directory, parent)).length === 1
  return repository.paths.flatMap((path) => {
    if (!/\.ya?ml$/.test(path) || !isWithin(path, parent)) return []
    const isOwn = isWithin(path, chart.directory)
    const inChart = isOwn
      ? path.slice(chart.directory === '' ? 0 : chart.directory.length + 1)
      : path.slice(parent === '' ? 0 : parent.length + 1)
    if (/(?:^|\/)(?:templates|charts|ci|crds)\//.test(inChart) || inChart.split('/').length > 3) return []
    const environment = environmentOf(inChart, chart, isOwn || isAlone)
    return environment && isForChart(repository, path, chart) ? [{ path, environment }] : []
  })
}

/** The environment that a path speaks of, if it speaks of values, an environment, and nothing but this chart. */
function environmentOf(path: string, chart: Chart, isAlone: boolean): string | undefined {
  const last = chart.directory.slice(chart.directory.lastIndexOf('/') + 1)
  const own = new Set([last, chart.name.value].map((name) => name.toLowerCase()))
  let rest = path.toLowerCase().replace(/\.ya?ml$/, '')
  const named = [...own].some((name) => rest.split(/[/.]/).some((part) => part === name || part.startsWith(`${name}-`)))
  for (const name of own) rest = rest.replace(new RegExp(`(^|[/._-])${escaped(name)}(?=$|[/._-])`), '$1')
  const words = rest.split(/[/._-]+/).filter((word) => word !== '')
  const aboutValues = words.some((word) => /^(?:values?|env|envs|environments?|overrides?)$/.test(word))
  if (!aboutValues || words.some((word) => /^(?:secrets?|enc|encrypted|sops|example|sample|template)$/.test(word)))
    return undefined
  return isAlone || named ? words.find((word) => environments.test(word)) : undefined
}

const escaped = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** It changes what the chart has, nothing else has to fill it in, and it is no cipher. */
function isForChart(repository: Repository, path: string, chart: Chart): boolean {
  const source = repository.read(path)
  if (!source || isToBeFilledIn(source.text)) return false
  const keys = entriesOf(parseYaml(textOfSource(source))[0]?.root).map(({ key }) => key.text.value)
  return keys.some((key) => chart.keys.has(key)) && !keys.includes('sops') && !keys.includes('apiVersion')
}
