import { failOns } from './arguments.ts'
import { type Severity, severities } from './finding.ts'
import type { FailOn } from './report/report.ts'

/** The inputs of `action.yml`, read. */
export interface ActionInputs {
  readonly path: string
  readonly config: string | undefined
  readonly failOn: FailOn
  readonly minSeverity: Severity
  /** Undefined: as many as the runner shows. */
  readonly maxAnnotations: number | undefined
  readonly summary: boolean
  readonly token: string
}

/** Reads the inputs; an empty one has its default. */
export function readInputs(input: (name: string) => string): ActionInputs | { readonly mistake: string } {
  const failOn = oneOf(input('fail-on'), failOns, 'error')
  const minSeverity = oneOf(input('min-severity'), severities, 'notice')
  const summary = oneOf(input('summary').toLowerCase(), ['true', 'false'], 'true')
  const most = input('max-annotations')
  if (failOn === undefined) return mistake('fail-on', failOns, input('fail-on'))
  if (minSeverity === undefined) return mistake('min-severity', severities, input('min-severity'))
  if (summary === undefined) return mistake('summary', ['true', 'false'], input('summary'))
  if (!/^\d{0,9}$/.test(most)) return mistake('max-annotations', ['a number'], most)
  return {
    path: input('path') || '.',
    config: input('config') || undefined,
    failOn,
    minSeverity,
    maxAnnotations: most === '' ? undefined : Number(most),
    summary: summary === 'true',
    token: input('token'),
  }
}

const oneOf = <T extends string>(value: string, allowed: readonly T[], fallback: T): T | undefined =>
  value === '' ? fallback : allowed.find((candidate) => candidate === value)

const mistake = (name: string, allowed: readonly string[], value: string): { readonly mistake: string } => ({
  mistake: `the input ${name} takes ${allowed.join(', ')}, not "${value}"`,
})
