import { concat, concatAll, emptyText, join, slice, spoken, type Text } from '../../source/text.ts'
import { obscured } from '../../source/unknown.ts'
import type { Machine } from '../../world/machine.ts'
import type { Call } from '../tool.ts'
import type { Input } from './input.ts'
import { endOf, type Line, linesOf } from './lines.ts'
import { has, type Options } from './options.ts'
import { hintsFor, matchesIn, mostMatches, type Pattern } from './pattern.ts'
import { despiteUnknowns, saysNothing } from './possible.ts'

/** One call of grep. */
export interface GrepSearch {
  readonly call: Call
  readonly machine: Machine
  readonly options: Options
  readonly pattern: Pattern
  /** `-m` */
  readonly limit: number
  /** File names stand before lines unless `-h` says otherwise. */
  readonly several: boolean
}

export interface GrepFound {
  readonly stdout: Text
  readonly matched: boolean | 'unknown'
  /** Selected lines, or undefined where a line may or may not be one. */
  readonly count: number | undefined
}

/** Whether grep selects a line. A line that says nothing may be any number of lines. */
export function selectsLine({ pattern, options }: GrepSearch, line: Line): boolean | 'unknown' {
  if (saysNothing(line.body.value)) return 'unknown'
  const matches = matchesIn(pattern, line.body.value)
  return matches === 'unknown' ? matches : matches !== has(options, 'v')
}

/** What grep prints of one input. */
export function grepIn(search: GrepSearch, input: Input): GrepFound {
  const printed: Text[] = []
  let matched: GrepFound['matched'] = false
  let count: number | undefined = 0
  let selected = 0
  for (const [index, line] of linesOf(input.text).entries()) {
    if (selected >= search.limit) break
    const answer = selectsLine(search, line)
    if (answer === false) continue
    if (answer === true) matched = true
    else if (!matched) matched = 'unknown'
    count = answer === true && count !== undefined ? count + 1 : undefined
    selected += 1
    printed.push(answer === true ? certainLine(search, input, line, index + 1) : perhapsLine(search, line))
  }
  return { stdout: concatAll(printed), matched, count }
}

function certainLine(search: GrepSearch, input: Input, line: Line, number: number): Text {
  const prefix = prefixOf(search, input, number, ':')
  if (!has(search.options, 'o')) return concat(prefix, line.body, endOf(line, search.call.at))
  const body = has(search.options, 'v') ? emptyText : matchesOnly(search, line, prefix)
  return body.value === '' ? emptyText : concat(prefix, body, endOf(line, search.call.at))
}

const operationOf = ({ options, pattern }: GrepSearch): string =>
  `grep ${options.given.map(({ name }) => name).join('')} ${pattern.posix.source}`

const perhapsLine = (search: GrepSearch, line: Line): Text =>
  obscured(search.machine.names, operationOf(search), concat(line.body, line.end))

/** `file:12:` as the options ask for it. */
export function prefixOf({ options, several, call }: GrepSearch, input: Input, number: number, mark: ':' | '-'): Text {
  const named = (several && !has(options, 'h')) || has(options, 'H')
  return spoken(`${named ? nameOf(input) + mark : ''}${has(options, 'n') ? `${number}${mark}` : ''}`, call.at)
}

export const nameOf = ({ name }: Input): string => (name === '-' ? '(standard input)' : name)

/** `-o`: the matches of a line, each on a line of its own. */
function matchesOnly(search: GrepSearch, line: Line, prefix: Text): Text {
  const { pattern, machine, call } = search
  const separator = concat(spoken('\n', call.at), prefix)
  const compute = (body: Text): Text =>
    join(
      pattern
        .matches(body.value)
        .filter(({ start, end }) => end > start)
        .map(({ start, end }) => slice(body, start, end)),
      separator,
    )
  const { names } = machine
  const tooMany = line.body.value.length > mostMatches
  if (tooMany || (pattern.relaxed && compute(line.body).value !== line.body.value))
    return obscured(names, operationOf(search), line.body)
  return despiteUnknowns(names, operationOf(search), line.body, compute, hintsFor(pattern, line.body.value))
}
