import type { Span } from '../../source/span.ts'
import { concat, slice, spoken, type Text } from '../../source/text.ts'
import { type Names, unknownText } from '../../source/unknown.ts'
import type { RenderedChart } from './helm-chart.ts'

/**
 * Rendered text as it is printed: documents with an uncertain stretch begin with a comment of one unknown, so that they are
 * known for what they are even when the text has gone through a pipe or a file (`objectsIn` reads the comment).
 */
export function markUncertain(names: Names, { text, uncertain }: RenderedChart, at: Span): Text {
  const label = 'a condition that nobody can decide'
  const comment = concat(spoken('# ', at), unknownText(names, 'uncertain manifest', label, at), spoken('\n', at))
  const starts = [0, ...[...text.value.matchAll(/^---.*(?:\n|$)/gm)].map((match) => match.index + match[0].length)]
  let marked = text
  starts.toReversed().forEach((start, index) => {
    const end = starts[starts.length - index] ?? text.value.length
    if (uncertain.some((range) => range.start < end && range.end > start))
      marked = concat(slice(marked, 0, start), comment, slice(marked, start))
  })
  return marked
}
