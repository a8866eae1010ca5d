import type { Text } from '../source/text.ts'
import { quoteGo } from './go-quote.ts'

/** The tree of a text/template (text/template/parse, Go 1.26). `pos` and `end` are offsets in the template's text. */
interface Placed {
  readonly pos: number
  readonly end: number
}

export type TemplateNode = TextNode | ActionNode | BranchNode | TemplateCallNode | JumpNode

interface TextNode extends Placed {
  readonly kind: 'text'
  readonly text: Text
}
interface ActionNode extends Placed {
  readonly kind: 'action'
  readonly pipe: PipeNode
}
export interface BranchNode extends Placed {
  readonly kind: 'if' | 'with' | 'range'
  readonly pipe: PipeNode
  readonly list: readonly TemplateNode[]
  readonly otherwise: readonly TemplateNode[] | undefined
}
export interface TemplateCallNode extends Placed {
  readonly kind: 'template'
  readonly name: string
  readonly pipe: PipeNode | undefined
}
export interface JumpNode extends Placed {
  readonly kind: 'break' | 'continue'
}

export interface PipeNode extends Placed {
  readonly kind: 'pipe'
  readonly assigns: boolean
  readonly variables: readonly VariableNode[]
  readonly commands: readonly CommandNode[]
}
export interface CommandNode extends Placed {
  readonly kind: 'command'
  readonly args: readonly [TermNode, ...TermNode[]]
}

export type TermNode =
  | PipeNode
  | FieldNode
  | VariableNode
  | ChainNode
  | IdentifierNode
  | NumberNode
  | StringNode
  | BoolNode
  | BareNode

interface FieldNode extends Placed {
  readonly kind: 'field'
  readonly names: readonly string[]
}
/** `names[0]` has the dollar sign. */
export interface VariableNode extends Placed {
  readonly kind: 'variable'
  readonly names: readonly string[]
}
interface ChainNode extends Placed {
  readonly kind: 'chain'
  readonly node: TermNode
  readonly names: readonly string[]
}
interface IdentifierNode extends Placed {
  readonly kind: 'identifier'
  readonly name: string
}
export interface NumberNode extends Placed {
  readonly kind: 'number'
  readonly written: Text
  /** Undefined: not representable as an int. */
  readonly integer: bigint | undefined
  readonly float: number
  /** Whether the constant is a float64 where no type is asked for. */
  readonly isFloat: boolean
}
interface StringNode extends Placed {
  readonly kind: 'string'
  readonly written: string
  readonly text: Text
}
interface BoolNode extends Placed {
  readonly kind: 'bool'
  readonly value: boolean
}
interface BareNode extends Placed {
  readonly kind: 'dot' | 'nil'
}

export interface TemplateTree {
  /** Name of the file (or template) it was parsed from: what errors say. */
  readonly source: string
  readonly text: Text
  readonly root: readonly TemplateNode[]
}

/** Whether a template body says nothing (parse.IsEmptyTree): such a definition never replaces another one. */
export const isEmptyTree = (root: readonly TemplateNode[]): boolean =>
  root.every((node) => node.kind === 'text' && /^\s*$/.test(node.text.value))

/** A node as Go prints it in error messages (`<.Values.image.tag>`). */
export function showNode(node: TemplateNode | TermNode | CommandNode): string {
  switch (node.kind) {
    case 'text':
      return node.text.value
    case 'action':
      return `{{${showNode(node.pipe)}}}`
    case 'if':
    case 'with':
    case 'range':
      return `{{${node.kind} ${showNode(node.pipe)}}}${showList(node.list)}${node.otherwise ? `{{else}}${showList(node.otherwise)}` : ''}{{end}}`
    case 'template':
      return `{{template ${quoteGo(node.name)}${node.pipe ? ` ${showNode(node.pipe)}` : ''}}}`
    case 'break':
    case 'continue':
      return `{{${node.kind}}}`
    case 'pipe': {
      const variables = node.variables.map(showNode).join(', ')
      const sign = node.assigns ? ' = ' : ' := '
      return (variables && variables + sign) + node.commands.map(showNode).join(' | ')
    }
    case 'command':
      return node.args.map((arg) => (arg.kind === 'pipe' ? `(${showNode(arg)})` : showNode(arg))).join(' ')
    case 'field':
      return node.names.map((name) => `.${name}`).join('')
    case 'variable':
      return node.names.join('.')
    case 'chain': {
      const inner = node.node.kind === 'pipe' ? `(${showNode(node.node)})` : showNode(node.node)
      return inner + node.names.map((name) => `.${name}`).join('')
    }
    case 'identifier':
      return node.name
    case 'number':
      return node.written.value
    case 'string':
      return node.written
    case 'bool':
      return String(node.value)
    case 'dot':
      return '.'
    case 'nil':
      return 'nil'
  }
}

const showList = (nodes: readonly TemplateNode[]): string => nodes.map(showNode).join('')
