import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A new directory outside the project. */
export const temporaryFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'deploy-preflight-')))

/** Bundles the program somewhere else, as `dist` is bundled: nothing of the project is near it. */
export function builtDist(): string {
  const out = join(temporaryFolder(), 'dist')
  execFileSync(process.execPath, ['scripts/build.mjs', '--out', out])
  return out
}

/** Writes files (by path relative to a new directory) and answers that directory. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}
