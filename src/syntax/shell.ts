import { type ParsedScript, parse, type Word } from 'unbash'
import { concat, nowhere, spoken, type Text } from '../source/text.ts'

/** A piece of shell syntax and the text its positions count in. */
export interface Code<Node> {
  readonly text: Text
  readonly node: Node
}

/** The longest script that is read; real ones stay far below. */
const longestScript = 1_000_000

/** Reads a bash or sh script. Undefined: too long, or nested in a way the parser cannot follow. */
export function parseShell(text: Text): Code<ParsedScript> | undefined {
  if (text.value.length > longestScript) return undefined
  try {
    return { text, node: parse(text.value) }
  } catch {
    return undefined
  }
}

const lead = spoken(': ', nowhere)

/** Reads a single word, as one that brace expansion has made. */
export function parseWord(text: Text): Code<Word> | undefined {
  const command = parseShell(concat(lead, text))?.node.commands[0]?.command
  const word = command?.type === 'Command' && command.args.length === 1 ? command.args[0] : undefined
  return word?.type === 'Word' ? { text: concat(lead, text), node: word } : undefined
}

const opening = spoken('((', nowhere)
const closing = spoken('))', nowhere)

/** Reads an arithmetic expression; undefined expression: an empty one, which is 0. */
export function parseArithmetic(text: Text) {
  const code = parseShell(concat(opening, text, closing))
  const command = code?.node.commands[0]?.command
  if (!code || code.node.errors?.length || code.node.commands.length !== 1) return undefined
  return command?.type === 'ArithmeticCommand' ? { text: code.text, node: command.expression } : undefined
}
