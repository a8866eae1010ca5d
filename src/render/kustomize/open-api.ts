import { placeOf, type Text } from '../../source/text.ts'
import { type GoMap, type GoValue, readGoYaml } from '../../syntax/yaml-go.ts'
import { fail } from './failure.ts'
import type { Schema, SchemaOf } from './schema.ts'

/** The schemas of an `openapi: {path: …}` file; they stand instead of the built-in ones. */
export function customSchema(text: Text): SchemaOf {
  const document = readGoYaml(text, 'v2')[0]
  const problem = document?.problems[0]
  if (!document || problem)
    return fail(problem?.at ?? placeOf(text), `invalid OpenAPI schema: ${problem?.message ?? 'empty'}`)
  const definitions = mapAt(document.value, 'definitions')
  const byKind = new Map<string, GoValue>()
  for (const { value } of definitions?.entries.values() ?? []) {
    const gvks = at(value, 'x-kubernetes-group-version-kind')
    for (const gvk of gvks?.kind === 'list' ? gvks.items : []) {
      const group = stringAt(gvk, 'group')
      byKind.set(`${group ? `${group}/` : ''}${stringAt(gvk, 'version') ?? ''} ${stringAt(gvk, 'kind') ?? ''}`, value)
    }
  }
  return (apiVersion, kind) => schemaOf(byKind.get(`${apiVersion} ${kind}`), definitions)
}

const at = (value: GoValue | undefined, key: string): GoValue | undefined =>
  value?.kind === 'map' ? value.entries.get(key)?.value : undefined

function mapAt(value: GoValue | undefined, key: string): GoMap | undefined {
  const found = at(value, key)
  return found?.kind === 'map' ? found : undefined
}

function stringAt(value: GoValue | undefined, key: string): string | undefined {
  const found = at(value, key)
  return found?.kind === 'string' ? found.text.value : undefined
}

function schemaOf(value: GoValue | undefined, definitions: GoMap | undefined): Schema | undefined {
  let resolved = value
  for (let hops = 0; hops < 20; hops += 1) {
    const reference = stringAt(resolved, '$ref')
    if (reference === undefined) break
    resolved = definitions?.entries.get(reference.replace('#/definitions/', ''))?.value
  }
  if (!resolved) return undefined
  const given = resolved
  return {
    mergeKeys: mergeKeysOf(given),
    field: (name) => schemaOf(at(mapAt(given, 'properties'), name) ?? at(given, 'additionalProperties'), definitions),
    get element() {
      return schemaOf(at(given, 'items'), definitions)
    },
  }
}

function mergeKeysOf(value: GoValue): readonly string[] | undefined {
  const strategies = stringAt(value, 'x-kubernetes-patch-strategy')?.split(',') ?? []
  if (!strategies.includes('merge')) return undefined
  const keys = at(value, 'x-kubernetes-list-map-keys')
  if (keys?.kind === 'list') return keys.items.flatMap((key) => (key.kind === 'string' ? [key.text.value] : []))
  const key = stringAt(value, 'x-kubernetes-patch-merge-key')
  return key === undefined ? [] : [key]
}
