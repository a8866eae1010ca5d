import { type Span, spanText } from '../source/span.ts'
import type { Text } from '../source/text.ts'
import type { Names } from '../source/unknown.ts'
import { parseYaml, type YamlEntry, type YamlNode } from '../syntax/yaml.ts'
import type { Event } from './ledger.ts'

/** Helm or kustomize read a file of values, in which scalars without quotes may be numbers. */
export interface ReadValues extends Event {
  readonly kind: 'values'
  readonly tool: 'helm' | 'kustomize'
  readonly text: Text
  /** The command that reads it. */
  readonly command: Span
}

/** A tag without quotes that is a leading part of a sha: some commits have only digits there. */
export interface ShortSha {
  readonly key: Text
  readonly value: Text
  /** One commit in so many. */
  readonly oneIn: number
}

/** Shorter parts are no shas; the whole of one is never a number. */
const [shortest, longest] = [5, 20]
const keysOfTags = /tag|version/i

export function shortShasIn(names: Names, text: Text): readonly ShortSha[] {
  const parts = names.standIns.filter(({ cuttable }) => cuttable).map(({ value }) => value)
  if (!parts.some((part) => text.value.includes(part.slice(0, shortest)))) return []
  const found: ShortSha[] = []
  const visit = (entry: YamlEntry): void => {
    const { key, value } = entry
    if (value?.kind !== 'scalar') {
      walk(value)
      return
    }
    const { length } = value.text.value
    const isShort = length >= shortest && length <= longest && parts.some((part) => part.startsWith(value.text.value))
    if (isShort && value.style === 'plain' && !value.tag && keysOfTags.test(key.text.value))
      found.push({ key: key.text, value: value.text, oneIn: Math.round(1.6 ** length) })
  }
  const walk = (node: YamlNode | undefined): void => {
    if (node?.kind === 'map') node.entries.forEach(visit)
    else if (node?.kind === 'list') node.items.forEach(walk)
  }
  for (const { root } of parseYaml(text)) walk(root)
  return found
}

/** A number in a values file that comes out in another form: `1.10` as 1.1, `0123456` as 42798. */
export interface MangledNumber {
  readonly at: Span
  readonly written: string
  readonly became: string
}

/** Pieces of a text that were written as a number, and are the same number in another form now. */
export function mangledIn(text: Text): MangledNumber | undefined {
  let start = 0
  for (const piece of text.pieces) {
    const became = text.value.slice(start, piece.end)
    start = piece.end
    if (piece.exact || became === '') continue
    for (const at of [piece.at, ...piece.via]) {
      const written = at.end - at.start <= longest ? spanText(at) : ''
      if (written !== became && Number(became) === numberOf(written)) return { at, written, became }
    }
  }
  return undefined
}

/** The number that YAML 1.1 reads; a leading zero makes it octal. */
function numberOf(written: string): number {
  if (/^0[0-7]+$/.test(written)) return Number.parseInt(written, 8)
  return /^[0-9][0-9_]*(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/.test(written)
    ? Number(written.replaceAll('_', ''))
    : Number.NaN
}
