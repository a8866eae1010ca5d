import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArguments } from '../../src/arguments.ts'
import { renderCommand } from '../../src/render-command.ts'
import { builtDist, folderOf } from '../built.ts'

const fixtures = join(process.cwd(), '__tests__/render/helm/fixtures')
const kustomizations = join(process.cwd(), '__tests__/render/kustomize/fixtures')

function rendered(words: readonly string[], cwd: string): ReturnType<typeof renderCommand> {
  const parsed = parseArguments(['render', ...words])
  if (parsed.kind !== 'render') throw new Error(JSON.stringify(parsed))
  return renderCommand(parsed, cwd)
}

/** The words of a recorded request, as somebody would type them. */
function wordsOf(folder: string): readonly string[] {
  const path = join(folder, 'request.json')
  const request = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
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

describe('render prints what helm template printed', () => {
  it.each(readdirSync(fixtures))('%s', (name) => {
    const folder = join(fixtures, name)
    const outcome = rendered(wordsOf(folder), folder)
    const expected = join(folder, 'expected.yaml')
    if (existsSync(expected)) expect(outcome).toEqual({ kind: 'text', text: readFileSync(expected, 'utf8') })
    else expect(outcome.kind).toBe('fails')
  })
})

it('prints what kustomize build printed', () => {
  const { recorded } = JSON.parse(readFileSync(join(kustomizations, '../recorded.json'), 'utf8'))
  for (const name of ['anchors', 'images', 'config-map-generator'])
    expect(rendered([name], kustomizations)).toEqual({ kind: 'text', text: recorded[name].prints })
})

describe('the built command', () => {
  const dist = builtDist()
  const folder = folderOf({
    'chart/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 0.1.0\n',
    'chart/values.yaml': 'image:\n  repository: example/web\n  tag: "1"\n',
    'chart/templates/pod.yaml':
      'kind: Pod\nspec:\n  image: {{ .Values.image.repository }}:{{ required "no tag" .Values.image.tag }}\n',
    'prod.yaml': 'image:\n  tag: "2"\n',
  })
  const run = (...words: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, 'cli.js'), 'render', ...words], {
      cwd: folder,
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  }

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
