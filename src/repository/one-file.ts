import { readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import type { Source } from '../source/span.ts'

/** A file that somebody names, read as files of the repository are; its path is relative to `root` where it lies within. */
export function readOneFile(root: string, file: string): Source {
  const path = relative(root, file).split(sep).join('/')
  const text = readFileSync(file, 'utf8').replace(/[\ue000-\uf8ff]/g, '\ufffd')
  return { path: path.startsWith('../') ? file.split(sep).join('/') : path, text }
}
