import type { Span } from '../../source/span.ts'
import type { Reason, Text } from '../../source/text.ts'
import { equalToNothing, holdsUnknown, type Names, show, unknown } from '../../source/unknown.ts'
import { CallError } from './failure.ts'
import { joined, madeOf } from './pieces.ts'
import { decidedBy, isNil, type MapValue, type StoredValue, string, typeOf, type Value, weightOfPart } from './value.ts'

/** What a function may ask of the render it is called in. */
export interface Call {
  /** The action that calls. */
  readonly here: Span
  readonly names: Names | undefined
  /** Whether the values of this render hold unknowns at all. */
  readonly open: boolean
  readonly helm: 3 | 4
  /** What is made now is made for this reason, within those around the call. */
  readonly reason: (kind: Reason['kind'], by: Span | undefined) => Reason
  /** Executes a named template. */
  readonly include: (name: string, data: Value) => Text
  /** Executes a text as a template. */
  readonly tpl: (text: Text, data: Value) => Text
  /** A number that is the same in every render: 0 ≤ n < `limit`. */
  readonly random: (limit: number) => number
  /** Fails when a result of so many characters is more than a render may make. */
  readonly spend: (characters: number) => void
}

/**
 * A template function. `params`: Go types, the last one with dots when it is variadic. `moves`: it passes values on without
 * looking into them, so that unknowns go through; of any other one the result is a fresh unknown.
 */
export interface GoFunction {
  readonly params: readonly string[]
  readonly variadic: boolean
  readonly moves: boolean
  readonly returnsString: boolean
  readonly run: (args: readonly Value[], call: Call) => Value
}

export type Functions = Readonly<Record<string, GoFunction>>

function signature(params: string): { params: readonly string[]; variadic: boolean } {
  const names = params === '' ? [] : params.split(' ')
  const variadic = names.at(-1)?.endsWith('...') ?? false
  return { params: names.map((name) => name.replace('...', '')), variadic }
}

/** A function that keeps places itself and lets unknowns through. */
export const moves = (params: string, run: GoFunction['run']): GoFunction => ({
  ...signature(params),
  moves: true,
  returnsString: false,
  run,
})

/** A function that looks into its arguments. */
export const looks = (params: string, run: GoFunction['run']): GoFunction => ({
  ...signature(params),
  moves: false,
  returnsString: false,
  run,
})

/** A function that looks into its arguments and makes a string of them. */
export const makes = (params: string, run: (args: readonly Value[], call: Call) => string): GoFunction => ({
  ...signature(params),
  moves: false,
  returnsString: true,
  run: (args, call) => string(madeOf(run(args, call), call.here, textsOf(args)), call.here),
})

/** Runs a function, or gives the unknown that it makes of unknowns. */
export function invoke(name: string, called: GoFunction, args: readonly Value[], call: Call): Value {
  const weight = called.moves ? 1 : weightOfLooking
  for (const arg of args) call.spend(weight * sizeOf(arg))
  if (call.open && !called.moves && args.some((arg) => isOpen(arg, call))) {
    const text = freshUnknown(name, args, call)
    return called.returnsString ? string(text, call.here) : { kind: 'unknown', text }
  }
  const value = called.run(args, call)
  call.spend(sizeOf(value))
  return called.moves ? value : derived(value, args, call)
}

/** A number or truth that a function made of scalars remembers where they stand; one that prints alike is the same text. */
export function derived(value: Value, args: readonly Value[], call: Call): Value {
  if (value?.kind !== 'int' && value?.kind !== 'float' && value?.kind !== 'bool') return value
  if (args.some((arg) => arg?.kind === 'map' || arg?.kind === 'list')) return value
  const texts = textsOf(args)
  const same = texts.find((text) => text.value === value.text.value)
  return { ...value, text: same ?? madeOf(value.text.value, call.here, texts) }
}

/** A scalar that stands where it does since another value was empty, or was met as a condition. */
export function chosen(value: Value, kind: 'condition' | 'fallback', decider: Value, call: Call): Value {
  if (!value || value.kind === 'map' || value.kind === 'list' || value.kind === 'struct') return value
  const why = call.reason(kind, decidedBy(decider))
  // What an included template made has reasons of its own, which stand behind this one.
  const pieces = value.text.pieces.map((piece) => ({ ...piece, why: piece.why ? { ...why, outer: piece.why } : why }))
  return { ...value, text: { value: value.text.value, pieces } }
}

/** A function that looks into its arguments takes so much longer for a character than one that moves them. */
const weightOfLooking = 10

/** What it costs to look at a value or to make it, in characters; what lies deeper is charged by who walks there. */
function sizeOf(value: Value): number {
  switch (value?.kind) {
    case 'string':
    case 'bytes':
      return value.text.value.length + weightOfPart * value.text.pieces.length
    case 'list':
      return weightOfPart * value.items.length
    case 'map':
      return weightOfPart * value.entries.size
    default:
      return 1
  }
}

/** What a map has under a key; an unknown where there may be more than is known. */
export function entryIn(source: MapValue, key: Text, call: Call): Value {
  const found = source.entries.get(key.value)?.value
  if (found || !source.rest) return found
  return { kind: 'unknown', text: freshUnknown('get', [{ kind: 'unknown', text: source.rest }, string(key)], call) }
}

/** The unknown that stands for what a function would make of these arguments. */
export function freshUnknown(name: string, args: readonly Value[], call: Call): Text {
  const texts = textsOf(args)
  const open = texts.filter((text) => holdsUnknown(text.value))
  return madeOf(unknownCharacter(name, args, open, call), call.here, open)
}

function unknownCharacter(name: string, args: readonly Value[], open: readonly Text[], call: Call): string {
  if (!call.names) return equalToNothing
  const { names } = call
  const key = `helm ${name}(${args.map((arg) => joined(textsOf([arg])).value).join(',')})`
  return unknown(names, key, [...new Set(open.map((text) => show(names, text.value)))].join(', '))
}

/** Larger values than this are taken to hold an unknown. */
const mostLooked = 200_000

function isOpen(value: Value, call: Call): boolean {
  let left = mostLooked
  const walk = (one: Value): boolean => {
    left -= 1
    if (left < 0) return true
    switch (one?.kind) {
      case 'unknown':
        return true
      case 'string':
      case 'bytes':
        return holdsUnknown(one.text.value)
      case 'list':
        return one.items.some(walk)
      case 'map':
        if (one.rest) return true
        for (const { value: inner } of one.entries.values()) if (walk(inner)) return true
        return false
      default:
        return false
    }
  }
  const found = walk(value)
  call.spend(mostLooked - left)
  return found
}

/** More leaves than this are not looked at for where a value comes from, nor more values to find them. */
const mostLeaves = 64
const mostValues = 1000

/** The texts of the scalars in the values. */
function textsOf(values: readonly Value[]): readonly Text[] {
  const found: Text[] = []
  let left = mostValues
  const collect = (value: Value): void => {
    left -= 1
    if (!value || left < 0 || found.length >= mostLeaves) return
    if (value.kind === 'map' && value.rest) found.push(value.rest)
    if (value.kind === 'list') value.items.every(goesOn)
    else if (value.kind === 'map') [...value.entries.values()].every((one) => goesOn(one.value))
    else if (value.kind !== 'struct' && value.text.value !== '') found.push(value.text)
  }
  const goesOn = (value: Value): boolean => {
    collect(value)
    return left >= 0 && found.length < mostLeaves
  }
  for (const value of values) collect(value)
  return found
}

/** The text of an argument whose parameter is a string. */
export const textOf = (value: Value): Text => (value as { readonly text: Text }).text
export const str = (value: Value): string => textOf(value).value
/** The value of an argument whose parameter is an int or int64. */
export const num = (value: Value): number => Number((value as { readonly value: bigint }).value)
/** The map of an argument whose parameter is a map; nil is an empty one. */
export const mapOf = (value: Value, here: Span): MapValue =>
  value?.kind === 'map' ? value : { kind: 'map', entries: new Map(), at: here }

/** The elements of a slice argument, or the error that sprig panics with. */
export function itemsOf(value: Value, doing: string, as = ''): readonly StoredValue[] {
  if (value?.kind === 'list') return value.items
  if (isNil(value)) throw new CallError('runtime error: invalid memory address or nil pointer dereference')
  if (value.kind === 'bytes') {
    const bytes = [...new TextEncoder().encode(value.text.value)]
    return bytes.map((byte) => ({ kind: 'int', value: BigInt(byte), text: value.text, type: 'uint8' }))
  }
  throw new CallError(`${doing} ${kindName(value)}${as}`)
}

const kindName = (value: Value): string =>
  value?.kind === 'map'
    ? 'map'
    : value?.kind === 'struct'
      ? value.type.startsWith('*')
        ? 'ptr'
        : 'struct'
      : typeOf(value)
