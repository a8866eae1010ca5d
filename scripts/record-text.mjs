#!/usr/bin/env node
// Records what real GNU tools make of the scripts in __tests__/tools/text/scripts.txt, each in a fresh directory with the
// files beside it. Needs bash, coreutils, GNU sed, grep, gawk or mawk, gettext's envsubst, jq.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), '__tests__/tools/text')
const variables = { IMAGE: 'ghcr.io/acme/app', TAG: '1.2.3', REGISTRY: 'reg.example.com', HOST_NAME: 'a.example.com' }

const filesIn = (directory) =>
  readdirSync(directory, { recursive: true })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile())

function record(script) {
  const directory = mkdtempSync(join(tmpdir(), 'text-'))
  cpSync(join(folder, 'files'), directory, { recursive: true })
  const before = new Map(filesIn(directory).map((path) => [path, readFileSync(path, 'utf8')]))
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', ...variables }
  let stdout
  let status = 0
  try {
    stdout = execFileSync('bash', ['-c', script], {
      cwd: directory,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (error) {
    stdout = error.stdout
    status = error.status
  }
  const files = {}
  for (const path of filesIn(directory)) {
    const text = readFileSync(path, 'utf8')
    if (before.get(path) !== text) files[relative(directory, path)] = text
    before.delete(path)
  }
  for (const path of before.keys()) files[relative(directory, path)] = null
  rmSync(directory, { recursive: true })
  return { script, status, stdout, files }
}

const scripts = readFileSync(join(folder, 'scripts.txt'), 'utf8').replace(/\n$/, '').split('\n%%\n')
writeFileSync(
  join(folder, 'recorded.json'),
  `${JSON.stringify({ variables, cases: scripts.map(record) }, undefined, 1)}\n`,
)
console.log(`recorded ${scripts.length} scripts`)
