import { type ComposeService, parseCompose } from '../../documents/compose.ts'
import { expanded } from '../../documents/dockerfile.ts'
import { concat, emptyText, placeOf, spoken, type Text } from '../../source/text.ts'
import { obscured, unknownText } from '../../source/unknown.ts'
import { parseImageReference } from '../../syntax/image-reference.ts'
import { resolvePath } from '../../world/files.ts'
import { type Machine, record } from '../../world/machine.ts'
import { readsYaml } from '../../world/unreadable.ts'
import type { World } from '../../world/world.ts'
import type { Call, Outcome } from '../tool.ts'
import { build } from './build.ts'
import { dockerfileOf } from './build-context.ts'
import { driverFor } from './builders.ts'
import { imageFromNowhere, imageNamed, push } from './images.ts'
import { optionOf, optionValue, optionValues, readOptions } from './options.ts'

const globalSyntax = {
  valued: ['ansi', 'env-file', 'file', 'parallel', 'profile', 'progress', 'project-directory', 'project-name'],
  letters: { f: 'file', p: 'project-name' },
  operandEnds: true,
}
const syntax = {
  valued: ['build-arg', 'builder', 'memory', 'ssh', 'progress'],
  letters: { m: 'memory', q: 'quiet', d: 'detach' },
}

/** `docker compose build|push`: the services that have a `build` (docker/compose pkg/compose/build.go, push.go). */
export function runCompose(call: Call, args: readonly Text[], machine: Machine, world: World): Outcome {
  const global = readOptions(args, globalSyntax)
  const [verb, ...rest] = global.operands
  const directory = resolvePath(machine.directory, optionValue(global, 'project-directory')?.value ?? '.')
  const services = servicesIn(optionValues(global, 'file'), directory, call, machine, world)
  const line = readOptions(rest, syntax)
  const names = line.operands.map((word) => word.value)
  const chosen = services.filter((one) => one.build && (names.length === 0 || names.includes(one.name.value)))
  if (verb?.value === 'build' || optionOf(line, 'build'))
    for (const service of chosen)
      buildService(service, directory, call, machine, world, optionOf(line, 'push') !== undefined)
  else if (verb?.value === 'push') for (const service of chosen) pushService(service, call, machine, world)
  if (verb && silent.has(verb.value)) return { status: services.length > 0 ? 0 : 'unknown', stdout: emptyText }
  const asked = `compose(${args.map((one) => one.value).join(' ')})`
  return { status: 'unknown', stdout: unknownText(machine.names, asked, `output of ${programOf(call)}`, call.at) }
}

/** What they print nobody reads on. */
const silent = new Set('build create down kill pause pull push restart rm start stop unpause up wait'.split(' '))

const programOf = ({ name }: Call): string => (name.value === 'docker-compose' ? name.value : `${name.value} compose`)

const defaultFiles = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml']

function servicesIn(
  files: readonly Text[],
  directory: string,
  call: Call,
  machine: Machine,
  world: World,
): readonly ComposeService[] {
  const found = defaultFiles.find((name) => machine.files.read(resolvePath(directory, name)))
  const paths =
    files.length > 0
      ? files.map((file) => resolvePath(machine.directory, file.value))
      : found
        ? [resolvePath(directory, found)]
        : []
  const merged = new Map<string, ComposeService>()
  for (const path of paths) {
    const text = machine.files.read(path)
    if (text && !readsYaml(world, machine, text, 'yaml: …: nothing is built'))
      record(world, machine, { kind: 'opaque', name: programOf(call), about: [text], anything: false, at: call.at })
    for (const service of text ? parseCompose(text).services : []) {
      const before = merged.get(service.name.value)
      merged.set(service.name.value, {
        ...service,
        image: service.image ?? before?.image,
        platform: service.platform ?? before?.platform,
        build: service.build ?? before?.build,
      })
    }
  }
  return [...merged.values()]
}

/** A compose value with the environment's variables in it. */
function valueIn(text: Text, machine: Machine): Text {
  const value = expanded(text, (name) => machine.variables.get(name)?.text)
  return value ?? obscured(machine.names, 'compose', text)
}

/** Without `image` the service has a name that Docker makes from project and service; nobody pulls that from a registry. */
const namesOf = (service: ComposeService, machine: Machine): readonly Text[] => [
  ...(service.image ? [valueIn(service.image, machine)] : []),
  ...(service.build?.tags ?? []).map((tag) => valueIn(tag, machine)),
]

function buildService(
  service: ComposeService,
  directory: string,
  call: Call,
  machine: Machine,
  world: World,
  pushes: boolean,
): void {
  if (!service.build) return
  const { build: settings } = service
  const context = settings.context ? valueIn(settings.context, machine) : undefined
  const file =
    settings.dockerfile && context
      ? concat(context, spoken('/', placeOf(context)), settings.dockerfile)
      : settings.dockerfile
  build(
    {
      builder: `${programOf(call)} build`,
      driver: driverFor(machine, undefined),
      tags: namesOf(service, machine),
      platforms: settings.platforms.length > 0 ? settings.platforms : service.platform ? [service.platform] : [],
      push: pushes,
      load: !pushes,
      outputs: [],
      attestations: { provenance: undefined, sbom: undefined, attests: [], byDefault: true, obeysEnvironment: true },
      dockerfile: dockerfileOf(machine, directory, context, file),
      target: settings.target,
      buildArguments: new Map(settings.arguments),
      at: call.at,
    },
    machine,
    world,
  )
}

function pushService(service: ComposeService, call: Call, machine: Machine, world: World): void {
  for (const name of namesOf(service, machine)) {
    const reference = parseImageReference(name)
    const image =
      imageNamed(machine, world, reference) ?? imageFromNowhere(machine, world, `${programOf(call)} push`, call.at)
    push(machine, world, reference, image)
  }
}
