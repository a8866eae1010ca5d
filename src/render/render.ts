import type { Span } from '../source/span.ts'
import type { Reason, Text } from '../source/text.ts'
import type { Names } from '../source/unknown.ts'
import type { Range } from '../syntax/yaml.ts'
import type { Setting } from '../world/cluster.ts'
import { renderChart } from './helm/helm.ts'
import { buildWith } from './kustomize/kustomize.ts'
import { remembering } from './memory.ts'

/** Charts and kustomizations become text that knows where it was written; it enters a cluster like any other text. */
export interface RenderRequest {
  /** Absolute path of the chart or of the directory with a kustomization. */
  readonly path: string
  readonly kind: 'helm' | 'kustomize'
  /** In the order of the command line; Helm brings them into its own order. */
  readonly values: readonly RenderValues[]
  readonly release: Text | undefined
  readonly namespace: Text | undefined
  readonly versions: RenderVersions
  /** `--include-crds`: whether `helm template` prints what is in `crds/`, too; an installation applies it always. */
  readonly includeCrds?: boolean
  /**
   * What becomes of a chart whose dependencies are not all there. `left-open`: what is there is rendered, and values under the
   * names of the others are unknown. Without it such a chart is `unsupported`.
   */
  readonly absent?: 'left-open'
  /** Where unknowns are looked up; without it what is derived from an unknown equals nothing. */
  readonly names?: Names
}

export type RenderValues = { readonly kind: 'file'; readonly text: Text } | Setting

export interface RenderVersions {
  readonly helm: 3 | 4
  /** `1.31.0` */
  readonly kubernetes: string | undefined
  readonly apiVersions: readonly string[]
}

/** Read access to the files as the command sees them. Absolute paths. */
export interface RenderFiles {
  readonly read: (path: string) => Text | undefined
  readonly list: (path: string) => readonly string[]
  readonly isDirectory: (path: string) => boolean
  /** What a gzipped file holds, for packed charts; undefined when it is broken, or larger than `most` bytes. */
  readonly unpack?: (path: string, most: number) => Uint8Array | undefined
}

export type Rendered =
  | RenderedText
  /** The tool itself would fail, at this place. */
  | RenderFails
  | { readonly kind: 'unsupported'; readonly reason: string }

export interface RenderedText {
  readonly kind: 'text'
  readonly text: Text
  readonly uncertain: readonly Range[]
  /** Dependencies that are not there, and whose objects are missing. */
  readonly absent: readonly string[]
}

export interface RenderFails {
  readonly kind: 'fails'
  readonly at: Span
  readonly message: string
  /** What the failing action was given, where it was written. */
  readonly given: readonly Span[]
  /** What let the failing action, or the text that cannot be read, stand there. */
  readonly why: Reason | undefined
}

export type Render = (request: RenderRequest, files: RenderFiles) => Rendered

/** Renders a chart or a kustomization; a chart inside a kustomization is rendered as any other. Equal input is rendered once. */
export const render: Render = remembering((request, files) =>
  request.kind === 'helm' ? renderChart(request, files) : buildWith(request, files, renderChart),
)
