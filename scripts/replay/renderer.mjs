// Our own renderer for the replays: its modules, bundled, and values of Go as its values.
import { readFileSync } from 'node:fs'
import { loadSources } from '../sources.mjs'
import { goBool, goString, hostObject, isInteger, isNil, nil, showType, types, unknown } from './go-values.mjs'

const modules = [
  'render/helm/helm',
  'render/helm/engine',
  'render/helm/template-set',
  'render/helm/failure',
  'render/helm/function',
  'render/helm/value',
  'render/helm/functions/table',
  'render/helm/print',
  'render/helm/yaml',
  'render/helm/chart',
  'render/helm/chart-files',
  'render/helm/coalesce',
  'render/helm/context',
  'render/helm/dependencies',
  'render/helm/user-values',
  'render/helm/ignore',
  'render/helm/assemble',
  'render/helm/files',
  'render/helm/schema',
  'render/helm/capabilities',
  'render/helm/semver',
  'syntax/go-template',
  'syntax/go-template-lexer',
  'syntax/go-template-tree',
  'syntax/set-values',
  'source/text',
  'source/span',
]

/** What modules keep to themselves and a replay calls all the same. */
const internals = {
  'render/helm/helm': ['renderAll', 'parse', 'run'],
  'render/helm/dependencies': ['importValues'],
  'render/helm/user-values': ['setValues'],
  'render/helm/schema': ['check'],
  'render/helm/assemble': ['inOrder', 'installOrders', 'splitDocuments', 'sort'],
}
const opened = {
  name: 'internals',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/render\/helm\/[^/]+\.ts$/ }, ({ path }) => {
      const names = internals[path.slice(path.indexOf('/src/') + '/src/'.length, -'.ts'.length)]
      if (!names) return undefined
      const contents = `${readFileSync(path, 'utf8')}\nexport const internal = { ${names.join(', ')} }\n`
      return { contents, loader: 'ts' }
    })
  },
}

export const ours = await loadSources(
  [
    ...modules.map((name) => `export * from './src/${name}.ts'`),
    ...Object.keys(internals).map((name, index) => `import { internal as i${index} } from './src/${name}.ts'`),
    `export const internal = Object.assign({}, ${Object.keys(internals).map((_, index) => `i${index}`)})`,
  ],
  [opened],
)

export const textOf = (path, text) => ours.fileText({ path, text })
const at = ours.topOf({ path: 'test', text: '' })
const spoken = (text) => ours.spoken(text, at)

/** What our values cannot be: the reason. */
export class Unusable extends Error {}

/** A value of Go as one of ours. `methods` of a struct are by its type's name. */
export function toValue(value, go, methods = {}) {
  if (value.unknown) throw new Unusable(value.unknown)
  if (value.given) return value.given
  const { data } = value
  const { packageName } = go
  const name = showType(value.type, packageName)
  const type = underlying(value.type, go)
  const convert = (one) => toValue(one, go, methods)
  if (typeof data === 'string') {
    if (value.bytes) return { kind: 'bytes', text: spoken(data), at }
    return ours.string(spoken(data), at)
  }
  if (typeof data === 'boolean') return ours.bool(data, at)
  if (typeof data === 'number') return ours.float(data, at)
  if (typeof data === 'bigint') {
    if (!isInteger(name)) throw new Unusable(`a value of the type ${name}`)
    return ours.int(data, at, name)
  }
  if (type.kind === 'nil' || name === 'interface {}') return ours.nil
  if (isNil(value) && type.kind === 'slice') return ours.list([], at, elementOf(type, packageName))
  if (type.kind === 'map') return mapValue(type, data, packageName, convert)
  if (isNil(value)) throw new Unusable(`a nil ${type.kind === 'name' ? name : type.kind}`)
  if (Array.isArray(data)) {
    if (type.kind === 'array') throw new Unusable('an array')
    return ours.list(data.map(convert), at, elementOf(type, packageName))
  }
  if (data.to) {
    const to = convert(data.to)
    if (to.kind !== 'struct' && to.kind !== 'list' && to.kind !== 'map') throw new Unusable('a pointer to a scalar')
    return to.kind === 'struct' ? { ...to, type: `*${to.type}` } : to
  }
  if (data instanceof Map) {
    if (go.methods.get(value.type.name)?.some((one) => one === 'String' || one === 'Error'))
      throw new Unusable('a type that prints itself')
    if (go.types.get(value.type.name)?.fields.some((field) => field.embedded)) throw new Unusable('an embedded struct')
    return structValue(name, data, convert, methods)
  }
  throw new Unusable(`a value of the type ${name}`)
}

/** What a named type is, unless it is a struct. */
function underlying(type, go) {
  const found = type.kind === 'name' ? go.types.get(type.name) : undefined
  return found && found.kind !== 'struct' ? underlying(found, go) : type
}

const elementOf = (type, packageName) => {
  const elem = showType(type.elem, packageName)
  return elem === 'interface {}' ? undefined : elem
}

function mapType(type, packageName) {
  const key = showType(type.key, packageName)
  const elem = showType(type.elem, packageName)
  if (key !== 'string') throw new Unusable(`a map by ${key}`)
  return elem === 'interface {}' ? undefined : `map[string]${elem}`
}

function mapValue(type, data, packageName, convert) {
  const name = mapType(type, packageName)
  const map = ours.map(at)
  const leftOut = new Map()
  for (const [key, each] of data ?? [])
    attempt(String(key), leftOut, () => ours.setEntry(map, spoken(String(key)), convert(each)))
  return name === undefined ? { ...map, leftOut } : { ...map, type: name, leftOut }
}

/** `leftOut`: what our values cannot be, by name, with the reason. */
function attempt(name, leftOut, run) {
  try {
    run()
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    leftOut.set(name, error.message)
  }
}

function structValue(name, data, convert, methods) {
  const fields = new Map()
  const hidden = new Map()
  const leftOut = new Map()
  for (const [field, each] of data)
    attempt(field, leftOut, () => (/^\p{Lu}/u.test(field) ? fields : hidden).set(field, convert(each)))
  const shown = () => [...data.keys()].map((field) => ours.printed(fields.get(field) ?? hidden.get(field), at).value)
  const struct = {
    kind: 'struct',
    type: name,
    fields,
    leftOut,
    print: () => spoken(`{${shown().join(' ')}}`),
    json: () => ours.nil,
  }
  const own = methods[name.replace('*', '').split('.').at(-1)]
  return own ? { ...struct, methods: new Map(Object.entries(own(struct))) } : struct
}

/** Why a template cannot be executed on a value of which it uses what was left out. */
export function usesLeftOut(template, value) {
  for (const [, name] of template.matchAll(/\.(\w+)/g)) if (value?.leftOut?.has(name)) return value.leftOut.get(name)
  return undefined
}

/** One of our values as a value of Go. */
export function fromValue(value) {
  switch (value?.kind) {
    case undefined:
    case 'null':
      return nil
    case 'string':
      return goString(value.text.value)
    case 'bytes':
      return { type: types.strings, data: value.text.value, bytes: true }
    case 'bool':
      return goBool(value.value)
    case 'int':
      return { type: { kind: 'name', name: value.type ?? 'int64' }, data: value.value }
    case 'float':
      return { type: types.float, data: value.value }
    case 'list':
      return {
        type: { kind: 'slice', elem: { kind: 'name', name: value.elem ?? 'any' } },
        data: value.items.map(fromValue),
      }
    case 'map':
      return {
        type: types.map,
        data: new Map([...value.entries].map(([key, one]) => [key, fromValue(one.value)])),
      }
    case 'struct':
      return hostObject(Object.fromEntries([...value.fields].map(([name, one]) => [name, fromValue(one)])))
    default:
      return unknown('an unknown value')
  }
}

/** What a template makes of data with text/template itself: no `<no value>` is deleted. Throws what our engine throws. */
export function execute({ templates, name, data, functions, helm = 3 }) {
  const engine = new ours.Engine({ functions, helm, names: undefined, open: false, absent: [] })
  const set = new Map()
  for (const [each, text] of Object.entries(templates)) {
    const problem = ours.addTemplate(set, each, textOf(each, text), engine.isFunction)
    if (problem) throw new ours.CallError(`template: ${each}:${problem.line}: ${problem.message}`)
  }
  return engine.include(set, name, data).value
}

export const isFailure = (error) =>
  error instanceof ours.Failure || error instanceof ours.CallError || error instanceof ours.Unsupported
