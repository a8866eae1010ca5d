import { concat, emptyText, join, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, obscured } from '../../source/unknown.ts'
import type { Machine } from '../../world/machine.ts'
import { grepPattern } from '../text/grep-pattern.ts'
import { type Input, inputsOf, statusOf } from '../text/input.ts'
import { endOf, type Line, linesOf } from '../text/lines.ts'
import { argumentOf, has, type Options, parseOptions } from '../text/options.ts'
import { done, opaque } from '../text/outcome.ts'
import { hintsFor, matchesIn, type Pattern } from '../text/pattern.ts'
import { despiteUnknowns, saysNothing } from '../text/possible.ts'
import { type Call, command } from '../tool.ts'

const long = {
  'extended-regexp': 'E',
  'fixed-strings': 'F',
  'basic-regexp': 'G',
  'perl-regexp': 'P',
  regexp: 'e',
  'ignore-case': 'i',
  'invert-match': 'v',
  'word-regexp': 'w',
  'line-regexp': 'x',
  count: 'c',
  'files-with-matches': 'l',
  'files-without-match': 'L',
  'max-count': 'm',
  'only-matching': 'o',
  quiet: 'q',
  silent: 'q',
  'no-messages': 's',
  'line-number': 'n',
  'with-filename': 'H',
  'no-filename': 'h',
  text: 'a',
}

export const grep = command(['grep', 'egrep', 'fgrep'], (call, machine) => {
  const options = parseOptions(call.args, { short: 'EFGPe:iyvwxclLm:oqsnHha', long })
  const texts = options ? operandsOf(options) : undefined
  const inputs = inputsOf(call, machine, texts?.files ?? [])
  const pattern = options && texts && grepPattern(call.name.value, texts.patterns, options)
  const limit = Number((options && argumentOf(options, 'm')?.value) ?? Number.POSITIVE_INFINITY)
  if (!options || !pattern || Number.isNaN(limit))
    return opaque(
      call,
      machine,
      inputs.map((input) => input.text),
    )
  const search: Search = { call, machine, options, pattern, limit, several: inputs.length > 1 }
  const found = inputs.map((input) => searched(search, input))
  return outcome(search, inputs, found)
})

function operandsOf(options: Options): { patterns: readonly Text[]; files: readonly Text[] } | undefined {
  const given = options.given.flatMap(({ name, value }) => (name === 'e' && value ? [value] : []))
  if (given.length > 0) return { patterns: given, files: options.operands }
  const [first, ...files] = options.operands
  return first && { patterns: [first], files }
}

interface Search {
  readonly call: Call
  readonly machine: Machine
  readonly options: Options
  readonly pattern: Pattern
  readonly limit: number
  readonly several: boolean
}

interface Found {
  readonly stdout: Text
  readonly matched: boolean | 'unknown'
  /** Selected lines, or undefined where a line may or may not be one. */
  readonly count: number | undefined
}

function searched(search: Search, input: Input): Found {
  const { options, pattern, limit, call, machine } = search
  const inverted = has(options, 'v')
  const printed: Text[] = []
  let matched: Found['matched'] = false
  let count: number | undefined = 0
  let selected = 0
  for (const [index, line] of linesOf(input.text).entries()) {
    if (selected >= limit) break
    const matches = matchesIn(pattern, line.body.value)
    const answer = saysNothing(line.body.value) ? 'unknown' : matches === 'unknown' ? matches : matches !== inverted
    if (answer === false) continue
    if (answer === true) matched = true
    else if (!matched) matched = 'unknown'
    count = answer === true && count !== undefined ? count + 1 : undefined
    selected += 1
    const body =
      answer === true
        ? selectedText(search, line)
        : obscured(machine.names, `grep ${patternName(search)}`, concat(line.body, line.end))
    const prefix = prefixOf(search, input, index + 1)
    if (body.value !== '' || !has(options, 'o'))
      printed.push(prefix, body, answer === true ? endOf(line, call.at) : emptyText)
  }
  return { stdout: concat(...printed), matched, count }
}

const patternName = ({ options, pattern }: Search): string =>
  `${options.given.map(({ name }) => name).join('')} ${pattern.posix.source}`

function prefixOf({ options, several, call }: Search, input: Input, number: number): Text {
  const named = (several && !has(options, 'h')) || has(options, 'H')
  const name = named ? `${input.name === '-' ? '(standard input)' : input.name}:` : ''
  return spoken(`${name}${has(options, 'n') ? `${number}:` : ''}`, call.at)
}

/** What of a selected line is printed: all of it, or with `-o` its matches. */
function selectedText({ options, pattern, machine, call, ...search }: Search, line: Line): Text {
  if (!has(options, 'o')) return line.body
  if (has(options, 'v')) return emptyText
  const compute = (body: Text): Text =>
    join(
      pattern
        .matches(body.value)
        .filter(({ start, end }) => end > start)
        .map(({ start, end }) => slice(body, start, end)),
      spoken('\n', call.at),
    )
  const operation = `grep ${patternName({ options, pattern, machine, call, ...search })}`
  if (pattern.relaxed && compute(line.body).value !== line.body.value)
    return obscured(machine.names, operation, line.body)
  return despiteUnknowns(machine.names, operation, line.body, compute, hintsFor(pattern, line.body.value))
}

function outcome(search: Search, inputs: readonly Input[], found: readonly Found[]) {
  const { options, call, machine } = search
  const texts = inputs.map((input) => input.text)
  const read = statusOf(inputs, 2)
  const anyMatch = found.some(({ matched }) => matched === true)
  const mayMatch = found.some(({ matched }) => matched === 'unknown')
  const selected = anyMatch ? 0 : mayMatch ? 'unknown' : 1
  const status =
    anyMatch && (read !== 2 || has(options, 'q')) ? 0 : read === 2 ? 2 : read === 'unknown' ? read : selected
  if (has(options, 'q')) return done(emptyText, status)
  const counts = has(options, 'c')
  const lists = has(options, 'l') || has(options, 'L')
  const numbered = has(options, 'n') || has(options, 'm') || counts || lists
  const unsure =
    numbered &&
    (read === 'unknown' || texts.some((text) => holdsUnknown(text.value) && text.value.split('\n').some(saysNothing)))
  if (unsure || ((counts || lists) && mayMatch)) return { ...opaque(call, machine, texts), status }
  if (lists) {
    const names = inputs.filter(
      (input, index) => input.found === true && (found[index]?.matched === true) === has(options, 'l'),
    )
    return done(
      concat(...names.map(({ name }) => spoken(`${name === '-' ? '(standard input)' : name}\n`, call.at))),
      status,
    )
  }
  if (!counts) return done(concat(...found.map(({ stdout }) => stdout)), status)
  if (found.some(({ count }) => count === undefined)) return { ...opaque(call, machine, texts), status }
  const lines = found.flatMap(({ count }, index) => {
    const input = inputs[index] as Input
    if (input.found === false) return []
    const named = (inputs.length > 1 && !has(options, 'h')) || has(options, 'H')
    return spoken(`${named ? `${input.name === '-' ? '(standard input)' : input.name}:` : ''}${count}\n`, call.at)
  })
  return done(concat(...lines), status)
}
