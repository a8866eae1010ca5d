import type { Pull } from './cluster.ts'
import type { Push } from './registry.ts'
import { endsBefore, type Occasion } from './run.ts'

/** How the push of an image and the pull of it are ordered in time. */
export type Order = 'before' | 'after' | 'unordered'

export function orderOf(push: Push, pull: Pull): Order {
  if (push.run === pull.run) return push.order < pull.order ? 'before' : 'after'
  if (endsBefore(push.run, pull.run)) return 'before'
  return endsBefore(pull.run, push.run) ? 'after' : 'unordered'
}

/** Both happen because of the same thing: the same event, or one that follows it (`workflow_run`). */
export const sameOccasion = (a: Occasion, b: Occasion): boolean =>
  a.commit === b.commit && a.ref === b.ref && startedBy(a) === startedBy(b)

const startedBy = (occasion: Occasion): string => (occasion.event === 'workflow_run' ? 'push' : occasion.event)
