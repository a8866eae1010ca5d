import type { TestExpression } from 'unbash'
import { compare } from '../../source/compare.ts'
import { emptyText, slice, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { compilePattern, matchesOf } from '../../syntax/regex.ts'
import { resolvePath } from '../../world/files.ts'
import { equality, perhapsEmpty } from '../join.ts'
import { numberOf } from './arithmetic.ts'
import { matchesGlob } from './glob-match.ts'
import { compileGlob, textOf } from './pattern.ts'
import { negated, onlyOnce, type Shell, type Status, succeeded } from './shell-state.ts'
import { forgetArray, setArray } from './variables.ts'
import { expandStretches, expandText } from './words.ts'

/** `[[ … ]]`: 0, 1, or a condition nobody can decide. */
export function conditional(shell: Shell, node: TestExpression): Status {
  switch (node.type) {
    case 'TestGroup':
      return conditional(shell, node.expression)
    case 'TestNot':
      return node.negations.length % 2 === 1
        ? negated(conditional(shell, node.operand))
        : conditional(shell, node.operand)
    case 'TestLogical':
      return logical(shell, node.operator, node.operands)
    case 'TestUnary':
      return unary(shell, node.operator, expandText(shell, node.operand).value)
    case 'TestBinary':
      return binary(shell, node)
  }
}

const answer = (truth: boolean): Status => (truth ? 0 : 1)

function logical(shell: Shell, operator: '&&' | '||', operands: readonly TestExpression[]): Status {
  const stops = operator === '||'
  const open: Status[] = []
  for (const operand of operands) {
    const status = conditional(shell, operand)
    const success = succeeded(shell, status)
    if (success === stops) return answer(stops)
    if (success === undefined) open.push(status)
  }
  if (open.length === 0) return answer(!stops)
  return open.length === 1
    ? (open[0] as Status)
    : { condition: open.map((one) => JSON.stringify(one)).join(operator), holds: true }
}

/** The tests of one operand, of `[ ]` and `[[ ]]` alike. */
export function unary(shell: Shell, operator: string, value: string): Status {
  if (operator === '-z' || operator === '-n') {
    if (perhapsEmpty(value)) {
      const empty: Status = { condition: equality(value, ''), holds: true }
      return operator === '-z' ? empty : negated(empty)
    }
    return answer((value === '') === (operator === '-z'))
  }
  if (/^-[aefdrwxsL]$/.test(operator) && !holdsUnknown(value)) return fileTest(shell, operator, value)
  if (operator === '-v') return answer(shell.machine.variables.has(value) || shell.arrays.has(value))
  return { condition: `${operator} ${value}`, holds: true }
}

function fileTest(shell: Shell, operator: string, value: string): Status {
  const { files, directory } = shell.machine
  const path = resolvePath(directory, value)
  const exists = files.exists(path)
  if (exists === 'unknown') return { condition: `${operator} ${path}`, holds: true }
  const isDirectory = files.isDirectory(path)
  if (operator === '-d') return answer(exists && isDirectory)
  if (operator === '-f') return answer(exists && !isDirectory)
  if (operator === '-s') return answer(exists && files.read(path)?.value !== '')
  // Modes and links are not in the files that are checked out here.
  return operator === '-e' || operator === '-a' || !exists
    ? answer(exists)
    : operator === '-L'
      ? onlyOnce(shell, '-L')
      : 0
}

function binary(shell: Shell, node: Extract<TestExpression, { type: 'TestBinary' }>): Status {
  const text = expandText(shell, node.left)
  const left = text.value
  const { operator } = node
  if (operator === '=' || operator === '==' || operator === '!=') {
    const stretches = expandStretches(shell, node.right)
    const matches = matchesGlob(compileGlob(stretches), left)
    const equal: Status =
      matches === 'unknown' ? { condition: equality(left, textOf(stretches).value), holds: true } : answer(matches)
    return operator === '!=' ? negated(equal) : equal
  }
  const right = expandText(shell, node.right).value
  if (operator === '=~') return matchPattern(shell, text, right)
  return compareTexts(shell, left, operator, right)
}

function matchPattern(shell: Shell, text: Text, pattern: string): Status {
  const compiled = holdsUnknown(pattern) ? undefined : compilePattern(pattern)
  if (!compiled || holdsUnknown(text.value)) {
    forgetArray(shell, 'BASH_REMATCH')
    return { condition: `${text.value} =~ ${pattern}`, holds: true }
  }
  const [match] = matchesOf(compiled, text.value, 1)
  if (match) {
    const groups = match.groups.map(
      (group, index) => [index, group ? slice(text, group.start, group.end) : emptyText] as const,
    )
    setArray(shell, 'BASH_REMATCH', { associative: false, items: new Map(groups), key: '' })
  }
  return answer(match !== undefined)
}

/** `-eq` and its kin, `<` and `>`, and the operators of `[ ]`. */
export function compareTexts(shell: Shell, left: string, operator: string, right: string): Status {
  if (operator === '=' || operator === '==' || operator === '!=') {
    const result = compare(left, right)
    const equal: Status =
      result === 'unknown' ? { condition: equality(left, right), holds: true } : answer(result === 'same')
    return operator === '!=' ? negated(equal) : equal
  }
  const open: Status = { condition: `${left} ${operator} ${right}`, holds: true }
  if (holdsUnknown(left) || holdsUnknown(right)) return open
  if (operator === '<' || operator === '>') return answer(operator === '<' ? left < right : left > right)
  const at = { value: '', pieces: [] }
  const [a, b] = [left, right].map((value) => numberOf(shell, { ...at, value }))
  if (a === undefined || b === undefined) return open
  const truths: Readonly<Record<string, boolean>> = {
    '-eq': a === b,
    '-ne': a !== b,
    '-lt': a < b,
    '-le': a <= b,
    '-gt': a > b,
    '-ge': a >= b,
  }
  const truth = truths[operator]
  return truth === undefined ? open : answer(truth)
}
