import { render } from '../../render/render.ts'
import type { Span } from '../../source/span.ts'
import { split, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import type { Range } from '../../syntax/yaml.ts'
import { resolvePath } from '../../world/files.ts'
import { type Machine, notModelled, record } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import { recordImages } from './kustomize-images.ts'
import { recordMissing } from './missing-file.ts'

/** What the arguments of `-f` or `-k` lead to. */
export interface Manifests {
  readonly texts: readonly Text[]
  /** False: something could not be read, or comes from elsewhere. */
  readonly complete: boolean
  readonly uncertain: readonly Range[]
}

const noManifests: Manifests = { texts: [], complete: true, uncertain: [] }
const unread: Manifests = { texts: [], complete: false, uncertain: [] }

export const together = (all: readonly Manifests[]): Manifests => ({
  texts: all.flatMap((one) => one.texts),
  complete: all.every((one) => one.complete),
  uncertain: all.flatMap((one) => one.uncertain),
})

/** A command that reads manifests, as a message names it. */
export interface Reading {
  readonly command: string
  readonly stdin: Text
  readonly recursive: boolean
}

/** Files, directories, `-`, patterns and comma lists, as kubectl's `--filename` takes them (resource/builder.go). */
export const manifestsAt = (machine: Machine, world: World, names: readonly Text[], reading: Reading): Manifests =>
  together(
    names
      .flatMap((name) => split(name, ','))
      .filter((name) => name.value !== '')
      .map((name) => manifestsOf(machine, world, name, reading)),
  )

function manifestsOf(machine: Machine, world: World, name: Text, reading: Reading): Manifests {
  if (name.value === '-') return { ...noManifests, texts: [reading.stdin] }
  if (holdsUnknown(name.value) || /^https?:\/\//.test(name.value)) return unread
  const path = resolvePath(machine.directory, name.value)
  const { files } = machine
  const text = files.read(path)
  if (text) return { ...noManifests, texts: [text] }
  if (files.isDirectory(path)) return directory(machine, path, reading.recursive ? deepest : 0)
  const matching = /[*?]/.test(name.value) ? matches(machine, path) : []
  if (matching.length > 0) return together(matching.map((one) => file(machine, one)))
  recordMissing(machine, world, name, reading.command)
  return unread
}

const deepest = 12

/** kubectl takes `.json`, `.yaml` and `.yml` from a directory, in the order of their names. */
function directory(machine: Machine, path: string, depth: number): Manifests {
  const found: Manifests[] = []
  for (const name of machine.files.list(path)) {
    const entry = `${path === '/' ? '' : path}/${name}`
    if (/\.(?:json|ya?ml)$/.test(name) && !machine.files.isDirectory(entry)) found.push(file(machine, entry))
    else if (depth > 0 && machine.files.isDirectory(entry)) found.push(directory(machine, entry, depth - 1))
  }
  const { complete, ...rest } = together(found)
  return { ...rest, complete: complete && !machine.files.blurred() }
}

function file(machine: Machine, path: string): Manifests {
  const text = machine.files.read(path)
  return text ? { ...noManifests, texts: [text] } : unread
}

/** Files that a pattern in the last component of a path picks. */
function matches(machine: Machine, path: string): readonly string[] {
  const slash = path.lastIndexOf('/')
  const parent = path.slice(0, slash) || '/'
  const pattern = path.slice(slash + 1)
  if (/[*?]/.test(parent)) return []
  return machine.files
    .list(parent)
    .filter((name) => fits(pattern, name))
    .map((name) => `${path.slice(0, slash)}/${name}`)
}

/** `*` and `?` in a file name; linear but for the last star, which may move. */
function fits(pattern: string, name: string): boolean {
  let [inPattern, inName, star, retry] = [0, 0, -1, 0]
  while (inName < name.length) {
    const wanted = pattern[inPattern]
    if (wanted === '*') [star, retry, inPattern] = [inPattern, inName, inPattern + 1]
    else if (wanted === '?' || wanted === name[inName]) [inPattern, inName] = [inPattern + 1, inName + 1]
    else if (star >= 0) [inPattern, retry, inName] = [star + 1, retry + 1, retry + 1]
    else return false
  }
  return /^\**$/.test(pattern.slice(inPattern))
}

/** The result of `kustomize build` on a directory. `isFailure`: whether a failure with this message is one. */
export function kustomized(
  machine: Machine,
  world: World,
  name: Text,
  command: Span,
  isFailure: (message: string) => boolean = () => true,
): Manifests {
  if (holdsUnknown(name.value) || /^https?:\/\/|^git@|^github\.com\//.test(name.value)) return unread
  const path = resolvePath(machine.directory, name.value)
  if (!machine.files.isDirectory(path)) {
    recordMissing(machine, world, name, 'kustomize build')
    return unread
  }
  const versions = { helm: 3, kubernetes: undefined, apiVersions: [] } as const
  const request = {
    path,
    kind: 'kustomize',
    values: [],
    release: undefined,
    namespace: undefined,
    versions,
    names: machine.names,
  } as const
  const result = render(request, machine.files)
  if (result.kind === 'text') {
    recordImages(machine, world, path, result.text, command)
    return { texts: [result.text], complete: true, uncertain: result.uncertain }
  }
  if (result.kind === 'fails') {
    const { message, at, given, why } = result
    const tolerated = machine.tolerant ?? false
    if (isFailure(message))
      record(world, machine, {
        ...{ kind: 'render-failure', tool: 'kustomize', message, at, given, why, command },
        tolerated,
      })
  } else notModelled(world, `kustomize: ${result.reason}`)
  return unread
}
