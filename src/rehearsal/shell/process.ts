import { concat, emptyText, type Text } from '../../source/text.ts'
import { welcome } from './branch.ts'
import { type Flow, next, type Shell, serial } from './shell-state.ts'

/** Runs with standard output going into a text. */
export function capture(shell: Shell, run: () => unknown): Text {
  const id = serial(shell)
  const { descriptors } = shell
  shell.buffers = new Map(shell.buffers).set(id, emptyText)
  shell.descriptors = new Map(descriptors).set(1, { kind: 'buffer', id })
  run()
  const text = shell.buffers.get(id) ?? emptyText
  const buffers = new Map(shell.buffers)
  buffers.delete(id)
  shell.buffers = buffers
  shell.descriptors = descriptors
  return text
}

/** Writes to a file descriptor. */
export function write(shell: Shell, descriptor: number, text: Text): void {
  if (text.value === '') return
  const sink = shell.descriptors.get(descriptor)
  if (sink?.kind === 'buffer')
    shell.buffers = new Map(shell.buffers).set(sink.id, concat(shell.buffers.get(sink.id) ?? emptyText, text))
  if (sink?.kind === 'file') {
    const { files } = shell.machine
    files.write(sink.path, concat(files.read(sink.path) ?? emptyText, text))
  }
}

/** Runs in a process of its own: variables, directory and settings do not come back; files, logins and events do. */
export function inSubshell(shell: Shell, run: () => Flow, changed: Partial<Shell> = {}): Flow {
  const {
    machine,
    functions,
    arrays,
    attributes,
    frames,
    settings,
    args,
    name,
    loops,
    calls,
    parked,
    open,
    input,
    ignoring,
    fatal,
    source,
  } = shell
  const { variables, directory } = machine
  shell.parked = []
  Object.assign(shell, changed)
  shell.depth += 1
  run()
  welcome(shell, () => true)
  shell.depth -= 1
  machine.variables = variables
  machine.directory = directory
  Object.assign(shell, {
    functions,
    arrays,
    attributes,
    frames,
    settings,
    args,
    name,
    loops,
    calls,
    parked,
    open,
    input,
    ignoring,
    fatal,
    source,
  })
  return next
}
