import { show } from '../../../src/source/unknown.ts'
import { eventsOf } from '../../../src/world/world.ts'
import { exported, newBench } from './bench.ts'

const hcl = `
variable "TAG" { default = "dev" }
variable "REGISTRY" {
  default = "ghcr.io/acme"
}
group "default" {
  targets = ["api", "web"]
}
target "base" {
  platforms = ["linux/amd64", "linux/arm64"] # both
  args = {
    tags = "no"
  }
}
target "api" {
  inherits = ["base"]
  tags = [
    "\${REGISTRY}/api:\${TAG}",
    "\${REGISTRY}/api:latest",
  ]
}
target "web" {
  tags = ["\${REGISTRY}/web:\${TAG}"]
  platforms = ["linux/arm64"]
}
target "tool" {
  tags = [notequal("", TAG) ? "a" : "b"]
}
`

describe('bake', () => {
  it('builds the targets of HCL', () => {
    const bench = newBench()
    bench.write('docker-bake.hcl', hcl)
    bench.machine.variables = new Map([['TAG', exported('7')]])
    bench.run('docker buildx bake --push')
    expect(bench.pushes()).toEqual([
      'ghcr.io/acme/api:7 index linux/amd64,linux/arm64',
      'ghcr.io/acme/api:latest index linux/amd64,linux/arm64',
      'ghcr.io/acme/web:7 manifest linux/arm64',
    ])
    expect(eventsOf(bench.world, 'opaque')).toEqual([])
  })

  it('takes what is set, and files that say more of a target', () => {
    const bench = newBench()
    bench.use('docker/setup-buildx-action@v3', {})
    bench.write('docker-bake.hcl', hcl)
    const { outputs } = bench.use('docker/metadata-action@v5', { images: 'ghcr.io/acme/web', 'bake-target': 'web' })
    bench.use('docker/bake-action@v5', {
      files: `docker-bake.hcl\ncwd://${outputs.get('bake-file')?.value}`,
      targets: 'web',
      set: 'web.platform=linux/amd64\nweb.platform=linux/arm64',
      push: 'true',
    })
    expect(bench.pushes()).toEqual(['ghcr.io/acme/web:main index linux/amd64,linux/arm64'])
  })

  it.each([
    ['a computed attribute', 'tool'],
    ['a target that is not there', 'gone'],
  ])('does not pretend to understand %s', (_, target) => {
    const bench = newBench()
    bench.write('docker-bake.hcl', hcl)
    bench.run(`docker buildx bake --push ${target}`)
    expect(bench.pushes()).toEqual([])
    expect(eventsOf(bench.world, 'opaque')).toHaveLength(1)
  })

  it('does not pretend to know files it cannot read', () => {
    const bench = newBench()
    bench.use('docker/bake-action@v5', { push: 'true' })
    expect(eventsOf(bench.world, 'opaque')).toHaveLength(1)
  })

  it('reads compose files', () => {
    const bench = newBench()
    bench.write('compose.yaml', 'services:\n  web:\n    build: .\n    image: a/b:1\n  db:\n    image: postgres\n')
    bench.run('docker buildx bake --push')
    expect(bench.pushes()).toEqual(['a/b:1 manifest linux/amd64'])
  })
})

describe('logins of others', () => {
  it('azure/docker-login hides the logins before it', () => {
    const bench = newBench()
    bench.use('docker/login-action@v3', { registry: 'ghcr.io', username: 'u', password: 'p' })
    bench.use('azure/docker-login@v2', { 'login-server': 'x.azurecr.io', username: 'u', password: 'p' })
    expect(bench.machine.logins.map((one) => one.registry.value)).toEqual(['x.azurecr.io'])
    bench.use('azure/docker-login@v2', { 'login-server': 'y.azurecr.io', username: 'u', password: 'p' })
    expect(bench.machine.logins).toHaveLength(2)
  })

  it('amazon-ecr-login names the registry where account and region are written', () => {
    const bench = newBench()
    bench.machine.variables = new Map([['AWS_REGION', exported('eu-west-1')]])
    const known = bench.use('aws-actions/amazon-ecr-login@v2', { registries: '123456789012' })
    expect(known.outputs.get('registry')?.value).toBe('123456789012.dkr.ecr.eu-west-1.amazonaws.com')
    const unknown = bench.use('aws-actions/amazon-ecr-login@v2', {})
    const registry = unknown.outputs.get('registry')?.value ?? ''
    expect(show(bench.machine.names, registry)).toBe('<the ECR registry>')
    bench.run(`docker push ${registry}/app:1`)
    expect(eventsOf(bench.world, 'push')[0]?.login?.username?.value).toBe('AWS')
  })
})

describe('other builders', () => {
  it('Red Hat actions build, then push', () => {
    const bench = newBench()
    const built = bench.use('redhat-actions/buildah-build@v2', {
      image: 'app',
      tags: 'latest 1.0',
      dockerfiles: './Dockerfile',
      platforms: 'linux/arm64',
    })
    expect(built.outputs.get('image-with-tag')?.value).toBe('app:latest')
    const pushed = bench.use('redhat-actions/push-to-registry@v2', {
      image: built.outputs.get('image')?.value ?? '',
      tags: built.outputs.get('tags')?.value ?? '',
      registry: 'quay.io/acme',
      username: 'u',
      password: 'p',
    })
    expect(bench.pushes()).toEqual([
      'quay.io/acme/app:latest manifest linux/arm64',
      'quay.io/acme/app:1.0 manifest linux/arm64',
    ])
    expect(eventsOf(bench.world, 'push')[0]?.login?.registry.value).toBe('quay.io')
    expect(pushed.outputs.get('registry-path')?.value).toBe('quay.io/acme/app:latest')
  })

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'buildah',
      ['buildah bud --platform linux/arm64 -t app .', 'buildah push app docker://quay.io/a/b:1'],
      ['quay.io/a/b:1 manifest linux/arm64'],
    ],
    [
      'skopeo',
      ['docker build -t a/b:1 .', 'docker push a/b:1', 'skopeo copy --all docker://a/b:1 docker://quay.io/a/b:2'],
      ['a/b:1 manifest linux/amd64', 'quay.io/a/b:2 manifest linux/amd64'],
    ],
    [
      'crane',
      ['docker build -t a/b:1 .', 'docker push a/b:1', 'crane tag a/b:1 prod', 'crane cp a/b:1 c/d:2'],
      ['a/b:1 manifest linux/amd64', 'a/b:prod manifest linux/amd64', 'c/d:2 manifest linux/amd64'],
    ],
    [
      'a copy of one platform of an index',
      [
        'docker buildx build --platform linux/amd64,linux/arm64 --push -t a/b:1 --builder x .',
        'skopeo copy docker://a/b:1 docker://a/b:2',
      ],
      ['a/b:1 index linux/amd64,linux/arm64', 'a/b:2 ? ?'],
    ],
    ['docker-compose', ['docker-compose -f c.yml push'], ['a/b:1 ? ?']],
  ])('%s', (_, lines, expected) => {
    const bench = newBench()
    bench.write('c.yml', 'services:\n  web:\n    build: .\n    image: a/b:1\n')
    for (const line of lines) bench.run(line)
    expect(bench.pushes()).toEqual(expected)
  })

  it('loads images into local clusters, and ko may have pushed', () => {
    const bench = newBench()
    bench.run('kind create cluster --name dev')
    expect(bench.machine.cluster).toMatchObject({ name: { value: 'kind-dev' }, provider: 'local' })
    bench.run('kind load docker-image a/b:1 --name dev')
    bench.run('minikube -p x image load a/b:2')
    expect(
      eventsOf(bench.world, 'command').map((one) => [one.name, ...one.arguments.map((text) => text.value)]),
    ).toEqual([['kind create cluster'], ['kind load docker-image', 'a/b:1'], ['minikube image load', 'a/b:2']])
    bench.run('ko build ./cmd/app')
    expect(eventsOf(bench.world, 'opaque')[0]?.about.map((text) => text.value)).toEqual(['build', './cmd/app'])
  })
})
