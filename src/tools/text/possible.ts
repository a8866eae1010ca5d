import { concat, emptyText, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { equalToNothing, holdsUnknown, type Names, obscured } from '../../source/unknown.ts'

/**
 * What an operation makes of a text that holds unknowns.
 *
 * An operation is certain on such a text when it commutes with filling in: whatever string an unknown stands for, filling it
 * in before or after gives the same. That cannot be tried for all strings, so it is tried for strings that make the usual
 * operations differ: each separator people cut at, digits, both cases, nothing at all, and `hints`, strings that the
 * operation itself looks for. A string that only a template would hold (a placeholder of four letters and more) is no hint:
 * `s/IMAGE_TAG/…/` leaves the unknown host of an image as it is.
 */
const usualContents: readonly string[] = [
  '',
  'q',
  '7',
  'v1.20.3',
  'bcdfghjklmnpqrstvwxyz',
  'zyxwvutsrqponmlkjihgfedcba9876543210',
  'Feature/Big_One-2',
  ...[':', '/', '-', '.', '_', ' ', '@', '=', ',', '"', "'", '+', '#', '\t', '{', '$', '|', '*', '~', '%'].map(
    (mark) => `q${mark}z`,
  ),
  'https://k.example.org:8443/x@y',
  '/',
]

const unknowns = /[\uE000-\uF8FF]/g

const filled = (value: string, content: string): string => value.replace(unknowns, () => content)

/** Whether a line says nothing but unknowns: the answer of a command, which may as well be many lines or none. */
export const saysNothing = (value: string): boolean =>
  holdsUnknown(value) && !/[\p{L}\p{N}]/u.test(value.replace(unknowns, ''))

/** All that a question may come to, whatever the unknowns are: one answer is certainty. */
export function answersOf<T>(value: string, ask: (value: string) => T, hints: readonly string[] = []): ReadonlySet<T> {
  if (!holdsUnknown(value)) return new Set([ask(value)])
  return new Set([value, ...contentsWith(hints).map((content) => filled(value, content))].map(ask))
}

const contentsWith = (hints: readonly string[]): readonly string[] => [
  ...usualContents,
  ...hints.flatMap((hint) => [hint, `q${hint}z`, `q${hint}z${hint}q`, ` ${hint} `]),
]

/** The result of an operation on a text, as far as it is certain; `operation` names it, the same for the same doing. */
export function despiteUnknowns(
  names: Names,
  operation: string,
  text: Text,
  compute: (text: Text) => Text,
  hints: readonly string[] = [],
): Text {
  const plain = compute(text)
  if (!holdsUnknown(text.value)) return plain
  const outcomes = [plain.value]
  let certain = !text.value.includes(equalToNothing) || plain.value === text.value
  for (const content of contentsWith(hints)) {
    const outcome = compute(spoken(filled(text.value, content), placeOf(text))).value
    if (filled(outcome, content) !== filled(plain.value, content)) certain = false
    outcomes.push(outcome)
  }
  return certain ? plain : oneOf(names, operation, text, plain, outcomes)
}

/** A text that is one of several: what all begin and end with stays, an unknown made of `source` stands between. */
export function oneOf(names: Names, operation: string, source: Text, plain: Text, outcomes: readonly string[]): Text {
  const shortest = Math.min(plain.value.length, ...outcomes.map((outcome) => outcome.length))
  const start = commonLength(shortest, (index) => outcomes.every((outcome) => outcome[index] === plain.value[index]))
  const end = commonLength(shortest - start, (index) =>
    outcomes.every((outcome) => outcome[outcome.length - 1 - index] === plain.value[plain.value.length - 1 - index]),
  )
  const whole = source.value === '' ? spoken('', placeOf(plain)) : source
  const made = obscured(names, operation, whole)
  const middle = source.value === '' ? { ...made, pieces: spoken(made.value, placeOf(plain)).pieces } : made
  return concat(slice(plain, 0, start), middle, end === 0 ? emptyText : slice(plain, plain.value.length - end))
}

function commonLength(limit: number, agree: (index: number) => boolean): number {
  let length = 0
  while (length < limit && agree(length)) length += 1
  return length
}
