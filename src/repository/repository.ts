import type { Source } from '../source/span.ts'
import { fileText, type Text } from '../source/text.ts'
import type { Base } from '../world/files.ts'

/** The files as checked out. Paths are relative to the root, with `/`. */
export interface Repository {
  /** Every file, sorted. */
  readonly paths: readonly string[]
  /** Undefined for a file that is not there, or is not read (see `skipped`). */
  readonly read: (path: string) => Source | undefined
  /** What a gzipped file holds, as far as it is no larger than `most` bytes. */
  readonly unpack?: (path: string, most: number) => Uint8Array | undefined
  /** What was passed over, and why: a notice each at most. */
  readonly skipped: () => readonly Skipped[]
}

export interface Skipped {
  readonly path: string
  readonly reason: string
}

/** A repository of texts, for examples in rule pages and tests. */
export function repositoryOf(files: Readonly<Record<string, string>>): Repository {
  const sources = new Map(Object.entries(files).map(([path, text]) => [path, { path, text: sanitised(text) }]))
  return { paths: [...sources.keys()].sort(), read: (path) => sources.get(path), skipped: () => [] }
}

/**
 * The text of a file as the rehearsal reads it: without a byte order mark, and with private-use characters, which mean
 * unknown values in a rehearsal, replaced one to one so that offsets stay.
 */
export const sanitised = (text: string): string => text.replace(/^\ufeff/, '').replace(/[\uE000-\uF8FF]/g, '\ufffd')

const texts = new WeakMap<Source, Text>()

/** The text of a source: one object for each, so that equal input is parsed once. */
export function textOfSource(source: Source): Text {
  const known = texts.get(source)
  if (known) return known
  const text = fileText(source)
  texts.set(source, text)
  return text
}

const bases = new WeakMap<Repository, Base>()

/** The repository as something a machine's file system can be mounted on. */
export function baseOf(repository: Repository): Base {
  const known = bases.get(repository)
  if (known) return known
  const tree = treeOf(repository.paths)
  const files = new Set(repository.paths)
  const base: Base = {
    read: (path) => {
      const source = files.has(path) ? repository.read(path) : undefined
      return source && textOfSource(source)
    },
    has: (path) => files.has(path) || tree.has(path),
    list: (directory) => tree.get(directory),
    ...(repository.unpack ? { unpack: repository.unpack } : {}),
  }
  bases.set(repository, base)
  return base
}

/** Directory → sorted names of its entries; the root is ''. */
function treeOf(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const tree = new Map<string, Set<string>>([['', new Set()]])
  for (const path of paths) {
    let directory = ''
    for (const part of path.split('/')) {
      const names = tree.get(directory) ?? new Set()
      tree.set(directory, names.add(part))
      directory = directory === '' ? part : `${directory}/${part}`
    }
  }
  return new Map([...tree].map(([directory, names]) => [directory, [...names].sort()]))
}
