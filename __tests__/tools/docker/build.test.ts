import { placeOf } from '../../../src/source/text.ts'
import { eventsOf } from '../../../src/world/world.ts'
import { exported, newBench } from './bench.ts'

describe('docker/build-push-action', () => {
  const plain = 'ghcr.io/acme/app:1 manifest linux/amd64'
  const index = 'ghcr.io/acme/app:1 index linux/amd64'

  it.each<[string, string, Record<string, string>, string | undefined, readonly string[]]>([
    ['does not push unless told to', 'v6', {}, undefined, []],
    ['adds provenance since v4', 'v6', { push: 'true' }, undefined, [index]],
    ['adds provenance since v4', 'v4', { push: 'true' }, undefined, [index]],
    ['turned it off in v3.3.1', 'v3', { push: 'true' }, undefined, [plain]],
    ['had it on in v3.3.0', 'v3.3.0', { push: 'true' }, undefined, [index]],
    ['leaves it to buildx before', 'v2', { push: 'true' }, undefined, [index]],
    ['does without when told so', 'v6', { push: 'true', provenance: 'false' }, undefined, [plain]],
    ['still has an index for an sbom', 'v6', { push: 'true', provenance: 'false', sbom: 'true' }, undefined, [index]],
    ['obeys the variable since v6.16', 'v6', { push: 'true' }, '1', [plain]],
    ['overruled the variable before', 'v6.15.0', { push: 'true' }, '1', [index]],
    ['left it to buildx in v2', 'v2', { push: 'true' }, 'true', [plain]],
    ['adds none to what it loads', 'v6', { push: 'true', load: 'true' }, undefined, [plain]],
    ['pushes by its outputs', 'v6', { outputs: 'type=image,push=true' }, undefined, [index]],
    ['pushes by its outputs', 'v6', { outputs: 'type=registry' }, undefined, [index]],
    [
      'pushes several tags',
      'v6',
      { push: 'true', provenance: 'false', tags: 'a:1,b:2\nc:3' },
      undefined,
      ['a:1 manifest linux/amd64', 'b:2 manifest linux/amd64', 'c:3 manifest linux/amd64'],
    ],
    [
      'builds for several platforms',
      'v6',
      { push: 'true', platforms: 'linux/amd64,linux/arm64' },
      undefined,
      ['ghcr.io/acme/app:1 index linux/amd64,linux/arm64'],
    ],
    ['refuses what is no YAML boolean', 'v6', { push: 'yes' }, undefined, []],
  ])('%s (%s)', (_, version, inputs, variable, expected) => {
    const bench = newBench()
    bench.use('docker/setup-buildx-action@v3', {})
    if (variable) bench.machine.variables = new Map([['BUILDX_NO_DEFAULT_ATTESTATIONS', exported(variable)]])
    bench.use(`docker/build-push-action@${version}`, { context: '.', tags: 'ghcr.io/acme/app:1', ...inputs })
    expect(bench.pushes()).toEqual(expected)
  })

  it('makes a plain manifest with the daemon of a hosted runner, and says nothing about other daemons', () => {
    for (const [computer, shape] of [
      [{}, 'manifest'],
      [{ hosted: undefined, label: 'self-hosted' }, '?'],
      [{ label: 'ubuntu-26.04' }, '?'],
    ] as const) {
      const bench = newBench(computer)
      bench.use('docker/build-push-action@v6', { push: 'true', tags: 'a/b:1' })
      expect(bench.pushes()).toEqual([`a/b:1 ${shape} linux/amd64`])
    }
  })

  it('pushes by digest without a tag', () => {
    const bench = newBench()
    const outcome = bench.use('docker/build-push-action@v6', {
      platforms: 'linux/arm64',
      outputs: 'type=image,"name=ghcr.io/acme/app,acme/app",push-by-digest=true,name-canonical=true,push=true',
    })
    const [first, second] = eventsOf(bench.world, 'push').map((one) => one.reference)
    expect(first?.name).toBe('ghcr.io/acme/app')
    expect(first?.tag).toBeUndefined()
    expect(first?.digest?.value).toBe(outcome.outputs.get('digest')?.value)
    expect(second?.name).toBe('docker.io/acme/app')
  })

  it('takes a push that nobody can decide for possible', () => {
    const bench = newBench()
    bench.use('docker/build-push-action@v6', { push: bench.unknown('inputs.push'), tags: 'a/b:1' })
    expect(bench.pushes()).toEqual(['a/b:1 manifest linux/amd64 maybe'])
    expect(bench.machine.when.size).toBe(0)
  })

  it('marks the tag where it is written', () => {
    const bench = newBench()
    bench.use('docker/build-push-action@v6', { push: 'true', tags: 'a/b:1\na/b:22\n' })
    expect(eventsOf(bench.world, 'push').map(({ at }) => at.source.text.slice(at.start, at.end))).toEqual([
      'a/b:1',
      'a/b:22',
    ])
  })

  it.each([
    ['FROM --platform=linux/arm64 node', {}, 'linux/arm64'],
    ['FROM --platform=$BUILDPLATFORM node AS build\nFROM nginx', {}, 'linux/amd64'],
    ['FROM --platform=linux/arm64 node AS base\nFROM base', {}, 'linux/arm64'],
    [`ARG P=linux/arm64\nFROM --platform=\${P} node`, {}, 'linux/arm64'],
    [`ARG P=linux/arm64\nFROM --platform=\${P} node`, { 'build-args': 'P=linux/amd64' }, 'linux/amd64'],
    ['FROM --platform=$TARGETPLATFORM node', {}, 'linux/amd64'],
    ['FROM --platform=$X node', {}, '?'],
    ['FROM node AS one\nFROM --platform=linux/arm64 node AS two', { target: 'one' }, 'linux/amd64'],
    ['FROM --platform=linux/arm64 node', { platforms: 'linux/amd64' }, '?'],
  ] as const)('reads the platform of %j with %j: %s', (dockerfile, inputs, platforms) => {
    const bench = newBench()
    bench.write('app/Dockerfile', dockerfile)
    bench.use('docker/build-push-action@v6', { context: 'app', push: 'true', tags: 'a/b:1', ...inputs })
    expect(bench.pushes()).toEqual([`a/b:1 manifest ${platforms}`])
  })

  it('does not know the platform of a Dockerfile it cannot read, of a remote builder, of an unknown runner', () => {
    const unread = newBench()
    unread.use('docker/build-push-action@v6', { file: 'gone/Dockerfile', push: 'true', tags: 'a:1' })
    expect(unread.pushes()).toEqual(['a:1 manifest ?'])
    const remote = newBench()
    remote.use('docker/setup-buildx-action@v3', { driver: 'remote', endpoint: 'tcp://builder:1234' })
    remote.use('docker/build-push-action@v6', { push: 'true', tags: 'a:1' })
    expect(remote.pushes()).toEqual(['a:1 index ?'])
    const elsewhere = newBench({ architecture: undefined })
    elsewhere.use('docker/build-push-action@v6', { push: 'true', tags: 'a:1' })
    expect(elsewhere.pushes()).toEqual(['a:1 manifest ?'])
  })

  it('v1 takes bare tags and pushes by default', () => {
    const bench = newBench()
    bench.use('docker/build-push-action@v1', {
      registry: 'ghcr.io',
      repository: 'acme/app',
      username: 'x',
      password: 'y',
      tags: 'latest, 1.0',
      tag_with_sha: 'true',
    })
    expect(bench.pushes()).toEqual([
      'ghcr.io/acme/app:latest manifest linux/amd64',
      'ghcr.io/acme/app:1.0 manifest linux/amd64',
      'ghcr.io/acme/app:sha-0123456 manifest linux/amd64',
    ])
    expect(eventsOf(bench.world, 'push')[0]?.login?.registry.value).toBe('ghcr.io')
  })
})

describe('docker', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'build, tag and push',
      ['docker build -t app .', 'docker tag app ghcr.io/acme/app:1', 'docker push ghcr.io/acme/app:1'],
      ['ghcr.io/acme/app:1 manifest linux/amd64'],
    ],
    [
      'build with flags in every form',
      ['docker build --platform=linux/arm64 -fDockerfile -qt=a/b:1 --tag a/c:2 . --push'],
      ['a/b:1 manifest linux/arm64', 'a/c:2 manifest linux/arm64'],
    ],
    [
      'build with the container driver',
      ['docker buildx create --use', 'docker buildx build --push -t a/b:1 .'],
      ['a/b:1 index linux/amd64'],
    ],
    [
      'turn provenance off',
      ['docker buildx create --use --name x', 'docker buildx build --provenance=false --push -t a/b:1 .'],
      ['a/b:1 manifest linux/amd64'],
    ],
    [
      'push all tags',
      ['docker build -t a/b:1 -t a/b:2 -t a/c:3 .', 'docker push --all-tags a/b'],
      ['a/b:1 manifest linux/amd64', 'a/b:2 manifest linux/amd64'],
    ],
    ['push what is not there', ['docker push a/b'], ['a/b ? ?']],
    [
      'promote',
      [
        'docker build --platform linux/arm64 -t a/b:1 .',
        'docker push a/b:1',
        'docker rmi a/b:1',
        'docker pull a/b:1',
        'docker tag a/b:1 a/b:prod',
        'docker push a/b:prod',
      ],
      ['a/b:1 manifest linux/arm64', 'a/b:prod manifest linux/arm64'],
    ],
    [
      'join manifests',
      [
        'docker build --platform linux/arm64 -t a/b:arm .',
        'docker build -t a/b:amd .',
        'docker manifest create a/b:1 a/b:arm --amend a/b:amd',
        'docker manifest push a/b:1',
      ],
      ['a/b:1 index linux/arm64,linux/amd64'],
    ],
    [
      'tag in the registry',
      [
        'docker buildx build --platform linux/arm64 --push -t a/b:1 .',
        'docker buildx imagetools create -t a/b:2 -t a/b:3 a/b:1',
      ],
      ['a/b:1 manifest linux/arm64', 'a/b:2 manifest linux/arm64', 'a/b:3 manifest linux/arm64'],
    ],
    ['push with outputs', ['docker buildx build -o type=registry -t a/b:1 .'], ['a/b:1 manifest linux/amd64']],
    [
      'keep unknowns',
      ['docker build -t U:secrets.HOST/app:1 .', 'docker push U:secrets.HOST/app:1'],
      ['<secrets.HOST>/app:1 manifest linux/amd64'],
    ],
    [
      'run podman',
      ['podman build -t a/b:1 .', 'podman push a/b:1 docker://quay.io/a/b:2'],
      ['quay.io/a/b:2 manifest linux/amd64'],
    ],
  ])('can %s', (_, lines, expected) => {
    const bench = newBench()
    for (const line of lines) bench.run(line)
    expect(bench.pushes()).toEqual(expected)
  })

  it('keeps what it loads, not what stays in a builder', () => {
    const bench = newBench()
    bench.run('docker buildx create --use')
    bench.run('docker buildx build -t a/b:1 .')
    expect(bench.images()).toEqual([])
    bench.run('docker buildx build --load -t a/b:2 .')
    bench.run('docker build -t a/b:3 .')
    expect(bench.images()).toEqual(['docker.io/a/b:2', 'docker.io/a/b:3'])
  })

  it('finds builders by their names', () => {
    const bench = newBench()
    const { outputs } = bench.use('docker/setup-buildx-action@v3', { use: 'false' })
    const builder = outputs.get('name')?.value ?? ''
    bench.use('docker/build-push-action@v6', { builder, push: 'true', tags: 'a/b:1' })
    bench.run('docker buildx create --name x')
    bench.run('docker buildx build --push -t a/b:2 .')
    bench.run('docker buildx build --builder x --push -t a/b:3 .')
    bench.run('docker buildx use x')
    bench.run('docker buildx build --push -t a/b:4 .')
    bench.run('docker buildx use default')
    bench.run('docker buildx build --push -t a/b:5 .')
    bench.run('docker buildx build --builder y --push -t a/b:6 .')
    const manifest = 'manifest linux/amd64'
    const index = 'index linux/amd64'
    expect(bench.pushes()).toEqual(
      [`1 ${index}`, `2 ${manifest}`, `3 ${index}`, `4 ${index}`, `5 ${manifest}`, '6 ? ?'].map((one) => `a/b:${one}`),
    )
  })

  it('means the builder in use by docker build once buildx took it over', () => {
    const bench = newBench()
    bench.use('docker/setup-buildx-action@v3', { install: 'true' })
    bench.run('docker build -t a/b:1 --push .')
    bench.run('docker build -t a/b:2 .')
    expect(bench.pushes()).toEqual(['a/b:1 index linux/amd64'])
    expect(bench.images()).toEqual([])
  })

  it('does not know an image that was pushed under one name for different platforms', () => {
    const bench = newBench()
    bench.run('docker build --platform linux/arm64 --push -t a/b:1 .')
    bench.run('docker buildx create --use')
    bench.run('docker buildx build --platform linux/amd64 --push -t a/b:1 .')
    bench.run('docker rmi a/b:1')
    bench.machine.images = new Map()
    bench.run('docker buildx imagetools create -t a/b:2 a/b:1')
    expect(bench.pushes().at(-1)).toBe('a/b:2 ? ?')
  })

  it('takes the platform of the environment', () => {
    const bench = newBench()
    bench.machine.variables = new Map([['DOCKER_DEFAULT_PLATFORM', exported('linux/arm64')]])
    bench.run('docker build -t a/b:1 .')
    bench.run('docker push a/b:1')
    expect(bench.pushes()).toEqual(['a/b:1 manifest linux/arm64'])
  })

  it('builds and pushes the services of a compose file', () => {
    const bench = newBench()
    bench.write(
      'docker-compose.yml',
      `services:\n  web:\n    build: .\n    image: ghcr.io/acme/web:\${TAG:-dev}\n  db:\n    image: postgres\n`,
    )
    bench.run('docker compose build')
    bench.run('docker compose push')
    bench.machine.variables = new Map([['TAG', exported('7')]])
    bench.run('docker compose -f docker-compose.yml push web')
    expect(bench.pushes()).toEqual(['ghcr.io/acme/web:dev manifest linux/amd64', 'ghcr.io/acme/web:7 ? ?'])
  })

  it('says that it does not know what it does not model', () => {
    const bench = newBench()
    const outcome = bench.run('docker inspect a/b')
    expect(outcome.status).toBe('unknown')
    expect(bench.world.notModelled.size).toBe(0)
    bench.run('docker frobnicate')
    expect([...bench.world.notModelled.keys()]).toEqual(['docker frobnicate'])
  })
})

describe('login', () => {
  it.each([
    ['docker login -u u -p p', 'docker.io'],
    ['docker login https://index.docker.io/v1/ -u u -p p', 'docker.io'],
    ['docker login ghcr.io/acme -u u -p p', 'ghcr.io'],
    ['docker login --username u --password-stdin https://x.azurecr.io/', 'x.azurecr.io'],
  ])('%s is one to %s', (line, host) => {
    const bench = newBench()
    bench.run(line, 'secret\n')
    const login = bench.machine.logins[0]
    expect(login?.registry.value).toBe(host)
    expect(login?.username?.value).toBe('u')
    expect(login?.password?.value).toMatch(/^p$|^secret$/)
    expect(login?.credential).toBe('other')
  })

  it.each([
    ['secrets.GITHUB_TOKEN', 'github-token'],
    ['secrets.PAT', 'other'],
    ['inputs.token', undefined],
  ] as const)('with %s: %s', (key, credential) => {
    const bench = newBench()
    bench.use('docker/login-action@v3', { registry: 'ghcr.io', username: 'u', password: bench.unknown(key) })
    bench.run('docker push ghcr.io/acme/app:1')
    bench.run('docker push acme/app:1')
    expect(eventsOf(bench.world, 'push').map((one) => one.login?.credential)).toEqual([credential, undefined])
  })

  it('belongs to the host that an unknown stands for', () => {
    const bench = newBench()
    bench.use('docker/login-action@v3', { registry: bench.unknown('secrets.HOST'), username: 'u', password: 'p' })
    bench.run('docker push U:secrets.HOST/app:1')
    expect(eventsOf(bench.world, 'push')[0]?.login).toBeDefined()
  })

  it('ends with docker logout', () => {
    const bench = newBench()
    bench.run('docker login ghcr.io -u u -p p')
    bench.run('docker logout ghcr.io')
    expect(bench.machine.logins).toEqual([])
    expect(placeOf(eventsOf(bench.world, 'login')[0]?.registry ?? { value: '', pieces: [] }).source.path).toBe('script')
  })

  it('to several registries at once', () => {
    const bench = newBench()
    bench.use('docker/login-action@v4', {
      'registry-auth': '- registry: ghcr.io\n  username: u\n  password: p\n- username: v\n  password: q\n',
    })
    expect(bench.machine.logins.map((one) => one.registry.value)).toEqual(['ghcr.io', 'docker.io'])
  })
})
