import type { Text } from '../source/text.ts'
import { defectOf, type ImageReference, parseImageReference } from '../syntax/image-reference.ts'
import { placeholderInImage } from './placeholder.ts'

/** Why no runtime takes a reference, as a message goes on behind "asks for …:". */
export interface Invalidity {
  readonly reason: string
  /** The tag is a whole reference of its own. */
  readonly wholeAsTag: boolean
}

/**
 * A reference that breaks the grammar of distribution/reference. Undefined for a good one, one that holds an unknown or a
 * placeholder, and for an empty one and upper case, which are findings of their own.
 */
export function invalidityOf(reference: ImageReference): Invalidity | undefined {
  const defect = defectOf(reference)
  if (defect === undefined || defect === 'uppercase' || defect === 'empty' || placeholderInImage(reference.text))
    return undefined
  const { text, tag } = reference
  const wholeAsTag = defect === 'format' && isWholeAsTag(reference)
  switch (defect) {
    case 'too-long':
      return { wholeAsTag, reason: 'its name is longer than 255 characters' }
    case 'identifier':
      return { wholeAsTag, reason: '64 hexadecimal digits are the id of an image, and no name' }
    case 'digest':
      return { wholeAsTag, reason: 'a sha256 digest has 64 lower-case hexadecimal digits' }
    case 'format':
      return { wholeAsTag, reason: wholeAsTag ? 'a whole reference stands where its tag belongs' : formatOf(text, tag) }
  }
}

const formatOf = ({ value }: Text, tag: Text | undefined): string => {
  if (/\s/.test(value)) return 'there is a space or a line break in it'
  if (/:$/.test(value)) return 'there is no tag behind the colon'
  if (/^[/:]|\/\/|\/:/.test(value)) return 'a part of its name is empty'
  if (/^https?:\/\//.test(value)) return 'a reference has no scheme'
  if (tag && /^[.-]/.test(tag.value)) return 'a tag begins with a letter, a digit or "_"'
  return 'only letters, digits, ".", "_" and "-" may stand in its parts, and not everywhere'
}

/** `ghcr.io/acme/web:ghcr.io/acme/web:1.0`: split at a colon, both halves are references. */
function isWholeAsTag({ text }: ImageReference): boolean {
  const { value } = text
  return [...value.matchAll(/:/g)].some(({ index }) => {
    const [name, rest] = [value.slice(0, index), value.slice(index + 1)]
    return (
      rest.includes('/') &&
      [name, rest].every((one) => defectOf(parseImageReference({ value: one, pieces: [] })) === undefined)
    )
  })
}
