import { spanText } from '../../../src/source/span.ts'
import { fileText } from '../../../src/source/text.ts'
import { show } from '../../../src/source/unknown.ts'
import { pullsOf } from '../../../src/world/pulls.ts'
import { type Rehearsal, rehearse } from './rehearsal.ts'

const template = `apiVersion: apps/v1
kind: Deployment
metadata: {name: api}
spec:
  template:
    spec:
      containers:
        - {name: api, image: "{{ .Values.image }}:{{ .Values.tag }}"}
`
const files = {
  'helm/Chart.yaml': 'apiVersion: v2\nname: api\nversion: 1.0.0\n',
  'helm/values.yaml': 'image: acme/api\ntag: latest\n',
  'helm/templates/api.yaml': template,
  'prod.yaml': 'tag: prod\n',
  'secret.yaml': 'tag: ${{ secrets.TAG }}\n',
}

type Inputs = Readonly<Record<string, string>>
type Expected = readonly [pulled: string, name: string, namespace: string | undefined, wait: boolean]

/** What was installed: the pod's image, the release, its namespace and whether it is waited for. */
function installed({ world, events, names }: Rehearsal): readonly Expected[] {
  const pulls = pullsOf(world).map(({ reference }) => show(names, reference.text.value))
  return events('release').map(({ name, namespace, wait }, index) => [
    pulls[index] ?? '',
    name?.value ?? '',
    namespace?.value,
    wait,
  ])
}

const eks = { 'cluster-name': 'shop', name: 'api', namespace: 'prod' }

it.each<[string, Inputs, readonly Expected[]]>([
  ['bitovi/github-actions-deploy-eks-helm@v1.2.12', eks, [['acme/api:latest', 'api', 'prod', false]]],
  [
    'bitovi/github-actions-deploy-eks-helm@v1.2.12',
    { ...eks, 'config-files': 'prod.yaml', values: 'image=ghcr.io/acme/api, noise', 'helm-wait': 'true' },
    [['ghcr.io/acme/api:prod', 'api', 'prod', true]],
  ],
  [
    'bitovi/github-actions-deploy-eks-helm@v1.2.12',
    { ...eks, values: 'tag=a,image=b', 'helm-extra-args': '--set tag=c --atomic' },
    [['b:c', 'api', 'prod', true]],
  ],
  ['bitovi/github-actions-deploy-eks-helm@v1.2.12', { ...eks, 'dry-run': 'true' }, []],
  ['bitovi/github-actions-deploy-eks-helm@v1.2.12', { ...eks, action: 'list' }, []],
  [
    'bitovi/github-actions-deploy-eks-helm@v1.2.12',
    { ...eks, 'chart-repository': 'oci://ghcr.io/acme', 'chart-path': 'charts/api' },
    [['', 'api', 'prod', false]],
  ],
  [
    'craftech-io/eks-helm-deploy-action@v3.4',
    { ...eks, 'chart-path': 'helm/', 'config-files': 'prod.yaml', values: 'image=x,tag=y', atomic: 'true' },
    [['x:y', 'api', 'prod', true]],
  ],
  [
    'craftech-io/eks-helm-deploy-action@v3.4',
    { ...eks, 'chart-path': 'helm/', 'chart-repository': 'https://charts.example.com', 'chart-name': 'api' },
    [['', 'api', 'prod', false]],
  ],
  ['peymanmortazavi/eks-helm-deploy@v1', { ...eks, values: 'tag=1' }, [['acme/api:1', 'api', 'prod', true]]],
  [
    'deliverybot/helm@v1',
    { release: 'api', namespace: 'prod', chart: 'helm', helm: 'helm3', 'value-files': 'prod.yaml', values: 'image: x' },
    [['x:prod', 'api', 'prod', true]],
  ],
  [
    'deliverybot/helm@v1',
    {
      release: 'api',
      namespace: 'prod',
      chart: './helm',
      'value-files': '["prod.yaml", "secret.yaml"]',
      track: 'blue',
    },
    [['acme/api:<secrets.TAG>', 'api-blue', 'prod', true]],
  ],
  ['deliverybot/helm@v1', { release: 'api', namespace: 'prod', chart: 'app' }, []],
  ['deliverybot/helm@v1', { release: 'api', namespace: 'prod', chart: 'helm', 'dry-run': 'true' }, []],
  ['deliverybot/helm@v1', { release: 'api', namespace: 'prod', chart: 'helm', task: 'remove' }, []],
  [
    'glopezep/helm@v1',
    { release: 'api', namespace: 'prod', chart: 'helm', values: '{"tag": "2"}' },
    [['acme/api:2', 'api', 'prod', true]],
  ],
  [
    'vimeda/helm@v1',
    { release: 'api', namespace: 'prod', chart: 'helm', version: 'abc' },
    [['acme/api:latest', 'api', 'prod', true]],
  ],
  [
    'koslib/helm-eks-action@v1.29.0',
    { command: 'helm upgrade api --install --wait helm -f prod.yaml' },
    [['acme/api:prod', 'api', undefined, true]],
  ],
  [
    'stefanprodan/kube-tools@v1',
    { helm: '3.7.2', command: 'helmv3 upgrade --install api ./helm --set tag=3' },
    [['acme/api:3', 'api', undefined, false]],
  ],
  [
    'wahyd4/kubectl-helm-action@master',
    { args: 'helm upgrade --install api ./helm -n prod' },
    [['acme/api:latest', 'api', 'prod', false]],
  ],
])('%s %j', (uses, inputs, expected) => {
  const rehearsal = rehearse(files)
  rehearsal.use(uses, inputs)
  expect(installed(rehearsal)).toEqual(expected)
  expect(rehearsal.events('render-failure')).toEqual([])
  expect(rehearsal.events('unread-setting')).toEqual([])
})

it('installs on the cluster that it is told, and leaves the kubeconfig of the job alone', () => {
  const { use, events, machine } = rehearse(files)
  use('bitovi/github-actions-deploy-eks-helm@v1', eks)
  expect(events('release').map(({ cluster }) => [cluster.provider, cluster.name?.value])).toEqual([['eks', 'shop']])
  expect(machine.cluster).toBeUndefined()
})

it.each<[string, Inputs]>([
  ['koslib/helm-eks-action@v1.29.0', { command: 'helm upgrade --install api ./helm' }],
  ['deliverybot/helm@v1', { release: 'api', namespace: 'prod', chart: './helm' }],
])('%s follows a kubeconfig of its own', (uses, inputs) => {
  const { use, events, machine } = rehearse(files)
  const at = fileText({ path: 'ci.yml', text: 'shop' })
  machine.cluster = { name: at, provider: 'aks', at: { source: { path: 'ci.yml', text: '' }, start: 0, end: 0 } }
  machine.variables = new Map(
    ['KUBE_CONFIG_DATA', 'KUBECONFIG_FILE'].map((name) => [name, { text: at, exported: true }]),
  )
  use(uses, inputs)
  expect(events('release').map(({ cluster }) => cluster.provider)).toEqual([undefined])
  expect(machine.cluster?.provider).toBe('aks')
})

it('marks an image where the workflow gives it', () => {
  const { use, world } = rehearse(files)
  use('deliverybot/helm@v1', { release: 'api', namespace: 'prod', chart: 'helm', values: 'image: x\ntag: "7"\n' })
  expect(pullsOf(world).map(({ at }) => [at.source.path, spanText(at)])).toEqual([['input values', 'x\ntag: "7']])
})

it.each(['helm', undefined, 'helm3'])('does not know what Helm 2 refuses: helm %s', (helm) => {
  const { use, events } = rehearse({ ...files, 'helm/templates/bad.yaml': '{{ fail "no" }}' })
  use('deliverybot/helm@v1', { release: 'api', namespace: 'prod', chart: 'helm', ...(helm ? { helm } : {}) })
  expect(events('render-failure')).toHaveLength(helm === 'helm3' ? 1 : 0)
})

it('takes values of a section of a values file for unknown', () => {
  const { use, events } = rehearse({ ...files, 'secret.yaml': 'tag: ${{#secrets}}x${{/secrets}}\n' })
  use('deliverybot/helm@v1', { release: 'api', namespace: 'prod', chart: 'helm', 'value-files': 'secret.yaml' })
  expect(events('apply').map(({ object }) => object.uncertain)).toEqual([true])
})

it('sets what the action sets by itself where the chart reads it', () => {
  const reading = { ...files, 'helm/templates/api.yaml': template.replace('.Values.tag', '.Values.app.version') }
  const rehearsal = rehearse(reading)
  rehearsal.use('vimeda/helm@v1', { release: 'api', namespace: 'prod', chart: 'helm', version: 'abc' })
  expect(installed(rehearsal)).toEqual([['acme/api:abc', 'api', 'prod', true]])
})
