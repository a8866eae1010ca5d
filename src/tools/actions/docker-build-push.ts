import { concat, emptyText, spoken, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { listItems } from '../../syntax/csv-list.ts'
import { workspacePath } from '../../world/files.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { AttestationSettings } from '../docker/attestation.ts'
import { type BuildRequest, build } from '../docker/build.ts'
import { argumentsByName, dockerfileOf } from '../docker/build-context.ts'
import { driverFor } from '../docker/builders.ts'
import { decide } from '../docker/decision.ts'
import { logIn } from '../docker/login.ts'
import { isAtLeast } from '../docker/version.ts'
import { type ActionCall, action, type Version } from '../tool.ts'

/** Builds, and pushes if asked. https://github.com/docker/build-push-action (action.yml and src/context.ts of v1.1.2 to v7.3.0) */
export const dockerBuildPush = action('docker/build-push-action', (call, machine, world) => {
  record(world, machine, {
    kind: 'command' as const,
    at: call.at,
    name: call.uses.action,
    arguments: [],
    inputs: call.inputs,
  })
  const request = isAtLeast(call.uses.version, 2) ? requestOf(call, machine) : firstRequestOf(call, machine, world)
  const image = build(request, machine, world)
  const digest = spoken(image.digest, call.at)
  return {
    outputs: new Map([
      ['digest', digest],
      ['imageid', isAtLeast(call.uses.version, 2) ? imageId(machine, image.digest, call) : emptyText],
      ['metadata', unknownText(machine.names, `metadata(${image.digest})`, 'the build metadata', call.at)],
    ]),
    complete: true,
  }
})

const imageId = (machine: Machine, digest: string, call: ActionCall): Text =>
  unknownText(machine.names, `image id(${digest})`, 'the image id', call.at)

function requestOf(call: ActionCall, machine: Machine): BuildRequest {
  const list = (name: string, commas: boolean, quotes = true): readonly Text[] => {
    const input = call.input(name)
    return input ? listItems(input, { commas, quotes }) : []
  }
  return {
    builder: call.uses.text.value,
    driver: driverFor(machine, call.input('builder')),
    tags: list('tags', true),
    platforms: list('platforms', true),
    push: decide(call.input('push'), false),
    load: decide(call.input('load'), false),
    outputs: list('outputs', false, false),
    attestations: attestationsOf(call, list('attests', false)),
    dockerfile: dockerfileIn(call, machine),
    target: call.input('target'),
    buildArguments: argumentsByName(list('build-args', false), machine),
    at: call.at,
  }
}

/**
 * The action passes provenance of its own accord since v4, passed none from v3.3.1 on, and said nothing before, when buildx
 * adds it. It looks at `BUILDX_NO_DEFAULT_ATTESTATIONS` since v6.16; between, what it passes overrules the variable.
 */
function attestationsOf(call: ActionCall, attests: readonly Text[]): AttestationSettings {
  const { version } = call.uses
  const passesNothing = !isAtLeast(version, 3, 3)
  const stated = passesNothing ? undefined : call.input('provenance')
  return {
    provenance: stated,
    sbom: passesNothing ? undefined : call.input('sbom'),
    attests: passesNothing ? [] : attests,
    byDefault: !passesFalse(version),
    obeysEnvironment: passesNothing || isAtLeast(version, 6, 16),
  }
}

const passesFalse = (version: Version | undefined): boolean => isAtLeast(version, 3, 3, 1) && !isAtLeast(version, 4)

/** Without `context` the action builds the event's commit from Git, whose Dockerfile is the one of the checkout. */
function dockerfileIn(call: ActionCall, machine: Machine): BuildRequest['dockerfile'] {
  const context = call.input('context')
  const git = /^\{\{\s*defaultContext\s*\}\}(?::(.*))?$/.exec(context?.value ?? '{{defaultContext}}')
  if (!git) return dockerfileOf(machine, workspacePath, context, call.input('file'))
  const directory = `${workspacePath}/${git[1] ?? ''}`
  return dockerfileOf(machine, directory, undefined, call.input('file'))
}

/** v1 takes bare tags, logs in by itself and pushes unless told not to (README of v1.1.2). */
function firstRequestOf(call: ActionCall, machine: Machine, world: World): BuildRequest {
  const registry = call.input('registry')
  const name = concat(
    registry ?? emptyText,
    spoken(registry?.value ? '/' : '', call.at),
    call.input('repository') ?? emptyText,
  )
  if (call.input('username'))
    logIn(machine, world, {
      registry,
      username: call.input('username'),
      password: call.input('password'),
      at: call.at,
    })
  const tags = [...listed(call.input('tags')), ...tagsOfCommit(call)]
  return {
    builder: call.uses.text.value,
    driver: 'docker',
    tags: (tags.length > 0 ? tags : [spoken('latest', call.at)]).map((tag) => concat(name, spoken(':', call.at), tag)),
    platforms: [],
    push: decide(call.input('push'), true),
    load: true,
    outputs: [],
    attestations: { provenance: undefined, sbom: undefined, attests: [], byDefault: false, obeysEnvironment: false },
    dockerfile: dockerfileOf(machine, workspacePath, call.input('path'), call.input('dockerfile')),
    target: call.input('target'),
    buildArguments: argumentsByName(listed(call.input('build_args')), machine),
    at: call.at,
  }
}

const listed = (text: Text | undefined): readonly Text[] => (text ? listItems(text, { commas: true }) : [])

function tagsOfCommit(call: ActionCall): readonly Text[] {
  const { ref, sha } = call.github
  const bySha = decide(call.input('tag_with_sha'), false) === true ? [`sha-${sha.slice(0, 7)}`] : []
  const byRef = decide(call.input('tag_with_ref'), false) === true ? [tagOfRef(ref)] : []
  return [...byRef, ...bySha].map((tag) => spoken(tag, call.at))
}

function tagOfRef(ref: string): string {
  if (ref === 'refs/heads/master') return 'latest'
  return ref
    .replace(/^refs\/(?:heads|tags)\//, '')
    .replace(/^refs\/pull\//, 'pr-')
    .replaceAll('/', '-')
}
