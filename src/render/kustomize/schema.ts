import { schemaOfKind, schemas } from './openapi-data.ts'

/** How a list is patched: by these keys (none: by the values themselves), or as a whole. */
export interface Schema {
  /** Undefined: the list is replaced. Empty: a list of plain values that is merged. */
  readonly mergeKeys: readonly string[] | undefined
  readonly field: (name: string) => Schema | undefined
  readonly element: Schema | undefined
}

/** What kustomize's OpenAPI data or the `openapi:` file of a kustomization says about kinds. */
export type SchemaOf = (apiVersion: string, kind: string) => Schema | undefined

export const builtInSchema: SchemaOf = (apiVersion, kind) => {
  const name = schemaOfKind[`${apiVersion} ${kind}`]
  return name === undefined ? undefined : schemaNamed(name)
}

const known = new Map<string, Schema>()

function schemaNamed(name: string): Schema | undefined {
  const fields = schemas[name]
  if (!fields) return undefined
  const found = known.get(name) ?? {
    mergeKeys: undefined,
    field: (field: string) => (Object.hasOwn(fields, field) ? schemaFrom(fields[field] as string) : undefined),
    element: undefined,
  }
  known.set(name, found)
  return found
}

/** `Ref`, `{}Ref`, `[]Ref`, `[key,…]Ref` of openapi-data.ts. */
function schemaFrom(text: string): Schema | undefined {
  const close = text.startsWith('[') ? text.indexOf(']') : text.startsWith('{}') ? 1 : -1
  const target = schemaNamed(text.slice(close + 1))
  if (text.startsWith('{}')) return { mergeKeys: undefined, field: () => target, element: undefined }
  if (close < 0) return target
  const keys = text.slice(1, close)
  const mergeKeys = keys === '' ? undefined : keys === '*' ? [] : keys.split(',')
  return { mergeKeys, field: () => undefined, element: target }
}
