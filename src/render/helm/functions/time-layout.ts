/** Go's layouts of times (time/format.go, Go 1.26): what `2006-01-02` shows of a time, and reads out of a text. Times are UTC. */

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const short = (name: string): string => name.slice(0, 3)

const two = (value: number): string => String(value).padStart(2, '0')
export const dayOfYear = (date: Date): number =>
  Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1

/** What a text says of a time. */
interface Parts {
  year: number
  month: number
  day: number
  yearDay: number
  hour: number
  minute: number
  second: number
  fraction: number
  half: 'am' | 'pm' | undefined
  /** Seconds east of UTC. */
  offset: number
  /** The zone as it is written, when it is not UTC. */
  zone: string
}

type Show = (date: Date) => string
/** How much of the text the part takes; a text for what is out of range, undefined for what is something else. */
type Read = (text: string, parts: Parts) => number | string | undefined

const digits = (pattern: RegExp, set: (value: number, parts: Parts) => string | undefined): Read => {
  return (text, parts) => {
    const found = pattern.exec(text)?.[0]
    return found === undefined ? undefined : (set(Number(found), parts) ?? found.length)
  }
}
const oneOrTwo = /^[0-9]{1,2}/
const exactlyTwo = /^[0-9]{2}/
const day = (value: number, parts: Parts): undefined => {
  parts.day = value
}
const between = (name: 'month' | 'hour' | 'minute' | 'second', least: number, most: number) => {
  return (value: number, parts: Parts): string | undefined => {
    parts[name] = value
    return value < least || value > most ? name : undefined
  }
}
const month = between('month', 1, 12)
const hour12 = between('hour', 0, 12)
const minute = between('minute', 0, 59)
const second = between('second', 0, 59)

const named = (names: readonly string[], set: (index: number, parts: Parts) => void): Read => {
  return (text, parts) => {
    const index = names.findIndex((name) => text.slice(0, name.length).toLowerCase() === name.toLowerCase())
    if (index < 0) return undefined
    set(index, parts)
    return names[index]?.length
  }
}
const monthName = (index: number, parts: Parts): void => {
  parts.month = index + 1
}
const half = (am: string, pm: string): Read => {
  return (text, parts) => {
    if (!text.startsWith(am) && !text.startsWith(pm)) return undefined
    parts.half = text.startsWith(am) ? 'am' : 'pm'
    return 2
  }
}

/** An offset of the form `pattern`; with `Z` that letter stands for UTC. */
const offset = (pattern: RegExp, z: boolean): Read => {
  return (text, parts) => {
    if (z && text.startsWith('Z')) return 1
    const found = pattern.exec(text)
    if (!found) return undefined
    const [whole, sign, hours = '0', minutes = '0', seconds = '0'] = found
    const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
    if (Number(hours) > 24) return 'time zone offset hour'
    if (Number(minutes) > 60) return 'time zone offset minute'
    parts.offset = sign === '-' ? -size : size
    if (size !== 0) parts.zone = whole
    return whole.length
  }
}

/** An abbreviation, whose offset only the zone of the machine, which is UTC, could tell. */
const abbreviation: Read = (text, parts) => {
  const found =
    /^(?:UTC|ChST|MeST|GMT[+-][0-9]{1,2}|GMT|WITA|[A-Z]{3,4}T(?![A-Z])|[A-Z]{3}(?![A-Z])|[+-][0-9]{2})/.exec(text)
  if (!found) return undefined
  const gmt = /^GMT([+-][0-9]+)$/.exec(found[0])
  if (gmt) parts.offset = Number(gmt[1]) * 3600
  if (found[0] !== 'UTC') parts.zone = found[0]
  return found[0].length
}

/** The parts of Go's reference time, longest first where one begins another. */
const layout: readonly (readonly [string, Show, Read])[] = [
  ['January', (date) => months[date.getUTCMonth()] ?? '', named(months, monthName)],
  ['Jan', (date) => short(months[date.getUTCMonth()] ?? ''), named(months.map(short), monthName)],
  ['Monday', (date) => days[date.getUTCDay()] ?? '', named(days, () => {})],
  ['Mon', (date) => short(days[date.getUTCDay()] ?? ''), named(days.map(short), () => {})],
  ['MST', () => 'UTC', abbreviation],
  [
    '2006',
    (date) => String(date.getUTCFullYear()).padStart(4, '0'),
    digits(/^[0-9]{4}/, (value, parts) => {
      parts.year = value
      return undefined
    }),
  ],
  ['Z07:00:00', () => 'Z', offset(/^([+-])(\d\d):(\d\d):(\d\d)/, true)],
  ['Z070000', () => 'Z', offset(/^([+-])(\d\d)(\d\d)(\d\d)/, true)],
  ['Z07:00', () => 'Z', offset(/^([+-])(\d\d):(\d\d)/, true)],
  ['Z0700', () => 'Z', offset(/^([+-])(\d\d)(\d\d)/, true)],
  ['Z07', () => 'Z', offset(/^([+-])(\d\d)/, true)],
  ['-07:00:00', () => '+00:00:00', offset(/^([+-])(\d\d):(\d\d):(\d\d)/, false)],
  ['-070000', () => '+000000', offset(/^([+-])(\d\d)(\d\d)(\d\d)/, false)],
  ['-07:00', () => '+00:00', offset(/^([+-])(\d\d):(\d\d)/, false)],
  ['-0700', () => '+0000', offset(/^([+-])(\d\d)(\d\d)/, false)],
  ['-07', () => '+00', offset(/^([+-])(\d\d)/, false)],
  [
    '002',
    (date) => String(dayOfYear(date)).padStart(3, '0'),
    digits(/^[0-9]{3}/, (value, parts) => {
      parts.yearDay = value
      return undefined
    }),
  ],
  ['01', (date) => two(date.getUTCMonth() + 1), digits(exactlyTwo, month)],
  ['02', (date) => two(date.getUTCDate()), digits(exactlyTwo, day)],
  ['03', (date) => two(date.getUTCHours() % 12 || 12), digits(exactlyTwo, hour12)],
  ['04', (date) => two(date.getUTCMinutes()), digits(exactlyTwo, minute)],
  ['05', (date) => two(date.getUTCSeconds()), digits(exactlyTwo, second)],
  [
    '06',
    (date) => two(date.getUTCFullYear() % 100),
    digits(exactlyTwo, (value, parts) => {
      parts.year = value >= 69 ? 1900 + value : 2000 + value
      return undefined
    }),
  ],
  ['15', (date) => two(date.getUTCHours()), digits(oneOrTwo, between('hour', 0, 23))],
  ['_2', (date) => String(date.getUTCDate()).padStart(2, ' '), digits(/^ ?[0-9]{1,2}/, day)],
  ['PM', (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'), half('AM', 'PM')],
  ['pm', (date) => (date.getUTCHours() < 12 ? 'am' : 'pm'), half('am', 'pm')],
  ['1', (date) => String(date.getUTCMonth() + 1), digits(oneOrTwo, month)],
  ['2', (date) => String(date.getUTCDate()), digits(oneOrTwo, day)],
  ['3', (date) => String(date.getUTCHours() % 12 || 12), digits(oneOrTwo, hour12)],
  ['4', (date) => String(date.getUTCMinutes()), digits(oneOrTwo, minute)],
  ['5', (date) => String(date.getUTCSeconds()), digits(oneOrTwo, second)],
]

type Chunk =
  | { readonly kind: 'part'; readonly text: string; readonly show: Show; readonly read: Read }
  | { readonly kind: 'fraction'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: string }

/** time.nextStdChunk */
function chunkAt(format: string, at: number): Chunk {
  const fraction = /^[.,](?:0+|9+)(?![0-9])/.exec(format.slice(at))
  if (fraction) return { kind: 'fraction', text: fraction[0] }
  const found = layout.find(([part]) => format.startsWith(part, at))
  const [text, show, read] = found ?? []
  const next = format[at + (text?.length ?? 0)] ?? ''
  const isWord = /^(?:Jan|Mon)$/.test(text ?? '') && /[a-z]/.test(next)
  if (!text || !show || !read || isWord || (text === '_2' && format.startsWith('_2006', at)))
    return { kind: 'literal', text: format[at] ?? '' }
  return { kind: 'part', text, show, read }
}

function chunksOf(format: string): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let at = 0; at < format.length; ) {
    const chunk = chunkAt(format, at)
    at += chunk.text.length
    const before = chunks.at(-1)
    if (chunk.kind === 'literal' && before?.kind === 'literal')
      chunks[chunks.length - 1] = { kind: 'literal', text: before.text + chunk.text }
    else chunks.push(chunk)
  }
  return chunks
}

/** time.Format */
export function formatTime(format: string, time: number): string {
  const date = new Date(time)
  return chunksOf(format)
    .map((chunk) =>
      chunk.kind === 'part' ? chunk.show(date) : chunk.kind === 'fraction' ? fractionOf(chunk.text, date) : chunk.text,
    )
    .join('')
}

function fractionOf(format: string, date: Date): string {
  const shown = String(date.getUTCMilliseconds())
    .padStart(3, '0')
    .padEnd(9, '0')
    .slice(0, format.length - 1)
  const needed = format[1] === '9' ? shown.replace(/0+$/, '') : shown
  return needed && (format[0] ?? '') + needed
}

/** A point in time, and the zone that it is written in when that is not UTC. */
interface ParsedTime {
  readonly time: number
  readonly zone: string
}

/** time.ParseInLocation for UTC; or Go's message. */
export function parseTime(format: string, written: string): ParsedTime | string {
  const parts: Parts = {
    year: 0,
    month: 0,
    day: -1,
    yearDay: -1,
    hour: 0,
    minute: 0,
    second: 0,
    fraction: 0,
    half: undefined,
    offset: 0,
    zone: '',
  }
  const chunks = chunksOf(format)
  let rest = written
  let range = ''
  for (const [index, chunk] of chunks.entries()) {
    if (chunk.kind === 'literal') {
      const skipped = skip(rest, chunk.text)
      rest = skipped.rest
      if (!skipped.isThere) return cannotParse(written, format, rest, chunk.text)
      continue
    }
    const taken = chunk.kind === 'part' ? chunk.read(rest, parts) : readFraction(rest, chunk.text, parts)
    if (taken === undefined) return cannotParse(written, format, rest, chunk.text)
    if (typeof taken === 'string') {
      range = taken
      break
    }
    rest = rest.slice(taken)
    // Seconds may have a fraction that the layout does not show.
    if (/^0?5$/.test(chunk.text) && chunks[index + 1]?.kind !== 'fraction') rest = rest.slice(takeFraction(rest, parts))
  }
  if (range === '' && rest !== '') return `${parsing(written)}: extra text: ${JSON.stringify(rest)}`
  const found = range === '' ? combined(parts) : range
  return typeof found === 'string' ? `${parsing(written)}: ${found} out of range` : found
}

const parsing = (written: string): string => `parsing time ${JSON.stringify(written)}`
const cannotParse = (written: string, format: string, rest: string, part: string): string =>
  `${parsing(written)} as ${JSON.stringify(format)}: cannot parse ${JSON.stringify(rest)} as ${JSON.stringify(part)}`

/** time.skip: spaces stand for any number of them, but not for something else. */
function skip(text: string, literal: string): { readonly isThere: boolean; readonly rest: string } {
  let rest = text
  for (const [piece] of literal.matchAll(/ +|[^ ]/gu)) {
    const isSpace = piece.startsWith(' ')
    if (isSpace ? rest !== '' && !rest.startsWith(' ') : !rest.startsWith(piece)) return { isThere: false, rest }
    rest = isSpace ? rest.replace(/^ +/, '') : rest.slice(piece.length)
  }
  return { isThere: true, rest }
}

function readFraction(text: string, format: string, parts: Parts): number | undefined {
  const taken = takeFraction(text, parts)
  return format[1] === '9' || taken === format.length ? taken : undefined
}

function takeFraction(text: string, parts: Parts): number {
  const found = /^[.,]([0-9]+)/.exec(text)
  if (!found) return 0
  parts.fraction = Number(`0.${found[1]}`)
  return found[0].length
}

/** The time, or what is out of range. */
function combined(parts: Parts): ParsedTime | string {
  const { year, second: seconds, minute: minutes, offset: east, zone } = parts
  const isAfternoon = parts.half === 'pm' && parts.hour < 12
  const hours = isAfternoon ? parts.hour + 12 : parts.half === 'am' && parts.hour === 12 ? 0 : parts.hour
  const date = new Date(0)
  date.setUTCFullYear(year, parts.yearDay >= 0 ? 0 : (parts.month || 1) - 1, 1)
  const length =
    parts.yearDay >= 0 ? daysBetween(year, 0, 12) : daysBetween(year, date.getUTCMonth(), date.getUTCMonth() + 1)
  const number = parts.yearDay >= 0 ? parts.yearDay : parts.day < 0 ? 1 : parts.day
  if (number < 1 || number > length) return parts.yearDay >= 0 ? 'day-of-year' : 'day'
  const start = date.getTime() + (number - 1) * 86_400_000
  return { time: start + ((hours * 60 + minutes) * 60 + seconds + parts.fraction - east) * 1000, zone }
}

function daysBetween(year: number, from: number, to: number): number {
  const [start, end] = [new Date(0), new Date(0)]
  start.setUTCFullYear(year, from, 1)
  end.setUTCFullYear(year, to, 1)
  return (end.getTime() - start.getTime()) / 86_400_000
}
