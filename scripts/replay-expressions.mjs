#!/usr/bin/env node
// Takes GitHub's own expression cases out of a clone of actions/languageservices (MIT) into __tests__/expression/fixtures.
// Usage: node scripts/replay-expressions.mjs <clone or bare repository> [commit]
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [repository, commit = 'HEAD'] = process.argv.slice(2)
if (!repository) {
  console.error('usage: node scripts/replay-expressions.mjs <clone of actions/languageservices> [commit]')
  process.exit(2)
}
const git = (...args) => execFileSync('git', ['-C', repository, ...args], { encoding: 'utf8' })
const folder = 'expressions/testdata'
const files = git('ls-tree', '--name-only', commit, `${folder}/`)
  .split('\n')
  .filter((name) => name.endsWith('.json'))

const cases = files.flatMap((path) =>
  Object.entries(JSON.parse(git('show', `${commit}:${path}`))).flatMap(([group, list]) =>
    list.map((one) => ({ file: basename(path, '.json'), group, ...one })),
  ),
)
const out = join(dirname(dirname(fileURLToPath(import.meta.url))), '__tests__/expression/fixtures')
mkdirSync(out, { recursive: true })
const source = {
  repository: 'https://github.com/actions/languageservices',
  commit: git('rev-parse', commit).trim(),
  folder,
  license: 'MIT, Copyright GitHub',
}
writeFileSync(join(out, 'languageservices.json'), `${JSON.stringify({ source, cases }, null, 1)}\n`)
writeFileSync(join(out, 'LICENSE-languageservices'), git('show', `${commit}:LICENSE`))
console.log(`${cases.length} cases of ${files.length} files`)
