import { annotationsOf } from '../../documents/kubernetes.ts'
import type { Span } from '../../source/span.ts'
import { concat, placeOf, spoken } from '../../source/text.ts'
import { applyText, clusterOf } from '../../world/apply.ts'
import type { KubernetesObject, Setting } from '../../world/cluster.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import { type ChartUse, type RenderedChart, renderChart } from './helm-chart.ts'

/** A release as Helm or an action around it installs or upgrades it. */
export interface ReleaseOf extends ChartUse {
  readonly wait: boolean
  readonly timeout: Setting['text'] | undefined
  /** Values of an earlier release that nobody sees join in (`--reuse-values`), or a program changes what was rendered. */
  readonly blurred: boolean
  readonly tool: string
}

/** Installs or upgrades a release: the event, its objects as far as the chart can be rendered, and the wait. */
export function installRelease(machine: Machine, world: World, release: ReleaseOf): void {
  const { at, namespace, chart, timeout, tool, wait } = release
  const cluster = clusterOf(machine, at)
  const valuesFiles = release.values.flatMap((value) => (value.kind === 'file' ? [value.path] : []))
  const settings = release.values.flatMap((value) => (value.kind === 'file' ? [] : [value]))
  const name = release.release
  const inNamespace = namespace ?? machine.namespace
  record(world, machine, {
    ...{
      kind: 'release',
      cluster,
      name,
      chart,
      namespace: inNamespace,
      settings,
      valuesFiles,
      wait,
      timeout,
      tool,
      at,
    },
  })
  const rendered = renderChart(machine, world, release)
  if (rendered) applyRendered(machine, world, release, rendered)
  if (wait) waited(machine, world, release, at)
}

/** Brings the objects of a rendered chart into the cluster, as an installation or upgrade of the release does. */
export function applyRendered(
  machine: Machine,
  world: World,
  { release, namespace, at, blurred }: Pick<ReleaseOf, 'release' | 'namespace' | 'at' | 'blurred'>,
  { text, uncertain }: RenderedChart,
): void {
  const everything = { within: text, start: 0, end: text.value.length }
  applyText(world, machine, text, {
    by: 'helm',
    namespace,
    at,
    label: `helm release ${release?.value ?? ''}`.trim(),
    uncertain: blurred ? [everything] : uncertain,
    leavesOut: isOtherHook,
  })
}

function waited(machine: Machine, world: World, release: ReleaseOf, at: Span): void {
  const name = release.release ?? spoken('release', at)
  const target = concat(spoken('release/', placeOf(name)), name)
  const namespace = release.namespace ?? machine.namespace
  record(world, machine, { kind: 'wait', cluster: clusterOf(machine, at), target, namespace, at })
}

/** Hooks of other moments than an installation or upgrade (`test`, `pre-delete`, `post-rollback`) are kept, not sent. */
function isOtherHook(object: KubernetesObject): boolean {
  const hooks = annotationsOf(object.root).get('helm.sh/hook')?.value
  return hooks?.split(',').every((hook) => /^(?:test|test-\w+|\w+-(?:delete|rollback))$/.test(hook.trim())) ?? false
}
