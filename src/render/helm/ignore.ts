import type { Text } from '../../source/text.ts'
import { baseOf } from './functions/paths.ts'

/** `.helmignore` (Helm's pkg/ignore): whether a path in the chart's directory is left out. */
type Ignore = (path: string, isDirectory: boolean) => boolean

interface Rule {
  readonly negate: boolean
  readonly mustBeDirectory: boolean
  readonly matches: (path: string) => boolean
}

/** Undefined: Helm refuses the file. */
export function ignoreRules(text: Text | undefined): Ignore | undefined {
  const rules: Rule[] = []
  for (const line of [...(text?.value ?? '').split(/\r?\n/), 'templates/.?*']) {
    const rule = line.trim()
    if (rule === '' || rule.startsWith('#')) continue
    if (rule.includes('**')) return undefined
    const parsed = parseRule(rule)
    if (!parsed) return undefined
    rules.push(parsed)
  }
  return (path, isDirectory) => isIgnored(rules, path, isDirectory)
}

function isIgnored(rules: readonly Rule[], path: string, isDirectory: boolean): boolean {
  for (const rule of rules) {
    if (rule.negate) {
      // A negative rule ignores everything that it does not match: Helm's own reading.
      if ((rule.mustBeDirectory && !isDirectory) || !rule.matches(path)) return true
    } else if ((!rule.mustBeDirectory || isDirectory) && rule.matches(path)) return true
  }
  return false
}

function parseRule(written: string): Rule | undefined {
  const negate = written.startsWith('!')
  const positive = negate ? written.slice(1) : written
  const mustBeDirectory = positive.endsWith('/')
  const plain = mustBeDirectory ? positive.slice(0, -1) : positive
  const pattern = wildcard(plain.replace(/^\//, ''))
  if (!pattern) return undefined
  const onlyName = !plain.includes('/')
  return { negate, mustBeDirectory, matches: (path) => pattern.test(onlyName ? baseOf(path) : path) }
}

/** Go's filepath.Match. */
function wildcard(pattern: string): RegExp | undefined {
  let source = ''
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index] as string
    if (character === '*') {
      // Neighbouring stars are one: no pattern can make the engine go back and forth.
      if (pattern[index - 1] !== '*') source += '[^/]*'
    } else if (character === '?') source += '[^/]'
    else if (character === '[') {
      const end = pattern.indexOf(']', index + 2)
      if (end < 0) return undefined
      source += `[${pattern.slice(index + 1, end).replace(/\\/g, '\\\\')}]`
      index = end
    } else {
      if (character === '\\') index += 1
      source += (pattern[index] ?? '').replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
    }
  }
  try {
    return new RegExp(`^${source}$`, 's')
  } catch {
    return undefined
  }
}
