import fc from 'fast-check'
import { parseBake, resolveTarget, targetsNamed } from '../../../src/documents/bake.ts'
import { parseDockerfile, stageBuilt } from '../../../src/documents/dockerfile.ts'
import { textAt } from '../../../src/source/text.ts'
import { defectOf, parseImageReference } from '../../../src/syntax/image-reference.ts'
import { aboutLinear, growth } from '../../growth.ts'
import { newBench } from './bench.ts'

const text = (value: string) => textAt({ source: { path: 'x', text: value }, start: 0, end: value.length })

/** Words that tools look for, and what nobody would write. */
const fragment = fc.oneof(
  fc.constantFrom(
    ...['a/b:1', 'type=', 'sha', 'raw', 'semver', 'pattern={{version}}', ',', '=', '\n', '"', '{{', '}}', '{{branch}}'],
    ...['enable=', 'true', 'false', '\ue000', '\ue001', '\uf8ff', '#', 'prefix=', 'match', '/(a+)+$/', 'group=9', '-t'],
    ...[
      '--push',
      '--platform',
      'linux/arm64',
      '-',
      '--',
      '@',
      'sha256:',
      ':',
      '/',
      'FROM ',
      'target "a" {',
      '}',
      `\${A}`,
    ],
    ...['services:\n', ' a:\n', '  build: .\n', '\\', '<<E\n', '["', ']', 'AS ', '--platform=', '*.tags=', 'push=true'],
  ),
  fc.string({ maxLength: 6 }),
)
const words = fc.array(fragment, { maxLength: 12 })
const soup = words.map((parts) => parts.join(''))

const actionNames = [
  ...['docker/metadata-action@v6', 'docker/metadata-action@v5', 'docker/build-push-action@v6', 'docker/bake-action@v5'],
  ...[
    'docker/build-push-action@v1',
    'docker/login-action@v3',
    'docker/setup-buildx-action@v3',
    'azure/docker-login@v2',
  ],
  ...['aws-actions/amazon-ecr-login@v2', 'redhat-actions/buildah-build@v2', 'redhat-actions/push-to-registry@v2'],
]
const inputNames = [
  ...['images', 'tags', 'flavor', 'labels', 'context', 'file', 'push', 'outputs', 'platforms', 'provenance', 'attests'],
  ...['set', 'targets', 'files', 'registry', 'username', 'password', 'registry-auth', 'image', 'sep-tags', 'driver'],
]
const subcommands = [
  ...['docker build', 'docker buildx build', 'docker buildx bake', 'docker buildx create', 'docker tag', 'docker push'],
  ...[
    'docker login',
    'docker compose',
    'docker manifest create',
    'docker manifest push',
    'docker buildx imagetools create',
  ],
  ...['docker', 'podman', 'buildah', 'buildah manifest', 'skopeo copy', 'crane', 'crane cp', 'kind', 'minikube', 'ko'],
]

describe('whatever stands in a repository', () => {
  it('no action throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...actionNames),
        fc.dictionary(fc.constantFrom(...inputNames), soup),
        soup,
        (name, inputs, file) => {
          const bench = newBench()
          bench.write('Dockerfile', file)
          bench.write('docker-bake.hcl', file)
          bench.use(name, inputs, { ref: `refs/tags/${file}`, event: 'push' })
          bench.use(name, inputs, { ref: file, sha: file, defaultBranch: undefined, event: 'schedule' })
        },
      ),
      { seed: 1, numRuns: 600 },
    )
  })

  it('no command throws', () => {
    const separators = /\s+|'/g
    fc.assert(
      fc.property(fc.constantFrom(...subcommands), words, soup, (name, args, file) => {
        const bench = newBench()
        bench.write('compose.yml', file)
        bench.write('docker-bake.json', file)
        bench.run([name, ...args.map((arg) => arg.replace(separators, '_')).filter(Boolean)].join(' '), file)
      }),
      { seed: 1, numRuns: 600 },
    )
  })

  it('no parser throws', () => {
    fc.assert(
      fc.property(soup, (value) => {
        stageBuilt(parseDockerfile(text(value)), 'a')
        for (const path of ['a.hcl', 'a.json', 'a.yml']) {
          const file = parseBake(path, text(value), () => undefined)
          for (const name of targetsNamed(file, [])) resolveTarget(file, name)
        }
        defectOf(parseImageReference(text(value)))
      }),
      { seed: 1, numRuns: 1000 },
    )
  })

  it.each<[string, (repeat: (part: string) => string) => Readonly<Record<string, string>>]>([
    ['tags', (repeat) => ({ images: 'a/b', tags: repeat('type=raw,value=x\n') })],
    ['fields', (repeat) => ({ images: repeat('a,'), tags: repeat(',') })],
    ['characters to replace', (repeat) => ({ tags: `type=raw,value=${repeat('/a')}` })],
    ['expressions', (repeat) => ({ tags: `type=raw,value=${repeat('{{sha}}')}` })],
    ['quotes', (repeat) => ({ tags: repeat('"'), labels: repeat('"a') })],
    [
      'images and tags',
      (repeat) => ({ images: repeat('a\n').slice(0, 2000), tags: [...Array(1000).keys()].join('\n') }),
    ],
  ])('many %s take no long time', (_, inputs) => {
    const use = (size: number): void => {
      newBench().use(
        'docker/metadata-action@v6',
        inputs((part) => part.repeat(Math.ceil(size / part.length))),
      )
    }
    expect(growth(6000, use)).toBeLessThan(aboutLinear)
  })

  it.each([
    ['FROM a\n', 'FROM a'],
    ['FROM a AS b\nFROM b AS a\n', 'stages'],
    ['ARG A\n', 'arguments'],
    ['RUN a \\\n', 'continuations'],
    ['target "a" {', 'targets'],
    ['a = [', 'brackets'],
  ])('a file of %j over and over takes no long time', (part) => {
    const build = (size: number): void => {
      const value = part.repeat(Math.ceil(size / part.length))
      const bench = newBench()
      bench.write('Dockerfile', value)
      bench.write('docker-bake.hcl', value)
      bench.run('docker build -t a .')
      bench.run('docker buildx bake --push')
    }
    expect(growth(6000, build)).toBeLessThan(aboutLinear)
  })
})
