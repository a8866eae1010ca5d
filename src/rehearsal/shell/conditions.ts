import type { Text } from '../../source/text.ts'
import { isOneUnknown } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import { equality } from '../join.ts'
import { negated, onlyOnce, type Shell, type Status, type Undecided } from './shell-state.ts'

/** What `test` asks when it cannot answer: the same question about the same values is the same condition. */
export function questionOf(shell: Shell, name: string, args: readonly Text[]): Undecided {
  const words = args.map((arg) => arg.value)
  if (name === '[') words.pop()
  let holds = true
  while (words[0] === '!' && words.length > 1) {
    words.shift()
    holds = !holds
  }
  const question = asked(shell, words)
  return holds ? question : (negated(question) as Undecided)
}

function asked(shell: Shell, words: readonly string[]): Undecided {
  const [first = '', second = '', third = ''] = words
  if (words.length === 1) return { condition: equality(first, ''), holds: false }
  if (words.length === 2 && (first === '-n' || first === '-z'))
    return { condition: equality(second, ''), holds: first === '-z' }
  if (words.length === 3) {
    const binary = compared(first, second, third)
    if (binary) return binary
  }
  const asksFiles = words.some((word) => /^-[a-moprstuvwxyA-Z]$|^-(?:nt|ot|ef)$/.test(word))
  return asksFiles ? onlyOnce(shell, `test ${words.join(' ')}`) : { condition: `test ${words.join(' ')}`, holds: true }
}

/** A comparison of strings or numbers, brought into one form: `!=` is `=` that does not hold. */
export function compared(left: string, operator: string, right: string): Undecided | undefined {
  switch (operator) {
    case '=':
    case '==':
      return { condition: equality(left, right), holds: true }
    case '!=':
      return { condition: equality(left, right), holds: false }
    case '-eq':
    case '-ne':
      return { condition: `number ${equality(left, right)}`, holds: operator === '-eq' }
    case '-lt':
    case '-ge':
      return { condition: `${left} < ${right}`, holds: operator === '-lt' }
    case '-gt':
    case '-le':
      return { condition: `${right} < ${left}`, holds: operator === '-gt' }
    default:
      return undefined
  }
}

/** `-f`, `-d`, `-e` and the like, as far as the files of the machine tell. */
export function fileStatus(shell: Shell, operator: string, path: Text): Status {
  const { files, directory } = shell.machine
  const unclear = () => onlyOnce(shell, `test ${operator} ${path.value}`)
  if (path.value === '') return 1
  if ([...path.value].some(isOneUnknown)) return unclear()
  const absolute = resolvePath(directory, path.value)
  const there = files.exists(absolute)
  const modelled = /^\/(?:github|tmp)(?:\/|$)/.test(absolute)
  if (there === 'unknown' || (!there && !modelled)) return unclear()
  if (!there) return 1
  const isDirectory = files.isDirectory(absolute)
  switch (operator) {
    case '-e':
    case '-a':
    case '-r':
      return 0
    case '-d':
      return isDirectory ? 0 : 1
    case '-f':
      return isDirectory ? 1 : 0
    case '-s': {
      const text = isDirectory ? undefined : files.read(absolute)
      return text && (text.value === '' || ![...text.value].every(isOneUnknown))
        ? text.value === ''
          ? 1
          : 0
        : unclear()
    }
    default:
      return unclear()
  }
}
