import { concat, spoken, type Text } from '../../source/text.ts'
import { parseJqPath } from '../../syntax/jq-path.ts'
import { at, parseYaml } from '../../syntax/yaml.ts'
import { inputsOf, textOf } from '../text/input.ts'
import { has, parseOptions } from '../text/options.ts'
import { done, failed, line, opaque } from '../text/outcome.ts'
import { command } from '../tool.ts'

const long = { 'raw-output': 'r', 'exit-status': 'e', 'compact-output': 'c', 'monochrome-output': 'M' }

/** A path into JSON that is known, and what stands there when it is a scalar. */
export const jq = command('jq', (call, machine) => {
  const options = parseOptions(call.args, { short: 'recM', long })
  const [filter, ...files] = options?.operands ?? []
  const input = textOf(inputsOf(call, machine, files))
  const [, expression, fallback] = /^(.*?)(?:\s*\/\/\s*(empty|"[^"\\]*"))?$/s.exec(filter?.value ?? '') ?? []
  const path = parseJqPath(expression ?? '')
  const found = path && options ? valueAt(input, path) : undefined
  if (!options || !found) return opaque(call, machine, [input])
  const absent = found.value === null || found.value === false
  const status = has(options, 'e') && absent ? 1 : 0
  if (absent && fallback === 'empty') return has(options, 'e') ? failed(4) : done()
  if (absent && fallback !== undefined)
    return line(call, spoken(has(options, 'r') ? fallback.slice(1, -1) : fallback, call.at))
  const printed = shown(found, has(options, 'r'), call.at)
  return printed ? { ...line(call, printed), status } : opaque(call, machine, [input])
})

interface Found {
  readonly value: unknown
  readonly text: Text | undefined
}

function valueAt(input: Text, path: readonly (string | number)[]): Found | undefined {
  let value: unknown
  try {
    value = JSON.parse(input.value)
  } catch {
    return undefined
  }
  for (const step of path) {
    if (value === null) continue
    if (typeof value !== 'object' || Array.isArray(value) !== (typeof step === 'number')) return undefined
    value = Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : null
  }
  const node = at(parseYaml(input)[0]?.root, ...path)
  return { value, text: node?.kind === 'scalar' ? node.text : undefined }
}

/** Strings, short integers, booleans and null: how jq prints other values depends on its version. */
function shown({ value, text }: Found, raw: boolean, place: Text['pieces'][number]['at']): Text | undefined {
  if (typeof value === 'string') {
    const string = text?.value === value ? text : spoken(value, place)
    if (raw) return string
    return /["\\\x00-\x1f\x7f]/.test(value) ? undefined : concat(spoken('"', place), string, spoken('"', place))
  }
  if (value === null || typeof value === 'boolean' || (Number.isInteger(value) && Math.abs(value as number) < 1e15))
    return text?.value === String(value) ? text : spoken(String(value), place)
  return undefined
}
