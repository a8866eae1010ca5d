import type { TestExpression, Word } from 'unbash'
import { compare } from '../../source/compare.ts'
import { placeOf, remade, slice, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { compilePattern, matchesOf } from '../../syntax/regex.ts'
import { equality, perhapsEmpty } from '../join.ts'
import { ArithmeticError, numberOf } from './arithmetic.ts'
import { compared, fileStatus } from './conditions.ts'
import { matchesGlob } from './glob-match.ts'
import { compileGlob, hasMagic, type Stretch, textOf } from './pattern.ts'
import { negated, onlyOnce, type Shell, type Status, succeeded } from './shell-state.ts'
import { forgetArray, parameterValue, setArray } from './variables.ts'
import { expandStretches, expandText, written } from './words.ts'

/** `[[ … ]]` */
export function runTest(shell: Shell, node: TestExpression): Status {
  switch (node.type) {
    case 'TestGroup':
      return runTest(shell, node.expression)
    case 'TestNot': {
      const status = runTest(shell, node.operand)
      return node.negations.length % 2 === 0 ? status : negated(status)
    }
    case 'TestLogical':
      return runLogical(shell, node.operator, node.operands)
    case 'TestUnary':
      return runUnary(shell, node.operator, node.operand)
    default:
      return runBinary(shell, node.operator, node.left, node.right)
  }
}

function runLogical(shell: Shell, operator: string, operands: readonly TestExpression[]): Status {
  const decisive = operator === '||'
  const open: Status[] = []
  for (const operand of operands) {
    const status = runTest(shell, operand)
    const success = succeeded(shell, status)
    if (success === undefined) open.push(status)
    else if (success === decisive) return success ? 0 : 1
  }
  if (open.length <= 1) return open[0] ?? (decisive ? 1 : 0)
  const spelled = open.map((status) =>
    typeof status === 'object' ? `${status.holds ? '' : 'not '}${status.condition}` : String(status),
  )
  return { condition: `(${spelled.sort().join(`) ${operator} (`)})`, holds: true }
}

function runUnary(shell: Shell, operator: string, operand: Word): Status {
  const text = expandText(shell, operand)
  switch (operator) {
    case '-n':
      return negated(emptiness(text))
    case '-z':
      return emptiness(text)
    case '-v':
      return isSet(shell, text)
    case '-o':
    case '-t':
    case '-R':
      return onlyOnce(shell, `test ${operator} ${text.value}`)
    default:
      return fileStatus(shell, operator, text)
  }
}

const emptiness = (text: Text): Status =>
  perhapsEmpty(text.value) ? { condition: equality(text.value, ''), holds: true } : text.value === '' ? 0 : 1

function isSet(shell: Shell, name: Text): Status {
  const element = /^([A-Za-z_]\w*)\[([\w.-]+)\]$/.exec(name.value)
  const array = element && shell.arrays.get(element[1] as string)
  if (element && array?.items)
    return array.items.has(array.associative ? (element[2] as string) : Number(element[2])) ? 0 : 1
  if (shell.machine.variables.has(name.value) || shell.arrays.get(name.value)?.items?.size) return 0
  if (shell.arrays.has(name.value)) return onlyOnce(shell, `${name.value} is set`)
  return holdsUnknown(name.value) || parameterValue(shell, name.value, placeOf(name)) || /\W/.test(name.value)
    ? { condition: `${name.value} is set`, holds: true }
    : 1
}

function runBinary(shell: Shell, operator: string, leftWord: Word, rightWord: Word): Status {
  const left = expandText(shell, leftWord)
  if (operator === '=~') return runMatch(shell, left, rightWord)
  const stretches = expandStretches(shell, rightWord)
  const right = textOf(stretches)
  if (operator === '=' || operator === '==') return matching(shell, left, stretches)
  if (operator === '!=') return negated(matching(shell, left, stretches))
  if (operator === '<' || operator === '>') {
    const unclear = holdsUnknown(left.value) || holdsUnknown(right.value)
    if (unclear) return { condition: `${left.value} ${operator} ${right.value}`, holds: true }
    return (operator === '<' ? left.value < right.value : left.value > right.value) ? 0 : 1
  }
  return /^-(?:eq|ne|lt|le|gt|ge)$/.test(operator)
    ? numeric(shell, left, operator, right)
    : onlyOnce(shell, `test ${left.value} ${operator} ${right.value}`)
}

function matching(shell: Shell, left: Text, stretches: readonly Stretch[]): Status {
  const right = textOf(stretches)
  const question = { condition: equality(left.value, right.value), holds: true }
  if (shell.settings.nocasematch) {
    const folded = stretches.map((stretch) => ({
      ...stretch,
      text: remade(stretch.text, stretch.text.value.toLowerCase()),
    }))
    const answer = matchesGlob(compileGlob(folded), left.value.toLowerCase())
    return answer === 'unknown' ? onlyOnce(shell, question.condition) : answer ? 0 : 1
  }
  if (!hasMagic(stretches)) {
    const answer = compare(left.value, right.value)
    return answer === 'unknown' ? question : answer === 'same' ? 0 : 1
  }
  const answer = matchesGlob(compileGlob(stretches), left.value)
  return answer === 'unknown' ? { condition: `${left.value} matches ${right.value}`, holds: true } : answer ? 0 : 1
}

function numeric(shell: Shell, left: Text, operator: string, right: Text): Status {
  const [a, b] = [number(shell, left), number(shell, right)]
  if (a === 'refused' || b === 'refused') return 1
  if (a === undefined || b === undefined)
    return compared(left.value, operator, right.value) ?? onlyOnce(shell, 'comparison')
  const answers = { '-eq': a === b, '-ne': a !== b, '-lt': a < b, '-le': a <= b, '-gt': a > b, '-ge': a >= b }
  return answers[operator as keyof typeof answers] ? 0 : 1
}

function number(shell: Shell, text: Text): number | undefined | 'refused' {
  if (text.value === '') return 0
  try {
    return numberOf(shell, text)
  } catch (error) {
    if (error instanceof ArithmeticError) return 'refused'
    throw error
  }
}

/** What RE2 reads otherwise than the C library does. */
const perlish = /\\[A-Za-z0-9]|[*+?}][?+]|\(\?/

/** `=~`: quoted parts of the pattern mean themselves; the groups go into BASH_REMATCH. */
function runMatch(shell: Shell, left: Text, word: Word): Status {
  const pattern = regexOf(shell, word)
  const compiled = holdsUnknown(pattern) || perlish.test(pattern) ? undefined : compilePattern(pattern)
  if (!compiled || holdsUnknown(left.value) || /[\ud800-\udfff]/.test(left.value)) {
    forgetArray(shell, 'BASH_REMATCH')
    return { condition: `${left.value} =~ ${pattern}`, holds: true }
  }
  const match = matchesOf(compiled, left.value, 1)[0]
  const groups = match?.groups.map((group) => slice(left, group?.start ?? 0, group?.end ?? 0)) ?? []
  if (pattern.includes('|') && groups.length > 0) forgetArray(shell, 'BASH_REMATCH')
  else
    setArray(shell, 'BASH_REMATCH', {
      associative: false,
      items: new Map(groups.map((group, index) => [index, group])),
      key: '',
    })
  return match ? 0 : 1
}

function regexOf(shell: Shell, word: Word): string {
  if (!word.parts) return written(shell, word).value
  return expandStretches(shell, word)
    .map(({ text, quoted }) => (quoted ? text.value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : text.value))
    .join('')
}
