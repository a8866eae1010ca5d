import type { Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { type Attribute, attribute, attributesOf, listItems } from '../../syntax/csv-list.ts'
import { type ImageReference, parseImageReference } from '../../syntax/image-reference.ts'
import { type Decision, goBoolean } from './decision.ts'

/** One `--output` of a build. */
export interface Exporter {
  readonly kind: 'image' | 'docker' | 'files' | 'unknown'
  readonly push: Decision
  readonly byDigest: boolean
  /** Names of its own (`name=`), beside the build's tags. */
  readonly references: readonly ImageReference[]
}

/** Reads an output as buildx does (util/buildflags/export.go): a lone word is a directory, `-` standard output. */
export function exporterOf(output: Text): Exporter {
  const attributes = attributesOf(output)
  const type = attribute(attributes, 'type')?.value
  const names = attribute(attributes, 'name')
  const references = names ? listItems(names, { commas: true }).map(parseImageReference) : []
  const byDigest = flag(attributes, 'push-by-digest') === true
  const shared = { byDigest, references }
  if (type === undefined || holdsUnknown(type))
    return { ...shared, kind: holdsUnknown(output.value) ? 'unknown' : 'files', push: false }
  if (type === 'registry') return { ...shared, kind: 'image', push: true }
  if (type === 'image') return { ...shared, kind: 'image', push: flag(attributes, 'push') }
  if (type === 'docker' && !attribute(attributes, 'dest')) return { ...shared, kind: 'docker', push: false }
  return {
    ...shared,
    kind: type === 'local' || type === 'tar' || type === 'oci' || type === 'docker' ? 'files' : 'unknown',
    push: false,
  }
}

function flag(attributes: readonly Attribute[], key: string): Decision {
  const value = attribute(attributes, key)
  if (!value) return false
  return holdsUnknown(value.value) ? { condition: value.value } : goBoolean(value.value) === true
}
