import { nowhere, type Span } from '../../source/span.ts'
import { concat, emptyText, placeOf, spoken, type Text } from '../../source/text.ts'
import { obscured, unknownText } from '../../source/unknown.ts'
import { evaluateText } from './arithmetic.ts'
import { changeCase } from './case-change.ts'
import { changesByItself, maySomebodySet } from './environment.ts'
import { inHashOrder } from './hash-order.ts'
import { longestValue, onlyOnce, type Shell, type ShellArray, serial, spend, succeeded } from './shell-state.ts'

export const isName = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name)

/** The value of `$name`; undefined: it is not set. Arrays answer with their first element. */
export function parameterValue(shell: Shell, name: string, at: Span): Text | undefined {
  if (!isName(name)) return special(shell, name, at)
  if (name === 'PWD') return spoken(shell.machine.directory, at)
  if (name === 'BASH_SOURCE' && shell.file) return shell.file
  const array = shell.arrays.get(name)
  if (array) return array.items ? array.items.get(array.associative ? '0' : 0) : unknownOf(shell, array, at)
  const variable = shell.machine.variables.get(name)
  if (variable && !changesByItself(name)) return variable.text
  return absent(shell, name, at)
}

/** The value where `set -u` forbids that there is none: steps succeed, so somebody has set it. */
export function requiredValue(shell: Shell, name: string, at: Span): Text | undefined {
  const value = parameterValue(shell, name, at)
  if (value || !shell.settings.nounset || !/^\w+$/.test(name)) return value
  return unknownText(shell.machine.names, `env.${name}`, `env.${name}`, at)
}

function absent(shell: Shell, name: string, at: Span): Text | undefined {
  const { names } = shell.machine
  if (name === 'IFS') return spoken(' \t\n', at)
  if (name === 'OPTIND') return spoken('1', at)
  if (changesByItself(name)) return unknownText(names, onlyOnce(shell, name).condition, name, at)
  return shell.open || maySomebodySet(name) ? unknownText(names, `env.${name}`, `env.${name}`, at) : undefined
}

function special(shell: Shell, name: string, at: Span): Text | undefined {
  const { names } = shell.machine
  switch (name) {
    case '0':
      return shell.name
    case '#':
      return shell.openArgs
        ? unknownText(names, onlyOnce(shell, 'number of arguments').condition, 'number of arguments', at)
        : spoken(String(shell.args.length), at)
    case '?':
      return statusText(shell, at)
    case '@':
    case '*':
      return shell.args.length === 0 ? undefined : joined(shell.args, ' ')
    case '$':
    case '!':
    case '-':
      return unknownText(names, `$${name} #${shell.machine.run.id}`, `$${name}`, at)
    default:
      return /^\d+$/.test(name) ? shell.args[Number(name) - 1] : undefined
  }
}

function statusText(shell: Shell, at: Span): Text {
  const { status } = shell
  if (typeof status === 'number') return spoken(String(status), at)
  if (succeeded(shell)) return spoken('0', at)
  const key = status === 'failed' ? onlyOnce(shell, 'status').condition : `status of ${status.condition}`
  return unknownText(shell.machine.names, key, 'exit status', at)
}

export const joined = (texts: readonly Text[], separator: string): Text => {
  const between = spoken(separator, nowhere)
  return concat(
    ...texts.flatMap((text, index) => (index === 0 ? [text] : [{ ...between, pieces: placed(between, text) }, text])),
  )
}

const placed = (between: Text, text: Text): Text['pieces'] =>
  between.value === '' ? [] : spoken(between.value, placeOf(text)).pieces

const unknownOf = (shell: Shell, array: ShellArray, at: Span): Text =>
  unknownText(shell.machine.names, array.key, 'array', at)

/** The elements of an array in order; undefined: nobody knows them. A plain variable is its own only element. */
export function elementsOf(shell: Shell, name: string, at: Span): readonly Text[] | undefined {
  const array = shell.arrays.get(name)
  if (name === 'BASH_SOURCE') return undefined
  if (!array) {
    const value = parameterValue(shell, name, at)
    return value ? [value] : []
  }
  return indexesOf(array)?.map((index) => array.items?.get(index) as Text)
}

/** The indexes of an array in order; undefined: nobody knows them. */
export function indexesOf({ items, associative }: ShellArray): readonly (string | number)[] | undefined {
  if (!items) return undefined
  if (associative) return inHashOrder([...items.keys()].map(String))
  return [...items.keys()].map(Number).sort((a, b) => a - b)
}

/** Sets a variable, as its attributes say. */
export function assign(shell: Shell, name: string, value: Text, append = false): void {
  const array = shell.arrays.get(name)
  if (array) {
    if (array.items) assignElement(shell, name, array.associative ? '0' : 0, value, append)
    return
  }
  const old = shell.machine.variables.get(name)
  const text = attributed(shell, name, append && old ? old.text : undefined, value)
  const variables = new Map(shell.machine.variables)
  shell.machine.variables = variables.set(name, {
    text: bounded(shell, text),
    exported: old?.exported ?? shell.settings.allexport,
  })
}

function attributed(shell: Shell, name: string, old: Text | undefined, value: Text): Text {
  const { names } = shell.machine
  switch (shell.attributes.get(name)) {
    case 'integer': {
      const sum = old ? concat(old, spoken('+', nowhere), value) : value
      return evaluateText(shell, sum)
    }
    case 'lower':
    case 'upper': {
      const whole = old ? concat(old, value) : value
      return changeCase(names, whole, shell.attributes.get(name) === 'lower' ? ',,' : '^^')
    }
    case 'reference':
      return obscured(names, 'nameref', value)
    default:
      return old ? concat(old, value) : value
  }
}

/** Values that grow beyond all measure are not followed; a value of very many pieces forgets where each was written. */
export function bounded(shell: Shell, text: Text): Text {
  spend(shell, text.value.length)
  if (text.value.length > longestValue) {
    const key = `long #${shell.machine.run.id}.${serial(shell)}`
    return unknownText(shell.machine.names, key, 'a long value', placeOf(text))
  }
  return text.pieces.length > mostPieces ? spoken(text.value, placeOf(text)) : text
}

const mostPieces = 5000

export function assignElement(shell: Shell, name: string, index: string | number, value: Text, append = false): void {
  const array = shell.arrays.get(name) ?? promoted(shell, name)
  if (!array.items) return
  const old = append ? (array.items.get(index) ?? emptyText) : emptyText
  const items = new Map(array.items).set(index, bounded(shell, concat(old, value)))
  setArray(shell, name, { ...array, items })
}

/** A plain variable as the array whose first element it is. */
export function promoted(shell: Shell, name: string): ShellArray {
  const text = shell.machine.variables.get(name)?.text
  return { associative: false, items: new Map(text ? [[0, text]] : []), key: '' }
}

export function setArray(shell: Shell, name: string, array: ShellArray): void {
  const variables = new Map(shell.machine.variables)
  if (variables.delete(name)) shell.machine.variables = variables
  shell.arrays = new Map(shell.arrays).set(name, array)
}

/** From now on nobody knows what is in the array. */
export const forgetArray = (shell: Shell, name: string): void =>
  setArray(shell, name, {
    associative: Boolean(shell.arrays.get(name)?.associative),
    items: undefined,
    key: onlyOnce(shell, `elements of ${name}`).condition,
  })

export function unset(shell: Shell, name: string): void {
  const variables = new Map(shell.machine.variables)
  variables.delete(name)
  shell.machine.variables = variables
  const arrays = new Map(shell.arrays)
  arrays.delete(name)
  shell.arrays = arrays
}

export function exportVariable(shell: Shell, name: string, exported = true): void {
  const old = shell.machine.variables.get(name)
  if (!old && (shell.arrays.has(name) || absentIsUnknown(shell, name))) return
  if (!old && !exported) return
  const variables = new Map(shell.machine.variables)
  shell.machine.variables = variables.set(name, { text: old?.text ?? emptyText, exported })
}

const absentIsUnknown = (shell: Shell, name: string): boolean => absent(shell, name, nowhere) !== undefined
