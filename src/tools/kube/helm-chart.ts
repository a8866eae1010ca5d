import { type RenderRequest, type RenderValues, render } from '../../render/render.ts'
import type { Span } from '../../source/span.ts'
import { concat, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { parseSetValues } from '../../syntax/set-values.ts'
import type { Range } from '../../syntax/yaml.ts'
import type { Setting } from '../../world/cluster.ts'
import { resolvePath } from '../../world/files.ts'
import { type Machine, notModelled, record } from '../../world/machine.ts'
import { eventsOf, type World } from '../../world/world.ts'
import { packedAt, unpacked } from './helm-package.ts'
import { recordGiven, recordProbed, recordRead } from './helm-values.ts'
import { recordMissing } from './missing-file.ts'

/** A chart with everything that decides what becomes of it. */
export interface ChartUse {
  /** Path, `repository/chart`, `oci://…` or an archive, as given. */
  readonly chart: Text
  /** `--version` */
  readonly version?: Text | undefined
  readonly release: Text | undefined
  readonly namespace: Text | undefined
  /** Paths of values files and settings, in the order of the command line. */
  readonly values: readonly (ValuesFile | Setting)[]
  /** Values that nobody sees join in: those of an earlier release, of options that only a run knows, of a cipher. */
  readonly isOpen: boolean
  /** Whether what lies in `crds/` comes out too: always when it is installed, on request when it is printed. */
  readonly includeCrds: boolean
  readonly stdin: Text
  readonly at: Span
  /** Whether a failure with this message is one; without it every failure is. What nobody runs as it is may lack values. */
  readonly isFailure?: (message: string) => boolean
}

export interface ValuesFile {
  readonly kind: 'file'
  readonly path: Text
}

export interface RenderedChart {
  readonly text: Text
  readonly uncertain: readonly Range[]
}

/** Renders a chart of the repository; undefined when it cannot be known what comes out. */
export function renderChart(machine: Machine, world: World, use: ChartUse): RenderedChart | undefined {
  const path = chartPath(machine, world, use)
  const read = use.values.map((value) => readValues(machine, world, use, value))
  recordGiven(machine, world, use, read)
  const values = read.filter((value) => value !== undefined)
  if (!path || values.length < read.length) return undefined
  recordRead(machine, world, use, { path, values })
  const request: RenderRequest = {
    path,
    kind: 'helm',
    includeCrds: use.includeCrds,
    values,
    release: use.release,
    namespace: use.namespace ?? machine.namespace,
    versions: versionsOn(machine, world),
    absent: 'left-open',
    names: machine.names,
  }
  const result = render(request, machine.files)
  if (result.kind === 'text') {
    for (const name of result.absent)
      notModelled(world, `helm: the dependency ${name} of ${use.chart.value} is not here`)
    recordProbed(machine, world, use, request)
    return { text: result.text, uncertain: result.uncertain }
  }
  if (result.kind === 'fails') {
    const { message, at, given, why } = result
    if (!machine.tolerant) recordProbed(machine, world, use, request, message)
    if (use.isFailure?.(message) !== false)
      record(world, machine, {
        ...{ kind: 'render-failure', tool: 'helm', message, at, given, why, command: use.at },
        tolerated: machine.tolerant ?? false,
      })
  } else if (machine.run.occasion.commit === 1) {
    // In the second commit values files are unknown by design.
    notModelled(world, `helm: ${use.chart.value}: ${result.reason}`)
  }
  return undefined
}

/**
 * The directory of a chart in the workspace, or of one that was packed before. A path that can be nothing else and is not
 * there is a missing file.
 */
function chartPath(machine: Machine, world: World, { chart, version }: ChartUse): string | undefined {
  const packed = packedAt(machine, world, chart, version)
  if (packed) return unpacked(machine, packed)
  if (holdsUnknown(chart.value) || /^(?:oci|https?):\/\//.test(chart.value)) return undefined
  const path = resolvePath(machine.directory, chart.value)
  if (machine.files.exists(`${path}/Chart.yaml`) === true) return path
  if (/^\.{0,2}\//.test(chart.value)) recordMissing(machine, world, chart, 'helm')
  return undefined
}

/** What the renderer needs: the content of a values file, a setting with absolute paths. */
function readValues(
  machine: Machine,
  world: World,
  use: ChartUse,
  value: ValuesFile | Setting,
): RenderValues | undefined {
  if (value.kind === 'set-file') return { ...value, text: withAbsolutePaths(machine, value.text) }
  if (value.kind !== 'file') return value
  if (value.path.value === '-') return { kind: 'file', text: use.stdin }
  if (holdsUnknown(value.path.value) || value.path.value.includes('://')) return undefined
  const text = machine.files.read(resolvePath(machine.directory, value.path.value))
  if (!text) recordMissing(machine, world, value.path, 'helm --values')
  return text && { kind: 'file', text }
}

function withAbsolutePaths(machine: Machine, text: Text): Text {
  let result = text
  for (const { value, end } of parseSetValues({ kind: 'set-file', text }).assignments.toReversed()) {
    if (value.kind !== 'scalar' || value.text.value.includes('\\')) continue
    const start = end - value.text.value.length
    if (text.value.slice(start, end) !== value.text.value) continue
    const absolute = spoken(resolvePath(machine.directory, value.text.value), placeOf(value.text))
    result = concat(slice(result, 0, start), absolute, slice(result, end))
  }
  return result
}

/** Helm 4 where the runner brings it (Ubuntu 26.04) or azure/setup-helm was asked for it; 3 else. */
function versionsOn(machine: Machine, world: World): RenderRequest['versions'] {
  const setups = eventsOf(world, 'command').filter((event) => event.name === 'azure/setup-helm')
  const asked = setups.findLast((event) => event.run === machine.run)?.inputs.get('version')?.value ?? ''
  const four = asked ? /^v?4(?:\.|$)/.test(asked) : machine.computer.label.startsWith('ubuntu-26.04')
  return { helm: four ? 4 : 3, kubernetes: undefined, apiVersions: [] }
}
