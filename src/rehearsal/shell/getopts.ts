import { emptyText, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import type { Builtin } from './builtins.ts'
import { finish, onlyOnce, type Shell } from './shell-state.ts'
import { assign, parameterValue, unset } from './variables.ts'

/** `getopts optstring name`: the next option of the arguments. */
export const getopts: Builtin = (shell, args, at) => {
  const [letters, name, ...given] = args.map(({ text }) => text)
  if (!letters || !name) return finish(shell, 2)
  const words = given.length > 0 ? given : shell.args
  const index = Number(parameterValue(shell, 'OPTIND', at)?.value ?? 1)
  const word = words[index - 1]
  const offset = shell.optionOffset || 1
  const say = (value: string) => assign(shell, name.value, spoken(value, at))
  const moveTo = (next: number, within = 0) => {
    assign(shell, 'OPTIND', spoken(String(next), at))
    shell.optionOffset = within
  }
  if (word && holdsUnknown(word.value.slice(0, 2))) {
    assign(shell, 'OPTARG', word)
    moveTo(index + 1)
    return finish(shell, onlyOnce(shell, `${word.value} is an option`))
  }
  if (!word || !/^-./.test(word.value) || word.value === '--') {
    say('?')
    if (word?.value === '--') moveTo(index + 1)
    return finish(shell, 1)
  }
  const letter = word.value[offset] as string
  const more = offset + 1 < word.value.length
  const place = letters.value.indexOf(letter)
  if (letter === ':' || place < 0) {
    say('?')
    if (letters.value.startsWith(':')) assign(shell, 'OPTARG', slice(word, offset, offset + 1))
    else unset(shell, 'OPTARG')
    if (more) moveTo(index, offset + 1)
    else moveTo(index + 1)
    return finish(shell, 0)
  }
  say(letter)
  if (letters.value[place + 1] === ':')
    return withArgument(shell, { words, index, offset, silent: letters.value.startsWith(':'), say, moveTo })
  unset(shell, 'OPTARG')
  if (more) moveTo(index, offset + 1)
  else moveTo(index + 1)
  return finish(shell, 0)
}

interface Option {
  readonly words: readonly Text[]
  readonly index: number
  readonly offset: number
  readonly silent: boolean
  readonly say: (value: string) => void
  readonly moveTo: (next: number) => void
}

function withArgument(shell: Shell, { words, index, offset, silent, say, moveTo }: Option) {
  const word = words[index - 1] ?? emptyText
  const rest = slice(word, offset + 1)
  const argument = rest.value === '' ? words[index] : rest
  moveTo(rest.value === '' ? index + 2 : index + 1)
  if (argument) assign(shell, 'OPTARG', argument)
  else {
    say(silent ? ':' : '?')
    if (silent) assign(shell, 'OPTARG', slice(word, offset, offset + 1))
    else unset(shell, 'OPTARG')
  }
  return finish(shell, 0)
}
