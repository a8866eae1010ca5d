// Values of Go as the runner of tests holds them: `{ type, data }`. `data` is a string, bigint, number, boolean, an array, a
// Map (of maps and of structs), `{ to }` of a pointer, a function, or null for nil. What cannot be known is `{ unknown }`.

const named = (name) => ({ kind: 'name', name })
export const types = {
  string: named('string'),
  int: named('int'),
  float: named('float64'),
  bool: named('bool'),
  any: named('any'),
  nil: { kind: 'nil' },
  host: { kind: 'host' },
  error: named('error'),
  strings: { kind: 'slice', elem: named('string') },
  list: { kind: 'slice', elem: named('any') },
  map: { kind: 'map', key: named('string'), elem: named('any') },
}

export const nil = { type: types.nil, data: null }
export const goString = (data) => ({ type: types.string, data })
export const goBool = (data) => ({ type: types.bool, data })
export const goInt = (data) => ({ type: types.int, data: BigInt(data) })
export const unknown = (reason) => ({ unknown: reason })
/** Something of the host: `methods` are called by name. */
export const hostObject = (methods) => ({ type: types.host, data: methods })
/** `ours`: an error, or its absence, that our own code decided. */
export const failure = (message) => ({
  type: types.error,
  data: { Error: () => goString(message) },
  ours: {},
})
export const noFailure = () => ({ ...nil, ours: {} })

export const isNil = (value) => value.type?.kind === 'nil' || value.data === null || value.data === undefined

export function showType(type, packageName) {
  switch (type.kind) {
    case 'name':
      if (type.name === 'any') return 'interface {}'
      if (type.name === 'byte') return 'uint8'
      return /^[A-Z]/.test(type.name) || !basic.test(type.name) ? qualified(type.name, packageName) : type.name
    case 'pointer':
      return `*${showType(type.elem, packageName)}`
    case 'slice':
      return `[]${showType(type.elem, packageName)}`
    case 'map':
      return `map[${showType(type.key, packageName)}]${showType(type.elem, packageName)}`
    default:
      return type.kind
  }
}

const qualified = (name, packageName) => (name.includes('.') ? name : `${packageName}.${name}`)
export const basic = /^(?:string|bool|error|any|byte|rune|u?int(?:8|16|32|64|ptr)?|float(?:32|64)|complex(?:64|128))$/
export const isInteger = (name) => /^(?:u?int(?:8|16|32|64|ptr)?|byte|rune)$/.test(name)

/** Equal as a test means it: integers of any size are alike, so are a list and a list of another element type. */
export function sameValue(a, b) {
  if (isNil(a) || isNil(b)) return isNil(a) && isNil(b)
  if (a.data?.to) return sameValue(a.data.to, b.data?.to ?? b)
  if (b.data?.to) return sameValue(a, b.data.to)
  if (Array.isArray(a.data))
    return (
      Array.isArray(b.data) &&
      a.data.length === b.data.length &&
      a.data.every((item, at) => sameValue(item, b.data[at]))
    )
  if (a.data instanceof Map)
    return (
      b.data instanceof Map &&
      a.data.size === b.data.size &&
      [...a.data].every(([key, value]) => b.data.has(key) && sameValue(value, b.data.get(key)))
    )
  if (typeof a.data === 'bigint' && typeof b.data === 'number') return Number(a.data) === b.data && Boolean(a.untyped)
  if (typeof a.data === 'number' && typeof b.data === 'bigint') return a.data === Number(b.data) && Boolean(b.untyped)
  return a.data === b.data
}

/** JSON of a value with sorted keys, to compare what was marshalled. */
export function toJson(value) {
  if (isNil(value)) return 'null'
  const { data } = value
  if (data?.to) return toJson(data.to)
  if (Array.isArray(data)) return `[${data.map(toJson).join(',')}]`
  if (data instanceof Map)
    return `{${[...data]
      .map(([key, each]) => `${JSON.stringify(String(key))}:${toJson(each)}`)
      .sort()
      .join(',')}}`
  return typeof data === 'string' ? JSON.stringify(data) : String(data)
}

/** `fmt.Sprintf`, of which tests need the plainest verbs. */
export function sprintf(format, args) {
  let next = 0
  return format.replace(/%(?:%|[-+#0-9.]*[a-zA-Z])/g, (verb) => {
    if (verb === '%%') return '%'
    const arg = args[next]
    next += 1
    if (!arg || arg.unknown) return '?'
    return verb.endsWith('q') ? JSON.stringify(String(arg.data)) : show(arg)
  })
}

export const show = (value) =>
  isNil(value)
    ? '<nil>'
    : typeof value.data === 'object' && 'Error' in value.data
      ? value.data.Error().data
      : typeof value.data === 'object'
        ? toJson(value)
        : String(value.data)
