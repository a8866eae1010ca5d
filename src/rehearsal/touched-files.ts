import type { Span } from '../source/span.ts'
import type { Text } from '../source/text.ts'
import { holdsUnknown, unknownText } from '../source/unknown.ts'
import { resolvePath } from '../world/files.ts'
import type { Machine } from '../world/machine.ts'

/** Data that a program may be given to change; its own scripts and sources it only reads. */
const dataFile = /\.(?:ya?ml|json|env|tpl|tmpl|template|properties|toml)$|(?:^|\/)Kustomization$/
const mostFiles = 200
const longestText = 100_000
const deepestFolder = 8

/**
 * What is not understood may have changed the files that it was told of (`perl -pi … k8s/web.yaml`): nobody knows what is in
 * them from now on.
 */
export function touchMentioned(machine: Machine, said: readonly Text[], name: string, at: Span): void {
  const words = said.flatMap(({ value }) => value.slice(0, longestText).split(/[^\w./@+\-\uE000-\uF8FF]+/))
  const mentioned = words.filter((word) => dataFile.test(word) && !holdsUnknown(word)).slice(0, mostFiles)
  for (const path of new Set(mentioned.map((word) => resolvePath(machine.directory, word))))
    if (machine.files.exists(path) === true) touch(machine, path, name, at)
}

/** What replaces tokens wherever it finds them may have changed every file of data in a directory. */
export function touchAll(machine: Machine, directory: string, name: string, at: Span): void {
  let left = mostFiles * 10
  const walk = (folder: string, depth: number): void => {
    for (const entry of depth > deepestFolder ? [] : machine.files.list(folder)) {
      left -= 1
      if (left < 0) return
      const path = `${folder}/${entry}`
      if (machine.files.isDirectory(path)) walk(path, depth + 1)
      else if (dataFile.test(entry)) touch(machine, path, name, at)
    }
  }
  walk(directory, 0)
}

function touch(machine: Machine, path: string, name: string, at: Span): void {
  const key = `${path} after ${name} in run ${machine.run.id}`
  const label = `what ${name} made of ${path.slice(path.lastIndexOf('/') + 1)}`
  machine.files.write(path, unknownText(machine.names, key, label, at))
}
