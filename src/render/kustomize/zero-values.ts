import type { Span } from '../../source/span.ts'
import { type GoEntry, type GoValue, goList, goMap } from '../../syntax/yaml-go.ts'
import type { Shape } from './decode.ts'

/** Fields whose Go tag has no `omitempty`: they are written whatever they hold. */
const alwaysWritten: ReadonlySet<string> = new Set(['count', 'objref', 'orderFirst', 'orderLast'])

/**
 * A value as encoding/json writes it from kustomize's structs: fields that hold nothing are left out (`omitempty`). Undefined:
 * the value itself holds nothing.
 */
export function withoutZeroes(value: GoValue, shape: Shape | undefined): GoValue | undefined {
  if (value.kind === 'null') return undefined
  if (value.kind === 'string') return value.text.value === '' ? undefined : value
  if (value.kind === 'bool') return value.value ? value : undefined
  if (value.kind === 'int') return value.value === 0n ? undefined : value
  if (value.kind === 'list') {
    const element = Array.isArray(shape) ? (shape[0] as Shape) : undefined
    if (value.items.length === 0) return undefined
    return goList(
      value.items.map((item) =>
        item.kind === 'map' && isStruct(element) ? struct(item.entries, element, item.at) : item,
      ),
      value.at,
    )
  }
  if (value.kind !== 'map') return value
  if (isStruct(shape)) return struct(value.entries, shape, value.at)
  return value.entries.size === 0 ? undefined : value
}

type Struct = { readonly [field: string]: Shape }

const isStruct = (shape: Shape | undefined): shape is Struct => typeof shape === 'object' && !Array.isArray(shape)

function struct(entries: ReadonlyMap<string, GoEntry>, shape: Struct, at: Span): GoValue {
  const kept = new Map<string, GoEntry>()
  for (const [name, entry] of entries) {
    const value = withoutZeroes(entry.value, shape[name])
    if (value) kept.set(name, { ...entry, value })
    else if (alwaysWritten.has(name)) kept.set(name, entry)
  }
  return goMap(kept, at)
}
