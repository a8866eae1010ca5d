import { slice, type Text } from '../source/text.ts'
import { readAddedText, readPattern } from './sed-delimited.ts'
import { parseSubstitution, parseTransliteration, type Replacement } from './sed-substitution.ts'

export interface SedPattern {
  /** Empty: the one that was used last. */
  readonly text: string
  readonly ignoreCase: boolean
  readonly multiline: boolean
}

export type SedAddress =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'step'; readonly first: number; readonly step: number }
  | { readonly kind: 'last' }
  | { readonly kind: 'pattern'; readonly pattern: SedPattern }
  /** Only behind a comma: `+3`, `~4`. */
  | { readonly kind: 'plus'; readonly lines: number }
  | { readonly kind: 'multiple'; readonly of: number }

export type SedAction =
  | {
      readonly kind: 'substitute'
      readonly pattern: SedPattern
      /** Pattern and replacement as they are written. */
      readonly written: { readonly pattern: Text; readonly replacement: Text }
      readonly replacement: readonly Replacement[]
      readonly global: boolean
      readonly print: boolean
      /** The first match that is replaced, from 1. */
      readonly occurrence: number
    }
  | { readonly kind: 'transliterate'; readonly to: ReadonlyMap<string, Text> }
  | { readonly kind: 'text'; readonly how: 'a' | 'i' | 'c'; readonly text: Text }
  | { readonly kind: 'read'; readonly file: Text }
  /** Where its `}` stands. */
  | { readonly kind: 'block'; end: number }
  | { readonly kind: 'close' }
  | { readonly kind: 'label' }
  | { readonly kind: 'jump'; readonly how: 'b' | 't' | 'T'; readonly label: string; to: number }
  | { readonly kind: 'quit'; readonly prints: boolean; readonly status: number }
  | { readonly kind: 'simple'; readonly how: SimpleCommand }

export type SimpleCommand = 'd' | 'D' | 'p' | 'P' | 'n' | 'N' | 'g' | 'G' | 'h' | 'H' | 'x' | '=' | 'z'

export interface SedCommand {
  readonly from: SedAddress | undefined
  readonly to: SedAddress | undefined
  readonly negated: boolean
  readonly action: SedAction
}

const longestScript = 100_000

/** A sed script as GNU sed 4.9 reads it. Undefined: one that sed rejects or this program does not understand. */
export function parseSed(script: Text): readonly SedCommand[] | undefined {
  if (script.value.length > longestScript) return undefined
  const reader: SedReader = { script, index: 0 }
  const commands: SedCommand[] = []
  const labels = new Map<string, number>()
  const open: { end: number }[] = []
  for (skip(reader, /[\s;]/); reader.index < script.value.length; skip(reader, /[\s;]/)) {
    const command = readCommand(reader, labels, commands.length)
    if (command === undefined) return undefined
    if (command === 'comment') continue
    commands.push(command)
    if (command.action.kind === 'block') open.push(command.action)
    if (command.action.kind !== 'close') continue
    const block = open.pop()
    if (!block) return undefined
    block.end = commands.length - 1
  }
  if (open.length > 0) return undefined
  for (const { action } of commands) {
    if (action.kind !== 'jump') continue
    const target = action.label === '' ? commands.length : labels.get(action.label)
    if (target === undefined) return undefined
    action.to = target
  }
  return commands
}

export interface SedReader {
  readonly script: Text
  index: number
}

function skip(reader: SedReader, what: RegExp): void {
  while (what.test(reader.script.value[reader.index] ?? '')) reader.index += 1
}

function readCommand(
  reader: SedReader,
  labels: Map<string, number>,
  position: number,
): SedCommand | 'comment' | undefined {
  const { value } = reader.script
  const from = readAddress(reader)
  if (from === undefined) return undefined
  skip(reader, /[ \t]/)
  let to: SedAddress | 'none' = 'none'
  if (from !== 'none' && value[reader.index] === ',') {
    reader.index += 1
    skip(reader, /[ \t]/)
    const second = readAddress(reader, true)
    if (second === undefined || second === 'none') return undefined
    to = second
  }
  if (from !== 'none' && from.kind === 'line' && from.line === 0 && (to === 'none' || to.kind !== 'pattern'))
    return undefined
  skip(reader, /[ \t]/)
  const negated = value[reader.index] === '!'
  skip(reader, /[! \t]/)
  const name = value[reader.index]
  reader.index += 1
  if (name === '#') {
    const end = value.indexOf('\n', reader.index)
    reader.index = end < 0 ? value.length : end
    return from === 'none' ? 'comment' : undefined
  }
  if (name === ':' && from === 'none') {
    const label = /^[ \t]*([^\s;]+)/.exec(value.slice(reader.index))
    if (!label) return undefined
    reader.index += label[0].length
    labels.set(label[1] as string, position)
    return { from: undefined, to: undefined, negated: false, action: { kind: 'label' } }
  }
  const action = name === undefined ? undefined : readAction(reader, name)
  if (!action || (name === '}' && from !== 'none') || (action.kind === 'quit' && to !== 'none')) return undefined
  return { from: from === 'none' ? undefined : from, to: to === 'none' ? undefined : to, negated, action }
}

function readAddress(reader: SedReader, second = false): SedAddress | 'none' | undefined {
  const { value } = reader.script
  const number = /^(?:([+~])?(\d{1,9})(?:~(\d{1,9}))?|\$)/.exec(value.slice(reader.index, reader.index + 24))
  if (number) {
    const [whole, sign, digits, step] = number
    if (sign !== undefined && (!second || step !== undefined)) return undefined
    reader.index += whole.length
    if (whole === '$') return { kind: 'last' }
    const count = Number(digits)
    if (sign === '+') return { kind: 'plus', lines: count }
    if (sign === '~') return { kind: 'multiple', of: count }
    return step === undefined ? { kind: 'line', line: count } : { kind: 'step', first: count, step: Number(step) }
  }
  const custom = value[reader.index] === '\\'
  if (!custom && value[reader.index] !== '/') return 'none'
  if (custom) reader.index += 1
  const text = readPattern(reader)
  if (!text) return undefined
  const flags = /^[IM]*/.exec(value.slice(reader.index))?.[0] ?? ''
  reader.index += flags.length
  const pattern = { text: text.value, ignoreCase: flags.includes('I'), multiline: flags.includes('M') }
  return { kind: 'pattern', pattern }
}

function readAction(reader: SedReader, name: string): SedAction | undefined {
  switch (name) {
    case '{':
      return { kind: 'block', end: 0 }
    case '}':
      return endOfCommand(reader, { kind: 'close' })
    case 's':
      return endOfCommand(reader, parseSubstitution(reader))
    case 'y':
      return endOfCommand(reader, parseTransliteration(reader))
    case 'a':
    case 'i':
    case 'c':
      return readText(reader, name)
    case 'b':
    case 't':
    case 'T':
      return { kind: 'jump', how: name, label: readWord(reader), to: 0 }
    case 'r': {
      const file = readLine(reader)
      return file.value === '' ? undefined : { kind: 'read', file }
    }
    case 'q':
    case 'Q':
      return readQuit(reader, name === 'q')
    default:
      return 'dDpPnNgGhHx=z'.includes(name)
        ? endOfCommand(reader, { kind: 'simple', how: name as SimpleCommand })
        : undefined
  }
}

/** Behind a command stands the end of its line, `;`, `}` or a comment. */
function endOfCommand<A extends SedAction>(reader: SedReader, action: A | undefined): A | undefined {
  skip(reader, /[ \t\r]/)
  const next = reader.script.value[reader.index]
  if (next !== undefined && !'\n;}#'.includes(next)) return undefined
  return action
}

function readQuit(reader: SedReader, prints: boolean): SedAction | undefined {
  const status = /^[ \t]*(\d{0,3})/.exec(reader.script.value.slice(reader.index, reader.index + 40))
  reader.index += status?.[0].length ?? 0
  return endOfCommand(reader, { kind: 'quit', prints, status: Number(status?.[1] || 0) })
}

function readWord(reader: SedReader): string {
  const word = /^[ \t]*([^\s;}]*)/.exec(reader.script.value.slice(reader.index))
  reader.index += word?.[0].length ?? 0
  return word?.[1] ?? ''
}

function readLine(reader: SedReader): Text {
  skip(reader, /[ \t]/)
  const end = reader.script.value.indexOf('\n', reader.index)
  const line = slice(reader.script, reader.index, end < 0 ? reader.script.value.length : end)
  reader.index = end < 0 ? reader.script.value.length : end
  return line
}

/** Text of `a`, `i` and `c`: to the end of the line, or further where a backslash precedes it. */
function readText(reader: SedReader, how: 'a' | 'i' | 'c'): SedAction | undefined {
  const { value } = reader.script
  const opening = /^[ \t]*(?:\\(?:[ \t]*\n)?)?/.exec(value.slice(reader.index))?.[0] ?? ''
  reader.index += opening.length
  if (reader.index >= value.length) return undefined
  const text = readAddedText(reader)
  return text && { kind: 'text', how, text }
}
