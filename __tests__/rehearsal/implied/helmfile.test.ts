import { chart, deliveredBy } from './delivered.ts'

const api = chart('charts/api', 'api')
const release = (rest: string): string =>
  `releases:\n  - name: shop\n    namespace: live\n    chart: ./charts/api\n${rest}`
const plain = 'charts/api: Deployment/api acme/api:1'

it.each<[string, string, readonly string[]]>([
  ['a release', release(''), ['charts/api (shop): Deployment/shop live acme/api:1']],
  [
    'values in it',
    release('    values:\n      - image:\n          tag: "2"\n'),
    ['charts/api (shop): Deployment/shop live acme/api:2'],
  ],
  [
    'values beside it',
    release('    values:\n      - prod.yaml\n'),
    ['charts/api (shop): Deployment/shop live acme/api:3'],
  ],
  [
    'a setting',
    release('    set:\n      - name: image.tag\n        value: v4\n'),
    ['charts/api (shop): Deployment/shop live acme/api:v4'],
  ],
  [
    'environments',
    `environments:\n  dev: {}\n  prod: {}\n---\n${release('    values:\n      - {{ .Environment.Name }}.yaml\n')}`,
    [
      'charts/api (shop, dev): Deployment/shop live acme/api:5',
      'charts/api (shop, prod): Deployment/shop live acme/api:3',
    ],
  ],
  ['a template that is not understood', release('    values:\n      - "{{ .Values.file }}"\n'), [plain]],
  ['a release that is not installed', release('    installed: false\n'), [plain]],
  ['a chart from elsewhere', release('').replace('./charts/api', 'bitnami/redis'), [plain]],
])('%s', (_, text, expected) => {
  const values = { 'prod.yaml': 'image: { tag: 3 }\n', 'dev.yaml': 'image: { tag: 5 }\n' }
  expect(deliveredBy({ ...api, ...values, 'helmfile.yaml': text })).toEqual(expected)
})
