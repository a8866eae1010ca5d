import { type Dockerfile, parseDockerfile } from '../../documents/dockerfile.ts'
import { slice, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import type { Machine } from '../../world/machine.ts'

/** Whether a context is fetched from Git or as an archive (moby/buildkit frontend/dockerui, docker/buildx build/utils.go). */
const isRemote = (context: string): boolean => /^(?:https?:\/\/|git:\/\/|git@|ssh:\/\/|github\.com\/)/.test(context)

/** The Dockerfile of a build from a directory; `file` counts from where the command runs, else it lies in the context. */
export function dockerfileOf(
  machine: Machine,
  directory: string,
  context: Text | undefined,
  file: Text | undefined,
): Dockerfile | undefined {
  if (holdsUnknown(`${context?.value ?? ''}${file?.value ?? ''}`)) return undefined
  if (context && isRemote(context.value)) return undefined
  const text = file?.value
    ? machine.files.read(resolvePath(directory, file.value))
    : machine.files.read(resolvePath(resolvePath(directory, context?.value ?? '.'), 'Dockerfile'))
  return text && !holdsUnknown(text.value) ? parseDockerfile(text) : undefined
}

/** `NAME=value` of build arguments; one without a value takes the environment's. */
export function argumentsByName(texts: readonly Text[], machine: Machine): ReadonlyMap<string, Text> {
  return new Map(
    texts.flatMap((text): [string, Text][] => {
      const equals = text.value.indexOf('=')
      if (equals >= 0) return [[text.value.slice(0, equals), slice(text, equals + 1)]]
      const variable = machine.variables.get(text.value)
      return variable ? [[text.value, variable.text]] : []
    }),
  )
}
