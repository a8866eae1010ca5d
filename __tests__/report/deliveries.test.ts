import { type SuppliedPull, traceOf } from '../../src/report/deliveries.ts'
import { textAt } from '../../src/source/text.ts'
import { newNames } from '../../src/source/unknown.ts'
import { parseImageReference } from '../../src/syntax/image-reference.ts'
import type { Pull } from '../../src/world/cluster.ts'
import type { Push } from '../../src/world/registry.ts'
import { finding, manifest, mark, workflow } from './findings.ts'

const image = mark(manifest, 'ghcr.io/acme/api:1')
const name = textAt(mark(manifest, 'Deployment'))
const pull = {
  at: image,
  run: { occasion: { label: 'a push to main' } },
  cluster: { name: textAt(mark(workflow, 'build')), provider: 'aks' },
  object: { kind: 'Deployment', name },
  reference: parseImageReference(textAt(image)),
} as unknown as Pull
const push = { at: mark(workflow, 'docker push'), image: { at: mark(workflow, 'run') } } as unknown as Push
const supplied: SuppliedPull = { names: newNames(), pull, pushes: [push], matching: [push], architectures: ['arm64'] }

describe('the delivery map', () => {
  it.each([
    ['ok: what is pulled is pushed', supplied, [], { state: 'ok', pushedAt: push.at, builtAt: push.image.at }],
    ['broken: an error points to it', supplied, [finding()], { state: 'broken' }],
    ['ok: a warning points to it', supplied, [finding({ severity: 'warning' })], { state: 'ok' }],
    ['ok: an error elsewhere', supplied, [finding({ at: mark(manifest, 'other'), because: [] })], { state: 'ok' }],
    ['unknown: another tag is pushed', { ...supplied, matching: [] }, [], { state: 'unknown', pushedAt: push.at }],
    [
      'unknown: nothing is pushed',
      { ...supplied, pushes: [], matching: [] },
      [],
      { state: 'unknown', pushedAt: undefined },
    ],
  ])('%s', (_, given, findings, expected) => {
    expect(traceOf([given], findings).deliveries).toMatchObject([
      {
        occasion: 'a push to main',
        image: 'ghcr.io/acme/api:1',
        pulledAt: image,
        workload: 'Deployment/Deployment',
        cluster: 'build',
        nodes: 'linux/arm64',
        ...expected,
      },
    ])
  })

  it('tells equal deliveries once', () => {
    const other = { ...supplied, pull: { ...pull, run: { occasion: { label: 'a release' } } } as unknown as Pull }
    expect(traceOf([supplied, supplied, other], []).deliveries.map(({ occasion }) => occasion)).toEqual([
      'a push to main',
      'a release',
    ])
  })

  it('has no name for a cluster that nobody names', () => {
    const nameless = (provider: string | undefined): string | undefined => {
      const reached = { ...pull, cluster: { name: undefined, provider } } as unknown as Pull
      return traceOf([{ ...supplied, pull: reached }], []).deliveries[0]?.cluster
    }
    expect([nameless('aks'), nameless(undefined)]).toEqual(['a cluster (aks)', ''])
  })
})
