import type { ParameterExpansionPart, Word } from 'unbash'
import type { Span } from '../../source/span.ts'
import { emptyText, placeOf, spoken, type Text, usedAt } from '../../source/text.ts'
import { holdsUnknown, looking, obscured } from '../../source/unknown.ts'
import { equality, joinText, perhapsEmpty } from '../join.ts'
import { ArithmeticError, numberOf } from './arithmetic.ts'
import { changeCase } from './case-change.ts'
import { matchesGlob } from './glob-match.ts'
import { compileGlob, type Stretch, textOf } from './pattern.ts'
import { cutOut, isUnclear, removeMatch, replaceMatches } from './removal.ts'
import { onlyOnce, type Shell } from './shell-state.ts'
import type { Part } from './split.ts'
import {
  assign,
  elementsOf,
  forgetArray,
  indexesOf,
  isName,
  joined,
  parameterValue,
  requiredValue,
} from './variables.ts'
import { asOne, expandParts, expandStretches, expandText, written } from './words.ts'

/** `${x:?message}` on a variable that is not there: bash stops the script. */
export class ExpansionError extends Error {}

/** `$name`, `$1`, `$@` … */
export function expandSimple(shell: Shell, name: string, quoted: boolean, at: Span): readonly Part[] {
  if (name === '@' || name === '*') return listed(shell, shell.args, name === '*', quoted, at)
  return [stretch(usedAt(requiredValue(shell, name, at) ?? emptyText, at), quoted)]
}

const stretch = (text: Text, quoted: boolean): Stretch => ({ text, quoted, expanded: !quoted })

/** `"$@"` is a word per element, `"$*"` one word; unquoted, both are split as well. */
function listed(shell: Shell, all: readonly Text[], starred: boolean, quoted: boolean, at: Span): readonly Part[] {
  const elements = all.map((text) => usedAt(text, at))
  if (starred && quoted) {
    const ifs = parameterValue(shell, 'IFS', at)?.value ?? ' '
    return [stretch(joined(elements, ifs.slice(0, 1)), true)]
  }
  return elements.flatMap((text, index): readonly Part[] => [
    ...(index === 0 ? [] : (['break'] as const)),
    stretch(text, quoted),
  ])
}

export function expandParameter(
  shell: Shell,
  part: ParameterExpansionPart,
  quoted: boolean,
  at: Span,
): readonly Part[] {
  const whole = part.index && /^[@*]$/.test(part.index.text)
  if (part.parameter === '@' || part.parameter === '*' || whole) return expandList(shell, part, quoted, at)
  if (part.prefix === '!') return expandIndirect(shell, part, quoted, at)
  const read = part.operation?.type === 'Default' ? parameterValue : requiredValue
  const value = part.index ? elementOf(shell, part, part.index, at) : read(shell, part.parameter, at)
  if (part.prefix === '#') return [stretch(usedAt(lengthOf(shell, value ?? emptyText, at), at), quoted)]
  return applied(shell, part, value, quoted, at)
}

function lengthOf(shell: Shell, value: Text, at: Span): Text {
  if (value.value === '') return spoken('0', at)
  if (/[\ud800-\udfff]/.test(value.value)) return obscured(shell.machine.names, 'length', value)
  return looking(shell.machine.names, 'length', [value], () => String(value.value.length))
}

function elementOf(shell: Shell, part: ParameterExpansionPart, index: Word, at: Span): Text | undefined {
  const array = shell.arrays.get(part.parameter)
  const key = expandText(shell, index)
  if (array && !array.items) return parameterValue(shell, part.parameter, at)
  if (array?.associative && !holdsUnknown(key.value)) return array.items?.get(key.value)
  const number = array?.associative ? undefined : numberOf(shell, key)
  if (number === undefined) return obscured(shell.machine.names, `${part.parameter}[]`, key)
  if (!array) return number === 0 || number === -1 ? parameterValue(shell, part.parameter, at) : undefined
  const last = indexesOf(array)?.at(-1)
  return array.items?.get(number < 0 && typeof last === 'number' ? last + 1 + number : number)
}

/** `${!name}`, `${!prefix*}` */
function expandIndirect(shell: Shell, part: ParameterExpansionPart, quoted: boolean, at: Span): readonly Part[] {
  const { names } = shell.machine
  if (part.operation?.type === 'Names') {
    const set = [...shell.machine.variables.keys(), ...shell.arrays.keys()]
      .filter((name) => name.startsWith(part.parameter))
      .sort()
    return listed(
      shell,
      set.map((name) => spoken(name, at)),
      part.operation.operator === '*',
      quoted,
      at,
    )
  }
  const name = parameterValue(shell, part.parameter, at) ?? emptyText
  if (shell.attributes.get(part.parameter) === 'reference' || !/^(?:[A-Za-z_]\w*|\d+)$/.test(name.value))
    return [stretch(usedAt(obscured(names, 'value of', name.value === '' ? spoken('?', at) : name), at), quoted)]
  return applied(
    shell,
    { ...part, prefix: undefined, parameter: name.value },
    parameterValue(shell, name.value, at),
    quoted,
    at,
  )
}

/** `${a[@]}`, `${@:2}`, `${#a[@]}`, `${!a[@]}` and operations on every element. */
function expandList(shell: Shell, part: ParameterExpansionPart, quoted: boolean, at: Span): readonly Part[] {
  const positional = part.parameter === '@' || part.parameter === '*'
  const starred = (positional ? part.parameter : part.index?.text) === '*'
  const all = positional ? shell.args : elementsOf(shell, part.parameter, at)
  const { operation } = part
  if (!all) return [stretch(usedAt(obscuredList(shell, part, at), at), quoted)]
  if (part.prefix === '#') return [stretch(spoken(String(all.length), at), quoted)]
  if (part.prefix === '!' && !operation) {
    const array = shell.arrays.get(part.parameter)
    const keys = (array && indexesOf(array)) ?? all.map((_, index) => index)
    return listed(
      shell,
      keys.map((key) => spoken(String(key), at)),
      starred,
      quoted,
      at,
    )
  }
  if (!operation) return listed(shell, all, starred, quoted, at)
  if (operation.type === 'Slice') return listed(shell, slicedList(shell, part, operation, all, at), starred, quoted, at)
  if (operation.type === 'Default') {
    const value = all.length === 0 ? undefined : joined(all, ' ')
    const uses = operation.operator.endsWith('+') ? value !== undefined : value === undefined
    if (uses) return applied(shell, part, value, quoted, at)
    return operation.operator.endsWith('+') ? [] : listed(shell, all, starred, quoted, at)
  }
  const each = all.map((element) => textOf(asOne(applied(shell, part, element, true, at))))
  return listed(shell, each, starred, quoted, at)
}

function obscuredList(shell: Shell, part: ParameterExpansionPart, at: Span): Text {
  const key = shell.arrays.get(part.parameter)?.key || part.parameter
  return obscured(shell.machine.names, shell.source.value.slice(part.pos, part.end), spoken(key, at))
}

function slicedList(
  shell: Shell,
  part: ParameterExpansionPart,
  operation: { readonly offset: Word; readonly length: Word | undefined },
  all: readonly Text[],
  at: Span,
): readonly Text[] {
  const offset = numberOf(shell, expandText(shell, operation.offset))
  const length = operation.length ? numberOf(shell, expandText(shell, operation.length)) : undefined
  if (offset === undefined || (operation.length && length === undefined))
    return [obscured(shell.machine.names, 'slice', spoken(written(shell, part).value, at))]
  const positional = part.parameter === '@' || part.parameter === '*'
  const list = positional ? [shell.name, ...all] : all
  const start = offset < 0 ? list.length + offset : offset
  if (start < 0) return []
  const own = list.slice(start, length === undefined ? undefined : start + Math.max(0, length))
  return own
}

/** The value after the operation, as parts of the word. */
function applied(
  shell: Shell,
  part: ParameterExpansionPart,
  value: Text | undefined,
  quoted: boolean,
  at: Span,
): readonly Part[] {
  const { operation } = part
  if (operation?.type === 'Default') return defaulted(shell, part, operation, value, quoted, at)
  return [stretch(usedAt(value ? operated(shell, part, value) : emptyText, at), quoted)]
}

function defaulted(
  shell: Shell,
  part: ParameterExpansionPart,
  operation: NonNullable<ParameterExpansionPart['operation']> & { type: 'Default' },
  value: Text | undefined,
  quoted: boolean,
  at: Span,
): readonly Part[] {
  const colon = operation.operator.startsWith(':')
  const kind = operation.operator.slice(-1)
  const own = (): readonly Part[] => (kind === '+' ? [] : [stretch(usedAt(value ?? emptyText, at), quoted)])
  const other = (): readonly Part[] => {
    if (kind === '?') throw new ExpansionError()
    const parts = expandParts(shell, operation.operand, quoted ? 'quoted' : 'plain')
    if (kind === '=') {
      const text = textOf(asOne(parts))
      store(shell, part, text)
      return [stretch(usedAt(text, at), quoted)]
    }
    return parts.map((piece) => (piece === 'break' || piece.quoted || quoted ? piece : { ...piece, expanded: true }))
  }
  const absent = value === undefined || (colon && value.value === '')
  const wants = kind === '+' ? !absent : absent
  const unclear = value !== undefined && colon && perhapsEmpty(value.value)
  if (!unclear) return wants ? other() : own()
  if (kind === '?') return own()
  const [filled, empty] = kind === '+' ? [other(), own()] : [own(), other()]
  if (kind === '-' && textOf(asOne(empty)).value === '') return filled
  const text = joinText(shell.machine.names, {
    condition: equality(value.value, ''),
    yes: textOf(asOne(empty)),
    no: textOf(asOne(filled)),
  })
  if (kind === '=') store(shell, part, text)
  return [stretch(usedAt(text, at), quoted)]
}

function store(shell: Shell, part: ParameterExpansionPart, text: Text): void {
  if (part.index) forgetArray(shell, part.parameter)
  else if (isName(part.parameter)) assign(shell, part.parameter, text)
}

function operated(shell: Shell, part: ParameterExpansionPart, value: Text): Text {
  const { names } = shell.machine
  const { operation } = part
  switch (operation?.type) {
    case undefined:
      return value
    case 'Remove': {
      const pattern = expandStretches(shell, operation.operand)
      return removeMatch(names, value, operation.operator, compileGlob(pattern), textOf(pattern).value)
    }
    case 'Replace': {
      const pattern = expandStretches(shell, operation.pattern)
      const replacement = replacementOf(expandStretches(shell, operation.replacement))
      if (!replacement) return obscured(names, 'replace', value)
      const key = textOf(pattern).value
      return replaceMatches(names, value, operation.operator, compileGlob(pattern), replacement, key)
    }
    case 'Slice':
      return cut(shell, part, operation, value)
    case 'CaseModification': {
      const pattern = operation.operand ? compileGlob(expandStretches(shell, operation.operand)) : undefined
      if (pattern?.some(isUnclear)) return obscured(names, operation.operator, value)
      const applies = (character: string) => !pattern || matchesGlob(pattern, character) === true
      return changeCase(names, value, operation.operator, applies)
    }
    case 'Transform':
      return transformed(shell, value, operation.operand.text)
    default:
      return unreadable(shell, part, value)
  }
}

/** The length is not even looked at where the offset lies behind the end. */
function cut(
  shell: Shell,
  part: ParameterExpansionPart,
  operation: { readonly offset: Word; readonly length: Word | undefined },
  value: Text,
): Text {
  const { names } = shell.machine
  const unclear = () => obscured(names, `slice ${written(shell, part).value}`, value)
  const offset = numberOf(shell, expandText(shell, operation.offset))
  if (offset === undefined) return unclear()
  const size = value.value.length
  if (!holdsUnknown(value.value) && (offset > size || offset < -size)) return emptyText
  const length = operation.length && lengthOfCut(shell, operation.length, value)
  if (operation.length && length === undefined) return unclear()
  const text = cutOut(names, value, offset, length)
  if (!text) throw new ArithmeticError('substring expression < 0')
  return text
}

/** Of a value that is not known bash may not look at the length at all, and so not refuse it. */
function lengthOfCut(shell: Shell, length: Word, value: Text): number | undefined {
  try {
    return numberOf(shell, expandText(shell, length))
  } catch (error) {
    if (error instanceof ArithmeticError && holdsUnknown(value.value)) return undefined
    throw error
  }
}

const unreadable = (shell: Shell, part: ParameterExpansionPart, value: Text): Text =>
  obscured(shell.machine.names, 'expansion', spoken(onlyOnce(shell, part.text).condition, placeOf(value)))

/** Since bash 5.2 an unquoted `&` in the replacement is what matched (patsub_replacement). */
function replacementOf(stretches: readonly Stretch[]): Text | undefined {
  return stretches.some((piece) => !piece.quoted && piece.text.value.includes('&')) ? undefined : textOf(stretches)
}

function transformed(shell: Shell, value: Text, operator: string): Text {
  const { names } = shell.machine
  if (operator === 'L') return changeCase(names, value, ',,')
  if (operator === 'U') return changeCase(names, value, '^^')
  if (operator === 'u') return changeCase(names, value, '^')
  if (operator === 'Q' && !/['\u0000-\u001f]/.test(value.value))
    return looking(names, 'quoted', [value], () => `'${value.value}'`)
  return obscured(names, `@${operator}`, value)
}
