import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Source } from '../source/span.ts'
import { type Repository, type Skipped, sanitised } from './repository.ts'

/** Larger files are not read: nobody writes a manifest of a megabyte by hand. Bytes. */
const largestFile = 1024 * 1024
const mostFiles = 200_000
const deepestFolder = 64
/** Never the repository's own words, and often large. */
const passedOver = new Set(['.git', 'node_modules', '.terraform', '.venv', '__pycache__'])

/** Opens a directory. Files are read when they are asked for, up to `most` bytes; nothing outside the root is ever read. */
export function openRepository(root: string, most: number = largestFile): Repository {
  const skipped = new Map<string, string>()
  const real = realpathSync(root)
  const paths = [...walk(real, '', 0, { left: mostFiles, skipped })].sort()
  const known = new Set(paths)
  const sources = new Map<string, Source | undefined>()
  const read = (path: string): Source | undefined => {
    if (!known.has(path)) return undefined
    if (!sources.has(path)) sources.set(path, readSource(real, path, most, skipped))
    return sources.get(path)
  }
  return {
    paths,
    read,
    unpack: (path, limit) => (known.has(path) ? unpack(real, path, limit) : undefined),
    skipped: () => [...skipped].map(([path, reason]): Skipped => ({ path, reason })),
  }
}

interface Walk {
  left: number
  readonly skipped: Map<string, string>
}

function* walk(root: string, directory: string, depth: number, state: Walk): Generator<string> {
  let entries: readonly { name: string; isDirectory(): boolean; isFile(): boolean; isSymbolicLink(): boolean }[]
  try {
    entries = readdirSync(join(root, directory), { withFileTypes: true })
  } catch (error) {
    state.skipped.set(directory, reasonOf(error))
    return
  }
  for (const entry of entries) {
    const path = directory === '' ? entry.name : `${directory}/${entry.name}`
    if (entry.isDirectory()) {
      if (passedOver.has(entry.name)) continue
      if (depth >= deepestFolder) state.skipped.set(path, `deeper than ${deepestFolder} folders`)
      else yield* walk(root, path, depth + 1, state)
    } else if (entry.isFile() || (entry.isSymbolicLink() && leadsToFile(root, path))) {
      state.left -= 1
      if (state.left < 0) {
        state.skipped.set('', `more than ${mostFiles} files`)
        return
      }
      yield path
    }
  }
}

/** A link counts as a file only when it leads to a file of the same tree; linked folders are not entered. */
function leadsToFile(root: string, path: string): boolean {
  try {
    const target = realpathSync(join(root, path))
    return target.startsWith(root + sep) && statSync(target).isFile()
  } catch {
    return false
  }
}

function readSource(root: string, path: string, most: number, skipped: Map<string, string>): Source | undefined {
  try {
    const file = join(root, path)
    const size = lstatSync(file).isSymbolicLink() ? statSync(file).size : lstatSync(file).size
    if (size > most) {
      skipped.set(path, `larger than ${most / 1024 / 1024} MiB`)
      return undefined
    }
    const text = readFileSync(file, 'utf8')
    if (text.includes('\0')) return undefined
    return { path, text: sanitised(text) }
  } catch (error) {
    skipped.set(path, reasonOf(error))
    return undefined
  }
}

/** Packed charts are small; larger archives are something else. Bytes. */
const largestArchive = 8 * 1024 * 1024

function unpack(root: string, path: string, most: number): Uint8Array | undefined {
  try {
    const file = join(root, path)
    return statSync(file).size > largestArchive ? undefined : gunzipSync(readFileSync(file), { maxOutputLength: most })
  } catch {
    return undefined
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'cannot be read'
