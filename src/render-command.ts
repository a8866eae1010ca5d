import type { RenderArguments, RenderOption } from './arguments.ts'
import { type RenderFiles, type RenderValues, render } from './render/render.ts'
import { type PlaceName, withOrigins } from './render-origins.ts'
import type { Around, Unreadable } from './repository/around.ts'
import { sanitised } from './repository/repository.ts'
import { positionAt, type Span } from './source/span.ts'
import { fileText, placeOf, slice, type Text } from './source/text.ts'

export type RenderOutcome =
  | { readonly kind: 'text'; readonly text: string }
  /** What the real command would refuse, with its place, or what cannot be rendered here. */
  | { readonly kind: 'fails'; readonly message: string }
  /** Not what the command is for. */
  | { readonly kind: 'mistake'; readonly message: string }

/** What `helm template` prints for a chart and `kustomize build` for a directory with a kustomization. */
export function renderCommand(given: RenderArguments, around: Around): RenderOutcome {
  const kind = kindOf(around)
  if (kind === undefined) return mistake(`${given.path} has neither a Chart.yaml nor a kustomization`)
  if (kind === 'kustomize' && isForCharts(given))
    return mistake(`${given.path} is a kustomization, which takes no option but --origins`)
  const values = given.values.map((value) => valuesFrom(value, around))
  const unreadable = values.find(isUnreadable)
  if (unreadable) return mistake(unreadable.problem)
  const badName = kind === 'helm' ? problemOfName(given.release) : undefined
  if (badName !== undefined) return fails(`${commandLine} --release ${given.release}: ${badName}`)
  const rendered = render(
    {
      path: around.path,
      kind,
      values: values.filter(isRead),
      release: typed(given.release),
      namespace: given.namespace === undefined ? undefined : typed(given.namespace),
      versions: { helm: given.helm, kubernetes: given.kubernetes, apiVersions: given.apiVersions },
      includeCrds: given.includeCrds,
    },
    filesFor(given, around),
  )
  const place: PlaceName = (at) => placeName(at, around)
  const [unread] = around.unread()
  if (unread) return unsupported(`${around.shown(unread.path)} was not read: ${unread.reason}`)
  if (rendered.kind === 'unsupported') return unsupported(rendered.reason)
  if (rendered.kind === 'fails') return fails(`${place(rendered.at)}: ${rendered.message}`)
  const lost = rendered.text.value.indexOf('\ufffd')
  if (lost >= 0)
    return fails(`${place(placeOf(slice(rendered.text, lost, lost + 1)))}: cannot be rendered here: ${lostCharacter}`)
  return { kind: 'text', text: given.origins ? withOrigins(rendered.text, place) : rendered.text.value }
}

const mistake = (message: string): RenderOutcome => ({ kind: 'mistake', message })
const fails = (message: string): RenderOutcome => ({ kind: 'fails', message })
const unsupported = (reason: string): RenderOutcome => fails(`cannot be rendered here: ${reason}`)

/** Files are read with what is no UTF-8, and with the range that is kept for unknowns, replaced by U+FFFD. */
const lostCharacter = 'a character of the private use area, or no UTF-8'

/** A packed chart is a file. */
function kindOf({ path, files }: Around): 'helm' | 'kustomize' | undefined {
  const holds = (name: string): boolean => files.exists(`${path}/${name}`) === true
  if (!files.isDirectory(path)) return /\.t(?:ar\.)?gz$/.test(path) ? 'helm' : undefined
  if (holds('Chart.yaml')) return 'helm'
  return ['kustomization.yaml', 'kustomization.yml', 'Kustomization'].some(holds) ? 'kustomize' : undefined
}

const isForCharts = ({ values, namespace, includeCrds }: RenderArguments): boolean =>
  values.length > 0 || namespace !== undefined || includeCrds

/** chartutil.ValidateReleaseName, which `helm template` asks before it renders. */
function problemOfName(name: string): string | undefined {
  if (name === '') return 'release name "": no name provided'
  const parts = name.length > longestName ? [''] : name.split('.')
  if (parts.every((part) => /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(part))) return undefined
  return `release name "${name}": invalid release name, must match regex ${namePattern} and the length must not be longer than ${longestName}`
}

const longestName = 53
const namePattern = '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$'

/** `--set-file` names files as seen from where the command was given; a chart asks by absolute path. */
function filesFor({ values }: RenderArguments, { files, named }: Around): RenderFiles {
  const isNamed = (path: string): boolean =>
    !path.startsWith('/') || values.some(({ kind, text }) => kind === 'set-file' && text.includes(path))
  const read = (path: string): Text | undefined => {
    if (!isNamed(path)) return files.read(path)
    const found = named(path)
    return 'problem' in found ? undefined : found
  }
  return { ...files, read }
}

const isUnreadable = (value: RenderValues | Unreadable): value is Unreadable => 'problem' in value
const isRead = (value: RenderValues | Unreadable): value is RenderValues => !isUnreadable(value)

function valuesFrom(given: RenderOption, { named }: Around): RenderValues | Unreadable {
  if (given.kind !== 'file') return { kind: given.kind, text: typed(given.text) }
  const text = named(given.text)
  return 'problem' in text ? text : { kind: 'file', text }
}

const commandLine = '(command line)'
const typed = (text: string): Text => fileText({ path: commandLine, text: sanitised(text) })

function placeName(at: Span, { shown }: Around): string {
  const { path, text } = at.source
  if (path === commandLine) return `${path} ${text}`
  const { line, column } = positionAt(at.source, at.start)
  return `${shown(path)}:${line}:${column}`
}
