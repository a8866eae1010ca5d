import { literalPattern } from '../../syntax/regex.ts'

/** A shell pattern (`*`, `?`, `[a-z]`) as RE2 writes it. */
export function globPattern(glob: string): string {
  let pattern = ''
  for (let index = 0; index < glob.length; index += 1) {
    const character = glob[index] as string
    const bracket = character === '[' ? /^\[([!^]?)(\]?[^\]]*)\]/.exec(glob.slice(index, index + 100)) : null
    if (bracket) {
      const members = (bracket[2] as string).replace(/[\\[\]^&~]/g, '\\$&')
      pattern += `[${bracket[1] ? '^' : ''}${members}]`
      index += bracket[0].length - 1
    } else if (character === '\\' && index + 1 < glob.length) {
      index += 1
      pattern += literalPattern(glob[index] as string)
    } else pattern += character === '*' ? '(?s:.*)' : character === '?' ? '(?s:.)' : literalPattern(character)
  }
  return pattern
}
