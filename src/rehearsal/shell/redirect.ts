import type { Redirection } from 'unbash'
import { concat, emptyText, placeOf, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown, unknownText } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import { fileContent, sinkOf } from './output.ts'
import { type Flow, finish, onlyOnce, type Shell, type Sink } from './shell-state.ts'
import { expandHereDoc, expandText } from './words.ts'

/** Runs with redirections in force. A file to read that is certainly not there: the command does not run. */
export function redirected(shell: Shell, redirections: readonly Redirection[], run: () => Flow): Flow {
  if (redirections.length === 0) return run()
  const { descriptors, input } = shell
  const readsOther = redirections.some(({ operator }) => operator.startsWith('<'))
  try {
    return redirections.every((redirection) => redirect(shell, redirection)) ? run() : finish(shell, 1)
  } finally {
    shell.descriptors = descriptors
    if (readsOther) shell.input = input
  }
}

/** Puts one redirection in force; false: it fails. */
export function redirect(shell: Shell, redirection: Redirection): boolean {
  if (redirection.type === 'HereDoc') {
    shell.input = expandHereDoc(shell, redirection)
    return true
  }
  const target = redirection.target
    ? expandText(shell, redirection.target, redirection.type === 'HereString' ? 'assignment' : 'word')
    : emptyText
  if (redirection.type === 'HereString') {
    shell.input = concat(target, spoken('\n', placeOf(target)))
    return true
  }
  const { descriptor, operator } = redirection
  const number = descriptor?.type === 'FileDescriptor' ? descriptor.value : operator.startsWith('<') ? 0 : 1
  switch (operator) {
    case '<':
    case '<>':
      return number === 0 ? read(shell, target) : true
    case '<&':
      if (number === 0 && target.value !== '0') shell.input = fromElsewhere(shell, target)
      return true
    case '>&':
      duplicate(shell, number, target)
      return true
    default:
      open(shell, operator.startsWith('&') ? [1, 2] : [number], target, operator.endsWith('>>'))
      return true
  }
}

/** Descriptors that are open for reading are not followed; `<&-` closes. */
const fromElsewhere = (shell: Shell, target: Text): Text =>
  target.value === '-'
    ? emptyText
    : unknownText(
        shell.machine.names,
        onlyOnce(shell, 'descriptor').condition,
        'what another descriptor reads',
        placeOf(target),
      )

function read(shell: Shell, target: Text): boolean {
  const path = resolvePath(shell.machine.directory, target.value)
  const text = path === '/dev/null' ? emptyText : path === '/dev/stdin' ? shell.input : fileContent(shell, path)
  if (text) shell.input = text
  return text !== undefined
}

function duplicate(shell: Shell, number: number, target: Text): void {
  if (/^\d$/.test(target.value)) put(shell, number, sinkOf(shell, Number(target.value)))
  else if (target.value === '-') put(shell, number, { kind: 'nowhere' })
  else open(shell, [1, 2], target, false)
}

function put(shell: Shell, number: number, sink: Sink): void {
  shell.descriptors = new Map(shell.descriptors).set(number, sink)
}

function open(shell: Shell, numbers: readonly number[], target: Text, append: boolean): void {
  const sink = sinkFor(shell, target)
  for (const number of numbers) put(shell, number, sink)
  if (sink.kind !== 'file') return
  const { files } = shell.machine
  files.write(sink.path, append ? (fileContent(shell, sink.path) ?? emptyText) : emptyText)
}

function sinkFor(shell: Shell, target: Text): Sink {
  const path = resolvePath(shell.machine.directory, target.value)
  if (target.value === '' || holdsUnknown(target.value)) {
    shell.machine.files.blur()
    return { kind: 'nowhere' }
  }
  if (path === '/dev/stdout' || path === '/dev/fd/1') return sinkOf(shell, 1)
  if (path === '/dev/stderr' || path === '/dev/fd/2') return sinkOf(shell, 2)
  if (path.startsWith('/dev/')) return { kind: 'nowhere' }
  return { kind: 'file', path }
}
