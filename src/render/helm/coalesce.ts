import { placeOf, spoken } from '../../source/text.ts'
import type { Chart } from './chart.ts'
import { Failure } from './failure.ts'
import { copyMap, deepCopy, type Entry, entry, type MapValue, map, type StoredValue } from './value.ts'

/** Helm's chartutil/coalesce.go: chart defaults under what the user gives, for a chart and everything below it. */

interface CoalesceOptions {
  /** Merging keeps nulls; coalescing lets them delete defaults. */
  readonly merge: boolean
  readonly helm: 3 | 4
}

export function coalesceValues(chart: Chart, given: MapValue, options: CoalesceOptions): MapValue {
  const values = copyMap(given)
  coalesceChart(chart, values, options)
  return values
}

function coalesceChart(chart: Chart, values: MapValue, options: CoalesceOptions): void {
  addDefaults(chart, values, options)
  for (const child of chart.dependencies) {
    const known = values.entries.get(child.name)
    if (known && known.value.kind !== 'map') {
      throw new Failure(`type mismatch on ${child.name}: %!t(${goName(known.value)})`, placeOf(known.key))
    }
    const inner = known?.value.kind === 'map' ? known.value : map(values.at)
    if (!known) values.entries.set(child.name, entry(spoken(child.name, child.at), inner))
    addGlobals(inner, values, options)
    coalesceChart(child, inner, options)
  }
}

const goName = (value: StoredValue): string =>
  value.kind === 'string'
    ? `string=${value.text.value}`
    : value.kind === 'bool'
      ? `bool=${value.value}`
      : value.kind === 'null'
        ? '<nil>'
        : value.kind

function addDefaults(chart: Chart, values: MapValue, { merge, helm }: CoalesceOptions): void {
  for (const [key, fallback] of chart.values.entries) {
    const one = copied(fallback)
    const known = values.entries.get(key)
    if (!known) {
      if (helm === 4 && !merge) {
        // 4.2 drops defaults that are null.
        if (one.value.kind === 'null') continue
        if (one.value.kind === 'map') dropNulls(one.value)
      }
      values.entries.set(key, one)
    } else if (known.value.kind === 'null' && !merge) values.entries.delete(key)
    else if (known.value.kind === 'map' && one.value.kind === 'map') {
      if (helm === 4 && !merge) dropNulls(one.value)
      const isChild = chart.dependencies.some((child) => child.name === key)
      mergeTables(known.value, one.value, merge || isChild)
    }
  }
}

const copied = (one: Entry): Entry => ({ ...one, value: deepCopy(one.value) })

function dropNulls(target: MapValue): void {
  for (const [key, one] of target.entries) {
    if (one.value.kind === 'null') target.entries.delete(key)
    else if (one.value.kind === 'map') dropNulls(one.value)
  }
}

/** coalesceTablesFullKey: `target` wins; `source` may change, too. */
export function mergeTables(target: MapValue, source: MapValue, merge: boolean): MapValue {
  const wasSet = new Set([...source.entries].filter(([, one]) => one.value.kind !== 'null').map(([key]) => key))
  for (const [key, one] of target.entries) if (one.value.kind === 'null') source.entries.set(key, one)
  for (const [key, one] of source.entries) {
    const known = target.entries.get(key)
    if (known && !merge && known.value.kind === 'null' && wasSet.has(key)) target.entries.delete(key)
    else if (!known) target.entries.set(key, one)
    else if (one.value.kind === 'map' && known.value.kind === 'map') mergeTables(known.value, one.value, merge)
  }
  return target
}

/** coalesceGlobals: the parent's globals win over the child's. */
function addGlobals(child: MapValue, parent: MapValue, _options: CoalesceOptions): void {
  const own = child.entries.get('global')
  const above = parent.entries.get('global')
  if ((own && own.value.kind !== 'map') || (above && above.value.kind !== 'map')) return
  const target = own?.value.kind === 'map' ? own.value : map(parent.at)
  const source = above?.value.kind === 'map' ? above.value : undefined
  for (const [key, one] of source?.entries ?? []) {
    const known = target.entries.get(key)
    if (one.value.kind === 'map') {
      const copy: MapValue = { ...one.value, entries: new Map(one.value.entries) }
      if (known && known.value.kind !== 'map') continue
      if (known?.value.kind === 'map') mergeTables(copy, known.value, true)
      target.entries.set(key, { ...one, value: copy })
    } else if (known?.value.kind !== 'map') target.entries.set(key, one)
  }
  child.entries.set(
    'global',
    own && own.value === target ? own : entry(above?.key ?? spoken('global', child.at), target),
  )
}
