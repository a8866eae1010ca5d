import { spoken } from '../../../source/text.ts'
import { CallError, Unsupported } from '../failure.ts'
import { type Call, type Functions, looks, makes, moves, num, str } from '../function.ts'
import { bool, int, type Method, type StructValue, said, type Value } from '../value.ts'
import { dayOfYear, formatTime, parseTime } from './time-layout.ts'

/** What `now` gives: a render is the same every time. */
const fixedNow = Date.UTC(2024, 0, 1)

const zeroTime = Date.parse('0001-01-01T00:00:00Z')

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

/** `zone`: a time keeps the zone that it was written in, and shows itself in it; functions that take times do not. */
function timeValue(time: number, call: Call, zone = ''): StructValue {
  const { here } = call
  if (zone !== '') return zonedTime(time, zone, call)
  const date = new Date(time)
  const number = (value: number): Method => ({ params: [], run: () => int(value, here) })
  const compared = (test: (other: number) => boolean): Method => ({
    params: ['time'],
    run: ([other]) => bool(test(timeOf(other)), here),
  })
  const text = `${formatTime('2006-01-02 15:04:05.999999999 -0700 MST', time)}`
  const value: StructValue = {
    kind: 'struct',
    type: timeType,
    fields: new Map<string, Value>([['\0time', int(Math.round(time), here)]]),
    methods: new Map<string, Method>([
      ['Unix', { params: [], run: () => int(Math.floor(time / 1000), here, 'int64') }],
      ['UnixNano', { params: [], run: () => int(BigInt(Math.round(time)) * 1_000_000n, here, 'int64') }],
      ['UnixMilli', { params: [], run: () => int(Math.round(time), here, 'int64') }],
      ['UnixMicro', { params: [], run: () => int(BigInt(Math.round(time)) * 1000n, here, 'int64') }],
      ['Before', compared((other) => time < other)],
      ['After', compared((other) => time > other)],
      ['Equal', compared((other) => time === other)],
      ['Compare', { params: ['time'], run: ([other]) => int(Math.sign(time - timeOf(other)), here) }],
      ['IsZero', { params: [], run: () => bool(time === zeroTime, here) }],
      ['AddDate', { params: ['int', 'int', 'int'], run: (by) => timeValue(added(date, by.map(num)), call) }],
      ['Year', number(date.getUTCFullYear())],
      ['Day', number(date.getUTCDate())],
      ['Hour', number(date.getUTCHours())],
      ['Minute', number(date.getUTCMinutes())],
      ['Second', number(date.getUTCSeconds())],
      ['Nanosecond', number(date.getUTCMilliseconds() * 1_000_000)],
      ['YearDay', number(dayOfYear(date))],
      ['UTC', { params: [], run: () => value }],
      ['Local', { params: [], run: () => value }],
      ...otherMethods.map((name): [string, Method] => [name, notModelled(`the method ${name} of a time`)]),
      ['Format', { params: ['string'], run: ([format]) => said(formatTime(str(format), time), here) }],
      ['String', { params: [], run: () => said(text, here) }],
    ]),
    print: () => spoken(text, here),
    json: () => said(formatTime('2006-01-02T15:04:05.999999999Z07:00', time), here),
  }
  return value
}

/** Methods of time.Time whose results have types of their own, or that show it in other ways. */
const otherMethods = [
  'Add',
  'AppendFormat',
  'GoString',
  'In',
  'IsDST',
  'Location',
  'MarshalBinary',
  'MarshalJSON',
  'MarshalText',
  'Month',
  'Round',
  'Sub',
  'Truncate',
  'Weekday',
]

const notModelled = (what: string): Method => ({
  params: ['any'],
  variadic: true,
  run: () => {
    throw new Unsupported(`${what} is not supported`)
  },
})

const added = (date: Date, [years = 0, months = 0, days = 0]: readonly number[]): number => {
  const moved = new Date(date)
  moved.setUTCFullYear(date.getUTCFullYear() + years, date.getUTCMonth() + months, date.getUTCDate() + days)
  return moved.getTime()
}

function zonedTime(time: number, zone: string, call: Call): StructValue {
  const refuse = (): never => {
    throw new Unsupported(`a time in the zone ${zone} is not supported`)
  }
  const plain = timeValue(time, call)
  const inZone = [...(plain.methods ?? [])].map(([name, method]): [string, Method] => [
    name,
    /^Unix|^UTC$/.test(name) ? method : { ...method, run: refuse },
  ])
  return { ...plain, methods: new Map(inZone), print: refuse, json: refuse }
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

const toDate = (must: boolean) =>
  looks('string string', ([format, written], call) => {
    const parsed = parseTime(str(format), str(written))
    if (typeof parsed !== 'string') return timeValue(parsed.time, call, parsed.zone)
    if (must) throw new CallError(parsed)
    return timeValue(zeroTime, call)
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
