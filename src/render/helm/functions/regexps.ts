import type { RE2JS } from 're2js'
import { concat, emptyText, slice, type Text } from '../../../source/text.ts'
import { quoteGo } from '../../../syntax/go-quote.ts'
import { compilePattern, matchesOf, type PatternMatch, patternProblem } from '../../../syntax/regex.ts'
import { CallError, Unsupported } from '../failure.ts'
import { type Call, type Functions, type GoFunction, looks, makes, num, str, textOf } from '../function.ts'
import { joined } from '../pieces.ts'
import { bool, string, strings, type Value } from '../value.ts'

const compiled = new Map<string, RE2JS>()
const mostCompiled = 500
/** Nobody writes longer ones. */
const longestPattern = 4000
/** What an instruction of a compiled pattern costs, in characters. */
const weightOfInstruction = 500

/** Undefined for a pattern that RE2 refuses. */
function compile(source: string, call: Call): RE2JS | undefined {
  const known = compiled.get(source)
  if (known) return known
  if (source.length > longestPattern) throw new Unsupported('the chart makes too long a regular expression')
  const made = compilePattern(source)
  if (!made) return undefined
  call.spend(weightOfInstruction * made.programSize())
  if (compiled.size > mostCompiled) compiled.clear()
  compiled.set(source, made)
  return made
}

/** Go's regular expressions; a pattern that they refuse is an error of the call, or a panic without `must`. */
function pattern(written: Value, must: boolean, call: Call): RE2JS {
  const source = str(written)
  const made = compile(source, call)
  if (made) return made
  const problem = patternProblem(source) ?? 'error parsing regexp'
  const quoted = source.includes('`') ? quoteGo(source) : `\`${source}\``
  throw new CallError(must ? problem : `regexp: Compile(${quoted}): ${problem}`)
}

const mostMatches = 100_000

/** At worst every instruction is looked at for every character. */
function found(args: readonly Value[], must: boolean, call: Call, limit = mostMatches): readonly PatternMatch[] {
  const made = pattern(args[0], must, call)
  call.spend(made.programSize() * str(args[1]).length)
  const matches = matchesOf(made, str(args[1]), limit)
  if (matches.length === mostMatches) throw new Unsupported('a regular expression of the chart matches too often')
  return goMatches(matches)
}

/** Go does not take an empty match right behind a match. */
const goMatches = (matches: readonly PatternMatch[]): readonly PatternMatch[] =>
  matches.filter((match, index) => match.start !== match.end || matches[index - 1]?.end !== match.start)

const slices = (text: Text, matches: readonly PatternMatch[]): readonly Text[] =>
  matches.map((match) => slice(text, match.start, match.end))

function split(args: readonly Value[], must: boolean, limit: number, call: Call): readonly Text[] {
  const text = textOf(args[1])
  if (limit === 0) return []
  if (str(args[0]) !== '' && text.value === '') return [text]
  const parts: Text[] = []
  let start = 0
  let end = 0
  for (const match of found(args, must, call)) {
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

const replacing =
  (literal: boolean) =>
  (must: boolean): GoFunction =>
    looks('string string string', (args, call) => {
      const text = textOf(args[1])
      const names = groupNames(str(args[0]))
      const parts: Text[] = []
      let run = 0
      for (const match of found(args, must, call)) {
        const replacement = literal ? textOf(args[2]) : expanded(textOf(args[2]), text, match, names)
        parts.push(slice(text, run, match.start), replacement)
        run = match.end
      }
      return string(joined([...parts, slice(text, run)]), call.here)
    })

const finding = (must: boolean): GoFunction =>
  looks('string string', (args, call) =>
    string(slices(textOf(args[1]), found(args, must, call, 1))[0] ?? emptyText, call.here),
  )

const findingAll = (must: boolean): GoFunction =>
  looks('string string int', (args, call) => {
    const limit = num(args[2])
    const matches = found(args, must, call)
    return strings(slices(textOf(args[1]), limit < 0 ? matches : matches.slice(0, limit)), call.here)
  })

const splitting = (must: boolean): GoFunction =>
  looks('string string int', (args, call) => strings(split(args, must, num(args[2]), call), call.here))

/** A function and its twin, whose errors say less. */
const both = (name: string, make: (must: boolean) => GoFunction): Functions => ({
  [name]: make(false),
  [`must${name[0]?.toUpperCase()}${name.slice(1)}`]: make(true),
})

export const regexpFunctions: Functions = {
  regexMatch: looks('string string', (args, call) =>
    bool(compile(str(args[0]), call) !== undefined && found(args, true, call, 1).length > 0, call.here),
  ),
  mustRegexMatch: looks('string string', (args, call) => bool(found(args, true, call, 1).length > 0, call.here)),
  ...both('regexFind', finding),
  ...both('regexFindAll', findingAll),
  ...both('regexReplaceAll', replacing(false)),
  ...both('regexReplaceAllLiteral', replacing(true)),
  ...both('regexSplit', splitting),
  regexQuoteMeta: makes('string', ([text]) => str(text).replace(/[\\.+*?()|[\]{}^$]/g, '\\$&')),
}
