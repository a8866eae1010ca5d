import { concat, concatAll, emptyText, join, slice, split, type Text } from '../../source/text.ts'
import { holdsUnknown, obscured } from '../../source/unknown.ts'
import { inputsOf, statusOf } from '../text/input.ts'
import { endOf, joinLines, type Line, linesOf } from '../text/lines.ts'
import { argumentOf, has, type Options, parseOptions } from '../text/options.ts'
import { done, opaque } from '../text/outcome.ts'
import { despiteUnknowns } from '../text/possible.ts'
import { command } from '../tool.ts'

const long = {
  delimiter: 'd',
  fields: 'f',
  characters: 'c',
  bytes: 'b',
  'only-delimited': 's',
  'output-delimiter': 'o',
  complement: 'v',
}

export const cut = command('cut', (call, machine) => {
  const options = parseOptions(call.args, { short: 'd:f:c:b:nso:v', long })
  const inputs = inputsOf(call, machine, options?.operands ?? [])
  const pick = options && pickOf(options)
  if (!options || !pick)
    return opaque(
      call,
      machine,
      inputs.map((input) => input.text),
    )
  const operation = `cut ${options.given.map(({ name, value }) => name + (value?.value ?? '')).join(' ')}`
  const hints = [argumentOf(options, 'd')?.value ?? '']
  const lines = inputs
    .flatMap((input) => linesOf(input.text))
    .filter(({ body }) => !has(options, 's') || holdsUnknown(body.value) || body.value.includes(hints[0] || '\t'))
    .map((line): Line => {
      // Whether `-s` leaves such a line out depends on what the unknown is.
      if (has(options, 's') && !line.body.value.includes(hints[0] || '\t'))
        return { body: obscured(machine.names, operation, concat(line.body, line.end)), end: emptyText }
      return { body: despiteUnknowns(machine.names, operation, line.body, pick, hints), end: endOf(line, call.at) }
    })
  return done(joinLines(lines), statusOf(inputs))
})

function pickOf(options: Options): ((line: Text) => Text) | undefined {
  const fields = argumentOf(options, 'f')
  const characters = argumentOf(options, 'c') ?? argumentOf(options, 'b')
  const list = rangesOf((fields ?? characters)?.value ?? '')
  if (!list || (fields !== undefined) === (characters !== undefined)) return undefined
  const wanted = (position: number): boolean =>
    list.some(([low, high]) => low <= position && position <= high) !== has(options, 'v')
  const between = argumentOf(options, 'o')
  if (!fields) return between || has(options, 's') ? undefined : (line) => pickCharacters(line, wanted)
  const delimiter = argumentOf(options, 'd')?.value ?? '\t'
  if (delimiter.length !== 1) return undefined
  return (line) => {
    const parts = split(line, delimiter)
    if (parts.length === 1) return line
    const separator = between ?? separatorOf(line, delimiter)
    return join(
      parts.filter((_, index) => wanted(index + 1)),
      separator,
    )
  }
}

/** The first delimiter of the line, with its place, stands between all fields that are printed. */
function separatorOf(line: Text, delimiter: string): Text {
  const at = line.value.indexOf(delimiter)
  return slice(line, at, at + 1)
}

function pickCharacters(line: Text, wanted: (position: number) => boolean): Text {
  const parts: Text[] = []
  let start: number | undefined
  for (let index = 0; index <= line.value.length; index += 1) {
    const taken = index < line.value.length && wanted(index + 1)
    if (taken) start ??= index
    else if (start !== undefined) {
      parts.push(slice(line, start, index))
      start = undefined
    }
  }
  return concatAll(parts)
}

/** `1,3-5,7-` as pairs of first and last position. */
function rangesOf(list: string): readonly (readonly [number, number])[] | undefined {
  const ranges = list.split(/[, ]/).map((part): readonly [number, number] | undefined => {
    const match = /^(\d{0,9})(-?)(\d{0,9})$/.exec(part)
    if (!match || part === '-' || part === '') return undefined
    const low = match[1] === '' ? 1 : Number(match[1])
    const high = match[2] === '' ? low : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3])
    return low < 1 || high < low ? undefined : [low, high]
  })
  return ranges.every((range) => range !== undefined) ? ranges : undefined
}
