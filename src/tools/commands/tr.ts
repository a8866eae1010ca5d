import { concatAll, emptyText, placeOf, spoken, type Text } from '../../source/text.ts'
import { isOneUnknown, type Names, obscured } from '../../source/unknown.ts'
import { trSet } from '../../syntax/tr-set.ts'
import { cutAt } from '../text/lines.ts'
import { has, type Options, parseOptions } from '../text/options.ts'
import { done, opaque } from '../text/outcome.ts'
import { command } from '../tool.ts'

/** GNU tr works on each character by itself, so only unknowns become other unknowns. */
export const tr = command('tr', (call, machine) => {
  const long = { complement: 'c', delete: 'd', 'squeeze-repeats': 's', 'truncate-set1': 't' }
  const options = parseOptions(call.args, { short: 'cCdst', long, permute: false })
  const change = options && changeOf(options)
  return change ? done(changed(machine.names, change, call.stdin)) : opaque(call, machine)
})

interface Change {
  /** As a name for what was done to an unknown. */
  readonly operation: string
  /** What becomes of a character; undefined: it goes. */
  readonly map: (character: string) => string | undefined
  readonly squeezes: (character: string) => boolean
}

function changeOf(options: Options): Change | undefined {
  const [first, second] = options.operands.map((operand) => operand.value)
  const from = trSet(first ?? '')
  const to = second === undefined ? undefined : trSet(second)
  const deletes = has(options, 'd')
  const squeezes = has(options, 's')
  const complement = has(options, 'c') || has(options, 'C')
  if (!from || has(options, 't') || (second !== undefined && !to)) return undefined
  const operation = operationName(options, first ?? '', second)
  const inFirst = (character: string): boolean => from.includes(character) !== complement
  const inSecond = (character: string): boolean => to?.includes(character) ?? false
  if (deletes) {
    if (squeezes !== (to !== undefined)) return undefined
    return { operation, map: (one) => (inFirst(one) ? undefined : one), squeezes: squeezes ? inSecond : () => false }
  }
  if (to && !classesMatch(first ?? '', second ?? '')) return undefined
  if (to && !deletes && from.length > to.length && second?.endsWith(':]')) return undefined
  if (!to) return squeezes ? { operation, map: (one) => one, squeezes: inFirst } : undefined
  const last = to.at(-1)
  if (last === undefined) return undefined
  // A complement has no order that anybody relies on: all of it becomes the last character (tr.c, validate()).
  if (complement && new Set(to).size > 1) return undefined
  const map = (one: string): string => {
    if (complement) return inFirst(one) ? last : one
    const at = from.lastIndexOf(one)
    return at < 0 ? one : (to[at] ?? last)
  }
  return { operation, map, squeezes: squeezes ? inSecond : () => false }
}

/**
 * The second set takes no classes but `[:upper:]` and `[:lower:]`, each where the first has the other (coreutils, tr.c,
 * validate_case_classes()).
 */
function classesMatch(first: string, second: string): boolean {
  const classesOf = (set: string): readonly string[] => set.match(/\[:\w+:\]/g) ?? []
  const wanted = classesOf(second)
  if (wanted.length === 0) return true
  const opposite: Readonly<Record<string, string>> = { '[:upper:]': '[:lower:]', '[:lower:]': '[:upper:]' }
  return (
    classesOf(first).length === wanted.length &&
    wanted.every((one, at) => opposite[one] === classesOf(first)[at]) &&
    first.search(/\[:/) === second.search(/\[:/)
  )
}

/** Lower and upper case have the names that every tool gives them, so that the same unknown comes out of all. */
function operationName(options: Options, first: string, second: string | undefined): string {
  const upper = ['[:upper:]', 'A-Z', '[A-Z]']
  const lower = ['[:lower:]', 'a-z', '[a-z]']
  if (options.given.length === 0 && upper.includes(first) && lower.includes(second ?? '')) return 'lower'
  if (options.given.length === 0 && lower.includes(first) && upper.includes(second ?? '')) return 'upper'
  return `tr ${options.given.map(({ name }) => name).join('')} ${first} ${second ?? ''}`
}

/**
 * Cuts the text where something changes, once, and puts it together again. A character behind an unknown that may be
 * squeezed into it goes with it.
 */
function changed(names: Names, change: Change, text: Text): Text {
  const cuts: number[] = []
  const made: ((place: Text) => Text)[] = []
  let previous = ''
  let index = 0
  for (const character of text.value) {
    const end = index + character.length
    const unknown = isOneUnknown(character)
    const mapped = unknown ? character : change.map(character)
    const joins = mapped !== undefined && isOneUnknown(previous) && !unknown && change.squeezes(mapped)
    const dropped = mapped === undefined || (mapped === previous && change.squeezes(mapped))
    if (joins && cuts.at(-1) === index) cuts[cuts.length - 1] = end
    else if (unknown || dropped || mapped !== character) {
      cuts.push(index, end)
      if (unknown) made.push((place) => obscured(names, change.operation, place))
      else made.push(dropped ? () => emptyText : (place) => spoken(mapped, placeOf(place)))
    }
    if (mapped !== undefined) previous = mapped
    index = end
  }
  return concatAll(cutAt(text, cuts).map((part, at) => (at % 2 === 0 ? part : (made[(at - 1) / 2]?.(part) ?? part))))
}
