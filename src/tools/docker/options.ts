import { slice, type Text } from '../../source/text.ts'

/** What a command line says, option by option, as Go's pflag reads it. */
export interface CommandLine {
  readonly options: readonly Option[]
  readonly operands: readonly Text[]
}

export interface Option {
  /** The long name where there is one: `tag` for `-t`. */
  readonly name: string
  /** Undefined for a switch without `=`. */
  readonly value: Text | undefined
  readonly text: Text
}

export interface OptionSyntax {
  /** Long names of the options that take a value. */
  readonly valued: readonly string[]
  /** Long names by letter. */
  readonly letters: Readonly<Record<string, string>>
  /** Options end where the first operand stands (`docker run IMAGE COMMAND…`, global options). */
  readonly operandEnds?: boolean
}

/** Takes a command line apart. `--name value`, `--name=value`, `-n value`, `-nvalue`, `-n=value`, `-abc`, `--`. */
export function readOptions(args: readonly Text[], syntax: OptionSyntax): CommandLine {
  const options: Option[] = []
  const operands: Text[] = []
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] as Text
    if (word.value === '--') return { options, operands: [...operands, ...args.slice(index + 1)] }
    if (!/^-./.test(word.value)) {
      if (syntax.operandEnds) return { options, operands: args.slice(index) }
      operands.push(word)
    } else {
      const found = word.value.startsWith('--') ? longOption(word) : shortOptions(word, syntax)
      const last = found.at(-1)
      if (last && last.value === undefined && syntax.valued.includes(last.name)) {
        index += 1
        found[found.length - 1] = { ...last, value: args[index] }
      }
      options.push(...found)
    }
  }
  return { options, operands }
}

function longOption(word: Text): Option[] {
  const equals = word.value.indexOf('=')
  if (equals < 0) return [{ name: word.value.slice(2), value: undefined, text: word }]
  return [{ name: word.value.slice(2, equals), value: slice(word, equals + 1), text: word }]
}

function shortOptions(word: Text, syntax: OptionSyntax): Option[] {
  const found: Option[] = []
  for (let index = 1; index < word.value.length; index += 1) {
    const letter = word.value[index] as string
    const name = syntax.letters[letter] ?? letter
    const rest = slice(word, index + 1)
    if (syntax.valued.includes(name) && rest.value !== '') {
      found.push({ name, value: rest.value.startsWith('=') ? slice(rest, 1) : rest, text: word })
      return found
    }
    found.push({ name, value: undefined, text: word })
  }
  return found
}

/** The values of an option that may be repeated, in order. */
export const optionValues = (line: CommandLine, name: string): readonly Text[] =>
  line.options.flatMap((option) => (option.name === name && option.value ? [option.value] : []))

/** The value of an option; the last one counts. */
export const optionValue = (line: CommandLine, name: string): Text | undefined => optionValues(line, name).at(-1)

/** The last mention of an option. */
export const optionOf = (line: CommandLine, name: string): Option | undefined =>
  line.options.findLast((option) => option.name === name)
