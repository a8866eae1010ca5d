import { concatAll, emptyText, join, slice, split, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { type AwkCondition, type AwkOperand, parseAwk } from '../../syntax/awk.ts'
import { inputsOf, statusOf } from '../text/input.ts'
import { linesOf } from '../text/lines.ts'
import { argumentOf, parseOptions } from '../text/options.ts'
import { done, opaque } from '../text/outcome.ts'
import { matchesIn, type Pattern, patternOf } from '../text/pattern.ts'
import { despiteUnknowns, saysNothing } from '../text/possible.ts'
import { command } from '../tool.ts'

/** Programs of one rule that prints fields; every other output is unknown. */
export const awk = command(['awk', 'gawk', 'mawk'], (call, machine) => {
  const options = parseOptions(call.args, { short: 'F:', permute: false })
  const [source, ...files] = options?.operands ?? []
  const program = source && !holdsUnknown(source.value) ? parseAwk(source) : undefined
  const inputs = inputsOf(call, machine, files)
  const texts = inputs.map((input) => input.text)
  const fields = splitter((options && argumentOf(options, 'F')?.value) ?? ' ')
  const condition = program && testOf(program.condition, fields)
  const lines = texts.flatMap(linesOf)
  const bare = lines.findIndex((line) => saysNothing(line.body.value))
  if (!program || !fields || !condition || bare >= 0) return opaque(call, machine, texts)
  const printedLine = (line: Text): Text => {
    const all = [line, ...fields(line)]
    const operand = (one: AwkOperand): Text =>
      one.kind === 'string' ? one.text : (all[one.field === 'last' ? all.length - 1 : one.field] ?? emptyText)
    return join(
      program.words.map((word) => concatAll(word.map(operand))),
      spoken(' ', call.at),
    )
  }
  const separator = (options && argumentOf(options, 'F')?.value) ?? ' '
  const hints = [separator, awkPattern(separator)?.posix.example ?? separator]
  const operation = `awk ${call.args.map(({ value }) => value).join(' ')}`
  const printed: Text[] = []
  for (const [index, line] of lines.entries()) {
    const holds = condition(line.body, index + 1)
    if (holds === 'unknown') return opaque(call, machine, texts)
    if (!holds) continue
    printed.push(despiteUnknowns(machine.names, operation, line.body, printedLine, hints), spoken('\n', call.at))
  }
  return done(concatAll(printed), statusOf(inputs, 2))
})

/** How a line is cut: blanks, one character, or a pattern. mawk reads no intervals, so neither do we. */
function splitter(separator: string): ((line: Text) => readonly Text[]) | undefined {
  if (separator === ' ') return (line) => split(line, /[ \t\n]+/).filter((part) => part.value !== '')
  const character = separator === '\\t' ? '\t' : separator
  if (character.length === 1 && character !== '\\') return (line) => (line.value === '' ? [] : split(line, character))
  const pattern = awkPattern(separator)
  if (!pattern) return undefined
  return (line) => {
    if (line.value === '') return []
    const matches = pattern.matches(line.value).filter(({ start, end }) => end > start)
    const starts = [0, ...matches.map(({ end }) => end)]
    const ends = [...matches.map(({ start }) => start), line.value.length]
    return starts.map((start, index) => slice(line, start, ends[index] ?? start))
  }
}

const awkPattern = (text: string): Pattern | undefined =>
  text.includes('{') || holdsUnknown(text) ? undefined : patternOf(text, { extended: true, sedEscapes: true })

type Test = (line: Text, number: number) => boolean | 'unknown'

function testOf(condition: AwkCondition, fields: ReturnType<typeof splitter>): Test | undefined {
  if (condition.kind === 'always') return () => true
  if (condition.kind === 'matches') {
    const pattern = awkPattern(condition.pattern)
    return pattern && negatedIf(condition.negated, (line) => matchesIn(pattern, line.value))
  }
  if (condition.kind === 'equals')
    return (line) => {
      if (holdsUnknown(line.value)) return 'unknown'
      const all = [line, ...(fields?.(line) ?? [])]
      return (all[condition.field === 'last' ? all.length - 1 : condition.field]?.value ?? '') === condition.value
    }
  const { operator, number } = condition
  return (_, line) => {
    if (operator === '==') return line === number
    if (operator === '!=') return line !== number
    if (operator.startsWith('<')) return line < number || (operator === '<=' && line === number)
    return line > number || (operator === '>=' && line === number)
  }
}

const negatedIf =
  (negated: boolean, test: Test): Test =>
  (line, number) => {
    const answer = test(line, number)
    return answer === 'unknown' ? answer : answer !== negated
  }
