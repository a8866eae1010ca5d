import { spoken } from '../../../source/text.ts'
import { compilePattern, matchesOf } from '../../../syntax/regex.ts'
import { CallError, Unsupported } from '../failure.ts'
import { type Call, type Functions, looks, makes, moves, num, str } from '../function.ts'
import { int, type Method, type StructValue, said, type Value } from '../value.ts'

/** What `now` gives: a render is the same every time. */
const fixedNow = Date.UTC(2024, 0, 1)

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

const two = (value: number): string => String(value).padStart(2, '0')
const dayOfYear = (date: Date): number =>
  Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1

type Field = (date: Date) => string
/** The parts of Go's reference time, longest first where one begins another. Times are UTC. */
const layout: readonly (readonly [string, Field])[] = [
  ['January', (date) => months[date.getUTCMonth()] ?? ''],
  ['Jan', (date) => (months[date.getUTCMonth()] ?? '').slice(0, 3)],
  ['Monday', (date) => days[date.getUTCDay()] ?? ''],
  ['Mon', (date) => (days[date.getUTCDay()] ?? '').slice(0, 3)],
  ['MST', () => 'UTC'],
  ['2006', (date) => String(date.getUTCFullYear()).padStart(4, '0')],
  ['Z07:00:00', () => 'Z'],
  ['Z07:00', () => 'Z'],
  ['Z0700', () => 'Z'],
  ['-07:00:00', () => '+00:00:00'],
  ['-07:00', () => '+00:00'],
  ['-0700', () => '+0000'],
  ['-07', () => '+00'],
  ['002', (date) => String(dayOfYear(date)).padStart(3, '0')],
  ['01', (date) => two(date.getUTCMonth() + 1)],
  ['02', (date) => two(date.getUTCDate())],
  ['03', (date) => two(date.getUTCHours() % 12 || 12)],
  ['04', (date) => two(date.getUTCMinutes())],
  ['05', (date) => two(date.getUTCSeconds())],
  ['06', (date) => two(date.getUTCFullYear() % 100)],
  ['15', (date) => two(date.getUTCHours())],
  ['_2', (date) => String(date.getUTCDate()).padStart(2, ' ')],
  ['PM', (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM')],
  ['pm', (date) => (date.getUTCHours() < 12 ? 'am' : 'pm')],
  ['1', (date) => String(date.getUTCMonth() + 1)],
  ['2', (date) => String(date.getUTCDate())],
  ['3', (date) => String(date.getUTCHours() % 12 || 12)],
  ['4', (date) => String(date.getUTCMinutes())],
  ['5', (date) => String(date.getUTCSeconds())],
]

/** time.Format in UTC. */
function formatTime(format: string, time: number): string {
  const date = new Date(time)
  let made = ''
  for (let at = 0; at < format.length; ) {
    const fraction = /^[.,](0+|9+)(?![0-9])/.exec(format.slice(at))
    const found = layout.find(([part]) => format.startsWith(part, at))
    if (fraction) {
      const digits = String(date.getUTCMilliseconds()).padStart(3, '0').padEnd(9, '0').slice(0, fraction[1]?.length)
      const shown = fraction[1]?.startsWith('9') ? digits.replace(/0+$/, '') : digits
      made += shown && (fraction[0][0] ?? '') + shown
      at += fraction[0].length
    } else if (found) {
      made += found[1](date)
      at += found[0].length
    } else made += format[at++]
  }
  return made
}

/** time.ParseDuration, in milliseconds. */
function parseDuration(written: string): number | undefined {
  const units: Readonly<Record<string, number>> = {
    ns: 1e-6,
    us: 1e-3,
    µs: 1e-3,
    ms: 1,
    s: 1000,
    m: 60_000,
    h: 3_600_000,
  }
  const match = /^([+-]?)((?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|µs|ms|s|m|h))+|0)$/.exec(written)
  if (!match) return undefined
  let total = 0
  for (const part of (match[2] ?? '').matchAll(/([0-9.]+)(ns|us|µs|ms|s|m|h)/g))
    total += Number(part[1]) * (units[part[2] ?? ''] ?? 0)
  return match[1] === '-' ? -total : total
}

/** time.Duration's String for whole seconds. */
function showDuration(seconds: number): string {
  const all = Math.abs(seconds)
  const [hours, minutes] = [Math.floor(all / 3600), Math.floor((all % 3600) / 60)]
  const shown = `${hours ? `${hours}h` : ''}${hours || minutes ? `${minutes}m` : ''}${all % 60}s`
  return seconds < 0 ? `-${shown}` : shown
}

const timeType = 'time.Time'

function timeValue(time: number, call: Call): StructValue {
  const { here } = call
  const date = new Date(time)
  const number = (value: number): Method => ({ params: [], run: () => int(value, here) })
  const text = `${formatTime('2006-01-02 15:04:05.999999999 -0700 MST', time)}`
  const value: StructValue = {
    kind: 'struct',
    type: timeType,
    fields: new Map<string, Value>([['\0time', int(Math.round(time), here)]]),
    methods: new Map<string, Method>([
      ['Unix', { params: [], run: () => int(Math.floor(time / 1000), here, 'int64') }],
      ['UnixNano', { params: [], run: () => int(BigInt(Math.round(time)) * 1_000_000n, here, 'int64') }],
      ['UnixMilli', { params: [], run: () => int(Math.round(time), here, 'int64') }],
      ['Year', number(date.getUTCFullYear())],
      ['Day', number(date.getUTCDate())],
      ['Hour', number(date.getUTCHours())],
      ['Minute', number(date.getUTCMinutes())],
      ['Second', number(date.getUTCSeconds())],
      ['YearDay', number(dayOfYear(date))],
      ['UTC', { params: [], run: () => value }],
      ['Format', { params: ['string'], run: ([format]) => said(formatTime(str(format), time), here) }],
      ['String', { params: [], run: () => said(text, here) }],
    ]),
    print: () => spoken(text, here),
    json: () => said(formatTime('2006-01-02T15:04:05.999999999Z07:00', time), here),
  }
  return value
}

function timeOf(value: Value): number {
  if (value?.kind === 'int') return Number(value.value) * 1000
  const time = value?.kind === 'struct' && value.type === timeType ? value.fields.get('\0time') : undefined
  return time?.kind === 'int' ? Number(time.value) : fixedNow
}

const inZone = (format: string, value: Value, zone: string): string => {
  if (!/^(?:|UTC|Local|Etc\/UTC|GMT)$/.test(zone)) throw new Unsupported(`the time zone ${zone} is not supported`)
  return formatTime(format, timeOf(value))
}

const modify = (must: boolean) =>
  looks('string time', ([written, time], call) => {
    const by = parseDuration(str(written))
    if (by === undefined && must) throw new CallError(`time: invalid duration ${JSON.stringify(str(written))}`)
    return timeValue(timeOf(time) + (by ?? 0), call)
  })

/** Nobody writes longer ones. */
const longestLayout = 100

/** time.ParseInLocation for the layouts that charts use: the same parts, read instead of written. */
function parseTime(format: string, written: string): number | undefined {
  if (format.length > longestLayout) throw new Unsupported('the chart makes too long a layout of a time')
  const names: string[] = []
  let source = ''
  for (let at = 0; at < format.length; ) {
    const part = layout.find(([one]) => format.startsWith(one, at))?.[0]
    if (part && /^(?:2006|01|02|15|04|05|1|2|3|4|5)$/.test(part)) {
      names.push(part)
      source += part === '2006' ? '(\\d{4})' : part.length === 2 ? '(\\d{2})' : '(\\d{1,2})'
    } else if (part?.startsWith('Z07')) source += 'Z'
    else source += (part ?? format[at] ?? '').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    at += part?.length ?? 1
  }
  const pattern = compilePattern(`^${source}(?:\\.\\d+)?$`)
  const match = pattern && matchesOf(pattern, written, 1)[0]
  if (!match) return undefined
  const value = (...keys: string[]): number => {
    const group = match.groups[1 + names.findIndex((name) => keys.includes(name))]
    return group ? Number(written.slice(group.start, group.end)) : 0
  }
  const has = (...keys: string[]): boolean => names.some((name) => keys.includes(name))
  return Date.UTC(
    has('2006') ? value('2006') : 0,
    has('01', '1') ? value('01', '1') - 1 : 0,
    has('02', '2') ? value('02', '2') : 1,
    has('15', '3') ? value('15', '3') : 0,
    has('04', '4') ? value('04', '4') : 0,
    has('05', '5') ? value('05', '5') : 0,
  )
}

const zeroTime = Date.parse('0001-01-01T00:00:00Z')

const toDate = (must: boolean) =>
  looks('string string', ([format, written], call) => {
    const time = parseTime(str(format), str(written))
    if (time === undefined && must)
      throw new CallError(
        `parsing time ${JSON.stringify(str(written))} as ${JSON.stringify(str(format))}: cannot parse`,
      )
    return timeValue(time ?? zeroTime, call)
  })

const dateInZone = makes('string any string', ([format, time, zone]) => inZone(str(format), time, str(zone)))

const rounding: readonly (readonly [string, number])[] = [
  ['y', 31_536_000],
  ['mo', 2_592_000],
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
]

function roundDuration(value: Value): string {
  const seconds = Math.abs(
    value?.kind === 'int'
      ? Number(value.value) / 1e9
      : value?.kind === 'string'
        ? (parseDuration(value.text.value) ?? 0) / 1000
        : 0,
  )
  const unit = rounding.find(([, size]) => seconds > size)
  return unit ? `${Math.floor(seconds / unit[1])}${unit[0]}` : '0s'
}

export const dateFunctions: Functions = {
  now: moves('', (_, call) => timeValue(fixedNow, call)),
  date: makes('string any', ([format, time]) => inZone(str(format), time, 'Local')),
  dateInZone,
  date_in_zone: dateInZone,
  htmlDate: makes('any', ([time]) => inZone('2006-01-02', time, 'Local')),
  htmlDateInZone: makes('any string', ([time, zone]) => inZone('2006-01-02', time, str(zone))),
  dateModify: modify(false),
  date_modify: modify(false),
  mustDateModify: modify(true),
  must_date_modify: modify(true),
  toDate: toDate(false),
  mustToDate: toDate(true),
  unixEpoch: makes('time', ([time]) => String(Math.floor(timeOf(time) / 1000))),
  ago: makes('any', ([time]) => showDuration(Math.round((fixedNow - timeOf(time)) / 1000))),
  duration: makes('any', ([seconds]) =>
    showDuration(
      seconds?.kind === 'string'
        ? Number(/^[+-]?\d+$/.test(seconds.text.value) ? seconds.text.value : 0)
        : seconds?.kind === 'int' && (seconds.type ?? 'int64') === 'int64'
          ? num(seconds)
          : 0,
    ),
  ),
  durationRound: makes('any', ([value]) => roundDuration(value)),
}
