import { ownIds } from './own-ids.ts'
import { rules } from './rules/index.ts'

/** Everything that a finding may be called, that `explain` explains and that the configuration may name. Sorted. */
export const ruleIds: readonly string[] = [...rules, ...ownIds].map(({ id }) => id).sort()
