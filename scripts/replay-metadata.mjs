#!/usr/bin/env node
// Makes __tests__/tools/docker/fixtures/metadata-action.json again: the cases of docker/metadata-action's own test tables,
// as data. Usage: node scripts/replay-metadata.mjs <checkout of docker/metadata-action> <its commit>
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const [checkout, commit] = process.argv.slice(2)
if (!checkout || !commit) {
  console.error('usage: node scripts/replay-metadata.mjs <checkout of docker/metadata-action> <its commit>')
  process.exit(2)
}

/** Stands in for every import of the test file: it records the rows of `test.each`, and calls nothing. */
const stub = `
  export const groups = []
  let current
  export const describe = (name, body) => { current = { name, rows: [] }; groups.push(current); body() }
  const each = (rows) => { current?.rows.push(...rows); return () => {} }
  export const test = Object.assign(() => {}, { each })
  export const it = test
  export const beforeEach = () => {}
  export const expect = () => {}
  const chain = () => ({ mockImplementation: chain, mockReturnValue: chain })
  export const vi = { spyOn: chain, mock: () => {}, clearAllMocks: () => {}, fn: chain }
  export class GitHub {}
  export class Toolkit {}
  export class Meta {}
  export const ContextSource = { workflow: 'workflow', git: 'git' }
  export const getContext = () => {}
  export const getInputs = () => {}
`
const bundle = await build({
  stdin: {
    contents: `export { groups } from 'vitest'; import ${JSON.stringify(join(checkout, '__tests__/meta.test.ts'))}`,
    resolveDir: checkout,
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  logLevel: 'error',
  plugins: [
    {
      name: 'stubs',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^vitest$|^dotenv$|^@|^\.\.\/src\// }, () => ({ path: 'stub', namespace: 'stub' }))
        onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: stub }))
      },
    },
  ],
})
const { groups } = await import(`data:text/javascript,${encodeURIComponent(bundle.outputFiles[0].text)}`)

const wanted = ['null', 'push', 'tag', 'latest', 'pr', 'pr-head-sha', 'schedule', 'release', 'raw']
const fixture = (name) => readFileSync(join(checkout, '__tests__', name), 'utf8')

/** What of an environment and its event the action looks at. */
function eventOf(file) {
  const env = Object.fromEntries(
    fixture(`fixtures/${file}`)
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).replace(/^"(.*)"$/, '$1')]),
  )
  const payload = env.GITHUB_EVENT_PATH ? JSON.parse(fixture(env.GITHUB_EVENT_PATH.replace('./__tests__/', ''))) : {}
  const event = env.GITHUB_EVENT_NAME ?? ''
  return {
    event,
    ref: event.includes('pull_request_target') ? `refs/pull/${payload.number}/merge` : (env.GITHUB_REF ?? ''),
    sha: env.GITHUB_SHA ?? '',
    payloadBranch: payload.repository?.default_branch,
    baseRef: payload.base_ref?.replace(/^refs\/heads\//, '') ?? payload.pull_request?.base?.ref ?? '',
    headSha: payload.pull_request?.head?.sha,
  }
}

const cases = groups
  .filter((group) => wanted.includes(group.name))
  .flatMap((group) =>
    group.rows.map(([name, file, inputs, version, tags]) => ({
      group: group.name,
      name,
      ...eventOf(file),
      inputs,
      version: { main: version.main ?? '', latest: version.latest ?? false },
      tags,
    })),
  )

const target = join(
  dirname(dirname(fileURLToPath(import.meta.url))),
  '__tests__/tools/docker/fixtures/metadata-action.json',
)
const source = {
  source: 'https://github.com/docker/metadata-action/blob/HEAD/__tests__/meta.test.ts',
  commit,
  license: 'Apache-2.0, Copyright 2013-2018 Docker, Inc.',
  madeBy: 'scripts/replay-metadata.mjs',
  defaultBranch: JSON.parse(fixture('fixtures/repo.json')).default_branch,
}
writeFileSync(target, `${JSON.stringify({ ...source, cases }, null, 1)}\n`)
console.log(`${cases.length} cases`)
