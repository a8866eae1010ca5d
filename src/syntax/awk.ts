import { slice, type Text } from '../source/text.ts'

/** `$1`, `$NF` or text between quotes. */
export type AwkOperand =
  | { readonly kind: 'field'; readonly field: number | 'last' }
  | { readonly kind: 'string'; readonly text: Text }

export type AwkCondition =
  | { readonly kind: 'always' }
  | { readonly kind: 'matches'; readonly pattern: string; readonly negated: boolean }
  | { readonly kind: 'line'; readonly operator: '==' | '!=' | '<' | '<=' | '>' | '>='; readonly number: number }
  | { readonly kind: 'equals'; readonly field: number | 'last'; readonly value: string }

/** One rule that prints: a condition and what is printed, operands of a word joined and words apart by a space. */
export interface AwkProgram {
  readonly condition: AwkCondition
  readonly words: readonly (readonly AwkOperand[])[]
}

const wholeLine = [[{ kind: 'field', field: 0 }]] as const

/** The awk programs that people write in pipelines; undefined for every other. */
export function parseAwk(program: Text): AwkProgram | undefined {
  const split = /^\s*(.*?)\s*(?:\{\s*print\b\s*(.*?)\s*;?\s*\})?\s*$/s.exec(program.value)
  if (!split) return undefined
  const condition = conditionOf(split[1] as string)
  if (!condition || (condition.kind === 'always' && split[2] === undefined)) return undefined
  if (split[2] === undefined || split[2] === '') return { condition, words: wholeLine }
  const start = program.value.indexOf('print', (split[1] as string).length)
  const offset = program.value.indexOf(split[2], start + 5)
  const words = wordsOf(slice(program, offset, offset + split[2].length))
  return words && { condition, words }
}

const fieldOf = (written: string): number | 'last' => (written === 'NF' ? 'last' : Number(written))

function conditionOf(written: string): AwkCondition | undefined {
  if (written === '') return { kind: 'always' }
  const pattern = /^(!?)\s*\/((?:[^/\\]|\\.)+)\/$/.exec(written)
  if (pattern) {
    const text = (pattern[2] as string).replace(/\\\//g, '/')
    return { kind: 'matches', pattern: text, negated: pattern[1] === '!' }
  }
  const line = /^(?:NR|FNR)\s*(==|!=|<=?|>=?)\s*(\d{1,9})$/.exec(written)
  if (line) return { kind: 'line', operator: line[1] as '==', number: Number(line[2]) }
  const equals = /^\$(\d{1,3}|NF)\s*==\s*"([^"\\]*[^"\\\d.\s][^"\\]*)"$/.exec(written)
  return equals ? { kind: 'equals', field: fieldOf(equals[1] as string), value: equals[2] as string } : undefined
}

function wordsOf(written: Text): readonly (readonly AwkOperand[])[] | undefined {
  const words: AwkOperand[][] = [[]]
  const token = /\s*(?:\$(\d{1,3}|NF)|"([^"\\]*)"|(,))\s*/y
  for (let index = 0; index < written.value.length; index = token.lastIndex) {
    token.lastIndex = index
    const match = token.exec(written.value)
    if (!match) return undefined
    if (match[3]) words.push([])
    else if (match[1] !== undefined) words.at(-1)?.push({ kind: 'field', field: fieldOf(match[1]) })
    else {
      const start = written.value.indexOf('"', index) + 1
      words.at(-1)?.push({ kind: 'string', text: slice(written, start, start + (match[2] as string).length) })
    }
  }
  return words.every((word) => word.length > 0) ? words : undefined
}
