import { fileText } from '../../../src/source/text.ts'
import { unknown } from '../../../src/source/unknown.ts'
import { nodePoolsOf } from '../../../src/world/nodes.ts'
import { rehearse } from './rehearsal.ts'

describe('connecting', () => {
  it.each([
    ['az aks get-credentials --resource-group rg --name shop --overwrite-existing', 'shop', 'aks'],
    ['az aks get-credentials -g rg -n shop --admin', 'shop', 'aks'],
    ['aws eks update-kubeconfig --name shop --region eu-west-1', 'shop', 'eks'],
    ['gcloud container clusters get-credentials shop --zone europe-west1-b --project p', 'shop', 'gke'],
    ['gcloud beta container clusters get-credentials shop --region r', 'shop', 'gke'],
    ['eksctl utils write-kubeconfig --cluster=shop', 'shop', 'eks'],
    ['eksctl create cluster --name shop --node-type t4g.medium', 'shop', 'eks'],
    ['doctl kubernetes cluster kubeconfig save shop', 'shop', 'other'],
    ['kubectx kind-shop', 'kind-shop', 'local'],
    ['oc login https://api.example.com:6443 --token x', 'https://api.example.com:6443', 'openshift'],
  ])('%s', (line, name, provider) => {
    const { run, machine } = rehearse()
    run(line)
    expect([machine.cluster?.name?.value, machine.cluster?.provider]).toEqual([name, provider])
  })

  it.each([
    ['azure/aks-set-context@v4', { 'resource-group': 'rg', 'cluster-name': 'shop' }, 'shop', 'aks'],
    [
      'google-github-actions/get-gke-credentials@v2',
      { cluster_name: 'projects/p/locations/l/clusters/shop' },
      'shop',
      'gke',
    ],
    ['helm/kind-action@v1', {}, 'chart-testing', 'local'],
    ['aliyun/ack-set-context@v1', { 'cluster-id': 'c1' }, 'c1', 'ack'],
    ['azure/k8s-set-context@v4', { kubeconfig: 'x' }, undefined, undefined],
  ])('%s', (uses, inputs, name, provider) => {
    const { use, machine } = rehearse()
    use(uses, inputs as Record<string, string>)
    expect([machine.cluster?.name?.value, machine.cluster?.provider]).toEqual([name, provider])
  })

  it('runs what a private cluster is told, in its own context', () => {
    const { run, events, machine } = rehearse({ 'a.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: s}' })
    run("az aks command invoke -g rg -n shop --command 'kubectl apply -f a.yaml' --file .")
    expect(events('apply').map((event) => event.cluster.name?.value)).toEqual(['shop'])
    expect(machine.cluster).toBeUndefined()
  })
})

describe('az acr', () => {
  it.each([
    ['az acr login --name Acme', 'acme.azurecr.io'],
    ['az acr login -n acme.azurecr.io', 'acme.azurecr.io'],
  ])('%s', (line, registry) => {
    const { run, machine } = rehearse()
    run(line)
    expect(machine.logins.map((login) => login.registry.value)).toEqual([registry])
  })

  it('takes a hidden name for a name or for a host', () => {
    const { run, machine, names, events } = rehearse()
    const name = unknown(names, 'secrets.ACR', 'secrets.ACR')
    run(`az acr login --name ${name}`)
    expect(machine.logins.map((login) => login.registry.value)).toEqual([`${name}.azurecr.io`, name])
    run(`az acr build -r ${name} -t api:1 .`)
    run(`az acr build -r ${unknown(names, 'vars.ACR_NAME', 'vars.ACR_NAME')} -t api:1 .`)
    expect(events('push').map((event) => event.reference.text.value)).toEqual([
      expect.stringMatching(/^[\uE000-\uF8FE]\/api:1$/),
      expect.stringMatching(/^[\uE000-\uF8FE]\.azurecr\.io\/api:1$/),
    ])
  })

  it.each<[string, readonly string[], readonly string[] | undefined]>([
    ['az acr build --registry acme --image api:1 .', ['acme.azurecr.io/api:1'], ['linux/amd64']],
    [
      'az acr build -r acme -t api:1 -t api:latest -f Dockerfile .',
      ['acme.azurecr.io/api:1', 'acme.azurecr.io/api:latest'],
      ['linux/amd64'],
    ],
    [
      'az acr build -r acme -t acme.azurecr.io/api:1 --platform linux/arm64 .',
      ['acme.azurecr.io/api:1'],
      ['linux/arm64'],
    ],
    ['az acr build -r acme -t api:1 --platform linux .', ['acme.azurecr.io/api:1'], ['linux/amd64']],
    [
      'az acr import -n acme --source docker.io/library/redis:7 --image redis:7',
      ['acme.azurecr.io/redis:7'],
      undefined,
    ],
  ])('%s', (line, references, platforms) => {
    const { run, events } = rehearse()
    run(line)
    expect(events('push').map((event) => event.reference.text.value)).toEqual(references)
    expect(events('push')[0]?.image.platforms).toEqual(platforms)
    expect(events('push')[0]?.login?.registry.value).toBe('acme.azurecr.io')
  })

  it.each(['az acr build -r acme --no-push -t api:1 .', 'az acr list', 'az webapp create -n x'])(
    '%s pushes nothing',
    (line) => {
      const { run, events } = rehearse()
      run(line)
      expect(events('push')).toEqual([])
    },
  )

  it('does not know the run id', () => {
    const { run, events } = rehearse()
    run("az acr build -r acme -t 'api:{{.Run.ID}}' .")
    expect(events('push')[0]?.reference.tag?.value).toMatch(/^[\uE000-\uF8FE]$/)
  })
})

it('gcloud builds submit pushes its tag', () => {
  const { run, events } = rehearse()
  run('gcloud builds submit --tag europe-docker.pkg.dev/p/r/api:1 .')
  expect(events('push').map(({ reference, login }) => [reference.text.value, login?.registry.value])).toEqual([
    ['europe-docker.pkg.dev/p/r/api:1', 'europe-docker.pkg.dev'],
  ])
})

describe('nodes', () => {
  it.each([
    ['az aks create -g rg -n shop --node-vm-size Standard_D2ps_v5 --attach-acr acme', 'shop', 'arm64'],
    ['az aks create -g rg -n shop', 'shop', undefined],
    [
      'az aks nodepool add --cluster-name shop -g rg -n arm --node-vm-size Standard_D2s_v5 --node-taints a=b:NoSchedule',
      'shop',
      'amd64',
    ],
    ['eksctl create nodegroup --cluster shop --node-type m6g.large', 'shop', 'arm64'],
    ['aws eks create-nodegroup --cluster-name shop --nodegroup-name n --instance-types t4g.medium', 'shop', 'arm64'],
    ['aws eks create-nodegroup --cluster-name shop --nodegroup-name n --ami-type AL2_ARM_64', 'shop', 'arm64'],
    ['gcloud container node-pools create arm --cluster shop --machine-type t2a-standard-4', 'shop', 'arm64'],
    ['gcloud container clusters create shop --machine-type=e2-standard-4', 'shop', 'amd64'],
  ])('%s', (line, cluster, architecture) => {
    const { run, events } = rehearse()
    run(line)
    expect(events('node-pool').map(({ pool }) => [pool.cluster?.value, pool.architecture])).toEqual([
      [cluster, architecture],
    ])
  })

  it('belong to the cluster of their name', () => {
    const { run, world, machine } = rehearse()
    run('az aks create -g rg -n shop --node-vm-size Standard_D2ps_v5')
    run('az aks create -g rg -n other --node-vm-size Standard_D2s_v5')
    run('gcloud container clusters create shop --machine-type e2-standard-4')
    const at = machine.run.at
    const cluster = { name: fileText({ path: 'x', text: 'shop' }), provider: 'aks', at } as const
    expect(nodePoolsOf(world, cluster).map(({ pool, belongs }) => [pool.architecture, belongs])).toEqual([
      ['arm64', 'certain'],
    ])
    const hidden = { name: undefined, provider: 'aks', at } as const
    expect(nodePoolsOf(world, hidden).map(({ belongs }) => belongs)).toEqual(['possible', 'possible'])
  })
})

it('never throws', () => {
  const { run } = rehearse()
  for (const line of [
    'az',
    'az aks',
    'az acr login',
    'az acr build',
    'az aks command invoke',
    'aws',
    'aws eks',
    'gcloud',
    'gcloud container clusters create',
    'eksctl',
    'doctl',
    'kubectx',
    'kustomize',
    'kustomize edit',
    'helm',
    'helm upgrade',
    'helm template',
    'helm dependency',
  ])
    expect(() => run(line)).not.toThrow()
})
