import type { Span } from '../../source/span.ts'
import { concat, concatAll, emptyText, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, type Names, obscured, unknownText } from '../../source/unknown.ts'
import type { SedAction, SedCommand, SedPattern, SimpleCommand } from '../../syntax/sed.ts'
import type { Line } from './lines.ts'
import { matchesIn, type Pattern, patternOf } from './pattern.ts'
import { oneOf, saysNothing } from './possible.ts'
import { type Ranges, selects } from './sed-address.ts'
import { substitute, transliterate } from './substitute.ts'

export interface SedOptions {
  readonly names: Names
  readonly quiet: boolean
  /** Where the command is called. */
  readonly at: Span
  /** Names script and options in keys of unknowns. */
  readonly operation: string
  readonly readFile: (file: Text) => Text
}

export interface SedResult {
  readonly text: Text
  readonly status: number | 'unknown'
  /** Which substitutions found what they look for. Undefined: nobody can say. One that is not there was never tried. */
  readonly matched: ReadonlyMap<Substitution, boolean | 'unknown'> | undefined
}

export type Substitution = Extract<SedAction, { kind: 'substitute' }>

/** Steps and characters that a script may take, per run: real ones take some hundred per line. */
const mostSteps = 100_000
const mostCharacters = 10_000_000

export type CompiledPatterns = ReadonlyMap<SedPattern, Pattern>

/** All patterns of a script. Undefined: sed would reject one of them, or this program does not understand it. */
export function compilePatterns(script: readonly SedCommand[], extended: boolean): CompiledPatterns | undefined {
  const patterns = new Map<SedPattern, Pattern>()
  for (const { from, to, action } of script) {
    const substitution = action.kind === 'substitute' ? action : undefined
    for (const address of [from, to, substitution]) {
      const pattern = address && 'pattern' in address ? address.pattern : undefined
      if (!pattern || pattern.text === '') continue
      const { text, ignoreCase, multiline } = pattern
      const compiled = patternOf(text, { extended, sedEscapes: true, ignoreCase, multiline })
      if (!compiled) return undefined
      patterns.set(pattern, compiled)
    }
    const groups = substitution && patterns.get(substitution.pattern)?.posix.groups
    if (groups !== undefined && substitution?.replacement.some((part) => part.kind === 'group' && part.group > groups))
      return undefined
  }
  return patterns
}

/** Runs a sed script over lines. What nobody can decide makes the rest of the output one unknown. */
export function runSed(
  script: readonly SedCommand[],
  patterns: CompiledPatterns,
  lines: readonly Line[],
  options: SedOptions,
): SedResult {
  const run: SedRun = {
    script,
    patterns,
    lines,
    options,
    next: 0,
    space: emptyText,
    end: emptyText,
    hold: emptyText,
    holdEnd: spoken('\n', options.at),
    numbered: true,
    replaced: false,
    ranges: new Map(),
    queue: [],
    printed: [],
    lacksNewline: false,
    lastPattern: undefined,
    steps: 0,
    characters: 0,
    matched: new Map(),
  }
  let status: number | undefined | 'undecided'
  while (status === undefined && readLine(run)) {
    status = cycle(run)
    flushQueue(run)
  }
  if (status !== 'undecided') return { text: concatAll(run.printed), status: status ?? 0, matched: run.matched }
  const input = lines.map(({ body, end }) => body.value + end.value).join('')
  const rest = unknownText(options.names, `${options.operation}(${input})`, 'output of sed', options.at)
  return { text: concatAll([...run.printed, rest]), status: 'unknown', matched: undefined }
}

interface SedRun {
  readonly script: readonly SedCommand[]
  readonly lines: readonly Line[]
  readonly options: SedOptions
  /** Index of the line that is read next. */
  next: number
  space: Text
  end: Text
  hold: Text
  /** Whether the line had a line end travels with it, as in struct line of GNU sed's execute.c. */
  holdEnd: Text
  numbered: boolean
  replaced: boolean
  readonly ranges: Ranges
  queue: Text[]
  readonly printed: Text[]
  lacksNewline: boolean
  readonly patterns: CompiledPatterns
  lastPattern: Pattern | undefined
  steps: number
  characters: number
  readonly matched: Map<Substitution, boolean | 'unknown'>
}

function readLine(run: SedRun): boolean {
  const line = run.lines[run.next]
  if (!line) return false
  run.next += 1
  run.space = line.body
  run.end = line.end
  run.replaced = false
  if (saysNothing(line.body.value)) run.numbered = false
  return true
}

function print(run: SedRun, body: Text, end: Text): void {
  if (run.lacksNewline) run.printed.push(newline(run))
  run.printed.push(body, end)
  run.lacksNewline = end.value === ''
  run.characters += body.value.length
}

const newline = (run: SedRun): Text => spoken('\n', run.options.at)

const printSpace = (run: SedRun): void => print(run, run.space, run.end)

function flushQueue(run: SedRun): void {
  for (const text of run.queue) {
    const closed = text.value.endsWith('\n')
    print(
      run,
      closed ? slice(text, 0, text.value.length - 1) : text,
      closed ? slice(text, text.value.length - 1) : emptyText,
    )
  }
  run.queue = []
}

/** What a command does to the course of things: a number jumps there. */
type Course = number | 'next' | 'end' | 'delete' | 'again' | 'undecided' | { readonly quit: number }

/** One cycle. Undefined: the next one may begin; else the exit status of a script that quits. */
function cycle(run: SedRun): number | 'undecided' | undefined {
  for (let at = 0; at < run.script.length; ) {
    run.steps += 1
    if (run.steps > mostSteps || run.characters > mostCharacters) return 'undecided'
    const command = run.script[at] as SedCommand
    const course = doOne(run, command)
    if (course === 'undecided') return course
    if (course === 'delete') return undefined
    if (course === 'end') break
    if (course === 'again') {
      flushQueue(run)
      at = 0
    } else if (typeof course === 'object') return course.quit
    else at = course === 'next' ? at + 1 : course
  }
  if (!run.options.quiet) printSpace(run)
  return undefined
}

function doOne(run: SedRun, command: SedCommand): Course {
  const position = { number: run.next, last: run.next >= run.lines.length, numbered: run.numbered }
  const selected = selects(command, position, run.ranges, ({ pattern }) => {
    const compiled = patternFor(run, pattern)
    run.characters += costOf(run.space)
    return compiled ? matchesIn(compiled, run.space.value) : 'unknown'
  })
  const { action } = command
  if (selected === 'unknown') return command.to ? 'undecided' : perhaps(run, action)
  if (selected) return doAction(run, action, command)
  return action.kind === 'block' ? action.end + 1 : 'next'
}

/** A command that may or may not be done: what its line has in common both ways stays. */
function perhaps(run: SedRun, action: SedAction): Course {
  const before = run.space
  const operation = `${run.options.operation} maybe`
  if (action.kind === 'substitute' || action.kind === 'transliterate') {
    if (action.kind === 'substitute' && action.print) return 'undecided'
    if (doAction(run, action, undefined) !== 'next') return 'undecided'
    run.space = oneOf(run.options.names, operation, before, before, [before.value, run.space.value])
    if (action.kind === 'substitute') run.matched.set(action, 'unknown')
    return 'next'
  }
  if (action.kind === 'simple' && action.how === 'd') {
    if (!run.options.quiet) run.printed.push(obscured(run.options.names, operation, concat(before, run.end)))
    return 'delete'
  }
  return 'undecided'
}

/** Looking for a pattern costs something on an empty line too, and much more where all that an unknown may be is tried. */
const costOf = ({ value }: Text): number => (value.length + 20) * (holdsUnknown(value) ? 40 : 1)

function patternFor(run: SedRun, pattern: SedPattern): Pattern | undefined {
  if (pattern.text !== '') run.lastPattern = run.patterns.get(pattern)
  return run.lastPattern
}

function doAction(run: SedRun, action: SedAction, command: SedCommand | undefined): Course {
  switch (action.kind) {
    case 'substitute':
      return doSubstitute(run, action)
    case 'transliterate':
      run.characters += costOf(run.space)
      run.space = transliterate(run.options.names, run.options.operation, run.space, action.to)
      return 'next'
    case 'text':
      return addText(run, action, command)
    case 'read':
      run.queue.push(run.options.readFile(action.file))
      return 'next'
    case 'jump':
      return jump(run, action)
    case 'quit':
      return quit(run, action)
    case 'simple':
      return doSimple(run, action.how)
    default:
      return 'next'
  }
}

function doSubstitute(run: SedRun, action: Substitution): Course {
  const pattern = patternFor(run, action.pattern)
  run.characters += costOf(run.space)
  const { names, operation } = run.options
  const done = pattern && substitute(names, operation, run.space, pattern, action)
  if (!done || (done.replaced === 'unknown' && (action.print || run.script.some(branches)))) return 'undecided'
  run.space = done.text
  run.characters += done.text.value.length
  if (run.matched.get(action) !== true && (done.replaced || !run.matched.has(action)))
    run.matched.set(action, done.replaced)
  if (done.replaced === false) return 'next'
  run.replaced = true
  if (action.print) printSpace(run)
  return 'next'
}

function quit(run: SedRun, { prints, status }: Extract<SedAction, { kind: 'quit' }>): Course {
  if (!prints) run.queue = []
  else if (!run.options.quiet) printSpace(run)
  if (prints && run.lacksNewline) run.printed.push(newline(run))
  if (prints) run.lacksNewline = false
  return { quit: status }
}

const branches = ({ action }: SedCommand): boolean => action.kind === 'jump' && action.how !== 'b'

function jump(run: SedRun, { how, to }: Extract<SedAction, { kind: 'jump' }>): Course {
  const { replaced } = run
  if (how !== 'b') run.replaced = false
  return how === 'b' || replaced === (how === 't') ? to : 'next'
}

function addText(
  run: SedRun,
  { how, text }: Extract<SedAction, { kind: 'text' }>,
  command: SedCommand | undefined,
): Course {
  const line = concat(text, newline(run))
  if (how === 'a') run.queue.push(line)
  if (how === 'i') print(run, text, newline(run))
  if (how !== 'c') return 'next'
  const within = command?.to !== undefined && !command.negated && typeof run.ranges.get(command) === 'object'
  if (!within) print(run, text, newline(run))
  return 'delete'
}

function doSimple(run: SedRun, how: SimpleCommand): Course {
  const { value } = run.space
  const firstEnd = value.indexOf('\n')
  switch (how) {
    case 'd':
      return 'delete'
    case 'D':
      if (firstEnd < 0) return 'delete'
      run.space = slice(run.space, firstEnd + 1)
      return 'again'
    case 'p':
      printSpace(run)
      return 'next'
    case 'P':
      if (firstEnd < 0) printSpace(run)
      else print(run, slice(run.space, 0, firstEnd), newline(run))
      return 'next'
    case 'n':
      if (run.next >= run.lines.length) return 'end'
      if (!run.options.quiet) printSpace(run)
      flushQueue(run)
      readLine(run)
      return 'next'
    case 'N':
      return appendNext(run)
    case '=':
      if (!run.numbered) return 'undecided'
      print(run, spoken(String(run.next), run.options.at), newline(run))
      return 'next'
    default:
      return moveHold(run, how)
  }
}

function appendNext(run: SedRun): Course {
  if (run.next >= run.lines.length) return 'end'
  const before = concat(run.space, newline(run))
  flushQueue(run)
  readLine(run)
  run.space = concat(before, run.space)
  return 'next'
}

function moveHold(run: SedRun, how: SimpleCommand): Course {
  const { space, end, hold, holdEnd } = run
  if (how === 'g' || how === 'x') [run.space, run.end] = [hold, holdEnd]
  if (how === 'G') [run.space, run.end] = [concat(space, newline(run), hold), holdEnd]
  if (how === 'h' || how === 'x') [run.hold, run.holdEnd] = [space, end]
  if (how === 'H') [run.hold, run.holdEnd] = [concat(hold, newline(run), space), end]
  if (how === 'z') run.space = emptyText
  run.characters += run.space.value.length + run.hold.value.length
  return 'next'
}
