import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seenBy } from '../action/runner.ts'
import { builtDist, folderOf, temporaryFolder } from '../built.ts'
import { hostile } from '../report/findings.ts'

const dist = builtDist()

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function run(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  cwd = temporaryFolder(),
): Ran {
  const { PATH = '' } = process.env
  const env = { PATH, ...environment }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, 'cli.js'), ...words], {
    cwd,
    env,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, err: stderr }
}

const workflow = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo\n'
const needless = folderOf({
  '.github/workflows/ci.yml': `# preflight: ignore[image-tag-mismatch] gone\n${workflow}`,
})
const misconfigured = folderOf({ '.github/preflight.yml': 'rulez: {}\n', '.github/workflows/ci.yml': workflow })
const clean = folderOf({ '.github/workflows/ci.yml': workflow })

describe('the build', () => {
  it('has what it needs beside it, and says whose it is', () => {
    const files = readdirSync(dist, { recursive: true }).map(String)
    expect(files).toEqual(expect.arrayContaining(['action.js', 'cli.js', 'licenses.txt', 'package.json', 'rules']))
    expect(files.filter((name) => /-[0-9A-Z]{8}\.js$/.test(name))).toEqual([])
    expect(readFileSync(join(dist, 'cli.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(statSync(join(dist, 'cli.js')).mode & 0o111).not.toBe(0)
    for (const name of ['@actions/core', 'ajv', 'undici', 'yaml'])
      expect(readFileSync(join(dist, 'licenses.txt'), 'utf8')).toContain(`\n${name} `)
  })

  it('is compared with what is there, byte for byte', () => {
    const check = (): number | null =>
      spawnSync(process.execPath, ['scripts/build.mjs', '--check', '--out', copy], { encoding: 'utf8' }).status
    const copy = builtDist()
    expect(check()).toBe(0)
    writeFileSync(join(copy, 'extra.js'), '')
    expect(check()).toBe(1)
  })

  it('brings nothing of GitHub Actions into the command line', () => {
    const seen = new Set<string>()
    const visit = (name: string): void => {
      if (seen.has(name)) return
      seen.add(name)
      const text = readFileSync(join(dist, name), 'utf8')
      expect(text).not.toMatch(/node_modules\/@actions\/(?:core|github|http-client)/)
      for (const [, next] of text.matchAll(/from "\.\/([\w.-]+\.js)"|^import "\.\/([\w.-]+\.js)"/gm))
        if (next) visit(next)
    }
    visit('cli.js')
    expect(seen.size).toBeGreaterThan(1)
  })
})

describe('exit codes', () => {
  it.each([
    ['a clean repository', [clean], 0],
    ['an empty folder', [temporaryFolder()], 0],
    ['warnings', [needless], 0],
    ['warnings that fail', [needless, '--fail-on', 'warning'], 1],
    ['warnings that fail, unseen', [needless, '--fail-on', 'warning', '--min-severity', 'error'], 1],
    ['notices that would fail', [needless, '--fail-on=notice'], 1],
    ['never', [needless, '--fail-on', 'never'], 0],
    ['a configuration that is none', [misconfigured], 2],
    ['another configuration that is none', [clean, '--config', join(misconfigured, '.github/preflight.yml')], 2],
    ['no such configuration', [clean, '--config', 'nowhere.yml'], 2],
    ['no such folder', ['nowhere'], 2],
    ['a file for a folder', [join(clean, '.github/workflows/ci.yml')], 2],
    ['an unknown option', ['--formt', 'json'], 2],
    ['an unknown format', ['--format', 'xml'], 2],
    ['an unknown severity', ['--fail-on', 'info'], 2],
    ['an option without its value', ['--config'], 2],
    ['a repository that is none', ['--repository', 'shop'], 2],
    ['two paths', ['a', 'b'], 2],
    ['an output that cannot be written', [clean, '--output', 'no/such/folder/x'], 2],
    ['an unknown rule', ['explain', 'image-tag-missmatch'], 2],
    ['no rule', ['explain'], 2],
    ['a rule that is a path', ['explain', '../package'], 2],
    ['a page', ['explain', 'config-invalid'], 0],
    ['a map', ['trace', clean], 0],
    ['a map of what would fail', ['trace', needless, '--fail-on', 'warning'], 0],
    ['a map without a configuration', ['trace', misconfigured], 2],
    ['the version', ['--version'], 0],
    ['help', ['--help'], 0],
  ])('%s', (_, words, code) => {
    const { code: actual, out, err } = run(words)
    expect({ actual, err }).toMatchObject({ actual: code })
    if (code === 2) expect(err + out).toMatch(/^(?:deploy-preflight: |error\[config-invalid\])/)
    if (code === 0) expect(err).toBe('')
  })
})

describe('what is printed', () => {
  it('is text, with the place and the verdict', () => {
    const { out } = run([needless])
    expect(out).toContain('warning[ignore-needless]: no finding of image-tag-mismatch is silenced here')
    expect(out).toContain('╭─ .github/workflows/ci.yml:1:3\n')
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^✓ 1 warning: /)
  })

  it('is JSON, and nothing else', () => {
    expect(JSON.parse(run([needless, '--format', 'json']).out)).toMatchObject({
      version: 1,
      summary: { verdict: 'pass', errors: 0, warnings: 1, notices: 0 },
      findings: [{ rule: 'ignore-needless', path: '.github/workflows/ci.yml', line: 1, column: 3, endLine: 1 }],
    })
  })

  it('is the same from another place, and in a file', () => {
    const [folder, file] = [temporaryFolder(), join(temporaryFolder(), 'report.json')]
    const { out } = run([needless, '--format', 'json'])
    expect(run(['.', '--format', 'json', '--output', file], {}, needless).out).toBe('')
    expect(readFileSync(file, 'utf8')).toBe(out)
    expect(run(['--format', 'json', needless], {}, folder).out).toBe(out)
  })

  it('is workflow commands', () => {
    const { annotations } = seenBy(run([needless, '--format', 'github']).out)
    expect(annotations).toMatchObject([
      { kind: 'warning', properties: { file: '.github/workflows/ci.yml', line: '1', title: 'ignore-needless' } },
    ])
  })

  it('counts paths of workflow commands from the top of the checkout', () => {
    const root = folderOf({
      '.git/HEAD': '',
      'a/b/.github/workflows/ci.yml': `# preflight: ignore[x-y] z\n${workflow}`,
    })
    const { annotations } = seenBy(run([join(root, 'a/b'), '--format', 'github']).out)
    expect(annotations[0]?.properties).toMatchObject({ file: 'a/b/.github/workflows/ci.yml' })
  })

  it.each([
    [{}, [], false],
    [{ FORCE_COLOR: '1' }, [], true],
    [{ FORCE_COLOR: '0' }, [], false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
    [{ FORCE_COLOR: '1', NO_COLOR: '' }, [], true],
    [{ FORCE_COLOR: '1' }, ['--no-color'], false],
    [{ FORCE_COLOR: '1' }, ['--format', 'json'], false],
  ])('has colour when it should: %j %j %j', (environment, words, expected) => {
    expect(run([needless, ...words], environment).out.includes('\u001b[')).toBe(expected)
  })

  it('is the page of a rule', () => {
    expect(run(['explain', 'ignore-needless']).out).toMatch(/^# ignore-needless\n/)
    expect(run(['explain', 'ignore-needles']).err).toContain('did you mean "ignore-needless"?')
  })

  it('is the version of the package', () => {
    expect(run(['--version']).out).toBe(`${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`)
  })

  it('may be read by somebody who stops reading', () => {
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `"${process.execPath}" "${join(dist, 'cli.js')}" "${needless}" | true; exit \${PIPESTATUS[0]}`],
      { encoding: 'utf8' },
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})

describe('a hostile repository', () => {
  const evilFiles = hostile.flatMap((evil, index) => {
    const name = evil.replace(/[/\0]/g, '_').slice(0, 80)
    return [[`.github/workflows/${index}${name}.yml`, `# preflight: ignore[${evil}] x\n${workflow}`]]
  })
  const root = folderOf(Object.fromEntries(evilFiles))
  const evilConfig = folderOf({
    '.github/preflight.yml': hostile.map((evil) => `${JSON.stringify(evil)}: 1\n`).join(''),
  })

  it.each(['text', 'json', 'github'])('does nothing to %s', (format) => {
    for (const folder of [root, evilConfig]) {
      const { out, err, code } = run([folder, '--format', format, '--fail-on', 'never'], { FORCE_COLOR: '1' })
      const { annotations, dropped, commands } = seenBy(out)
      expect({ err, commands, dropped }).toEqual({ err: '', commands: [], dropped: 0 })
      expect(code).toBe(folder === root ? 0 : 2)
      const titles = new Set(annotations.map(({ properties: { title } }) => title))
      for (const ours of ['ignore-needless', 'file-not-understood', 'config-invalid', 'deploy-preflight'])
        titles.delete(ours)
      expect([...titles]).toEqual([])
      if (format === 'text')
        expect(out.replace(/\u001b\[[\d;]*m/g, '')).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
        )
    }
  })

  it('is named in JSON as it is on the disk', () => {
    const { findings } = JSON.parse(run([root, '--format', 'json']).out)
    expect(findings.length).toBeGreaterThan(5)
    for (const { path } of findings) expect(existsSync(join(root, path))).toBe(true)
  })
})
