import {
  type BakeFile,
  type BakeTarget,
  mergeBake,
  parseBake,
  resolveTarget,
  targetsNamed,
} from '../../documents/bake.ts'
import type { Span } from '../../source/span.ts'
import { concat, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { resolvePath } from '../../world/files.ts'
import { type Machine, record } from '../../world/machine.ts'
import { readsYaml } from '../../world/unreadable.ts'
import type { World } from '../../world/world.ts'
import { type BuildRequest, build } from './build.ts'
import { argumentsByName, dockerfileOf } from './build-context.ts'
import type { Decision } from './decision.ts'

/** What one run of bake is told beside the files. */
export interface BakeRequest {
  readonly builder: string
  readonly driver: BuildRequest['driver']
  /** Empty: the files that bake looks for by itself. */
  readonly files: readonly Text[]
  readonly targets: readonly Text[]
  /** `targets.attribute=value` */
  readonly set: readonly Text[]
  readonly push: Decision
  readonly load: Decision
  readonly provenance: Text | undefined
  readonly sbom: Text | undefined
  readonly directory: string
  readonly at: Span
}

/** Files in the order in which bake reads them (docker/buildx bake/bake.go defaultFilenames). */
const defaultFiles = [
  ...['compose.yml', 'compose.yaml', 'docker-compose.yml', 'docker-compose.yaml'],
  ...['docker-bake.json', 'docker-bake.hcl', 'docker-bake.override.json', 'docker-bake.override.hcl'],
]

/** Builds the targets that can be read; where one cannot, it may have pushed whatever its name and files say. */
export function bake(request: BakeRequest, machine: Machine, world: World): void {
  const file = filesOf(request, machine, world)
  const names = request.targets.map((target) => target.value)
  const unread = request.targets.some((target) => holdsUnknown(target.value)) || !file
  const wanted = file && !unread ? targetsNamed(file, names) : []
  let opaque = unread
  for (const name of wanted) {
    const target = file && resolveTarget(file, name)
    const settings = target && withSettings(target, name, request.set)
    if (!settings || ['tags', 'platforms', 'output'].some((key) => settings.has(key) && !settings.get(key)))
      opaque = true
    if (settings) build(requestOf(settings, request, machine), machine, world)
  }
  if (opaque)
    record(world, machine, {
      kind: 'opaque' as const,
      at: request.at,
      name: request.builder,
      about: [...request.targets, ...request.files, ...request.set],
      anything: true,
    })
}

/** Undefined if a file cannot be read: the others alone do not tell. */
function filesOf(request: BakeRequest, machine: Machine, world: World): BakeFile | undefined {
  const paths =
    request.files.length > 0
      ? request.files.map((file) => resolvePath(request.directory, file.value.replace(/^cwd:\/\//, '')))
      : defaultFiles.map((name) => resolvePath(request.directory, name)).filter((path) => machine.files.read(path))
  const texts = paths.map((path) => [path, machine.files.read(path)] as const)
  if (texts.length === 0) return undefined
  const read: BakeFile[] = []
  for (const [path, text] of texts) {
    if (!text || (/\.ya?ml$/.test(path) && !readsYaml(world, machine, text, 'yaml: …: nothing is built')))
      return undefined
    read.push(parseBake(path, text, (name) => machine.variables.get(name)?.text))
  }
  return mergeBake(read)
}

/** `*.tags=x`, `app.platform+=linux/arm64`: what the command line says wins. */
function withSettings(target: BakeTarget, name: string, set: readonly Text[]): BakeTarget {
  const settings = new Map(target)
  const replaced = new Set<string>()
  for (const one of set) {
    const match = /^([^.=]+)\.([\w-]+)(?:\.[\w.-]+)?(\+?)=/.exec(one.value)
    if (!match || !matchesTarget(match[1] ?? '', name)) continue
    const key = { platform: 'platforms', tag: 'tags' }[match[2] ?? ''] ?? match[2] ?? ''
    const before = match[3] || replaced.has(key) ? (settings.get(key) ?? []) : []
    settings.set(key, [...before, slice(one, match[0].length)])
    replaced.add(key)
  }
  return settings
}

const matchesTarget = (pattern: string, name: string): boolean =>
  pattern === name || (pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)))

function requestOf(target: BakeTarget, request: BakeRequest, machine: Machine): BuildRequest {
  const list = (name: string): readonly Text[] => target.get(name) ?? []
  const [context] = list('context')
  const [file] = list('dockerfile')
  const path = context && file ? concat(context, spoken('/', placeOf(context)), file) : file
  return {
    builder: request.builder,
    driver: request.driver,
    tags: list('tags'),
    platforms: list('platforms'),
    push: request.push,
    load: request.load,
    outputs: list('output'),
    attestations: {
      provenance: request.provenance,
      sbom: request.sbom,
      attests: list('attest'),
      byDefault: true,
      obeysEnvironment: true,
    },
    dockerfile: target.has('dockerfile-inline') ? undefined : dockerfileOf(machine, request.directory, context, path),
    target: list('target')[0],
    buildArguments: argumentsByName([], machine),
    at: request.at,
  }
}
