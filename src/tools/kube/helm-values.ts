import { probe } from '../../render/probe.ts'
import type { RenderRequest, RenderValues } from '../../render/render.ts'
import { placeOf, slice } from '../../source/text.ts'
import type { Range } from '../../syntax/yaml.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { ChartUse } from './helm-chart.ts'

/** What is given for a chart, be it known or not. */
export function recordGiven(
  machine: Machine,
  world: World,
  { chart, at }: ChartUse,
  values: readonly (RenderValues | undefined)[],
): void {
  const texts = values.flatMap((value) => (value ? [value.text] : []))
  if (texts.length > 0) record(world, machine, { kind: 'given-values', chart, texts, at })
}

/** The chart's own values, and the files that are given. */
export function recordRead(
  machine: Machine,
  world: World,
  use: ChartUse,
  { path, values }: Pick<RenderRequest, 'path' | 'values'>,
): void {
  const own = machine.files.read(`${path}/values.yaml`)
  const texts = values.flatMap((value) => (value.kind === 'file' ? [value.text] : []))
  for (const text of own ? [own, ...texts] : texts)
    record(world, machine, { kind: 'values', tool: 'helm', text, command: use.at, at: placeOf(text) })
}

/** Values that nothing in the chart reads, and lists that they wipe. `failure`: what Helm says where it cannot render. */
export function recordProbed(
  machine: Machine,
  world: World,
  use: ChartUse,
  request: RenderRequest,
  failure?: string,
): void {
  const { settings, keys, wiped } = probe(request, machine.files)
  const { chart, at: command } = use
  for (const { setting, assignment, path, value, reads, isElsewhere } of settings) {
    const { within, start, end } = assignment
    const at = placeIn({ within, start, end: Math.min(end, within.value.indexOf('=', start)) })
    const key = { path, value, reads, isElsewhere, source: setting.text, isInFile: false }
    record(world, machine, { kind: 'unread-setting', ...key, chart, command, at })
  }
  // Values that nobody sees may set the key that was meant, or the rest of the list.
  if (use.isOpen) return
  for (const { values, path, key, value, meant, isElsewhere } of keys) {
    const given = { path, value, reads: meant ? [meant] : [], isElsewhere, source: values.text, isInFile: true }
    record(world, machine, { kind: 'unread-setting', ...given, chart, command, at: placeOf(key) })
  }
  for (const { part, element, holes, lost, isPatch, isBroken } of wiped)
    record(world, machine, {
      ...{ kind: 'wiped-list', element, holes, lost, isPatch, isBroken, failure, chart, command },
      at: placeIn(part),
    })
}

const placeIn = ({ within, start, end }: Range) => placeOf(slice(within, start, end))
