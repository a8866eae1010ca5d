import type { Redirect, Redirection } from 'unbash'
import { concat, emptyText, placeOf, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, unknownText } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import type { Shell, Sink } from './shell-state.ts'
import { expandHereDoc, expandText } from './words.ts'

/** Runs with standard input and the descriptors as the redirections say; they are undone afterwards. */
export function redirected<T>(shell: Shell, redirections: readonly Redirection[], run: () => T): T {
  if (redirections.length === 0) return run()
  const { descriptors, input } = shell
  let feeds = false
  for (const one of redirections) feeds = redirect(shell, one) || feeds
  const result = run()
  shell.descriptors = descriptors
  // A loop that reads on where another left off shares its input; one that is fed of its own does not.
  if (feeds) shell.input = input
  return result
}

/** Whether standard input comes from elsewhere now. */
function redirect(shell: Shell, one: Redirection): boolean {
  if (one.type === 'HereDoc') {
    shell.input = expandHereDoc(shell, one)
    return true
  }
  if (one.type === 'HereString') {
    const text = one.target ? expandText(shell, one.target) : emptyText
    shell.input = concat(text, spoken('\n', placeOf(text)))
    return true
  }
  const target = one.target ? expandText(shell, one.target) : emptyText
  const descriptor = one.descriptor?.type === 'FileDescriptor' ? one.descriptor.value : undefined
  if (one.operator === '<') return feed(shell, target)
  if (one.operator === '>&' && /^(?:\d+|-)$/.test(target.value)) {
    point(
      shell,
      descriptor ?? 1,
      target.value === '-' ? { kind: 'nowhere' } : shell.descriptors.get(Number(target.value)),
    )
  } else if (one.operator !== '<&' && one.operator !== '<>') toFile(shell, one, descriptor, target)
  return false
}

function feed(shell: Shell, target: Text): boolean {
  const { files, directory, names } = shell.machine
  const path = resolvePath(directory, target.value)
  const known = target.value === '/dev/null' ? emptyText : holdsUnknown(target.value) ? undefined : files.read(path)
  shell.input =
    known ??
    (files.exists(path) === false ? emptyText : unknownText(names, `file ${path}`, target.value, placeOf(target)))
  return true
}

function toFile(shell: Shell, one: Redirect, descriptor: number | undefined, target: Text): void {
  const sink = sinkFor(shell, target, one.operator.endsWith('>>'))
  if (one.operator.startsWith('&') || (one.operator === '>&' && descriptor === undefined)) {
    point(shell, 1, sink)
    point(shell, 2, sink)
  } else point(shell, descriptor ?? 1, sink)
}

function sinkFor(shell: Shell, target: Text, append: boolean): Sink | undefined {
  const { value } = target
  if (value === '/dev/null') return { kind: 'nowhere' }
  if (value === '/dev/stdout') return shell.descriptors.get(1)
  if (value === '/dev/stderr' || value === '/dev/tty') return shell.descriptors.get(2) ?? { kind: 'nowhere' }
  if (holdsUnknown(value)) {
    shell.machine.files.blur()
    return { kind: 'nowhere' }
  }
  const path = resolvePath(shell.machine.directory, value)
  if (!append || shell.machine.files.read(path) === undefined) shell.machine.files.write(path, emptyText)
  return { kind: 'file', path }
}

function point(shell: Shell, descriptor: number, sink: Sink | undefined): void {
  shell.descriptors = new Map(shell.descriptors).set(descriptor, sink ?? { kind: 'nowhere' })
}
