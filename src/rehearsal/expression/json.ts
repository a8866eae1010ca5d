import type { Span } from '../../source/span.ts'
import { concat, join, placeOf, spoken, type Text } from '../../source/text.ts'
import { parseYaml, type YamlNode } from '../../syntax/yaml.ts'
import { arrayValue, booleanValue, nullValue, numberValue, objectValue, stringValue, type Value } from './value.ts'

const deepest = 100

/**
 * A value as `toJSON` prints it, indented by two. Undefined where an unknown could be anything else than part of a string, and
 * for objects whose names are not all known. `at` is where the braces come from.
 */
export function jsonOf(value: Value, at: Span, indent = ''): Text | undefined {
  const inner = `${indent}  `
  if (inner.length > 2 * deepest) return undefined
  switch (value.kind) {
    case 'unknown':
      return undefined
    case 'null':
    case 'boolean':
      return spoken(value.kind === 'null' ? 'null' : String(value.value), at)
    case 'number':
      return spoken(JSON.stringify(value.value), at)
    case 'string':
      return concat(spoken('"', at), escaped(value.text), spoken('"', at))
    case 'array':
      return block(
        value.items.map((item) => jsonOf(item, at, inner)),
        '[]',
        at,
        indent,
      )
    case 'object': {
      if (value.open) return undefined
      const entries = value.entries().map(([name, item]) => {
        const text = jsonOf(item, at, inner)
        return text && concat(spoken(`${JSON.stringify(name)}: `, at), text)
      })
      return block(entries, '{}', at, indent)
    }
  }
}

function block(items: readonly (Text | undefined)[], brackets: string, at: Span, indent: string): Text | undefined {
  const known = items.filter((item) => item !== undefined)
  if (known.length < items.length) return undefined
  if (known.length === 0) return spoken(brackets, at)
  const [open, close] = [brackets.slice(0, 1), brackets.slice(1)]
  return concat(
    spoken(`${open}\n${indent}  `, at),
    join(known, spoken(`,\n${indent}  `, at)),
    spoken(`\n${indent}${close}`, at),
  )
}

/** A string that needs no escapes keeps the places of its characters. */
function escaped(text: Text): Text {
  const body = JSON.stringify(text.value).slice(1, -1)
  return body === text.value ? text : spoken(body, placeOf(text))
}

/** The value of a JSON text without unknowns; undefined when it is no JSON. */
export function valueOfJson(text: Text): Value | undefined {
  try {
    const read: unknown = JSON.parse(text.value)
    return placed(read, parseYaml(text)[0]?.root, text, 0)
  } catch {
    return undefined
  }
}

/** JSON says what the value is; the same text read as YAML says where its strings stand. */
function placed(json: unknown, node: YamlNode | undefined, whole: Text, depth: number): Value {
  if (depth > deepest) throw new Error('nested too deep')
  if (typeof json === 'string')
    return stringValue(node?.kind === 'scalar' && node.text.value === json ? node.text : spoken(json, placeOf(whole)))
  if (typeof json === 'number') return numberValue(json)
  if (typeof json === 'boolean') return booleanValue(json)
  if (Array.isArray(json)) {
    const items = node?.kind === 'list' ? node.items : []
    return arrayValue(json.map((item, index) => placed(item, items[index], whole, depth + 1)))
  }
  if (typeof json !== 'object' || json === null) return nullValue
  const nodes = new Map((node?.kind === 'map' ? node.entries : []).map((entry) => [entry.key.text.value, entry.value]))
  return objectValue(
    Object.entries(json).map(([name, item]) => [name, placed(item, nodes.get(name), whole, depth + 1)]),
  )
}
