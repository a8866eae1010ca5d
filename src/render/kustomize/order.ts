import type { Text } from '../../source/text.ts'
import { placeOf } from '../../source/text.ts'
import { fail } from './failure.ts'
import type { Kustomization } from './kustomization.ts'
import { currentId, type Gvk, gvkText, type Resource, type ResourceId } from './resource.ts'
import { orderFirst, orderLast } from './transformer-config.ts'

/** The order of printing (builtins/SortOrderTransformer.go): by kind unless `sortOptions` says first in, first out. */
export function sortResources(
  resources: readonly Resource[],
  options: Kustomization['sortOptions'],
): readonly Resource[] {
  const order = options?.order
  if (options && order?.value !== 'legacy' && order?.value !== 'fifo')
    fail(order ? placeOf(order) : options.written.at, "the field 'sortOptions.order' must be one of [fifo, legacy]")
  if (order?.value === 'fifo') {
    if (options?.legacySortOptions)
      fail(
        placeOf(order),
        "the field 'sortOptions.legacySortOptions' is set but the selected sort order is 'fifo', not 'legacy'",
      )
    return resources
  }
  const own = options?.legacySortOptions
  const names = (list: readonly Text[] | undefined): readonly string[] => (list ?? []).map((one) => one.value)
  const first = own ? names(own.orderFirst) : orderFirst
  const last = own ? names(own.orderLast) : orderLast
  const ranks = new Map<string, number>([
    ...first.map((kind, index) => [kind, index - first.length] as const),
    ...last.map((kind, index) => [kind, index + 1] as const),
  ])
  return resources
    .map((resource) => ({ resource, id: currentId(resource) }))
    .sort((a, b) => compareIds(a.id, b.id, ranks))
    .map(({ resource }) => resource)
}

function compareIds(a: ResourceId, b: ResourceId, ranks: ReadonlyMap<string, number>): number {
  const byKind = (ranks.get(a.kind) ?? 0) - (ranks.get(b.kind) ?? 0)
  if (byKind !== 0) return byKind
  const byGvk = compareText(gvkOrder(a), gvkOrder(b))
  if (byGvk !== 0) {
    const namespaces = a.kind === 'Namespace' && b.kind === 'Namespace' && (a.group === '' || b.group === '')
    return namespaces ? -byGvk : byGvk
  }
  return compareText(idOrder(a), idOrder(b))
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const gvkOrder = (gvk: Gvk): string => `${gvk.group || '~G'}_${gvk.version || '~V'}_${gvk.kind || '~K'}`
const idOrder = (id: ResourceId): string => [gvkText(id), id.namespace || '~X', id.name || '~N'].join('|')
