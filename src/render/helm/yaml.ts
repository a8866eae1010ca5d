import type { Span } from '../../source/span.ts'
import { placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { type EmitStyle, emitYaml } from '../../syntax/yaml-emit.ts'
import { type GoEntry, type GoProblem, type GoValue, readGoYaml } from '../../syntax/yaml-go.ts'
import { tooManyNodes } from '../../syntax/yaml-go-parse.ts'
import { Failure, Unsupported } from './failure.ts'
import { base64 } from './functions/encoding.ts'
import { madeOf } from './pieces.ts'
import { floatText } from './print.ts'
import { checkSize, type Entry, nil, type StoredValue, string, type Value } from './value.ts'

/** sigs.k8s.io/yaml: YAML through JSON, so that every number becomes a float64. */

export interface YamlRead {
  readonly value: StoredValue
  readonly problem: GoProblem | undefined
}

/** What sigs.k8s.io/yaml says of a problem. */
export function yamlMessage({ message }: { readonly message: string }): string {
  if (message === tooManyNodes) throw new Unsupported(message)
  return `error converting YAML to JSON: ${message.startsWith('unsupported map key') ? '' : 'yaml: '}${message}`
}

/** The first document; an empty text is null. */
export function readYaml(text: Text): YamlRead {
  const document = readGoYaml(text, 'v2')[0]
  if (!document) return { value: nil, problem: undefined }
  return { value: ownValue(document.value), problem: document.problems[0] }
}

/** A copy that templates may change, with integers as JSON makes them. */
export function ownValue(value: GoValue): StoredValue {
  switch (value.kind) {
    case 'int':
      return { kind: 'float', value: Number(value.value), text: value.text }
    case 'float':
      if (Number.isFinite(value.value)) return value
      throw new Failure(
        `error converting YAML to JSON: json: unsupported value: ${floatText(value.value)}`,
        placeOf(value.text),
      )
    case 'list':
      return { kind: 'list', items: value.items.map(ownValue), at: value.at }
    case 'map': {
      const entries = new Map<string, Entry>()
      for (const [key, one] of value.entries)
        entries.set(key, { key: one.key, keyKind: 'string', value: ownValue(one.value) })
      return { kind: 'map', entries, at: value.at }
    }
    default:
      return value
  }
}

/** What YAML can say of a value. */
function plain(value: StoredValue, here: Span): GoValue {
  switch (value.kind) {
    case 'unknown':
      return string(value.text)
    case 'bytes':
      return string(madeOf(base64(value.text.value), here, [value.text]), here)
    case 'struct':
      return plain(value.json(), here)
    case 'list':
      return { kind: 'list', items: value.items.map((item) => plain(item, here)), at: value.at }
    case 'map': {
      if (value.rest) return string(value.rest)
      const entries = new Map<string, GoEntry>()
      for (const [key, one] of value.entries)
        entries.set(key, { key: one.key, keyKind: 'string', value: plain(one.value, here) })
      return { kind: 'map', entries, at: value.at }
    }
    case 'null':
      return { kind: 'null', text: spoken('null', here) }
    default:
      return value
  }
}

/** toYaml: without the last line break. */
export function writeYaml(value: Value, here: Span, style: EmitStyle = 'sigs'): Text {
  checkSize(value)
  const text = emitYaml(plain(value ?? nil, here), style)
  return text.value.endsWith('\n') ? slice(text, 0, text.value.length - 1) : text
}
