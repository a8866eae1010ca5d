import { concat, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, unknownText } from '../../source/unknown.ts'
import { clusterOf } from '../../world/apply.ts'
import type { Setting } from '../../world/cluster.ts'
import { temporaryPath } from '../../world/files.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import { recordAction } from '../kube/action-event.ts'
import { parseHelmOptions, valuesIn } from '../kube/helm-call.ts'
import { renderChart, type ValuesFile } from '../kube/helm-chart.ts'
import { fetchDependencies } from '../kube/helm-dependencies.ts'
import { filled, listInput } from '../kube/list-input.ts'
import { kustomized } from '../kube/manifest-files.ts'
import { isOn } from '../kube/options.ts'
import { markUncertain } from '../kube/uncertain.ts'
import { type ActionCall, action } from '../tool.ts'

/** Renders a chart or a kustomization into a file. */
export const azureK8sBake = action('azure/k8s-bake', (call, machine, world) => {
  recordAction(call, machine, world, 'azure/k8s-bake')
  const engine = call.input('renderengine')?.value.trim() ?? ''
  const text =
    (engine.startsWith('helm') ? bakeChart(call, machine, world) : undefined) ??
    (engine === 'kustomize' ? bakeKustomization(call, machine, world) : undefined) ??
    unknownText(machine.names, `baked ${world.events.length}`, 'baked manifests', call.at)
  const path = `${temporaryPath}/baked-template-${world.events.length}.yaml`
  machine.files.write(path, text)
  return { outputs: new Map([['manifestsBundle', spoken(path, call.at)]]), complete: true }
})

function bakeKustomization(call: ActionCall, machine: Machine, world: World): Text | undefined {
  const path = filled(call.input('kustomizationpath'))
  const { texts, complete } = path ? kustomized(machine, world, path, call.at) : { texts: [], complete: false }
  return complete ? concat(...texts) : undefined
}

function bakeChart(call: ActionCall, machine: Machine, world: World): Text | undefined {
  const chart = filled(call.input('helmchart'))
  if (!chart) return undefined
  fetchDependencies(machine, chart, call.at)
  const options = parseHelmOptions(listInput(call.input('arguments'), /[\n,;]+/))
  const files = listInput(call.input('overridefiles'), '\n').map((path): ValuesFile => ({ kind: 'file', path }))
  const settings = [...valuesIn(options), ...listInput(call.input('overrides'), '\n').map(overrideOf)]
  const release = filled(call.input('releasename'))
  const namespace = filled(call.input('namespace'))
  const { at } = call
  record(world, machine, {
    ...{ kind: 'release', cluster: clusterOf(machine, at), name: release, chart, namespace, at },
    settings: settings.filter((setting) => setting.kind !== 'file'),
    valuesFiles: files.map((file) => file.path),
    ...{ wait: false, timeout: undefined, tool: 'azure/k8s-bake' },
  })
  const includeCrds = isOn(options, 'include-crds')
  const isOpen = options.words.some((word) => holdsUnknown(word.value))
  const use = {
    includeCrds,
    isOpen,
    chart,
    release,
    namespace,
    values: [...files, ...settings],
    stdin: spoken('', at),
    at,
  }
  const rendered = renderChart(machine, world, use)
  return rendered && markUncertain(machine.names, rendered, at)
}

/** `key:value` becomes `--set key=value`; only the first colon separates, and no shell comes between (src/run.ts). */
function overrideOf(line: Text): Setting {
  const colon = line.value.indexOf(':')
  const end = colon < 0 ? line.value.length : colon
  return { kind: 'set', text: concat(slice(line, 0, end), spoken('=', placeOf(line)), slice(line, end + 1)) }
}
