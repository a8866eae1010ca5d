import { split, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { type PosixDialect, type PosixPattern, posixPattern } from '../../syntax/posix-regex.ts'
import { literalPattern } from '../../syntax/regex.ts'
import { has, type Options } from './options.ts'
import { compiled, type Pattern } from './pattern.ts'

/** What grep looks for: each line of each pattern by itself. Undefined: not understood, or rejected by grep. */
export function grepPattern(name: string, patterns: readonly Text[], options: Options): Pattern | undefined {
  const lines = patterns.flatMap((pattern) => split(pattern, '\n').map((line) => line.value))
  const syntax = syntaxOf(name, options)
  const readings = (unknowns: PosixDialect['unknowns']): PosixPattern | undefined => {
    const read = lines.map((line) => oneReading(line, syntax, unknowns))
    return read.every((one) => one !== undefined) ? restricted(either(read), lines, options) : undefined
  }
  const strict = readings('literal')
  const relaxed = lines.some(holdsUnknown) ? readings('anything') : undefined
  const perl = syntax === 'perl'
  const keep = perl && lines.some((line) => line.includes('\\K')) ? 1 : undefined
  const flags = { ignoreCase: has(options, 'i') || has(options, 'y'), perl, keep }
  return strict && compiled(strict, flags, undefined, relaxed)
}

type Syntax = 'basic' | 'extended' | 'fixed' | 'perl'

function syntaxOf(name: string, options: Options): Syntax {
  const letter = options.given.findLast((option) => 'EFGP'.includes(option.name))?.name
  if (letter === 'P') return 'perl'
  if (letter === 'F' || (letter === undefined && name === 'fgrep')) return 'fixed'
  return letter === 'E' || (letter === undefined && name === 'egrep') ? 'extended' : 'basic'
}

function oneReading(line: string, syntax: Syntax, unknowns: PosixDialect['unknowns']): PosixPattern | undefined {
  if (syntax === 'perl') return perlReading(line)
  if (syntax !== 'fixed') return posixPattern(line, { extended: syntax === 'extended', sedEscapes: false, unknowns })
  const source = literalPattern(line)
  const open = unknowns === 'anything' ? source.replace(/[\uE000-\uF8FF]/g, '(?s:.*)') : source
  return { ...noGroups, source: open, literals: line.length, example: line }
}

const noGroups = { groups: 0, certainGroups: true, alternatives: false }

/**
 * Perl's patterns as far as RE2 reads them alike: nothing possessive, no back-reference, of the assertions only edges and a
 * look behind. One `\K` may stand outside of groups.
 */
function perlReading(line: string): PosixPattern | undefined {
  const [before, after, ...more] = line.split('\\K')
  const rest = after === undefined ? line : `${before}${after}`
  if (/[*+?}]\+|\(\?(?!:|i\)|<=|<!)|\\[^dDwWsSbBntr.\\/+*?()[\]{}^$|"'-]/.test(rest) || holdsUnknown(line))
    return undefined
  if (after === undefined) return { ...noGroups, source: line, literals: 0, example: '' }
  if (more.length > 0 || /[(|]/.test((before as string).replace(/\\./g, '')) || /\|/.test(after)) return undefined
  return { ...noGroups, source: `${before}(${after})`, literals: 0, example: '' }
}

function either(patterns: readonly PosixPattern[]): PosixPattern {
  const [first] = patterns
  if (first && patterns.length === 1) return first
  return {
    ...noGroups,
    source: patterns.map(({ source }) => `(?:${source})`).join('|'),
    literals: Math.min(...patterns.map(({ literals }) => literals)),
    example: patterns[0]?.example ?? '',
  }
}

/** `-x` and `-w`. A word's edges are exact where the pattern itself begins and ends with a word character. */
function restricted(pattern: PosixPattern, lines: readonly string[], options: Options): PosixPattern | undefined {
  if (has(options, 'x')) return { ...pattern, source: `^(?:${pattern.source})$` }
  if (!has(options, 'w')) return pattern
  if (lines.every((line) => /^\w(?:.*\w)?$/.test(line))) return { ...pattern, source: `\\b(?:${pattern.source})\\b` }
  if (has(options, 'o')) return undefined
  return { ...pattern, source: `(?:^|[^\\p{L}\\p{N}_])(?:${pattern.source})(?:$|[^\\p{L}\\p{N}_])` }
}
