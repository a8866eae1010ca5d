import { emptyText, placeOf, slice, type Text } from '../../source/text.ts'
import { holdsUnknown, obscured } from '../../source/unknown.ts'
import { perhapsEmpty } from '../join.ts'
import type { Builtin } from './builtins.ts'
import { textOf } from './pattern.ts'
import { unquote } from './quoting.ts'
import { finish, onlyOnce, type Shell, type Status } from './shell-state.ts'
import { splitFields } from './split.ts'
import { assign, forgetArray, parameterValue, setArray } from './variables.ts'

interface ReadOptions {
  readonly names: readonly string[]
  readonly array: string | undefined
  readonly raw: boolean
  readonly delimiter: string
  /** Reads so many characters, or from another descriptor: not followed. */
  readonly unusual: boolean
}

function optionsOf(words: readonly string[]): ReadOptions {
  let [array, delimiter, raw, unusual] = [undefined as string | undefined, '\n', false, false]
  let index = 0
  for (; index < words.length; index += 1) {
    const letters = /^-([a-zA-Z]+)$/.exec(words[index] as string)?.[1]
    if (!letters) break
    if (letters.includes('r')) raw = true
    const last = letters.at(-1) as string
    if (/[nNu]/.test(letters)) unusual = true
    if (last === 'a') array = words[index + 1]
    if (last === 'd') delimiter = words[index + 1] || '\0'
    if (/[adinNptu]/.test(last)) index += 1
  }
  const names = words.slice(index).filter((word) => word !== '--')
  return { names: names.length > 0 ? names : ['REPLY'], array, raw, delimiter: delimiter.slice(0, 1), unusual }
}

/** `read`: takes a line from standard input. A line that is unknown as a whole may be none, or many. */
export const read: Builtin = (shell, args) => {
  const options = optionsOf(args.map(({ text }) => text.value))
  const { line, status, unclear } = nextLine(shell, options)
  if (options.array !== undefined) {
    const fields = unclear || holdsUnknown(line.value) ? undefined : fieldsOf(shell, line)
    if (fields) setArray(shell, options.array, { associative: false, items: new Map(fields.entries()), key: '' })
    else forgetArray(shell, options.array)
  } else distribute(shell, line, options, unclear)
  return finish(shell, status)
}

interface Line {
  readonly line: Text
  readonly status: Status
  readonly unclear: boolean
}

function nextLine(shell: Shell, { raw, delimiter, unusual }: ReadOptions): Line {
  const { input } = shell
  if (input.value === '') return { line: emptyText, status: 1, unclear: false }
  const end = input.value.indexOf(delimiter)
  const line = slice(input, 0, end < 0 ? input.value.length : end)
  shell.input = end < 0 ? emptyText : slice(input, end + 1)
  if (unusual || perhapsEmpty(line.value)) {
    if (unusual) shell.input = obscured(shell.machine.names, 'rest of', input)
    return { line, status: onlyOnce(shell, 'a line is there'), unclear: true }
  }
  const status = end < 0 ? 1 : 0
  if (raw || !line.value.includes('\\')) return { line, status, unclear: false }
  const goesOn = line.value.endsWith('\\')
  const clear = unquote(line, 'plain')
  const unclear = goesOn || clear.some(({ text, quoted }) => quoted && !/^[\w./:\\-]$/.test(text.value))
  return { line: textOf(clear), status: goesOn ? onlyOnce(shell, 'a line goes on') : status, unclear }
}

function distribute(shell: Shell, line: Text, { names, raw }: ReadOptions, unclear: boolean): void {
  const [only] = names
  if (names.length === 1 && only !== undefined) {
    const value = names[0] === 'REPLY' ? line : trimmed(shell, line)
    assign(shell, only, unclear && !raw ? obscured(shell.machine.names, 'line', line) : value)
    return
  }
  const hidden = unclear || holdsUnknown(line.value)
  let rest = trimmed(shell, line)
  for (const [index, name] of names.entries()) {
    const [field, after] = firstField(shell, rest)
    const last = index === names.length - 1
    const value = last ? lastField(shell, rest) : field
    assign(shell, name, hidden ? obscured(shell.machine.names, `field ${index} of`, line) : value)
    rest = after
  }
}

const ifsOf = (shell: Shell, text: Text): string => parameterValue(shell, 'IFS', placeOf(text))?.value ?? ' \t\n'

const fieldsOf = (shell: Shell, line: Text): readonly Text[] =>
  splitFields([{ text: line, quoted: false, expanded: true }], ifsOf(shell, line)).map(textOf)

/** Without the white space of IFS at both ends. */
function trimmed(shell: Shell, line: Text): Text {
  const spaces = [...ifsOf(shell, line)].filter((character) => /[ \t\n]/.test(character))
  let [start, end] = [0, line.value.length]
  while (start < end && spaces.includes(line.value[start] as string)) start += 1
  while (end > start && spaces.includes(line.value[end - 1] as string)) end -= 1
  return slice(line, start, end)
}

function firstField(shell: Shell, text: Text): readonly [Text, Text] {
  const ifs = ifsOf(shell, text)
  const { value } = text
  const isSpace = (at: number) => ifs.includes(value[at] ?? '\0') && /[ \t\n]/.test(value[at] as string)
  let end = 0
  while (end < value.length && !ifs.includes(value[end] as string)) end += 1
  let after = end
  while (after < value.length && isSpace(after)) after += 1
  if (after < value.length && ifs.includes(value[after] as string)) {
    after += 1
    while (after < value.length && isSpace(after)) after += 1
  }
  return [slice(text, 0, end), slice(text, after)]
}

/** The rest of the line; a single separator behind the only field left in it goes. */
function lastField(shell: Shell, rest: Text): Text {
  const ifs = ifsOf(shell, rest)
  const [field, after] = firstField(shell, rest)
  const ends = rest.value !== field.value && after.value === ''
  return ends && ifs.includes(rest.value.at(-1) as string) ? field : rest
}

/** `mapfile -t lines` */
export const mapfile: Builtin = (shell, args) => {
  const words = args.map(({ text }) => text.value)
  const name = words.findLast((word) => !word.startsWith('-')) ?? 'MAPFILE'
  const { input } = shell
  const plain = words.every((word) => word === '-t' || word === name)
  const all = linesOf(input, words.includes('-t'))
  shell.input = emptyText
  if (!plain || all.some((line) => perhapsEmpty(line.value))) forgetArray(shell, name)
  else setArray(shell, name, { associative: false, items: new Map(all.entries()), key: '' })
  return finish(shell, 0)
}

function linesOf(text: Text, withoutEnds: boolean): readonly Text[] {
  const all: Text[] = []
  for (let start = 0; start < text.value.length; ) {
    const found = text.value.indexOf('\n', start)
    const end = found < 0 ? text.value.length : found
    all.push(slice(text, start, withoutEnds ? end : end + 1))
    start = end + 1
  }
  return all
}
