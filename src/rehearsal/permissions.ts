import type { Span } from '../source/span.ts'
import { entriesOf, spanOf, type YamlNode } from '../syntax/yaml.ts'
import type { PermissionScope, Permissions } from '../world/run.ts'

/** The `permissions:` of a job: its own block replaces the workflow's; a called workflow stays under its caller's ceiling. */
export function permissionsOf(
  job: YamlNode | undefined,
  workflow: YamlNode | undefined,
  ceiling: Permissions,
): Permissions {
  const own = readPermissions(job ?? workflow)
  return own.kind === 'absent' ? ceiling : own
}

function readPermissions(node: YamlNode | undefined): Permissions {
  if (!node) return { kind: 'absent' }
  const at = spanOf(node)
  if (node.kind === 'scalar') return { kind: 'stated', at, scopes: new Map(), all: everything(node.text.value) }
  const scopes = entriesOf(node).map(({ key, value }): readonly [string, PermissionScope] => [
    key.text.value,
    { access: accessOf(value), at: value ? spanOf(value) : spanOf(key) },
  ])
  return { kind: 'stated', at: keysSpan(node, at), scopes: new Map(scopes), all: undefined }
}

const everything = (value: string): 'read' | 'write' | undefined =>
  value === 'write-all' ? 'write' : value === 'read-all' ? 'read' : undefined

const accessOf = (node: YamlNode | undefined): PermissionScope['access'] => {
  const value = node?.kind === 'scalar' ? node.text.value : ''
  return value === 'read' || value === 'write' ? value : 'none'
}

/** From the first key to the end of the last value: the block without trailing lines. */
function keysSpan(node: YamlNode, whole: Span): Span {
  if (node.kind !== 'map' || node.entries.length === 0) return whole
  const last = node.entries.at(-1)
  const end = last?.value ?? last?.key
  return end ? { source: whole.source, start: whole.start, end: Math.max(whole.start, spanOf(end).end) } : whole
}
