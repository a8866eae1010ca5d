import { fileText } from '../../../src/source/text.ts'
import { unknown } from '../../../src/source/unknown.ts'
import { workspacePath } from '../../../src/world/files.ts'
import { rehearse } from './rehearsal.ts'

const chart = {
  'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'chart/values.yaml': 'a: 1\n',
  'prod.yaml': 'a: 2\n',
}

describe('helm upgrade and install', () => {
  it.each<[string, string | undefined, string | undefined, string | undefined, boolean]>([
    ['helm upgrade --install shop ./chart -n prod --wait --timeout 10m', 'shop', './chart', 'prod', true],
    ['helm upgrade shop ./chart --install --namespace=prod --atomic', 'shop', './chart', 'prod', true],
    ['helm -n prod upgrade -i shop chart', 'shop', 'chart', 'prod', false],
    ['helm install shop oci://ghcr.io/acme/shop --version 1.2.3', 'shop', 'oci://ghcr.io/acme/shop', undefined, false],
    ['helm install ./chart --generate-name', undefined, './chart', undefined, false],
    ['helm upgrade --install shop ./chart --rollback-on-failure', 'shop', './chart', undefined, true],
    ['helm upgrade --install shop ./chart --wait=false', 'shop', './chart', undefined, false],
    ['helm secrets upgrade --install shop ./chart -f secrets.yaml', 'shop', './chart', undefined, false],
    ['helm3 upgrade --create-namespace --history-max 3 shop ./chart', 'shop', './chart', undefined, false],
  ])('%s', (line, name, path, namespace, wait) => {
    const { run, events } = rehearse(chart)
    run(line)
    const [release] = events('release')
    expect([release?.name?.value, release?.chart?.value, release?.namespace?.value, release?.wait]).toEqual([
      name,
      path,
      namespace,
      wait,
    ])
    expect(events('wait').map((event) => event.target.value)).toEqual(wait ? [`release/${name}`] : [])
  })

  it('keeps values and settings in order', () => {
    const { run, events } = rehearse(chart)
    run(
      `helm upgrade --install shop ./chart -f a.yaml,b.yaml --values=prod.yaml --set a=1,b=2 --set-string c=3 --set-json 'd={"e": 1}' --set-literal f=g --set-file h=i`,
    )
    const [release] = events('release')
    expect(release?.valuesFiles.map((path) => path.value)).toEqual(['a.yaml', 'b.yaml', 'prod.yaml'])
    expect(release?.settings.map(({ kind, text }) => `${kind} ${text.value}`)).toEqual([
      'set a=1,b=2',
      'set-string c=3',
      'set-json d={"e": 1}',
      'set-literal f=g',
      'set-file h=i',
    ])
  })

  it('names what is missing', () => {
    const { run, events } = rehearse(chart)
    run('helm upgrade --install shop ./charts/shop')
    run('helm upgrade --install shop ./chart -f staging.yaml')
    run('helm upgrade --install redis bitnami/redis')
    expect(events('missing-file').map((event) => event.path.value)).toEqual(['./charts/shop', 'staging.yaml'])
  })

  it.each([
    'helm upgrade --install shop ./chart --dry-run',
    'helm upgrade --install shop ./chart --dry-run=server',
    'helm template shop ./chart',
    'helm lint ./chart',
    'helm list',
  ])('%s is no release', (line) => {
    const { run, events } = rehearse(chart)
    run(line)
    expect(events('release')).toEqual([])
  })

  it('talks to the context it is told', () => {
    const { run, events } = rehearse(chart)
    run('helm upgrade --install shop ./chart --kube-context kind-test')
    expect(events('release')[0]?.cluster.provider).toBe('local')
  })

  it('forgets a release', () => {
    const { run, events } = rehearse(chart)
    run('helm uninstall shop -n prod')
    expect(events('delete').map(({ target, namespace }) => [target.value, namespace?.value])).toEqual([
      ['release/shop', 'prod'],
    ])
  })
})

it('fetches dependencies that nobody can look into', () => {
  const dependencies =
    'dependencies:\n- {name: redis, version: 1.x, repository: https://charts.example.com}\n- {name: local}\n'
  const { run, machine } = rehearse({ 'chart/Chart.yaml': `name: shop\n${dependencies}` })
  run('helm dependency update ./chart')
  expect(machine.files.list(`${workspacePath}/chart/charts`)).toEqual(['redis-1.x.tgz'])
})

it('packages a chart that can be installed later', () => {
  const { run, events } = rehearse(chart)
  run('helm package chart -d out')
  run('helm package chart --version 2.0.0')
  run('helm upgrade --install shop ./out/shop-1.0.0.tgz')
  run('helm upgrade --install shop ./shop-2.0.0.tgz')
  expect(events('missing-file')).toEqual([])
  run('helm upgrade --install shop ./shop-3.0.0.tgz')
  expect(events('missing-file')).toHaveLength(1)
  run('helm pull oci://ghcr.io/acme/shop --untar')
  run('helm upgrade --install shop ./other')
  expect(events('missing-file')).toHaveLength(1)
})

it('signs in to a registry', () => {
  const { run, machine, names } = rehearse()
  const token = unknown(names, 'secrets.GITHUB_TOKEN', 'secrets.GITHUB_TOKEN')
  const stdin = fileText({ path: 'in', text: `${token}\n` })
  run('helm registry login ghcr.io/acme -u bot --password-stdin', stdin)
  run('helm registry login registry.example.com --username bot --password hunter2')
  expect(machine.logins.map(({ registry, credential }) => [registry.value, credential])).toEqual([
    ['ghcr.io', 'github-token'],
    ['registry.example.com', 'other'],
  ])
})

describe('a chart that was packed here', () => {
  const files = {
    ...chart,
    'chart/values.yaml': 'tag: latest\n',
    'chart/templates/pod.yaml':
      'apiVersion: v1\nkind: Pod\nmetadata: {name: shop}\nspec: {containers: [{name: a, image: "acme/shop:{{ .Values.tag }}-{{ .Chart.Version }}-{{ .Chart.AppVersion }}"}]}\n',
  }
  const images = ({ pulls }: ReturnType<typeof rehearse>): readonly string[] =>
    pulls().map((pull) => pull.replace(/^.*acme\/shop:(\S+).*$/, '$1'))

  it.each<[string, readonly string[], readonly string[]]>([
    ['as it is', ['helm package chart', 'helm upgrade --install shop ./shop-1.0.0.tgz'], ['latest-1.0.0-']],
    [
      'with another version',
      [
        'helm package ./chart --version 2.0.0 --app-version abc -d out',
        'helm install shop out/shop-2.0.0.tgz --set tag=x',
      ],
      ['x-2.0.0-abc'],
    ],
    [
      'moved',
      ['helm package -u chart', 'mkdir -p a/b', 'mv shop-1.0.0.tgz a/b/chart.tgz', 'helm upgrade shop a/b/chart.tgz'],
      ['latest-1.0.0-'],
    ],
    [
      'as it was then',
      ['helm package chart', 'rm chart/values.yaml', 'helm upgrade shop shop-1.0.0.tgz -f prod.yaml'],
      ['latest-1.0.0-'],
    ],
    [
      'through a registry',
      [
        'helm package chart --version 3.0.0',
        'helm push shop-3.0.0.tgz oci://ghcr.io/acme/charts/',
        'helm upgrade -i shop oci://ghcr.io/acme/charts/shop --version 3.0.0',
      ],
      ['latest-3.0.0-'],
    ],
    [
      'another version of a registry',
      [
        'helm package chart',
        'helm push shop-1.0.0.tgz oci://ghcr.io/acme/charts',
        'helm upgrade -i shop oci://ghcr.io/acme/charts/shop --version 0.9.0',
        'helm upgrade -i shop oci://ghcr.io/acme/charts/shop',
        'helm upgrade -i shop oci://ghcr.io/acme/shop --version 1.0.0',
      ],
      [],
    ],
  ])('%s', (_, lines, expected) => {
    const rehearsal = rehearse(files)
    for (const line of lines) rehearsal.run(line)
    expect(images(rehearsal)).toEqual(expected)
    expect(rehearsal.events('missing-file')).toEqual([])
  })

  it('is the one that an artifact brings', () => {
    const rehearsal = rehearse(files)
    rehearsal.run('helm package chart -d out')
    rehearsal.run('rm -rf out')
    rehearsal.run('helm upgrade shop dist/shop-1.0.0.tgz')
    rehearsal.machine.files.blur()
    rehearsal.run('helm upgrade shop dist/shop-1.0.0.tgz')
    rehearsal.run('helm upgrade shop dist/other-1.0.0.tgz')
    expect(images(rehearsal)).toEqual(['latest-1.0.0-'])
  })
})
