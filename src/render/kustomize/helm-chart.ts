import { placeOf, type Text } from '../../source/text.ts'
import { resolvePath } from '../../world/files.ts'
import type { Render, RenderValues } from '../render.ts'
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
  if (chart.valuesInline || chart.valuesMerge || chart.skipHooks || chart.skipTests)
    throw new Unsupported('helmCharts with valuesInline, valuesMerge, skipHooks or skipTests')
  const files = [...(chart.valuesFile?.value ? [chart.valuesFile] : []), ...(chart.additionalValuesFiles ?? [])]
  const values: readonly RenderValues[] = files.map((file) => ({ kind: 'file', text: mustLoad(loader, file) }))
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
  return readResources(rendered.text, at)
}
