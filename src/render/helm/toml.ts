import type { Span } from '../../source/span.ts'
import { spoken, type Text } from '../../source/text.ts'
import { escapeJson } from './json.ts'
import { joined, madeOf } from './pieces.ts'
import { printed } from './print.ts'
import { checkSize, isNil, keysInOrder, type MapValue, type StoredValue, type Value } from './value.ts'

/** github.com/BurntSushi/toml's encoder as Helm's toToml uses it: sorted keys, tables indented by two spaces. */
export function writeToml(value: Value, here: Span): Text {
  if (value?.kind !== 'map') return spoken('toml: top-level values must be Go maps or structs', here)
  checkSize(value)
  const parts: Text[] = []
  writeTable(parts, value, [], here)
  return joined(parts)
}

const bareKey = /^[A-Za-z0-9_-]+$/

function writeTable(parts: Text[], table: MapValue, path: readonly Text[], here: Span): void {
  const say = (characters: string): number => parts.push(spoken(characters, here))
  const indent = '  '.repeat(Math.max(0, path.length - 1))
  const keys = keysInOrder(table)
  const entries = keys.flatMap((key) => table.entries.get(key) ?? [])
  for (const { key, value } of entries) {
    if (isNil(value) || isTable(value) || isTableList(value)) continue
    say(path.length > 0 ? `${indent}  ` : '')
    parts.push(keyText(key, here), spoken(' = ', here), inline(value, here), spoken('\n', here))
  }
  for (const { key, value } of entries) {
    const inner = [...path, keyText(key, here)]
    const tables = value.kind === 'map' ? [value] : isTableList(value) ? (value.items as MapValue[]) : []
    for (const one of tables) {
      const [open, close] = value.kind === 'map' ? ['[', ']'] : ['[[', ']]']
      if (parts.length > 0 && path.length === 0) say('\n')
      say('  '.repeat(path.length) + open)
      parts.push(...inner.flatMap((part, index) => (index === 0 ? [part] : [spoken('.', here), part])))
      say(`${close}\n`)
      writeTable(parts, one, inner, here)
    }
  }
}

const isTable = (value: StoredValue): boolean => value.kind === 'map'
const isTableList = (value: StoredValue): value is StoredValue & { kind: 'list' } =>
  value.kind === 'list' && value.items.length > 0 && value.items.every((item) => item.kind === 'map')

const keyText = (key: Text, here: Span): Text => (bareKey.test(key.value) ? key : quotedString(key, here))

const quotedString = (text: Text, here: Span): Text => {
  const escaped = escapeJson(text.value, false)
  return joined([spoken('"', here), escaped === text.value ? text : madeOf(escaped, here, [text]), spoken('"', here)])
}

function inline(value: StoredValue, here: Span): Text {
  if (value.kind === 'string') return quotedString(value.text, here)
  if (value.kind === 'list')
    return joined([
      spoken('[', here),
      ...value.items.flatMap((item, index) =>
        index === 0 ? [inline(item, here)] : [spoken(', ', here), inline(item, here)],
      ),
      spoken(']', here),
    ])
  const text = printed(value, here)
  return value.kind === 'float' && !/[.e]/.test(text.value) ? joined([text, spoken('.0', here)]) : text
}
