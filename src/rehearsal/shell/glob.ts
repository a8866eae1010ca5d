import { placeOf, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, obscured } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import { matchesGlob } from './glob-match.ts'
import { compileGlob, hasMagic, type Stretch, textOf } from './pattern.ts'
import { type Shell, spend } from './shell-state.ts'

/** Pathname expansion over the files of the machine; a word without a match stays as it is. */
export const globFields = (shell: Shell, fields: readonly (readonly Stretch[])[]): readonly Text[] =>
  fields.flatMap((field) => (shell.settings.noglob || !hasMagic(field) ? [textOf(field)] : matching(shell, field)))

/** More matches than these are not followed. */
const mostMatches = 2000

function matching(shell: Shell, field: readonly Stretch[]): readonly Text[] {
  const text = textOf(field)
  const { names, files } = shell.machine
  if (holdsUnknown(text.value)) return [obscured(names, 'files', text)]
  const parts = components(field)
  const absolute = text.value.startsWith('/')
  if (absolute && !/^\/(?:github|tmp)\//.test(text.value)) return [obscured(names, 'files', text)]
  const found = search(shell, absolute ? '/' : shell.machine.directory, absolute ? '/' : '', parts)
  if (found === undefined) return [obscured(names, 'files', text)]
  if (found.length > 0) return [...found].sort(byBytes).map((path) => spoken(path, placeOf(text)))
  if (files.blurred()) return [obscured(names, 'files', text)]
  return shell.settings.nullglob ? [] : [text]
}

/** In the C.UTF-8 locale of the runners, names sort by their code points. */
const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface Component {
  readonly stretches: readonly Stretch[]
  readonly name: string
}

function components(field: readonly Stretch[]): readonly Component[] {
  const parts: Stretch[][] = [[]]
  for (const stretch of field) {
    let start = 0
    const { value } = stretch.text
    for (let at = 0; at <= value.length; at += 1) {
      if (at < value.length && value[at] !== '/') continue
      if (at > start) parts.at(-1)?.push({ ...stretch, text: { ...stretch.text, value: value.slice(start, at) } })
      if (at < value.length) parts.push([])
      start = at + 1
    }
  }
  return parts.map((stretches) => ({ stretches, name: stretches.map(({ text }) => text.value).join('') }))
}

function search(
  shell: Shell,
  directory: string,
  prefix: string,
  parts: readonly Component[],
): readonly string[] | undefined {
  spend(shell)
  const [first, ...rest] = parts
  const { files } = shell.machine
  if (!first) return [prefix]
  if (first.name === '') return rest.length === 0 ? [prefix] : search(shell, directory, prefix || '/', rest)
  const down = (name: string): readonly string[] | undefined => {
    const path = resolvePath(directory, name)
    if (rest.length === 0) return [`${prefix}${name}`]
    return files.isDirectory(path) ? search(shell, path, `${prefix}${name}/`, rest) : []
  }
  if (!hasMagic(first.stretches)) {
    const name = first.name
    if (rest.length > 0 && name !== '.' && name !== '..' && !files.isDirectory(resolvePath(directory, name))) return []
    return rest.length > 0 || files.exists(resolvePath(directory, name)) === true ? down(name) : []
  }
  if (first.name === '**' && shell.settings.globstar) return anywhere(shell, directory, prefix, parts, rest)
  const tokens = compileGlob(first.stretches)
  const hidden = first.name.startsWith('.') || shell.settings.dotglob
  const all: string[] = []
  for (const name of files.list(directory)) {
    if (name.startsWith('.') && !hidden) continue
    const matches = matchesGlob(tokens, name)
    const below = matches === true ? down(name) : []
    if (matches === 'unknown' || below === undefined || all.length > mostMatches) return undefined
    all.push(...below)
  }
  return all
}

/** `**`: this directory and all below it. */
function anywhere(
  shell: Shell,
  directory: string,
  prefix: string,
  parts: readonly Component[],
  rest: readonly Component[],
): readonly string[] | undefined {
  const { files } = shell.machine
  const here = rest.length === 0 ? [] : search(shell, directory, prefix, rest)
  if (here === undefined) return undefined
  const all = [...here]
  for (const name of files.list(directory)) {
    if (name.startsWith('.')) continue
    if (rest.length === 0) all.push(`${prefix}${name}`)
    const path = resolvePath(directory, name)
    const below = files.isDirectory(path) ? search(shell, path, `${prefix}${name}/`, parts) : []
    if (below === undefined || all.length > mostMatches) return undefined
    all.push(...below)
  }
  return all
}
