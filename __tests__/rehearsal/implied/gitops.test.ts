import { chart, deliveredBy, deployment, failuresOf, kustomization, storiesOf, workflow } from './delivered.ts'

const manifest = (apiVersion: string, kind: string, name: string, spec: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: agents\nspec:\n${spec.replace(/^(?=.)/gm, '  ')}`
const application = (source: string, name = 'shop', url = 'https://github.com/acme/shop.git'): string =>
  manifest(
    'argoproj.io/v1alpha1',
    'Application',
    name,
    `source:\n  repoURL: ${url}\n${source.replace(/^(?=.)/gm, '  ')}destination:\n  namespace: live\n`,
  )
/** What the agents deliver, without the manifests that speak to them. */
const delivered = (files: Record<string, string>): readonly string[] =>
  deliveredBy(files).filter((one) => !/^(?:argocd|flux|clusters)/.test(one))
const api = chart('charts/api', 'api')
const k8s = { 'k8s/api.yaml': deployment('api', 'acme/api:1'), 'k8s/sub/web.yaml': deployment('web', 'acme/web:1') }
const overlay = {
  'k8s/prod/kustomization.yaml': kustomization('api.yaml'),
  'k8s/prod/api.yaml': deployment('api', 'acme/api:1'),
}

describe('an Application of Argo CD delivers', () => {
  it.each<[string, string, Record<string, string>, readonly string[]]>([
    [
      'a folder',
      'path: k8s\n',
      k8s,
      ['k8s (shop): Deployment/api live acme/api:1', 'k8s/sub: Deployment/web acme/web:1'],
    ],
    [
      'a folder and what is below',
      'path: k8s\ndirectory:\n  recurse: true\n',
      k8s,
      ['k8s (shop): Deployment/api live acme/api:1, Deployment/web live acme/web:1'],
    ],
    [
      'some files of a folder',
      "path: k8s\ndirectory:\n  recurse: true\n  include: 'sub/*'\n",
      k8s,
      ['k8s (shop): Deployment/web live acme/web:1', 'k8s: Deployment/api acme/api:1'],
    ],
    ['a kustomization', 'path: k8s/prod\n', overlay, ['k8s/prod (shop): Deployment/api live acme/api:1']],
    [
      'a kustomization with another image',
      'path: ./k8s/prod/\nkustomize:\n  namePrefix: my-\n  images:\n    - acme/api=ghcr.io/acme/api:7\n',
      overlay,
      ['k8s/prod (shop): Deployment/my-api live ghcr.io/acme/api:7'],
    ],
    ['a chart', 'path: charts/api\n', api, ['charts/api (shop): Deployment/shop live acme/api:1']],
    [
      'a chart under another name',
      'path: charts/api\nhelm:\n  releaseName: api\n',
      api,
      ['charts/api (shop): Deployment/api live acme/api:1'],
    ],
    [
      'a chart with values',
      'path: charts/api\nhelm:\n  values: |\n    image:\n      tag: "3"\n',
      api,
      ['charts/api (shop): Deployment/shop live acme/api:3'],
    ],
    [
      'a chart with an object of values',
      'path: charts/api\nhelm:\n  valuesObject:\n    image:\n      tag: "3"\n      repository: x/y\n',
      api,
      ['charts/api (shop): Deployment/shop live x/y:3'],
    ],
    [
      'a chart with parameters',
      'path: charts/api\nhelm:\n  values: "image: { tag: 3 }"\n  parameters:\n    - name: image.tag\n      value: "4"\n      forceString: true\n',
      api,
      ['charts/api (shop): Deployment/shop live acme/api:4'],
    ],
    [
      'a chart with values files',
      'path: charts/api\nhelm:\n  valueFiles:\n    - ../../values/prod.yaml\n',
      {
        ...api,
        'values/prod.yaml': 'image: { tag: 5 }\n',
      },
      ['charts/api (shop): Deployment/shop live acme/api:5'],
    ],
    ['nothing of another repository', 'path: k8s/prod\n', {}, []],
  ])('%s', (_, source, files, expected) => {
    expect(delivered({ ...files, 'argocd/shop.yaml': application(source) })).toEqual(expected)
  })

  it('through several sources', () => {
    const url = 'https://github.com/acme/shop'
    const spec = `sources:\n  - repoURL: ${url}\n    path: charts/api\n    helm:\n      valueFiles: [$here/values/prod.yaml]\n  - repoURL: ${url}\n    ref: here\n`
    const app = manifest('argoproj.io/v1alpha1', 'Application', 'shop', spec)
    expect(delivered({ ...api, 'values/prod.yaml': 'image: { tag: 5 }\n', 'argocd/a.yaml': app })).toEqual([
      'charts/api (shop): Deployment/shop acme/api:5',
    ])
  })

  it.each([
    ['another repository', application('path: k8s/prod\n', 'shop', 'https://github.com/other/shop')],
    ['a tag', application('path: k8s/prod\ntargetRevision: v1.2.3\n')],
    ['a plugin', application('path: k8s/prod\nplugin:\n  name: x\n')],
    ['what a cluster has printed', application('path: k8s/prod\n').replace('namespace: agents', 'uid: 1-2')],
  ])('nothing of %s', (_, text) => {
    expect(delivered({ ...overlay, 'argocd/shop.yaml': text })).toEqual(['k8s/prod: Deployment/api acme/api:1'])
  })

  it('what a placeholder for this repository says', () => {
    const text = application('path: k8s/prod\n', 'shop', 'https://github.com/<your-name>/shop')
    expect(delivered({ ...overlay, 'argocd/shop.yaml': text })).toEqual([
      'k8s/prod (shop): Deployment/api live acme/api:1',
    ])
  })

  it('applications, and what they deliver', () => {
    const files = {
      ...overlay,
      'argocd/root.yaml': application('path: gitops/apps\n', 'root'),
      'gitops/apps/kustomization.yaml': kustomization('shop.yaml'),
      'gitops/apps/shop.yaml': application('path: k8s/prod\n'),
    }
    expect(delivered(files)).toEqual([
      'gitops/apps (root): Application/shop agents',
      'k8s/prod (shop): Deployment/api live acme/api:1',
    ])
  })

  it('what a workflow tells it to', () => {
    const files = {
      ...overlay,
      'argocd/shop.yaml': application('path: k8s/prod\n'),
      ...workflow('kubectl apply -f argocd/shop.yaml'),
    }
    expect(delivered(files)).toEqual(['k8s/prod (shop): Deployment/api live acme/api:1'])
  })

  it('with a failure where everything is known', () => {
    const broken = { ...api, 'charts/api/templates/x.yaml': '{{ required "say where" .Values.host }}' }
    expect(failuresOf({ ...broken, 'argocd/a.yaml': application('path: charts/api\n') })).toEqual([
      expect.stringContaining('helm charts/api/templates/x.yaml: execution error'),
    ])
  })

  it('for a reason that it tells', () => {
    const runs = storiesOf({ ...overlay, 'argocd/a.yaml': application('path: k8s/prod\n') }).flatMap((one) => one.runs)
    expect(runs.map((run) => run.reason)).toContain('Argo CD syncs k8s/prod for the Application shop')
  })
})

describe('an ApplicationSet makes applications', () => {
  const set = (generators: string, path: string, extra = ''): string =>
    manifest(
      'argoproj.io/v1alpha1',
      'ApplicationSet',
      'all',
      `generators:\n${generators}template:\n  metadata:\n    name: 'shop-{{name}}'\n  spec:\n    source:\n      repoURL: https://github.com/acme/shop\n      path: '${path}'\n${extra}    destination:\n      namespace: '{{name}}'\n`,
    )
  const list =
    '  - list:\n      elements:\n        - name: a\n          tag: "7"\n        - name: b\n          tag: "8"\n'
  const both = {
    'envs/a/kustomization.yaml': kustomization('x.yaml'),
    'envs/a/x.yaml': deployment('x', 'acme/x:1'),
    'envs/b/kustomization.yaml': kustomization('x.yaml'),
    'envs/b/x.yaml': deployment('x', 'acme/x:2'),
  }

  it('of a list', () => {
    expect(delivered({ ...both, 'argocd/set.yaml': set(list, 'envs/{{ name }}') })).toEqual([
      'envs/a (shop-a): Deployment/x a acme/x:1',
      'envs/b (shop-b): Deployment/x b acme/x:2',
    ])
  })

  it('of directories', () => {
    const git =
      '  - git:\n      repoURL: https://github.com/acme/shop\n      directories:\n        - path: envs/*\n        - path: envs/b\n          exclude: true\n'
    const text = set(git, '{{.path.path}}').replaceAll('{{name}}', '{{.path.basename}}')
    expect(delivered({ ...both, 'argocd/set.yaml': text })).toEqual([
      'envs/a (shop-a): Deployment/x a acme/x:1',
      'envs/b: Deployment/x acme/x:2',
    ])
  })

  it('with values of each', () => {
    const helm = "      helm:\n        parameters:\n          - name: image.tag\n            value: '{{tag}}'\n"
    expect(delivered({ ...api, 'argocd/set.yaml': set(list, 'charts/api', helm) })).toEqual([
      'charts/api (shop-a): Deployment/shop-a a acme/api:7',
      'charts/api (shop-b): Deployment/shop-b b acme/api:8',
    ])
  })

  it('of clusters that nobody knows', () => {
    const [first] = delivered({ ...both, 'argocd/set.yaml': set('  - clusters: {}\n', 'envs/a') })
    expect(first).toMatch(/^envs\/a .*: Deployment\/x .+ acme\/x:1$/)
  })
})

describe('Flux delivers', () => {
  const source = manifest(
    'source.toolkit.fluxcd.io/v1',
    'GitRepository',
    'shop',
    'url: ssh://git@github.com/acme/shop\n',
  )
  const foreign = manifest(
    'source.toolkit.fluxcd.io/v1',
    'GitRepository',
    'shop',
    'url: https://github.com/other/thing\n',
  )
  const kustomize = (spec: string): string =>
    manifest(
      'kustomize.toolkit.fluxcd.io/v1',
      'Kustomization',
      'apps',
      `sourceRef:\n  kind: GitRepository\n  name: shop\n${spec}`,
    )
  const release = (spec: string, chartPath = './charts/api'): string =>
    manifest(
      'helm.toolkit.fluxcd.io/v2',
      'HelmRelease',
      'api',
      `chart:\n  spec:\n    chart: ${chartPath}\n    sourceRef:\n      kind: GitRepository\n      name: shop\n${spec}`,
    )

  it.each<[string, Record<string, string>, readonly string[]]>([
    [
      'a kustomization',
      { ...overlay, 'clusters/a.yaml': kustomize('path: ./k8s/prod\ntargetNamespace: live\n') },
      ['k8s/prod (apps): Deployment/api live acme/api:1'],
    ],
    [
      'a kustomization with other images',
      {
        ...overlay,
        'clusters/a.yaml': kustomize('path: ./k8s/prod\nimages:\n  - name: acme/api\n    newTag: "9"\n'),
      },
      ['k8s/prod (apps): Deployment/api acme/api:9'],
    ],
    [
      'a kustomization with substitutes',
      {
        'k8s/prod/kustomization.yaml': kustomization('api.yaml'),
        'k8s/prod/api.yaml': deployment('api', '"acme/api:${tag}"'),
        'clusters/a.yaml': kustomize('path: ./k8s/prod\npostBuild:\n  substitute:\n    tag: "6"\n'),
      },
      ['k8s/prod (apps): Deployment/api acme/api:6'],
    ],
    [
      'a folder of everything',
      { ...k8s, 'clusters/a.yaml': kustomize('path: ./k8s\n') },
      ['k8s (apps): Deployment/api acme/api:1, Deployment/web acme/web:1'],
    ],
    [
      'a folder of kustomizations',
      { ...overlay, 'k8s/web.yaml': deployment('web', 'acme/web:1'), 'clusters/a.yaml': kustomize('path: ./k8s\n') },
      ['k8s (apps): Deployment/web acme/web:1', 'k8s/prod (apps): Deployment/api acme/api:1'],
    ],
    [
      'nothing of another source',
      { ...overlay, 'flux/s.yaml': foreign, 'clusters/a.yaml': kustomize('path: ./k8s/prod\n') },
      ['k8s/prod: Deployment/api acme/api:1'],
    ],
    [
      'a chart',
      { ...api, 'flux/s.yaml': source, 'clusters/a.yaml': release('values:\n  image:\n    tag: "5"\n') },
      ['charts/api (api): Deployment/api agents acme/api:5'],
    ],
    [
      'a chart with values of a ConfigMap',
      {
        ...api,
        'clusters/a.yaml': kustomize('path: ./apps\n'),
        'apps/values.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: v, namespace: agents }\ndata:\n  values.yaml: |\n    image: { tag: 7, repository: x/y }\n',
        'apps/api.yaml': release('valuesFrom:\n  - { kind: ConfigMap, name: v }\nvalues:\n  image:\n    tag: "8"\n'),
      },
      ['apps (apps): HelmRelease/api agents, ConfigMap/v agents', 'charts/api (api): Deployment/api agents x/y:8'],
    ],
    [
      'a release that a kustomization patches',
      {
        ...api,
        'clusters/a.yaml': kustomize('path: ./apps/prod\n'),
        'apps/base/kustomization.yaml': kustomization('api.yaml'),
        'apps/base/api.yaml': release('values:\n  image:\n    tag: "5"\n'),
        'apps/prod/kustomization.yaml': `${kustomization('../base')}patches:\n  - patch: |-\n      apiVersion: helm.toolkit.fluxcd.io/v2\n      kind: HelmRelease\n      metadata: { name: api, namespace: agents }\n      spec: { values: { image: { tag: "6" } } }\n`,
      },
      ['apps/prod (apps): HelmRelease/api agents', 'charts/api (api): Deployment/api agents acme/api:6'],
    ],
  ])('%s', (_, files, expected) => {
    expect(delivered(files)).toEqual(expected)
  })
})
