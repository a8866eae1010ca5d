import type { Repository } from '../../repository/repository.ts'

/** Folders from which nobody delivers: tests, samples, documentation, what is kept for the record, other people's files. */
const undelivered =
  /(?:^|\/)(?:\.git[^/]*|\.vscode|\.idea|\.cache|\.terraform|\.devcontainer|tests?|testdata|test-data|testing|test-fixtures|e2e|fixtures?|__tests__|__fixtures__|examples?|samples?|docs?|documentation|snapshots?|__snapshots__|benchmarks?|tutorials?|workshops?|vendor|third_party|third-party|node_modules|hack|archived?|_archive|deprecated|obsolete|legacy|old|backups?|bak|templates?|skeletons?|scaffolds?|boilerplate|specs?|[^/]*\{\{[^/]*)(?:\/|$)/i

/** `overlays/test` is an environment. */
const environmentFolder =
  /(^|\/)(overlays?|environments?|envs?|clusters?|stages?)\/(?:tests?|testing|demo|e2e)(?=\/|$)/gi

/** Whether anything is delivered from there at all. */
export const isDeliveredFrom = (folder: string): boolean => !undelivered.test(folder.replace(environmentFolder, '$1$2'))

/** What lies in such a folder, or is written for such an environment, is for a cluster on somebody's own machine. */
export const isForLocalCluster = (path: string): boolean =>
  /(?:^|[/._-])(?:minikube|kind|k3d|k3s|microk8s|docker-desktop|local|localhost|dev-local)(?:[/._-]|$)/i.test(path)

/** The folder of a path; '' is the top. */
export const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '')

/** Whether a folder is another, or below it. */
export const isWithin = (folder: string, outer: string): boolean =>
  outer === '' || folder === outer || folder.startsWith(`${outer}/`)

/** Whether a folder or one above it is among these. */
export function isUnder(folder: string, folders: ReadonlySet<string>): boolean {
  for (let current = folder; ; current = folderOf(current)) {
    if (folders.has(current) && (current !== '' || folder === '')) return true
    if (current === '') return false
  }
}

/** A path of the repository seen from a folder of it; undefined when it leads out. */
export function pathFrom(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Placeholders of any kind mean that something else fills a file in. */
export const hasPlaceholder = (text: string): boolean =>
  /\{\{|\$\{|\$\(|<%|%%|__[A-Z_]+__|\bREPLACE|:[A-Z_]{3,}\s*$|<[A-Za-z][\w-]*>/m.test(text)

/** The same for what may speak of placeholders in comments, of templates and of variables of the containers: values of a chart. */
export const isToBeFilledIn = (text: string): boolean =>
  /\$\{|<%|%%|__[A-Z_]+__|\bREPLACE|<[A-Za-z][\w-]*>/.test(text.replace(/(^|\s)#.*$/gm, '$1'))

/** Files of tools that deliver and that are not rehearsed. */
const otherDelivery =
  /(?:^|\/)(?:Jenkinsfile[^/]*|\.gitlab-ci\.ya?ml|azure-pipelines[^/]*\.ya?ml|bitbucket-pipelines\.ya?ml|skaffold[^/]*\.ya?ml|Tiltfile|devspace\.ya?ml|werf\.ya?ml|garden\.ya?ml|azure\.ya?ml|Taskfile\.ya?ml|[Jj]ustfile|[^/]+\.(?:tf|ps1))$|^\.(?:circleci|gitlab|azure-pipelines|azuredevops|buildkite|tekton)\//

/** Their texts together: a folder that they name is delivered by them, with what only they know. */
export function otherDeliveries(repository: Repository): string {
  const texts = repository.paths.filter((path) => otherDelivery.test(path)).slice(0, mostFiles)
  return texts.map((path) => repository.read(path)?.text ?? '').join('\n')
}

const mostFiles = 300

/** Whether a text speaks of a folder by its whole path. */
export function namesFolder(text: string, folder: string): boolean {
  for (let found = text.indexOf(folder); found >= 0; found = text.indexOf(folder, found + 1)) {
    const [before = '', after = ''] = [text[found - 1], text[found + folder.length]]
    if (/^(?:[\s"'`/=:,([{<>]|)$/.test(before) && /^(?:[\s"'`/),;:\]}<>]|)$/.test(after)) return true
  }
  return false
}
