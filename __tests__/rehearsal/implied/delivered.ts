import { containersOf, podTemplateOf } from '../../../src/documents/kubernetes.ts'
import { type Rehearsal, rehearse } from '../../../src/rehearsal/rehearsal.ts'
import { repositoryOf } from '../../../src/repository/repository.ts'
import { show } from '../../../src/source/unknown.ts'
import { eventsOf, noFacts } from '../../../src/world/world.ts'

/** The stories of a repository `acme/shop`. */
export const storiesOf = (files: Readonly<Record<string, string>>): readonly Rehearsal[] =>
  rehearse({
    repository: repositoryOf(files),
    facts: { ...noFacts, repository: 'acme/shop', defaultBranch: 'main' },
    sha: undefined,
  })

/** Every implied delivery with what it brings: `k8s: Deployment/api shop acme/api:1`. */
export const deliveredBy = (files: Readonly<Record<string, string>>): readonly string[] =>
  storiesOf(files).flatMap(({ world, runs }) =>
    runs
      .filter((run) => run.implied)
      .map((run) => {
        const objects = eventsOf(world, 'apply').filter((event) => event.run === run)
        const said = objects.map(({ object }) => {
          const spec = podTemplateOf(object)?.spec
          const images = spec ? containersOf(spec).map(({ image }) => image?.value ?? '') : []
          const words = [`${object.kind}/${object.name?.value ?? ''}`, object.namespace?.value, ...images]
          return words
            .filter((word) => word !== undefined)
            .map((word) => show(world.names, word))
            .join(' ')
        })
        return `${run.job}: ${said.join(', ') || 'nothing'}`
      }),
  )

/** Failures of rendering, with the file they are in. */
export const failuresOf = (files: Readonly<Record<string, string>>): readonly string[] =>
  storiesOf(files).flatMap(({ world }) =>
    eventsOf(world, 'render-failure').map(({ at, tool, message }) => `${tool} ${at.source.path}: ${message}`),
  )

/** A Deployment of one container. */
export const deployment = (name: string, image: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - name: ${name}
          image: ${image}
`

/** A chart with a Deployment whose image is `image.repository:image.tag`. */
export const chart = (folder: string, name: string): Record<string, string> => ({
  [`${folder}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`,
  [`${folder}/values.yaml`]: `image:\n  repository: acme/${name}\n  tag: "1"\n`,
  [`${folder}/templates/deployment.yaml`]: deployment(
    '{{ .Release.Name }}',
    '"{{ .Values.image.repository }}:{{ .Values.image.tag }}"',
  ),
})

/** A workflow that does this on a push. */
export const workflow = (script: string): Record<string, string> => ({
  '.github/workflows/ci.yml': `on: push\njobs:\n  go:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: |\n          ${script}\n`,
})

export const kustomization = (...resources: readonly string[]): string =>
  `resources:\n${resources.map((one) => `  - ${one}\n`).join('')}`
