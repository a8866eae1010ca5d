import type { Text } from '../source/text.ts'

/** A value in a declarative language (HCL, Bicep), as far as it stands there literally. */
export type ConfigValue =
  /** A string without anything to evaluate in it; its quotes are not part of it. */
  | { readonly kind: 'string'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly ConfigValue[] }
  | { readonly kind: 'object'; readonly entries: readonly ConfigEntry[] }
  /** A name with dots (`var.size`, `azurerm_kubernetes_cluster.main.id`), a number or a word (`true`). */
  | { readonly kind: 'name'; readonly text: Text }
  /** Anything else, as written. */
  | { readonly kind: 'other'; readonly text: Text }

export interface ConfigEntry {
  readonly key: Text
  readonly value: ConfigValue
}

/** The value of a key; the last one counts. */
export const entryNamed = (entries: readonly ConfigEntry[], key: string): ConfigValue | undefined =>
  entries.findLast((entry) => entry.key.value === key)?.value

/** The value at a path of keys. */
export function valueAt(value: ConfigValue | undefined, ...path: readonly string[]): ConfigValue | undefined {
  let current = value
  for (const key of path) current = current?.kind === 'object' ? entryNamed(current.entries, key) : undefined
  return current
}

export const itemsIn = (value: ConfigValue | undefined): readonly ConfigValue[] =>
  value?.kind === 'list' ? value.items : []

export const entriesIn = (value: ConfigValue | undefined): readonly ConfigEntry[] =>
  value?.kind === 'object' ? value.entries : []

export const isWord = (value: ConfigValue | undefined, word: string): boolean =>
  value?.kind === 'name' && value.text.value === word
