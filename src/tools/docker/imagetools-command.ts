import { emptyText, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { parseImageReference } from '../../syntax/image-reference.ts'
import type { Machine } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { Call, Outcome } from '../tool.ts'
import { imageNamed, push } from './images.ts'
import { indexOf } from './manifest-command.ts'
import { optionOf, optionValues, readOptions } from './options.ts'

const syntax = {
  valued: ['annotation', 'append-file', 'builder', 'file', 'platform', 'progress', 'tag', 'metadata-file', 'format'],
  letters: { t: 'tag', f: 'file', D: 'debug' },
}

/**
 * `docker buildx imagetools create -t NEW SOURCE…` tags in the registry. One source keeps its manifest as it is
 * (docker/buildx commands/imagetools/create.go); several become an index.
 */
export function runImagetools(call: Call, args: readonly Text[], machine: Machine, world: World): Outcome {
  const [verb, ...rest] = args
  const line = readOptions(rest, syntax)
  if (verb?.value === 'inspect') {
    const what = line.operands[0]?.value ?? ''
    return {
      status: 'unknown',
      stdout: unknownText(machine.names, `inspect(${what})`, 'what the registry says', call.at),
    }
  }
  if (verb?.value !== 'create' || optionOf(line, 'dry-run')) return { status: 0, stdout: emptyText }
  const sources = line.operands.map(parseImageReference)
  const only = sources.length === 1 && sources[0] ? imageNamed(machine, world, sources[0]) : undefined
  const tags = optionValues(line, 'tag')
  if (tags[0]) {
    const made = only ?? indexOf(tags[0], sources, call, machine, world)
    const image = sources.length > 1 || only ? made : { ...made, shape: undefined }
    for (const tag of tags) push(machine, world, parseImageReference(tag), image)
  }
  return { status: 0, stdout: emptyText }
}
