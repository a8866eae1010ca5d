import type { Span } from '../../source/span.ts'
import { concat, emptyText, lines, slice, split, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import { perhapsEmpty } from '../join.ts'
import { runExternal } from './command.ts'
import { runOpaque } from './opaque.ts'
import { runProcess } from './process.ts'
import { asInterpreter, childShell } from './scripts.ts'
import { withOptions } from './settings.ts'
import { type Flow, finish, next, plainSettings, type Shell } from './shell-state.ts'
import { isName } from './variables.ts'

type Wrapper = (shell: Shell, args: readonly Text[], at: Span) => Flow

/** The offset of the first word that is neither an option nor the value of one in `valued`. */
function behindOptions(args: readonly Text[], valued: RegExp): number {
  let index = 0
  while (index < args.length && /^-./.test(args[index]?.value as string)) {
    if (args[index]?.value === '--') return index + 1
    index += valued.test(args[index]?.value as string) ? 2 : 1
  }
  return index
}

/** Runs the command behind the wrapper's own words, with the variables it sets. */
function runRest(shell: Shell, args: readonly Text[], start: number, at: Span): Flow {
  let index = start
  const variables = new Map(shell.machine.variables)
  for (; index < args.length; index += 1) {
    const arg = args[index] as Text
    const equals = arg.value.indexOf('=')
    if (equals < 1 || !isName(arg.value.slice(0, equals))) break
    variables.set(arg.value.slice(0, equals), { text: slice(arg, equals + 1), exported: true })
  }
  const [name, ...rest] = args.slice(index)
  if (!name) return finish(shell, 0)
  const outer = shell.machine.variables
  shell.machine.variables = variables
  const flow = runExternal(shell, name, rest, at)
  shell.machine.variables = outer
  return flow
}

const passing =
  (valued: RegExp, own = 0): Wrapper =>
  (shell, args, at) =>
    runRest(shell, args, behindOptions(args, valued) + own, at)

const env: Wrapper = (shell, args, at) => {
  const start = behindOptions(args, /^-[uCS]$|^--(?:unset|chdir)$/)
  const commanded = args.slice(start).some((arg) => !/^[A-Za-z_]\w*=/.test(arg.value))
  return commanded ? runRest(shell, args, start, at) : runOpaque(shell, 'printenv', args, at)
}

/** `bash script.sh args`, `bash -c 'script' name args`, `bash -s args < script` */
const bash =
  (interpreter: string): Wrapper =>
  (shell, args, at) => {
    const words = args.map((arg) => arg.value)
    const start = behindOptions(args, /^[-+]\w*[oO]$|^--(?:rcfile|init-file)$/)
    const options = words.slice(0, start)
    const settings = asInterpreter(withOptions(plainSettings, options), interpreter)
    const flagged = (letter: string) => options.some((option) => new RegExp(`^-[a-zA-Z]*${letter}`).test(option))
    if (flagged('n')) return finish(shell, 0)
    const child = (script: Text, name: Text, rest: readonly Text[], file?: Text): Flow => {
      runProcess(shell, (own) => childShell(own, script, { name, file, args: rest, settings }))
      return next
    }
    const [first, second, ...others] = args.slice(start)
    const own = spoken(interpreter, at)
    if (flagged('c')) {
      if (!first) return finish(shell, 2)
      if (perhapsEmpty(first.value)) return runOpaque(shell, interpreter, args, at)
      return child(first, second ?? own, others)
    }
    if (first && !flagged('s')) {
      const script = shell.machine.files.read(resolvePath(shell.machine.directory, first.value))
      if (!script || perhapsEmpty(script.value)) return runOpaque(shell, interpreter, args, at)
      return child(script, first, args.slice(start + 1), first)
    }
    const { input } = shell
    if (perhapsEmpty(input.value) || input.value === '') return runOpaque(shell, interpreter, args, at)
    shell.input = emptyText
    return child(input, own, args.slice(start))
  }

/** Words read from standard input become arguments; only whole lines or all words at once, or one by one. */
const xargs: Wrapper = (shell, args, at) => {
  const { input } = shell
  const start = behindOptions(args, /^-[nLPIdsE]$|^--(?:max-args|max-procs|replace|delimiter)$/)
  const options = args.slice(0, start).map((arg) => arg.value)
  const [name, ...own] = args.slice(start)
  const odd = options.some((option) => /^-[0dEs]|^--(?:null|delimiter)/.test(option)) || /['"\\]/.test(input.value)
  const command = name ?? spoken('echo', at)
  if (odd || holdsUnknown(input.value)) return runOpaque(shell, 'xargs', [...args, input], at)
  const replaced = valueOfOption(options, 'I')
  const count = Number(valueOfOption(options, 'n') ?? valueOfOption(options, 'L') ?? 0)
  shell.input = emptyText
  const calls =
    replaced === undefined
      ? grouped(split(input, /\s+/).filter(filled), count).map((words) => [...own, ...words])
      : lines(input)
          .filter(filled)
          .map((line) => own.map((arg) => substituted(arg, replaced, line)))
  const none =
    calls.length === 0 && replaced === undefined && !options.some((option) => /^-\w*r|^--no-run-if-empty/.test(option))
  for (const words of none ? [own] : calls) {
    const flow = runExternal(shell, command, words, at)
    if (flow.kind !== 'next') return flow
  }
  return calls.length === 0 ? finish(shell, none ? shell.status : 0) : next
}

const filled = (text: Text): boolean => text.value.trim() !== ''

function valueOfOption(options: readonly string[], letter: string): string | undefined {
  const index = options.findIndex((option) => option.startsWith(`-${letter}`))
  if (index < 0) return undefined
  return (options[index] as string).slice(2) || options[index + 1]
}

function grouped(words: readonly Text[], count: number): readonly (readonly Text[])[] {
  if (!(count > 0)) return words.length > 0 ? [words] : []
  return Array.from({ length: Math.ceil(words.length / count) }, (_, index) =>
    words.slice(index * count, (index + 1) * count),
  )
}

function substituted(arg: Text, placeholder: string, line: Text): Text {
  const parts = split(arg, placeholder)
  return parts.slice(1).reduce((all, part) => concat(all, line, part), parts[0] ?? emptyText)
}

/** Commands that run the command behind them. */
export const wrappers: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
  ['sudo', passing(/^-[ugpChRrtT]$/)],
  ['doas', passing(/^-u$/)],
  ['env', env],
  ['nohup', passing(/^$/)],
  ['setsid', passing(/^$/)],
  ['nice', passing(/^-n$/)],
  ['ionice', passing(/^-[cnp]$/)],
  ['time', passing(/^-[fo]$/)],
  ['stdbuf', passing(/^-[ioe]$/)],
  ['unbuffer', passing(/^$/)],
  ['timeout', passing(/^-[ks]$|^--(?:signal|kill-after)$/, 1)],
  ['xargs', xargs],
  ['bash', bash('bash')],
  ['sh', bash('sh')],
  ['dash', bash('dash')],
])
