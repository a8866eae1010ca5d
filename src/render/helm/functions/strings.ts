import { concat, emptyText, remade, slice, spoken, type Text } from '../../../source/text.ts'
import { holdsUnknown } from '../../../source/unknown.ts'
import { CallError } from '../failure.ts'
import { type Call, type Functions, freshUnknown, looks, makes, moves, num, str, textOf } from '../function.ts'
import { joined, replaced, splitText } from '../pieces.ts'
import { printed, quoted, sprint, sprintf, sprintln } from '../print.ts'
import {
  bool,
  byBytes,
  isNil,
  type MapValue,
  type StoredValue,
  setEntry,
  string,
  strings,
  type Value,
  weightOfPart,
} from '../value.ts'

/** sprig's strval: strings and bytes as they are, everything else as `%v` prints it. */
export const strval = (value: Value, call: Call): Text =>
  value?.kind === 'string' || value?.kind === 'bytes' ? value.text : printed(value, call.here)

/** sprig's strslice: nil elements are left out. */
function strslice(value: Value, call: Call): readonly Text[] {
  if (value?.kind === 'list') return value.items.filter((item) => !isNil(item)).map((item) => strval(item, call))
  return isNil(value) ? [] : [strval(value, call)]
}

const encoder = new TextEncoder()

/** Go cuts strings at bytes; this is the UTF-16 offset of a byte offset, or undefined within a character. */
function offsetOfByte(value: string, bytes: number): number | undefined {
  if (/^[\0-\x7f]*$/.test(value)) return Math.min(bytes, value.length)
  let count = 0
  let offset = 0
  for (const character of value) {
    if (count >= bytes) return count === bytes ? offset : undefined
    count += encoder.encode(character).length
    offset += character.length
  }
  return offset
}

export const byteLength = (value: string): number => encoder.encode(value).length

/** The bytes from `start` to `end` of a text; a cut within a character gives U+FFFD for each of its bytes. */
function sliceBytes(text: Text, start: number, end: number): Text {
  const from = offsetOfByte(text.value, start)
  const to = offsetOfByte(text.value, end)
  if (from !== undefined && to !== undefined) return slice(text, from, to)
  const bytes = encoder.encode(text.value).slice(start, end)
  return spoken(
    new TextDecoder().decode(bytes),
    text.pieces[0]?.at ?? { source: { path: '', text: '' }, start: 0, end: 0 },
  )
}

/** Cutting at a length looks inside: with an unknown in the text nobody knows where the cut falls. */
const cutting =
  (name: string, cut: (text: Text, args: readonly Value[]) => Text) =>
  (args: readonly Value[], call: Call): Value => {
    const text = textOf(args.at(-1))
    return string(holdsUnknown(text.value) ? freshUnknown(name, args, call) : cut(text, args), call.here)
  }

function trunc(text: Text, args: readonly Value[]): Text {
  const count = num(args[0])
  const length = byteLength(text.value)
  if (count < 0) return length + count > 0 ? sliceBytes(text, length + count, length) : text
  return length > count ? sliceBytes(text, 0, count) : text
}

function substring(text: Text, args: readonly Value[]): Text {
  const [start, end] = [num(args[0]), num(args[1])]
  const length = byteLength(text.value)
  const [from, to] = start < 0 ? [0, end] : [start, end < 0 || end > length ? length : end]
  if (from > to || to > length || to < 0)
    throw new CallError(
      `runtime error: slice bounds out of range [${from}:${to}]${to > length ? ` with length ${length}` : ''}`,
    )
  return sliceBytes(text, from, to)
}

const goSpace = /^[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/

/** strings.Trim with a predicate. */
function trimmed(text: Text, drop: (character: string) => boolean): Text {
  const characters = [...text.value]
  let start = 0
  let first = 0
  while (first < characters.length && drop(characters[first] as string)) start += (characters[first++] as string).length
  let end = text.value.length
  let last = characters.length
  while (last > first && drop(characters[last - 1] as string)) end -= (characters[--last] as string).length
  return slice(text, start, end)
}

const trimAll = moves('string string', ([cutset, text], { here }) => {
  const set = new Set(str(cutset))
  return string(
    trimmed(textOf(text), (character) => set.has(character)),
    here,
  )
})

/** An unknown at the end that is looked at could have the affix or not. */
const affix =
  (name: string, cut: (text: Text, part: string) => Text | undefined, endOf: (value: string) => string) =>
  (args: readonly Value[], call: Call): Value => {
    const text = textOf(args[1])
    const found = cut(text, str(args[0]))
    if (found) return string(found, call.here)
    const open = str(args[0]) !== '' && (holdsUnknown(endOf(text.value)) || holdsUnknown(str(args[0])))
    return string(open ? freshUnknown(name, args, call) : text, call.here)
  }

const trimSuffix = affix(
  'trimSuffix',
  (text, part) =>
    part !== '' && text.value.endsWith(part) ? slice(text, 0, text.value.length - part.length) : undefined,
  (value) => value.slice(-1),
)
const trimPrefix = affix(
  'trimPrefix',
  (text, part) => (part !== '' && text.value.startsWith(part) ? slice(text, part.length) : undefined),
  (value) => value.slice(0, 1),
)

/** Pads every line; Go's strings.Repeat panics on a negative count. */
function indented(text: Text, spaces: number, call: Call): Text {
  if (spaces < 0) throw new CallError('strings: negative Repeat count')
  call.spend(spaces * (text.value.split('\n').length + 1))
  const pad = spoken(' '.repeat(spaces), call.here)
  const lineBreak = concat(spoken('\n', call.here), pad)
  return joined([pad, replaced(text, '\n', spaces === 0 ? spoken('\n', call.here) : lineBreak)])
}

const toMap = (parts: readonly Text[], { here }: Call): MapValue => {
  const result: MapValue = { kind: 'map', entries: new Map(), at: here, type: 'map[string]string' }
  parts.forEach((part, index) => {
    setEntry(result, spoken(`_${index}`, here), string(part))
  })
  return result
}

const quotedList = (values: readonly Value[], quote: (value: StoredValue) => Text, { here }: Call): Value => {
  const parts = values.flatMap((value) => (value === undefined || isNil(value) ? [] : [quote(value as StoredValue)]))
  return string(joined(parts.flatMap((part, index) => (index === 0 ? [part] : [spoken(' ', here), part]))), here)
}

/** Pieces whose characters change come from their place as a whole; what stays as it is stays exact. */
function recased(text: Text, change: (value: string) => string): Text {
  const value = change(text.value)
  if (value === text.value) return text
  if (value.length !== text.value.length) return remade(text, value)
  let begin = 0
  const pieces = text.pieces.map((piece) => {
    const isSame = value.slice(begin, piece.end) === text.value.slice(begin, piece.end)
    begin = piece.end
    return isSame ? piece : { ...piece, exact: false }
  })
  return { value, pieces }
}

const casing = (name: string, change: (value: string) => string) =>
  moves(
    'string',
    cutting(name, (text) => recased(text, change)),
  )

const upper = (value: string): string => mapped(value, (character) => character.toUpperCase())
const lower = (value: string): string => mapped(value, (character) => character.toLowerCase())
const mapped = (value: string, change: (character: string) => string): string =>
  // Go maps rune by rune: ß has no upper case of its own.
  Array.from(value, (character) => {
    const changed = change(character)
    return [...changed].length === 1 ? changed : character
  }).join('')

/** strings.Title's isSeparator. */
const isSeparator = (character: string): boolean =>
  character <= '\x7f' ? !/[a-zA-Z0-9_]/.test(character) : !/[\p{L}\p{Nd}]/u.test(character) && goSpace.test(character)

/** strings.Title: the first letter of every word. */
function title(value: string): string {
  let before = ' '
  return Array.from(value, (character) => {
    const starts = isSeparator(before)
    before = character
    return starts ? upper(character) : character
  }).join('')
}

const untitle = (value: string): string => {
  let starts = true
  return Array.from(value, (character) => {
    const first = starts
    starts = goSpace.test(character)
    return first && !starts ? lower(character) : character
  }).join('')
}

const swapCase = (value: string): string =>
  Array.from(value, (character) => (/\p{Lu}/u.test(character) ? lower(character) : upper(character))).join('')

/** What it costs to format a character, in characters that are merely moved. */
const weightOfFormatting = 10

export const stringFunctions: Functions = {
  trunc: moves('int string', cutting('trunc', trunc)),
  substr: moves('int int string', cutting('substr', substring)),
  trim: moves('string', ([text], { here }) =>
    string(
      trimmed(textOf(text), (character) => goSpace.test(character)),
      here,
    ),
  ),
  trimAll,
  trimall: trimAll,
  trimSuffix: moves('string string', trimSuffix),
  trimPrefix: moves('string string', trimPrefix),
  upper: casing('upper', upper),
  lower: casing('lower', lower),
  title: casing('title', title),
  untitle: casing('untitle', untitle),
  swapcase: casing('swapcase', swapCase),
  nospace: makes('string', ([text]) =>
    Array.from(str(text))
      .filter((character) => !goSpace.test(character))
      .join(''),
  ),
  repeat: moves('int string', ([count, text], call) => {
    if (num(count) < 0) throw new CallError('strings: negative Repeat count')
    call.spend(num(count) * (str(text).length + weightOfPart * textOf(text).pieces.length + 1))
    return string(joined(Array.from({ length: num(count) }, () => textOf(text))), call.here)
  }),
  contains: looks('string string', ([part, text], { here }) => bool(str(text).includes(str(part)), here)),
  hasPrefix: looks('string string', ([part, text], { here }) => bool(str(text).startsWith(str(part)), here)),
  hasSuffix: looks('string string', ([part, text], { here }) => bool(str(text).endsWith(str(part)), here)),
  quote: moves('any...', (values, call) => quotedList(values, (value) => quoted(strval(value, call), call.here), call)),
  squote: moves('any...', (values, call) =>
    quotedList(
      values,
      (value) => joined([spoken("'", call.here), printed(value, call.here), spoken("'", call.here)]),
      call,
    ),
  ),
  cat: moves('any...', (values, call) => {
    const parts = values.filter((value) => !isNil(value)).map((value) => printed(value, call.here))
    return string(
      joined(parts.flatMap((part, index) => (index === 0 ? [part] : [spoken(' ', call.here), part]))),
      call.here,
    )
  }),
  indent: moves('int string', ([spaces, text], call) => string(indented(textOf(text), num(spaces), call), call.here)),
  nindent: moves('int string', ([spaces, text], call) =>
    string(joined([spoken('\n', call.here), indented(textOf(text), num(spaces), call)]), call.here),
  ),
  replace: moves('string string string', (args, call) => {
    const [old, replacement, text] = args
    const whole = textOf(text)
    const opens = holdsUnknown(str(old)) && whole.value !== ''
    return string(
      opens ? freshUnknown('replace', args, call) : replaced(whole, str(old), textOf(replacement)),
      call.here,
    )
  }),
  toString: moves('any', ([value], call) => string(strval(value, call), call.here)),
  toStrings: moves('any', ([value], call) => strings(strslice(value, call), call.here)),
  join: moves('string any', ([separator, value], call) => {
    const parts = strslice(value, call)
    return string(joined(parts.flatMap((part, index) => (index === 0 ? [part] : [textOf(separator), part]))), call.here)
  }),
  split: moves('string string', ([separator, text], call) => toMap(splitText(textOf(text), str(separator)), call)),
  splitn: moves('string int string', ([separator, count, text], call) =>
    toMap(num(count) === 0 ? [] : splitText(textOf(text), str(separator), num(count)), call),
  ),
  splitList: moves('string string', ([separator, text], { here }) =>
    strings(str(text) === '' && str(separator) !== '' ? [emptyText] : splitText(textOf(text), str(separator)), here),
  ),
  sortAlpha: looks('any', ([value], call) =>
    strings(
      [...strslice(value, call)].sort((a, b) => byBytes(a.value, b.value)),
      call.here,
    ),
  ),
  plural: moves('string string int', ([one, many, count]) => (num(count) === 1 ? one : many)),
  print: moves('any...', (values, { here }) => string(sprint(values, here), here)),
  println: moves('any...', (values, { here }) => string(sprintln(values, here), here)),
  printf: moves('string any...', ([format, ...values], call) => {
    for (const value of [format, ...values])
      if (value?.kind === 'string') call.spend(weightOfFormatting * value.text.value.length)
    return string(sprintf(textOf(format), values, call.here), call.here)
  }),
  initials: makes('string', ([text]) => {
    let starts = true
    return Array.from(str(text))
      .filter((character) => {
        const first = starts && !goSpace.test(character)
        starts = goSpace.test(character)
        return first
      })
      .join('')
  }),
}
