import { fileText } from '../../src/source/text.ts'
import { newNames, unknown } from '../../src/source/unknown.ts'
import { parseYaml } from '../../src/syntax/yaml.ts'
import type { NodePool, PodSpec, Provider } from '../../src/world/cluster.ts'
import { nodePool, taintOf } from '../../src/world/node-pool.ts'
import { canTake } from '../../src/world/nodes.ts'
import { podSpecAt } from '../../src/world/pods.ts'

const at = { source: { path: 'x', text: '' }, start: 0, end: 0 }
const hole = unknown(newNames(), 'x', 'x')

function pod(spec: string): PodSpec {
  const [document] = parseYaml(fileText({ path: 'pod.yaml', text: spec }))
  if (!document?.root) throw new Error('no pod')
  return podSpecAt(document.root)
}

const pool = (
  size: string,
  provider: Provider = 'aks',
  taints: readonly string[] = [],
  labels: [string, string][] = [],
): NodePool =>
  nodePool({
    cluster: undefined,
    provider,
    cloud: provider === 'gke' ? 'gcp' : 'azure',
    machineType: fileText({ path: 'size', text: size }),
    taints: taints.flatMap(taintOf),
    labels: new Map(labels),
    at,
  })

const arm = 'Standard_D2ps_v5'
const amd = 'Standard_D2s_v5'
const affinity = (terms: string): string =>
  `affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: ${terms}}}}`
const term = (values: string, operator = 'In'): string =>
  `{matchExpressions: [{key: kubernetes.io/arch, operator: ${operator}, values: ${values}}]}`

describe('architectures that a pod asks for', () => {
  it.each([
    ['nodeSelector: {kubernetes.io/arch: arm64}', ['arm64']],
    ['nodeSelector: {beta.kubernetes.io/arch: amd64}', ['amd64']],
    [affinity(`[${term('[arm64, amd64]')}]`), ['arm64', 'amd64']],
    [affinity(`[${term('[arm64]')}, ${term('[amd64]')}]`), ['arm64', 'amd64']],
    [affinity(`[${term('[arm64]')}, {matchExpressions: [{key: a, operator: Exists}]}]`), undefined],
    [affinity(`[${term('[arm64]', 'NotIn')}]`), undefined],
    ['containers: []', undefined],
  ])('%s', (spec, expected) => {
    expect(pod(spec).architectures?.map((one) => one.architecture)).toEqual(expected)
  })
})

describe('canTake', () => {
  it.each<[string, NodePool, 'yes' | 'no' | 'unknown']>([
    ['containers: []', pool(arm), 'yes'],
    ['nodeSelector: {kubernetes.io/arch: amd64}', pool(arm), 'no'],
    ['nodeSelector: {kubernetes.io/arch: arm64}', pool(arm), 'yes'],
    [`nodeSelector: {kubernetes.io/arch: "${hole}"}`, pool(arm), 'unknown'],
    ['nodeSelector: {kubernetes.io/arch: arm64}', pool('strange'), 'unknown'],
    ['nodeSelector: {pool: web}', pool(amd), 'unknown'],
    ['nodeSelector: {pool: web}', pool(amd, 'aks', [], [['pool', 'db']]), 'no'],
    ['nodeSelector: {pool: web}', pool(amd, 'aks', [], [['pool', 'web']]), 'yes'],
    ['containers: []', pool(amd, 'aks', ['gpu=true:NoSchedule']), 'no'],
    ['containers: []', pool(amd, 'aks', ['gpu=true:PreferNoSchedule']), 'yes'],
    ['tolerations: [{operator: Exists}]', pool(amd, 'aks', ['gpu=true:NoSchedule']), 'yes'],
    [
      'tolerations: [{key: gpu, operator: Equal, value: "true", effect: NoSchedule}]',
      pool(amd, 'aks', ['gpu=true:NoSchedule']),
      'yes',
    ],
    ['tolerations: [{key: gpu, value: "false"}]', pool(amd, 'aks', ['gpu=true:NoSchedule']), 'no'],
    ['tolerations: [{key: gpu, operator: Exists, effect: NoExecute}]', pool(amd, 'aks', ['gpu=true:NoSchedule']), 'no'],
    ['containers: []', pool('t2a-standard-4', 'gke'), 'no'],
    ['nodeSelector: {kubernetes.io/arch: arm64}', pool('t2a-standard-4', 'gke'), 'yes'],
    ['containers: []', pool('e2-standard-4', 'gke'), 'yes'],
  ])('%s', (spec, nodes, expected) => {
    expect(canTake(nodes, pod(spec))).toBe(expected)
  })
})
