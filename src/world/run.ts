import type { Span } from '../source/span.ts'
import type { Text } from '../source/text.ts'

export type EventName =
  | 'push'
  | 'pull_request'
  | 'pull_request_target'
  | 'workflow_dispatch'
  | 'repository_dispatch'
  | 'schedule'
  | 'release'
  | 'workflow_run'
  | 'workflow_call'
  /** Nothing in the files starts it: people do, or an agent in the cluster. */
  | 'by-hand'

/** Something that happens to the repository, and starts workflows (or somebody's scripts). */
export interface Occasion {
  readonly event: EventName
  /** `refs/heads/main`, `refs/tags/<stand-in>`, `refs/pull/1/merge`. */
  readonly ref: string
  readonly sha: string
  readonly commit: 1 | 2
  /** As a message names it: "a push to main", "a release". */
  readonly label: string
  /** `workflow_run`: what started the workflow that it follows. */
  readonly follows?: Occasion
}

/** What a run goes back to: workflows that follow others happen because of the same thing. */
export const rootOf = (occasion: Occasion): Occasion => (occasion.follows ? rootOf(occasion.follows) : occasion)

/** One job on one occasion, in one matrix cell: everything that happens on one machine. */
export interface Run {
  readonly id: number
  readonly occasion: Occasion
  /** The workflow's file, or that of the script somebody runs. */
  readonly path: string
  readonly job: string
  /** The job's key, or the top of the script. */
  readonly at: Span
  /** Runs that have ended before this one starts. Across workflows only by `workflow_run`. */
  readonly after: readonly Run[]
  readonly permissions: Permissions
  /** What the job that calls this workflow may do itself, and can grant. */
  readonly ceiling?: Permissions
  readonly environment: Text | undefined
  /** Nobody starts it in the files: a manifest or script that people apply by hand, or an agent in the cluster does. */
  readonly implied: boolean
  /** Why an implied run counts as a delivery. */
  readonly reason?: string
  /** Starts although one of these has failed. */
  readonly despite: readonly Despite[]
}

export interface Despite {
  readonly failed: readonly Run[]
  /** What lets it start: an `if: always()` and the like, a `continue-on-error`, a `workflow_run` that waits for the end alone. */
  readonly at: Span
  readonly by: 'condition' | 'tolerance' | 'completion'
}

/** What `GITHUB_TOKEN` may do in a job. Absent: the repository's setting, which no file shows. */
export type Permissions =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'stated'
      readonly at: Span
      readonly scopes: ReadonlyMap<string, PermissionScope>
      readonly all: 'read' | 'write' | undefined
    }

export interface PermissionScope {
  readonly access: 'read' | 'write' | 'none'
  readonly at: Span
}

export const accessTo = (permissions: Permissions, scope: string): 'read' | 'write' | 'none' | 'unknown' => {
  if (permissions.kind === 'absent') return 'unknown'
  return permissions.scopes.get(scope)?.access ?? permissions.all ?? 'none'
}

/** Scopes of a block that go beyond what another one grants. Every token may read metadata. */
export function beyond(asked: Permissions, granted: Permissions): readonly string[] {
  if (asked.kind === 'absent' || granted.kind === 'absent') return []
  const scopes = asked.all ? [...granted.scopes.keys()] : [...asked.scopes.keys()]
  return scopes.filter((scope) => scope !== 'metadata' && rank(accessTo(asked, scope)) > rank(accessTo(granted, scope)))
}

const rank = (access: ReturnType<typeof accessTo>): number => ['none', 'read', 'write'].indexOf(access)

/** One step of a run. */
export interface Step {
  readonly index: number
  readonly name: string
  readonly at: Span
  /** It runs although a step before it has failed: the place of its `if: always()`. */
  readonly despite: Span | undefined
  /** It may fail and the job goes on, and nothing asks how it ended: the place of its `continue-on-error`. */
  readonly tolerated?: Span | undefined
}

/** Assumptions under which something happens: a condition nobody can decide, and how it came out. */
export type When = ReadonlyMap<string, boolean>

export const always: When = new Map()

export const assuming = (when: When, condition: string, holds: boolean): When => new Map([...when, [condition, holds]])

/** How an event under `event` looks to somebody who stands under `subject`. */
export function seenUnder(subject: When, event: When): 'certain' | 'possible' | 'impossible' {
  let certain = true
  for (const [condition, holds] of event) {
    const known = subject.get(condition)
    if (known === undefined) certain = false
    else if (known !== holds) return 'impossible'
  }
  return certain ? 'certain' : 'possible'
}

/** Whether `earlier` has certainly ended before `later` began. */
export function endsBefore(earlier: Run, later: Run): boolean {
  const seen = new Set<Run>()
  const queue = [...later.after]
  for (let run = queue.pop(); run; run = queue.pop()) {
    if (run === earlier) return true
    if (!seen.has(run)) queue.push(...run.after)
    seen.add(run)
  }
  return false
}
