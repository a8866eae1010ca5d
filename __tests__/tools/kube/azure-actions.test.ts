import { spanText } from '../../../src/source/span.ts'
import { show, unknown } from '../../../src/source/unknown.ts'
import { parseSetValues } from '../../../src/syntax/set-values.ts'
import { podSpecOf } from '../../../src/world/pods.ts'
import { pullsOf } from '../../../src/world/pulls.ts'
import { rehearse } from './rehearsal.ts'

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: own
spec:
  template:
    spec:
      initContainers:
        - image: acme.azurecr.io/migrate
          name: migrate
      containers:
        - name: api
          image: "acme.azurecr.io/api:placeholder"
        - {name: side, image: "nginx:1.25"}
`

describe('azure/k8s-deploy', () => {
  const deploy = (
    inputs: Record<string, string>,
    version = 'v5',
    files: Record<string, string> = { 'k8s/a.yaml': deployment },
  ) => {
    const rehearsal = rehearse(files)
    rehearsal.use(`azure/k8s-deploy@${version}`, { manifests: 'k8s', ...inputs })
    return rehearsal
  }

  it('puts images in by name, and marks them where they were given', () => {
    const { world, pulls } = deploy({ images: 'acme.azurecr.io/api:abc\nacme.azurecr.io/migrate:abc\nother:1' })
    expect(pulls()).toEqual([
      'Deployment/api migrate: acme.azurecr.io/migrate:abc (IfNotPresent)',
      'Deployment/api api: acme.azurecr.io/api:abc (IfNotPresent)',
      'Deployment/api side: nginx:1.25 (IfNotPresent)',
    ])
    expect(pullsOf(world).map((pull) => [pull.at.source.path, spanText(pull.at)])).toEqual([
      ['input images', 'acme.azurecr.io/migrate:abc'],
      ['input images', 'acme.azurecr.io/api:abc'],
      ['k8s/a.yaml', 'nginx:1.25'],
    ])
  })

  it.each([
    ['acme.azurecr.io/API:abc', 'acme.azurecr.io/api:placeholder'],
    ['acme.azurecr.io/api-v2:abc', 'acme.azurecr.io/api:placeholder'],
    ['acme.azurecr.io/api@sha256:abc', 'acme.azurecr.io/api@sha256:abc'],
    ['localhost:5000/api:abc', 'acme.azurecr.io/api:placeholder'],
  ])('images: %s', (images, expected) => {
    const { world } = deploy({ images })
    expect(pullsOf(world).find((pull) => pull.container === 'api')?.reference.text.value).toBe(expected)
  })

  it('does not know what a hidden name replaces', () => {
    const rehearsal = rehearse({ 'k8s/a.yaml': deployment })
    const host = unknown(rehearsal.names, 'secrets.HOST', 'secrets.HOST')
    rehearsal.use('azure/k8s-deploy@v5', { manifests: 'k8s', images: `${host}/api:abc` })
    const [, api, side] = pullsOf(rehearsal.world)
    expect(api?.reference.text.value).toMatch(/^[\uE000-\uF8FE]$/)
    expect(side?.reference.text.value).toBe('nginx:1.25')
    expect(show(rehearsal.names, api?.reference.text.value ?? '')).toContain('acme.azurecr.io/api')
  })

  it.each([
    ['v4', {}, 'default'],
    ['v5', {}, undefined],
    ['v5', { namespace: 'shop' }, 'shop'],
    ['v1.4', { namespace: ' ' }, 'default'],
  ])('%s %j sends to %s', (version, inputs, namespace) => {
    const { events } = deploy(inputs, version)
    expect(events('apply').map(({ object, set }) => [object.namespace?.value, set.namespace?.value])).toEqual([
      ['own', namespace],
    ])
  })

  it('adds pull secrets', () => {
    const { events } = deploy({ imagepullsecrets: 'one\ntwo' })
    const object = events('apply')[0]?.object
    const pod = object && podSpecOf(object)
    expect(pod?.pullSecrets.map((name) => name.value)).toEqual(['one', 'two'])
    expect(pullsOf).toBeDefined()
  })

  it('adds pull secrets to JSON', () => {
    const json =
      '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"containers":[{"name":"c","image":"x:1"}]}}'
    const { events } = deploy({ imagepullsecrets: 'one', images: 'x:2' }, 'v5', { 'k8s/p.json': json })
    const object = events('apply')[0]?.object
    expect(object && podSpecOf(object)?.pullSecrets.map((name) => name.value)).toEqual(['one'])
  })

  it('waits for what it deployed', () => {
    expect(
      deploy({})
        .events('wait')
        .map(({ target }) => target.value),
    ).toEqual(['deployment/api'])
  })

  it.each(['promote', 'reject'])('does nothing new for %s', (action) => {
    expect(deploy({ action }).events('apply')).toEqual([])
  })

  it('takes lists of files', () => {
    const files = { 'a.yaml': deployment, 'b.yaml': deployment, 'c.yaml': deployment }
    for (const manifests of ['a.yaml,b.yaml', 'a.yaml\nb.yaml', 'a.yaml; b.yaml'])
      expect(deploy({ manifests }, 'v5', files).events('apply')).toHaveLength(2)
  })
})

describe('azure/k8s-bake', () => {
  const inputs = {
    renderengine: 'helm',
    helmchart: './chart',
    releasename: 'sso',
    overrides: 'image.tag:abc\nenv.ORIGINS:https://a.com,https://b.com',
    arguments: '--set, x=1\n--timeout, 5m',
  }

  it('hands its overrides to Helm', () => {
    const { use, events } = rehearse({ 'chart/Chart.yaml': 'name: sso' })
    use('azure/k8s-bake@v3', inputs)
    const [release] = events('release')
    expect(release?.settings.map(({ kind, text }) => `${kind} ${text.value}`)).toEqual([
      'set x=1',
      'set image.tag=abc',
      'set env.ORIGINS=https://a.com,https://b.com',
    ])
    const last = release?.settings.at(-1)
    expect(last && parseSetValues(last).fails?.message).toBe('failed parsing --set data: key "com" has no value')
    expect([release?.name?.value, release?.tool, release?.wait]).toEqual(['sso', 'azure/k8s-bake', false])
  })

  it('leaves a file behind that k8s-deploy can send', () => {
    const { use, machine, events } = rehearse({ 'chart/Chart.yaml': 'name: sso' })
    const { outputs } = use('azure/k8s-bake@v3', inputs)
    const path = outputs.get('manifestsBundle')?.value ?? ''
    expect(machine.files.read(path)).toBeDefined()
    use('azure/k8s-deploy@v5', { manifests: path })
    expect(events('missing-file')).toEqual([])
  })
})

describe('azure/k8s-create-secret', () => {
  it.each([
    [{ 'container-registry-url': 'ghcr.io' }, 'default', 'kubernetes.io/dockerconfigjson'],
    [{ 'container-registry-url': 'ghcr.io', namespace: 'shop' }, 'shop', 'kubernetes.io/dockerconfigjson'],
    [{ 'secret-type': 'generic', data: '{"A":"x"}' }, 'default', 'Opaque'],
  ])('%j', (inputs, namespace, type) => {
    const { use, events } = rehearse()
    use('azure/k8s-create-secret@v5', { 'secret-name': 's', ...(inputs as Record<string, string>) })
    const object = events('apply')[0]?.object
    expect([object?.kind, object?.namespace?.value]).toEqual(['Secret', namespace])
    expect(
      JSON.stringify(object?.root, (key, value) => (key === 'within' || key === 'pieces' ? undefined : value)),
    ).toContain(type)
  })
})
