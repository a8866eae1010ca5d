import { realpathSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { fileText, type Text } from '../source/text.ts'
import type { Files } from '../world/files.ts'
import { type Folders, isCheckout, isFolder, openFolders } from './folders.ts'
import { topOfCheckout } from './git.ts'
import { readOneFile } from './one-file.ts'
import type { Skipped } from './repository.ts'

/** What somebody named on the command line, and what lies around it. */
export interface Around {
  /** The real path of what was named. */
  readonly path: string
  /** The enclosing checkout and nothing else or, where there is none, what is referred to, wherever it lies. */
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

/** Finds what was named. */
export function openAround(given: string, cwd: string): Around | Unreadable {
  const path = realPath(resolve(cwd, given))
  if (path === undefined) return { problem: `cannot read ${given}: there is no such file` }
  const here = realpathSync(cwd)
  const { top, files, skipped } = openTop(isFolder(path) ? path : dirname(path))
  const before = new Set(skipped().map((one) => one.path))
  const inner = relative(top, path).split(sep).join('/')
  const concerns = (other: string): boolean =>
    other === '' || inner === '' || other === inner || other.startsWith(`${inner}/`)
  return {
    path,
    files,
    named: (name) => readNamed(name, top, here),
    shown: (source) => relative(here, resolve(top, source)) || '.',
    unread: () => skipped().filter((one) => !before.has(one.path) || concerns(one.path)),
  }
}

/** The checkout, else the folder. What a walk from above passes over (`node_modules`) is opened by itself. */
function openTop(folder: string): Folders {
  const checkout = topOfCheckout(folder)
  if (!isCheckout(checkout)) return openFolders(folder, 'open')
  const opened = openFolders(checkout, 'refuse')
  return opened.files.isDirectory(folder) ? opened : openFolders(folder, 'open')
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
