import type { Span } from '../../source/span.ts'
import { concat, placeOf, spoken, type Text } from '../../source/text.ts'
import { unknown, unknownText } from '../../source/unknown.ts'
import { parseImageReference } from '../../syntax/image-reference.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { Image } from '../../world/registry.ts'
import type { World } from '../../world/world.ts'
import type { Call, Outcome } from '../tool.ts'
import { isOn, lastOf, type Options, valuesOf } from './options.ts'
import { asked, done } from './outcome.ts'
import { azureHost, logInToAzure, recordLogin } from './registry-login.ts'

/** `az acr login | build | import | run | task run`. */
export function acr(call: Call, machine: Machine, world: World, options: Options): Outcome {
  const verb = options.words
    .slice(1, 3)
    .map((word) => word.value)
    .join(' ')
  const registry = lastOf(options, 'registry', 'r', 'name', 'n')
  if (verb === 'login') {
    const name = registry ?? unknownText(machine.names, `acr ${world.events.length}`, 'a registry', call.at)
    if (!isOn(options, 'expose-token', 't')) logInToAzure(machine, world, name, call.at)
  } else if (verb.startsWith('build') || verb === 'pack build') build(call, machine, world, options, registry)
  else if (verb === 'import') imported(call, machine, world, options, registry)
  else if (verb.startsWith('run') || verb.startsWith('task'))
    record(world, machine, { kind: 'opaque', name: `az acr ${verb}`, about: call.args, anything: false, at: call.at })
  else return asked(call, machine, world)
  return done(call, machine, world)
}

/** Builds on Azure's own machines, which are amd64, and pushes without credentials of the runner. */
function build(call: Call, machine: Machine, world: World, options: Options, registry: Text | undefined): void {
  if (isOn(options, 'no-push') || !registry) return
  const platform = lastOf(options, 'platform')
  const asked = platform ? platformOf(platform.value) : 'linux/amd64'
  const image: Image = {
    ...anImage(machine, world, 'az acr build', call.at),
    platforms: asked === undefined ? undefined : [asked],
    platformsAt: platform && placeOf(platform),
  }
  pushAll(call, machine, world, valuesOf(options, 'image', 't'), registry, image)
}

/** `linux` alone is amd64 (`az acr build --platform`). */
function platformOf(written: string): string | undefined {
  const [os = '', architecture, variant] = written.toLowerCase().split('/')
  if (!/^\w+$/.test(os)) return undefined
  return [os, architecture ?? 'amd64', ...(variant ? [variant] : [])].join('/')
}

function imported(call: Call, machine: Machine, world: World, options: Options, registry: Text | undefined): void {
  const names = valuesOf(options, 'image', 't')
  const targets = names.length > 0 ? names : valuesOf(options, 'source')
  const image = {
    ...anImage(machine, world, 'az acr import', call.at),
    shape: undefined,
    attestations: { kind: 'unknown' },
  } as const
  if (registry) pushAll(call, machine, world, targets, registry, image)
}

const anImage = (machine: Machine, world: World, builder: string, at: Span): Image => ({
  platforms: undefined,
  platformsAt: undefined,
  shape: 'manifest',
  attestations: { kind: 'none' },
  builder,
  at,
  digest: unknown(machine.names, `digest ${machine.run.id} ${world.events.length} ${builder}`, `digest of ${builder}`),
})

function pushAll(
  call: Call,
  machine: Machine,
  world: World,
  names: readonly Text[],
  registry: Text,
  image: Image,
): void {
  const host = azureHost(machine, registry)
  const login = recordLogin(machine, world, host, call.at)
  for (const name of names) {
    const written = withRunId(machine, world, name)
    const first = written.value.split('/')[0] ?? ''
    const full =
      first.includes('.') && written.value.includes('/') ? written : concat(host, spoken('/', placeOf(name)), written)
    record(world, machine, { kind: 'push', reference: parseImageReference(full), image, login, at: placeOf(name) })
  }
}

/** `{{.Run.ID}}` is made up by Azure. */
function withRunId(machine: Machine, world: World, name: Text): Text {
  const parts = name.value.split(/\{\{.*?\}\}/)
  if (parts.length === 1) return name
  const id = unknown(machine.names, `acr run ${world.events.length}`, 'the run of az acr build')
  return spoken(parts.join(id), placeOf(name))
}
