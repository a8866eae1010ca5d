#!/usr/bin/env node
// Writes what the built checker prints for every broken example. Read the difference before committing it.
import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
for (const name of readdirSync(join(root, 'examples')).filter((one) => one.startsWith('broken-'))) {
  const folder = join(root, 'examples', name)
  const { stdout } = spawnSync('node', [join(root, 'dist/cli.js'), folder, '--no-color'], { encoding: 'utf8' })
  writeFileSync(join(folder, 'expected.txt'), stdout)
}
