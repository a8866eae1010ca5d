import { releasesOf } from '../../documents/helmfile.ts'
import { type Repository, textOfSource } from '../../repository/repository.ts'
import { placeOf, spoken } from '../../source/text.ts'
import type { ChartValues, ImpliedDelivery } from './delivery.ts'
import { folderOf, isDeliveredFrom, isForLocalCluster, pathFrom } from './folders.ts'

/** Releases of helmfiles whose chart is in the repository. */
export function impliedReleases(repository: Repository): readonly ImpliedDelivery[] {
  const paths = new Set(repository.paths)
  return repository.paths
    .filter((path) => /(?:^|\/)(?:helmfile[^/]*|helmfile\.d\/[^/]+)\.ya?ml(?:\.gotmpl)?$/.test(path))
    .filter((path) => isDeliveredFrom(folderOf(path)))
    .flatMap((path) => {
      const source = repository.read(path)
      const folder = folderOf(path)
      return (source ? releasesOf(textOfSource(source)) : []).flatMap((release) => {
        const { chart, name, environment } = release
        const directory = pathFrom(folder, chart.value)
        if (directory === undefined || !paths.has(`${directory}/Chart.yaml`)) return []
        return [
          {
            ...{ path, at: placeOf(chart), namespace: release.namespace, isBlurred: false },
            name: `${directory} (${[name.value, environment].filter((word) => word !== undefined).join(', ')})`,
            reason: `${path} installs it as the release ${name.value}`,
            isLocal: isForLocalCluster(environment ?? path),
            isFailure: () => true,
            content: {
              ...{ kind: 'chart' as const, directory, release: name },
              values: release.values.map((value): ChartValues => {
                if (value.kind !== 'path') return value
                const file = pathFrom(folder, value.path.value)
                return { kind: 'path', path: spoken(file ?? value.path.value, placeOf(value.path)) }
              }),
            },
          },
        ]
      })
    })
}
