import { emptyText, placeOf, type Text } from '../../source/text.ts'
import { type ImageReference, parseImageReference } from '../../syntax/image-reference.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { Image } from '../../world/registry.ts'
import type { World } from '../../world/world.ts'
import type { Call, Outcome } from '../tool.ts'
import { imageFromNowhere, imageNamed, keep, newDigest, push } from './images.ts'
import { readOptions } from './options.ts'
import { behindTransport } from './registry-copy.ts'

const syntax = {
  valued: ['arch', 'os', 'os-features', 'os-version', 'variant', 'format', 'authfile', 'annotation'],
  letters: { a: 'amend', p: 'purge', f: 'format' },
}

/** `docker manifest create LIST MANIFEST…`, then `push LIST` (docker/cli cli/command/manifest). */
export function runManifest(call: Call, args: readonly Text[], machine: Machine, world: World): Outcome {
  const verb = call.args.find((word) => ['create', 'add', 'push', 'annotate'].includes(word.value))?.value
  const [list, ...rest] = readOptions(args, syntax).operands
  if (!list) return { status: 1, stdout: emptyText }
  record(world, machine, {
    kind: 'command' as const,
    at: call.at,
    name: `${call.name.value} manifest ${verb}`,
    arguments: args,
    inputs: new Map(),
  })
  const reference = parseImageReference(list)
  if (verb === 'create' || verb === 'add')
    keep(machine, [reference], indexOf(list, rest.map(parseImageReference), call, machine, world))
  if (verb === 'push') {
    const image =
      imageNamed(machine, world, reference) ??
      imageFromNowhere(machine, world, `${call.name.value} manifest push`, call.at)
    push(machine, world, parseImageReference(rest[0] ? (behindTransport(rest[0]) ?? rest[0]) : list), image)
  }
  return { status: 0, stdout: emptyText }
}

/** An index over other images; its platforms are known where all of theirs are. */
export function indexOf(
  name: Text,
  members: readonly ImageReference[],
  call: Call,
  machine: Machine,
  world: World,
): Image {
  const platforms = members.map((member) => imageNamed(machine, world, member)?.platforms)
  const known = platforms.length > 0 && platforms.every((one) => one !== undefined)
  return {
    platforms: known ? [...new Set(platforms.flatMap((one) => one ?? []))] : undefined,
    platformsAt: members[0] ? placeOf(members[0].text) : undefined,
    shape: 'index',
    attestations: { kind: 'unknown' },
    builder: [call.name.value, ...call.args.slice(0, 2).map((word) => word.value)].join(' '),
    at: call.at,
    digest: newDigest(machine, world, name.value),
  }
}
