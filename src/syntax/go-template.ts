import { slice, type Text } from '../source/text.ts'
import { floatConstant, integerConstant, unsignedConstant } from './go-number.ts'
import { quoteGo, unquoteGo } from './go-quote.ts'
import { lexTemplate, type Token, type TokenKind } from './go-template-lexer.ts'
import {
  type BranchNode,
  type CommandNode,
  isEmptyTree,
  type JumpNode,
  type NumberNode,
  type PipeNode,
  showNode,
  type TemplateCallNode,
  type TemplateNode,
  type TemplateTree,
  type TermNode,
  type VariableNode,
} from './go-template-tree.ts'

interface ParsedTemplate {
  readonly main: TemplateTree
  /** In the order of their ends. */
  readonly defines: readonly { readonly name: string; readonly tree: TemplateTree }[]
}

export interface TemplateProblem {
  readonly message: string
  /** 1-based, as Go counts it. */
  readonly line: number
  readonly offset: number
}

class Refused extends Error {
  readonly problem: TemplateProblem
  constructor(problem: TemplateProblem) {
    super(problem.message)
    this.problem = problem
  }
}

/** Parses a template, or says what Go would say. Never throws. */
export function parseTemplate(
  source: string,
  text: Text,
  isFunction: (name: string) => boolean,
): ParsedTemplate | TemplateProblem {
  try {
    return new Parser(source, text, isFunction).parse()
  } catch (error) {
    if (error instanceof Refused) return error.problem
    if (error instanceof RangeError) return { message: 'max expression depth exceeded', line: 1, offset: 0 }
    throw error
  }
}

/** Nesting of parentheses and of control structures that is read (parse.maxStackDepth is 10,000). */
const deepest = 1000

interface Ending {
  readonly kind: 'end' | 'else'
  readonly token: Token
}

class Parser {
  private readonly source: string
  private readonly text: Text
  private readonly isFunction: (name: string) => boolean
  private readonly tokens: readonly Token[]
  private readonly defines: { name: string; tree: TemplateTree }[] = []
  /** Index of the next token. */
  private next = 0
  /** The line of an error is that of the token read before any look-ahead. */
  private latest = 0
  private variables: string[] = ['$']
  private ranges = 0
  private depth = 0
  private actionLine = 0

  constructor(source: string, text: Text, isFunction: (name: string) => boolean) {
    this.source = source
    this.text = text
    this.isFunction = isFunction
    this.tokens = lexTemplate(text.value)
  }

  parse(): ParsedTemplate {
    const root: TemplateNode[] = []
    for (;;) {
      const token = this.peek()
      if (token.kind === 'eof') break
      if (token.kind === 'leftDelim' && this.peekSkippingSpace(1).kind === 'define') {
        this.take()
        this.takeNonSpace()
        this.definition()
        continue
      }
      const node = this.textOrAction()
      if ('token' in node) this.fail(`unexpected ${node.kind === 'end' ? '{{end}}' : '{{else}}'}`)
      root.push(node)
    }
    return { main: this.tree(root), defines: this.defines }
  }

  private tree(root: readonly TemplateNode[]): TemplateTree {
    return { source: this.source, text: this.text, root }
  }

  private fail(message: string): never {
    const token = this.tokens[this.latest] ?? this.peek()
    throw new Refused({ message, line: token.line, offset: token.start })
  }

  private tokenAt(index: number): Token {
    return (this.tokens[index] ?? this.tokens.at(-1)) as Token
  }

  private peek(): Token {
    this.latest = this.next
    return this.tokenAt(this.next)
  }

  private take(): Token {
    const token = this.peek()
    this.next += 1
    return token
  }

  private takeNonSpace(): Token {
    let token = this.take()
    while (token.kind === 'space') token = this.take()
    return token
  }

  private peekNonSpace(): Token {
    while (this.peek().kind === 'space') this.next += 1
    return this.peek()
  }

  private peekSkippingSpace(from: number): Token {
    let at = this.next + from
    while (this.tokenAt(at).kind === 'space') at += 1
    return this.tokenAt(at)
  }

  private expect(kind: TokenKind, context: string): Token {
    const token = this.takeNonSpace()
    if (token.kind !== kind) this.unexpected(token, context)
    return token
  }

  private unexpected(token: Token, context: string): never {
    if (token.kind === 'error') {
      const elsewhere = this.actionLine !== 0 && this.actionLine !== token.line
      const extra = ` in action started at ${this.source}:${this.actionLine}`
      const said = token.value.endsWith(' action') ? extra.slice(' in action'.length) : extra
      this.fail(elsewhere ? token.value + said : token.value)
    }
    this.fail(`unexpected ${describe(token)} in ${context}`)
  }

  private textOrAction(): TemplateNode | Ending {
    const token = this.takeNonSpace()
    if (token.kind === 'text') {
      const end = token.start + token.value.length
      return { kind: 'text', pos: token.start, end, text: slice(this.text, token.start, end) }
    }
    if (token.kind !== 'leftDelim') this.unexpected(token, 'input')
    this.actionLine = token.line
    const node = this.action()
    this.actionLine = 0
    return node
  }

  private action(): TemplateNode | Ending {
    const token = this.takeNonSpace()
    switch (token.kind) {
      case 'block':
        return this.block()
      case 'break':
      case 'continue':
        return this.jump(token.kind, token)
      case 'else': {
        const next = this.peekNonSpace()
        if (next.kind === 'if' || next.kind === 'with') return { kind: 'else', token: next }
        return { kind: 'else', token: this.expect('rightDelim', 'else') }
      }
      case 'end':
        return { kind: 'end', token: this.expect('rightDelim', 'end') }
      case 'if':
      case 'range':
      case 'with':
        return this.branch(token.kind)
      case 'template':
        return this.templateCall()
    }
    this.next -= 1
    const { start } = this.peek()
    const pipe = this.pipeline('command', 'rightDelim')
    return { kind: 'action', pos: start, end: pipe.end, pipe }
  }

  private jump(kind: 'break' | 'continue', at: Token): JumpNode {
    const token = this.takeNonSpace()
    if (token.kind !== 'rightDelim') this.unexpected(token, `{{${kind}}}`)
    if (this.ranges === 0) this.fail(`{{${kind}}} outside {{range}}`)
    return { kind, pos: at.start, end: at.start + at.value.length }
  }

  private itemList(): readonly [readonly TemplateNode[], Ending] {
    const nodes: TemplateNode[] = []
    this.deeper()
    while (this.peekNonSpace().kind !== 'eof') {
      const node = this.textOrAction()
      if ('token' in node) {
        this.depth -= 1
        return [nodes, node]
      }
      nodes.push(node)
    }
    return this.fail('unexpected EOF')
  }

  private deeper(): void {
    this.depth += 1
    if (this.depth > deepest) this.fail('max expression depth exceeded')
  }

  private branch(kind: 'if' | 'range' | 'with'): BranchNode {
    const known = this.variables.length
    const pipe = this.pipeline(kind, 'rightDelim')
    if (kind === 'range') this.ranges += 1
    const [list, ending] = this.itemList()
    if (kind === 'range') this.ranges -= 1
    const otherwise = ending.kind === 'else' ? this.otherwise(kind) : undefined
    this.variables.length = known
    return { kind, pos: pipe.pos, end: pipe.end, pipe, list, otherwise }
  }

  private otherwise(kind: 'if' | 'range' | 'with'): readonly TemplateNode[] {
    if (kind !== 'range' && this.peek().kind === kind) {
      this.take()
      return [this.branch(kind)]
    }
    const [list, ending] = this.itemList()
    if (ending.kind !== 'end') this.fail('expected end; found {{else}}')
    return list
  }

  private templateCall(): TemplateCallNode {
    const context = 'template clause'
    const token = this.takeNonSpace()
    const name = this.templateName(token, context)
    const next = this.takeNonSpace()
    if (next.kind === 'rightDelim')
      return { kind: 'template', pos: token.start, end: next.start, name, pipe: undefined }
    this.next -= 1
    const pipe = this.pipeline(context, 'rightDelim')
    return { kind: 'template', pos: token.start, end: pipe.end, name, pipe }
  }

  private block(): TemplateCallNode {
    const context = 'block clause'
    const token = this.takeNonSpace()
    const name = this.templateName(token, context)
    const pipe = this.pipeline(context, 'rightDelim')
    this.define(name, context)
    return { kind: 'template', pos: token.start, end: pipe.end, name, pipe }
  }

  private definition(): void {
    const context = 'define clause'
    const token = this.takeNonSpace()
    if (token.kind !== 'string' && token.kind !== 'rawString') this.unexpected(token, context)
    const name = this.unquoted(token).value
    this.expect('rightDelim', context)
    this.define(name, context)
  }

  private define(name: string, context: string): void {
    const outer = { variables: this.variables, ranges: this.ranges, actionLine: this.actionLine }
    Object.assign(this, { variables: ['$'], ranges: 0, actionLine: 0 })
    const [root, ending] = this.itemList()
    if (ending.kind !== 'end') this.fail(`unexpected {{else}} in ${context}`)
    this.add(name, this.tree(root))
    Object.assign(this, outer)
  }

  private add(name: string, tree: TemplateTree): void {
    const known = this.defines.findIndex((define) => define.name === name)
    const before = this.defines[known]
    if (!before) this.defines.push({ name, tree })
    else if (isEmptyTree(before.tree.root)) this.defines[known] = { name, tree }
    else if (!isEmptyTree(tree.root)) this.fail(`template: multiple definition of template ${quoteGo(name)}`)
  }

  private templateName(token: Token, context: string): string {
    if (token.kind !== 'string' && token.kind !== 'rawString') this.unexpected(token, context)
    return this.unquoted(token).value
  }

  private unquoted(token: Token): Text {
    return unquoteGo(this.written(token)) ?? this.fail('invalid syntax')
  }

  private written(token: Token): Text {
    return slice(this.text, token.start, token.start + token.value.length)
  }

  private pipeline(context: string, end: 'rightDelim' | 'rightParen'): PipeNode {
    const pos = this.peekNonSpace().start
    const { assigns, variables } = this.declarations(context)
    const commands: CommandNode[] = []
    for (;;) {
      const token = this.takeNonSpace()
      if (token.kind === end) {
        this.checkPipeline(commands, context)
        return { kind: 'pipe', pos, end: commands.at(-1)?.end ?? token.start, assigns, variables, commands }
      }
      if (!termStarts.has(token.kind)) this.unexpected(token, context)
      this.next -= 1
      commands.push(this.command())
    }
  }

  private declarations(context: string): { assigns: boolean; variables: VariableNode[] } {
    const variables: VariableNode[] = []
    while (this.peekNonSpace().kind === 'variable') {
      const start = this.next
      const token = this.take()
      const next = this.peekNonSpace()
      const comma = next.kind === 'char' && next.value === ','
      if (next.kind !== 'assign' && next.kind !== 'declare' && !comma) {
        this.next = start
        break
      }
      this.take()
      variables.push(this.variable(token.start, token.value))
      this.variables.push(token.value)
      if (!comma) return { assigns: next.kind === 'assign', variables }
      if (context !== 'range' || variables.length >= 2) this.fail(`too many declarations in ${context}`)
      const after = this.peekNonSpace().kind
      if (after !== 'variable' && after !== 'rightDelim' && after !== 'rightParen')
        this.fail('range can only initialize variables')
    }
    return { assigns: false, variables }
  }

  private variable(pos: number, written: string): VariableNode {
    return { kind: 'variable', pos, end: pos + written.length, names: written.split('.') }
  }

  private checkPipeline(commands: readonly CommandNode[], context: string): void {
    if (commands.length === 0) this.fail(`missing value for ${context}`)
    commands.slice(1).forEach((command, index) => {
      if (['bool', 'dot', 'nil', 'number', 'string'].includes(command.args[0].kind))
        this.fail(`non executable command in pipeline stage ${index + 2}`)
    })
  }

  private command(): CommandNode {
    const pos = this.peekNonSpace().start
    const args: TermNode[] = []
    let end = pos
    for (;;) {
      this.peekNonSpace()
      const operand = this.operand()
      if (operand) {
        args.push(operand)
        end = this.tokenAt(this.next).start
      }
      const token = this.take()
      if (token.kind === 'space') continue
      if (token.kind === 'rightDelim' || token.kind === 'rightParen') this.next -= 1
      else if (token.kind !== 'pipe') this.unexpected(token, 'operand')
      break
    }
    const [first, ...rest] = args
    if (!first) this.fail('empty command')
    return { kind: 'command', pos, end, args: [first, ...rest] }
  }

  private operand(): TermNode | undefined {
    const node = this.term()
    const follower = node && this.peek()
    if (follower?.kind !== 'field') return node
    const names: string[] = []
    const { start } = follower
    while (this.peek().kind === 'field') names.push(this.take().value.slice(1))
    const end = this.tokenAt(this.next).start
    switch (node?.kind) {
      case 'field':
        return { kind: 'field', pos: start, end, names: [...node.names, ...names] }
      case 'variable':
        return { kind: 'variable', pos: start, end, names: [...node.names, ...names] }
      case 'bool':
      case 'string':
      case 'number':
      case 'nil':
      case 'dot':
        return this.fail(`unexpected . after term ${quoteGo(showNode(node))}`)
      default:
        return { kind: 'chain', pos: start, end, node: node as TermNode, names }
    }
  }

  private term(): TermNode | undefined {
    const token = this.takeNonSpace()
    const pos = token.start
    const end = pos + token.value.length
    switch (token.kind) {
      case 'identifier':
        if (!this.isFunction(token.value)) this.fail(`function ${quoteGo(token.value)} not defined`)
        return { kind: 'identifier', pos, end, name: token.value }
      case 'dot':
      case 'nil':
        return { kind: token.kind, pos, end }
      case 'variable':
        if (!this.variables.includes(token.value)) this.fail(`undefined variable ${quoteGo(token.value)}`)
        return this.variable(pos, token.value)
      case 'field':
        return { kind: 'field', pos, end, names: [token.value.slice(1)] }
      case 'bool':
        return { kind: 'bool', pos, end, value: token.value === 'true' }
      case 'charConstant':
      case 'number':
        return this.number(token)
      case 'leftParen': {
        this.deeper()
        const pipe = this.pipeline('parenthesized pipeline', 'rightParen')
        this.depth -= 1
        return pipe
      }
      case 'string':
      case 'rawString':
        return { kind: 'string', pos, end, written: token.value, text: this.unquoted(token) }
    }
    this.next -= 1
    return undefined
  }

  private number(token: Token): NumberNode {
    const written = this.written(token)
    const placed = { kind: 'number', pos: token.start, end: token.start + token.value.length, written } as const
    if (token.kind === 'charConstant') {
      const code = [...(unquoteGo(written)?.value ?? '')]
      if (code.length !== 1) this.fail(`malformed character constant: ${token.value}`)
      const float = code[0]?.codePointAt(0) ?? 0
      return { ...placed, integer: BigInt(float), float, isFloat: false }
    }
    const integer = integerConstant(token.value)
    const whole = integer ?? unsignedConstant(token.value)
    if (whole !== undefined) return { ...placed, integer, float: Number(whole), isFloat: false }
    const float = floatConstant(token.value)
    if (float === undefined) return this.fail(`illegal number syntax: ${quoteGo(token.value)}`)
    if (!/[.eEpP]/.test(token.value)) return this.fail(`integer overflow: ${quoteGo(token.value)}`)
    const isInteger = Number.isInteger(float) && Math.abs(float) < 2 ** 63
    return { ...placed, integer: isInteger ? BigInt(float) : undefined, float, isFloat: true }
  }
}

const termStarts: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'bool',
  'charConstant',
  'dot',
  'field',
  'identifier',
  'number',
  'nil',
  'rawString',
  'string',
  'variable',
  'leftParen',
])

/** Go's item.String: keywords in angle brackets, long tokens cut after ten characters. */
function describe(token: Token): string {
  if (token.kind === 'eof') return 'EOF'
  if (/^(?:block|break|continue|define|else|end|if|range|template|with|nil|dot)$/.test(token.kind))
    return `<${token.value}>`
  return token.value.length > 10 ? `${quoteGo(token.value.slice(0, 10))}...` : quoteGo(token.value)
}
