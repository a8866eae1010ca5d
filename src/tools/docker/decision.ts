import type { Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import type { Machine } from '../../world/machine.ts'
import { assuming } from '../../world/run.ts'

/** Whether something is done: settled, or under a condition (the text that nobody can decide). */
export type Decision = boolean | { readonly condition: string }

/** A YAML 1.2 boolean as `core.getBooleanInput` reads it; the action refuses anything else, and then nothing is done. */
export function decide(text: Text | undefined, otherwise: boolean): Decision {
  if (!text?.value.trim()) return otherwise
  if (holdsUnknown(text.value)) return { condition: text.value }
  return /^(?:true|True|TRUE)$/.test(text.value.trim())
}

export const either = (a: Decision, b: Decision): Decision => {
  if (a === true || b === true) return true
  return a === false ? b : a
}

export const maybe = (decision: Decision): boolean => decision !== false

/** Does something on a machine if it is decided so; under the assumption of its condition where nobody can tell. */
export function whenDecided(machine: Machine, decision: Decision, act: () => void): void {
  if (decision === false) return
  const before = machine.when
  if (decision !== true) machine.when = assuming(before, decision.condition, true)
  act()
  machine.when = before
}

/** A boolean as Go's `strconv.ParseBool` reads it; undefined for anything else. */
export function goBoolean(value: string): boolean | undefined {
  if (/^(?:1|t|T|true|TRUE|True)$/.test(value)) return true
  return /^(?:0|f|F|false|FALSE|False)$/.test(value) ? false : undefined
}
