import type { Span } from '../../source/span.ts'
import { type Reason, reasons, type Text } from '../../source/text.ts'
import { isTemplate } from './pieces.ts'

export interface Origin {
  /** What to edit in order to change the text. */
  readonly at: Span
  /** The other places that went into it, the largest first. */
  readonly also: readonly Span[]
  /** Values that were empty, so that this one took their place. */
  readonly insteadOf: readonly Span[]
  /** Values of the conditions that it stands under. */
  readonly when: readonly Span[]
}

/**
 * Where a rendered scalar comes from: the one place outside of templates that is in it, else the one that most of its
 * characters come from, else the template. Undefined for an empty text.
 */
export function originOf(text: Text): Origin | undefined {
  const sizes = new Map<string, { readonly at: Span; size: number }>()
  let begin = 0
  for (const piece of text.pieces) {
    const size = piece.end - begin
    begin = piece.end
    // Of several sources the main one stands last.
    const places = piece.exact || piece.via.length === 0 ? [piece.at] : piece.via.toReversed()
    places.forEach((at, index) => {
      const key = `${at.source.path}:${at.start}:${at.end}`
      const known = sizes.get(key) ?? { at, size: 0 }
      known.size += index === 0 ? size : 0
      sizes.set(key, known)
    })
  }
  const bySize = [...sizes.values()].sort((a, b) => b.size - a.size)
  const data = bySize.filter(({ at }) => !isTemplate(at))
  const [first] = data.length > 0 ? data : bySize
  if (!first) return undefined
  return {
    at: first.at,
    also: [...data, ...bySize].filter((one) => one !== first).map(({ at }) => at),
    insteadOf: decidersOf(text, 'fallback'),
    when: decidersOf(text, 'condition'),
  }
}

/** What decided outside of templates. */
function decidersOf(text: Text, kind: Reason['kind']): readonly Span[] {
  const found = new Map<string, Span>()
  for (const reason of text.pieces.flatMap(reasons))
    if (reason.kind === kind && reason.by && !isTemplate(reason.by))
      found.set(`${reason.by.source.path}:${reason.by.start}`, reason.by)
  return [...found.values()]
}
