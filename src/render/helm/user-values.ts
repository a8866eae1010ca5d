import type { Span } from '../../source/span.ts'
import { placeOf, slice, type Text } from '../../source/text.ts'
import { isOneUnknown } from '../../source/unknown.ts'
import { quoteGo } from '../../syntax/go-quote.ts'
import { type Assignment, type PathStep, parseSetValues } from '../../syntax/set-values.ts'
import type { RenderFiles, RenderValues } from '../render.ts'
import { Failure, Unsupported } from './failure.ts'
import { readJson } from './json.ts'
import { type Entry, entry, int, list, type MapValue, map, nil, type StoredValue, string } from './value.ts'
import { readYaml, yamlMessage } from './yaml.ts'

/** In the order in which Helm's pkg/cli/values applies the kinds, whatever the order of the command line. */
const order = ['file', 'set-json', 'set', 'set-string', 'set-file', 'set-literal'] as const

/** The values that the user gives, merged. */
export function userValues(given: readonly RenderValues[], files: RenderFiles, helm: 3 | 4): MapValue {
  let values = map()
  for (const kind of order)
    for (const one of given) {
      if (one.kind !== kind) continue
      if (one.kind === 'file') values = merged(values, valuesFile(one.text))
      else if (one.kind === 'set-json' && one.text.value.trim().startsWith('{'))
        values = merged(values, wholeJson(one.text, helm))
      else setValues(values, one, files)
    }
  return values
}

/** Maps are merged, everything else is replaced; neither map changes. */
export function merged(a: MapValue, b: MapValue): MapValue {
  const entries = new Map(a.entries)
  for (const [key, one] of b.entries) {
    const known = entries.get(key)
    entries.set(
      key,
      known?.value.kind === 'map' && one.value.kind === 'map' ? { ...one, value: merged(known.value, one.value) } : one,
    )
  }
  return { ...a, entries }
}

function valuesFile(text: Text): MapValue {
  // A secret, or what a program decrypted: it may set anything.
  if (isOneUnknown(text.value.trim())) throw new Unsupported('a values file holds what only a run knows')
  const { value, problem } = readYaml(text)
  if (problem) throw new Failure(`failed to parse ${fileName(text)}: ${yamlMessage(problem)}`, problem.at)
  if (value.kind === 'map') return value
  if (value.kind === 'null') return map()
  throw new Failure(
    `failed to parse ${fileName(text)}: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${value.kind === 'list' ? 'array' : value.kind === 'float' ? 'number' : value.kind} into Go value of type map[string]interface {}`,
    placeOf(text),
  )
}

const fileName = (text: Text): string => placeOf(text).source.path

/** A whole object, which Helm 4 takes; Helm 3 looks for a key in it. */
function wholeJson(text: Text, helm: 3 | 4): MapValue {
  if (helm === 3) throw new Failure(`failed parsing --set-json data ${text.value}`, placeOf(text))
  const read = readJson(text, 0)
  if ('problem' in read || read.value.kind !== 'map')
    throw new Failure(`failed parsing --set-json data JSON: ${text.value}`, placeOf(text))
  return read.value
}

type Set = Exclude<RenderValues, { kind: 'file' }>

/** An index makes a list of that length; longer ones together, or deeper names, are not made. */
const mostItems = 2_000_000
const deepest = 200

function checkPaths(assignments: readonly Assignment[]): void {
  let left = mostItems
  for (const { path } of assignments) {
    if (path.length > deepest) throw new Unsupported('a setting nests too deeply')
    for (const step of path) left -= step.kind === 'index' ? step.index : 0
  }
  if (left < 0) throw new Unsupported('the settings make too long lists')
}

function setValues(values: MapValue, setting: Set, files: RenderFiles): void {
  const { kind, text } = setting
  const { assignments, fails } = parseSetValues(setting)
  checkPaths(assignments)
  for (const assignment of assignments) {
    const trouble = assign(values, assignment.path, assigned(assignment, kind, files))
    if (!trouble) continue
    const said = kind === 'set-json' ? ` ${text.value}` : `: ${trouble}`
    throw new Failure(`failed parsing --${kind} data${said}`, placeOf(wholeOf(assignment)))
  }
  if (fails) throw new Failure(fails.message, placeOf(slice(text, fails.at.start, fails.at.end)))
}

const wholeOf = ({ within, start, end }: Assignment): Text => slice(within, start, end)

function assigned(assignment: Assignment, kind: Set['kind'], files: RenderFiles): StoredValue {
  const { value } = assignment
  const at = placeOf(wholeOf(assignment))
  const read = (text: Text): StoredValue =>
    kind === 'set' ? typed(text, at) : kind === 'set-file' ? fileValue(text, files) : string(text, at)
  switch (value.kind) {
    case 'scalar':
      return read(value.text)
    case 'list':
      return list(value.items.map(read), at)
    // `key[0]` with nothing behind it: the list is there, and empty.
    case 'nothing':
      return list([], at)
    case 'json': {
      const json = readJson(value.text, 0)
      return 'problem' in json ? nil : json.value
    }
  }
}

function fileValue(path: Text, files: RenderFiles): StoredValue {
  const content = files.read(path.value)
  if (content === undefined) throw new Unsupported(`the file ${path.value} of --set-file is not there`)
  return string(content, placeOf(content))
}

/** strvals' typedVal: floats and numbers with a leading zero stay strings. An unknown has no type. */
function typed(text: Text, at: Span): StoredValue {
  const { value } = text
  if (/^(?:true|false)$/i.test(value)) return { kind: 'bool', value: value.toLowerCase() === 'true', text }
  if (/^null$/i.test(value)) return nil
  if (value === '0') return { ...int(0, at, 'int64'), text }
  if (/^[+-]?[0-9]+$/.test(value) && !value.startsWith('0')) {
    const number = BigInt(value.replace('+', ''))
    if (number >= -(2n ** 63n) && number < 2n ** 63n) return { ...int(number, at, 'int64'), text }
  }
  return string(text, at)
}

/** Sets what a path names, making maps and lists on the way; a message for what Helm cannot do. */
function assign(root: MapValue, path: readonly PathStep[], value: StoredValue | undefined): string | undefined {
  const [first, ...rest] = path
  if (first?.kind !== 'key') return undefined
  const name = first.text.value
  const next = rest[0]
  if (!next) {
    if (name !== '' && value) root.entries.set(name, entry(first.text, value))
    return undefined
  }
  const known = root.entries.get(name)?.value
  if (next.kind === 'key') {
    if (known && known.kind !== 'map')
      return `unable to parse key: interface conversion: interface {} is ${goType(known)}, not map[string]interface {}`
    const inner = known ?? map(placeOf(first.text))
    const trouble = assign(inner, rest, value)
    if (trouble) return trouble
    if (inner.entries.size === 0) return value ? `key map ${quoteGo(name)} has no value` : undefined
    if (name !== '') root.entries.set(name, entry(first.text, inner))
    return undefined
  }
  if (known && known.kind !== 'list')
    return `unable to parse key: interface conversion: interface {} is ${goType(known)}, not []interface {}`
  const made = assignItem(known?.items ?? [], rest, value, first.text)
  if (typeof made === 'string') return made
  if (name !== '') root.entries.set(name, entry(first.text, list(made, known?.at ?? placeOf(first.text))))
  return undefined
}

function assignItem(
  items: readonly StoredValue[],
  path: readonly PathStep[],
  value: StoredValue | undefined,
  name: Text,
): readonly StoredValue[] | string {
  const [step, ...rest] = path
  if (step?.kind !== 'index') return items
  const known = items[step.index]
  const next = rest[0]
  let made: StoredValue | undefined = value
  if (next?.kind === 'key') {
    const inner: MapValue = known?.kind === 'map' ? known : map(placeOf(name))
    const trouble = assign(inner, rest, value)
    if (trouble) return trouble
    made = inner
  } else if (next) {
    if (known && known.kind !== 'list' && known.kind !== 'null')
      return `unable to parse key: interface conversion: interface {} is ${goType(known)}, not []interface {}`
    const inner = assignItem(known?.kind === 'list' ? known.items : [], rest, value, name)
    if (typeof inner === 'string') return inner
    made = list(inner, placeOf(name))
  }
  if (!made) return items
  const copy = [...items]
  while (copy.length < step.index) copy.push(nil)
  copy[step.index] = made
  return copy
}

const goType = (value: StoredValue): string =>
  value.kind === 'map'
    ? 'map[string]interface {}'
    : value.kind === 'list'
      ? '[]interface {}'
      : value.kind === 'null'
        ? 'nil'
        : value.kind === 'float'
          ? 'float64'
          : value.kind === 'int'
            ? 'int64'
            : value.kind

/** An unknown in place of a default that is no string could be of its type: it does not count as set. */
export function untypedUnknowns(given: MapValue, defaults: MapValue): void {
  for (const [key, one] of given.entries) {
    const known = defaults.entries.get(key)?.value
    const replaced = untyped(one, known)
    if (replaced) given.entries.set(key, replaced)
  }
}

function untyped(one: Entry, known: StoredValue | undefined): Entry | undefined {
  if (one.value.kind === 'map' && known?.kind === 'map') untypedUnknowns(one.value, known)
  const isTyped = known && known.kind !== 'string' && known.kind !== 'null'
  return one.value.kind === 'string' && isTyped && isOneUnknown(one.value.text.value)
    ? { ...one, value: { kind: 'unknown', text: one.value.text } }
    : undefined
}
