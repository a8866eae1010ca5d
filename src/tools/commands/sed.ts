import { concat, emptyText, join, placeOf, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, unknownText } from '../../source/unknown.ts'
import { parseSed } from '../../syntax/sed.ts'
import { resolvePath } from '../../world/files.ts'
import type { Machine } from '../../world/machine.ts'
import { fileInput, type Input, inputsOf, statusOf, textOf } from '../text/input.ts'
import { linesOf } from '../text/lines.ts'
import { argumentOf, has, type Options, parseOptions } from '../text/options.ts'
import { done, failed, opaque } from '../text/outcome.ts'
import { runSed, type SedOptions, type SedResult } from '../text/sed-run.ts'
import { type Call, command, type Outcome } from '../tool.ts'

const long = {
  quiet: 'n',
  silent: 'n',
  expression: 'e',
  file: 'f',
  'in-place': 'i',
  'regexp-extended': 'E',
  separate: 's',
  unbuffered: 'u',
}

/** GNU sed: the script is parsed and run, so that untouched characters keep their places in the file. */
export const sed = command(['sed', 'gsed'], (call, machine) => {
  const options = parseOptions(call.args, { short: 'ne:f:i::Ersu', long })
  if (options?.given.some(({ name, value }) => name === 'f' && value && fileInput(machine, value).found === false))
    return failed(4)
  const given = options && scriptOf(options, machine)
  if (!options || !given) return opaque(call, machine)
  const inputs = inputsOf(call, machine, given.operands)
  const script = parseSed(given.script)
  if (!script) machine.files.blur()
  const extended = has(options, 'E') || has(options, 'r')
  const settings: SedOptions = {
    names: machine.names,
    extended,
    quiet: has(options, 'n') || given.script.value.startsWith('#n\n'),
    at: call.at,
    operation: `sed ${extended ? '-E ' : ''}${given.script.value}`,
    readFile: (file) => fileInput(machine, file).text,
  }
  const run = (text: Text): SedResult =>
    script
      ? runSed(script, linesOf(text), settings)
      : { text: notUnderstood(call, machine, settings, text), status: 'unknown' }
  if (has(options, 'i')) return inPlace(machine, inputs, argumentOf(options, 'i'), run)
  if (has(options, 's'))
    return printed(
      inputs,
      inputs.map((input) => run(input.text)),
    )
  const lines = inputs.flatMap((input) => linesOf(input.text))
  return printed(inputs, [script ? runSed(script, lines, settings) : run(textOf(inputs))])
})

/** Scripts of `-e` and `-f` in order, each on lines of its own; without them the first operand is the script. */
function scriptOf(options: Options, machine: Machine): { script: Text; operands: readonly Text[] } | undefined {
  const scripts = options.given.flatMap(({ name, value }) => {
    if (!value || (name !== 'e' && name !== 'f')) return []
    return [name === 'e' ? value : fileInput(machine, value).text]
  })
  const [first, ...rest] = options.operands
  if (scripts.length === 0) return first && { script: first, operands: rest }
  return { script: join(scripts, spoken('\n', placeOf(scripts[0] ?? emptyText))), operands: options.operands }
}

const notUnderstood = (call: Call, machine: Machine, { operation }: SedOptions, input: Text): Text =>
  unknownText(machine.names, `${operation}(${input.value})`, 'output of sed', call.at)

function printed(inputs: readonly Input[], results: readonly SedResult[]): Outcome {
  const quit = results.find((result) => result.status !== 0)
  const status = quit ? quit.status : statusOf(inputs, 2)
  return done(concat(...results.map((result) => result.text)), status)
}

function inPlace(
  machine: Machine,
  inputs: readonly Input[],
  suffix: Text | undefined,
  run: (text: Text) => SedResult,
): Outcome {
  let status = statusOf(inputs, 2)
  for (const input of inputs) {
    if (input.path === undefined) {
      if (holdsUnknown(input.name)) machine.files.blur()
      else status = 4
      continue
    }
    if (input.found === false) continue
    const result = run(input.text)
    if (suffix) machine.files.write(backupPath(machine, input.path, suffix.value), input.text)
    machine.files.write(input.path, result.text)
    if (result.status !== 0) status = result.status
  }
  return { ...failed(), status }
}

/** `-i.bak` appends; a `*` in the suffix stands for the file's name (GNU sed manual, "Overview"). */
function backupPath(machine: Machine, path: string, suffix: string): string {
  if (!suffix.includes('*')) return `${path}${suffix}`
  const slash = path.lastIndexOf('/')
  const name = suffix.replaceAll('*', path.slice(slash + 1))
  return name.includes('/') ? resolvePath(machine.directory, name) : `${path.slice(0, slash)}/${name}`
}
