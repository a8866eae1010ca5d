import { compare } from '../../source/compare.ts'
import type { Text } from '../../source/text.ts'
import { equality, perhapsEmpty } from '../join.ts'
import { negated, type Status } from './shell-state.ts'

/**
 * The condition that `test` and `[` leave open, so that equal questions are the same one in every script. Undefined: the
 * command is another, or its question is not one of these.
 */
export function testStatus(name: Text, args: readonly Text[]): Status | undefined {
  if (!/^(?:\[|test|\/usr\/bin\/test)$/.test(name.value)) return undefined
  const words = (name.value === '[' ? args.slice(0, -1) : args).map((word) => word.value)
  return words[0] === '!' ? inverse(question(words.slice(1))) : question(words)
}

const inverse = (status: Status | undefined): Status | undefined => status && negated(status)

function question([first = '', second = '', third, ...rest]: readonly string[]): Status | undefined {
  if (rest.length > 0) return { condition: [first, second, third, ...rest].join(' '), holds: true }
  if (third !== undefined && /^(?:=|==|!=)$/.test(second)) {
    const equal: Status = { condition: equality(first, third), holds: true }
    return compare(first, third) === 'unknown' ? (second === '!=' ? negated(equal) : equal) : undefined
  }
  if (third !== undefined) return { condition: `${first} ${second} ${third}`, holds: true }
  const [operator, value] = second === '' && !first.startsWith('-') ? ['-n', first] : [first, second]
  if ((operator === '-z' || operator === '-n') && perhapsEmpty(value)) {
    const empty: Status = { condition: equality(value, ''), holds: true }
    return operator === '-z' ? empty : negated(empty)
  }
  return { condition: `${operator} ${value}`, holds: true }
}
