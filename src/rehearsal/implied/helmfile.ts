import { environmentsOf, type ReleaseIn, readHelmfile } from '../../render/helmfile/helmfile.ts'
import { newBudget } from '../../render/helmfile/scene.ts'
import type { RenderFiles } from '../../render/render.ts'
import { baseOf, type Repository } from '../../repository/repository.ts'
import { placeOf, spoken, type Text } from '../../source/text.ts'
import type { Names } from '../../source/unknown.ts'
import { resolvePath, workspacePath } from '../../world/files.ts'
import type { ChartValues, ImpliedDelivery } from './delivery.ts'
import { folderOf, isDeliveredFrom, isForLocalCluster, pathFrom } from './folders.ts'

/** Environments of one helmfile that are looked at. */
const mostEnvironments = 20

/** Releases of helmfiles that no command has read and whose chart is in the repository, once for every environment. */
export function impliedReleases(
  repository: Repository,
  reached: ReadonlySet<string>,
  names: Names,
): readonly ImpliedDelivery[] {
  const files = filesOf(repository)
  const budget = newBudget()
  return repository.paths
    .filter((path) => /(?:^|\/)(?:helmfile[^/]*|helmfile\.d\/[^/]+)\.ya?ml(?:\.gotmpl)?$/.test(path))
    .filter((path) => isDeliveredFrom(folderOf(path)) && !reached.has(path))
    .flatMap((path) => {
      const absolute = `${workspacePath}/${path}`
      const environments = environmentsOf(absolute, files).slice(0, mostEnvironments)
      return environments.flatMap((environment) => {
        const request = {
          path: absolute,
          environment,
          namespace: undefined,
          selectors: [],
          stateValues: [],
          names,
          budget,
        }
        const { releases } = readHelmfile({ ...request, variable: () => undefined }, files)
        const said = environments.length > 1 ? environment : undefined
        return releases
          .filter((release) => isWhole(release, files))
          .flatMap((release) => deliveryOf(repository, path, said, release) ?? [])
      })
    })
}

/** Who installs some releases of an environment only has no values for the others. */
const isWhole = ({ directory, values }: ReleaseIn, files: RenderFiles): boolean =>
  values.every((value) => value.kind !== 'path' || files.read(resolvePath(directory, value.path.value)) !== undefined)

function deliveryOf(
  repository: Repository,
  path: string,
  environment: Text | undefined,
  release: ReleaseIn,
): ImpliedDelivery | undefined {
  const { chart, name, namespace, values, isBlurred } = release
  const folder = relative(release.directory)
  const directory = pathFrom(folder, chart.value)
  if (directory === undefined || !repository.paths.includes(`${directory}/Chart.yaml`)) return undefined
  return {
    ...{ path, at: placeOf(chart), namespace, isBlurred },
    name: `${directory} (${[name.value, environment?.value].filter((word) => word !== undefined).join(', ')})`,
    reason: `${path} installs it as the release ${name.value}`,
    isLocal: isForLocalCluster(environment?.value ?? path),
    isFailure: () => true,
    content: {
      ...{ kind: 'chart' as const, directory, release: name },
      values: values.map((value): ChartValues => {
        if (value.kind !== 'path') return value
        const file = pathFrom(folder, value.path.value)
        return { kind: 'path', path: spoken(file ?? value.path.value, placeOf(value.path)) }
      }),
    },
  }
}

const relative = (path: string): string => path.slice(workspacePath.length).replace(/^\//, '')

/** The repository as a machine has it in its workspace. */
function filesOf(repository: Repository): RenderFiles {
  const base = baseOf(repository)
  const within = (path: string): boolean => `${path}/`.startsWith(`${workspacePath}/`)
  return {
    read: (path) => (within(path) ? base.read(relative(path)) : undefined),
    list: (path) => (within(path) ? base.list(relative(path)) : undefined) ?? [],
    isDirectory: (path) => within(path) && base.list(relative(path)) !== undefined,
  }
}
