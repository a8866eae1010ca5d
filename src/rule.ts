import type { Problem, Severity } from './finding.ts'
import type { Apply, Pull, Release } from './world/cluster.ts'
import type { Login, Push } from './world/registry.ts'
import type { Run } from './world/run.ts'
import type { World } from './world/world.ts'

/** What a rule may be asked about. `world` is the whole of a finished story. */
export interface Subjects {
  readonly push: Push
  readonly pull: Pull
  readonly login: Login
  readonly release: Release
  readonly job: Run
  readonly object: Apply
  readonly world: World
}

export type On = keyof Subjects

/** One question asked of the finished world. */
export interface Rule<K extends On = On> {
  /** `<subject>-<defect>`, kebab-case; names the defect, and never changes. */
  readonly id: string
  /** One line for the table of rules. */
  readonly summary: string
  readonly severity: Severity
  /** The event that the user would otherwise meet: `ImagePullBackOff`. */
  readonly seen: string
  readonly on: K
  readonly check: (subject: Subjects[K], world: World) => Iterable<Problem>
}

export const rule = <K extends On>(definition: Rule<K>): Rule<K> => definition

/** A rule of any subject, as the engine and the index hold it. */
export type AnyRule = { readonly [K in On]: Rule<K> }[On]
