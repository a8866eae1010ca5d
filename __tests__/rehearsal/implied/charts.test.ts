import { chart, deliveredBy, deployment, failuresOf, workflow } from './delivered.ts'

const prod = 'image:\n  tag: "2"\n'
const api = chart('charts/api', 'api')
const plain = 'charts/api: Deployment/api acme/api:1'
const inProd = 'charts/api (prod): Deployment/api acme/api:2'
const inProduction = inProd.replace('prod', 'production')

it.each<[string, Record<string, string>, readonly string[]]>([
  ['a chart that nothing deploys', api, [plain]],
  [
    'a values file of an environment',
    { ...api, 'charts/api/values-dev.yaml': prod },
    [plain, 'charts/api (dev): Deployment/api acme/api:2'],
  ],
  ['production in place of the defaults', { ...api, 'charts/api/values-prod.yaml': prod }, [inProd]],
  ['a dot in the name', { ...api, 'charts/api/values.production.yaml': prod }, [inProduction]],
  ['the environment first', { ...api, 'charts/api/prod-values.yaml': prod }, [inProd]],
  ['a folder of values', { ...api, 'charts/api/values/prod.yaml': prod }, [inProd]],
  ['a folder for each environment', { ...api, 'charts/api/environments/prod/values.yaml': prod }, [inProd]],
  ['beside the chart, where it is alone', { ...api, 'charts/environments/prod/values.yaml': prod }, [inProd]],
  [
    'beside several charts, by name',
    {
      ...api,
      ...chart('charts/web', 'web'),
      'charts/environments/api-prod.yaml': prod,
    },
    [inProd, 'charts/web: Deployment/web acme/web:1'],
  ],
  [
    'not beside several charts without a name',
    {
      ...api,
      ...chart('charts/web', 'web'),
      'charts/environments/prod.yaml': prod,
    },
    [plain, 'charts/web: Deployment/web acme/web:1'],
  ],
  ['a file with other keys', { ...api, 'charts/api/values-prod.yaml': 'other: 1\n' }, [plain]],
  ['a cipher', { ...api, 'charts/api/values-prod.yaml': `${prod}sops:\n  version: 3\n` }, [plain]],
  ['a file to be filled in', { ...api, 'charts/api/values-prod.yaml': 'image:\n  tag: ${TAG}\n' }, [plain]],
  ['values of chart-testing', { ...api, 'charts/api/ci/prod-values.yaml': prod }, [plain]],
  ['an example', { ...api, 'charts/api/values-prod.example.yaml': prod }, [plain]],
  ['defaults to be filled in', { ...api, 'charts/api/values.yaml': 'image:\n  tag: <your-tag>\n' }, []],
  [
    'a comment that speaks of a placeholder',
    {
      ...api,
      'charts/api/values.yaml': 'image: # <name>\n  repository: acme/api\n  tag: "1"\n',
    },
    [plain],
  ],
  ['a library', { ...api, 'charts/api/Chart.yaml': 'apiVersion: v2\nname: api\nversion: 1.0.0\ntype: library\n' }, []],
  [
    'a chart within a chart',
    { ...api, ...chart('charts/api/charts/cache', 'cache') },
    ['charts/api: Deployment/api acme/cache:1, Deployment/api acme/api:1'],
  ],
  ['a test', chart('tests/charts/api', 'api'), []],
  ['a sample', chart('examples/api', 'api'), []],
  ['a chart for strangers', { ...api, 'ct.yaml': 'chart-dirs: [charts]\n' }, []],
  ['a chart that a workflow publishes', { ...api, ...workflow('helm push api.tgz oci://ghcr.io/acme') }, []],
  [
    'a chart for strangers that is also for production',
    {
      ...api,
      'ct.yaml': 'chart-dirs: [charts]\n',
      'charts/api/values-prod.yaml': prod,
    },
    [inProd],
  ],
  ['a chart that a workflow installs', { ...api, ...workflow('helm upgrade -i api ./charts/api') }, []],
  [
    'a chart that a workflow installs with values nobody knows',
    {
      ...api,
      ...workflow('helm upgrade -i api ./charts/api -f "$(fetch-values)"'),
    },
    [],
  ],
  ['a chart of a loop that nobody can follow', { ...api, ...workflow('helm upgrade -i api "./charts/$(pick)"') }, []],
  [
    'a chart whose values a workflow changes',
    {
      ...api,
      ...workflow('sed -i "s/tag:.*/tag: $GITHUB_SHA/" charts/api/values.yaml'),
    },
    [],
  ],
  ['a chart that is only checked', { ...api, ...workflow('helm lint charts/api') }, [plain]],
  [
    'a chart that Terraform installs',
    {
      ...api,
      'infra/main.tf': 'resource "helm_release" "api" {\n  chart = "../charts/api"\n}\n',
    },
    [],
  ],
])('%s', (_, files, expected) => {
  expect(deliveredBy(files)).toEqual(expected)
})

it('leaves a dependency of another chart to that one', () => {
  const shop = {
    'shop/Chart.yaml':
      'apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - name: api\n    version: 1.0.0\n    repository: file://../api\n',
    'shop/values.yaml': 'a: 1\n',
  }
  expect(deliveredBy({ ...chart('api', 'api'), ...shop }).filter((one) => one.startsWith('api'))).toEqual([])
})

it.each<[string, string, readonly string[]]>([
  ['a value that somebody gives', '{{ required "say where" .Values.host }}', []],
  [
    'a template that cannot be read',
    '{{ if }}',
    [expect.stringMatching(/^helm charts\/api\/templates\/x.yaml: parse error/)],
  ],
  ['a nil that another values file may fill', '{{ .Values.a.b.c }}', []],
])('fails for certain or not at all: %s', (_, template, expected) => {
  expect(failuresOf({ ...api, 'charts/api/templates/x.yaml': template })).toEqual(expected)
})

it('takes what is for a laptop for what it is', () => {
  expect(deliveredBy({ ...api, 'charts/api/values-minikube.yaml': prod })).toEqual([
    plain,
    'charts/api (minikube): Deployment/api acme/api:2',
  ])
})

it('is not told twice of a manifest in a chart', () => {
  expect(deliveredBy({ ...api, 'charts/api/extra/x.yaml': deployment('x', 'x') })).toEqual([plain])
})
