/** A bracket expression as a character class of RE2, and where it ends. */
export interface Bracket {
  readonly source: string
  /** A string that it matches, if there is a simple one. */
  readonly example: string | undefined
  readonly end: number
}

/** POSIX classes in a UTF-8 locale, as glibc has them for the letters that configuration is written in. */
const classes: Readonly<Record<string, string>> = {
  alpha: '\\p{L}',
  digit: '0-9',
  alnum: '\\p{L}\\p{Nd}',
  upper: '\\p{Lu}',
  lower: '\\p{Ll}',
  space: ' \\t\\n\\r\\f\\v',
  blank: ' \\t',
  punct: '!-/:-@\\[-`{-~',
  xdigit: '0-9A-Fa-f',
  cntrl: '\\x00-\\x1f\\x7f',
  print: ' -~\\x{a0}-\\x{10ffff}',
  graph: '!-~\\x{a1}-\\x{10ffff}',
}

const examples: Readonly<Record<string, string>> = {
  digit: '7',
  xdigit: '7',
  upper: 'Q',
  space: ' ',
  blank: ' ',
  punct: '-',
}

/** Reads the bracket expression that starts at `[`. A backslash in it is itself, except that sed reads `\n` and `\t`. */
export function readBracket(pattern: string, start: number, sedEscapes: boolean): Bracket | undefined {
  let index = start + 1
  const negated = pattern[index] === '^'
  if (negated) index += 1
  const parts: string[] = []
  let example: string | undefined
  for (let first = true; index < pattern.length; first = false) {
    if (pattern[index] === ']' && !first)
      return {
        source: `[${negated ? '^' : ''}${parts.join('')}]`,
        example: negated ? undefined : example,
        end: index + 1,
      }
    const named = /^\[:(\w+):\]/.exec(pattern.slice(index, index + 12))
    if (named) {
      const members = classes[named[1] as string]
      if (!members) return undefined
      parts.push(members)
      example ??= examples[named[1] as string] ?? 'q'
      index += named[0].length
      continue
    }
    if (/^\[[:.=]/.test(pattern.slice(index, index + 2))) return undefined
    const low = member(pattern, index, sedEscapes)
    index += low.length
    if (pattern[index] !== '-' || pattern[index + 1] === ']' || index + 1 >= pattern.length) {
      parts.push(classMember(low.value))
      example ??= low.value
      continue
    }
    if (/^\[[:.=]/.test(pattern.slice(index + 1, index + 3))) return undefined
    const high = member(pattern, index + 1, sedEscapes)
    if ((low.value.codePointAt(0) ?? 0) > (high.value.codePointAt(0) ?? 0)) return undefined
    parts.push(`${classMember(low.value)}-${classMember(high.value)}`)
    example ??= low.value
    index += 1 + high.length
  }
  return undefined
}

function member(pattern: string, index: number, sedEscapes: boolean): { value: string; length: number } {
  const escaped =
    sedEscapes && pattern[index] === '\\' ? { n: '\n', t: '\t', r: '\r' }[pattern[index + 1] ?? ''] : undefined
  if (escaped) return { value: escaped, length: 2 }
  const value = String.fromCodePoint(pattern.codePointAt(index) ?? 0)
  return { value, length: value.length }
}

const classMember = (character: string): string =>
  /[\p{L}\p{N}]/u.test(character) ? character : `\\x{${(character.codePointAt(0) ?? 0).toString(16)}}`
