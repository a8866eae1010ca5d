import type { ArithmeticCommandExpansion, ArithmeticExpression, ArithmeticWord, HereDoc, Word, WordPart } from 'unbash'
import { concat, emptyText, placeOf, slice, spoken, type Text, usedAt } from '../../source/text.ts'
import { holdsUnknown, isOneUnknown, obscured } from '../../source/unknown.ts'
import { parseWord } from '../../syntax/shell.ts'
import { evaluate, valueText } from './arithmetic.ts'
import { expandBraces } from './braces.ts'
import { expandParameter, expandSimple } from './expansion.ts'
import { globFields } from './glob.ts'
import { quotedStretch, type Stretch, textOf } from './pattern.ts'
import { type Place, unquote } from './quoting.ts'
import { type Shell, spend } from './shell-state.ts'
import { type Part, splitFields } from './split.ts'
import { substitute, substituteProcess } from './substitution.ts'
import { bounded, parameterValue } from './variables.ts'

/** Runs with another text under the positions of the syntax. */
export function within<T>(shell: Shell, source: Text, run: () => T): T {
  const outer = shell.source
  shell.source = source
  try {
    return run()
  } finally {
    shell.source = outer
  }
}

/** The text of a node as it is written. */
export const written = (shell: Shell, node: { readonly pos: number; readonly end: number }): Text =>
  slice(shell.source, node.pos, node.end)

/** One word of a command, which may become none or several. An unknown without quotes is taken for one. */
export function expandToFields(shell: Shell, word: Word): readonly Text[] {
  if (!word.parts?.some((part) => part.type === 'BraceExpansion')) return fieldsOf(shell, word)
  return expandBraces(written(shell, word)).flatMap((text) => {
    const code = parseWord(text)
    return code ? within(shell, code.text, () => fieldsOf(shell, code.node)) : text.value === '' ? [] : [text]
  })
}

/** Whether a field is an unknown without quotes: nobody knows how many words it really is. */
export const isOpen = (word: Word, field: Text): boolean =>
  isOneUnknown(field.value) && !word.parts?.some((part) => part.type === 'DoubleQuoted')

/** Whether a field may be several words, for an unknown in it stands without quotes. */
export const mayBeMore = (word: Word, field: Text): boolean =>
  holdsUnknown(field.value) && Boolean(word.parts?.some(({ type }) => /Expansion$/.test(type)))

function fieldsOf(shell: Shell, word: Word): readonly Text[] {
  const parts = expandParts(shell, word, 'plain', true)
  const ifs = parameterValue(shell, 'IFS', placeOf(shell.source))?.value ?? ' \t\n'
  if (holdsUnknown(ifs) && parts.some((part) => part !== 'break' && part.expanded))
    return [obscured(shell.machine.names, 'words of', textOf(asOne(parts)))]
  return globFields(shell, splitFields(parts, ifs))
}

/** A word where it stays one: an assignment, a redirection, the word of a `case`. */
export const expandText = (shell: Shell, word: Word, tilde: 'word' | 'assignment' = 'word'): Text =>
  textOf(expandStretches(shell, word, tilde))

/** The same, with what is quoted in it told apart: a pattern. */
export const expandStretches = (
  shell: Shell,
  word: Word,
  tilde: 'word' | 'assignment' = 'word',
  place: Place = 'plain',
): readonly Stretch[] => asOne(expandParts(shell, word, place, tilde))

/** Breaks between elements become blanks where nothing is split. */
export function asOne(parts: readonly Part[]): readonly Stretch[] {
  return parts.map((part, index): Stretch => {
    if (part !== 'break') return part
    const before = parts[index - 1]
    return quotedStretch(spoken(' ', placeOf(before && before !== 'break' ? before.text : emptyText)))
  })
}

export function expandParts(
  shell: Shell,
  word: Word,
  place: Place,
  tilde: boolean | 'word' | 'assignment' = true,
): readonly Part[] {
  const all = word.parts
    ? word.parts.flatMap((part) => expandPart(shell, part, place))
    : unquote(written(shell, word), place)
  return tilde && place === 'plain' ? expandTildes(shell, all, written(shell, word), tilde === 'assignment') : all
}

/** `~` and `~/…` at the beginning of a word, in an assignment also behind a colon. */
function expandTildes(shell: Shell, parts: readonly Part[], word: Text, assignment: boolean): readonly Part[] {
  return parts.flatMap((part, index) => {
    if (part === 'break' || part.quoted || part.expanded || !part.text.value.includes('~')) return [part]
    const closed = index + 1 === parts.length && word.value.endsWith(part.text.value)
    const cuts = assignment ? [...part.text.value.matchAll(/:/g)].map(({ index: at }) => at + 1) : []
    const starts = [...(index === 0 && word.value.startsWith('~') ? [0] : []), ...cuts].filter((start) => {
      if (part.text.value[start] !== '~') return false
      const after = part.text.value[start + 1]
      return after === undefined ? closed : after === '/' || (assignment && after === ':')
    })
    return starts.length === 0 ? [part] : withHome(shell, part, starts)
  })
}

function withHome(shell: Shell, part: Stretch, starts: readonly number[]): readonly Part[] {
  const result: Stretch[] = []
  let done = 0
  for (const start of starts) {
    const tilde = slice(part.text, start, start + 1)
    const home = parameterValue(shell, 'HOME', placeOf(tilde)) ?? emptyText
    result.push({ ...part, text: slice(part.text, done, start) }, quotedStretch(usedAt(home, placeOf(tilde))))
    done = start + 1
  }
  return [...result, { ...part, text: slice(part.text, done) }].filter((stretch) => stretch.text.value !== '')
}

function expandPart(shell: Shell, part: WordPart, place: Place): readonly Part[] {
  const text = written(shell, part)
  const quoted = place !== 'plain'
  switch (part.type) {
    case 'Literal':
      return unquote(text, place)
    case 'Glob':
    case 'BraceExpansion':
    case 'ExtendedGlob':
      return expandAround(shell, part, text, place)
    case 'SingleQuoted':
      return [quotedStretch(slice(text, 1, text.value.length - (text.value.endsWith("'") ? 1 : 0)))]
    case 'AnsiCQuoted':
      return [quotedStretch(decoded(part.value, text))]
    case 'DoubleQuoted':
    case 'LocaleString':
      return expandQuoted(shell, part.parts)
    case 'SimpleExpansion':
      return expandSimple(shell, text.value.slice(1), quoted, placeOf(text))
    case 'ParameterExpansion':
      return expandParameter(shell, part, quoted, placeOf(text))
    case 'CommandExpansion':
      return [expanded(usedAt(substitute(shell, part.script), placeOf(text)), quoted)]
    case 'ArithmeticExpansion': {
      const value = evaluate(shell, { text: shell.source, node: part.expression })
      return [expanded(usedAt(valueText(shell, value, text), placeOf(text)), quoted)]
    }
    case 'ProcessSubstitution':
      return [quotedStretch(substituteProcess(shell, part, text))]
    default:
      return unquote(text, place)
  }
}

const decoded = (value: string, text: Text): Text =>
  text.value === `$'${value}'` ? slice(text, 2, text.value.length - 1) : spoken(value, placeOf(text))

const expanded = (text: Text, quoted: boolean): Stretch => ({ text, quoted, expanded: !quoted })

/** Quotes make a word even of nothing, unless all they hold is `"$@"` without arguments. */
function expandQuoted(shell: Shell, parts: readonly WordPart[]): readonly Part[] {
  const all = parts.flatMap((part) => expandPart(shell, part, 'quoted'))
  return all.length === 0 && parts.some((part) => isList(shell, part)) ? [] : [quotedStretch(emptyText), ...all]
}

const isList = (shell: Shell, part: WordPart): boolean =>
  /^\$(?:@|\{@\}|\{[^}]*\[@\].*\}|\{@.*\})$/s.test(shell.source.value.slice(part.pos, part.end))

/** `@(a|$b)`, `[$x]`: what the parser has not taken apart is the pattern's own. */
function expandAround(
  shell: Shell,
  part: WordPart & { readonly parts?: readonly WordPart[] | undefined },
  text: Text,
  place: Place,
): readonly Part[] {
  const all: Part[] = []
  let done = 0
  for (const child of part.parts ?? []) {
    all.push(...unquote(slice(text, done, child.pos - part.pos), place), ...expandPart(shell, child, place))
    done = child.end - part.pos
  }
  return [...all, ...unquote(slice(text, done), place)]
}

/** The body of a here-document, expanded unless its delimiter is quoted; `<<-` takes leading tabs away. */
export function expandHereDoc(shell: Shell, node: HereDoc): Text {
  const { body } = node
  if (!node.delimiter || node.delimiter.quoted) return untabbed(node, written(shell, body), true)
  const pieces = body.parts ?? [body]
  const texts = pieces.map((part) => {
    if (part.type !== 'HereDocBody' && part.type !== 'Literal') return textOf(asOne(expandPart(shell, part, 'heredoc')))
    const begins = part.pos === body.pos || shell.source.value[part.pos - 1] === '\n'
    return textOf(asOne(unquote(untabbed(node, written(shell, part), begins), 'heredoc')))
  })
  return bounded(shell, concat(...texts))
}

function untabbed(node: HereDoc, text: Text, begins: boolean): Text {
  if (node.operator !== '<<-') return text
  const kept: Text[] = []
  let done = 0
  for (const match of text.value.matchAll(/^\t+/gm)) {
    if (match.index === 0 && !begins) continue
    kept.push(slice(text, done, match.index))
    done = match.index + match[0].length
  }
  return concat(...kept, slice(text, done))
}

/** An arithmetic expression with its expansions made, as bash reads it: `$x*2` where x is `1+2` is `1+2*2`. */
export function expandArithmetic(shell: Shell, node: ArithmeticExpression): Text {
  const parts: Text[] = []
  let done = node.pos
  for (const word of arithmeticWords(node)) {
    parts.push(slice(shell.source, done, word.pos), expandArithmeticWord(shell, word))
    done = word.end
  }
  return concat(...parts, slice(shell.source, done, node.end))
}

type Operand = ArithmeticWord | ArithmeticCommandExpansion

function arithmeticWords(node: ArithmeticExpression): readonly Operand[] {
  switch (node.type) {
    case 'ArithmeticBinary':
      return [...arithmeticWords(node.left), ...arithmeticWords(node.right)]
    case 'ArithmeticUnary':
      return arithmeticWords(node.operand)
    case 'ArithmeticTernary':
      return [node.test, node.consequent, node.alternate].flatMap(arithmeticWords)
    case 'ArithmeticGroup':
      return arithmeticWords(node.expression)
    default:
      return [node]
  }
}

function expandArithmeticWord(shell: Shell, node: Operand): Text {
  spend(shell)
  const text = written(shell, node)
  if (node.type === 'ArithmeticCommandExpansion') return usedAt(substitute(shell, node.script), placeOf(text))
  const simple = /^\$(\w|[A-Za-z_]\w+|[#?@*!$-])$/.exec(text.value.trim())
  if (simple) return textOf(asOne(expandSimple(shell, simple[1] as string, true, placeOf(text))))
  if (!node.parts) return text
  return textOf(asOne(node.parts.flatMap((part) => expandPart(shell, part, 'quoted'))))
}
