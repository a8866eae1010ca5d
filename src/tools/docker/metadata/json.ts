import type { Span } from '../../../source/span.ts'
import { concat, join, placeOf, slice, spoken, type Text } from '../../../source/text.ts'

interface Metadata {
  readonly tags?: readonly Text[]
  readonly 'tag-names'?: readonly Text[]
  readonly labels?: readonly Text[]
  readonly annotations?: readonly Text[]
}

/** The `json` output, with every string in its place. */
export function asJson(metadata: Metadata, at: Span): Text {
  const entries = Object.entries(metadata).map(([key, texts]) =>
    concat(quoted(spoken(key, at), at), spoken(':', at), key === 'labels' ? object(texts, at) : array(texts, at)),
  )
  return braced('{', entries, '}', at)
}

/** A file for `docker buildx bake` that gives a target its tags and labels. */
export const bakeFile = (target: string, metadata: Metadata, at: Span): Text =>
  concat(spoken(`{"target":{${JSON.stringify(target)}:`, at), asJson(metadata, at), spoken('}}', at))

const array = (texts: readonly Text[], at: Span): Text =>
  braced(
    '[',
    texts.map((text) => quoted(text, at)),
    ']',
    at,
  )

/** `key=value` texts as one object. */
const object = (texts: readonly Text[], at: Span): Text =>
  braced(
    '{',
    texts.flatMap((text) => {
      const equals = text.value.indexOf('=')
      if (equals < 0) return []
      return [concat(quoted(slice(text, 0, equals), at), spoken(':', at), quoted(slice(text, equals + 1), at))]
    }),
    '}',
    at,
  )

const braced = (open: string, items: readonly Text[], close: string, at: Span): Text =>
  concat(spoken(open, at), join(items, spoken(',', at)), spoken(close, at))

/** A JSON string; one that needs an escape is placed as a whole. */
function quoted(text: Text, at: Span): Text {
  const inner = JSON.stringify(text.value).slice(1, -1)
  const quote = spoken('"', at)
  return concat(quote, inner === text.value ? text : spoken(inner, text.value === '' ? at : placeOf(text)), quote)
}
