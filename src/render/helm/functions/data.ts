import { spoken, type Text } from '../../../source/text.ts'
import { CallError, Failure, Unsupported } from '../failure.ts'
import { type Call, type Functions, looks, moves, textOf } from '../function.ts'
import { parseJson, writeJson } from '../json.ts'
import { writeToml } from '../toml.ts'
import {
  checkSize,
  list,
  map,
  nil,
  type StoredValue,
  said,
  setEntry,
  string,
  type Value,
  weightOfPart,
} from '../value.ts'
import { readYaml, writeYaml, type YamlRead, yamlMessage } from '../yaml.ts'

const withError = (message: string, { here }: Call): Value => {
  const made = map(here)
  setEntry(made, spoken('Error', here), said(message, here))
  return made
}

const kinds: Readonly<Record<string, string>> = { list: 'array', string: 'string', bool: 'bool', float: 'number' }
const mismatch = (value: StoredValue, type: string): string =>
  `json: cannot unmarshal ${kinds[value.kind] ?? 'object'} into Go value of type ${type}`

function readOrSay(text: Text): YamlRead | string {
  try {
    return readYaml(text)
  } catch (error) {
    if (error instanceof Failure) return error.message
    throw error
  }
}

function fromYaml(text: Text, wanted: 'map' | 'list', call: Call): StoredValue | string {
  const read = readOrSay(text)
  if (typeof read === 'string') return read
  const { value, problem } = read
  if (problem) return yamlMessage(problem)
  if (value.kind === 'null') return wanted === 'map' ? map(call.here) : nil
  if (value.kind === wanted) return value
  const type = wanted === 'map' ? 'map[string]interface {}' : '[]interface {}'
  return `error unmarshaling JSON: while decoding JSON: ${mismatch(value, type)}`
}

function fromJson(text: Text, wanted: 'map' | 'list', call: Call): StoredValue | string {
  const value = parseJson(text)
  if ('problem' in value) return value.problem
  if (value.kind === 'null') return wanted === 'map' ? map(call.here) : nil
  if (value.kind === wanted) return value
  return mismatch(value, wanted === 'map' ? 'map[string]interface {}' : '[]interface {}')
}

type From = (text: Text, wanted: 'map' | 'list', call: Call) => StoredValue | string

/** What it costs to read a character of YAML or JSON, in characters that are merely moved. */
const weightOfReading = 30

const mapFrom = (from: From) =>
  moves('string', ([text], call) => {
    call.spend(weightOfReading * textOf(text).value.length)
    const value = from(textOf(text), 'map', call)
    if (typeof value !== 'string') call.spend(weightOfPart * checkSize(value))
    return typeof value === 'string' ? withError(value, call) : value
  })
const listFrom = (from: From) =>
  moves('string', ([text], call) => {
    call.spend(weightOfReading * textOf(text).value.length)
    const value = from(textOf(text), 'list', call)
    if (typeof value !== 'string') call.spend(weightOfPart * checkSize(value))
    return typeof value === 'string' ? list([said(value, call.here)], call.here) : value
  })

const toJson = (html: boolean, indent: boolean, must: boolean) =>
  moves('any', ([value], call) => {
    const text = writeJson(value, call.here, html, indent)
    if (!text && must) throw new CallError('json: unsupported value')
    return string(text ?? spoken('', call.here), call.here)
  })

export const toYaml = moves('any', ([value], { here }) => string(writeYaml(value, here), here))
export const toToml = moves('any', ([value], { here }) => string(writeToml(value, here), here))

export const dataFunctions: Functions = {
  toYaml,
  toYamlPretty: moves('any', ([value], { here }) => string(writeYaml(value, here, 'sigs-indented'), here)),
  fromYaml: mapFrom(fromYaml),
  fromYamlArray: listFrom(fromYaml),
  toJson: toJson(true, false, false),
  mustToJson: toJson(true, false, true),
  toPrettyJson: toJson(true, true, false),
  mustToPrettyJson: toJson(true, true, true),
  toRawJson: toJson(false, false, true),
  mustToRawJson: toJson(false, false, true),
  fromJson: mapFrom(fromJson),
  fromJsonArray: listFrom(fromJson),
  mustFromJson: moves('string', ([text], call) => {
    call.spend(weightOfReading * textOf(text).value.length)
    const value = parseJson(textOf(text))
    if ('problem' in value) throw new CallError(value.problem)
    return value
  }),
  toToml,
  fromToml: looks('string', () => {
    throw new Unsupported('fromToml is not supported')
  }),
  lookup: moves('string string string string', (_, { here }) => map(here)),
  getHostByName: moves('string', (_, { here }) => said('', here)),
  include: moves('string any', ([name, data], call) => string(call.include(textOf(name).value, data), call.here)),
  tpl: moves('string any', ([text, data], call) => string(call.tpl(textOf(text), data), call.here)),
}
