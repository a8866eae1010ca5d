import { concatAll, emptyText, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { grepWithContext } from '../text/grep-context.ts'
import { filesBelow } from '../text/grep-files.ts'
import { grepPattern } from '../text/grep-pattern.ts'
import { type GrepFound, type GrepSearch, grepIn, nameOf } from '../text/grep-search.ts'
import { type Input, inputsOf, statusOf } from '../text/input.ts'
import { argumentOf, has, type Options, parseOptions } from '../text/options.ts'
import { done, opaque } from '../text/outcome.ts'
import { saysNothing } from '../text/possible.ts'
import { command, type Outcome } from '../tool.ts'

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
  'after-context': 'A',
  'before-context': 'B',
  context: 'C',
  recursive: 'r',
  include: 'g',
}

export const grep = command(['grep', 'egrep', 'fgrep'], (call, machine) => {
  const options = parseOptions(call.args, { short: 'EFGPe:iyvwxclLm:oqsnHhaIA:B:C:rRg:', long })
  const operands = options && operandsOf(options)
  const recursive = options !== undefined && (has(options, 'r') || has(options, 'R'))
  const files = operands?.files ?? []
  const inputs = recursive ? filesBelow(machine, files, options, call.at) : inputsOf(call, machine, files)
  const pattern = operands && grepPattern(call.name.value, operands.patterns, options)
  const limit = Number((options && argumentOf(options, 'm')?.value) ?? Number.POSITIVE_INFINITY)
  const texts = inputs.map((input) => input.text)
  if (!pattern || Number.isNaN(limit) || (recursive && machine.files.blurred())) return opaque(call, machine, texts)
  const search: GrepSearch = { call, machine, options, pattern, limit, several: recursive || inputs.length > 1 }
  const found = inputs.map((input) => grepIn(search, input))
  const status = exitStatus(options, inputs, found)
  if (has(options, 'q')) return done(emptyText, status)
  const stdout = printed(search, inputs, found)
  return stdout ? done(stdout, status) : { ...opaque(call, machine, texts), status }
})

function operandsOf(options: Options): { patterns: readonly Text[]; files: readonly Text[] } | undefined {
  const given = options.given.flatMap(({ name, value }) => (name === 'e' && value ? [value] : []))
  if (given.length > 0) return { patterns: given, files: options.operands }
  const [first, ...files] = options.operands
  return first && { patterns: [first], files }
}

/** 0 for a selected line, 1 for none, 2 for an error; with `-q` a selected line outweighs an error. */
function exitStatus(options: Options, inputs: readonly Input[], found: readonly GrepFound[]): Outcome['status'] {
  const read = statusOf(inputs, 2)
  if (found.some(({ matched }) => matched === true)) return read === 2 && !has(options, 'q') ? 2 : 0
  if (read !== 0) return read
  return found.some(({ matched }) => matched === 'unknown') ? 'unknown' : 1
}

function printed(search: GrepSearch, inputs: readonly Input[], found: readonly GrepFound[]): Text | undefined {
  const { options, call } = search
  const counts = has(options, 'c')
  const lists = has(options, 'l') || has(options, 'L')
  const numbers = counts || lists || has(options, 'n') || has(options, 'm')
  if (numbers && inputs.some(mayHoldMoreLines)) return undefined
  if ((counts || lists) && found.some(({ matched, count }) => matched === 'unknown' || count === undefined))
    return undefined
  if (['A', 'B', 'C'].some((name) => has(options, name))) return grepWithContext(search, inputs)
  const kept = inputs.flatMap((input, index) =>
    input.found === false ? [] : [{ input, found: found[index] as GrepFound }],
  )
  if (lists) {
    const names = kept.filter((one) => (one.found.matched === true) === has(options, 'l'))
    return concatAll(names.map(({ input }) => spoken(`${nameOf(input)}\n`, call.at)))
  }
  if (!counts) return concatAll(found.map(({ stdout }) => stdout))
  const named = (search.several && !has(options, 'h')) || has(options, 'H')
  return concatAll(
    kept.map(({ input, found: { count } }) => spoken(`${named ? `${nameOf(input)}:` : ''}${count}\n`, call.at)),
  )
}

const mayHoldMoreLines = ({ text, found }: Input): boolean =>
  found === 'unknown' || (holdsUnknown(text.value) && text.value.split('\n').some(saysNothing))
