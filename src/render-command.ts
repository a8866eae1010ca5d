import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { RenderArguments, RenderOption } from './arguments.ts'
import { originOf } from './render/helm/origin.ts'
import { isTemplate } from './render/helm/pieces.ts'
import { type RenderFiles, type RenderValues, render } from './render/render.ts'
import { openRepository } from './repository/disk.ts'
import { topOfCheckout } from './repository/git.ts'
import { readOneFile } from './repository/one-file.ts'
import { baseOf } from './repository/repository.ts'
import { positionAt, type Span } from './source/span.ts'
import { fileText, slice, type Text } from './source/text.ts'
import { newFiles } from './world/files.ts'

export type RenderOutcome =
  | { readonly kind: 'text'; readonly text: string }
  /** What the real command would refuse, with its place, or what cannot be rendered here. */
  | { readonly kind: 'fails'; readonly message: string }

/**
 * What `helm template` prints for a chart and `kustomize build` for a directory with a kustomization. Reads the enclosing
 * checkout and the values files that were named, nothing else. Throws where a named file cannot be read.
 */
export function renderCommand(given: RenderArguments, cwd: string): RenderOutcome {
  const path = realpathSync(resolve(cwd, given.path))
  const top = topAround(path, cwd)
  const rendered = render(
    {
      path,
      kind: isKustomization(path) ? 'kustomize' : 'helm',
      values: given.values.map((value) => valuesFrom(value, cwd)),
      release: typed(given.release),
      namespace: given.namespace === undefined ? undefined : typed(given.namespace),
      versions: { helm: given.helm, kubernetes: given.kubernetes, apiVersions: given.apiVersions },
      includeCrds: given.includeCrds,
    },
    filesBelow(top, cwd),
  )
  const place = (at: Span): string => placeOf(at, top, cwd)
  if (rendered.kind === 'unsupported') return { kind: 'fails', message: `cannot be rendered here: ${rendered.reason}` }
  if (rendered.kind === 'fails') return { kind: 'fails', message: `${place(rendered.at)}: ${rendered.message}` }
  return { kind: 'text', text: given.origins ? withOrigins(rendered.text, place) : rendered.text.value }
}

const isKustomization = (path: string): boolean =>
  ['kustomization.yaml', 'kustomization.yml', 'Kustomization'].some((name) => existsSync(join(path, name)))

/** The directory that is read: the checkout, else where the command was given if the path is below it, else the path. */
function topAround(path: string, cwd: string): string {
  const folder = statSync(path).isDirectory() ? path : dirname(path)
  const top = topOfCheckout(folder)
  if (existsSync(join(top, '.git'))) return top
  const here = realpathSync(cwd)
  return folder.startsWith(here + sep) ? here : folder
}

/** `--set-file` names files as seen from where the command was given. */
function filesBelow(top: string, cwd: string): RenderFiles {
  const files = newFiles()
  files.mount(top, baseOf(openRepository(top)))
  const named = (path: string): string => resolve(cwd, path)
  return { ...files, read: (path) => files.read(named(path)) }
}

function valuesFrom(given: RenderOption, cwd: string): RenderValues {
  if (given.kind !== 'file') return { kind: given.kind, text: typed(given.text) }
  return { kind: 'file', text: fileText(readOneFile(cwd, resolve(cwd, given.text))) }
}

const commandLine = '(command line)'
const typed = (text: string): Text => fileText({ path: commandLine, text })

function placeOf(at: Span, top: string, cwd: string): string {
  const { path } = at.source
  if (path === commandLine) return `${path} ${at.source.text}`
  const { line, column } = positionAt(at.source, at.start)
  const inTop = join(top, path)
  const shown = existsSync(inTop) ? relative(realpathSync(cwd), inTop) || path : path
  return `${shown}:${line}:${column}`
}

/** Every line of a document with the places to edit behind it, the main one first. */
function withOrigins(text: Text, place: (at: Span) => string): string {
  const lines: string[] = []
  let start = 0
  for (const line of text.value.split('\n')) {
    const end = start + line.length
    const places = /^\s*(?:#|---|$)/.test(line) ? [] : placesOf(valueIn(text, start, end)).map(place)
    lines.push(places.length > 0 ? `${line}  # ${[...new Set(places)].join(', ')}` : line)
    start = end + 1
  }
  return lines.join('\n')
}

function placesOf(value: Text): readonly Span[] {
  const origin = originOf(value)
  return origin ? [origin.at, ...origin.also.filter((at) => !isTemplate(at))] : []
}

/** What stands behind `key: ` or `- `, where there is something: the value is what one asks for. */
function valueIn(text: Text, start: number, end: number): Text {
  const line = text.value.slice(start, end)
  const lead = /^\s*(?:- )*(?:[^\s:#"'][^\s:]*: +)?/.exec(line)?.[0].length ?? 0
  return slice(text, start + (lead < line.length ? lead : 0), end)
}
