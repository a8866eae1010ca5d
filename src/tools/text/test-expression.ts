import { compare } from '../../source/compare.ts'
import { emptyText, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import type { Machine } from '../../world/machine.ts'

type Answer = boolean | 'unknown'

/** What `test` says. Undefined: an expression that is in error. */
export function evaluateTest(words: readonly Text[], machine: Machine): Answer | undefined {
  return byCount(words, machine, 0)
}

const deepest = 60

/** POSIX decides by the number of words; only more than four are read by operators and their precedence. */
function byCount(words: readonly Text[], machine: Machine, depth: number): Answer | undefined {
  const [first, second, third, fourth] = words
  if (!first) return false
  if (words.length === 1) return filled(first.value)
  if (words.length === 2 && second)
    return first.value === '!' ? not(filled(second.value)) : unary(first.value, second, machine)
  if (words.length === 3 && second && third) {
    if (isBinary(second.value)) return binary(first, second.value, third, machine)
    if (second.value === '-a' || second.value === '-o')
      return joined(filled(first.value), second.value, filled(third.value))
    if (first.value === '!') return not(byCount([second, third], machine, depth + 1))
    if (first.value === '(' && third.value === ')') return filled(second.value)
  }
  if (words.length === 4 && second && third && fourth) {
    if (first.value === '!') return not(byCount([second, third, fourth], machine, depth + 1))
    if (first.value === '(' && fourth.value === ')') return byCount([second, third], machine, depth + 1)
  }
  const reader = { words, index: 0, machine }
  const answer = either(reader, depth)
  return reader.index === words.length ? answer : 'unknown'
}

interface Reader {
  readonly words: readonly Text[]
  index: number
  readonly machine: Machine
}

function either(reader: Reader, depth: number): Answer | undefined {
  return chain(reader, '-o', () => chain(reader, '-a', () => term(reader, depth)))
}

function chain(reader: Reader, operator: '-a' | '-o', operand: () => Answer | undefined): Answer | undefined {
  let answer = operand()
  while (reader.words[reader.index]?.value === operator) {
    reader.index += 1
    const right = operand()
    if (answer === undefined || right === undefined) return undefined
    answer = joined(answer, operator, right)
  }
  return answer
}

function joined(left: Answer, operator: '-a' | '-o', right: Answer): Answer {
  const decisive = operator === '-o'
  if (left === decisive || right === decisive) return decisive
  return left === 'unknown' || right === 'unknown' ? 'unknown' : !decisive
}

function term(reader: Reader, depth: number): Answer | undefined {
  if (depth > deepest) return undefined
  const { words, index, machine } = reader
  const [first, second, third] = [words[index], words[index + 1], words[index + 2]]
  if (!first) return undefined
  if (first.value === '!') {
    reader.index += 1
    return not(term(reader, depth + 1))
  }
  if (first.value === '(') {
    reader.index += 1
    const inner = either(reader, depth + 1)
    if (reader.words[reader.index]?.value !== ')') return undefined
    reader.index += 1
    return inner
  }
  if (second && third && isBinary(second.value)) {
    reader.index += 3
    return binary(first, second.value, third, machine)
  }
  if (second && /^-[a-zA-Z]$/.test(first.value)) {
    reader.index += 2
    return unary(first.value, second, machine)
  }
  reader.index += 1
  return filled(first.value)
}

const not = (answer: Answer | undefined): Answer | undefined => (typeof answer === 'boolean' ? !answer : answer)

/** An unknown may stand for nothing. */
function filled(value: string): Answer {
  const comparison = compare(value, '')
  return comparison === 'unknown' ? 'unknown' : comparison === 'different'
}

function unary(operator: string, operand: Text, machine: Machine): Answer | undefined {
  const { value } = operand
  if (operator === '-n') return filled(value)
  if (operator === '-z') return not(filled(value))
  if (operator === '-v') return holdsUnknown(value) ? 'unknown' : machine.variables.has(value)
  if (operator === '-t') return false
  if (operator === '-o') return 'unknown'
  if (!/^-[abcdefghkprsuwxLSOGN]$/.test(operator)) return undefined
  if (value === '') return false
  return aboutFile(operator, resolvePath(machine.directory, value), machine)
}

function aboutFile(operator: string, path: string, machine: Machine): Answer {
  if (holdsUnknown(path)) return 'unknown'
  const there = machine.files.exists(path)
  if (there !== true) return there
  const directory = machine.files.isDirectory(path)
  if (operator === '-d') return directory
  if (operator === '-f') return !directory
  if ('-e -a -r -w'.split(' ').includes(operator)) return true
  if (operator === '-s') return directory || filled((machine.files.read(path) ?? emptyText).value)
  if ('-b -c -p -S'.split(' ').includes(operator)) return false
  return operator === '-x' && directory ? true : 'unknown'
}

const binaryOperators = ['=', '==', '!=', '<', '>', '-eq', '-ne', '-lt', '-le', '-gt', '-ge', '-nt', '-ot', '-ef']

const isBinary = (word: string): boolean => binaryOperators.includes(word)

function binary(left: Text, operator: string, right: Text, machine: Machine): Answer | undefined {
  const comparison = compare(left.value, right.value)
  const same = comparison === 'unknown' ? 'unknown' : comparison === 'same'
  if (operator === '=' || operator === '==') return same
  if (operator === '!=') return not(same)
  const open = holdsUnknown(left.value + right.value)
  if (operator === '<' || operator === '>') {
    if (open) return 'unknown'
    return operator === '<' ? left.value < right.value : left.value > right.value
  }
  if (operator === '-nt' || operator === '-ot') return 'unknown'
  if (operator === '-ef')
    return open ? 'unknown' : resolvePath(machine.directory, left.value) === resolvePath(machine.directory, right.value)
  return open ? 'unknown' : numeric(left.value, operator, right.value)
}

function numeric(left: string, operator: string, right: string): boolean | undefined {
  const [a, b] = [left, right].map((word) => (/^\s*[-+]?\d{1,15}\s*$/.test(word) ? Number(word) : undefined))
  if (a === undefined || b === undefined) return undefined
  switch (operator) {
    case '-eq':
      return a === b
    case '-ne':
      return a !== b
    case '-lt':
      return a < b
    case '-le':
      return a <= b
    case '-gt':
      return a > b
    default:
      return a >= b
  }
}
