import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Source } from '../source/span.ts'
import type { Text } from '../source/text.ts'
import { type Files, newFiles } from '../world/files.ts'
import { openRepository } from './disk.ts'
import { baseOf, type Repository, type Skipped } from './repository.ts'

/** A folder of the disk and, as they are asked for, others: with sources named as seen from that folder. */
export interface Folders {
  readonly top: string
  readonly files: Files
  readonly skipped: () => readonly Skipped[]
}

/** Helm's loader.MaxDecompressedFileSize: no larger file of a chart is read. Bytes. */
const largestFile = 5 * 1024 * 1024

/**
 * What lies outside of `top` and is asked for: opened, as the real tools would read it, or refused, and then said to be passed
 * over, so that nobody takes it for missing.
 */
export function openFolders(top: string, beyond: 'open' | 'refuse'): Folders {
  const files = newFiles()
  const opened = new Map<string, Repository>()
  const refused = new Map<string, string>()
  const open = (root: string): void => {
    const repository = seenFrom(top, root, openRepository(root, largestFile))
    opened.set(root, repository)
    files.mount(root, baseOf(repository))
  }
  const reach = (path: string): void => {
    if ([...opened.keys()].some((root) => isWithin(path, root)) || !existsSync(path)) return
    const folder = isFolder(path) ? path : dirname(path)
    if (folder === dirname(folder)) return
    if (beyond === 'open') open(folder)
    else refused.set(path, 'it lies outside of the checkout')
  }
  /** The file that a link leads to, where what is outside may be read. Any other link is there, and is not followed. */
  const linked = (path: string): string | undefined => {
    if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined
    if (beyond === 'open' && statSync(path, { throwIfNoEntry: false })?.isFile()) return realpathSync(path)
    refused.set(path, 'it is a link that leads elsewhere')
    return undefined
  }
  const read = (path: string): Text | undefined => {
    reach(path)
    const text = files.read(path)
    const target = text || files.isDirectory(path) ? undefined : linked(path)
    if (target === undefined) return text
    reach(target)
    return files.read(target)
  }
  const isDirectory = (path: string): boolean => {
    reach(path)
    const found = files.isDirectory(path)
    if (!found && isFolder(path)) linked(path)
    return found
  }
  const list = (path: string): readonly string[] => {
    reach(path)
    const names = new Set(files.list(path))
    for (const name of isFolder(path) ? readdirSync(path) : [])
      if (!names.has(name) && linked(join(path, name)) !== undefined) names.add(name)
    return [...names]
  }
  const exists = (path: string): boolean | 'unknown' => {
    reach(path)
    return files.exists(path) || linked(path) !== undefined
  }
  open(top)
  return {
    top,
    files: { ...files, read, exists, isDirectory, list },
    skipped: () => [
      ...[...refused].map(([path, reason]) => ({ path: relative(top, path), reason })),
      ...[...opened.values()].flatMap((repository) => repository.skipped()),
    ],
  }
}

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

const isWithin = (path: string, root: string): boolean => path === root || path.startsWith(root + sep)

/** The same files; every path in what is read or passed over counts from `top`. */
function seenFrom(top: string, root: string, repository: Repository): Repository {
  if (root === top) return repository
  const named = (path: string): string => relative(top, resolve(root, path)).split(sep).join('/')
  const sources = new Map<string, Source | undefined>()
  const read = (path: string): Source | undefined => {
    if (!sources.has(path)) {
      const source = repository.read(path)
      sources.set(path, source && { path: named(source.path), text: source.text })
    }
    return sources.get(path)
  }
  const skipped = (): readonly Skipped[] => repository.skipped().map((one) => ({ ...one, path: named(one.path) }))
  return { ...repository, read, skipped }
}

/** Whether a directory is the top of a checkout. */
export const isCheckout = (folder: string): boolean => existsSync(join(folder, '.git'))
