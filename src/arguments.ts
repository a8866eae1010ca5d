import { parseArgs } from 'node:util'
import { type Severity, severities } from './finding.ts'
import type { FailOn } from './report/report.ts'
import { nearest } from './source/nearest.ts'
import type { SetKind } from './syntax/set-values.ts'

export type Format = 'text' | 'json' | 'github'

/** What somebody asked the command line for. */
export type Arguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'explain'; readonly rule: string }
  | CheckArguments
  | RenderArguments
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

/** As `helm template` has them. */
export interface RenderArguments {
  readonly kind: 'render'
  readonly path: string
  readonly values: readonly RenderOption[]
  readonly release: string
  readonly namespace: string | undefined
  readonly kubernetes: string | undefined
  readonly apiVersions: readonly string[]
  readonly helm: 3 | 4
  readonly includeCrds: boolean
  readonly origins: boolean
}

/** Path of a values file, or what a `--set` says; in the order of the command line. */
export interface RenderOption {
  readonly kind: 'file' | SetKind
  readonly text: string
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

const many = { type: 'string', multiple: true } as const

const renderOptions = {
  release: { type: 'string', default: 'release-name' },
  namespace: { type: 'string', short: 'n' },
  values: { ...many, short: 'f' },
  set: many,
  'set-string': many,
  'set-json': many,
  'set-file': many,
  'set-literal': many,
  'kube-version': { type: 'string' },
  'api-versions': { ...many, short: 'a' },
  helm: { type: 'string', default: '3' },
  'include-crds': { type: 'boolean', default: false },
  origins: { type: 'boolean', default: false },
  help: options.help,
} as const

const setKinds: readonly SetKind[] = ['set', 'set-string', 'set-json', 'set-file', 'set-literal']

const formats: readonly Format[] = ['text', 'json', 'github']
export const failOns: readonly FailOn[] = [...severities.toReversed(), 'never']

/** Reads the words behind the program's name. */
export function parseArguments(words: readonly string[]): Arguments {
  const isRender = words[0] === 'render'
  try {
    return isRender ? readRender(words.slice(1)) : read(words)
  } catch (error) {
    const known = Object.keys(isRender ? renderOptions : options)
    return { kind: 'mistake', message: complaint((error as Error).message, known) }
  }
}

function readRender(words: readonly string[]): Arguments {
  const parsed = parseArgs({ args: [...words], options: renderOptions, allowPositionals: true, tokens: true })
  const { values, positionals, tokens } = parsed
  if (values.help) return { kind: 'help' }
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new Error('render takes one chart or one directory')
  return {
    kind: 'render',
    path,
    values: tokens.flatMap((token) => (token.kind === 'option' ? valuesOf(token.name, token.value) : [])),
    release: values.release,
    namespace: values.namespace,
    kubernetes: values['kube-version'],
    apiVersions: (values['api-versions'] ?? []).flatMap((value) => value.split(',')),
    helm: oneOf('--helm', values.helm, ['3', '4']) === '4' ? 4 : 3,
    includeCrds: values['include-crds'],
    origins: values.origins,
  }
}

function valuesOf(name: string, text = ''): readonly RenderOption[] {
  if (name === 'values') return text.split(',').map((file) => ({ kind: 'file', text: file }))
  const kind = setKinds.find((candidate) => candidate === name)
  return kind ? [{ kind, text }] : []
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
function complaint(message: string, known: readonly string[]): string {
  const unknown = /^Unknown option '([^']*)'/.exec(message)?.[1]
  if (unknown === undefined) return message.split('\n')[0] as string
  const near = nearest(
    unknown,
    known.map((name) => `--${name}`),
  )
  return `there is no option ${unknown}${near ? `; did you mean ${near}?` : ''}`
}
