import { type RenderRequest, type RenderValues, render, settingsWithoutEffect } from '../../render/render.ts'
import type { Span } from '../../source/span.ts'
import { concat, emptyText, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { parseSetValues } from '../../syntax/set-values.ts'
import type { Range } from '../../syntax/yaml.ts'
import type { Setting } from '../../world/cluster.ts'
import { resolvePath } from '../../world/files.ts'
import { type Machine, notModelled, record } from '../../world/machine.ts'
import { eventsOf, type World } from '../../world/world.ts'
import { packedAt, unpacked } from './helm-package.ts'
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
  const values = use.values.map((value) => readValues(machine, world, use, value))
  if (!path || values.some((value) => value === undefined)) return undefined
  recordValues(machine, world, use, path, values)
  const request: RenderRequest = {
    path,
    kind: 'helm',
    includeCrds: use.includeCrds,
    values: values.filter((value) => value !== undefined),
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
    recordUnread(machine, world, use, request)
    return { text: result.text, uncertain: result.uncertain }
  }
  if (result.kind === 'fails') {
    const { message, at, values, calls } = result
    if (use.isFailure?.(message) !== false)
      record(world, machine, {
        ...{ kind: 'render-failure', tool: 'helm', message, at, values, calls, command: use.at },
        tolerated: machine.tolerant ?? false,
      })
  } else notModelled(world, `helm: ${result.reason}`)
  return undefined
}

/** Settings that nothing in the chart reads. */
function recordUnread(machine: Machine, world: World, use: ChartUse, request: RenderRequest): void {
  for (const { setting, assignment, path, reads } of settingsWithoutEffect(request, machine.files)) {
    const value = assignment.value.kind === 'scalar' ? assignment.value.text : emptyText
    const { within, start, end } = assignment
    const key = slice(within, start, Math.min(end, within.value.indexOf('=', start)))
    const event = {
      kind: 'unread-setting',
      setting: setting.text,
      path,
      value,
      reads,
      chart: use.chart,
      command: use.at,
    } as const
    record(world, machine, { ...event, at: placeOf(key) })
  }
}

/** The chart's own values, and those that are given. */
function recordValues(
  machine: Machine,
  world: World,
  use: ChartUse,
  path: string,
  given: readonly (RenderValues | undefined)[],
): void {
  const own = machine.files.read(`${path}/values.yaml`)
  const texts = given.flatMap((value) => (value?.kind === 'file' ? [value.text] : []))
  for (const text of own ? [own, ...texts] : texts)
    record(world, machine, { kind: 'values', tool: 'helm', text, command: use.at, at: placeOf(text) })
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
