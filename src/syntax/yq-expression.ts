import { slice, split, type Text, trim } from '../source/text.ts'
import { parseJqPath } from './jq-path.ts'

/** What is assigned: a string as written, or an environment variable, as a string or read as YAML. */
export type YqValue =
  | { readonly kind: 'string'; readonly text: Text }
  | { readonly kind: 'plain'; readonly text: Text }
  | { readonly kind: 'variable'; readonly name: string; readonly text: Text; readonly readsYaml: boolean }

export type YqStep =
  | { readonly kind: 'get'; readonly path: readonly (string | number)[] }
  | { readonly kind: 'set'; readonly path: readonly (string | number)[]; readonly value: YqValue }

/** Paths and assignments of scalars, piped, as yq 4 (mikefarah) has them. Undefined: anything else. */
export function parseYq(expression: Text): readonly YqStep[] | undefined {
  const steps = split(expression, /\s\|\s/).map((part) => step(trim(part)))
  return steps.every((one) => one !== undefined) ? steps : undefined
}

function step(part: Text): YqStep | undefined {
  const assignment = /^([^=|()]*?)\s*\|?=\s*(?=["\w-])/.exec(part.value)
  if (!assignment) {
    const path = parseJqPath(part.value)
    return path && { kind: 'get', path }
  }
  const path = parseJqPath(assignment[1] as string)
  const read = value(slice(part, assignment[0].length))
  return path && path.length > 0 && read ? { kind: 'set', path, value: read } : undefined
}

function value(written: Text): YqValue | undefined {
  const variable = /^(str)?env\((\w+)\)$/.exec(written.value)
  if (variable)
    return { kind: 'variable', name: variable[2] as string, text: written, readsYaml: variable[1] === undefined }
  if (/^"[^"\\]*"$/.test(written.value)) return { kind: 'string', text: slice(written, 1, written.value.length - 1) }
  return /^(?:-?\d{1,15}|true|false|null)$/.test(written.value) ? { kind: 'plain', text: written } : undefined
}
