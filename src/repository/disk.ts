import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '../source/span.ts'
import type { Repository } from './repository.ts'

/** Opens a directory. */
export function openRepository(root: string): Repository {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/(?:^|\/)(?:\.git|node_modules)(?:\/|$)/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
  const read = (path: string): Source | undefined => {
    try {
      return { path, text: readFileSync(join(root, path), 'utf8').replace(/[\ue000-\uf8ff]/g, '\ufffd') }
    } catch {
      return undefined
    }
  }
  return { paths, read, skipped: [] }
}
