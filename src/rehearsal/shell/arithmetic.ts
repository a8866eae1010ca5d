import type { ArithmeticExpression, ArithmeticWord } from 'unbash'
import { placeOf, remade, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, show, unknown } from '../../source/unknown.ts'
import { type Code, parseArithmetic } from '../../syntax/shell.ts'
import { onlyOnce, type Shell, spend } from './shell-state.ts'
import { assign, assignElement, forgetArray, isName, parameterValue } from './variables.ts'
import { expandArithmetic, within, written } from './words.ts'

/** A 64-bit number, or an unknown by its key: what was computed of what. */
type Value = bigint | { readonly key: string }

/** Arithmetic that bash refuses: a division by zero, a word that is no number. */
export class ArithmeticError extends Error {}

const deepestReference = 16

const known = (value: Value): value is bigint => typeof value === 'bigint'
const spell = (value: Value): string => (known(value) ? String(value) : `(${value.key})`)
const wrap = (value: bigint): bigint => BigInt.asIntN(64, value)

/** The value of an expression as text; `at`-less: it stands where the expression does. */
export function evaluateText(shell: Shell, text: Text): Text {
  const code = parseArithmetic(text)
  const value: Value = code ? evaluate(shell, code) : { key: text.value }
  return known(value) ? remade(text, String(value)) : valueText(shell, value, text)
}

export function valueText(shell: Shell, value: Value, origin: Text): Text {
  if (known(value)) return spoken(String(value), placeOf(origin))
  const { names } = shell.machine
  return spoken(unknown(names, `arithmetic ${value.key}`, show(names, value.key)), placeOf(origin))
}

/** A number out of a text that bash reads as arithmetic; undefined: nobody knows. */
export function numberOf(shell: Shell, text: Text): number | undefined {
  const code = parseArithmetic(text)
  const value = code ? evaluate(shell, code) : undefined
  return value !== undefined && known(value) && value > -1_000_000_000n && value < 1_000_000_000n
    ? Number(value)
    : undefined
}

/** Evaluates an expression; throws ArithmeticError where bash would stop. */
export function evaluate(shell: Shell, code: Code<ArithmeticExpression | undefined>, depth = 0): Value {
  const { node } = code
  if (!node) return 0n
  return within(shell, code.text, () => {
    const text = written(shell, node)
    if (!/[$`"'\\]/.test(text.value)) return evaluateNode(shell, node, depth)
    const expanded = expandArithmetic(shell, node)
    const made = parseArithmetic(expanded)
    if (!made || /[$`"'\\]/.test(expanded.value)) return { key: expanded.value }
    return within(shell, made.text, () => (made.node ? evaluateNode(shell, made.node, depth) : 0n))
  })
}

function evaluateNode(shell: Shell, node: ArithmeticExpression, depth: number): Value {
  spend(shell)
  const inner = (expression: ArithmeticExpression) => evaluateNode(shell, expression, depth)
  switch (node.type) {
    case 'ArithmeticGroup':
      return inner(node.expression)
    case 'ArithmeticTernary': {
      const test = inner(node.test)
      if (known(test)) return inner(test === 0n ? node.alternate : node.consequent)
      return unclear(shell, node)
    }
    case 'ArithmeticUnary':
      return unary(shell, node, inner)
    case 'ArithmeticBinary':
      return binary(shell, node, inner)
    case 'ArithmeticWord':
      return wordValue(shell, node, depth)
    default:
      return unclear(shell, node)
  }
}

/** An expression that is not followed: whatever it assigns is unknown from now on. */
function unclear(shell: Shell, node: ArithmeticExpression): Value {
  const written = shell.source.value.slice(node.pos, node.end)
  const value = { key: onlyOnce(shell, written).condition }
  for (const [, name] of written.matchAll(/([A-Za-z_]\w*)\s*(?:\[[^\]]*\])?\s*(?:\+\+|--|[-+*/%&|^]?=(?!=)|<<=|>>=)/g))
    if (name) set(shell, name, value, node)
  return value
}

function unary(
  shell: Shell,
  node: ArithmeticExpression & { type: 'ArithmeticUnary' },
  inner: (node: ArithmeticExpression) => Value,
): Value {
  const operand = inner(node.operand)
  if (node.operator === '++' || node.operator === '--') {
    const changed = compute(node.operator === '++' ? '+' : '-', operand, 1n)
    assignTo(shell, node.operand, changed)
    return node.prefix ? changed : operand
  }
  if (!known(operand)) return { key: `${node.operator}${spell(operand)}` }
  if (node.operator === '-') return wrap(-operand)
  if (node.operator === '~') return wrap(~operand)
  if (node.operator === '!') return operand === 0n ? 1n : 0n
  return operand
}

function binary(
  shell: Shell,
  node: ArithmeticExpression & { type: 'ArithmeticBinary' },
  inner: (node: ArithmeticExpression) => Value,
): Value {
  const { operator } = node
  if (operator === '=') {
    const value = inner(node.right)
    assignTo(shell, node.left, value)
    return value
  }
  if (/^(?:[-+*/%&|^]|<<|>>)=$/.test(operator)) {
    const value = compute(operator.slice(0, -1), inner(node.left), inner(node.right))
    assignTo(shell, node.left, value)
    return value
  }
  const left = inner(node.left)
  if (operator === ',') return inner(node.right)
  if (operator === '&&' || operator === '||') {
    if (!known(left)) return { key: `${spell(left)}${operator}${spell(unclear(shell, node.right))}` }
    if ((left !== 0n) === (operator === '||')) return left === 0n ? 0n : 1n
    const right = inner(node.right)
    return known(right) ? (right === 0n ? 0n : 1n) : { key: `bool${spell(right)}` }
  }
  return compute(operator, left, inner(node.right))
}

function compute(operator: string, left: Value, right: Value): Value {
  if (!known(left) || !known(right)) return { key: `${spell(left)}${operator}${spell(right)}` }
  const truth = (holds: boolean) => (holds ? 1n : 0n)
  switch (operator) {
    case '+':
      return wrap(left + right)
    case '-':
      return wrap(left - right)
    case '*':
      return wrap(left * right)
    case '/':
    case '%':
      if (right === 0n) throw new ArithmeticError('division by 0')
      return wrap(operator === '/' ? left / right : left % right)
    case '**':
      return power(left, right)
    case '<<':
      return wrap(left << (right & 63n))
    case '>>':
      return wrap(left >> (right & 63n))
    case '&':
      return left & right
    case '|':
      return left | right
    case '^':
      return left ^ right
    case '<':
      return truth(left < right)
    case '>':
      return truth(left > right)
    case '<=':
      return truth(left <= right)
    case '>=':
      return truth(left >= right)
    case '==':
      return truth(left === right)
    case '!=':
      return truth(left !== right)
    default:
      throw new ArithmeticError('operator')
  }
}

/** Wraps as it goes, so that it never grows beyond 64 bits. */
function power(base: bigint, exponent: bigint): bigint {
  if (exponent < 0n) throw new ArithmeticError('exponent less than 0')
  let result = 1n
  let square = base
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = wrap(result * square)
    square = wrap(square * square)
  }
  return result
}

function assignTo(shell: Shell, target: ArithmeticExpression, value: Value): void {
  const written = shell.source.value.slice(target.pos, target.end).trim()
  if (target.type !== 'ArithmeticWord') throw new ArithmeticError('assignment to a value')
  set(shell, written, value, target)
}

function set(shell: Shell, target: string, value: Value, node: ArithmeticExpression): void {
  const element = /^([A-Za-z_]\w*)\[(.*)\]$/s.exec(target)
  const text = valueText(shell, value, slice(shell.source, node.pos, node.end))
  if (isName(target)) assign(shell, target, text)
  else if (element) {
    const name = element[1] as string
    const start = node.pos + name.length + 1
    const index = numberOf(shell, slice(shell.source, start, start + (element[2] as string).length))
    if (index === undefined || index < 0 || shell.arrays.get(name)?.associative) forgetArray(shell, name)
    else assignElement(shell, name, index, text)
  } else throw new ArithmeticError('assignment to a value')
}

function wordValue(shell: Shell, node: ArithmeticWord, depth: number): Value {
  return textValue(shell, written(shell, node), depth)
}

function textValue(shell: Shell, text: Text, depth: number): Value {
  const value = text.value.trim()
  if (value === '') return 0n
  if (holdsUnknown(value)) return { key: value }
  const number = literal(value)
  if (number !== undefined) return number
  if (depth > deepestReference) throw new ArithmeticError('recursion')
  const referred = reference(shell, value, text)
  if (referred !== undefined) return referred === 'absent' ? 0n : textValue(shell, referred, depth + 1)
  if (depth === 0 && /^[\w.]+$/.test(value)) throw new ArithmeticError('no number')
  const code = parseArithmetic(text)
  if (!code || code.node?.type === 'ArithmeticWord') throw new ArithmeticError('syntax')
  return evaluate(shell, code, depth + 1)
}

function reference(shell: Shell, value: string, text: Text): Text | 'absent' | undefined {
  if (isName(value)) return parameterValue(shell, value, placeOf(text)) ?? 'absent'
  const element = /^([A-Za-z_]\w*)\[(.*)\]$/s.exec(value)
  if (!element) return undefined
  const array = shell.arrays.get(element[1] as string)
  if (!array) return 'absent'
  const index = array.associative ? element[2] : numberOf(shell, spoken(element[2] as string, placeOf(text)))
  if (!array.items || index === undefined)
    return spoken(unknown(shell.machine.names, array.key, 'array'), placeOf(text))
  return array.items.get(index) ?? 'absent'
}

/** A number as bash writes it: decimal, 0x, leading 0 for octal, base#digits up to base 36. */
function literal(value: string): bigint | undefined {
  if (/^-?(?:0|[1-9]\d{0,30})$/.test(value)) return wrap(BigInt(value))
  if (/^0[xX][0-9a-fA-F]{1,30}$/.test(value)) return wrap(BigInt(value))
  if (/^0[0-7]{1,30}$/.test(value)) return wrap(BigInt(`0o${value}`))
  if (/^0\d+$/.test(value)) throw new ArithmeticError('value too great for base')
  const based = /^(\d{1,2})#([0-9A-Za-z]{1,30})$/.exec(value)
  if (!based) return undefined
  const base = Number(based[1])
  const digits = [...(based[2] as string).toLowerCase()].map((digit) => Number.parseInt(digit, 36))
  if (base < 2 || base > 36 || digits.some((digit) => digit >= base)) throw new ArithmeticError('base')
  return wrap(digits.reduce((sum, digit) => sum * BigInt(base) + BigInt(digit), 0n))
}
