import { nowhere } from '../source/span.ts'
import { concat, lines, slice, spoken, type Text, trim } from '../source/text.ts'

/** A Makefile as far as a delivery needs it: variables, and targets with their recipes. */
export interface Makefile {
  readonly variables: readonly MakeVariable[]
  readonly rules: readonly MakeRule[]
  /** Conditionals and includes: a variable may have another value than the one that is read here. */
  readonly open: boolean
}

export interface MakeVariable {
  readonly name: string
  readonly operator: '=' | ':=' | '?=' | '+=' | '!='
  readonly value: Text
}

export interface MakeRule {
  readonly targets: readonly Text[]
  readonly prerequisites: readonly Text[]
  /** Lines with their continuations, without the tab. */
  readonly recipe: readonly Text[]
}

const directive = /^\s*(?:-?include|sinclude|ifeq|ifneq|ifdef|ifndef|else|endif|define|endef|vpath)\b/

/** Reads a Makefile. Never fails; a line that is not understood is passed over. */
export function parseMakefile(text: Text): Makefile {
  const variables: MakeVariable[] = []
  const rules: MakeRule[] = []
  let open = false
  let recipe: Text[] | undefined
  for (const line of continuedLines(text)) {
    if (line.value.startsWith('\t')) {
      recipe?.push(slice(line, 1))
      continue
    }
    const code = withoutComment(line)
    if (code.value.trim() === '') continue
    if (directive.test(code.value)) {
      open = true
      continue
    }
    const assignment = /^\s*(?:export\s+|override\s+)*([\w.-]+)\s*(:=|::=|\?=|\+=|!=|=)/.exec(code.value)
    if (assignment) {
      const operator = (assignment[2] === '::=' ? ':=' : assignment[2]) as MakeVariable['operator']
      variables.push({ name: assignment[1] as string, operator, value: trim(slice(code, assignment[0].length)) })
      recipe = undefined
      continue
    }
    const colon = /^([^:=]+)::?(?!=)/.exec(code.value)
    if (!colon) continue
    const [prerequisites, inline] = atSemicolon(slice(code, colon[0].length))
    recipe = inline ? [inline] : []
    rules.push({
      targets: words(slice(code, 0, (colon[1] as string).length)),
      prerequisites: words(prerequisites),
      recipe,
    })
  }
  return { variables, rules, open }
}

/** Lines joined where they end in a backslash. In a recipe the backslash and the line end stay, for the shell to read. */
function continuedLines(text: Text): readonly Text[] {
  const joined: Text[] = []
  let pending: Text | undefined
  for (const line of lines(text)) {
    const isRecipe = (pending ?? line).value.startsWith('\t')
    const next: Text = isRecipe && pending && line.value.startsWith('\t') ? slice(line, 1) : line
    const current = pending ? concat(pending, next) : line
    if (!line.value.endsWith('\\')) {
      joined.push(current)
      pending = undefined
    } else pending = isRecipe ? concat(current, newline) : concat(slice(current, 0, current.value.length - 1), space)
  }
  return pending ? [...joined, pending] : joined
}

const newline = spoken('\n', nowhere)
const space = spoken(' ', nowhere)

function withoutComment(line: Text): Text {
  const hash = /(?:^|[^\\])#/.exec(line.value)
  return hash ? slice(line, 0, hash.index + hash[0].length - 1) : line
}

function atSemicolon(text: Text): readonly [Text, Text | undefined] {
  const semicolon = text.value.indexOf(';')
  return semicolon < 0 ? [text, undefined] : [slice(text, 0, semicolon), trim(slice(text, semicolon + 1))]
}

function words(text: Text): readonly Text[] {
  return [...text.value.matchAll(/\S+/g)].map((match) => slice(text, match.index, match.index + match[0].length))
}

/** How an expansion gets its values. */
export interface MakeScope {
  /** The value of `$(NAME)`, used at that place. */
  readonly variable: (name: string, at: Text) => Text
  /** `$(shell …)` and every other function. */
  readonly call: (name: string, argument: Text, at: Text) => Text
}

/** Expands `$(NAME)`, `${NAME}`, `$X` and `$$`. */
export function expandMake(text: Text, scope: MakeScope, depth = 0): Text {
  if (!text.value.includes('$') || depth > 30) return text
  const parts: Text[] = []
  let from = 0
  for (let at = text.value.indexOf('$'); at >= 0 && at + 1 < text.value.length; at = text.value.indexOf('$', from)) {
    parts.push(slice(text, from, at))
    const opening = text.value[at + 1] as string
    if (opening === '$') {
      parts.push(slice(text, at, at + 1))
      from = at + 2
    } else if (opening === '(' || opening === '{') {
      const end = closing(text.value, at + 1)
      parts.push(reference(slice(text, at + 2, end), slice(text, at, end + 1), scope, depth))
      from = end + 1
    } else {
      parts.push(scope.variable(opening, slice(text, at, at + 2)))
      from = at + 2
    }
  }
  return concat(...parts, slice(text, from))
}

function closing(value: string, opening: number): number {
  const [open, close] = value[opening] === '(' ? ['(', ')'] : ['{', '}']
  let depth = 0
  for (let index = opening; index < value.length; index += 1) {
    if (value[index] === open) depth += 1
    else if (value[index] === close) {
      depth -= 1
      if (depth === 0) return index
    }
  }
  return value.length - 1
}

function reference(inside: Text, whole: Text, scope: MakeScope, depth: number): Text {
  const call = /^([a-z]+)[ \t]+/.exec(inside.value)
  if (call) return scope.call(call[1] as string, expandMake(slice(inside, call[0].length), scope, depth + 1), whole)
  return scope.variable(expandMake(inside, scope, depth + 1).value.trim(), whole)
}
