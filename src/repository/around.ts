import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileText, type Text } from '../source/text.ts'
import { type Files, newFiles } from '../world/files.ts'
import { openRepository } from './disk.ts'
import { topOfCheckout } from './git.ts'
import { readOneFile } from './one-file.ts'
import { baseOf, type Repository, type Skipped } from './repository.ts'

/** What somebody named on the command line, and what lies around it. */
export interface Around {
  /** The real path of what was named. */
  readonly path: string
  /** Everything below the enclosing checkout or, where there is none, the folder that `path` lies in. */
  readonly files: Files
  /** A file named as seen from where the command was given, which may lie anywhere. */
  readonly named: (path: string) => Text | Unreadable
  /** How somebody who gave the command writes the path of a source. */
  readonly shown: (path: string) => string
  /** What was asked for, or lies below `path`, and was passed over. */
  readonly unread: () => readonly Skipped[]
}

export interface Unreadable {
  readonly problem: string
}

/** loader.MaxDecompressedFileSize: Helm reads no larger file of a chart. Bytes. */
const largestFile = 5 * 1024 * 1024

/** Finds what was named. */
export function openAround(given: string, cwd: string): Around | Unreadable {
  const path = realPath(resolve(cwd, given))
  if (path === undefined) return { problem: `cannot read ${given}: there is no such file` }
  const here = realpathSync(cwd)
  const folder = statSync(path).isDirectory() ? path : dirname(path)
  const { top, repository, files } = openAbove(folder, here)
  const before = repository.skipped()
  const inner = relative(top, path).split(sep).join('/')
  const concerns = (skipped: string): boolean =>
    skipped === '' || inner === '' || skipped === inner || skipped.startsWith(`${inner}/`)
  const known = new Set(before.map((one) => one.path))
  return {
    path,
    files,
    named: (name) => readNamed(name, top, here),
    shown: (source) => relative(here, resolve(top, source)) || source,
    unread: () => repository.skipped().filter((one) => !known.has(one.path) || concerns(one.path)),
  }
}

interface Opened {
  readonly top: string
  readonly repository: Repository
  readonly files: Files
}

/** A folder that a walk from above passes over (`node_modules`) is opened by itself. */
function openAbove(folder: string, here: string): Opened {
  const opened = open(topAround(folder, here))
  return opened.files.isDirectory(folder) ? opened : open(folder)
}

function open(top: string): Opened {
  const repository = openRepository(top, largestFile)
  const files = newFiles()
  files.mount(top, baseOf(repository))
  return { top, repository, files }
}

/**
 * The checkout; else where the command was given, if the folder is below it; else the parent, for the chart next door
 * (`file://../library`), unless that is the root of the whole machine.
 */
function topAround(folder: string, here: string): string {
  const checkout = topOfCheckout(folder)
  if (existsSync(join(checkout, '.git'))) return checkout
  if (here !== '/' && folder.startsWith(here + sep)) return here
  const parent = dirname(folder)
  return parent === dirname(parent) ? folder : parent
}

function readNamed(name: string, top: string, here: string): Text | Unreadable {
  try {
    return fileText(readOneFile(top, resolve(here, name)))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { problem: `cannot read ${name}: ${reasons[code ?? ''] ?? code ?? message}` }
  }
}

const reasons: Readonly<Record<string, string>> = { ENOENT: 'there is no such file', EISDIR: 'it is a directory' }

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}
