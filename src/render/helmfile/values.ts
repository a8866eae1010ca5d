import { placeOf, type Text } from '../../source/text.ts'
import type { GoValue } from '../../syntax/yaml-go.ts'
import { readGoYaml } from '../../syntax/yaml-go.ts'
import { Unsupported } from '../helm/failure.ts'
import { type Entry, type MapValue, map, nil, type StoredValue, string } from '../helm/value.ts'
import { type Scene, unknownIn } from './scene.ts'

/** A copy that templates may change; numbers stay what they are. */
export function ownValue(value: GoValue): StoredValue {
  if (value.kind === 'list') return { kind: 'list', items: value.items.map(ownValue), at: value.at }
  if (value.kind !== 'map') return value
  const entries = new Map<string, Entry>()
  for (const [key, one] of value.entries)
    entries.set(key, { key: one.key, keyKind: 'string', value: ownValue(one.value) })
  return { kind: 'map', entries, at: value.at }
}

/** The map that a values file holds; an empty file is an empty one. */
export function mapIn(text: Text): MapValue {
  const document = readGoYaml(text, 'v3')[0]
  if (document?.problems[0]) throw new Unsupported(`${placeOf(text).source.path}: ${document.problems[0].message}`)
  const value = document ? ownValue(document.value) : nil
  if (value.kind === 'null') return map()
  if (value.kind !== 'map') throw new Unsupported(`${placeOf(text).source.path} is no map`)
  return value
}

/** maputil.MergeMaps: maps are merged, nil replaces nothing, a list with nil in it fills up the other. Neither map changes. */
export function mergeMaps(base: MapValue, over: MapValue): MapValue {
  const entries = new Map(base.entries)
  for (const [key, one] of over.entries) {
    const known = entries.get(key)
    const value = known ? mergeValues(known.value, one.value) : one.value
    entries.set(key, known && value === known.value ? known : { ...one, value })
  }
  return { ...base, entries }
}

function mergeValues(base: StoredValue, over: StoredValue): StoredValue {
  if (over.kind === 'null') return base
  if (base.kind === 'map' && over.kind === 'map') return mergeMaps(base, over)
  if (base.kind !== 'list' || over.kind !== 'list' || !over.items.some(({ kind }) => kind === 'null')) return over
  const length = Math.max(base.items.length, over.items.length)
  const items = Array.from({ length }, (_, index) => {
    const [old, fresh] = [base.items[index], over.items[index]]
    return old && fresh ? mergeValues(old, fresh) : (fresh ?? old ?? nil)
  })
  return { ...over, items }
}

/** A file of secrets has its keys in the clear (SOPS); what they hold, nobody knows. */
export function secretsIn(scene: Scene, text: Text): MapValue {
  const value = mapIn(text)
  value.entries.delete('sops')
  return hiddenMap(scene, value, placeOf(text).source.path)
}

function hiddenMap(scene: Scene, value: MapValue, path: string): MapValue {
  const entries = new Map<string, Entry>()
  for (const [key, one] of value.entries)
    entries.set(key, { ...one, value: hidden(scene, one.value, `${path} ${key}`) })
  return { ...value, entries }
}

function hidden(scene: Scene, value: StoredValue, path: string): StoredValue {
  if (value.kind === 'map') return hiddenMap(scene, value, path)
  if (value.kind === 'list')
    return { ...value, items: value.items.map((item, index) => hidden(scene, item, `${path} ${index}`)) }
  return 'text' in value ? string(unknownIn(scene, `secret ${path}`, path, placeOf(value.text))) : value
}

/** vals answers what begins with `ref+` out of a secret store. */
export const holdsReference = (text: Text): boolean => /(?:secret)?ref\+[a-z0-9]+:/i.test(text.value)

export function withoutReferences(scene: Scene, value: StoredValue): StoredValue {
  if (value.kind === 'map') {
    const entries = [...value.entries].map(
      ([key, one]) => [key, { ...one, value: withoutReferences(scene, one.value) }] as const,
    )
    return { ...value, entries: new Map(entries) }
  }
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => withoutReferences(scene, item)) }
  return value.kind === 'string' ? { ...value, text: referenced(scene, value.text) } : value
}

/** A string that refers to a secret, or the string itself. */
export const referenced = (scene: Scene, text: Text): Text =>
  holdsReference(text) ? unknownIn(scene, `vals ${text.value}`, text.value, placeOf(text)) : text

export const entryAt = (root: MapValue, ...path: readonly string[]): StoredValue | undefined => {
  let value: StoredValue | undefined = root
  for (const key of path) value = value?.kind === 'map' ? value.entries.get(key)?.value : undefined
  return value?.kind === 'null' ? undefined : value
}

export function textAt(root: MapValue, ...path: readonly string[]): Text | undefined {
  const value = entryAt(root, ...path)
  return value && 'text' in value ? value.text : undefined
}

export const listAt = (root: MapValue, ...path: readonly string[]): readonly StoredValue[] => {
  const value = entryAt(root, ...path)
  return value?.kind === 'list' ? value.items : []
}

export const mapAt = (root: MapValue, ...path: readonly string[]): MapValue => {
  const value = entryAt(root, ...path)
  return value?.kind === 'map' ? value : map()
}

/** Undefined: not said. */
export function truthAt(root: MapValue, key: string): boolean | undefined {
  const value = entryAt(root, key)
  if (value === undefined) return undefined
  if (value.kind !== 'bool') throw new Unsupported(`${key} is not known to be true or false`)
  return value.value
}
