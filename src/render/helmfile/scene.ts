import type { Span } from '../../source/span.ts'
import { spoken, type Text } from '../../source/text.ts'
import { equalToNothing, type Names, unknown } from '../../source/unknown.ts'
import type { RenderFiles } from '../render.ts'

/** What templates and values of a helmfile can see beside themselves. */
export interface Scene {
  readonly files: RenderFiles
  readonly names: Names | undefined
  /** An environment variable; undefined: nobody knows. */
  readonly variable: (name: string) => Text | undefined
}

/** A value that nobody here knows. */
export const unknownIn = ({ names }: Scene, key: string, label: string, at: Span): Text =>
  spoken(names ? unknown(names, key, label) : equalToNothing, at)
