import { nowhere, type Text } from '../../source/text.ts'
import { type GoValue, placeOfValue } from '../../syntax/yaml-go.ts'
import { fail } from './failure.ts'
import { copyNode, fieldOf, fromGo, type Node, toGo } from './node.ts'

/** One operation of RFC 6902, as evanphx/json-patch v4 reads it. */
export interface JsonOperation {
  readonly kind: string
  readonly path: Text
  readonly from: Text | undefined
  readonly value: GoValue | undefined
  readonly operation: GoValue
}

/** The operations of a patch; undefined when it is no list of maps. */
export function jsonOperations(value: GoValue): readonly JsonOperation[] | undefined {
  if (value.kind === 'null') return []
  if (value.kind !== 'list') return undefined
  const operations: JsonOperation[] = []
  for (const item of value.items) {
    if (item.kind !== 'map') return undefined
    const text = (name: string): Text | undefined => {
      const found = item.entries.get(name)?.value
      return found?.kind === 'string' ? found.text : undefined
    }
    operations.push({
      kind: text('op')?.value ?? 'unknown',
      path: text('path') ?? { value: '', pieces: [] },
      from: text('from'),
      value: item.entries.get('value')?.value,
      operation: item,
    })
  }
  return operations
}

/** Applies a JSON patch to a resource. The node becomes what JSON makes of it: integers beyond 2^53 lose digits. */
export function applyJsonPatch(node: Node, operations: readonly JsonOperation[]): Node {
  let root = fromGo(asJson(toGo(node)))
  for (const operation of operations) {
    const failed = (reason: string): never =>
      fail(placeOfValue(operation.operation), `${operation.kind} operation does not apply: ${reason}`)
    const value = (): Node => fromGo(asJson(operation.value ?? { kind: 'null', text: { value: 'null', pieces: [] } }))
    const path = operation.path.value
    if (operation.kind === 'add') add(locate(root, path, failed), value(), operation, failed)
    else if (operation.kind === 'remove') remove(locate(root, path, failed), failed)
    else if (operation.kind === 'replace') {
      if (path === '') root = value()
      else replace(locate(root, path, failed), value(), operation, failed)
    } else if (operation.kind === 'move') {
      const from = locate(root, operation.from?.value ?? '', failed)
      const moved = get(from, failed)
      remove(from, failed)
      add(locate(root, path, failed), moved ?? value(), operation, failed)
    } else if (operation.kind === 'copy') {
      const copied = get(locate(root, operation.from?.value ?? '', failed), failed)
      add(locate(root, path, failed), copied ? copyNode(copied) : value(), operation, failed)
    } else if (operation.kind === 'test') test(root, path, operation, value(), failed)
    else fail(placeOfValue(operation.operation), `Unexpected kind: ${operation.kind}`)
  }
  return root
}

function asJson(value: GoValue): GoValue {
  if (value.kind === 'list') return { ...value, items: value.items.map(asJson) }
  if (value.kind === 'map') {
    const entries = new Map(
      [...value.entries].map(([name, entry]) => [
        name,
        { ...entry, keyKind: 'string' as const, value: asJson(entry.value) },
      ]),
    )
    return { ...value, entries }
  }
  if (value.kind === 'string') return { kind: 'string', text: value.text, at: value.at }
  const exact = value.kind !== 'int' || BigInt.asIntN(53, value.value) === value.value
  return exact ? value : { kind: 'float', value: Number(value.value), text: value.text }
}

interface Location {
  readonly parent: Node
  readonly key: string
}

type Failed = (reason: string) => never

function locate(root: Node, path: string, failed: Failed): Location {
  const parts = path.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (parts.length < 2) return failed(`doc is missing path: "${path}"`)
  let parent = root
  for (const part of parts.slice(1, -1)) {
    const next = parent.kind === 'list' ? parent.items[indexOf(part, parent.items.length)] : fieldOf(parent, part)
    if (!next || next.kind === 'scalar') return failed(`doc is missing path: "${path}"`)
    parent = next
  }
  return { parent, key: parts.at(-1) as string }
}

/** strconv.Atoi, negative numbers count from the end; -1 for no index. */
function indexOf(part: string, length: number): number {
  if (!/^[-+]?\d+$/.test(part)) return -1
  const index = Number(part)
  return index < 0 ? index + length : index
}

function get({ parent, key }: Location, failed: Failed): Node | undefined {
  if (parent.kind === 'map') return fieldOf(parent, key)
  const found = parent.items[indexOf(key, parent.items.length)]
  return found ?? failed(`unable to access invalid index: ${key}`)
}

function add({ parent, key }: Location, value: Node, operation: JsonOperation, failed: Failed): void {
  if (parent.kind === 'map') {
    parent.fields.set(key, { key: keyText(operation, key), keyTag: 'string', value })
    return
  }
  const length = parent.items.length
  const index = key === '-' ? length : indexOf(key, length + 1)
  if (index < 0 || index > length) failed(`unable to access invalid index: ${key}`)
  parent.items.splice(index, 0, value)
}

/** The key stands in the path of the operation. */
function keyText(operation: JsonOperation, key: string): Text {
  const at = operation.path.pieces[0]?.at ?? nowhere
  return { value: key, pieces: key === '' ? [] : [{ end: key.length, at, exact: false, via: [] }] }
}

function remove({ parent, key }: Location, failed: Failed): void {
  if (parent.kind === 'map') {
    if (!parent.fields.delete(key)) failed(`unable to remove nonexistent key: ${key}`)
    return
  }
  const index = indexOf(key, parent.items.length)
  if (index < 0 || index >= parent.items.length) failed(`unable to access invalid index: ${key}`)
  parent.items.splice(index, 1)
}

function replace(location: Location, value: Node, operation: JsonOperation, failed: Failed): void {
  const { parent, key } = location
  if (parent.kind === 'list') {
    get(location, failed)
    parent.items[indexOf(key, parent.items.length)] = value
    return
  }
  parent.fields.set(key, { key: parent.fields.get(key)?.key ?? keyText(operation, key), keyTag: 'string', value })
}

function test(root: Node, path: string, operation: JsonOperation, expected: Node, failed: Failed): void {
  const found = path === '' ? root : get(locate(root, path, failed), failed)
  const same = found
    ? sameJson(toGo(found), toGo(expected))
    : operation.value === undefined || operation.value.kind === 'null'
  if (!same) failed(`testing value ${path} failed`)
}

function sameJson(a: GoValue, b: GoValue): boolean {
  if (a.kind === 'list')
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => sameJson(item, b.items[index] as GoValue))
    )
  if (a.kind === 'map')
    return (
      b.kind === 'map' &&
      a.entries.size === b.entries.size &&
      [...a.entries].every(([name, entry]) => {
        const other = b.entries.get(name)
        return other !== undefined && sameJson(entry.value, other.value)
      })
    )
  if (b.kind === 'list' || b.kind === 'map' || a.kind === 'null' || b.kind === 'null') return a.kind === b.kind
  if (a.kind === 'string' || b.kind === 'string') return a.kind === b.kind && a.text.value === b.text.value
  return String(a.value) === String(b.value)
}
