import type { Text } from '../source/text.ts'
import { holdsUnknown } from '../source/unknown.ts'

/**
 * A machine's file system: what was checked out, and what was written on top. Paths are absolute and normalised;
 * the workspace is `/github/workspace`. Files whose content nobody knows hold one unknown.
 */
export interface Files {
  /** Undefined: there is no such file (or `open` and nobody knows). */
  readonly read: (path: string) => Text | undefined
  /** Whether a file or directory is there. `unknown` where something that is not understood may have made it. */
  readonly exists: (path: string) => boolean | 'unknown'
  readonly isDirectory: (path: string) => boolean
  /** What a gzipped file holds; undefined when it is none, or larger than `most` bytes. */
  readonly unpack: (path: string, most: number) => Uint8Array | undefined
  readonly write: (path: string, text: Text) => void
  /** Makes an empty directory, with those above it. */
  readonly makeDirectory: (path: string) => void
  /** From now on nobody knows whether the file (with this text) or, without one, the directory is there. */
  readonly doubt: (path: string, text: Text | undefined) => void
  readonly remove: (path: string) => void
  /** Names of the entries of a directory, sorted; empty for anything else. */
  readonly list: (path: string) => readonly string[]
  /** Puts the repository's files under a directory, as `actions/checkout` does. */
  readonly mount: (directory: string, base: Base) => void
  /** From now on, files may be there that nobody here knows about (a build, a download). */
  readonly blur: () => void
  readonly fork: () => Files
  /** Paths written or removed on this machine. */
  readonly changed: () => ReadonlyMap<string, Text | undefined>
  /** Directories that were made, or are always there. */
  readonly directories: () => ReadonlySet<string>
  readonly blurred: () => boolean
}

/** Something to read files from, by path relative to its root with `/`. */
export interface Base {
  readonly read: (path: string) => Text | undefined
  readonly has: (path: string) => boolean
  readonly list: (directory: string) => readonly string[] | undefined
  readonly unpack?: (path: string, most: number) => Uint8Array | undefined
}

export const workspacePath = '/github/workspace'
export const temporaryPath = '/github/runner_temp'
export const homePath = '/github/home'

interface Mount {
  readonly directory: string
  readonly base: Base
}

export function newFiles(): Files {
  return filesFrom(
    [],
    new Map(),
    new Set([workspacePath, temporaryPath, homePath, '/tmp', '/github']),
    new Set(),
    false,
  )
}

function filesFrom(
  mounted: readonly Mount[],
  written: ReadonlyMap<string, Text | undefined>,
  made: ReadonlySet<string>,
  doubted: ReadonlySet<string>,
  mayHoldMore: boolean,
  known?: Index,
): Files {
  let mounts = mounted
  let open = mayHoldMore
  const changes = new Map(written)
  const directories = new Set(made)
  const doubts = new Set(doubted)
  const onMount = <T>(path: string, ask: (base: Base, relative: string) => T | undefined): T | undefined => {
    for (const { directory, base } of mounts.toReversed()) {
      const relative = relativeTo(directory, path)
      const found = relative === undefined ? undefined : ask(base, relative)
      if (found !== undefined) return found
    }
    return undefined
  }
  const read = (path: string): Text | undefined =>
    changes.has(path) ? changes.get(path) : onMount(path, (base, relative) => base.read(relative))
  let index = known && new Map(known)
  const entriesOf = (path: string): ReadonlyMap<string, boolean> | undefined => {
    index ??= indexOf(changes, directories)
    return index.get(path)
  }
  const isDirectory = (path: string): boolean => {
    if (path === '/' || directories.has(path)) return true
    if (!changes.has(path) && onMount(path, (base, relative) => base.list(relative)) !== undefined) return true
    return (changes.has(path) || entriesOf(path) !== undefined) && list(path).length > 0
  }
  const list = (path: string): readonly string[] => {
    const names = new Set(onMount(path, (base, relative) => base.list(relative)) ?? [])
    for (const [name, there] of entriesOf(path) ?? []) {
      if (there) names.add(name)
      else names.delete(name)
    }
    return [...names].sort()
  }
  const remove = (path: string): void => {
    doubts.delete(path)
    const names = list(path)
    const above = path.slice(0, path.lastIndexOf('/')) || '/'
    const isAlone = !directories.delete(path) && names.length === 0
    for (const name of names) remove(`${path === '/' ? '' : path}/${name}`)
    changes.set(path, undefined)
    // Another directory may have been there for its sake alone.
    if (index && isAlone && directories.has(above)) enter(index, path, false)
    else index = undefined
  }
  return {
    read,
    isDirectory,
    list,
    unpack: (path, most) =>
      changes.has(path) ? undefined : onMount(path, (base, relative) => base.unpack?.(relative, most)),
    exists: (path) => {
      if (doubts.has(path)) return 'unknown'
      if (changes.has(path)) return changes.get(path) !== undefined
      if (isDirectory(path) || onMount(path, (base, relative) => base.has(relative) || undefined)) return true
      return open ? 'unknown' : false
    },
    write: (path, text) => {
      doubts.delete(path)
      changes.delete(path)
      changes.set(path, text)
      if (index) enter(index, path)
    },
    doubt: (path, text) => {
      if (text) changes.set(path, text)
      else directories.add(path)
      doubts.add(path)
      index = undefined
    },
    makeDirectory: (path) => {
      doubts.delete(path)
      for (let made = path; made !== '' && !directories.has(made); made = made.slice(0, made.lastIndexOf('/')))
        directories.add(made)
      if (index) enter(index, path)
    },
    remove,
    mount: (directory, base) => {
      mounts = [...mounts, { directory, base }]
    },
    blur: () => {
      open = true
    },
    fork: () => filesFrom(mounts, changes, directories, doubts, open, index),
    changed: () => changes,
    directories: () => directories,
    blurred: () => open,
  }
}

/** Directory → name → whether it was made there or taken away. Forks share what neither has changed. */
type Index = Map<string, ReadonlyMap<string, boolean>>

/** A later change overrules an earlier one; what is taken away from a directory says nothing about the directory. */
function indexOf(changes: ReadonlyMap<string, Text | undefined>, directories: ReadonlySet<string>): Index {
  const index: Index = new Map()
  for (const [path, text] of changes) enter(index, path, text !== undefined)
  for (const directory of directories) enter(index, directory)
  return index
}

function enter(index: Index, path: string, there = true): void {
  for (let end = path.length; end > 0; ) {
    const slash = path.lastIndexOf('/', end - 1)
    const above = path.slice(0, slash) || '/'
    const name = path.slice(slash + 1, end)
    const names = index.get(above)
    if (names?.get(name) === there) return
    index.set(above, new Map(names).set(name, there))
    if (!there) return
    end = slash
  }
}

function relativeTo(directory: string, path: string): string | undefined {
  if (path === directory) return ''
  return path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : undefined
}

/**
 * An absolute, normalised path; `..` above the root stays at the root. What nobody knows may be several directories, or a
 * path of its own: nothing leads out of it.
 */
export function resolvePath(directory: string, path: string): string {
  const parts: string[] = []
  for (const part of (path.startsWith('/') ? path : `${directory}/${path}`).split('/')) {
    if (part === '..' && !leadsNowhere(parts.at(-1))) parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}

const leadsNowhere = (part: string | undefined): boolean => part !== undefined && (part === '..' || holdsUnknown(part))

/** A repository without files. */
export const noBase: Base = { read: () => undefined, has: () => false, list: () => undefined }
