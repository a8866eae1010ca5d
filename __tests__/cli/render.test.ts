import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { parseArguments } from '../../src/arguments.ts'
import { renderCommand } from '../../src/render-command.ts'
import { openAround } from '../../src/repository/around.ts'
import { builtDist, folderOf } from '../built.ts'

const fixtures = join(process.cwd(), '__tests__/render/helm/fixtures')
const kustomizations = join(process.cwd(), '__tests__/render/kustomize/fixtures')
const dist = builtDist()

function runIn(folder: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, 'cli.js'), 'render', ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

const textOf = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

/** The words of a recorded request, as somebody would type them. */
function wordsOf(folder: string): readonly string[] {
  const request = JSON.parse(textOf(join(folder, 'request.json')) ?? '{}')
  const each = (option: string, values: readonly string[] = []): readonly string[] =>
    values.flatMap((value) => [option, value])
  return [
    'chart',
    ...['--release', request.release ?? 'release', '--kube-version', request.kubernetes ?? '1.30.0'],
    ...each('-f', request.values),
    ...['set', 'set-string', 'set-file', 'set-json', 'set-literal'].flatMap((kind) => each(`--${kind}`, request[kind])),
    ...each('--api-versions', request.apiVersions),
    ...(request.namespace ? ['--namespace', request.namespace] : []),
    ...(request.includeCrds ? ['--include-crds'] : []),
  ]
}

/** What Helm recorded; where Helm 4 has nothing of its own, it did as Helm 3. */
function recorded(folder: string, helm: '3' | '4'): string | undefined {
  const own = ['expected-4.yaml', 'expected-4.error'].some((name) => existsSync(join(folder, name)))
  return textOf(join(folder, helm === '4' && own ? 'expected-4.yaml' : 'expected.yaml'))
}

/** What the command prints or says, without starting a program for each of hundreds of fixtures. */
function outcomeIn(folder: string, ...words: readonly string[]): ReturnType<typeof renderCommand> {
  const parsed = parseArguments(['render', ...words])
  if (parsed.kind !== 'render') throw new Error(JSON.stringify(parsed))
  const around = openAround(parsed.path, folder)
  return 'problem' in around ? { kind: 'mistake', message: around.problem } : renderCommand(parsed, around)
}

describe.each(['3', '4'] as const)('render prints what helm %s template printed', (helm) => {
  it.each(readdirSync(fixtures))('%s', (name) => {
    const folder = join(fixtures, name)
    const expected = recorded(folder, helm)
    const outcome = outcomeIn(folder, ...wordsOf(folder), '--helm', helm)
    if (expected !== undefined) expect(outcome).toEqual({ kind: 'text', text: expected })
    else {
      const message = expect.stringMatching(/^(?:chart\/\S+:\d+:\d+|\(command line\) .*?): /)
      expect(outcome).toEqual({ kind: 'fails', message })
    }
  })
})

describe('render prints what kustomize build printed', () => {
  const builds = JSON.parse(readFileSync(join(kustomizations, '../recorded.json'), 'utf8')).recorded
  it.each(readdirSync(kustomizations))('%s', (name) => {
    const outcome = outcomeIn(kustomizations, name)
    const prints = builds[name]?.prints
    if (prints !== undefined) expect(outcome).toEqual({ kind: 'text', text: prints })
    else expect(outcome).toEqual({ kind: 'fails', message: expect.stringMatching(/^\S+\/\S+:\d+:\d+: /) })
  })
})

describe('the built command', () => {
  const folder = folderOf({
    'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 0.1.0\n',
    'chart/values.yaml': 'image:\n  repository: example/web\n  tag: "1"\n',
    'chart/templates/pod.yaml':
      'kind: Pod\nspec:\n  image: {{ .Values.image.repository }}:{{ required "no tag" .Values.image.tag }}\n',
    'prod.yaml': 'image:\n  tag: "2"\n',
  })
  const run = (...words: readonly string[]) => runIn(folder, ...words)

  it('takes values in the order of precedence', () => {
    expect(run('chart', '-f', 'prod.yaml')).toMatchObject({
      status: 0,
      stdout: '---\n# Source: web/templates/pod.yaml\nkind: Pod\nspec:\n  image: example/web:2\n',
    })
    expect(run('chart', '-f', 'prod.yaml', '--set', 'image.tag=3').stdout).toContain('example/web:3\n')
  })

  it('shows the places to edit', () => {
    const { stdout } = run('chart', '-f', 'prod.yaml', '--origins')
    expect(stdout).toContain('kind: Pod  # chart/templates/pod.yaml:1:7\n')
    expect(stdout).toContain('  image: example/web:2  # chart/values.yaml:2:15, prod.yaml:2:9\n')
    expect(run('chart', '--set', 'image.tag=3', '--origins').stdout).toContain(', (command line) image.tag=3\n')
  })

  it('exits 1 with the innermost place of an error', () => {
    expect(run('chart', '--set', 'image.tag=')).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^chart\/templates\/pod\.yaml:3:\d+: .*no tag/),
    })
  })

  it('exits 2 for what it cannot read or does not know', () => {
    expect(run('chart', '-f', 'none.yaml')).toMatchObject({ status: 2, stdout: '' })
    expect(run('nowhere')).toMatchObject({ status: 2, stdout: '' })
    expect(run()).toMatchObject({ status: 2, stdout: '' })
    expect(run('chart', '--sett', 'a=b').stderr).toContain('did you mean --set?')
    expect(run('chart', '--helm', '2').stderr).toContain('--helm takes 3, 4, not "2"')
  })
})

describe('where the files lie', () => {
  const chart = (name: string, more = ''): string => `apiVersion: v2\nname: ${name}\nversion: 0.1.0\n${more}`
  const needs = 'dependencies:\n- name: lib\n  version: 0.1.0\n  repository: file://../lib\n'
  const folder = folderOf({
    'charts/web/Chart.yaml': chart('web', needs),
    'charts/web/values.yaml': 'a: 1\n',
    'charts/web/templates/a.yaml': 'a: {{ .Values.a }}\n"q k": {{ .Values.a }}\nmap:\n  b: {{ .Values.c }}\n',
    'charts/lib/Chart.yaml': chart('lib'),
    'charts/lib/templates/b.yaml': 'b: lib\n',
    'charts/alone/Chart.yaml': chart('alone', needs.replace('lib\n', 'gone\n')),
    'values/a.yaml': 'a: 2\n',
    'values/long.txt': 'three',
    'values.yaml': 'a: 9\n',
    'neither/readme.txt': '',
    'both/Chart.yaml': chart('both'),
    'both/templates/a.yaml': 'a: chart\n',
    'both/kustomization.yaml': 'resources: []\n',
    'overlay/kustomization.yaml': 'resources:\n- ../base\n',
    'base/kustomization.yaml': 'resources:\n- a.yaml\n',
    'base/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n',
    'node_modules/web/Chart.yaml': chart('web'),
    'node_modules/web/templates/a.yaml': 'a: here\n',
    'large/Chart.yaml': chart('large'),
    'large/crds/a.yaml': `kind: ${'a'.repeat(2 * 1024 * 1024)}\n`,
    'huge/Chart.yaml': chart('huge'),
    'huge/crds/a.yaml': `kind: ${'a'.repeat(6 * 1024 * 1024)}\n`,
    'private/Chart.yaml': chart('private'),
    'private/templates/a.yaml': 'a: b\nc: "\ue000"\n',
  })
  const web = join(folder, 'charts/web')
  const rendered = (a: string) =>
    `---\n# Source: web/charts/lib/templates/b.yaml\nb: lib\n---\n# Source: web/templates/a.yaml\na: ${a}\n"q k": ${a}\nmap:\n  b:\n`

  it.each<[string, string, readonly string[], string]>([
    ['the chart next door, from above', '.', ['charts/web'], '1'],
    ['the chart next door, from within', 'charts/web', ['.'], '1'],
    ['the chart next door, from elsewhere', 'values', ['../charts/web'], '1'],
    ['an absolute path', 'values', [web], '1'],
    ['a values file elsewhere', 'charts/web', ['.', '-f', '../../values/a.yaml'], '2'],
    ['a file of --set-file elsewhere', 'charts/web', ['.', '--set-file', 'a=../../values/long.txt'], 'three'],
    ['an absolute file of --set-file', 'charts/web', ['.', '--set-file', `a=${folder}/values/long.txt`], 'three'],
  ])('%s', (_, cwd, words, a) => {
    expect(runIn(join(folder, cwd), ...words)).toEqual({ status: 0, stdout: rendered(a), stderr: '' })
  })

  it('builds on what lies above, without a checkout', () => {
    const files = folderOf({
      'overlays/eu/prod/kustomization.yaml': 'resources:\n- ../../../base\n',
      'base/kustomization.yaml': 'resources:\n- a.yaml\n',
      'base/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n',
    })
    const { stdout } = runIn(join(files, 'overlays'), 'eu/prod', '--origins')
    expect(stdout).toContain('  name: a  # ../base/a.yaml:4:9\n')
  })

  it.each<[string, string, string]>([
    ['what lies outside of the checkout', '../../outside', '../outside was not read: it lies outside of the checkout'],
    ['a link that leads elsewhere', '../linked', 'linked was not read: it is a link that leads elsewhere'],
  ])('does not call missing %s', (_, resource, message) => {
    const files = folderOf({
      'checkout/.git/HEAD': 'ref: refs/heads/main\n',
      'checkout/overlay/kustomization.yaml': `resources:\n- ${resource}\n`,
      'outside/kustomization.yaml': 'resources: []\n',
    })
    symlinkSync('../outside', join(files, 'checkout/linked'))
    expect(runIn(join(files, 'checkout'), 'overlay')).toEqual({
      status: 1,
      stdout: '',
      stderr: `cannot be rendered here: ${message}\n`,
    })
  })

  it('follows a link to a file, without a checkout', () => {
    const files = folderOf({
      'web/Chart.yaml': chart('web'),
      'web/templates/a.yaml': 'a: {{ .Values.a }}\n',
      'shared.yaml': 'a: linked\n',
    })
    symlinkSync('../shared.yaml', join(files, 'web/values.yaml'))
    expect(runIn(files, 'web', '--origins').stdout).toContain('a: linked  # shared.yaml:1:4\n')
  })

  it('names the empty value that a default stands in for', () => {
    const files = folderOf({
      'web/Chart.yaml': chart('web', 'appVersion: "2"\n'),
      'web/values.yaml': 'image:\n  tag: ""\n',
      'web/templates/a.yaml': 'a: {{ .Values.image.tag | default .Chart.AppVersion }}\n',
    })
    expect(runIn(files, 'web', '--origins').stdout).toContain(
      'a: 2  # web/Chart.yaml:4:14 instead of web/values.yaml:2:8\n',
    )
  })

  it('opens the enclosing checkout', () => {
    const checkout = folderOf({
      '.git/HEAD': 'ref: refs/heads/main\n',
      'deep/overlays/prod/kustomization.yaml': 'resources:\n- ../../../base\n',
      'base/kustomization.yaml': 'resources:\n- a.yaml\n',
      'base/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n',
    })
    const { stdout } = runIn(join(checkout, 'deep/overlays/prod'), '.', '--origins')
    expect(stdout).toContain('  name: a  # ../../../base/a.yaml:4:9\n')
  })

  it('says what it did not render, and why', () => {
    expect(runIn(folder, 'charts/alone').stderr).toMatch(
      /^cannot be rendered here: .*missing in charts\/ directory: gone/,
    )
    expect(runIn(folder, 'huge', '--include-crds')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'cannot be rendered here: huge/crds/a.yaml was not read: larger than 5 MiB\n',
    })
    expect(runIn(folder, 'private')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^private\/templates\/a\.yaml:2:5: cannot be rendered here: /),
    })
  })

  it('prints large files whole', () => {
    const { stdout } = runIn(folder, 'large', '--include-crds')
    expect(stdout.length).toBe('---\n# Source: large/crds/a.yaml\nkind: \n'.length + 2 * 1024 * 1024)
  })

  it('takes a directory with both for a chart', () => {
    expect(runIn(folder, 'both').stdout).toContain('a: chart\n')
    expect(runIn(folder, 'overlay').stdout).toContain('kind: ConfigMap\n')
    expect(runIn(folder, 'node_modules/web').stdout).toContain('a: here\n')
  })

  it('shows places as seen from where it was asked, for lines that have a value', () => {
    const { stdout } = runIn(web, '.', '-f', '../../values.yaml', '--origins')
    expect(stdout).toContain('a: 9  # ../../values.yaml:1:4\n"q k": 9  # ../../values.yaml:1:4\nmap:\n  b:')
  })

  it.each<[string, readonly string[], string]>([
    ['a directory that is neither', ['neither'], 'neither has neither a Chart.yaml nor a kustomization'],
    ['a file that is no chart', ['neither/readme.txt'], 'has neither a Chart.yaml'],
    ['a directory of values', ['charts/web', '-f', 'values'], 'cannot read values: it is a directory'],
    ['no such values', ['charts/web', '-f', 'none.yaml'], 'cannot read none.yaml: there is no such file'],
    ['options of charts', ['overlay', '--set', 'a=b'], 'which takes no option but --origins'],
  ])('exits 2 for %s', (_, words, message) => {
    expect(runIn(folder, ...words)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) })
  })

  it.each(['', 'Bad_Name', 'a.-b', 'a'.repeat(54)])('refuses the release name "%s" as helm does', (name) => {
    const { status, stderr } = runIn(folder, 'charts/web', `--release=${name}`)
    expect(status).toBe(1)
    expect(stderr).toContain(`release name "${name}": `)
  })
})
