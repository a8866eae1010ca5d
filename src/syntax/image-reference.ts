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
