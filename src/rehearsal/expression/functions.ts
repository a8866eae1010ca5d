import type { Span } from '../../source/span.ts'
import { concatAll, join, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, type Names } from '../../source/unknown.ts'
import { equality, upper } from './comparison.ts'
import { anyOf, booleanTruth, type Truth } from './condition.ts'
import { jsonOf, valueOfJson } from './json.ts'
import { containsCertainly, endsCertainly, startsCertainly } from './search.ts'
import { stringValue, textOfValue, type Value } from './value.ts'

/** What a function makes of its arguments: a value, a truth, or nothing that anybody can tell. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'truth'; readonly truth: Truth }
  /** One of two, depending on something unknown; or the function would fail. */
  | { readonly kind: 'unknown' }
  /** An unknown boolean that is keyed by the call itself. */
  | { readonly kind: 'open' }

export interface FunctionCall {
  readonly arguments: readonly Value[]
  readonly names: Names
  /** The expression as a whole. */
  readonly at: Span
}

const value = (made: Value): Outcome => ({ kind: 'value', value: made })
const truth = (made: Truth | undefined): Outcome =>
  made === undefined ? { kind: 'open' } : { kind: 'truth', truth: made }
const unknown: Outcome = { kind: 'unknown' }

/** Longer strings than this are not made: values that double themselves over and over. GitHub stops as well, later. */
const longest = 1_000_000

type Function = (call: FunctionCall) => Outcome

/** The functions of the language itself, by lower-case name; semantics as actions/languageservices, expressions/src/funcs. */
export const functions: ReadonlyMap<string, Function> = new Map<string, Function>([
  ['contains', contains],
  ['startswith', (call) => stringTest(call, startsCertainly)],
  ['endswith', (call) => stringTest(call, endsCertainly)],
  ['format', format],
  ['join', joined],
  ['tojson', toJson],
  ['fromjson', fromJson],
])

const isPrimitive = (one: Value | undefined): one is Value => one?.kind !== 'array' && one?.kind !== 'object'

function contains(call: FunctionCall): Outcome {
  const [search, item] = call.arguments
  if (search?.kind === 'unknown') return { kind: 'open' }
  if (search?.kind === 'array' && item)
    return truth(
      anyOf(
        call.names,
        search.items.map((one) => equality(call.names, item, one)),
      ),
    )
  return stringTest(call, (a, b) => containsCertainly(a.toLowerCase(), b.toLowerCase()))
}

/** What may be an array or an object passes no test: then only a refusal is certain. */
function stringTest(
  { arguments: [left, right], at }: FunctionCall,
  test: (a: string, b: string) => boolean | undefined,
): Outcome {
  if (!isPrimitive(left) || !isPrimitive(right)) return truth(false)
  const passes = test(upper(textOfValue(left, at).value), upper(textOfValue(right, at).value))
  const mayBeNoString = left?.kind === 'unknown' || right?.kind === 'unknown'
  return truth(passes && mayBeNoString ? undefined : passes)
}

/** Errors (a brace too many, an argument that is not there) fail the step: nobody knows what would have come out. */
function format({ arguments: [first, ...rest], at }: FunctionCall): Outcome {
  if (!first) return unknown
  const pattern = textOfValue(first, at)
  if (holdsUnknown(pattern.value)) return unknown
  const parts: Text[] = []
  let from = 0
  let room = longest - pattern.value.length
  for (const match of pattern.value.matchAll(/\{\{|\}\}|\{(\d+)[^}]*\}|[{}]/g)) {
    parts.push(slice(pattern, from, match.index))
    const argument = match[1] === undefined ? undefined : rest[Number(match[1])]
    if (argument) {
      const text = textOfValue(argument, at)
      room -= text.value.length
      if (room < 0) return unknown
      parts.push(text)
    } else if (match[0] === '{{' || match[0] === '}}') parts.push(slice(pattern, match.index, match.index + 1))
    else return unknown
    from = match.index + match[0].length
  }
  return value(stringValue(concatAll([...parts, slice(pattern, from)])))
}

function joined({ arguments: [items, separator], at }: FunctionCall): Outcome {
  if (!items || items.kind === 'unknown') return unknown
  if (items.kind === 'object') return value(stringValue(spoken('', at)))
  if (items.kind !== 'array') return value(stringValue(textOfValue(items, at)))
  const between = separator && isPrimitive(separator) ? textOfValue(separator, at) : spoken(',', at)
  const texts = items.items.map((item) => textOfValue(item, at))
  const length = texts.reduce((sum, text) => sum + text.value.length + between.value.length, 0)
  return length > longest ? unknown : value(stringValue(join(texts, between)))
}

/** `true` and `false` are written the same in JSON, whichever it is. */
const isBoolean = (names: Names, one: Value | undefined): boolean =>
  (one?.kind === 'unknown' || one?.kind === 'string') && booleanTruth(names, one.text.value) !== undefined

function toJson({ arguments: [first], names, at }: FunctionCall): Outcome {
  if (first?.kind === 'unknown' && isBoolean(names, first)) return value(first)
  const text = first && jsonOf(first, at)
  return text ? value(stringValue(text)) : unknown
}

function fromJson({ arguments: [first], names, at }: FunctionCall): Outcome {
  if (first && isBoolean(names, first)) return value({ kind: 'unknown', text: textOfValue(first, at) })
  const text = first && textOfValue(first, at)
  const made = text && !holdsUnknown(text.value) ? valueOfJson(text) : undefined
  return made ? value(made) : unknown
}
