#!/usr/bin/env node
import { basename } from 'node:path'
import { loadSources } from './sources.mjs'

const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('usage: implied.mjs FOLDER…')
  process.exit(2)
}

const { rehearse, openRepository, eventsOf, noFacts } = await loadSources([
  "export { rehearse } from './src/rehearsal/rehearsal.ts'",
  "export { openRepository } from './src/repository/disk.ts'",
  "export { eventsOf, noFacts } from './src/world/world.ts'",
])
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
