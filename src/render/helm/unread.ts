import { concat, emptyText, slice, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { type Assignment, parseSetValues } from '../../syntax/set-values.ts'
import type { Setting } from '../../world/cluster.ts'
import type { RenderFiles, RenderRequest, RenderValues } from '../render.ts'
import { loadWhole } from './helm.ts'
import { type ChartRead, readingOf, readsAround, readsOf } from './reads.ts'
import { type MapValue, valueAt } from './value.ts'

/** An assignment of a setting that no template of the chart, or of the charts below it, reads. */
export interface UnreadSetting {
  readonly setting: Setting
  readonly assignment: Assignment
  /** The keys, with points between them. */
  readonly path: string
  readonly value: Text
  readonly reads: readonly ChartRead[]
  /** With these values instead it is as if it had not been set. */
  readonly without: readonly RenderValues[]
}

const settable: ReadonlySet<string> = new Set(['set', 'set-string', 'set-literal', 'set-json'])

/** Settings of one plain value without any reader. */
export function findUnread(
  { path, values, versions, absent }: RenderRequest,
  files: RenderFiles,
): readonly UnreadSetting[] {
  const settings = values.filter((value): value is Setting => value.kind !== 'file' && settable.has(value.kind))
  if (settings.length === 0) return []
  const chart = loadWhole(path, files, versions.helm, absent)
  const reads = readsOf(
    chart,
    values.map((value) => value.text),
  )
  // A chart that reads nothing at all is only begun.
  if (!reads || reads.all.length === 0) return []
  return settings.flatMap((setting) =>
    parseSetValues(setting).assignments.flatMap((assignment) => {
      const keys = keysOf(assignment)
      const value = plainValue(assignment)
      if (!keys || !value || keys[0] === 'tags' || readingOf(reads, keys) !== 'none') return []
      if (isDefault(chart.values, keys, value)) return []
      const without = values.flatMap((one) => (one === setting ? (settingWithout(setting, assignment) ?? []) : [one]))
      return [{ setting, assignment, path: keys.join('.'), value, reads: readsAround(reads, chart, keys), without }]
    }),
  )
}

/** Undefined: nobody knows which key it is, or it goes into a list. */
function keysOf({ path }: Assignment): readonly string[] | undefined {
  const keys = path.flatMap((step) => (step.kind === 'key' ? [step.text.value] : []))
  return keys.length === path.length && keys.length > 0 && !holdsUnknown(keys.join('')) ? keys : undefined
}

/** Undefined for maps and lists, and for a null, which deletes a default. */
function plainValue({ value }: Assignment): Text | undefined {
  if (value.kind === 'scalar') return value.text
  if (value.kind !== 'json') return undefined
  const { text } = value
  if (/^"[^"\\]*"$/.test(text.value)) return slice(text, 1, text.value.length - 1)
  return /^(?:true|false|-?[\d.]+)$/.test(text.value) ? text : undefined
}

/** What is set to what it is anyway changes nothing, and is meant to. */
function isDefault(defaults: MapValue, keys: readonly string[], value: Text): boolean {
  const found = valueAt(defaults, keys)
  return found !== undefined && 'text' in found && found.text.value === value.value
}

/** The setting without one of its assignments; undefined where nothing is left. */
function settingWithout({ kind, text }: Setting, { start, end }: Assignment): Setting | undefined {
  const before = slice(text, 0, start)
  const after = end + 1 < text.value.length ? slice(text, end + 1) : emptyText
  const rest = concat(before, after)
  return rest.value === '' ? undefined : { kind, text: rest }
}
