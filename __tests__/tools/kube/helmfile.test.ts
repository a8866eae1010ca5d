import { spanText } from '../../../src/source/span.ts'
import { fileText } from '../../../src/source/text.ts'
import { show } from '../../../src/source/unknown.ts'
import { workspacePath } from '../../../src/world/files.ts'
import { pullsOf } from '../../../src/world/pulls.ts'
import { type Rehearsal, rehearse } from './rehearsal.ts'

const chart = {
  'charts/api/Chart.yaml': 'apiVersion: v2\nname: api\nversion: 1.0.0\n',
  'charts/api/values.yaml': 'tag: latest\n',
  'charts/api/templates/api.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: "{{ .Release.Name }}"}
spec:
  template:
    spec:
      containers: [{name: api, image: "acme/api:{{ .Values.tag }}"}]
`,
}
const helmfile = `environments:
  default: {}
  prod:
    values: [{tag: prod, region: eu}]
---
releases:
- name: api
  chart: ./charts/api
  namespace: shop
  labels: {tier: web}
  values: [values.yaml.gotmpl]
- name: redis
  chart: bitnami/redis
`
const files = {
  ...chart,
  'helmfile.yaml.gotmpl': helmfile,
  'values.yaml.gotmpl': 'tag: {{ .Values | get "tag" (env "TAG" | default "none") }}\n',
  'more.yaml': 'tag: more\n',
}

const pulled = ({ world, names }: Rehearsal): readonly string[] =>
  pullsOf(world).map(({ object, reference }) => `${object.namespace?.value} ${show(names, reference.text.value)}`)

it.each<[string, readonly string[]]>([
  ['helmfile apply', ['shop acme/api:none']],
  ['helmfile sync -e prod', ['shop acme/api:prod']],
  ['helmfile -e prod -n other apply', ['other acme/api:prod']],
  ['helmfile --environment=prod -f helmfile.yaml.gotmpl apply --skip-deps', ['shop acme/api:prod']],
  ['helmfile -e prod apply --set tag=x', ['shop acme/api:x']],
  ['helmfile -e prod apply --values more.yaml', ['shop acme/api:more']],
  ['helmfile -e prod apply --args --set=tag=y', ['shop acme/api:y']],
  ['helmfile -e prod --state-values-set tag=z apply', ['shop acme/api:z']],
  ['helmfile -e prod -l tier=web apply', ['shop acme/api:prod']],
  ['helmfile -e prod -l tier!=web apply', []],
  ['helmfile -e prod diff', []],
  ['helmfile lint', []],
  ['helmfile deps', []],
  ['helmfile template', []],
])('%s', (line, expected) => {
  const rehearsal = rehearse(files)
  rehearsal.run(line)
  expect(pulled(rehearsal)).toEqual(expected)
  expect(rehearsal.events('missing-file')).toEqual([])
  expect(rehearsal.events('render-failure')).toEqual([])
})

it('records every release, whether its chart is here or not', () => {
  const { run, events } = rehearse({
    ...files,
    'helmfile.yaml.gotmpl': `helmDefaults: {atomic: true, timeout: 60}\n${helmfile.split('---\n')[1]}`,
  })
  run('helmfile apply')
  expect(
    events('release').map(({ name, chart: path, wait, timeout }) => [name?.value, path?.value, wait, timeout?.value]),
  ).toEqual([
    ['api', './charts/api', true, '60s'],
    ['redis', 'bitnami/redis', true, '60s'],
  ])
})

it('marks an image where its tag was written', () => {
  const { run, world } = rehearse(files)
  run('helmfile -e prod apply')
  const places = pullsOf(world).flatMap(({ reference }) => reference.text.pieces.map(({ at }) => at))
  expect(places.map((at) => [at.source.path, spanText(at)])).toContainEqual(['helmfile.yaml.gotmpl', 'prod'])
})

it('takes variables of the machine', () => {
  const rehearsal = rehearse(files)
  const text = fileText({ path: 'ci.yml', text: 'v7' })
  rehearsal.machine.variables = new Map([['TAG', { text, exported: true }]])
  rehearsal.run('helmfile apply')
  expect(pulled(rehearsal)).toEqual(['shop acme/api:v7'])
})

it('does not know what is set on a machine that others have written to', () => {
  const rehearsal = rehearse(files)
  rehearsal.machine.files.blur()
  rehearsal.run('helmfile apply')
  expect(pulled(rehearsal)).toEqual(['shop acme/api:<TAG>'])
})

it('works in the directory of the helmfile', () => {
  const moved = Object.fromEntries(Object.entries(files).map(([path, text]) => [`deploy/${path}`, text]))
  const rehearsal = rehearse({ ...moved, 'own.yaml': 'tag: own\n' })
  rehearsal.run('helmfile -f deploy/helmfile.yaml.gotmpl apply --values own.yaml')
  expect(pulled(rehearsal)).toEqual(['shop acme/api:own'])
  expect(rehearsal.machine.directory).toBe(workspacePath)
})

it('reads helmfile.d where there is no helmfile', () => {
  const { 'helmfile.yaml.gotmpl': one, ...others } = files
  const rehearsal = rehearse({ ...others, 'helmfile.d/api.yaml': 'releases: [{name: api, chart: ../charts/api}]' })
  rehearsal.run('helmfile apply')
  expect(one && pulled(rehearsal)).toEqual(['undefined acme/api:latest'])
})

it('names a helmfile and values that are not there', () => {
  const { run, events } = rehearse({
    ...chart,
    'helmfile.yaml': 'releases:\n- name: a\n  chart: ./charts/api\n  values: [no.yaml]\n',
  })
  run('helmfile -f other.yaml apply')
  run('helmfile apply')
  expect(events('missing-file').map(({ path }) => path.value)).toEqual(['other.yaml', 'no.yaml'])
})

it('talks to the context that the environment names', () => {
  const { run, events } = rehearse({
    ...chart,
    'helmfile.yaml': 'environments: {default: {kubeContext: kind-test}}\nreleases: [{name: a, chart: ./charts/api}]\n',
  })
  run('helmfile apply')
  run('helmfile --kube-context other apply')
  expect(events('release').map(({ cluster }) => cluster.provider)).toEqual(['local', undefined])
})

it('prints what a template would', () => {
  const one = {
    ...chart,
    'helmfile.yaml':
      'releases:\n- {name: a, chart: ./charts/api}\n- {name: b, chart: ./charts/api, installed: false}\n',
  }
  expect(rehearse(one).run('helmfile template').stdout.value).toContain('image: "acme/api:latest"')
})

it.each([
  'helmfile -f git::https://github.com/acme/x@helmfile.yaml apply',
  'helmfile -f - apply',
  'helmfile -c ./other apply',
  'helmfile -e nothing apply',
])('%s is not understood', (line) => {
  const { run, events, world } = rehearse({ ...files, 'values.yaml.gotmpl': '{{ .Values.tag }}' })
  run(line)
  expect(events('apply')).toEqual([])
  expect([...world.notModelled.keys()].some((name) => name.startsWith('helmfile: '))).toBe(true)
})

it('is an action', () => {
  const rehearsal = rehearse(Object.fromEntries(Object.entries(files).map(([path, text]) => [`deploy/${path}`, text])))
  rehearsal.use('helmfile/helmfile-action@v2', {
    'helmfile-args': 'apply -e prod --args "--set tag=a"',
    'helmfile-workdirectory': './deploy',
  })
  expect(pulled(rehearsal)).toEqual(['shop acme/api:a'])
  expect(rehearsal.machine.directory).toBe(workspacePath)
})

it('is an action for EKS, whose environment is called like the namespace', () => {
  const rehearsal = rehearse(Object.fromEntries(Object.entries(files).map(([path, text]) => [`deploy/${path}`, text])))
  rehearsal.use('craftech-io/eks-helmfile-deploy-action@v1', {
    'cluster-name': 'shop',
    namespace: 'prod',
    helmfile: 'helmfile.yaml.gotmpl',
  })
  expect(pulled(rehearsal)).toEqual(['shop acme/api:prod'])
  expect(rehearsal.events('release')[0]?.cluster.provider).toBe('eks')
  expect(rehearsal.events('missing-file')).toEqual([])
})
