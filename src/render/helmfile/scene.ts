import type { Span } from '../../source/span.ts'
import { spoken, type Text } from '../../source/text.ts'
import { equalToNothing, type Names, unknown } from '../../source/unknown.ts'
import { Unsupported } from '../helm/failure.ts'
import type { RenderFiles } from '../render.ts'

/** What templates and values of a helmfile can see beside themselves. */
export interface Scene {
  readonly files: RenderFiles
  readonly names: Names | undefined
  /** An environment variable; undefined: nobody knows. */
  readonly variable: (name: string) => Text | undefined
  readonly budget: Budget
}

/** What reading may still cost, in steps of templates. */
export interface Budget {
  left: number
}

/** As much as one chart may take. */
export const newBudget = (): Budget => ({ left: 3_000_000 })

export function spend({ budget }: Pick<Scene, 'budget'>, steps: number): void {
  budget.left -= steps
  if (budget.left < 0) throw new Unsupported('the helmfile takes too many steps to read')
}

/** What it costs to look at one more file, entry or template. */
export const oneMore = 1_000

/** A value that nobody here knows. */
export const unknownIn = ({ names }: Scene, key: string, label: string, at: Span): Text =>
  spoken(names ? unknown(names, key, label) : equalToNothing, at)
