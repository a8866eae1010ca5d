import { slice, split, type Text } from '../../source/text.ts'

/** A command line taken apart as Go's pflag does (and Python's argparse, near enough). */
export interface Options {
  /** Words that are no options, nor values of options, in order. */
  readonly words: readonly Text[]
  readonly given: readonly Option[]
  /** Words behind `--`. */
  readonly rest: readonly Text[]
}

export interface Option {
  /** Without dashes. */
  readonly name: string
  /** Undefined for a switch without `=value`. */
  readonly value: Text | undefined
  /** The option as written. */
  readonly text: Text
}

/**
 * Takes a command line apart. `switches`: names of options that take no value of their own word. `eager`: what comes behind
 * another option is its value even when it begins with a dash, as in pflag and unlike argparse.
 */
export function parseOptions(args: readonly Text[], switches: ReadonlySet<string>, eager = true): Options {
  const words: Text[] = []
  const given: Option[] = []
  for (let index = 0; index < args.length; index += 1) {
    const text = args[index] as Text
    if (text.value === '--') return { words, given, rest: args.slice(index + 1) }
    if (!/^-./.test(text.value)) {
      words.push(text)
      continue
    }
    const option = text.value.startsWith('--') ? longOption(text) : shortOptions(text, switches, given)
    if (!option) continue
    const takesNext = option.value === undefined && !switches.has(option.name) && mayBeValue(args[index + 1], eager)
    if (takesNext) index += 1
    given.push(takesNext ? { ...option, value: args[index] } : option)
  }
  return { words, given, rest: [] }
}

const mayBeValue = (word: Text | undefined, eager: boolean): boolean =>
  word !== undefined && (eager || !/^-./.test(word.value))

function longOption(text: Text): Option {
  const equals = text.value.indexOf('=')
  return equals < 0
    ? { name: text.value.slice(2), value: undefined, text }
    : { name: text.value.slice(2, equals), value: slice(text, equals + 1), text }
}

/** `-it`, `-nprod`, `-n=prod`: switches up to the first option that takes a value, which is the rest of the word. */
function shortOptions(text: Text, switches: ReadonlySet<string>, given: Option[]): Option | undefined {
  for (let index = 1; index < text.value.length; index += 1) {
    const name = text.value[index] as string
    const behind = text.value[index + 1]
    if (switches.has(name) && behind !== '=') given.push({ name, value: undefined, text })
    else if (behind === undefined) return { name, value: undefined, text }
    else return { name, value: slice(text, index + (behind === '=' ? 2 : 1)), text }
  }
  return undefined
}

/** The values of an option under any of its names, in order. */
export const valuesOf = (options: Options, ...names: readonly string[]): readonly Text[] =>
  options.given.flatMap((option) => (names.includes(option.name) && option.value ? [option.value] : []))

/** The last value counts. */
export const lastOf = (options: Options, ...names: readonly string[]): Text | undefined =>
  valuesOf(options, ...names).at(-1)

/** Values of an option that takes comma lists. */
export const listOf = (options: Options, ...names: readonly string[]): readonly Text[] =>
  valuesOf(options, ...names).flatMap((value) => split(value, ','))

/** Whether a switch is on: given, and not `=false`. */
export const isOn = (options: Options, ...names: readonly string[]): boolean => {
  const last = options.given.findLast((option) => names.includes(option.name))
  return last !== undefined && last.value?.value !== 'false'
}
