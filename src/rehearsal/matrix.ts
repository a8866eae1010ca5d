import { compare } from '../source/compare.ts'
import type { Value } from './expression/value.ts'

/** One combination of a matrix. `undefined` values stand for a matrix that nobody can read: every `matrix.x` is unknown. */
export type Cell = ReadonlyMap<string, Value> | undefined

/** GitHub starts at most 256; here enough to show every contradiction. */
const mostCells = 64

/**
 * The combinations of `strategy.matrix` with its `include` and `exclude`, as GitHub makes them: an `include` entry joins every
 * combination it does not contradict in an original value, else it is a combination of its own.
 */
export function cellsOf(matrix: Value | undefined): readonly Cell[] {
  if (!matrix || matrix.kind === 'null') return [new Map()]
  if (matrix.kind !== 'object' || matrix.open) return [undefined]
  const axes = matrix.entries().filter(([name]) => name !== 'include' && name !== 'exclude')
  const include = rowsOf(matrix.get('include'))
  const exclude = rowsOf(matrix.get('exclude'))
  if (!include || !exclude || axes.some(([, value]) => value.kind !== 'array')) return [undefined]
  const all = product(axes)
  const kept = all.filter((cell) => !exclude.some((row) => covers(cell, row)))
  return withIncluded(
    axes.length === 0 ? [] : kept,
    include,
    axes.map(([name]) => name),
  ).slice(0, mostCells)
}

type Row = ReadonlyMap<string, Value>

function rowsOf(value: Value | undefined): readonly Row[] | undefined {
  if (!value || value.kind === 'null') return []
  if (value.kind !== 'array') return undefined
  const rows = value.items.map((item) => (item.kind === 'object' ? new Map(item.entries()) : undefined))
  return rows.every((row) => row !== undefined) ? rows : undefined
}

function product(axes: readonly (readonly [string, Value])[]): readonly Row[] {
  let cells: Row[] = [new Map()]
  for (const [name, value] of axes) {
    const items = value.kind === 'array' ? value.items : []
    cells = cells.flatMap((cell) => items.map((item) => new Map([...cell, [name, item]]))).slice(0, mostCells)
  }
  return cells
}

const covers = (cell: Row, row: Row): boolean => [...row].every(([name, value]) => sameValue(cell.get(name), value))

function withIncluded(cells: readonly Row[], include: readonly Row[], axes: readonly string[]): readonly Row[] {
  const extended = cells.map((cell) => new Map(cell))
  const own: Row[] = []
  for (const row of include) {
    const joins = extended.filter((_, index) =>
      axes.every((axis) => !row.has(axis) || sameValue(cells[index]?.get(axis), row.get(axis))),
    )
    if (joins.length === 0 || cells.length === 0) own.push(row)
    for (const cell of joins) for (const [name, value] of row) cell.set(name, value)
  }
  return [...extended, ...own]
}

function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (!a || !b || a.kind !== b.kind) return false
  if (a.kind === 'string' && b.kind === 'string') return compare(a.text.value, b.text.value) === 'same'
  if ((a.kind === 'boolean' || a.kind === 'number') && a.kind === b.kind) return a.value === (b as typeof a).value
  if (a.kind === 'array' && b.kind === 'array')
    return a.items.length === b.items.length && a.items.every((item, index) => sameValue(item, b.items[index]))
  if (a.kind === 'object' && b.kind === 'object')
    return (
      JSON.stringify(a.entries().map(([name]) => name)) === JSON.stringify(b.entries().map(([name]) => name)) &&
      a.entries().every(([name, value]) => sameValue(value, b.get(name)))
    )
  return a.kind === 'null'
}

/** A cell as a message names it: `amd64, api`. */
export function cellLabel(cell: Cell): string {
  if (!cell) return ''
  return [...cell.values()]
    .flatMap((value) =>
      value.kind === 'string'
        ? [value.text.value]
        : value.kind === 'number' || value.kind === 'boolean'
          ? [String(value.value)]
          : [],
    )
    .join(', ')
}
