import { concatAll, emptyText, type Text } from '../../source/text.ts'
import { holdsUnknown, unknownText } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import type { Machine } from '../../world/machine.ts'
import type { Call, Outcome } from '../tool.ts'

/** Something a command reads: a file that its operand names, or its standard input. */
export interface Input {
  /** As written; `-` for standard input. */
  readonly name: string
  /** Absolute; undefined for standard input and for a path that nobody knows. */
  readonly path: string | undefined
  readonly text: Text
  readonly found: boolean | 'unknown'
}

/** The files that operands name, or standard input where there are none. */
export function inputsOf(call: Call, machine: Machine, operands: readonly Text[]): readonly Input[] {
  if (operands.length === 0) return [standardInput(call)]
  return operands.map((operand) => (operand.value === '-' ? standardInput(call) : fileInput(machine, operand)))
}

const standardInput = (call: Call): Input => ({ name: '-', path: undefined, text: call.stdin, found: true })

export function fileInput(machine: Machine, operand: Text): Input {
  const name = operand.value
  const path = resolvePath(machine.directory, name)
  const nobodyKnows = (where: string | undefined): Input => ({
    name,
    path: where,
    text: contentNobodyKnows(machine, path, operand),
    found: 'unknown',
  })
  if (holdsUnknown(path)) return nobodyKnows(undefined)
  const text = machine.files.read(path)
  if (text) return { name, path, text, found: true }
  if (machine.files.isDirectory(path) || machine.files.exists(path) === false)
    return { name, path, text: emptyText, found: false }
  return nobodyKnows(path)
}

/** The content of a file that somebody may have made, the same for the same path of one run. */
export const contentNobodyKnows = (machine: Machine, path: string, operand: Text): Text =>
  unknownText(
    machine.names,
    `content of ${path} in run ${machine.run.id}`,
    `content of ${operand.value}`,
    placeFor(operand),
  )

const placeFor = (operand: Text) => operand.pieces[0]?.at ?? { source: { path: '', text: '' }, start: 0, end: 0 }

/** Whether reading failed: 1 when a file is missing, `unknown` when nobody knows. */
export function statusOf(inputs: readonly Input[], failed = 1): Outcome['status'] {
  if (inputs.some((input) => input.found === false)) return failed
  return inputs.some((input) => input.found === 'unknown') ? 'unknown' : 0
}

export const textOf = (inputs: readonly Input[]): Text => concatAll(inputs.map((input) => input.text))
