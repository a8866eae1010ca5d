import type { Pull } from './cluster.ts'
import type { Push } from './registry.ts'
import { endsBefore, type Run, rootOf } from './run.ts'

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
  const root = rootOf(a.occasion)
  if (root !== rootOf(b.occasion)) return false
  return (
    startsAll.has(root.event) ||
    a.path === b.path ||
    a.occasion.follows !== undefined ||
    b.occasion.follows !== undefined
  )
}

const startsAll: ReadonlySet<string> = new Set(['push', 'pull_request', 'pull_request_target', 'release'])
