import { parseArgs } from 'node:util'
import { type Severity, severities } from './finding.ts'
import type { FailOn } from './report/report.ts'
import { nearest } from './source/nearest.ts'

export type Format = 'text' | 'json' | 'github'

/** What somebody asked the command line for. */
export type Arguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'explain'; readonly rule: string }
  | CheckArguments
  | { readonly kind: 'mistake'; readonly message: string }

export interface CheckArguments {
  readonly kind: 'check' | 'trace'
  readonly path: string
  readonly format: Format
  readonly output: string | undefined
  readonly failOn: FailOn
  readonly minSeverity: Severity
  readonly config: string | undefined
  readonly repository: string | undefined
  /** False: `--no-color`. */
  readonly colour: boolean
}

const options = {
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  'fail-on': { type: 'string', default: 'error' },
  'min-severity': { type: 'string', default: 'notice' },
  config: { type: 'string' },
  repository: { type: 'string' },
  'no-color': { type: 'boolean', default: false },
  version: { type: 'boolean', short: 'V', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const formats: readonly Format[] = ['text', 'json', 'github']
export const failOns: readonly FailOn[] = [...severities.toReversed(), 'never']

/** Reads the words behind the program's name. */
export function parseArguments(words: readonly string[]): Arguments {
  try {
    return read(words)
  } catch (error) {
    return { kind: 'mistake', message: complaint((error as Error).message) }
  }
}

function read(words: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  if (values.help) return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  const [first, ...rest] = positionals
  if (first === 'explain') {
    const [rule] = rest
    if (rule === undefined || rest.length > 1) throw new Error('explain takes the id of one rule')
    return { kind: 'explain', rule }
  }
  const paths = first === 'trace' ? rest : positionals
  if (paths.length > 1) throw new Error(`one path can be checked at a time, not ${paths.join(' and ')}`)
  return {
    kind: first === 'trace' ? 'trace' : 'check',
    path: paths[0] ?? '.',
    format: oneOf('--format', values.format, formats),
    output: values.output,
    failOn: oneOf('--fail-on', values['fail-on'], failOns),
    minSeverity: oneOf('--min-severity', values['min-severity'], severities),
    config: values.config,
    repository: repositoryName(values.repository),
    colour: !values['no-color'],
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value)
  if (found !== undefined) return found
  throw new Error(`${option} takes ${allowed.join(', ')}, not "${value}"`)
}

function repositoryName(value: string | undefined): string | undefined {
  if (value === undefined || /^[\w.-]+\/[\w.-]+$/.test(value)) return value
  throw new Error(`--repository takes owner/name, not "${value}"`)
}

/** `parseArgs` explains how to pass a positional that starts with a dash, which nobody here wants to know. */
function complaint(message: string): string {
  const unknown = /^Unknown option '([^']*)'/.exec(message)?.[1]
  if (unknown === undefined) return message.split('\n')[0] as string
  const near = nearest(
    unknown,
    Object.keys(options).map((name) => `--${name}`),
  )
  return `there is no option ${unknown}${near ? `; did you mean ${near}?` : ''}`
}
