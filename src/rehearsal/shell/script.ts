import type { Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { parseShell } from '../../syntax/shell.ts'
import { resolvePath } from '../../world/files.ts'
import { inSubshell } from './process.ts'
import { runStatements } from './run.ts'
import { deepest, type Flow, finish, onlyOnce, type Settings, type Shell } from './shell-state.ts'
import { within } from './words.ts'

export const plainSettings: Settings = {
  errexit: false,
  pipefail: false,
  nounset: false,
  noglob: false,
  nullglob: false,
  globstar: false,
  dotglob: false,
  nocasematch: false,
  lastpipe: false,
}

export interface Start {
  /** `$0` */
  readonly name: Text
  readonly errexit: boolean
}

/** Runs a script as a process of its own: it gets what is exported, and leaves files, logins and what it did. */
export function runText(shell: Shell, script: Text, args: readonly Text[], { name, errexit }: Start): Flow {
  const code = parseShell(script)
  if (!code || shell.depth >= deepest) return finish(shell, onlyOnce(shell, 'a script'))
  const { variables } = shell.machine
  const exported = new Map([...variables].filter(([, variable]) => variable.exported))
  // When it fails, the step fails with it unless somebody asks for its status.
  const fatal = shell.fatal && shell.settings.errexit && !shell.ignoring
  const child: Partial<Shell> = {
    args,
    name,
    fatal,
    functions: new Map(),
    arrays: new Map(),
    attributes: new Map(),
    frames: [],
    settings: { ...plainSettings, errexit },
    ignoring: false,
  }
  inSubshell(
    shell,
    () => {
      shell.machine.variables = exported
      return within(shell, code.text, () => runStatements(shell, code.node.commands))
    },
    child,
  )
  shell.machine.variables = variables
  return finish(shell, failedSilently(shell) ? 1 : shell.status)
}

const failedSilently = ({ status }: Shell): boolean => status === 'failed'

/** A script in the workspace that is called by path; undefined: there is none, or it is no shell script. */
export function runFile(shell: Shell, path: Text, args: readonly Text[]): Flow | undefined {
  if (holdsUnknown(path.value)) return undefined
  const text = shell.machine.files.read(resolvePath(shell.machine.directory, path.value))
  if (!text || text.value === '' || holdsUnknown(text.value.slice(0, 2))) return undefined
  const shebang = /^#!([^\n]*)/.exec(text.value)?.[1]
  if (shebang !== undefined && !/\b(?:ba|da|k|z)?sh\b/.test(shebang)) return undefined
  if (shebang === undefined && !/\.(?:sh|bash)$/.test(path.value)) return undefined
  return runText(shell, text, args, { name: path, errexit: /\s-\w*e/.test(shebang ?? '') })
}

/** `source file`: in this very shell. */
export function sourceFile(shell: Shell, path: Text, args: readonly Text[]): Flow {
  const { files, directory } = shell.machine
  const text = holdsUnknown(path.value) ? undefined : files.read(resolvePath(directory, path.value))
  const code = text && !holdsUnknown(text.value.slice(0, 1)) ? parseShell(text) : undefined
  if (!code || shell.depth >= deepest) {
    // Whatever it sets may be set now.
    shell.open = true
    return finish(shell, onlyOnce(shell, `source ${path.value}`))
  }
  const outer = shell.args
  if (args.length > 0) shell.args = args
  shell.depth += 1
  const flow = within(shell, code.text, () => runStatements(shell, code.node.commands))
  shell.depth -= 1
  shell.args = outer
  return flow
}
