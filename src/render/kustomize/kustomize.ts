import { nowhere, topOf } from '../../source/span.ts'
import { concat, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import type { Range } from '../../syntax/yaml.ts'
import { emitYaml } from '../../syntax/yaml-emit.ts'
import type { Render, Rendered, RenderFiles, RenderRequest } from '../render.ts'
import { build } from './build.ts'
import { BuildFailure, Unsupported } from './failure.ts'
import type { HelmRender } from './helm-chart.ts'
import { toGo } from './node.ts'
import { metaMap, type Resource, setMetaMap } from './resource.ts'

/**
 * `kustomize build` of the directory `request.path` (kustomize v5.8): the text that the tool prints, each character with
 * the place that decides it. Never throws; what the tool refuses is `fails`, what this does not do is `unsupported`.
 */
export const buildKustomization: Render = (request, files) => buildWith(request, files, undefined)

/** The same, with `helmCharts` rendered by `helm` where the chart is in the repository. */
export function buildWith(request: RenderRequest, files: RenderFiles, helm: HelmRender | undefined): Rendered {
  const read: Text[] = []
  const watched: RenderFiles = {
    ...files,
    read: (path) => {
      const text = files.read(path)
      if (text) read.push(text)
      return text
    },
  }
  try {
    return printed(build({ root: request.path, visited: [request.path], files: watched }, helm))
  } catch (error) {
    if (error instanceof BuildFailure) return failed(error, read)
    if (error instanceof Unsupported) return { kind: 'unsupported', reason: error.message }
    if (error instanceof RangeError) return { kind: 'unsupported', reason: 'nested too deep' }
    throw error
  }
}

/** What fails on a value that nobody knows may well succeed with the real one. */
function failed({ at, message }: BuildFailure, read: readonly Text[]): Rendered {
  if (read.some((text) => holdsUnknown(text.value)))
    return { kind: 'unsupported', reason: `a value is not known: ${message}` }
  const first = read[0]?.pieces[0]
  return {
    kind: 'fails',
    at: at === nowhere && first ? topOf(first.at.source) : at,
    message,
    given: [],
    why: undefined,
  }
}

function printed(resources: readonly Resource[]): Rendered {
  const documents = resources.map((resource, index) => {
    // The tool takes its notes out of the annotations at the end, which makes strings of what is left.
    setMetaMap(resource.node, 'annotations', resource.at, metaMap(resource.node, 'annotations'))
    const text = emitYaml(toGo(resource.node))
    return index === 0 ? text : concat(spoken('---\n', text.pieces[0]?.at ?? nowhere), text)
  })
  const whole = concat(...documents)
  const uncertain: Range[] = []
  let start = 0
  for (const [index, resource] of resources.entries()) {
    const end = start + (documents[index] as Text).value.length
    if (resource.uncertain) uncertain.push({ within: whole, start, end })
    start = end
  }
  return { kind: 'text', text: whole, uncertain, absent: [] }
}
