#!/usr/bin/env node
// npm run parity -- helm|kustomize <folder> [options]: renders all that is below the folder with the real tool and with ours, and
// prints where the two differ.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const [tool, ...rest] = process.argv.slice(2)
if (tool !== 'helm' && tool !== 'kustomize') {
  console.error('usage: npm run parity -- helm|kustomize <folder> [options]')
  process.exit(2)
}
const script = fileURLToPath(new URL(`parity-${tool}.mjs`, import.meta.url))
process.exit(spawnSync(process.execPath, [script, ...rest], { stdio: 'inherit' }).status ?? 1)
