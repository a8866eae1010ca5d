import { spoken } from '../../../source/text.ts'
import { CallError, Unsupported } from '../failure.ts'
import { type Call, type Functions, looks, makes, moves, num, str } from '../function.ts'
import { int, type Method, type StructValue, said, type Value } from '../value.ts'
import { dayOfYear, formatTime, parseTime } from './time-layout.ts'

/** What `now` gives: a render is the same every time. */
const fixedNow = Date.UTC(2024, 0, 1)

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
  const match = /^([+-]?)((?:(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:ns|us|µs|ms|s|m|h))+|0)$/.exec(written)
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

const zeroTime = Date.parse('0001-01-01T00:00:00Z')

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
