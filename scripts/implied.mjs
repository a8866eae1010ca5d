#!/usr/bin/env node
// Lists every implied delivery of repositories, with the reason why it counts as one and how many objects it brings.
// usage: implied.mjs FOLDER… ; a folder called <owner>__<name> is taken for that repository
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('usage: implied.mjs FOLDER…')
  process.exit(2)
}

async function loadRehearsal() {
  const out = mkdtempSync(join(tmpdir(), 'implied-'))
  const file = join(out, 'rehearsal.mjs')
  await build({
    stdin: {
      contents: `export { rehearse } from './src/rehearsal/rehearsal.ts'
export { openRepository } from './src/repository/disk.ts'
export { eventsOf, noFacts } from './src/world/world.ts'`,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: file,
    logLevel: 'error',
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  })
  const loaded = await import(pathToFileURL(file))
  rmSync(out, { recursive: true })
  return loaded
}

const { rehearse, openRepository, eventsOf, noFacts } = await loadRehearsal()
for (const folder of folders) {
  const name = basename(folder)
  const repository = name.includes('__') ? name.replace('__', '/') : undefined
  const facts = { ...noFacts, repository }
  const stories = rehearse({ repository: openRepository(folder), facts, sha: undefined })
  const runs = stories.flatMap(({ runs, world }) => runs.filter((run) => run.implied).map((run) => ({ run, world })))
  console.log(`${name}: ${runs.length}`)
  for (const { run, world } of runs) {
    const objects = eventsOf(world, 'apply').filter((event) => event.run === run).length
    const failure = eventsOf(world, 'render-failure').find((event) => event.run === run)
    console.log(`  ${run.job}  [${objects} objects]  ${run.reason ?? 'no reason'}`)
    if (failure) console.log(`    fails: ${failure.at.source.path}: ${failure.message}`)
  }
  const missed = new Set(
    stories.flatMap(({ world }) => [...world.notModelled.keys()].filter((one) => /^(?:helm|kustomize): /.test(one))),
  )
  for (const one of missed) console.log(`  not rendered: ${one}`)
}
