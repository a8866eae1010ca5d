import type { Workflow } from '../documents/workflow.ts'
import type { Repository } from '../repository/repository.ts'
import type { Span } from '../source/span.ts'
import type { Text } from '../source/text.ts'
import type { Names } from '../source/unknown.ts'
import type { Action, Commands } from '../tools/tool.ts'
import type { Base } from '../world/files.ts'
import type { Occasion, Permissions, Run, When } from '../world/run.ts'
import type { World } from '../world/world.ts'
import type { Value } from './expression/value.ts'

/** Everything a workflow needs to be rehearsed: the world it acts on, the files, and the tools that are understood. */
export interface Stage {
  readonly world: World
  readonly names: Names
  readonly repository: Repository
  readonly workflows: ReadonlyMap<string, Workflow>
  readonly commands: Commands
  readonly actions: ReadonlyMap<string, Action>
  /** All runs so far; their number is the next one's id. */
  readonly runs: Run[]
}

/** An occasion with what workflows can read of it. */
export interface Event {
  readonly occasion: Occasion
  /** Files at its commit. */
  readonly files: Base
  /** `github.event.inputs` and `inputs` of a manual run; `undefined` for every other event. */
  readonly release: Text | undefined
  readonly pullRequest: PullRequest | undefined
  /** How the workflow has ended that is waited for; with success, where nothing else is supposed. */
  readonly conclusion?: 'failure'
}

export interface PullRequest {
  readonly number: string
  readonly headSha: string
  readonly headRef: string
  readonly baseRef: string
}

/** One workflow on one occasion, called by the event or by a job of another workflow. */
export interface Setting {
  readonly workflow: Workflow
  readonly event: Event
  readonly github: Value
  readonly inputs: Value
  readonly secrets: ReadonlyMap<string, Value> | 'all'
  readonly ceiling: Permissions
  readonly after: readonly Run[]
  /** What it follows by `workflow_run`, and what it would see of GitHub had that failed. */
  readonly awaited?: { readonly runs: readonly Run[]; readonly at: Span; readonly github: Value } | undefined
  readonly when: When
  readonly depth: number
  /** Tells the runs of a called workflow from those of another call. */
  readonly key: string
}
