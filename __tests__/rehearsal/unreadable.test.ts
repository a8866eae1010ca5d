// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are scripts and templates
import { emptyConfig } from '../../src/config.ts'
import { preflight } from '../../src/preflight.ts'
import { repositoryOf } from '../../src/repository/repository.ts'
import { eventsOf } from '../../src/world/world.ts'
import { chart, deployment, storiesOf } from './implied/delivered.ts'

const job = (...steps: readonly string[]): Record<string, string> => ({
  '.github/workflows/deploy.yml': `on:
  push:
    branches: [main]
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
${steps.map((step) => `      - run: ${JSON.stringify(step)}\n`).join('')}`,
})

const findingsIn = (files: Readonly<Record<string, string>>) =>
  preflight({
    repository: repositoryOf(files),
    config: emptyConfig,
    repositoryName: 'acme/shop',
    defaultBranch: 'main',
    sha: undefined,
  }).findings

/** Every notice as `path:line message`. */
const noticesIn = (files: Readonly<Record<string, string>>): readonly string[] =>
  findingsIn(files)
    .filter(({ rule }) => rule === 'file-not-understood')
    .map(({ at, message }) => {
      const line = at.source.text.slice(0, at.start).split('\n').length
      return `${at.source.path}:${line} ${message.replace(`${at.source.path} `, '')}`
    })

const web = deployment('web', 'acme/web:1')
const broken = web.replace('metadata:\n', 'metadata:\n  labels: {\n')
const kustomization = 'resources:\n  - web.yaml\n'
const dockerfile = 'FROM alpine\nRUN true\n'
const compose = 'services:\n  web:\n    image: acme/web:1\n    build: .\n'

it.each<[string, Record<string, string>, readonly string[]]>([
  [
    'a manifest that a workflow applies',
    { ...job('kubectl apply -f k8s/web.yaml'), 'k8s/web.yaml': broken },
    ["k8s/web.yaml:6 is no valid YAML: did not find expected ',' or '}'"],
  ],
  [
    'one of several, once for all who apply it',
    {
      ...job('kubectl apply -f k8s', 'kubectl apply -f k8s/web.yaml'),
      'k8s/web.yaml': broken,
      'k8s/api.yaml': deployment('api', 'acme/api:1'),
      'deploy.sh': 'kubectl apply -f k8s\n',
    },
    ["k8s/web.yaml:6 is no valid YAML: did not find expected ',' or '}'"],
  ],
  [
    'marks of a merge',
    {
      ...job('kubectl apply -f k8s'),
      'k8s/web.yaml': web.replace('  name: web\n', '<<<<<<< HEAD\n  name: web\n=======\n  name: shop\n>>>>>>> other\n'),
    },
    ["k8s/web.yaml:5 is no valid YAML: could not find expected ':'"],
  ],
  [
    'beside manifests that nothing applies',
    { 'k8s/web.yaml': broken, 'k8s/api.yaml': deployment('api', 'acme/api:1') },
    ["k8s/web.yaml:6 is no valid YAML: did not find expected ',' or '}'"],
  ],
  ['alone, where nothing applies it', { 'k8s/web.yaml': broken }, []],
  [
    'a template that is filled in',
    { ...job('sed "s|{{ TAG }}|1|" k8s/web.yaml | kubectl apply -f -'), 'k8s/web.yaml': `${web}  {{ TAG }}\n` },
    [],
  ],
  [
    'a file that is mended in place',
    { ...job('sed -i "s|labels: {||" k8s/web.yaml', 'kubectl apply -f k8s/web.yaml'), 'k8s/web.yaml': broken },
    [],
  ],
  [
    'a template among manifests that nothing applies',
    { 'k8s/web.yaml': `${web}{{ if x }}\n`, 'k8s/api.yaml': deployment('api', 'acme/api:1') },
    [],
  ],
  ['manifests that a job writes', job('printf "a: {" > x.yaml', 'kubectl apply -f x.yaml'), []],
  [
    'a kustomization that an agent builds',
    { 'k8s/kustomization.yaml': `${kustomization}images: [\n`, 'k8s/web.yaml': web },
    [
      'k8s/kustomization.yaml:3 kustomize cannot read k8s/kustomization.yaml: invalid Kustomization: yaml: did not find expected node content',
    ],
  ],
  [
    'and what it lists',
    { 'k8s/kustomization.yaml': kustomization, 'k8s/web.yaml': broken },
    ["k8s/web.yaml:6 kustomize cannot read k8s/web.yaml: MalformedYAMLError: yaml: did not find expected ',' or '}'"],
  ],
  [
    'values of a chart that nothing installs',
    { ...chart('charts/web', 'web'), 'charts/web/values.yaml': 'image: {\n' },
    [
      'charts/web/values.yaml:1 helm cannot read charts/web/values.yaml: cannot load values.yaml: error converting YAML to JSON: yaml: did not find expected node content',
    ],
  ],
  [
    'a template of a chart that nothing installs',
    { ...chart('charts/web', 'web'), 'charts/web/templates/x.yaml': '{{ if }}\n' },
    [
      'charts/web/templates/x.yaml:1 helm cannot read charts/web/templates/x.yaml: parse error at (web/templates/x.yaml:1): missing value for if',
    ],
  ],
  [
    'an instruction that there is not',
    { ...job('docker build .'), Dockerfile: dockerfile.replace('RUN', 'RUNN') },
    ['Dockerfile:2 is no valid Dockerfile: unknown instruction: RUNN'],
  ],
  [
    'a Dockerfile without a stage',
    { ...job('docker build .'), Dockerfile: 'ARG A=1\nRUN true\n' },
    ['Dockerfile:1 is no valid Dockerfile: no build stage in current context'],
  ],
  [
    'a Dockerfile with a here-document',
    { ...job('docker build .'), Dockerfile: `${dockerfile}RUN <<EOF\necho\nEOF\n` },
    [],
  ],
  [
    'a Dockerfile of another frontend',
    { ...job('docker build .'), Dockerfile: `# syntax=acme/x\n${dockerfile}INCLUDE x\n` },
    [],
  ],
  ['a Dockerfile that is a template', { ...job('docker build .'), Dockerfile: `${dockerfile}{{ x }}\n` }, []],
  [
    'lower case, comments and line ends',
    { ...job('docker build .'), Dockerfile: 'from alpine\n# x\nrun a \\\n # b\n c\n' },
    [],
  ],
  ['a Dockerfile that nobody builds', { Dockerfile: 'RUNN\n' }, []],
  [
    'a compose file',
    { ...job('docker compose build --push'), 'compose.yaml': `${compose}x: {\n`, Dockerfile: dockerfile },
    ['compose.yaml:5 is no valid YAML: did not find expected node content'],
  ],
  [
    'a compose file as bake reads it',
    { ...job('docker buildx bake --push'), 'compose.yaml': `${compose}x: {\n`, Dockerfile: dockerfile },
    ['compose.yaml:5 is no valid YAML: did not find expected node content'],
  ],
])('%s', (_, files, expected) => {
  expect(noticesIn(files)).toEqual(expected)
})

it.each<[string, Record<string, string>]>([
  ['helm-render-fails', { ...job('helm upgrade -i web charts/web'), ...chart('charts/web', 'web') }],
  ['kustomize-build-fails', { ...job('kubectl apply -k k8s'), 'k8s/kustomization.yaml': kustomization }],
])('says nothing of what %s has said', (rule, files) => {
  const found = findingsIn({ ...files, 'charts/web/values.yaml': 'image: {\n', 'k8s/web.yaml': broken })
  expect(found.map((one) => one.rule)).toEqual([rule])
})

it('concludes nothing from what is absent in a set that cannot be read to its end', () => {
  const files = { 'k8s/web.yaml': broken, 'k8s/api.yaml': deployment('api', 'acme/api:1') }
  const sets = storiesOf(files).flatMap(({ world }) => eventsOf(world, 'apply').map(({ set }) => set.complete))
  expect(sets).toEqual([false])
})

it('takes it that a compose file that cannot be read pushes what it names', () => {
  const files = {
    ...job('docker compose build --push', 'kubectl apply -f k8s/web.yaml'),
    'compose.yaml': `${compose}x: {\n`,
    'k8s/web.yaml': deployment('web', 'acme/web:2'),
  }
  expect(findingsIn(files).map(({ rule }) => rule)).toEqual(['file-not-understood'])
})
