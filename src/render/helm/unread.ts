import type { Span } from '../../source/span.ts'
import { concat, emptyText, placeBetween, slice, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { type Assignment, parseSetValues } from '../../syntax/set-values.ts'
import type { Setting } from '../../world/cluster.ts'
import type { RenderFiles, RenderRequest } from '../render.ts'
import type { Chart } from './chart.ts'
import { loadWhole } from './helm.ts'
import type { MapValue, StoredValue } from './value.ts'

/** An assignment of a setting that no template of the chart, or of the charts below it, reads. */
export interface UnreadSetting {
  readonly setting: Setting
  readonly assignment: Assignment
  /** The keys, with points between them. */
  readonly path: string
  readonly reads: readonly ChartRead[]
}

/** A value that a template reads, by its path: `.Values.image.tag`. */
export interface ChartRead {
  readonly path: string
  readonly at: Span
}

const settable: ReadonlySet<string> = new Set(['set', 'set-string', 'set-literal'])

/**
 * Settings without any reader. Every value is read through `.Values`: a chain of keys behind it reads what it names, and all
 * below that. A chart that hands on the whole of `.Values`, or imports values of others, may read anything, and is passed over.
 */
export function findUnread(
  { path, values, versions, absent }: RenderRequest,
  files: RenderFiles,
): readonly UnreadSetting[] {
  const settings = values.filter((value): value is Setting => value.kind !== 'file' && settable.has(value.kind))
  if (settings.length === 0) return []
  const chart = loadWhole(path, files, versions.helm, absent)
  const given = values.flatMap((value) => (value.kind === 'file' ? [value.text] : []))
  const reads = readsOf(chart, given)
  // A chart that reads nothing at all is only begun.
  if (!reads || reads.length === 0) return []
  const names = new Set(namesBelow(chart))
  return settings.flatMap((setting) =>
    parseSetValues(setting).assignments.flatMap((assignment) => {
      const keys = keysOf(assignment)
      if (
        !keys ||
        keys[0] === 'tags' ||
        isForAbsent(chart, keys) ||
        isRead(reads, names, keys) ||
        isDefault(chart.values, keys, assignment)
      )
        return []
      return [{ setting, assignment, path: keys.join('.'), reads }]
    }),
  )
}

/** Values of a dependency that is not there are read by its templates, and globals may be. */
const isForAbsent = (chart: Chart, [first]: readonly string[]): boolean =>
  chart.declared.some(
    ({ name, alias }) =>
      !chart.dependencies.some((child) => child.name === name) &&
      (first === 'global' || first === name || first === alias),
  )

/** Undefined: nobody knows which key it is, or it is no plain value below plain keys. */
function keysOf({ path, value }: Assignment): readonly string[] | undefined {
  const keys = path.flatMap((step) => (step.kind === 'key' ? [step.text.value] : []))
  const plain = value.kind === 'scalar' && keys.length === path.length && keys.length > 0
  return plain && !keys.some(holdsUnknown) && !holdsUnknown(keys.join('')) ? keys : undefined
}

/** Everything that the templates, the files they may run through `tpl`, and conditions of dependencies read; undefined: all. */
function readsOf(chart: Chart, given: readonly Text[]): readonly ChartRead[] | undefined {
  const reads: ChartRead[] = []
  const charts = [chart, ...chartsBelow(chart, 0)]
  if (charts.some((one) => one.declared.some(({ imports }) => imports.length > 0))) return undefined
  for (const one of charts)
    for (const { condition, at } of one.declared)
      for (const path of condition.split(',')) reads.push({ path: path.trim(), at })
  const texts = charts.flatMap((one) => [...one.templates, ...one.files].map((file) => file.text))
  for (const text of [...texts, ...given, ...charts.flatMap((one) => stringsIn(one.values, 0))]) {
    const found = chainsIn(text)
    if (!found) return undefined
    reads.push(...found)
  }
  return reads
}

const deepest = 40

const chartsBelow = (chart: Chart, depth: number): readonly Chart[] =>
  depth > deepest ? [] : chart.dependencies.flatMap((child) => [child, ...chartsBelow(child, depth + 1)])

/** Names under which values of the charts below are given. */
const namesBelow = (chart: Chart): readonly string[] =>
  [chart, ...chartsBelow(chart, 0)].flatMap((one) => [
    one.name,
    ...one.declared.flatMap(({ name, alias }) => (alias ? [name, alias] : [name])),
  ])

/** Values may hold templates themselves. */
function stringsIn(value: StoredValue, depth: number): readonly Text[] {
  if (depth > deepest) return []
  if (value.kind === 'string') return value.text.value.includes('{{') ? [value.text] : []
  if (value.kind === 'list') return value.items.flatMap((item) => stringsIn(item, depth + 1))
  return value.kind === 'map' ? [...value.entries.values()].flatMap((one) => stringsIn(one.value, depth + 1)) : []
}

/** Chains behind `.Values`, wherever they stand. Undefined: `.Values` is handed on as a whole. */
function chainsIn(text: Text): readonly ChartRead[] | undefined {
  const found: ChartRead[] = []
  for (const match of text.value.matchAll(/\.Values\b((?:\.[A-Za-z_]\w*)*)/g)) {
    const chain = match[1] as string
    if (chain === '') return undefined
    const end = match.index + match[0].length
    found.push({ path: chain.slice(1), at: placeBetween(text, end - chain.length + 1, end) })
  }
  return found
}

/** A chain reads what is below it and what is above. Values of charts below stand under their names. */
function isRead(reads: readonly ChartRead[], names: ReadonlySet<string>, keys: readonly string[]): boolean {
  const path = keys.join('.')
  if (reads.some((read) => isPrefix(read.path, path) || isPrefix(path, read.path))) return true
  const [first, ...rest] = keys
  return rest.length > 0 && names.has(first as string) && isRead(reads, names, rest)
}

const isPrefix = (prefix: string, path: string): boolean => path === prefix || path.startsWith(`${prefix}.`)

/** What is set to what it is anyway changes nothing, and is meant to. */
function isDefault(defaults: MapValue, keys: readonly string[], { value }: Assignment): boolean {
  let found: StoredValue | undefined = defaults
  for (const key of keys) found = found?.kind === 'map' ? found.entries.get(key)?.value : undefined
  const written = found && 'text' in found ? found.text.value : undefined
  return value.kind === 'scalar' && written === value.text.value
}

/** The setting without one of its assignments; undefined where nothing is left. */
export function settingWithout({ kind, text }: Setting, { start, end }: Assignment): Setting | undefined {
  const before = slice(text, 0, start)
  const after = end + 1 < text.value.length ? slice(text, end + 1) : emptyText
  const rest = concat(before, after)
  return rest.value === '' ? undefined : { kind, text: rest }
}
