#!/usr/bin/env node
// Records what a real bash, with GNU tools, makes of the scripts in __tests__/shell/cases/*.txt: standard output, status and
// files, each in an empty directory. Needs bash 5.2 and coreutils; HOME is /github/home as on the rehearsed machine.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), '__tests__/shell/cases')

function record(script) {
  const directory = mkdtempSync(join(tmpdir(), 'shell-'))
  const code = join(mkdtempSync(join(tmpdir(), 'code-')), 'script.sh')
  writeFileSync(code, script)
  const { stdout, status } = spawnSync('bash', [code], {
    cwd: directory,
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', HOME: '/github/home' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 10_000,
  })
  const files = Object.fromEntries(
    readdirSync(directory, { recursive: true })
      .map((name) => join(directory, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => [relative(directory, path), readFileSync(path, 'utf8')]),
  )
  rmSync(directory, { recursive: true })
  rmSync(dirname(code), { recursive: true })
  return { script, status, stdout, files }
}

for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
  const scripts = readFileSync(join(folder, name), 'utf8').replace(/\n$/, '').split('\n%%\n')
  const recorded = scripts.map(record)
  writeFileSync(join(folder, name.replace(/\.txt$/, '.json')), `${JSON.stringify(recorded, undefined, 1)}\n`)
  console.log(`${name}: recorded ${scripts.length} scripts`)
}
