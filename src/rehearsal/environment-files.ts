import { concat, lines, slice, type Text, textAt } from '../source/text.ts'
import { isOneUnknown } from '../source/unknown.ts'

/** Where the runner's files for steps stand on a machine. */
export const environmentFiles = {
  GITHUB_ENV: '/github/file_commands/set_env',
  GITHUB_OUTPUT: '/github/file_commands/set_output',
  GITHUB_PATH: '/github/file_commands/add_path',
  GITHUB_STATE: '/github/file_commands/save_state',
  GITHUB_STEP_SUMMARY: '/github/file_commands/step_summary',
} as const

export interface Assignments {
  readonly values: ReadonlyMap<string, Text>
  /** Something was written that nobody can read: any name may have been set. */
  readonly open: boolean
}

/** Reads `NAME=value` and `NAME<<DELIMITER` lines, as actions/runner FileCommandManager.cs does. */
export function readAssignments(file: Text | undefined): Assignments {
  const values = new Map<string, Text>()
  let open = false
  const all = file ? lines(file) : []
  for (let index = 0; index < all.length; index += 1) {
    const line = all[index] as Text
    if (line.value === '') continue
    const equals = line.value.indexOf('=')
    const heredoc = line.value.indexOf('<<')
    if (heredoc > 0 && (equals < 0 || heredoc < equals)) {
      const delimiter = line.value.slice(heredoc + 2)
      const end = all.findIndex((one, at) => at > index && one.value === delimiter)
      const last = end < 0 ? all.length : end
      values.set(line.value.slice(0, heredoc), joinLines(all.slice(index + 1, last)))
      index = last
    } else if (equals > 0 && !isOneUnknown(line.value.slice(0, equals)))
      values.set(line.value.slice(0, equals), slice(line, equals + 1))
    else open = true
  }
  return { values, open }
}

const newline = textAt({ source: { path: '', text: '\n' }, start: 0, end: 1 })

const joinLines = (parts: readonly Text[]): Text =>
  concat(...parts.flatMap((part, index) => (index === 0 ? [part] : [newline, part])))

/** The older `::set-output name=x::value` on standard output. */
export function outputsIn(stdout: Text): ReadonlyMap<string, Text> {
  const found = new Map<string, Text>()
  for (const line of lines(stdout)) {
    const match = /^::set-output name=([^:,]+)::/.exec(line.value)
    if (match) found.set(match[1] as string, slice(line, match[0].length))
  }
  return found
}
