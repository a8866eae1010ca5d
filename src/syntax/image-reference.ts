import { slice, type Text } from '../source/text.ts'
import { holdsUnknown } from '../source/unknown.ts'

/**
 * An image reference taken apart as distribution/reference does it (reference/regexp.go, normalize.go), leniently: whether
 * it is well formed is another question. `name` is normalised: `nginx` is `docker.io/library/nginx`.
 */
export interface ImageReference {
  readonly text: Text
  /** The name as written, without tag and digest. */
  readonly written: Text
  readonly name: string
  /** Undefined where an unknown hides it. */
  readonly registry: string | undefined
  /** Whether the registry is spelled out. */
  readonly registryWritten: boolean
  /** The name after the registry. */
  readonly repository: string
  readonly tag: Text | undefined
  readonly digest: Text | undefined
  /** An unknown at the end of the name may hold a tag or digest. */
  readonly open: boolean
}

export function parseImageReference(text: Text): ImageReference {
  const value = text.value
  const digestAt = value.indexOf('@')
  const named = digestAt < 0 ? value.length : digestAt
  const colon = value.lastIndexOf(':', named - 1)
  const tagged = colon > value.lastIndexOf('/', named - 1) && colon < named
  const nameEnd = tagged ? colon : named
  const written = slice(text, 0, nameEnd)
  const { registry, repository, spelled } = splitName(written.value)
  return {
    text,
    written,
    name: registry === undefined ? written.value : `${registry}/${repository}`,
    registry,
    registryWritten: spelled,
    repository,
    tag: tagged ? slice(text, colon + 1, named) : undefined,
    digest: digestAt < 0 ? undefined : slice(text, digestAt + 1),
    open: !tagged && digestAt < 0 && holdsUnknown(written.value.slice(written.value.lastIndexOf('/') + 1)),
  }
}

interface SplitName {
  readonly registry: string | undefined
  readonly repository: string
  readonly spelled: boolean
}

/** The first component is a registry when it is `localhost`, or contains `.`, `:` or an upper-case letter. */
function splitName(name: string): SplitName {
  const slash = name.indexOf('/')
  const first = slash < 0 ? '' : name.slice(0, slash)
  if (slash < 0) return holdsUnknown(name) ? hidden(name) : onDockerHub(name)
  if (first === 'localhost' || /[.:]/.test(first) || first !== first.toLowerCase()) {
    const registry = first === 'index.docker.io' ? 'docker.io' : first
    const repository = name.slice(slash + 1)
    const official = registry === 'docker.io' && !repository.includes('/') && !holdsUnknown(repository)
    return { registry, repository: official ? `library/${repository}` : repository, spelled: true }
  }
  return holdsUnknown(first) ? hidden(name) : onDockerHub(name)
}

const hidden = (name: string): SplitName => ({
  registry: undefined,
  repository: name.slice(name.indexOf('/') + 1),
  spelled: false,
})

const onDockerHub = (name: string): SplitName => ({
  registry: 'docker.io',
  repository: name.includes('/') ? name : `library/${name}`,
  spelled: false,
})

/** The last component of a name: `api` of `ghcr.io/acme/shop/api`. */
export const lastComponent = (name: string): string => name.slice(name.lastIndexOf('/') + 1)

/** The tag that is pulled or pushed when none is written. */
export const defaultTag = 'latest'

/** Why a reference is none: what the kubelet calls `InvalidImageName`. */
export type ReferenceDefect =
  | 'empty'
  /** The repository's name has an upper-case letter. A first component with one is a registry. */
  | 'uppercase'
  | 'too-long'
  /** 64 hexadecimal digits, which would be an image's id. */
  | 'identifier'
  | 'digest'
  | 'format'

const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const hostLabel = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?'
const registryPattern = new RegExp(`^(?:${hostLabel}(?:\\.${hostLabel})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`)
const repositoryPattern = new RegExp(`^${component}(?:/${component})*$`)
const tagPattern = /^\w[\w.-]{0,127}$/
/** Algorithms that go-digest knows, by the length of their digests. */
const digestLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 }
const longestRepository = 255

/**
 * What is wrong with a reference by the grammar of distribution/reference (regexp.go, normalize.go ParseNormalizedNamed).
 * Undefined for a good one, and for one that holds an unknown, of which nobody can tell.
 */
export function defectOf(reference: ImageReference): ReferenceDefect | undefined {
  const { value } = reference.text
  if (holdsUnknown(value)) return undefined
  if (value === '') return 'empty'
  if (/^[a-f0-9]{64}$/.test(value)) return 'identifier'
  if (reference.repository !== reference.repository.toLowerCase()) return 'uppercase'
  if (reference.repository === '' || !repositoryPattern.test(reference.repository)) return 'format'
  if (reference.registry === undefined || !registryPattern.test(reference.registry)) return 'format'
  if (reference.tag && !tagPattern.test(reference.tag.value)) return 'format'
  if (reference.repository.length > longestRepository) return 'too-long'
  return reference.digest && digestDefect(reference.digest.value)
}

function digestDefect(digest: string): ReferenceDefect | undefined {
  if (!/^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/.test(digest)) return 'format'
  const [algorithm = '', encoded = ''] = digest.split(':')
  return digestLengths[algorithm] === encoded.length && encoded === encoded.toLowerCase() ? undefined : 'digest'
}

/**
 * The component of the repository's name that has an upper-case letter, even where other parts are unknown: whatever
 * those are, the reference is refused. Undefined where none has one, or an unknown before it could make it a registry or a tag.
 */
export function uppercaseComponent(reference: ImageReference): Text | undefined {
  const { value } = reference.written
  const spelled = reference.registryWritten || reference.registry === undefined
  let start = spelled ? value.indexOf('/') + 1 : 0
  if (spelled && start === 0) return undefined
  for (const part of value.slice(start).split('/')) {
    if (part !== part.toLowerCase() && !holdsUnknown(part)) return slice(reference.written, start, start + part.length)
    start += part.length + 1
  }
  return undefined
}
