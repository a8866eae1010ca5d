import type { Span } from '../../source/span.ts'
import { placeBetween, type Text } from '../../source/text.ts'
import type { Chart } from './chart.ts'
import type { StoredValue } from './value.ts'

/** A value that a template reads, by its path: `.Values.image.tag`. */
export interface ChartRead {
  readonly path: string
  readonly at: Span
  /** Whose values are meant; undefined: those of whoever includes it (a library chart, a template in values that are given). */
  readonly chart: Chart | undefined
}

/** What a chart, with all the charts below it, reads of its values. */
export interface ChartReads {
  /** Each path once for each chart, where it is read first. */
  readonly all: readonly ChartRead[]
  /** Whole paths, and everything above them. */
  readonly paths: ReadonlySet<string>
  readonly above: ReadonlySet<string>
  /** Names under which values of the charts below are given. */
  readonly names: ReadonlySet<string>
}

/**
 * Everything that the templates, the files they may run through `tpl`, templates in values, and conditions of dependencies
 * read. Undefined where a chart hands on the whole of `.Values`, or imports values of others: then anything may be read.
 */
export function readsOf(chart: Chart, given: readonly Text[]): ChartReads | undefined {
  const charts = [chart, ...chartsBelow(chart, 0)]
  if (charts.some((one) => one.declared.some(({ imports }) => imports.length > 0))) return undefined
  const all: ChartRead[] = []
  const seen = new Map<Chart | undefined, Set<string>>()
  const scan = (text: Text, owner: Chart | undefined): boolean => {
    const found = chainsIn(text)
    const known = seen.get(owner) ?? new Set()
    seen.set(owner, known)
    for (const one of found ?? []) {
      if (!known.has(one.path)) all.push({ ...one, chart: owner })
      known.add(one.path)
    }
    return found !== undefined
  }
  for (const one of charts) {
    for (const { condition, at } of one.declared)
      for (const path of condition.split(',')) all.push({ path: path.trim(), at, chart: one })
    // What is not there reads all that is for it, and may read globals.
    for (const { name, alias, at } of one.declared)
      if (!one.dependencies.some((child) => child.name === name))
        for (const path of [alias || name, 'global']) all.push({ path, at, chart: one })
    const owner = one.isLibrary ? undefined : one
    // Templates first: a README tells of the same keys, and reads none.
    const texts = [one.templates, one.files].flatMap((files) => files.map((file) => file.text))
    if (![...texts, ...stringsIn(one.values, 0)].every((text) => scan(text, owner))) return undefined
  }
  if (!given.every((text) => scan(text, undefined))) return undefined
  const paths = new Set(all.map(({ path }) => path))
  return { all, paths, above: new Set([...paths].flatMap(pathsAbove)), names: new Set(namesBelow(charts)) }
}

const pathsAbove = (path: string): readonly string[] => {
  const keys = path.split('.')
  return keys.slice(1).map((_, index) => keys.slice(0, index + 1).join('.'))
}

const deepest = 40

const chartsBelow = (chart: Chart, depth: number): readonly Chart[] =>
  depth > deepest ? [] : chart.dependencies.flatMap((child) => [child, ...chartsBelow(child, depth + 1)])

const namesBelow = (charts: readonly Chart[]): readonly string[] =>
  charts.flatMap((one) => [one.name, ...one.declared.flatMap(({ name, alias }) => (alias ? [name, alias] : [name]))])

/** Values may hold templates themselves. */
function stringsIn(value: StoredValue, depth: number): readonly Text[] {
  if (depth > deepest) return []
  if (value.kind === 'string') return value.text.value.includes('{{') ? [value.text] : []
  if (value.kind === 'list') return value.items.flatMap((item) => stringsIn(item, depth + 1))
  return value.kind === 'map' ? [...value.entries.values()].flatMap((one) => stringsIn(one.value, depth + 1)) : []
}

/**
 * Chains behind `.Values`, wherever they stand, and keys that a function is asked for by name. Undefined: `.Values` is handed on
 * as a whole.
 */
function chainsIn(text: Text): readonly Pick<ChartRead, 'path' | 'at'>[] | undefined {
  const found: Pick<ChartRead, 'path' | 'at'>[] = []
  const written = text.value.replace(comment, (all) => ' '.repeat(all.length))
  for (const match of written.matchAll(/\.Values\b(?:((?:\.[A-Za-z_]\w*)+)|((?:[ \t]+"[^"\\\n]+")+))?/g)) {
    const [all, chain, names] = match
    const isAsked = names !== undefined && asking.test(written.slice(Math.max(0, match.index - 40), match.index))
    if (chain === undefined && !isAsked) return undefined
    const end = match.index + all.length
    const path = chain?.slice(1) ?? [...(names ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => name).join('.')
    found.push({ path, at: placeBetween(text, end - (chain ?? names ?? '').trimStart().length + (chain ? 1 : 0), end) })
  }
  return found
}

const comment = /\{\{-?[ \t\r\n]*\/\*[\s\S]*?\*\/[ \t\r\n]*-?\}\}/g

/** `index .Values "a" "b"`, `hasKey $.Values "a"`, `get .Values "a"` */
const asking = /\b(?:index|hasKey|get)[ \t]+(?:\$?[\w.]*)$/

/**
 * How much of what stands at a path is read: all of it (a chain reads what is below it, too), some of it, nothing. Values of
 * charts below stand under their names, and a name counts at any depth: whoever is in doubt takes a value for read.
 */
export function readingOf(reads: ChartReads, keys: readonly string[]): 'whole' | 'part' | 'none' {
  const path = keys.join('.')
  if (reads.paths.has(path) || pathsAbove(path).some((above) => reads.paths.has(above))) return 'whole'
  const [first, ...rest] = keys
  const below = !reads.names.has(first as string) ? 'none' : rest.length > 0 ? readingOf(reads, rest) : 'part'
  return below === 'none' && reads.above.has(path) ? 'part' : below
}

/** What may be meant by keys: what is read of the chart's own values, and of those of the chart below that they are for. */
export function readsAround(reads: ChartReads, chart: Chart, keys: readonly string[]): readonly ChartRead[] {
  const own = reads.all.filter((read) => read.chart === chart || read.chart === undefined)
  const below = chart.declared.map((one) => ({ path: one.alias || one.name, at: one.at, chart }))
  const [first, ...rest] = keys
  const child = childAt(chart, first)
  const inner = child && rest.length > 0 ? readsAround(reads, child, rest) : []
  return [...own, ...below, ...inner.map((read) => ({ ...read, path: `${first}.${read.path}` }))]
}

function childAt(chart: Chart, key: string | undefined): Chart | undefined {
  const declared = chart.declared.find(({ name, alias }) => (alias || name) === key)
  return chart.dependencies.find(({ name }) => name === (declared?.name ?? key))
}
