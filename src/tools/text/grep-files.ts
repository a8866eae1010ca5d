import type { Span } from '../../source/span.ts'
import { placeOf, spoken, type Text } from '../../source/text.ts'
import { compilePattern } from '../../syntax/regex.ts'
import type { Machine } from '../../world/machine.ts'
import { globPattern } from './glob.ts'
import { fileInput, type Input } from './input.ts'
import type { Options } from './options.ts'

const deepest = 64

/** The files below directories, by name: their order on a disk is nobody's promise. `--include` picks some. */
export function filesBelow(machine: Machine, operands: readonly Text[], options: Options, at: Span): readonly Input[] {
  const globs = options.given.flatMap(({ name, value }) => (name === 'g' && value ? [globPattern(value.value)] : []))
  const wanted = globs.length > 0 ? compilePattern(`^(?:${globs.join('|')})$`) : undefined
  const walk = (operand: Text, depth: number): readonly Input[] => {
    const input = fileInput(machine, operand)
    if (!input.path || depth > deepest || !machine.files.isDirectory(input.path)) return [input]
    const prefix = operand.value.endsWith('/') ? operand.value : `${operand.value}/`
    return machine.files
      .list(input.path)
      .flatMap((name) => walk(spoken(prefix + name, operand.value === '' ? at : placeOf(operand)), depth + 1))
  }
  const found = (operands.length > 0 ? operands : [spoken('.', at)]).flatMap((operand) => walk(operand, 0))
  return found
    .filter(({ name }) => !wanted || wanted.matcher(name.slice(name.lastIndexOf('/') + 1)).find())
    .map((input) => (operands.length > 0 ? input : { ...input, name: input.name.replace(/^\.\//, '') }))
}
