import type { Span } from '../source/span.ts'
import type { Text } from '../source/text.ts'
import type { ImageReference } from '../syntax/image-reference.ts'
import type { Event } from './ledger.ts'

/** `linux/amd64`, `linux/arm/v7`. */
export type Platform = string

/** What was built: one image, before it has gone anywhere. */
export interface Image {
  /** Undefined: nobody knows. */
  readonly platforms: readonly Platform[] | undefined
  /** Whether the platforms were stated (`platforms:`, `--platform`), and where; else they are the builder's own. */
  readonly platformsAt: Span | undefined
  /** An image index (several platforms, or attestations beside one), a plain manifest, or undefined for unknown. */
  readonly shape: 'index' | 'manifest' | undefined
  readonly attestations: Attestations
  /** How it was built, for a message: `docker/build-push-action@v6`, `docker build`. */
  readonly builder: string
  /** Where the build is written: the step's `uses`, the command's name. */
  readonly at: Span
  /** Digest of the image as outputs and pins carry it: an unknown of its own. */
  readonly digest: string
}

/** Provenance and SBOM attestations that turn a single-platform image into an index. */
export type Attestations =
  | { readonly kind: 'none' }
  /** Nobody asked: the tool adds them because nothing turned them off. */
  | { readonly kind: 'default' }
  | { readonly kind: 'asked'; readonly at: Span }
  | { readonly kind: 'unknown' }

/** A tag was put into a registry. */
export interface Push extends Event {
  readonly kind: 'push'
  readonly reference: ImageReference
  readonly image: Image
  readonly login: Login | undefined
}

/** A build whose result stayed on the machine (or in the builder's cache). */
export interface Build extends Event {
  readonly kind: 'build'
  readonly references: readonly ImageReference[]
  readonly image: Image
  readonly pushed: boolean
}

/** `secrets.GITHUB_TOKEN` and `github.token` are one unknown under this key. */
export const githubTokenKey = 'secrets.GITHUB_TOKEN'

/** A registry accepted credentials on a machine. */
export interface Login extends Event {
  readonly kind: 'login'
  /** Host; `docker.io` for Docker Hub. May hold unknowns. */
  readonly registry: Text
  readonly username: Text | undefined
  readonly password: Text | undefined
  /** `GITHUB_TOKEN` of this run, something else, or undefined for unknown. */
  readonly credential: 'github-token' | 'other' | undefined
}

/**
 * Something that is not understood and could have pushed: `about` are its inputs, arguments and environment; it may have pushed
 * any repository whose last component occurs there. `anything`: it may have pushed whatever it likes.
 */
export interface OpaqueStep extends Event {
  readonly kind: 'opaque'
  readonly name: string
  readonly about: readonly Text[]
  readonly anything: boolean
}
