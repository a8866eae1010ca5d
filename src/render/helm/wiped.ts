import type { Span } from '../../source/span.ts'
import { placeOf, slice, spoken } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { type Assignment, type PathStep, parseSetValues } from '../../syntax/set-values.ts'
import type { Range } from '../../syntax/yaml.ts'
import type { Setting } from '../../world/cluster.ts'
import type { RenderFiles, RenderRequest, RenderValues } from '../render.ts'
import { coalesceValues } from './coalesce.ts'
import { processDependencies } from './dependencies.ts'
import { loadWhole } from './helm.ts'
import { writeJson } from './json.ts'
import { keyPath } from './key-path.ts'
import { userValues } from './user-values.ts'
import { type MapValue, map, placeOfValue, type StoredValue, valueAt } from './value.ts'

/**
 * An element of a list that is set by its index, where the list is one of the chart's own values: Helm merges maps and no lists,
 * so what is set is all that the list has.
 */
export interface WipedElement {
  /** `env[1]`, and where it stands in the setting. */
  readonly element: string
  readonly part: Range
  /** Elements before it that are set by nothing, and null. */
  readonly holes: readonly Loss[]
  /** What the element had and has no more: `name`, `image.repository`. */
  readonly lost: readonly Loss[]
  /** Nothing else of the element is set: it was to be changed, and not to be another. */
  readonly isPatch: boolean
  /** With these values instead, everything that is lost is there. */
  readonly restored: readonly RenderValues[]
}

export interface Loss {
  readonly path: string
  /** Where it is written in the chart's values. */
  readonly at: Span | undefined
}

/** Elements that wipe others, or parts of themselves. Lists that a values file has, or a setting as a whole, are extended in place. */
export function findWiped(request: RenderRequest, files: RenderFiles): readonly WipedElement[] {
  const { values, versions } = request
  const settings = values.filter((value) => value.kind !== 'file')
  const all = settings.flatMap((setting) =>
    parseSetValues(setting).assignments.map((assignment) => ({ setting, assignment })),
  )
  const lists = listsIn(all)
  if (lists.size === 0 || all.some(({ assignment }) => assignment.path.some(({ text }) => holdsUnknown(text.value))))
    return []
  const given = userValues(values, files, versions.helm)
  const inFiles = userValues(
    values.filter((value) => value.kind === 'file'),
    files,
    versions.helm,
  )
  const defaults = defaultsOf(request, files, given)
  return [...lists.values()].slice(0, most).flatMap(({ keys, set }) => {
    const [before, after] = [valueAt(defaults, keys), valueAt(given, keys)]
    const isGiven = valueAt(inFiles, keys) !== undefined || all.some(({ assignment }) => givesWhole(assignment, keys))
    if (isGiven || before?.kind !== 'list' || after?.kind !== 'list') return []
    return wipedIn({ keys, before: before.items, after: after.items, set, values })
  })
}

/** Lists, and elements of one, that are looked at: each means a rendering. */
const most = 20

interface SetElement {
  readonly setting: Setting
  readonly assignment: Assignment
}

interface SetList {
  readonly keys: readonly string[]
  readonly set: SetElement[]
}

/** Lists with elements that are set by their index. A list below another is part of it. */
function listsIn(all: readonly SetElement[]): ReadonlyMap<string, SetList> {
  const lists = new Map<string, SetList>()
  for (const one of all) {
    const keys = keysBefore(one.assignment.path)
    if (keys.length === one.assignment.path.length) continue
    const known = lists.get(keyPath(keys))
    if (known) known.set.push(one)
    else lists.set(keyPath(keys), { keys, set: [one] })
  }
  return lists
}

function keysBefore(path: readonly PathStep[]): readonly string[] {
  const index = path.findIndex((step) => step.kind === 'index')
  return path.slice(0, index < 0 ? path.length : index).map((step) => step.text.value)
}

/** `env={…}`, `--set-json env=[…]`, or something above the list. */
const givesWhole = ({ path }: Assignment, keys: readonly string[]): boolean =>
  path.length <= keys.length && path.every((step, index) => step.kind === 'key' && step.text.value === keys[index])

/** What the chart's values are when nothing is given, those for the charts below it among them. */
function defaultsOf(
  { path, versions: { helm }, absent }: RenderRequest,
  files: RenderFiles,
  given: MapValue,
): MapValue {
  const chart = loadWhole(path, files, helm, absent)
  processDependencies(chart, given, helm)
  return coalesceValues(chart, map(), { merge: false, helm })
}

interface Wiping extends SetList {
  readonly before: readonly StoredValue[]
  readonly after: readonly StoredValue[]
  readonly values: readonly RenderValues[]
}

function wipedIn({ keys, before, after, set, values }: Wiping): readonly WipedElement[] {
  const tree = treeOf(set.map(({ assignment }) => assignment.path.slice(keys.length)))
  const indices = [...tree.children.keys()].map(Number).sort((a, b) => a - b)
  const path = keys.join('.')
  return indices.slice(0, most).flatMap((index, position): readonly WipedElement[] => {
    const first = set.find(({ assignment }) => stepAt(assignment, keys.length) === index)
    const node = tree.children.get(index)
    if (!first || !node) return []
    const items = [...after]
    const holes: Loss[] = []
    for (let hole = indices[position - 1] ?? 0; hole < Math.min(index, before.length); hole += 1) {
      const had = before[hole]
      if (after[hole]?.kind !== 'null' || !had || isNothing(had) || tree.children.has(hole)) continue
      holes.push({ path: `${path}[${hole}]`, at: placeOfValue(had) })
      items[hole] = had
    }
    const lost: Loss[] = []
    items[index] = restored(before[index], after[index] as StoredValue, node, '', lost)
    if (holes.length === 0 && lost.length === 0) return []
    const part = partOf(first.assignment)
    const json = writeJson({ kind: 'list', items, at: placeOf(first.setting.text) }, placeOf(first.setting.text), false)
    if (!json || !part) return []
    const whole: Setting = { kind: 'set-json', text: spoken(`${keyPath(keys)}=${json.value}`, placeOf(json)) }
    return [
      {
        ...{ element: `${path}[${index}]`, part, holes, lost, isPatch: leavesOf(node) === 1 },
        restored: [...values, whole],
      },
    ]
  })
}

const stepAt = ({ path }: Assignment, position: number): number | undefined => {
  const step = path[position]
  return step?.kind === 'index' ? step.index : undefined
}

/** What of a value is set: nothing below a leaf is left to whatever was there. */
interface Tree {
  readonly children: Map<string | number, Tree>
}

function treeOf(paths: readonly (readonly PathStep[])[]): Tree {
  const root: Tree = { children: new Map() }
  for (const path of paths) {
    let node = root
    for (const step of path) {
      const key = step.kind === 'key' ? step.text.value : step.index
      const child = node.children.get(key) ?? { children: new Map() }
      node.children.set(key, child)
      node = child
    }
  }
  return root
}

const leavesOf = ({ children }: Tree): number =>
  children.size === 0 ? 1 : [...children.values()].reduce((sum, child) => sum + leavesOf(child), 0)

/** The value as it would be if lists were merged like maps; what that adds goes into `lost`. */
function restored(
  before: StoredValue | undefined,
  after: StoredValue,
  set: Tree,
  path: string,
  lost: Loss[],
): StoredValue {
  if (!before || set.children.size === 0) return after
  if (before.kind === 'map' && after.kind === 'map') {
    const entries = new Map(after.entries)
    for (const [key, had] of before.entries) {
      const [has, child] = [after.entries.get(key), set.children.get(key)]
      const here = path === '' ? key : `${path}.${key}`
      if (has && child) entries.set(key, { ...has, value: restored(had.value, has.value, child, here, lost) })
      if (has || isNothing(had.value)) continue
      lost.push({ path: here, at: placeOf(had.key) })
      entries.set(key, had)
    }
    return { ...after, entries }
  }
  if (before.kind !== 'list' || after.kind !== 'list') return after
  const items = after.items.map((item, index) => {
    const [had, child] = [before.items[index], set.children.get(index)]
    if (child) return restored(had, item, child, `${path}[${index}]`, lost)
    if (item.kind !== 'null' || !had || isNothing(had)) return item
    lost.push({ path: `${path}[${index}]`, at: placeOfValue(had) })
    return had
  })
  return { ...after, items }
}

/** Losing it changes nothing. */
const isNothing = (value: StoredValue): boolean =>
  value.kind === 'null' ||
  (value.kind === 'string' && value.text.value === '') ||
  (value.kind === 'map' && value.entries.size === 0) ||
  (value.kind === 'list' && value.items.length === 0)

/** `env[1]` of `env[1].value=x`. */
function partOf({ within, start, end }: Assignment): Range | undefined {
  const open = /(?<!\\)\[/.exec(slice(within, start, end).value)
  const close = open ? within.value.indexOf(']', start + open.index) : -1
  return close < 0 ? undefined : { within, start, end: close + 1 }
}
