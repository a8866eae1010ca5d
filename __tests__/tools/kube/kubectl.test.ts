import { spanText } from '../../../src/source/span.ts'
import { concat, fileText, type Text } from '../../../src/source/text.ts'
import { unknownText } from '../../../src/source/unknown.ts'
import { pullsOf } from '../../../src/world/pulls.ts'
import { rehearse } from './rehearsal.ts'

const deployment = (image: string, name = 'api', extra = ''): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  template:
    spec:
      containers:
        - name: ${name}
          image: ${image}
${extra}`

const at = { source: { path: 'x', text: '' }, start: 0, end: 0 }

describe('kubectl apply', () => {
  it('sends files, directories in the order of their names, and standard input', () => {
    const { run, events } = rehearse({
      'k8s/b.yaml': deployment('b:1', 'b'),
      'k8s/a.yml': `${deployment('a:1', 'a')}---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n`,
      'k8s/more/c.json':
        '{"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Service","metadata":{"name":"s"}}]}',
      'k8s/readme.md': 'text',
    })
    run('kubectl -n shop apply -f k8s')
    run('kubectl apply -R -f k8s/more')
    run('kubectl apply -f -', fileText({ path: 'in', text: deployment('in:1', 'in') }))
    expect(
      events('apply').map(({ object }) => `${object.kind} ${object.name?.value} ${object.namespace?.value}`),
    ).toEqual([
      'Deployment a shop',
      'Namespace shop undefined',
      'Deployment b shop',
      'Service s undefined',
      'Deployment in undefined',
    ])
    expect(events('apply')[0]?.set).toMatchObject({ label: 'kubectl apply k8s', complete: true })
  })

  it.each([
    ['kubectl apply -f a.yaml,b.yaml', ['a', 'b']],
    ['kubectl apply -f a.yaml -f b.yaml', ['a', 'b']],
    ['kubectl apply --filename=a.yaml', ['a']],
    ["kubectl apply -f '*.yaml'", ['a', 'b']],
    ['kubectl apply --dry-run=client -f a.yaml', []],
    ['kubectl apply --server-side --force-conflicts -f a.yaml', ['a']],
    ['kubectl replace --force -f a.yaml', ['a']],
    ['kubectl create -f a.yaml', ['a']],
    ['kubectl diff -f a.yaml', []],
  ])('%s', (line, expected) => {
    const { run, events } = rehearse({ 'a.yaml': deployment('a:1', 'a'), 'b.yaml': deployment('b:1', 'b') })
    run(line)
    expect(events('apply').map(({ object }) => object.name?.value)).toEqual(expected)
  })

  it('knows an incomplete set', () => {
    const { run, events } = rehearse({ 'k/a.yaml': deployment('a:1'), 'k/b.yaml': 'kind: [' })
    run('kubectl apply -f k')
    run('kubectl apply -f k/a.yaml -f https://example.com/x.yaml')
    expect(events('apply').map((event) => event.set.complete)).toEqual([false, false])
  })

  it('names a file that is not there', () => {
    const { run, events, machine } = rehearse({})
    run('kubectl apply -f k8s/missing.yaml')
    expect(events('missing-file').map(({ path }) => path.value)).toEqual(['k8s/missing.yaml'])
    for (const path of ["'k8s/**/*.yaml'", '~/app.yaml', '/etc/app.yaml', '../app.yaml', '/tmp/app.yaml'])
      run(`kubectl apply -f ${path}`)
    machine.files.blur()
    run('kubectl apply -f k8s/other.yaml')
    expect(events('missing-file')).toHaveLength(1)
  })
})

describe('clusters and namespaces', () => {
  it.each([
    ['kubectl --context kind-test apply -f a.yaml', 'kind-test', 'local'],
    ['kubectl --context=gke_proj_europe-west1_shop apply -f a.yaml', 'shop', 'gke'],
    ['kubectl --context arn:aws:eks:eu-west-1:1:cluster/shop apply -f a.yaml', 'shop', 'eks'],
    ['kubectl --context prod apply -f a.yaml', 'prod', undefined],
    ['oc apply -f a.yaml', undefined, 'openshift'],
  ])('%s', (line, name, provider) => {
    const { run, events } = rehearse({ 'a.yaml': deployment('a:1') })
    run(line)
    const cluster = events('apply')[0]?.cluster
    expect([cluster?.name?.value, cluster?.provider]).toEqual([name, provider])
  })

  it('does not know where another kubeconfig leads', () => {
    const { run, events } = rehearse({ 'a.yaml': deployment('a:1') })
    run('kubectl config use-context minikube')
    run('kubectl --kubeconfig prod.yaml apply -f a.yaml')
    expect(events('apply')[0]?.cluster).toMatchObject({ name: undefined, provider: undefined })
  })

  it('follows use-context and set-context', () => {
    const { run, events } = rehearse({ 'a.yaml': deployment('a:1') })
    run('kubectl config use-context minikube')
    run('kubectl config set-context --current --namespace=shop')
    run('kubectl apply -f a.yaml')
    const [apply] = events('apply')
    expect([apply?.cluster.provider, apply?.object.namespace?.value]).toEqual(['local', 'shop'])
  })
})

describe('pulls', () => {
  it('takes a placeholder and the image that replaces it for one delivery', () => {
    const { run, pulls } = rehearse({ 'a.yaml': deployment('placeholder') })
    run('kubectl apply -f a.yaml')
    run('kubectl set image deployment/api api=ghcr.io/acme/api:1 -n default')
    run('kubectl rollout status deployment/api')
    expect(pulls()).toEqual(['Deployment/api api: ghcr.io/acme/api:1 (Always)'])
  })

  it.each([
    ['kubectl set image deploy/api api=x:2', ['Deployment/api api: x:2 (IfNotPresent)']],
    ['kubectl set image deployments.apps api api=x:2', ['Deployment/api api: x:2 (IfNotPresent)']],
    [
      "kubectl set image deployment/api '*=x:2'",
      ['Deployment/api api: x:2 (IfNotPresent)', 'Deployment/api side: x:2 (IfNotPresent)'],
    ],
    [
      'kubectl set image deployment/web web=x:2',
      [
        'Deployment/api api: a:1 (IfNotPresent)',
        'Deployment/api side: s:1 (IfNotPresent)',
        'Deployment/web web: x:2 (undefined)',
      ],
    ],
    [
      'kubectl set image deployment api=x:2 --all',
      ['Deployment/undefined api: x:2 (undefined)', 'Deployment/api side: s:1 (IfNotPresent)'],
    ],
    [
      `kubectl patch deploy api -p '{"spec":{"template":{"spec":{"containers":[{"name":"api","image":"x:3"}]}}}}'`,
      ['Deployment/api api: x:3 (IfNotPresent)'],
    ],
  ])('%s', (line, expected) => {
    const { run, pulls } = rehearse({
      'a.yaml': deployment('a:1', 'api', '        - name: side\n          image: s:1\n'),
    })
    run('kubectl apply -f a.yaml')
    run(line)
    for (const pull of expected) expect(pulls()).toContain(pull)
  })

  it('follows a patch of the pull policy', () => {
    const { run, pulls } = rehearse({ 'a.yaml': deployment('a:1') })
    run('kubectl apply -f a.yaml')
    run(
      `kubectl patch deployment api -p '{"spec":{"template":{"spec":{"containers":[{"name":"api","imagePullPolicy":"Never"}]}}}}'`,
    )
    expect(pulls()).toEqual(['Deployment/api api: a:1 (Never)'])
  })

  it('marks the image where it is written', () => {
    const { run, world } = rehearse({ 'a.yaml': deployment('nginx:1.25') })
    run('kubectl apply -f a.yaml')
    run('kubectl set image deployment/web web=x:2')
    expect(pullsOf(world).map((pull) => [pull.at.source.path, spanText(pull.at)])).toEqual([
      ['a.yaml', 'nginx:1.25'],
      ['script', 'x:2'],
    ])
  })

  it('says nothing of a pull that a hidden name may replace', () => {
    const { run, world, machine, pulls } = rehearse({ 'a.yaml': deployment('placeholder') })
    run('kubectl apply -f a.yaml')
    const name: Text = unknownText(machine.names, 'name', 'name', at)
    const target = concat(fileText({ path: 's', text: 'deployment/' }), name)
    const image = fileText({ path: 's', text: 'x:1' })
    const event = {
      cluster: { name: undefined, provider: undefined, at },
      namespace: undefined,
      container: name,
      image,
      at,
    }
    world.events.push({
      ...event,
      kind: 'set-image',
      target,
      order: 1,
      run: machine.run,
      step: undefined,
      when: new Map(),
    })
    expect(pulls()).toEqual([expect.stringContaining('x:1')])
  })

  it.each([
    ['x', 'Always'],
    ['x:latest', 'Always'],
    [`x:latest@sha256:${'a'.repeat(64)}`, 'Always'],
    [`x@sha256:${'a'.repeat(64)}`, 'IfNotPresent'],
    ['x:1', 'IfNotPresent'],
    ['x\n          imagePullPolicy: Never', 'Never'],
  ])('defaults the pull policy of %s', (image, policy) => {
    const { run, world } = rehearse({ 'a.yaml': deployment(image) })
    run('kubectl apply -f a.yaml')
    expect(pullsOf(world)[0]?.policy.effective).toBe(policy)
  })
})

describe('workloads', () => {
  it.each([
    ['kubectl rollout restart deployment/api -n shop', 'restart', 'deployment/api'],
    ['kubectl rollout restart deployment', 'restart', 'deployment'],
    ['kubectl rollout status deployment api --timeout=5m', 'wait', 'deployment/api'],
    ['kubectl rollout status -f a.yaml', 'wait', 'deployment/api'],
    ['kubectl wait --for=condition=available deployment/api', 'wait', 'deployment/api'],
    ['kubectl delete pod -l app=api', 'restart', 'pod'],
    ['kubectl delete job migrate --ignore-not-found', 'delete', 'job/migrate'],
    ['kubectl delete -f a.yaml', 'delete', 'deployment/api'],
    ['kubectl scale deploy/api --replicas=0', 'restart', 'deploy/api'],
    ['kubectl delete deploy,svc -l app=api', 'delete', 'deploy svc'],
    ['kubectl rollout restart deploy/api deploy/web', 'restart', 'deploy/api deploy/web'],
    ['kubectl rollout restart deploy api web', 'restart', 'deploy/api deploy/web'],
  ] as const)('%s', (line, kind, target) => {
    const { run, events } = rehearse({ 'a.yaml': deployment('a:1') })
    run(line)
    expect(events(kind).map((event) => event.target.value)).toEqual(target.split(' '))
  })

  it.each([
    'kubectl rollout undo deploy/api',
    'kubectl scale deploy/api --replicas=2',
    'kubectl get pods -w',
    'kubectl set env deploy/api A=1',
  ])('%s changes no pods that we know of', (line) => {
    const { run, world } = rehearse()
    run(line)
    expect(world.events.map((event) => event.kind)).toEqual(['command'])
  })

  it('keeps pull secrets that a service account is given', () => {
    const { run, events } = rehearse()
    run(`kubectl patch serviceaccount default -n shop -p '{"imagePullSecrets":[{"name":"reg"}]}'`)
    expect(events('apply').map(({ by, object }) => [by, object.kind, object.name?.value, object.uncertain])).toEqual([
      ['set', 'ServiceAccount', 'default', true],
    ])
  })
})

describe('kubectl create', () => {
  it.each([
    ['kubectl create namespace shop', 'Namespace', 'shop'],
    [
      'kubectl create secret docker-registry reg --docker-server=ghcr.io --docker-username=x --docker-password=y -n shop',
      'Secret',
      'reg',
    ],
    ['kubectl create configmap c --from-literal=A=1', 'ConfigMap', 'c'],
    ['kubectl create sa bot', 'ServiceAccount', 'bot'],
    ['kubectl create deployment web --image=ghcr.io/acme/web:1', 'Deployment', 'web'],
    ['kubectl run web --image=ghcr.io/acme/web:1 --restart=Never', 'Pod', 'web'],
  ])('%s', (line, kind, name) => {
    const { run, events } = rehearse()
    run(line)
    expect(events('apply').map(({ by, object }) => [by, object.kind, object.name?.value])).toEqual([
      ['create', kind, name],
    ])
  })

  it('prints what it would create, with places', () => {
    const { run, events } = rehearse({ 'conf/app.properties': 'a=1' })
    const line =
      'kubectl create secret generic db --from-literal=PASSWORD=hunter2 --from-file=conf --dry-run=client -o yaml'
    const { stdout } = run(line)
    expect(events('apply')).toHaveLength(0)
    expect(stdout.value).toContain('"PASSWORD": "aHVudGVyMg=="')
    run('kubectl apply -f -', stdout)
    expect(
      events('apply').map(({ object }) => [object.kind, object.name && spanText(object.name.pieces[0]?.at ?? at)]),
    ).toEqual([['Secret', 'db']])
  })

  it('does not know keys that are hidden', () => {
    const { run } = rehearse()
    const { stdout } = run('kubectl create secret generic db --from-env-file=.env --dry-run=client -o yaml')
    expect(stdout.value).toMatch(/data: "[\uE000-\uF8FE]"/)
  })

  it('wants the image of what it creates', () => {
    const { run, pulls } = rehearse()
    run('kubectl create deployment web --image=ghcr.io/acme/web:1')
    expect(pulls()).toEqual(['Deployment/web web: ghcr.io/acme/web:1 (IfNotPresent)'])
  })
})

it('never throws', () => {
  const { run } = rehearse()
  for (const line of [
    'kubectl',
    'kubectl apply',
    'kubectl set image',
    'kubectl rollout',
    'kubectl -n',
    'kubectl patch',
    'kubectl create secret',
    'kubectl delete',
    'kubectl config',
  ])
    expect(() => run(line)).not.toThrow()
})
