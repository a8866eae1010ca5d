import {
  Binary,
  ContextAccess,
  type Expr,
  FunctionCall,
  Grouping,
  IndexAccess,
  Literal,
  Logical,
  Star,
  Unary,
} from '@actions/expressions/ast'
import type { FunctionInfo } from '@actions/expressions/funcs/info'
import { Lexer, type Token, TokenType } from '@actions/expressions/lexer'
import { Parser } from '@actions/expressions/parser'
import { slice, type Text, trim } from '../source/text.ts'

/** An expression of GitHub Actions, without its `${{ }}`. Offsets count in the parsed string. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: null | boolean | number }
  | StringLiteral
  | { readonly kind: 'context'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
  /** `.*` and `[*]`: every item. */
  | { readonly kind: 'each'; readonly of: Expression }
  /** `name` is lower-case. */
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'not'; readonly operand: Expression }
  | {
      readonly kind: 'comparison'
      readonly operator: ComparisonOperator
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'logical'; readonly operator: '&&' | '||'; readonly operands: readonly Expression[] }
  /** GitHub rejects the file. */
  | { readonly kind: 'invalid'; readonly message: string }

/** `'it''s'`, or the name in `a.name` (`quoted` is false). From `start` to `end` as written, quotes included. */
export interface StringLiteral {
  readonly kind: 'string'
  readonly value: string
  readonly quoted: boolean
  readonly start: number
  readonly end: number
}

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>='

const parsed = new Map<string, Expression>()
const mostRemembered = 5000

/** The tree of an expression. Never throws; nothing at all is `null`, as GitHub's own evaluator has it. */
export function parseExpression(source: string): Expression {
  const known = parsed.get(source)
  if (known) return known
  const tree = read(source)
  if (parsed.size >= mostRemembered) parsed.clear()
  parsed.set(source, tree)
  return tree
}

function read(source: string): Expression {
  try {
    const { tokens } = new Lexer(source).lex()
    const places = placesOf(tokens, source)
    const names = tokens.flatMap((token) => (token.type === TokenType.IDENTIFIER ? [token.lexeme] : []))
    const tree: Expr | undefined = new Parser(tokens, names, extensions).parse()
    return tree ? convert(tree, places, 0) : { kind: 'literal', value: null }
  } catch (error) {
    return { kind: 'invalid', message: error instanceof Error ? error.message : String(error) }
  }
}

const extension = (name: string, minArgs: number, maxArgs: number): FunctionInfo => ({ name, minArgs, maxArgs })

/** What the runner adds to the language; argument counts as in actions/languageservices' workflow-v1.0.json. */
const extensions: readonly FunctionInfo[] & FunctionInfo[] = [
  extension('always', 0, 0),
  extension('cancelled', 0, 0),
  extension('failure', 0, Number.MAX_SAFE_INTEGER),
  extension('success', 0, Number.MAX_SAFE_INTEGER),
  extension('hashFiles', 1, 255),
]

type Places = ReadonlyMap<Token, number>

/** The lexer's own columns go astray behind a string of several lines; lexemes follow each other with white space between. */
function placesOf(tokens: readonly Token[], source: string): Places {
  const places = new Map<Token, number>()
  let offset = 0
  for (const token of tokens) {
    while (/[ \t\r\n]/.test(source[offset] ?? '')) offset += 1
    places.set(token, offset)
    offset += token.lexeme.length
  }
  return places
}

/** GitHub's parser stops at depth 50 (MAX_PARSER_DEPTH); this one counts chains of comparisons as well. */
const deepest = 200

function convert(tree: Expr, places: Places, depth: number): Expression {
  if (depth > deepest) throw new Error('Exceeded max expression depth')
  const inner = (child: Expr): Expression => convert(child, places, depth + 1)
  if (tree instanceof Grouping) return inner(tree.group)
  if (tree instanceof Literal) return literal(tree, places)
  if (tree instanceof ContextAccess) {
    const start = places.get(tree.name) ?? 0
    return { kind: 'context', name: tree.name.lexeme, start, end: start + tree.name.lexeme.length }
  }
  if (tree instanceof IndexAccess) {
    const of = inner(tree.expr)
    return tree.index instanceof Star ? { kind: 'each', of } : { kind: 'index', of, key: inner(tree.index) }
  }
  if (tree instanceof FunctionCall)
    return { kind: 'call', name: tree.functionName.lexeme.toLowerCase(), arguments: tree.args.map(inner) }
  if (tree instanceof Unary) return { kind: 'not', operand: inner(tree.expr) }
  if (tree instanceof Binary) {
    const operator = tree.operator.lexeme as ComparisonOperator
    return { kind: 'comparison', operator, left: inner(tree.left), right: inner(tree.right) }
  }
  if (tree instanceof Logical)
    return { kind: 'logical', operator: tree.operator.lexeme as '&&' | '||', operands: tree.args.map(inner) }
  throw new Error('Unknown expression')
}

function literal({ token }: Literal, places: Places): Expression {
  const start = places.get(token) ?? 0
  const end = start + token.lexeme.length
  switch (token.type) {
    case TokenType.STRING:
      // Not the token's own value: the package undoubles only the first '' of a string, the runner all of them.
      return { kind: 'string', value: token.lexeme.slice(1, -1).replaceAll("''", "'"), quoted: true, start, end }
    case TokenType.IDENTIFIER:
      return { kind: 'string', value: token.lexeme, quoted: false, start, end }
    case TokenType.NUMBER:
      return { kind: 'literal', value: Number(token.value) }
    case TokenType.TRUE:
    case TokenType.FALSE:
      return { kind: 'literal', value: token.type === TokenType.TRUE }
    default:
      return { kind: 'literal', value: null }
  }
}

/** A stretch of a text with `${{ }}` in it. `inner` is what stands between the braces, without white space around it. */
export type Segment =
  | { readonly kind: 'literal'; readonly text: Text }
  | { readonly kind: 'expression'; readonly text: Text; readonly inner: Text }
  /** A `${{` without an end: GitHub rejects the file. */
  | { readonly kind: 'unclosed'; readonly text: Text }

/** Cuts a text at its `${{ }}`, as GitHub's template reader does (actions/languageservices, template-reader.ts). */
export function segmentsOf(text: Text): readonly Segment[] {
  const segments: Segment[] = []
  let from = 0
  while (from < text.value.length) {
    const start = text.value.indexOf('${{', from)
    const end = start < 0 ? -1 : closeOf(text.value, start)
    if (start !== from)
      segments.push({ kind: 'literal', text: slice(text, from, start < 0 ? text.value.length : start) })
    if (start < 0) break
    if (end < 0) {
      segments.push({ kind: 'unclosed', text: slice(text, start) })
      break
    }
    segments.push({
      kind: 'expression',
      text: slice(text, start, end),
      inner: trim(slice(text, start + 3, Math.max(start + 3, end - 2))),
    })
    from = end
  }
  return segments
}

/** Behind the `}}` that closes the `${{` at `start`; -1 when there is none. Braces in strings do not count. */
function closeOf(value: string, start: number): number {
  let inString = false
  for (let index = start + 3; index < value.length; index += 1) {
    if (value[index] === "'") inString = !inString
    else if (!inString && value[index] === '}' && value[index - 1] === '}') return index + 1
  }
  return -1
}

/** An expression as one would write it, for messages and labels. */
export function printExpression(tree: Expression): string {
  const inner = (child: Expression): string =>
    child.kind === 'logical' || child.kind === 'comparison' ? `(${printExpression(child)})` : printExpression(child)
  switch (tree.kind) {
    case 'literal':
      return String(tree.value)
    case 'string':
      return `'${tree.value.replaceAll("'", "''")}'`
    case 'context':
      return tree.name
    case 'index':
      return tree.key.kind === 'string' && /^[A-Za-z_][\w-]*$/.test(tree.key.value)
        ? `${inner(tree.of)}.${tree.key.value}`
        : `${inner(tree.of)}[${printExpression(tree.key)}]`
    case 'each':
      return `${inner(tree.of)}.*`
    case 'call':
      return `${spelling.get(tree.name) ?? tree.name}(${tree.arguments.map(printExpression).join(', ')})`
    case 'not':
      return `!${inner(tree.operand)}`
    case 'comparison':
      return `${inner(tree.left)} ${tree.operator} ${inner(tree.right)}`
    case 'logical':
      return tree.operands
        .map((operand) =>
          operand.kind === 'logical' && tree.operator === '&&' ? inner(operand) : printExpression(operand),
        )
        .join(` ${tree.operator} `)
    case 'invalid':
      return 'an invalid expression'
  }
}

const spelling: ReadonlyMap<string, string> = new Map(
  ['startsWith', 'endsWith', 'toJSON', 'fromJSON', 'hashFiles'].map((name) => [name.toLowerCase(), name]),
)

/** Whether a condition calls one of these; otherwise GitHub puts `success() &&` in front of it. */
const statusFunctions = ['success', 'failure', 'always', 'cancelled']

/** Whether the condition of an `if:`, with or without `${{ }}`, calls a status function. */
export const mentionsStatus = (condition: Text): boolean =>
  expressionsIn(condition).some((expression) => calls(parseExpression(expression.value), statusFunctions))

const calls = (tree: Expression, names: readonly string[]): boolean =>
  (tree.kind === 'call' && names.includes(tree.name)) || childrenOf(tree).some((child) => calls(child, names))

const expressionsIn = (condition: Text): readonly Text[] =>
  condition.value.includes('${{')
    ? segmentsOf(condition).flatMap((segment) => (segment.kind === 'expression' ? [segment.inner] : []))
    : [condition]

/** What an expression is made of, from left to right. */
function childrenOf(tree: Expression): readonly Expression[] {
  switch (tree.kind) {
    case 'index':
      return [tree.of, tree.key]
    case 'each':
      return [tree.of]
    case 'call':
      return tree.arguments
    case 'not':
      return [tree.operand]
    case 'comparison':
      return [tree.left, tree.right]
    case 'logical':
      return tree.operands
    default:
      return []
  }
}

/** A value of a context that an expression names: `needs.build.outputs.digest`, `matrix['image']`. */
export interface Reference {
  /** As written, as far as the names are literal; `*` for every item. */
  readonly path: readonly string[]
  /** Where the path is written: offsets in the expression's text. */
  readonly text: Text
}

/** The context values that an expression (without `${{ }}`) names, from left to right. */
export function referencesIn(expression: Text): readonly Reference[] {
  const found: Reference[] = []
  const visit = (tree: Expression): void => {
    const path = pathOf(tree)
    if (path) found.push({ path: path.names, text: slice(expression, path.start, endOf(expression.value, path.end)) })
    for (const child of path ? path.rest : childrenOf(tree)) visit(child)
  }
  visit(parseExpression(expression.value))
  return found
}

/** As `referencesIn`, for a text with `${{ }}` in it; a text without any names nothing. */
export const referencesInText = (text: Text): readonly Reference[] =>
  text.value.includes('${{') ? expressionsIn(text).flatMap(referencesIn) : []

interface Path {
  readonly names: readonly string[]
  readonly start: number
  readonly end: number
  /** Whether further names belong to it; not behind an index that is computed. */
  readonly open: boolean
  /** Computed indices, which may name values themselves. */
  readonly rest: readonly Expression[]
}

function pathOf(tree: Expression): Path | undefined {
  if (tree.kind === 'context') return { names: [tree.name], start: tree.start, end: tree.end, open: true, rest: [] }
  if (tree.kind !== 'index' && tree.kind !== 'each') return undefined
  const path = pathOf(tree.of)
  if (!path) return undefined
  if (tree.kind === 'each') return path.open ? { ...path, names: [...path.names, '*'] } : path
  if (tree.key.kind === 'literal') return { ...path, open: false }
  if (tree.key.kind !== 'string') return { ...path, open: false, rest: [...path.rest, tree.key] }
  return path.open ? { ...path, names: [...path.names, tree.key.value], end: tree.key.end } : path
}

/** Behind the bracket that follows a quoted name. */
function endOf(source: string, end: number): number {
  const bracket = /^\s*\]/.exec(source[end - 1] === "'" ? source.slice(end, end + 80) : '')
  return end + (bracket?.[0].length ?? 0)
}
