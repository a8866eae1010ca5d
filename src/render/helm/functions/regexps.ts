import type { RE2JS } from 're2js'
import { concat, slice, spoken, type Text } from '../../../source/text.ts'
import { compilePattern, matchesOf, type PatternMatch } from '../../../syntax/regex.ts'
import { CallError } from '../failure.ts'
import { type Functions, type GoFunction, looks, makes, num, str, textOf } from '../function.ts'
import { joined } from '../pieces.ts'
import { bool, string, strings, type Value } from '../value.ts'

const compiled = new Map<string, RE2JS>()

/** Go's regular expressions; a pattern that they refuse is an error of the call. */
function pattern(written: Value, name: string): RE2JS {
  const source = str(written)
  const known = compiled.get(source)
  if (known) return known
  const made = compilePattern(source)
  if (!made) throw new CallError(`regexp: ${name}(${JSON.stringify(source)}): error parsing regexp`)
  if (compiled.size > 500) compiled.clear()
  compiled.set(source, made)
  return made
}

const found = (args: readonly Value[], name: string, limit?: number): readonly PatternMatch[] =>
  goMatches(matchesOf(pattern(args[0], name), str(args[1]), limit))

/** Go does not take an empty match right behind a match. */
const goMatches = (matches: readonly PatternMatch[]): readonly PatternMatch[] =>
  matches.filter((match, index) => match.start !== match.end || matches[index - 1]?.end !== match.start)

const slices = (text: Text, matches: readonly PatternMatch[]): readonly Text[] =>
  matches.map((match) => slice(text, match.start, match.end))

function split(args: readonly Value[], limit: number): readonly Text[] {
  const text = textOf(args[1])
  if (limit === 0) return []
  if (str(args[0]) !== '' && text.value === '') return [text]
  const parts: Text[] = []
  let start = 0
  let end = 0
  for (const match of found(args, 'Compile')) {
    if (limit > 0 && parts.length === limit - 1) break
    end = match.start
    if (match.end !== 0) parts.push(slice(text, start, end))
    start = match.end
  }
  if (end !== text.value.length) parts.push(slice(text, start))
  return parts
}

/** regexp.Expand: `$1`, `${name}`, `$$`. */
function expanded(template: Text, text: Text, match: PatternMatch, groups: ReadonlyMap<string, number>): Text {
  const parts: Text[] = []
  let run = 0
  for (const reference of template.value.matchAll(/\$(?:\$|\{([^}]*)\}|([\p{L}\p{Nd}_]+))/gu)) {
    const name = reference[1] ?? reference[2]
    if (name !== undefined && !/^[\p{L}\p{Nd}_]+$/u.test(name)) continue
    parts.push(slice(template, run, reference.index))
    run = reference.index + reference[0].length
    if (name === undefined) parts.push(slice(template, run - 1, run))
    else {
      const group = match.groups[/^[0-9]+$/.test(name) ? Number(name) : (groups.get(name) ?? -1)]
      if (group) parts.push(slice(text, group.start, group.end))
    }
  }
  return concat(...parts, slice(template, run))
}

const groupNames = (source: string): ReadonlyMap<string, number> => {
  const names = new Map<string, number>()
  let count = 0
  for (const match of source.matchAll(/\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|\((?!\?)|\(\?P?<([^>]+)>/g)) {
    if (!match[0].startsWith('(')) continue
    count += 1
    if (match[1]) names.set(match[1], count)
  }
  return names
}

const replacing = (literal: boolean): GoFunction =>
  looks('string string string', (args, { here }) => {
    const text = textOf(args[1])
    const names = groupNames(str(args[0]))
    const parts: Text[] = []
    let run = 0
    for (const match of found(args, 'Compile')) {
      parts.push(
        slice(text, run, match.start),
        literal ? textOf(args[2]) : expanded(textOf(args[2]), text, match, names),
      )
      run = match.end
    }
    return string(joined([...parts, slice(text, run)]), here)
  })

const finding = looks('string string', (args, { here }) =>
  string(slices(textOf(args[1]), found(args, 'Compile', 1))[0] ?? spoken('', here), here),
)
const findingAll = looks('string string int', (args, { here }) => {
  const limit = num(args[2])
  const matches = found(args, 'Compile')
  return strings(slices(textOf(args[1]), limit < 0 ? matches : matches.slice(0, limit)), here)
})
const splitting = looks('string string int', (args, { here }) => strings(split(args, num(args[2])), here))

const matches = (args: readonly Value[]): boolean => found(args, 'Compile', 1).length > 0

export const regexpFunctions: Functions = {
  regexMatch: looks('string string', (args, { here }) => {
    try {
      return bool(matches(args), here)
    } catch {
      return bool(false, here)
    }
  }),
  mustRegexMatch: looks('string string', (args, { here }) => bool(matches(args), here)),
  regexFind: finding,
  mustRegexFind: finding,
  regexFindAll: findingAll,
  mustRegexFindAll: findingAll,
  regexReplaceAll: replacing(false),
  mustRegexReplaceAll: replacing(false),
  regexReplaceAllLiteral: replacing(true),
  mustRegexReplaceAllLiteral: replacing(true),
  regexSplit: splitting,
  mustRegexSplit: splitting,
  regexQuoteMeta: makes('string', ([text]) => str(text).replace(/[\\.+*?()|[\]{}^$]/g, '\\$&')),
}
