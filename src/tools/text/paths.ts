import { emptyText, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import type { Machine } from '../../world/machine.ts'
import { contentNobodyKnows } from './input.ts'

/** Absolute path of an operand, or undefined where it holds an unknown. */
export function pathOf(machine: Machine, operand: Text): string | undefined {
  const path = resolvePath(machine.directory, operand.value)
  return holdsUnknown(path) ? undefined : path
}

/** The last component of a path, as basename(1) has it: trailing slashes do not count. */
export function lastPart(path: Text): Text {
  const end = path.value.replace(/\/+$/, '').length
  if (end === 0) return slice(path, 0, 1)
  return slice(path, path.value.lastIndexOf('/', end - 1) + 1, end)
}

/** What is above the last component, as dirname(1) has it. */
export function directoryPart(path: Text): Text {
  const end = path.value.replace(/\/+$/, '').length
  if (end === 0) return path.value === '' ? emptyText : slice(path, 0, 1)
  const slash = path.value.lastIndexOf('/', end - 1)
  if (slash < 0) return emptyText
  const above = path.value.slice(0, slash).replace(/\/+$/, '').length
  return slice(path, 0, above === 0 ? 1 : above)
}

/** A tree is copied to this depth; no repository is deeper. */
const deepest = 64

/** Copies a file, or a directory with all below. False: there is nothing of that name. */
export function copyTree(machine: Machine, from: string, to: string, operand: Text, depth = 0): boolean | 'unknown' {
  const { files } = machine
  const text = files.read(from)
  if (text) {
    files.write(to, text)
    return true
  }
  if (files.isDirectory(from)) {
    if (depth > deepest || to === from || to.startsWith(`${from}/`)) return 'unknown'
    files.makeDirectory(to)
    for (const name of files.list(from)) copyTree(machine, `${from}/${name}`, `${to}/${name}`, operand, depth + 1)
    return true
  }
  if (files.exists(from) === false) return false
  files.write(to, contentNobodyKnows(machine, from, operand))
  return 'unknown'
}

/** Where `cp` and `mv` put an operand: into a directory under its own name, else at the destination itself. */
export function destinationOf(machine: Machine, source: Text, destination: string): string {
  if (!machine.files.isDirectory(destination)) return destination
  const name = lastPart(source).value
  return resolvePath(destination, name === '.' || name === '..' ? '' : name)
}

/** A place for a text that is spoken because of an operand. */
export const saidFor = (value: string, operand: Text): Text =>
  operand.pieces[0] ? spoken(value, operand.pieces[0].at) : emptyText
