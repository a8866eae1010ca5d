import { type Repository, textOfSource } from '../../repository/repository.ts'
import { type Source, topOf } from '../../source/span.ts'
import { itemsOf, parseYaml, textOf, type YamlNode } from '../../syntax/yaml.ts'
import type { Reached } from './charts.ts'
import type { ImpliedDelivery } from './delivery.ts'
import {
  folderOf,
  isDeliveredFrom,
  isForLocalCluster,
  isToBeFilledIn,
  isWithin,
  namesFolder,
  pathFrom,
} from './folders.ts'

const mostDeliveries = 120

/** Kustomizations that nothing builds and no other one includes. */
export function impliedKustomizations(repository: Repository, reached: Reached): readonly ImpliedDelivery[] {
  const found = kustomizationsIn(repository)
  const included = new Set(
    found.flatMap(({ directory, root }) =>
      ['resources', 'bases', 'components'].flatMap((key) =>
        itemsOf(root, key).flatMap((item) =>
          item.kind === 'scalar' ? (pathFrom(directory, item.text.value) ?? []) : [],
        ),
      ),
    ),
  )
  const edited = foldersToEdit(repository)
  const speaking = new Set(repository.paths.filter((path) => speaksToAgent(repository, path)).map(folderOf))
  const speaks = (directory: string): boolean => speaking.has(directory)
  return found
    .filter(({ directory }) => !included.has(directory) && isDeliveredFrom(directory) && !isPart.test(directory))
    .filter(({ path, directory }) => !reached.paths.has(path) && !isNamed(reached, directory))
    .filter(({ directory }) => !edited.some((folder) => isWithin(directory, folder)))
    .filter(({ root, source }) => isOverlay(root) && !isToBeFilledIn(source.text))
    .sort((a, b) => Number(speaks(b.directory)) - Number(speaks(a.directory)))
    .slice(0, mostDeliveries)
    .map(({ directory, path, source }) => ({
      ...{ path, at: topOf(source), name: directory || '.', namespace: undefined, isBlurred: false },
      reason: `nothing here builds the kustomization ${directory || '.'}, and no other includes it`,
      isLocal: isForLocalCluster(directory),
      // Files that are not in the repository are made, or kept from it, before somebody builds; a flag lets them lie anywhere.
      isFailure: (message: string) =>
        !/security;|no such file|no directory|must build at directory|not found|unable to find/.test(message),
      content: { kind: 'kustomization', directory, edits: [], substitutes: undefined },
    }))
}

interface KustomizationFile {
  readonly path: string
  readonly source: Source
  readonly directory: string
  readonly root: YamlNode | undefined
}

/** Every kustomization of the repository, as it is written. */
export const kustomizationsIn = (repository: Repository): readonly KustomizationFile[] =>
  repository.paths.flatMap((path) => {
    const source = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path) ? repository.read(path) : undefined
    return source ? [{ path, source, directory: folderOf(path), root: parseYaml(textOfSource(source))[0]?.root }] : []
  })

/** Objects that make an agent deliver something else come first. */
const speaksToAgent = (repository: Repository, path: string): boolean =>
  /\.ya?ml$/.test(path) &&
  /^kind:\s*(?:Application|ApplicationSet|HelmRelease)\b/m.test(repository.read(path)?.text ?? '')

/** What calls itself a part of something. */
const isPart = /(?:^|\/)(?:[^/]*[-_])?(?:bases?|components?|common|shared|crds?)(?:\/|$)/i

/** A component is included; what lists nothing but CRDs, patches or files of settings is a part of something. */
const isOverlay = (root: YamlNode | undefined): boolean =>
  textOf(root, 'kind')?.value !== 'Component' &&
  ['resources', 'bases', 'helmCharts', 'generators'].some((key) => itemsOf(root, key).length > 0)

const isNamed = ({ elsewhere }: Reached, directory: string): boolean =>
  directory !== '' && namesFolder(elsewhere, directory)

/** kubebuilder: the Makefile gives the image to `config/` before it is built (`kustomize edit set image controller=${IMG}`). */
const foldersToEdit = (repository: Repository): readonly string[] =>
  repository.paths.flatMap((path) => {
    if (!/(?:^|\/)(?:PROJECT|Makefile)$/.test(path)) return []
    const text = repository.read(path)?.text ?? ''
    const folder = folderOf(path)
    const edits = path.endsWith('PROJECT') ? /kubebuilder/.test(text) : /edit set image/.test(text)
    return edits ? [folder === '' ? 'config' : `${folder}/config`] : []
  })
