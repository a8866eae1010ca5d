import { concatAll, spoken, type Text } from '../../source/text.ts'
import { unknown, unknownText } from '../../source/unknown.ts'
import { workspacePath } from '../../world/files.ts'
import type { Machine } from '../../world/machine.ts'
import { parseOptions } from '../text/options.ts'
import { done, failed, line, opaque } from '../text/outcome.ts'
import { type Call, command, type Outcome } from '../tool.ts'

/** What git says of the commit that is checked out. What changes a repository changes nothing that the rehearsal sees. */
export const git = command('git', (call, machine) => {
  const options = parseOptions(call.args, { short: 'C:c:pP', long: { 'no-pager': 'P' }, permute: false })
  const [subcommand, ...args] = options?.operands ?? []
  const elsewhere = options?.given.some(({ name }) => name === 'C')
  const answer = subcommand && answers[subcommand.value]
  const asked =
    answer && !elsewhere
      ? answer(
          call,
          machine,
          args.map((arg) => arg.value),
        )
      : undefined
  if (asked) return asked
  if (['clone', 'checkout', 'switch', 'pull', 'submodule', 'apply', 'lfs'].includes(subcommand?.value ?? ''))
    machine.files.blur()
  return silent.includes(subcommand?.value ?? '') ? { ...failed(), status: 'unknown' } : opaque(call, machine, [])
})

const silent = ['add', 'config', 'fetch', 'push', 'pull', 'tag', 'checkout', 'switch', 'clone', 'init', 'remote']

type Answer = (call: Call, machine: Machine, args: readonly string[]) => Outcome | undefined

const answers: Readonly<Record<string, Answer>> = {
  'rev-parse': revParse,
  describe,
  log: formatted,
  show: formatted,
  branch: (call, machine, args) =>
    args.length === 1 && args[0] === '--show-current' ? branchName(call, machine, '') : undefined,
  'symbolic-ref': (call, machine, args) =>
    args.includes('--short') && args.includes('HEAD') ? branchName(call, machine, '') : undefined,
}

const spokenLine = (call: Call, value: string): Outcome => line(call, spoken(value, call.at))

function revParse(call: Call, machine: Machine, args: readonly string[]): Outcome | undefined {
  const { sha } = machine.run.occasion
  const words = args.filter((arg) => arg !== '--verify' && arg !== '-q' && arg !== '--quiet')
  const head = words.filter((word) => word === 'HEAD' || word === '@' || word === 'HEAD^{commit}')
  const options = words.filter((word) => word.startsWith('--'))
  if (head.length + options.length !== words.length || head.length > 1) return undefined
  const [option] = options
  if (options.length > 1) return undefined
  if (option === '--show-toplevel' && head.length === 0) return spokenLine(call, workspacePath)
  if (head.length === 0) return undefined
  if (option === undefined) return spokenLine(call, sha)
  if (option === '--short') return line(call, abbreviated(call, machine))
  if (option === '--abbrev-ref') return branchName(call, machine, 'HEAD')
  const length = /^--short=(\d{1,2})$/.exec(option)?.[1]
  return length === undefined ? undefined : spokenLine(call, sha.slice(0, Math.max(4, Number(length))))
}

/**
 * Without a length git takes as many digits as the number of objects asks for, seven at least (core.abbrev, `auto`): seven are
 * known, and more may follow.
 */
function abbreviated(call: Call, machine: Machine): Text {
  const { sha } = machine.run.occasion
  const more = unknown(machine.names, `git-abbrev ${sha}`, 'possibly more digits')
  return spoken(`${sha.slice(0, 7)}${more}`, call.at)
}

/** The branch that is checked out: none after actions/checkout of a tag or a pull request (`HEAD` is detached). */
function branchName(call: Call, machine: Machine, detached: string): Outcome | undefined {
  const { ref } = machine.run.occasion
  if (ref.startsWith('refs/heads/')) return spokenLine(call, ref.slice('refs/heads/'.length))
  if (!/^refs\/(?:tags|pull)\//.test(ref)) return undefined
  return detached === '' ? done() : spokenLine(call, detached)
}

/** The nearest tag: the one that was pushed, else what the history knows and the files do not. */
function describe(call: Call, machine: Machine, args: readonly string[]): Outcome | undefined {
  const { ref, sha } = machine.run.occasion
  const known = ['--tags', '--abbrev=0', '--exact-match', '--always', 'HEAD', '--first-parent']
  if (args.every((arg) => known.includes(arg)) && args.includes('--tags') && ref.startsWith('refs/tags/'))
    return spokenLine(call, ref.slice('refs/tags/'.length))
  const key = `git describe ${args.join(' ')} ${sha} ${ref}`
  const described = unknownText(machine.names, key, ['git describe', ...args].join(' '), call.at)
  return { ...line(call, described), status: args.includes('--always') ? 0 : 'unknown' }
}

/** `git log -1 --format=%H` and its relatives. */
function formatted(call: Call, machine: Machine, args: readonly string[]): Outcome | undefined {
  const { sha } = machine.run.occasion
  const format = args
    .map((arg) => /^--(?:pretty|format)=(?:t?format:)?(.*)$/s.exec(arg)?.[1])
    .find((one) => one !== undefined)
  const one = args.some((arg) => ['-1', '-n1', '--max-count=1', '-s', '--no-patch'].includes(arg))
  const rest = args.filter(
    (arg) => !/^--(?:pretty|format)=|^-1$|^-n1$|^-s$|^--(?:max-count=1|no-patch)$|^HEAD$/.test(arg),
  )
  if (format === undefined || !one || rest.length > 0 || /%[^Hh%n]/.test(format)) return undefined
  const endsLines = !args.some((arg) => /^--(?:pretty|format)=format:/.test(arg))
  const parts = format.split(/(%.)/).map((part): Text => {
    if (part === '%H') return spoken(sha, call.at)
    if (part === '%h') return abbreviated(call, machine)
    return spoken(part === '%%' ? '%' : part === '%n' ? '\n' : part, call.at)
  })
  return endsLines ? line(call, concatAll(parts)) : done(concatAll(parts))
}
