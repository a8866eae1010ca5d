import { compare } from '../../source/compare.ts'
import { concat, emptyText, spoken, type Text } from '../../source/text.ts'
import { parseImageReference } from '../../syntax/image-reference.ts'
import type { Machine } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { Call, Outcome } from '../tool.ts'
import { imageFromNowhere, imageNamed, keep, localName, push } from './images.ts'
import { optionOf, readOptions } from './options.ts'
import { behindTransport } from './registry-copy.ts'

const done: Outcome = { status: 0, stdout: emptyText }

/** `docker tag SOURCE TARGET`. */
export function runTag(call: Call, args: readonly Text[], machine: Machine, world: World): Outcome {
  const [source, ...targets] = readOptions(args, { valued: [], letters: {} }).operands
  if (!source || targets.length === 0) return { status: 1, stdout: emptyText }
  const image = imageIn(source, call, machine, world)
  keep(machine, targets.map(parseImageReference), image)
  return done
}

/** The image of that name, or one about which nothing is known: an unmodelled command may have made it. */
const imageIn = (name: Text, call: Call, machine: Machine, world: World) =>
  imageNamed(machine, world, parseImageReference(name)) ?? imageFromNowhere(machine, world, call.name.value, call.at)

const pushSyntax = {
  valued: ['platform', 'authfile', 'creds', 'digestfile', 'format', 'compression-format', 'cert-dir', 'sign-by'],
  letters: { a: 'all-tags', q: 'quiet', f: 'format' },
}

/** `docker push NAME[:TAG]`, `docker push -a NAME`, `podman push NAME DESTINATION`. */
export function runPush(call: Call, args: readonly Text[], machine: Machine, world: World): Outcome {
  const line = readOptions(args, pushSyntax)
  const [name, destination] = line.operands
  if (!name) return { status: 1, stdout: emptyText }
  if (optionOf(line, 'all-tags')) return pushAll(name, machine, world)
  const image = imageIn(name, call, machine, world)
  push(machine, world, parseImageReference(destination ? (behindTransport(destination) ?? destination) : name), image)
  return done
}

/** Every local tag of a repository. The tag comes from where the image got it, the name from here. */
function pushAll(name: Text, machine: Machine, world: World): Outcome {
  const wanted = parseImageReference(name)
  for (const [local, image] of machine.images) {
    const tagAt = local.lastIndexOf(':')
    if (compare(local.slice(0, tagAt), wanted.name) !== 'same') continue
    const at = name.pieces[0]?.at
    if (!at) continue
    const reference = parseImageReference(concat(wanted.written, spoken(local.slice(tagAt), at)))
    push(machine, world, reference, image)
  }
  return done
}

/** `docker pull NAME`: what a promotion tags and pushes again. */
export function runPull(call: Call, args: readonly Text[], machine: Machine, world: World): Outcome {
  const line = readOptions(args, { valued: ['platform'], letters: { a: 'all-tags', q: 'quiet' } })
  for (const name of line.operands) {
    const reference = parseImageReference(name)
    if (!machine.images.has(localName(reference))) keep(machine, [reference], imageIn(name, call, machine, world))
  }
  return done
}
