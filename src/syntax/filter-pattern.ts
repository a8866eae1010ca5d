import { compilePattern } from './regex.ts'

/**
 * Whether a name matches a filter of `on.push.branches` and the like (GitHub docs, "Filter pattern cheat sheet"):
 * `*` within a component, `**` across, `?` zero or one of the preceding character, `+` one or more, `[]` classes.
 */
export function matchesFilterPattern(pattern: string, name: string): boolean {
  const compiled = compilePattern(`^(?:${translate(pattern)})$`)
  return compiled ? compiled.matcher(name).find() : pattern === name
}

function translate(pattern: string): string {
  let out = ''
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index] as string
    if (pattern.startsWith('**/', index)) {
      out += '(?:.*/)?'
      index += 2
    } else if (pattern.startsWith('**', index)) {
      out += '.*'
      index += 1
    } else if (character === '*') out += '[^/]*'
    else if ('?+[]-'.includes(character)) out += character
    else if (character === '\\') {
      out += `\\${pattern[index + 1] ?? '\\'}`
      index += 1
    } else out += character.replace(/[.^$(){}|]/, '\\$&')
  }
  return out
}

/** A name that matches the pattern, for an event that stands for all of its kind: `release/x` for `release/**`. */
export const exampleOf = (pattern: string): string =>
  pattern
    .replace(/\[0-9\]\+?/g, '7')
    .replace(/\[[^\]]*\][+?]?/g, 'x')
    .replace(/\*+/g, 'x')
    .replace(/\\(.)/g, '$1')
    .replace(/[?+]/g, '')
