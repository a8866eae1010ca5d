import { slice, type Text } from '../source/text.ts'
import { parseImageReference } from '../syntax/image-reference.ts'

/** Marks of templates: no image, name or host may hold one of these characters. */
const marked =
  /<[A-Za-z][\w .-]*>|\$\{\{?[^{}]+\}?\}|\$\([A-Za-z_]\w*\)|\$[A-Z_][A-Z0-9_]*|\{\{[^{}]*\}\}|#\{[^{}]+\}#?|%%?[A-Z_]{3,}%%?|@@[A-Z_]{3,}@@|\[[A-Z_]{3,}\]/

/** Words for a tag that is still to come. A tag may be in capitals, but is hardly called after what belongs there. */
const awaited =
  /^(?:REPLACE[-_]?(?:ME|THIS|WITH)\w*|CHANGE[-_]?ME|TODO|TBD|(?:[A-Z]+_)*PLACEHOLDER|(?:[A-Z]+_)*(?:IMAGE|DOCKER|BUILD|COMMIT|GIT|VERSION|RELEASE|CONTAINER)_(?:TAG|NAME|SHA|VERSION|ID|HASH|NUMBER|IMAGE)|__[A-Z_]+__)$/

/** `your-acr-name.azurecr.io`, `yourusername/web`. */
const yours =
  /(?<![A-Za-z0-9])your(?:[-_](?:[a-z]{2,20}[-_]){0,3})?(?:acr|registry|repo|repository|username|user|dockerhub|docker|account|org|organization|project|image|namespace)(?![A-Za-z0-9])/i

/** The part of a name or a host that somebody was to fill in. */
export const placeholderIn = (text: Text): Text | undefined => found(text, marked)

/** The part of an image reference that somebody was to fill in. */
export function placeholderInImage(image: Text): Text | undefined {
  const { tag, written } = parseImageReference(image)
  const last = slice(written, written.value.lastIndexOf('/') + 1)
  return found(image, marked) ?? (tag && found(tag, awaited)) ?? found(last, awaited) ?? found(written, yours)
}

/** Longer than any name may be. */
const longest = 500

function found(text: Text, pattern: RegExp): Text | undefined {
  const match = pattern.exec(text.value.slice(0, longest))
  return match ? slice(text, match.index, match.index + match[0].length) : undefined
}
