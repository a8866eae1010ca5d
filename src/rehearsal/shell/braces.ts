import { concat, placeOf, slice, spoken, type Text } from '../../source/text.ts'

/** More words than this are not made; the word stays as it is. */
const mostWords = 2000
const deepest = 20

/** Brace expansion: `a{b,c}{1..3}` as it is written, quotes and expansions left alone. */
export function expandBraces(word: Text): readonly Text[] {
  const words = expand(word, 0)
  return words ?? [word]
}

function expand(word: Text, depth: number): readonly Text[] | undefined {
  const group = depth < deepest ? findGroup(word) : undefined
  if (!group) return [word]
  const before = slice(word, 0, group.start)
  const after = expand(slice(word, group.end), depth + 1)
  const middle = group.sequence ?? group.items.map((item) => expand(item, depth + 1))
  if (!after || middle.some((words) => words === undefined)) return undefined
  const choices = middle.flatMap((words) => words as Text | readonly Text[])
  if (choices.length * after.length > mostWords) return undefined
  return choices.flatMap((choice) => after.map((rest) => concat(before, choice, rest)))
}

interface Group {
  readonly start: number
  readonly end: number
  readonly items: readonly Text[]
  readonly sequence: readonly Text[] | undefined
}

/** The first pair of braces that means something: with a comma, or two ends of a sequence. */
function findGroup(word: Text): Group | undefined {
  for (let at = 0; at < word.value.length; at = skip(word.value, at)) {
    if (word.value[at] !== '{') continue
    const commas: number[] = []
    const close = closing(word.value, at, commas)
    if (close === undefined) continue
    if (commas.length > 0) {
      const cuts = [at, ...commas, close]
      const items = cuts.slice(1).map((cut, index) => slice(word, (cuts[index] as number) + 1, cut))
      return { start: at, end: close + 1, items, sequence: undefined }
    }
    const sequence = sequenceOf(slice(word, at, close + 1))
    if (sequence) return { start: at, end: close + 1, items: [], sequence }
  }
  return undefined
}

function closing(value: string, open: number, commas: number[]): number | undefined {
  let depth = 0
  for (let at = open + 1; at < value.length; at = skip(value, at)) {
    if (value[at] === '{') depth += 1
    else if (value[at] === '}') {
      if (depth === 0) return at
      depth -= 1
    } else if (value[at] === ',' && depth === 0) commas.push(at)
  }
  return undefined
}

/** The offset behind the character at `at`, or behind the quotes or expansion that begin there. */
function skip(value: string, at: number): number {
  const character = value[at]
  if (character === '\\') return at + 2
  if (character === "'" || character === '`') return behind(value, character, at + 1, character === '`')
  if (character === '"') return behind(value, '"', at + 1, true)
  if (character === '$' && (value[at + 1] === '{' || value[at + 1] === '(')) return balanced(value, at + 1)
  return at + 1
}

function behind(value: string, quote: string, from: number, escapes: boolean): number {
  for (let at = from; at < value.length; at += 1) {
    if (escapes && value[at] === '\\') at += 1
    else if (value[at] === quote) return at + 1
  }
  return value.length
}

function balanced(value: string, from: number): number {
  const [open, close] = value[from] === '{' ? ['{', '}'] : ['(', ')']
  let depth = 0
  for (let at = from; at < value.length; at += 1) {
    if (value[at] === '\\') at += 1
    else if (value[at] === "'" || value[at] === '"') at = behind(value, value[at] as string, at + 1, true) - 1
    else if (value[at] === open) depth += 1
    else if (value[at] === close) {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return value.length
}

/** `{1..10..2}`, `{01..10}`, `{a..e}` */
function sequenceOf(group: Text): readonly Text[] | undefined {
  const numbers = /^\{(-?\d{1,9})\.\.(-?\d{1,9})(?:\.\.(-?\d{1,9}))?\}$/.exec(group.value)
  const letters = /^\{([A-Za-z])\.\.([A-Za-z])(?:\.\.(-?\d{1,9}))?\}$/.exec(group.value)
  const ends = numbers ?? letters
  if (!ends) return undefined
  const [from, to] = numbers
    ? [Number(numbers[1]), Number(numbers[2])]
    : [(ends[1] as string).charCodeAt(0), (ends[2] as string).charCodeAt(0)]
  const step = Math.abs(Number(ends[3] ?? 1)) || 1
  const count = Math.floor(Math.abs(to - from) / step) + 1
  if (count > mostWords) return undefined
  const width = numbers && [ends[1], ends[2]].some((end) => /^-?0\d/.test(end as string)) ? widest(ends) : 0
  const at = placeOf(group)
  return Array.from({ length: count }, (_, index) => {
    const value = from + (to >= from ? index : -index) * step
    return spoken(numbers ? padded(value, width) : String.fromCharCode(value), at)
  })
}

const widest = (ends: readonly string[]): number => Math.max(ends[1]?.length ?? 0, ends[2]?.length ?? 0)

const padded = (value: number, width: number): string =>
  value < 0 ? `-${String(-value).padStart(width - 1, '0')}` : String(value).padStart(width, '0')
