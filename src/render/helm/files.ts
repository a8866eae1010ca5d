import type { RE2JS } from 're2js'
import type { Span } from '../../source/span.ts'
import { emptyText, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { compilePattern } from '../../syntax/regex.ts'
import type { ChartFile } from './chart-files.ts'
import { base64 } from './functions/encoding.ts'
import { baseOf } from './functions/paths.ts'
import { madeOf, splitText } from './pieces.ts'
import { type Entry, entry, type MapValue, type Method, map, string, strings, type Value } from './value.ts'
import { writeYaml } from './yaml.ts'

/** `.Files` (Helm's engine/files.go): a map of names to bytes, with methods. */
export function filesValue(files: readonly ChartFile[], at: Span): MapValue {
  const entries = new Map<string, Entry>(
    files.map(({ name, text }) => [name, entry(spoken(name, at), { kind: 'bytes', text, at: placeOf(text) })]),
  )
  return ofEntries(entries, at)
}

function ofEntries(entries: Map<string, Entry>, at: Span): MapValue {
  const content = (name: Value): Text => {
    const found = name?.kind === 'string' ? entries.get(name.text.value)?.value : undefined
    return found?.kind === 'bytes' ? found.text : emptyText
  }
  const asYaml =
    (make: (text: Text, here: Span) => Text) =>
    (here: Span): Value => {
      const made = map(here)
      for (const one of entries.values())
        if (one.value.kind === 'bytes') {
          const key = one.key.value
          made.entries.set(baseOf(key), entry(spoken(baseOf(key), here), string(make(one.value.text, here), here)))
        }
      return string(writeYaml(made, here), here)
    }
  const config = asYaml((text) => text)
  const secrets = asYaml((text, here) => madeOf(base64(text.value), here, [text]))
  const methods = new Map<string, Method>([
    ['Get', { params: ['string'], run: ([name], here) => string(content(name), here) }],
    ['GetBytes', { params: ['string'], run: ([name], here) => ({ kind: 'bytes', text: content(name), at: here }) }],
    ['Lines', { params: ['string'], run: ([name], here) => strings(linesOf(content(name)), here) }],
    ['Glob', { params: ['string'], run: ([pattern], here) => globbed(entries, pattern, here) }],
    ['AsConfig', { params: [], run: (_, here) => config(here) }],
    ['AsSecrets', { params: [], run: (_, here) => secrets(here) }],
  ])
  return { kind: 'map', entries, at, type: 'engine.files', methods }
}

function linesOf(text: Text): readonly Text[] {
  if (text.value === '') return []
  return splitText(text.value.endsWith('\n') ? slice(text, 0, text.value.length - 1) : text, '\n')
}

function globbed(entries: ReadonlyMap<string, Entry>, pattern: Value, here: Span): Value {
  const glob = pattern?.kind === 'string' ? globPattern(pattern.text.value) : undefined
  const found = [...entries].filter(([name]) => !glob || glob.matcher(name).matches())
  return ofEntries(new Map(found), here)
}

/** github.com/gobwas/glob with `/` as separator; undefined for what it refuses, which Helm takes for everything. */
function globPattern(glob: string): RE2JS | undefined {
  let source = ''
  let depth = 0
  for (let index = 0; index < glob.length; index += 1) {
    const character = glob[index] as string
    if (character === '*') {
      const isDeep = glob[index + 1] === '*'
      source += isDeep ? '(?s:.*)' : '[^/]*'
      if (isDeep) index += 1
    } else if (character === '?') source += '[^/]'
    else if (character === '[') {
      const end = glob.indexOf(']', index + 1)
      if (end < 0) return undefined
      source += `[${glob
        .slice(index + 1, end)
        .replace(/^!/, '^')
        .replace(/[\\[]/g, '\\$&')}]`
      index = end
    } else if (character === '{') {
      depth += 1
      source += '(?:'
    } else if (character === '}' && depth > 0) {
      depth -= 1
      source += ')'
    } else if (character === ',' && depth > 0) source += '|'
    else {
      if (character === '\\') index += 1
      source += (glob[index] ?? '').replace(/[\\^$.*+?()[\]{}|]/, '\\$&')
    }
  }
  return depth > 0 ? undefined : compilePattern(source)
}
