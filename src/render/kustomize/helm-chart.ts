import { placeOf, type Text } from '../../source/text.ts'
import { emitYaml } from '../../syntax/yaml-emit.ts'
import { resolvePath } from '../../world/files.ts'
import type { Render } from '../render.ts'
import { BuildFailure, Unsupported } from './failure.ts'
import type { HelmChart } from './kustomization.ts'
import { type Loader, mustLoad, readResources } from './load.ts'
import type { Resource } from './resource.ts'

/** Renders a chart; given to the build because kustomize knows nothing of templates. */
export type HelmRender = Render

/** One entry of `helmCharts`, when its chart is in the repository. */
export function inflateChart(
  chart: HelmChart,
  chartHome: Text | undefined,
  namespace: Text | undefined,
  loader: Loader,
  helm: HelmRender | undefined,
): readonly Resource[] {
  const { name } = chart
  const at = name ? placeOf(name) : chart.written.at
  if (!helm) throw new Unsupported('helmCharts')
  const path = resolvePath(resolvePath(loader.root, chartHome?.value || 'charts'), name?.value ?? '')
  if (!loader.files.isDirectory(path)) throw new Unsupported(`the chart ${name?.value ?? ''} is not in the repository`)
  if (chart.skipHooks || chart.skipTests || chart.includeCRDs)
    throw new Unsupported('helmCharts with skipHooks, skipTests or includeCRDs')
  const values = valuesOf(chart, path, loader).map((text) => ({ kind: 'file' as const, text }))
  const rendered = helm(
    {
      path,
      kind: 'helm',
      values,
      release: chart.releaseName,
      namespace: chart.namespace?.value ? chart.namespace : namespace,
      versions: {
        helm: 3,
        kubernetes: chart.kubeVersion?.value,
        apiVersions: (chart.apiVersions ?? []).map((one) => one.value),
      },
    },
    loader.files,
  )
  if (rendered.kind === 'unsupported') throw new Unsupported(rendered.reason)
  if (rendered.kind === 'fails') throw new BuildFailure(rendered.at, rendered.message)
  return readResources(rendered.text, at).map((resource) => ({ ...resource, fromHelm: true }))
}

/** The values files in the order of `helm template -f`: what comes later wins (createNewMergedValuesFile). */
function valuesOf(chart: HelmChart, chartPath: string, loader: Loader): readonly Text[] {
  const { valuesFile, valuesInline, valuesMerge } = chart
  const file = valuesFile?.value ? mustLoad(loader, valuesFile) : loader.files.read(`${chartPath}/values.yaml`)
  const files = file ? [file] : []
  const inline = valuesInline ? [emitYaml(valuesInline)] : []
  const more = (chart.additionalValuesFiles ?? []).map((path) => mustLoad(loader, path))
  if (inline.length > 0 && valuesMerge?.value === 'replace') return [...inline, ...more]
  return valuesMerge?.value === 'merge' ? [...inline, ...files, ...more] : [...files, ...inline, ...more]
}
