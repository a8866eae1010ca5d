import type { Span } from '../../source/span.ts'
import { emptyText, placeOf, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, isOfThisRun } from '../../source/unknown.ts'
import type { Setting } from '../../world/cluster.ts'
import { isSlip } from '../../world/slip.ts'
import type { RenderFiles, RenderRequest, RenderValues } from '../render.ts'
import type { Chart } from './chart.ts'
import { loadWhole } from './helm.ts'
import { writeJson } from './json.ts'
import { keyPath } from './key-path.ts'
import { type ChartRead, type ChartReads, readingOf, readsAround, readsOf } from './reads.ts'
import { userValues } from './user-values.ts'
import { type Entry, type MapValue, nil, placeOfValue, type StoredValue, valueAt } from './value.ts'

/**
 * A key of a values file (or of the JSON of `--set-json`) that nothing reads and that was meant for something: files are full of
 * left-overs, which do no harm.
 */
export interface UnreadKey {
  /** The values that hold it. */
  readonly values: RenderValues
  readonly path: string
  readonly key: Text
  /** Empty for a map or a list. */
  readonly value: Text
  /** The key that was meant, and that nobody sets; undefined: an image, while those of the chart are written out. */
  readonly meant: ChartRead | undefined
  /** With these values instead it is as if the key were not there, or stood where it was meant to. */
  readonly without: readonly RenderValues[]
  readonly moved: readonly RenderValues[] | undefined
}

/** Keys of values files without any reader. What the user gives is looked at as a whole: of two files the later one counts. */
export function findUnreadKeys(request: RenderRequest, files: RenderFiles): readonly UnreadKey[] {
  const { path, values, versions, names, absent } = request
  const sources = values.filter(holdsKeys)
  if (sources.length === 0) return []
  const chart = loadWhole(path, files, versions.helm, absent)
  const texts = values.map((value) => value.text)
  const reads = readsOf(chart, texts)
  const given = userValues(values, files, versions.helm)
  const places = new Map<string, number>()
  if (!reads || reads.all.length === 0 || !countKeys(given, places, 0)) return []
  const isForImages = names !== undefined && hasWrittenImage(chart)
  return unreadIn({ reads, chart, given, left: mostCompared }, given, [])
    .filter(({ entry }) => places.get(placeKey(entry)) === 1 && !isHolder(entry))
    .flatMap(({ keys, entry, meant }): readonly UnreadKey[] => {
      const home = sources.find(({ text }) => isWithin(placeOf(entry.key), text))
      const value = 'text' in entry.value ? entry.value.text : emptyText
      const isImage = isForImages && imageKey.test(keys.join('.')) && isOfThisRun(names, value.value)
      if (!home || (!meant && !isImage)) return []
      const moved = meant && [...values, assigned(meant.path.split('.'), entry, entry.value)]
      const without = [...values, assigned(keys, entry, nil)]
      return [{ values: home, path: keys.join('.'), key: entry.key, value, meant, without, moved }]
    })
}

const imageKey = /(?:^|[._-]|[a-z](?=[TIDR]))(?:[tT]ag|[iI]mage|[dD]igest|[rR]epository)$/

/** Files, and JSON that may be a map; a plain value behind `--set-json` is a setting like any other. */
const holdsKeys = (value: RenderValues): boolean =>
  value.kind === 'file' || (value.kind === 'set-json' && value.text.value.includes('{'))

const deepest = 30

/**
 * How many keys stand at a place: those of an anchor stand wherever it is used. False: a key is unknown, and could be any.
 */
function countKeys(values: MapValue, places: Map<string, number>, depth: number): boolean {
  if (depth > deepest) return false
  for (const [key, entry] of values.entries) {
    const place = placeKey(entry)
    places.set(place, (places.get(place) ?? 0) + 1)
    if (holdsUnknown(key) || (entry.value.kind === 'map' && !countKeys(entry.value, places, depth + 1))) return false
  }
  return true
}

function placeKey({ key }: Entry): string {
  const { source, start, end } = placeOf(key)
  return `${source.path}:${start}:${end}`
}

interface Surroundings {
  readonly reads: ChartReads
  readonly chart: Chart
  readonly given: MapValue
  /** Keys that may still be compared with all that is read: a file that is for something else has thousands. */
  left: number
}

const mostCompared = 500

interface Unread {
  readonly keys: readonly string[]
  readonly entry: Entry
  readonly meant: ChartRead | undefined
}

/** The topmost keys that were meant for another, else those of plain values. */
function unreadIn(around: Surroundings, values: MapValue, above: readonly string[]): readonly Unread[] {
  return [...values.entries].flatMap(([key, entry]): readonly Unread[] => {
    const keys = [...above, key]
    const reading = isApart(keys) ? 'whole' : readingOf(around.reads, keys)
    if (reading === 'whole' || entry.value.kind === 'null') return []
    const meant = reading === 'none' ? meantBy(around, keys) : undefined
    return !meant && entry.value.kind === 'map' ? unreadIn(around, entry.value, keys) : [{ keys, entry, meant }]
  })
}

/** Tags of dependencies, and keys that only hold something for others. */
const isApart = ([first, ...rest]: readonly string[]): boolean =>
  rest.length === 0 && (first === 'tags' || /^(?:x-|[._])/.test(first ?? ''))

/** What somebody meant, and sets nowhere. Where the chart's own values have both names, one of them is out of use. */
function meantBy(around: Surroundings, keys: readonly string[]): ChartRead | undefined {
  const { reads, chart, given } = around
  around.left -= 1
  if (around.left < 0) return undefined
  const path = keys.join('.')
  const isDeclared = valueAt(chart.values, keys) !== undefined
  for (const read of readsAround(reads, chart, keys)) {
    const meant = [read.path, firstKeys(read.path, keys.length)].find((one) => isSlip(path, one))
    const other = meant?.split('.') ?? []
    if (meant === undefined || valueAt(given, other) || (isDeclared && valueAt(chart.values, other))) continue
    return { ...read, path: meant }
  }
  return undefined
}

const firstKeys = (path: string, count: number): string => path.split('.').slice(0, count).join('.')

/** An anchor in the value: the key is there for others, or for others, too. */
function isHolder({ key, value }: Entry): boolean {
  const { source, end } = placeOf(key)
  const last = placeOfValue(value)
  return last?.source === source && /(?:^|[\s:,[{-])&[^\s&]/.test(source.text.slice(end, Math.max(end, last.end)))
}

const isWithin = ({ source, start, end }: Span, { pieces }: Text): boolean =>
  pieces.some(({ at }) => at.source === source && at.start <= start && end <= at.end)

/** Images of the chart that no value changes. */
const hasWrittenImage = (chart: Chart): boolean =>
  chart.templates.some(({ text }) => /^[ \t-]*image:[ \t]*["']?[\w./:@-]+["']?[ \t]*$/m.test(text.value))

/** What gives a value to a key over what the files say. */
function assigned(keys: readonly string[], { key }: Entry, value: StoredValue): Setting {
  const at = placeOf(key)
  return { kind: 'set-json', text: spoken(`${keyPath(keys)}=${writeJson(value, at, false)?.value ?? 'null'}`, at) }
}
