import { compare } from '../../source/compare.ts'
import type { Span } from '../../source/span.ts'
import { placeOf, slice, spoken, type Text, trim } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import type { ImageReference } from '../../syntax/image-reference.ts'
import { type Machine, record } from '../../world/machine.ts'
import { githubTokenKey, type Login } from '../../world/registry.ts'
import type { World } from '../../world/world.ts'

/** What somebody logs in with. */
export interface Credentials {
  /** As written; undefined or empty: Docker Hub. */
  readonly registry: Text | undefined
  readonly username: Text | undefined
  readonly password: Text | undefined
  readonly at: Span
}

/** Logs a machine in to a registry. */
export function logIn(machine: Machine, world: World, credentials: Credentials): Login {
  const login = record(world, machine, {
    kind: 'login' as const,
    at: credentials.at,
    registry: registryHost(credentials.registry, credentials.at),
    username: filled(credentials.username),
    password: filled(credentials.password),
    credential: credentialOf(machine, credentials.password),
  })
  machine.logins = [...machine.logins, login]
  return login
}

const filled = (text: Text | undefined): Text | undefined => (text?.value ? text : undefined)

const dockerHub = new Set(['', 'docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com'])

/**
 * The host that credentials are kept under: without scheme and path, Docker Hub by one name
 * (docker/cli cli/command/registry.go, docker/docker registry/auth.go ConvertToHostname).
 */
function registryHost(registry: Text | undefined, at: Span): Text {
  const written = registry && trim(registry)
  if (!written) return spoken('docker.io', at)
  const scheme = /^https?:\/\//.exec(written.value)?.[0].length ?? 0
  const slash = written.value.indexOf('/', scheme)
  const host = slice(written, scheme, slash < 0 ? undefined : slash)
  return dockerHub.has(host.value) ? spoken('docker.io', registry.value ? placeOf(registry) : at) : host
}

function credentialOf(machine: Machine, password: Text | undefined): Login['credential'] {
  if (!password?.value) return undefined
  if (machine.names.unknowns.get(githubTokenKey) === password.value) return 'github-token'
  const label = machine.names.labels.get(password.value)
  return !holdsUnknown(password.value) || label?.startsWith('secrets.') ? 'other' : undefined
}

/** The latest login of a machine to the registry of an image, if it is certain that there is one. */
export const loginFor = (machine: Machine, reference: ImageReference): Login | undefined =>
  machine.logins.findLast((login) => compare(login.registry.value, hostOf(reference)) === 'same')

/** The registry of a reference; what stands before the first slash where an unknown hides it. */
const hostOf = (reference: ImageReference): string => reference.registry ?? reference.written.value.split('/')[0] ?? ''

/** Forgets the logins to a registry. */
export function logOut(machine: Machine, registry: Text | undefined, at: Span): void {
  const host = registryHost(registry, at).value
  machine.logins = machine.logins.filter((login) => compare(login.registry.value, host) !== 'same')
}
