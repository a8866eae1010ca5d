import { nowhere } from '../../source/span.ts'
import { concat, slice, split, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import type { Builtin } from './builtins.ts'
import { dispatch } from './command.ts'
import { inSubshell } from './process.ts'
import { runFile, runText } from './script.ts'
import { type Flow, finish, next, onlyOnce, type Shell } from './shell-state.ts'
import { assign, exportVariable } from './variables.ts'

/** Commands that run the command behind them. `taking`: options with a value of their own; `skip`: words before the command. */
const passing =
  (taking: RegExp, skip = 0): Builtin =>
  (shell, args) => {
    let at = 0
    while (at < args.length && args[at]?.value.startsWith('-')) at += taking.test(args[at]?.value ?? '') ? 2 : 1
    return dispatch(shell, args.slice(at + skip), false)
  }

const env: Builtin = (shell, args) => {
  let at = 0
  while (args[at]?.value.startsWith('-')) at += /^(?:-u|--unset|-C|--chdir)$/.test(args[at]?.value ?? '') ? 2 : 1
  const { variables } = shell.machine
  for (let word = args[at]; word && /^[A-Za-z_]\w*=/.test(word.value); word = args[at]) {
    const equals = word.value.indexOf('=')
    assign(shell, word.value.slice(0, equals), slice(word, equals + 1))
    exportVariable(shell, word.value.slice(0, equals))
    at += 1
  }
  const flow = at < args.length ? dispatch(shell, args.slice(at), false) : finish(shell, onlyOnce(shell, 'env'))
  shell.machine.variables = variables
  return flow
}

/** `bash script args`, `bash -c 'text' name args`, `bash -s args < script`. */
const bash: Builtin = (shell, args, name) => {
  let errexit = false
  let at = 0
  let text = false
  let stdin = false
  while (at < args.length && /^[-+]/.test(args[at]?.value ?? '')) {
    const option = args[at]?.value ?? ''
    at += 1
    if (/^[-+](?:o|O|-rcfile|-init-file)$/.test(option)) at += 1
    if (/^-\w*e/.test(option)) errexit = true
    if (/^-\w*c/.test(option)) text = true
    if (/^-\w*s/.test(option)) stdin = true
    if (option === '--' || text || stdin) break
  }
  const [first, ...rest] = args.slice(at)
  if (stdin || !first) return runText(shell, shell.input, args.slice(at), { name, errexit })
  if (text) return runText(shell, first, rest.slice(1), { name: rest[0] ?? name, errexit })
  return scriptFile(shell, first, rest, errexit)
}

function scriptFile(shell: Shell, path: Text, args: readonly Text[], errexit: boolean): Flow {
  const text = holdsUnknown(path.value)
    ? undefined
    : shell.machine.files.read(resolvePath(shell.machine.directory, path.value))
  if (!text) return runFile(shell, path, args) ?? finish(shell, onlyOnce(shell, path.value))
  return runText(shell, text, args, { name: path, errexit })
}

/** The command once, with the words of its input behind it; with `-I{}` once for each line. */
const xargs: Builtin = (shell, args) => {
  let at = 0
  let placeholder: string | undefined
  let perLine = false
  for (; args[at]?.value.startsWith('-'); at += 1) {
    const option = args[at]?.value ?? ''
    if (/^-[nLPd]$/.test(option)) {
      if (option === '-n' || option === '-L') perLine = true
      at += 1
    } else if (/^-[nL]\d/.test(option)) perLine = true
    else if (option === '-I') placeholder = args[++at]?.value
    else if (/^-I./.test(option)) placeholder = option.slice(2)
    else if (option === '-i') placeholder = '{}'
  }
  const command = args.slice(at)
  const { input } = shell
  shell.input = { value: '', pieces: [] }
  const items = split(input, placeholder ? /\n+/ : /\s+/).filter((item) => item.value !== '')
  const groups = placeholder || perLine ? items.map((item) => [item]) : items.length > 0 ? [items] : []
  const flow = inSubshell(shell, () => {
    for (const group of groups.slice(0, 50)) {
      const words = placeholder
        ? command.map((word) => filled(word, placeholder, group[0] as Text))
        : [...command, ...group]
      dispatch(shell, words.length === 0 ? [spoken('echo', nowhere), ...group] : words, false)
    }
    return next
  })
  shell.input = input
  return flow
}

const filled = (word: Text, placeholder: string, value: Text): Text =>
  concat(...split(word, placeholder).flatMap((part, index) => (index === 0 ? [part] : [value, part])))

export const wrappers: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['sudo', passing(/^-[ugCDhpRrTtU]$/)],
  ['doas', passing(/^-u$/)],
  ['time', passing(/^$/)],
  ['timeout', passing(/^-[ks]$/, 1)],
  ['nohup', passing(/^$/)],
  ['nice', passing(/^-n$/)],
  ['ionice', passing(/^-[cnp]$/)],
  ['stdbuf', passing(/^-[ioe]$/)],
  ['setsid', passing(/^$/)],
  ['exec', passing(/^-a$/)],
  ['env', env],
  ['bash', bash],
  ['sh', bash],
  ['dash', bash],
  ['xargs', xargs],
])
