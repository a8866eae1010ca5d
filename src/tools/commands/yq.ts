import { concat, emptyText, placeOf, splice, spoken, type Text, usedAt } from '../../source/text.ts'
import { holdsUnknown, unknownText } from '../../source/unknown.ts'
import { at, parseYaml, type YamlScalar } from '../../syntax/yaml.ts'
import { parseYq, type YqStep, type YqValue } from '../../syntax/yq-expression.ts'
import type { Machine } from '../../world/machine.ts'
import { inputsOf, statusOf, textOf } from '../text/input.ts'
import { has, parseOptions } from '../text/options.ts'
import { done, failed, line, opaque } from '../text/outcome.ts'
import { command } from '../tool.ts'

const long = { inplace: 'i', unwrapScalar: 'r', prettyPrint: 'P', 'exit-status': 'e' }

/** yq 4 (mikefarah/yq, on GitHub's runners): reads a scalar, or sets one in place and leaves all else as it is written. */
export const yq = command('yq', (call, machine) => {
  const options = parseOptions(call.args, { short: 'ir', long })
  const words = options?.operands ?? []
  const [expression, ...files] = /^(?:e|eval)$/.test(words[0]?.value ?? '') ? words.slice(1) : words
  const inputs = inputsOf(call, machine, files)
  const steps = options && expression ? parseYq(expression) : undefined
  const written = call.args.some(({ value }) => /^-[a-zA-Z]*i|^--inplace/.test(value))
  if (written) {
    for (const { path, text, found } of inputs) {
      if (path === undefined || found === false) continue
      const set = steps && inputs.length === 1 ? assigned(machine, text, steps) : undefined
      const key = `yq ${call.args.map(({ value }) => value).join(' ')}(${text.value})`
      machine.files.write(path, set ?? unknownText(machine.names, key, 'output of yq', call.at))
    }
    if (!steps && files.length === 0) machine.files.blur()
    return { ...failed(), status: statusOf(inputs) }
  }
  const input = textOf(inputs)
  const [step, ...more] = steps ?? []
  const found =
    step?.kind === 'get' && more.length === 0 && inputs.length === 1 ? scalarAt(input, step.path) : undefined
  if (!options || !found) return opaque(call, machine, [input])
  return found === 'null' ? line(call, spoken('null', call.at)) : has(options, 'i') ? done() : line(call, found.text)
})

/** The scalar at a path of a text of one document; `null` where there is none. */
function scalarAt(text: Text, path: readonly (string | number)[]): YamlScalar | 'null' | undefined {
  const [document, ...others] = parseYaml(text)
  if (!document?.root || others.length > 0 || document.problems.length > 0) return undefined
  const node = at(document.root, ...path)
  if (node?.kind === 'scalar') return node.tag === undefined && isOneLine(node) ? node : undefined
  return node || holdsUnknown(text.value) ? undefined : 'null'
}

const isOneLine = (node: YamlScalar): boolean => node.style !== 'literal' && node.style !== 'folded'

function assigned(machine: Machine, text: Text, steps: readonly YqStep[]): Text | undefined {
  let result = text
  for (const step of steps) {
    const found = step.kind === 'set' ? scalarAt(result, step.path) : undefined
    const value = step.kind === 'set' ? valueToSet(machine, step.value) : undefined
    if (!found || found === 'null' || !value) return undefined
    result = splice(result, found.start, found.end, value)
  }
  return result
}

function valueToSet(machine: Machine, value: YqValue): Text | undefined {
  if (value.kind === 'plain') return value.text
  if (value.kind === 'string') return quoted(value.text)
  const variable = machine.variables.get(value.name)
  if (!variable?.exported || (value.readsYaml && !/^[\w./:@-]*[A-Za-z/][\w./:@-]*$/.test(variable.text.value)))
    return undefined
  return quoted(usedAt(variable.text, placeOf(value.text)))
}

/** A string stays one: quotes stand around what a reader could take for something else. */
function quoted(text: Text): Text | undefined {
  if (/^(?!(?:true|false|null|yes|no|on|off|y|n)$)[A-Za-z][\w./-]*(?::[\w./-]+)*$/i.test(text.value)) return text
  if (/["\\\n\r\t]/.test(text.value)) return undefined
  const place = text.value === '' ? undefined : placeOf(text)
  return place ? concat(spoken('"', place), text, spoken('"', place)) : emptyText
}
