import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { builtDist, folderOf, temporaryFolder } from '../built.ts'
import { hostile } from '../report/findings.ts'
import { type Seen, seenBy } from './runner.ts'

const dist = builtDist()
const [base, head, before] = ['b', 'a', 'c'].map((digit) => digit.repeat(40)) as [string, string, string]
const token = 'ghs_secret'

/** GitHub's API as far as the Action may ask it: reading may be refused, writing always is. */
interface Api {
  readonly requests: string[]
  answer: { readonly status: number; readonly body: unknown }
}

const api: Api = { requests: [], answer: { status: 200, body: { files: [] } } }
let server: Server

beforeAll(async () => {
  server = createServer((request, response) => {
    api.requests.push(`${request.method} ${request.url}`)
    const allowed = request.method === 'GET' && request.headers.authorization === `token ${token}`
    const refused = { status: 403, body: { message: 'Resource not accessible by integration' } }
    const { status, body } = allowed ? api.answer : refused
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

beforeEach(() => {
  api.requests.length = 0
  api.answer = { status: 200, body: { files: [] } }
})

interface Ran extends Seen {
  readonly code: number | null
  readonly output: string
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
}

interface Given {
  readonly inputs?: Readonly<Record<string, string>>
  readonly event?: readonly [name: string, payload: unknown]
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the built Action as the runner does: inputs, event and files by environment variables, in a checkout. */
async function run(workspace: string, { inputs = {}, event, env = {} }: Given = {}): Promise<Ran> {
  const temp = temporaryFolder()
  const file = (name: string, text = ''): string => {
    writeFileSync(join(temp, name), text)
    return join(temp, name)
  }
  const { PATH = '' } = process.env
  const environment = {
    PATH,
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__run',
    GITHUB_ACTION_REPOSITORY: 'acme/deploy-preflight',
    GITHUB_ACTION_REF: 'v1',
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SHA: head,
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: event?.[0] ?? 'workflow_dispatch',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event?.[1] ?? {})),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    RUNNER_TEMP: temp,
    INPUT_TOKEN: token,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...env,
  }
  const child = spawn(process.execPath, [join(dist, 'action.js')], { cwd: workspace, env: environment })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (data) => (output += data))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const read = (name: string): string => readFileSync(join(temp, name), 'utf8')
  return { ...seenBy(output), code, output, summary: read('summary'), outputs: outputsIn(read('output')) }
}

const outputsIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^([\w-]+)<<(.*)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [name, value]))

const workflow = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo\n'
const comment = '# preflight: ignore[image-tag-mismatch] gone\n'
const clean = folderOf({ '.github/workflows/ci.yml': workflow })
const warned = folderOf({ '.github/workflows/ci.yml': comment + workflow })
const misconfigured = folderOf({
  '.github/preflight.yml': Array.from({ length: 15 }, (_, index) => `key-${index}: 1\n`).join(''),
})

const repository = { full_name: 'acme/shop', default_branch: 'trunk' }
const pull = { base: { sha: base }, head: { sha: head } }
const fork = { ...pull, head: { sha: head, repo: { full_name: 'stranger/shop', fork: true } } }

describe('a clean repository', () => {
  it('passes: no annotation, a short summary, outputs and a report', async () => {
    const { code, annotations, summary, outputs } = await run(clean)
    expect({ code, annotations }).toEqual({ code: 0, annotations: [] })
    expect(summary).toMatch(/^## ✅ deploy-preflight\n/)
    expect(outputs).toMatchObject({ verdict: 'pass', 'error-count': '0', 'warning-count': '0', 'notice-count': '0' })
    expect(JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8'))).toMatchObject({ version: 1, findings: [] })
    expect(api.requests).toEqual([])
  })
})

describe('the gate', () => {
  it.each([
    [{}, 0, 'pass'],
    [{ 'fail-on': 'warning' }, 1, 'fail'],
    [{ 'fail-on': 'warning', 'min-severity': 'error' }, 1, 'fail'],
    [{ 'fail-on': 'never' }, 0, 'pass'],
  ])('with %j exits with %d', async (inputs, expected, verdict) => {
    const { code, outputs } = await run(warned, { inputs })
    expect(code).toBe(expected)
    expect(outputs).toMatchObject({ verdict, 'warning-count': '1' })
  })

  it('says once, calmly, why it fails', async () => {
    const { annotations } = await run(warned, { inputs: { 'fail-on': 'warning' } })
    expect(annotations).toMatchObject([
      { kind: 'warning', properties: { file: '.github/workflows/ci.yml', title: 'ignore-needless' } },
      { kind: 'error', message: 'deploy-preflight: 1 warning: this delivery is not ready', properties: {} },
    ])
  })

  it('keeps within the ten errors that are shown, its own included, and names the rest', async () => {
    const { code, annotations, dropped, outputs } = await run(misconfigured)
    expect({ code, dropped }).toEqual({ code: 1, dropped: 0 })
    expect(annotations.filter(({ kind }) => kind === 'error')).toHaveLength(10)
    expect(annotations.at(-1)?.message).toBe('deploy-preflight: the configuration cannot be used: 15 errors')
    expect(annotations.find(({ kind }) => kind === 'notice')?.message).toBe(
      '6 more findings without an annotation: see the job summary',
    )
    expect(outputs).toMatchObject({ verdict: 'config-invalid' })
  })

  it.each([
    [{ 'fail-on': 'info' }, 'the input fail-on takes error, warning, notice, never, not "info"'],
    [{ 'min-severity': 'all' }, 'the input min-severity takes notice, warning, error, not "all"'],
    [{ 'max-annotations': 'many' }, 'the input max-annotations takes a number, not "many"'],
    [{ summary: 'yes' }, 'the input summary takes true, false, not "yes"'],
    [{ path: 'nowhere' }, 'nowhere is not a directory; is the repository checked out?'],
    [{ config: 'nowhere.yml' }, 'cannot read nowhere.yml'],
  ])('is told about %j', async (inputs, message) => {
    const { code, annotations } = await run(clean, { inputs })
    expect(code).toBe(1)
    expect(annotations).toHaveLength(1)
    expect(annotations[0]?.message).toContain(message)
  })
})

describe('inputs', () => {
  it('max-annotations: 0 annotates nothing', async () => {
    const { annotations } = await run(warned, { inputs: { 'max-annotations': '0' } })
    expect(annotations).toEqual([])
  })

  it('summary: false writes none, and points to the log', async () => {
    const { summary, annotations } = await run(misconfigured, { inputs: { summary: 'false' } })
    expect(summary).toBe('')
    expect(annotations.find(({ kind }) => kind === 'notice')?.message).toContain('see the log of this step')
  })

  it('path: a folder of the repository; annotations count from its top', async () => {
    const workspace = folderOf({
      'services/api/.github/workflows/ci.yml': comment + workflow,
      '.git/HEAD': `${before}\n`,
    })
    const { annotations, summary } = await run(workspace, { inputs: { path: 'services/api' } })
    expect(annotations[0]?.properties).toMatchObject({ file: 'services/api/.github/workflows/ci.yml' })
    expect(summary).toContain(`/blob/${before}/services/api/.github/workflows/ci.yml#L1`)
  })

  it('path: a checkout beside others; annotations count from its own top', async () => {
    const workspace = folderOf({ 'shop/.github/workflows/ci.yml': comment + workflow, 'shop/.git/HEAD': `${before}\n` })
    const { annotations } = await run(workspace, { inputs: { path: 'shop' } })
    expect(annotations[0]?.properties).toMatchObject({ file: '.github/workflows/ci.yml' })
  })

  it('config: another file', async () => {
    const workspace = folderOf({ 'a/b.yml': 'rulez: {}\n', '.github/workflows/ci.yml': workflow })
    const { annotations } = await run(workspace, { inputs: { config: 'a/b.yml' } })
    expect(annotations[0]).toMatchObject({ properties: { file: 'a/b.yml', line: '1', title: 'config-invalid' } })
  })
})

describe('changed lines', () => {
  const asked = (from: string): readonly string[] => [`GET /repos/acme/shop/compare/${from}...${head}`]

  it.each([
    ['a pull request', ['pull_request', { repository, pull_request: pull }], asked(base)],
    ['a pull request of a fork', ['pull_request', { repository, pull_request: fork }], asked(base)],
    ['a merge queue', ['merge_group', { repository, merge_group: { base_sha: base, head_sha: head } }], asked(base)],
    ['a push', ['push', { repository, before, after: head }], asked(before)],
    ['a push of a new branch', ['push', { repository, before: '0'.repeat(40), after: head }], []],
    ['a push that deletes', ['push', { repository, before, after: '0'.repeat(40) }], []],
    ['a manual run', ['workflow_dispatch', { repository }], []],
    ['a payload that is none', ['pull_request', 'nonsense'], []],
    ['hostile commits', ['push', { repository, before: '../../x', after: head }], []],
  ] as const)('are asked for %s', async (_, event, requests) => {
    const { code, annotations } = await run(warned, { event })
    expect({ code, shown: annotations.length }).toEqual({ code: 0, shown: 1 })
    expect(api.requests.map(decodeURIComponent)).toEqual(requests)
  })

  it('come first among their kind', async () => {
    api.answer = {
      status: 200,
      body: { files: [{ filename: '.github/preflight.yml', status: 'modified', patch: '@@ -13,1 +13,2 @@\n x\n+y' }] },
    }
    const { annotations } = await run(misconfigured, { event: ['pull_request', { repository, pull_request: pull }] })
    expect(annotations[0]?.properties).toMatchObject({ line: '14' })
    expect(annotations[1]?.properties).toMatchObject({ line: '1' })
  })

  it.each([
    ['a token that may not', { status: 403, body: { message: 'Resource not accessible by integration' } }],
    ['a commit that is gone', { status: 404, body: { message: 'Not Found' } }],
    ['a broken answer', { status: 200, body: 'nonsense' }],
    ['an error that shouts', { status: 422, body: { message: 'no\n::error::forged ##[error]forged' } }],
  ])('are done without for %s', async (_, answer) => {
    api.answer = answer
    const { code, annotations, output, outputs } = await run(warned, {
      event: ['pull_request', { repository, pull_request: fork }],
    })
    expect({ code, shown: annotations.length, outputs }).toMatchObject({
      code: 0,
      shown: 1,
      outputs: { verdict: 'pass' },
    })
    expect(output).not.toContain(token)
  })

  it('are not asked for without a token, or with nothing to annotate', async () => {
    const event = ['pull_request', { repository, pull_request: pull }] as const
    await run(warned, { event, env: { INPUT_TOKEN: '' } })
    await run(clean, { event })
    expect(api.requests).toEqual([])
  })
})

describe('an environment that lacks something', () => {
  it.each([
    ['a summary file', { GITHUB_STEP_SUMMARY: '' }],
    ['an event file', { GITHUB_EVENT_PATH: '/nowhere' }],
    ['a temporary folder', { RUNNER_TEMP: '' }],
    ['the action’s own repository', { GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' }],
  ])('%s', async (_, env) => {
    const { code, annotations } = await run(warned, { env })
    expect({ code, shown: annotations.length }).toEqual({ code: 0, shown: 1 })
  })
})

describe('the page of a rule', () => {
  it('is linked in the repository and at the ref of the action', async () => {
    const { annotations } = await run(warned)
    expect(annotations[0]?.message).toContain(
      'https://github.com/acme/deploy-preflight/blob/v1/dist/rules/ignore-needless.md',
    )
    expect(existsSync(join(dist, 'rules/ignore-needless.md'))).toBe(true)
  })
})

describe('an action that is used as ./', () => {
  it('links to no page of the repository that is checked', async () => {
    const { annotations } = await run(warned, { env: { GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' } })
    expect(annotations[0]?.message).not.toContain('acme/shop/blob')
  })
})

describe('a hostile repository', () => {
  it('says nothing but what we say', async () => {
    const workspace = temporaryFolder()
    mkdirSync(join(workspace, '.github/workflows'), { recursive: true })
    for (const [index, evil] of hostile.entries()) {
      const name = evil.replace(/[/\0]/g, '_').slice(0, 80)
      writeFileSync(
        join(workspace, `.github/workflows/${index}${name}.yml`),
        `# preflight: ignore[${evil}] x\n${workflow}`,
      )
    }
    const { code, annotations, dropped, commands, output, summary } = await run(workspace)
    expect({ code, dropped, commands }).toEqual({ code: 0, dropped: 0, commands: ['group', 'endgroup'] })
    for (const { properties } of annotations)
      expect(properties).toMatchObject({
        title: expect.stringMatching(/^(?:ignore-needless|file-not-understood|deploy-preflight)$/),
      })
    expect(`${output}${summary}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  })
})
