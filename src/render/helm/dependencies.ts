import { spoken } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import type { Chart, Dependency } from './chart.ts'
import { coalesceValues, mergeTables } from './coalesce.ts'
import { isCompatible } from './semver.ts'
import { copyMap, entry, type MapValue, map, type StoredValue, valueAt } from './value.ts'

/** Helm's chartutil/dependencies.go: which dependencies are enabled, under which names, and what they export. */

export function processDependencies(chart: Chart, values: MapValue, helm: 3 | 4): void {
  enableDependencies(chart, values, '', helm)
  importValues(chart, helm)
}

const matches = (dependency: Dependency, chart: Chart): boolean =>
  chart.name === dependency.name && isCompatible(dependency.version, chart.version)

function enableDependencies(chart: Chart, given: MapValue, path: string, helm: 3 | 4): void {
  if (chart.declared.length === 0) return
  const undeclared = chart.dependencies.filter((child) => !chart.declared.some((one) => matches(one, child)))
  const named: Chart[] = []
  for (const dependency of chart.declared) {
    const found = chart.dependencies.find((child) => matches(dependency, child))
    if (found) named.push(aliased(found, dependency.alias || found.name, helm))
    if (dependency.alias) dependency.name = dependency.alias
    dependency.enabled = true
  }
  setDependencies(chart, [...undeclared, ...named])
  const values = coalesceValues(chart, given, { merge: false, helm })
  applyTags(chart.declared, values)
  applyConditions(chart.declared, values, path)
  const disabled = new Set(chart.declared.filter((one) => !one.enabled).map((one) => one.name))
  const kept = chart.dependencies.filter((child) => !disabled.has(child.name))
  for (const child of kept)
    if (chart.declared.some((one) => one.name === child.name && one.uncertain)) child.uncertain = true
  for (const child of kept) enableDependencies(child, values, `${path}${child.name}.`, helm)
  chart.declared = chart.declared.filter((one) => !disabled.has(one.name))
  setDependencies(chart, kept)
}

/** A chart may serve under several names: each is a copy. In Helm 3 the copies share what lies below. */
function aliased(chart: Chart, name: string, helm: 3 | 4): Chart {
  const copy = chart.copy(name)
  if (helm === 4) {
    copy.declared = chart.declared.map((one) => ({ ...one }))
    setDependencies(
      copy,
      chart.dependencies.map((child) => child.copy(child.name)),
    )
  }
  return copy
}

function setDependencies(chart: Chart, children: readonly Chart[]): void {
  chart.dependencies = [...children]
  for (const child of children) child.parent = chart
}

function applyTags(declared: readonly Dependency[], values: MapValue): void {
  const tags = values.entries.get('tags')?.value
  if (tags?.kind !== 'map') return
  for (const dependency of declared) {
    const set = dependency.tags.flatMap((tag) => {
      const value = tags.entries.get(tag)?.value
      return value?.kind === 'bool' ? [value.value] : []
    })
    dependency.enabled = set.length === 0 || set.includes(true)
    dependency.uncertain = dependency.tags.some((tag) => isUnknown(tags.entries.get(tag)?.value))
  }
}

function applyConditions(declared: readonly Dependency[], values: MapValue, path: string): void {
  for (const dependency of declared)
    for (const condition of dependency.condition.trim().split(',')) {
      const value = condition === '' ? undefined : valueAt(values, (path + condition).split('.'))
      if (value && isUnknown(value)) dependency.uncertain = true
      if (value?.kind !== 'bool') continue
      dependency.enabled = value.value
      break
    }
}

const isUnknown = (value: StoredValue | undefined): boolean =>
  value?.kind === 'unknown' || (value?.kind === 'string' && holdsUnknown(value.text.value))

function importValues(chart: Chart, helm: 3 | 4): void {
  for (const child of chart.dependencies) importValues(child, helm)
  if (chart.declared.length === 0) return
  const values = coalesceValues(chart, map(), { merge: true, helm })
  const imported = map()
  for (const dependency of chart.declared)
    for (const { child, parent } of dependency.imports) {
      const table = valueAt(values, `${dependency.name}.${child}`.split('.'))
      if (table?.kind === 'map') mergeTables(imported, nested(parent, table), true)
    }
  chart.values = mergeTables(copyMap(values), imported, true)
}

const nested = (path: string, value: MapValue): MapValue =>
  path === '.'
    ? value
    : path.split('.').reduceRight<MapValue>((inner, key) => {
        const outer = map(value.at)
        outer.entries.set(key, entry(spoken(key, value.at), inner))
        return outer
      }, value)
