import { slice, type Text } from '../../source/text.ts'

interface Option {
  /** Short name without its dash. */
  readonly name: string
  readonly value: Text | undefined
}

export interface Options {
  readonly given: readonly Option[]
  readonly operands: readonly Text[]
}

interface Grammar {
  /** As for getopt(3): `ne:i::` has a flag, an option with a value, one with a value only when it is attached. */
  readonly short: string
  /** Long names and the short ones they stand for. */
  readonly long?: Readonly<Record<string, string>>
  /** Whether options may stand behind operands, as GNU getopt_long allows. */
  readonly permute?: boolean
}

/** Options and operands as GNU getopt_long(3) tells them apart. Undefined: an option that the grammar does not know. */
export function parseOptions(args: readonly Text[], grammar: Grammar): Options | undefined {
  const given: Option[] = []
  const operands: Text[] = []
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] as Text
    if (word.value === '--') return { given, operands: [...operands, ...args.slice(index + 1)] }
    if (word.value === '-' || !word.value.startsWith('-')) {
      if (grammar.permute === false) return { given, operands: args.slice(index) }
      operands.push(word)
      continue
    }
    const read = word.value.startsWith('--')
      ? longOption(word, args[index + 1], grammar)
      : shortOptions(word, args[index + 1], grammar.short)
    if (!read) return undefined
    given.push(...read.options)
    if (read.tookNext) index += 1
  }
  return { given, operands }
}

interface ReadOptions {
  readonly options: readonly Option[]
  readonly tookNext: boolean
}

function longOption(word: Text, next: Text | undefined, { short, long = {} }: Grammar): ReadOptions | undefined {
  const equals = word.value.indexOf('=')
  const wanted = word.value.slice(2, equals < 0 ? undefined : equals)
  const name = Object.hasOwn(long, wanted) ? long[wanted] : undefined
  if (name === undefined) return undefined
  const takes = takesValue(short, name)
  if (equals >= 0) return takes === 'none' ? undefined : one(name, slice(word, equals + 1))
  if (takes !== 'always') return one(name, undefined)
  return next && { options: [{ name, value: next }], tookNext: true }
}

const one = (name: string, value: Text | undefined): ReadOptions => ({ options: [{ name, value }], tookNext: false })

function shortOptions(word: Text, next: Text | undefined, short: string): ReadOptions | undefined {
  const options: Option[] = []
  for (let index = 1; index < word.value.length; index += 1) {
    const name = word.value[index] as string
    if (name === ':' || !short.includes(name)) return undefined
    const takes = takesValue(short, name)
    if (takes === 'none') {
      options.push({ name, value: undefined })
      continue
    }
    const attached = index + 1 < word.value.length ? slice(word, index + 1) : undefined
    if (attached || takes === 'attached') return { options: [...options, { name, value: attached }], tookNext: false }
    return next && { options: [...options, { name, value: next }], tookNext: true }
  }
  return { options, tookNext: false }
}

function takesValue(short: string, name: string): 'none' | 'always' | 'attached' {
  const behind = short.slice(short.indexOf(name) + 1)
  if (behind.startsWith('::')) return 'attached'
  return behind.startsWith(':') ? 'always' : 'none'
}

export const has = (options: Options, name: string): boolean => options.given.some((option) => option.name === name)

/** The value of an option; the last one wins. */
export const argumentOf = (options: Options, name: string): Text | undefined =>
  options.given.findLast((option) => option.name === name)?.value
