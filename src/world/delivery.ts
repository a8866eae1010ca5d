import type { Pull } from './cluster.ts'
import type { Push } from './registry.ts'
import { endsBefore, type Occasion, type Run } from './run.ts'

/** How the push of an image and the pull of it are ordered in time. */
export type Order = 'before' | 'after' | 'unordered'

export function orderOf(push: Push, pull: Pull): Order {
  if (push.run === pull.run) return push.order < pull.order ? 'before' : 'after'
  if (endsBefore(push.run, pull.run)) return 'before'
  return endsBefore(pull.run, push.run) ? 'after' : 'unordered'
}

/**
 * Both happen because of the same thing: the same event, or one that follows it (`workflow_run`). What people start by hand, or a
 * clock, is one thing for each workflow.
 */
export function sameOccasion(a: Run, b: Run): boolean {
  const [one, other] = [a.occasion, b.occasion]
  if (one.commit !== other.commit || one.ref !== other.ref || startedBy(one) !== startedBy(other)) return false
  return startsAll.has(startedBy(one)) || a.path === b.path
}

const startsAll: ReadonlySet<string> = new Set(['push', 'pull_request', 'pull_request_target', 'release'])

const startedBy = (occasion: Occasion): string => (occasion.event === 'workflow_run' ? 'push' : occasion.event)
