import type { Span } from '../../../source/span.ts'
import { emptyText, placeOf, spoken, type Text } from '../../../source/text.ts'
import { holdsUnknown } from '../../../source/unknown.ts'
import { type Attribute, attribute, attributesOf } from '../../../syntax/csv-list.ts'

/** One line of the `tags` input (docker/metadata-action src/tag.ts). */
export interface TagLine {
  readonly type: TagType
  readonly line: Text
  readonly attributes: readonly Attribute[]
}

/** `unclear`: an unknown hides what the line says, or the action refuses it. */
export type TagType = 'schedule' | 'semver' | 'pep440' | 'match' | 'edge' | 'ref' | 'raw' | 'sha' | 'unclear'

const priorities: Readonly<Record<TagType, number>> = {
  schedule: 1000,
  semver: 900,
  pep440: 900,
  match: 800,
  edge: 700,
  ref: 600,
  raw: 200,
  sha: 100,
  unclear: 0,
}

/** What the action does without `tags`: no tag of the commit among it. */
const defaults = ['type=schedule', 'type=ref,event=branch', 'type=ref,event=tag', 'type=ref,event=pr']

/** The lines in the order of their priority. */
export function tagLines(lines: readonly Text[], at: Span): readonly TagLine[] {
  const written = lines.length > 0 ? lines : defaults.map((line) => spoken(line, at))
  return written.map(tagLine).toSorted((a, b) => priorityOf(b) - priorityOf(a) || 0)
}

function tagLine(line: Text): TagLine {
  const attributes = attributesOf(line).map((one) => (one.value ? one : { ...one, key: 'value', value: one.text }))
  const type = attribute(attributes, 'type')?.value ?? 'raw'
  const hidden = attributesOf(line).some((one) => one.value === undefined && holdsUnknown(one.text.value))
  return { type: hidden || !isTagType(type) ? 'unclear' : type, line, attributes }
}

const isTagType = (type: string): type is TagType => Object.hasOwn(priorities, type)

function priorityOf(line: TagLine): number {
  const stated = attribute(line.attributes, 'priority')
  return stated ? Number(stated.value) : priorities[line.type]
}

/** The `flavor` input (src/flavor.ts). */
export interface Flavor {
  /** `auto`, `true`, `false`, or an unknown. */
  readonly latest: string
  readonly prefix: Text
  readonly suffix: Text
  readonly prefixLatest: boolean
  readonly suffixLatest: boolean
  readonly at: Span | undefined
}

export function flavorOf(lines: readonly Text[]): Flavor {
  const flavor = { latest: 'auto', prefix: emptyText, suffix: emptyText, prefixLatest: false, suffixLatest: false }
  for (const line of lines) {
    let last: 'prefix' | 'suffix' | undefined
    for (const { key, value = emptyText } of attributesOf(line)) {
      if (key === 'latest') flavor.latest = value.value
      if (key === 'prefix' || key === 'suffix') {
        flavor[key] = value
        last = key
      }
      if (key === 'onlatest' && last) flavor[`${last}Latest`] = value.value === 'true'
    }
  }
  return { ...flavor, at: lines[0] && placeOf(lines[0]) }
}

/** One line of the `images` input (src/image.ts). */
export interface ImageLine {
  readonly name: Text
  /** Undefined: nobody knows. */
  readonly enabled: boolean | undefined
}

/** A single line without attributes is a comma list, as the action took it at first. */
export function imageLines(lines: readonly Text[]): readonly ImageLine[] {
  const [first] = lines
  const names = first && lines.length === 1 ? attributesOf(first) : []
  if (names.length > 0 && names.every((one) => one.value === undefined))
    return names.map((one) => ({ name: one.text, enabled: true }))
  return lines.map((line) => {
    const attributes = attributesOf(line)
    const enable = attribute(attributes, 'enable')?.value ?? 'true'
    const name = attribute(attributes, 'name') ?? attributes.find((one) => one.value === undefined)?.text
    return { name: name ?? emptyText, enabled: enable === 'true' || (holdsUnknown(enable) ? undefined : false) }
  })
}
