import { concat, emptyText, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { type Shell, type Sink, serial, spend } from './shell-state.ts'
import { bounded } from './variables.ts'

const nowhere: Sink = { kind: 'nowhere' }

export const sinkOf = (shell: Shell, descriptor: number): Sink => shell.descriptors.get(descriptor) ?? nowhere

/** Writes to a file descriptor. */
export function write(shell: Shell, descriptor: number, text: Text): void {
  if (text.value === '') return
  spend(shell, text.value.length)
  const sink = sinkOf(shell, descriptor)
  if (sink.kind === 'buffer') {
    const before = shell.buffers.get(sink.id) ?? emptyText
    shell.buffers = new Map(shell.buffers).set(sink.id, bounded(shell, concat(before, text)))
  } else if (sink.kind === 'file') {
    const { files } = shell.machine
    files.write(sink.path, bounded(shell, concat(fileContent(shell, sink.path) ?? emptyText, text)))
  }
}

/** What a file holds; undefined: it is certainly not there. */
export function fileContent(shell: Shell, path: string): Text | undefined {
  const { files, names, run } = shell.machine
  const text = files.read(path)
  if (text) return text
  const outside = !/^\/(?:github|tmp|dev\/fd)(?:\/|$)/.test(path)
  return files.exists(path) === false && !outside
    ? undefined
    : unknownText(names, `file ${path} #${run.id}`, path, run.at)
}

/** What `run` writes to its standard output. */
export function capture(shell: Shell, run: () => void): Text {
  const id = serial(shell)
  const outer = shell.descriptors
  shell.descriptors = new Map(outer).set(1, { kind: 'buffer', id })
  shell.buffers = new Map(shell.buffers).set(id, emptyText)
  try {
    run()
  } finally {
    shell.descriptors = outer
  }
  const text = shell.buffers.get(id) ?? emptyText
  const buffers = new Map(shell.buffers)
  buffers.delete(id)
  shell.buffers = buffers
  return text
}
