import type { Dockerfile } from '../../documents/dockerfile.ts'
import type { Span } from '../../source/span.ts'
import { concat, placeOf, spoken, type Text } from '../../source/text.ts'
import { type ImageReference, parseImageReference } from '../../syntax/image-reference.ts'
import type { Builder, Machine } from '../../world/machine.ts'
import { record } from '../../world/machine.ts'
import type { Attestations, Image, Platform } from '../../world/registry.ts'
import { recordUnreadable } from '../../world/unreadable.ts'
import type { World } from '../../world/world.ts'
import { type AttestationSettings, attestationsOf } from './attestation.ts'
import { type Decision, either, maybe, whenDecided } from './decision.ts'
import { type Exporter, exporterOf } from './exporter.ts'
import { keep, newDigest, push } from './images.ts'
import { pinnedPlatform } from './pinned-platform.ts'
import { normalPlatform, platformOf, storesClassically } from './platform.ts'

/** One build, whoever runs it: an action, `docker build`, a target of bake or a service of compose. */
export interface BuildRequest {
  /** As a message names it: `docker/build-push-action@v6`, `docker build`. */
  readonly builder: string
  readonly driver: Builder['driver']
  readonly tags: readonly Text[]
  readonly platforms: readonly Text[]
  readonly push: Decision
  readonly load: Decision
  readonly outputs: readonly Text[]
  readonly attestations: AttestationSettings
  /** Undefined: nobody can read it. */
  readonly dockerfile: Dockerfile | undefined
  readonly target: Text | undefined
  readonly buildArguments: ReadonlyMap<string, Text>
  readonly at: Span
}

/** Builds an image, keeps and pushes it as the request says, and tells the ledger. */
export function build(request: BuildRequest, machine: Machine, world: World): Image {
  const exporters = request.outputs.map(exporterOf)
  const references = request.tags.map(parseImageReference)
  recordRefusal(request, machine, world)
  const image = imageOf(request, exporters, machine, world)
  const pushes = exporters.reduce<Decision>((sum, one) => either(sum, one.push), request.push)
  const unclear = exporters.some((one) => one.kind === 'unknown')
  record(world, machine, {
    kind: 'build' as const,
    at: request.at,
    references,
    image,
    pushed: maybe(pushes) || unclear,
  })
  if (isLoaded(request, exporters)) keep(machine, references, image)
  whenDecided(machine, request.push, () => references.forEach((one) => void push(machine, world, one, image)))
  for (const exporter of exporters)
    if (request.push !== true || exporter.references.length > 0)
      whenDecided(machine, exporter.push, () => exported(exporter, references, image, machine, world))
  return image
}

function recordRefusal({ dockerfile }: BuildRequest, machine: Machine, world: World): void {
  if (!dockerfile?.refusal) return
  const { message, at } = dockerfile.refusal
  const seen = `dockerfile parse error: ${message}`
  recordUnreadable(world, machine, dockerfile.text, placeOf(at), `is no valid Dockerfile: ${message}`, seen)
}

/** What an exporter pushes: the names it has of its own, or else the build's tags. */
function exported(
  exporter: Exporter,
  tags: readonly ImageReference[],
  image: Image,
  machine: Machine,
  world: World,
): void {
  for (const reference of exporter.references.length > 0 ? exporter.references : tags)
    push(machine, world, exporter.byDigest ? withDigest(reference, image) : reference, image)
}

function withDigest(reference: ImageReference, image: Image): ImageReference {
  const at = placeOf(reference.text)
  return parseImageReference(concat(reference.written, spoken('@', at), spoken(image.digest, at)))
}

/**
 * The docker driver always leaves the image in the daemon. A condition counts as loaded: names that may be missing from the
 * daemon are for nobody to prove.
 */
const isLoaded = (request: BuildRequest, exporters: readonly Exporter[]): boolean =>
  maybe(request.load) ||
  exporters.some((one) => one.kind === 'docker' || one.kind === 'unknown') ||
  (request.driver === 'docker' && exporters.every((one) => one.kind === 'image'))

function imageOf(request: BuildRequest, exporters: readonly Exporter[], machine: Machine, world: World): Image {
  const platforms = platformsOf(request, machine)
  const attestations = attestationsMade(request, exporters, machine)
  const first = request.tags[0]?.value ?? 'an image'
  return {
    platforms,
    platformsAt: request.platforms.length > 0 ? placeOf(request.platforms[0] as Text) : undefined,
    shape: shapeOf(request, attestations, machine),
    attestations,
    builder: request.builder,
    at: request.at,
    digest: newDigest(machine, world, first),
  }
}

function platformsOf(request: BuildRequest, machine: Machine): readonly Platform[] | undefined {
  const stated = statedPlatforms(request, machine)
  if (stated && stated.length > 1) return stated
  if (request.platforms.length > 0 && !stated) return undefined
  const own = stated?.[0] ?? platformOf(machine.computer, request.driver)
  const pinned = pinnedPlatform(request.dockerfile, request.target, request.buildArguments)
  if (pinned === 'none') return own === undefined ? undefined : [own]
  if (pinned === 'unknown') return stated
  if (stated) return pinned === own ? stated : undefined
  return [pinned]
}

/** `--platform`, or what `DOCKER_DEFAULT_PLATFORM` says (docker/buildx commands/build.go); empty: nobody says. */
function statedPlatforms(request: BuildRequest, machine: Machine): readonly Platform[] | undefined {
  const variable = machine.variables.get('DOCKER_DEFAULT_PLATFORM')
  const texts = request.platforms.length > 0 ? request.platforms : variable?.exported ? [variable.text] : []
  const platforms = texts.filter((text) => text.value !== '').map((text) => normalPlatform(text.value))
  return platforms.every((one) => one !== undefined) && platforms.length > 0 ? [...new Set(platforms)] : undefined
}

/** Attestations as they come out: the classic image store holds none, and the docker exporter takes none by default. */
function attestationsMade(request: BuildRequest, exporters: readonly Exporter[], machine: Machine): Attestations {
  const wanted = attestationsOf(request.attestations, machine)
  if (wanted.kind === 'none' || wanted.kind === 'asked') return wanted
  if (request.load === true || exporters.some((one) => one.kind === 'docker')) return { kind: 'none' }
  if (request.driver === 'docker') return storesClassically(machine) ? { kind: 'none' } : { kind: 'unknown' }
  return maybe(request.load) || request.driver === 'unknown' ? { kind: 'unknown' } : wanted
}

function shapeOf(request: BuildRequest, attestations: Attestations, machine: Machine): Image['shape'] {
  if (new Set(request.platforms.map((text) => text.value)).size > 1) return 'index'
  if (request.driver === 'docker' && storesClassically(machine)) return 'manifest'
  if (attestations.kind === 'asked' || attestations.kind === 'default') return 'index'
  const single = request.platforms.length === 0 || statedPlatforms(request, machine)?.length === 1
  return attestations.kind === 'none' && single ? 'manifest' : undefined
}
