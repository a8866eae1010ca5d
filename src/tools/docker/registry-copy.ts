import { slice, type Text } from '../../source/text.ts'
import { parseImageReference } from '../../syntax/image-reference.ts'
import type { Machine } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { Call } from '../tool.ts'
import { imageFromNowhere, imageNamed, push } from './images.ts'

/** A copy from one registry to another keeps the image as it is, if all of it is copied. */
export function copyImage(
  source: Text,
  target: Text,
  whole: boolean,
  call: Call,
  machine: Machine,
  world: World,
): void {
  const known = imageNamed(machine, world, parseImageReference(source))
  const image = known ?? imageFromNowhere(machine, world, call.name.value, call.at)
  const single = whole || image.shape === 'manifest'
  push(
    machine,
    world,
    parseImageReference(target),
    single ? image : { ...image, platforms: undefined, shape: undefined },
  )
}

/** The reference behind `docker://`; undefined for another transport (a file, a directory). */
export function behindTransport(text: Text): Text | undefined {
  const transport = /^(?:docker:\/\/|docker-daemon:|containers-storage:)/.exec(text.value)?.[0]
  return transport === undefined ? undefined : slice(text, transport.length)
}
