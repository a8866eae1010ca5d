import { concatAll, emptyText, join, placeOf, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, unknownText } from '../../source/unknown.ts'
import { parseSed, type SedCommand } from '../../syntax/sed.ts'
import { resolvePath } from '../../world/files.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import { fileInput, type Input, inputsOf, statusOf } from '../text/input.ts'
import { type Line, linesOf } from '../text/lines.ts'
import { argumentOf, has, type Options, parseOptions } from '../text/options.ts'
import { done, failed, opaque } from '../text/outcome.ts'
import { compilePatterns, runSed, type SedOptions, type SedResult } from '../text/sed-run.ts'
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
  'null-data': 'z',
}

/** GNU sed: the script is parsed and run, so that untouched characters keep their places in the file. */
export const sed = command(['sed', 'gsed'], (call, machine, world) => {
  const options = parseOptions(call.args, { short: 'ne:f:i::Ersuz', long })
  if (options?.given.some(({ name, value }) => name === 'f' && value && fileInput(machine, value).found === false))
    return failed(4)
  const given = options && scriptOf(options, machine)
  if (!options || !given) return opaque(call, machine)
  const inputs = inputsOf(call, machine, given.operands)
  const results: SedResult[] = []
  const editor = editorOf(call, machine, options, given.script)
  const edit = (texts: readonly Text[]): SedResult => {
    const result = editor.edit(texts)
    results.push(result)
    return result
  }
  const texts = inputs.map((input) => input.text)
  const outcome = has(options, 'i')
    ? inPlace(machine, inputs, argumentOf(options, 'i'), (text) => edit([text]))
    : printed(inputs, has(options, 's') ? texts.map((text) => edit([text])) : [edit(texts)])
  const found = inputs.flatMap((input) => (input.found === false ? [] : [input.text]))
  recordSubstitutions(machine, world, editor.script, results, found)
  return outcome
})

/** What the script makes of texts that follow each other. */
function editorOf(
  call: Call,
  machine: Machine,
  options: Options,
  source: Text,
): { readonly script: readonly SedCommand[]; readonly edit: (texts: readonly Text[]) => SedResult } {
  const script = parseSed(source)
  const extended = has(options, 'E') || has(options, 'r')
  const patterns = script && compilePatterns(script, extended)
  const wholeText = has(options, 'z')
  const operation = `sed ${options.given.map(({ name }) => name).join('')} ${source.value}`
  const notUnderstood = (texts: readonly Text[]): SedResult => {
    const key = `${operation}(${texts.map((text) => text.value).join('')})`
    return { text: unknownText(machine.names, key, 'output of sed', call.at), status: 'unknown', matched: undefined }
  }
  if (
    !script ||
    !patterns ||
    (wholeText && !script.every(({ action }) => action.kind === 'substitute' && !action.print))
  ) {
    machine.files.blur()
    return { script: [], edit: notUnderstood }
  }
  const settings: SedOptions = {
    names: machine.names,
    quiet: has(options, 'n') || source.value.startsWith('#n\n'),
    at: call.at,
    operation,
    readFile: (file) => fileInput(machine, file).text,
  }
  const cut = (text: Text): readonly Line[] => (wholeText ? [{ body: text, end: emptyText }] : linesOf(text))
  const edit = (texts: readonly Text[]): SedResult =>
    wholeText && texts.length > 1 ? notUnderstood(texts) : runSed(script, patterns, texts.flatMap(cut), settings)
  return { script, edit }
}

/** Whether each substitution of the script has found anything in any of the texts. */
function recordSubstitutions(
  machine: Machine,
  world: World,
  script: readonly SedCommand[],
  results: readonly SedResult[],
  texts: readonly Text[],
): void {
  if (texts.length === 0) return
  for (const { action } of script) {
    if (action.kind !== 'substitute' || action.pattern.text === '' || action.written.replacement.value === '') continue
    const each = results.map(({ matched }) => (matched ? (matched.get(action) ?? false) : 'unknown'))
    const matched = each.includes(true) || (each.includes('unknown') ? 'unknown' : false)
    const { pattern: what, replacement: by } = action.written
    record(world, machine, { kind: 'rewrite', tool: 'sed', what, by, texts, matched, at: placeOf(what) })
  }
}

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

function printed(inputs: readonly Input[], results: readonly SedResult[]): Outcome {
  const quit = results.find((result) => result.status !== 0)
  const status = quit ? quit.status : statusOf(inputs, 2)
  return done(concatAll(results.map((result) => result.text)), status)
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
