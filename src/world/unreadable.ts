import type { Span } from '../source/span.ts'
import type { Text } from '../source/text.ts'
import { parseYaml, spanOf } from '../syntax/yaml.ts'
import { parseGoYaml } from '../syntax/yaml-go-parse.ts'
import type { Event } from './ledger.ts'
import { type Machine, record } from './machine.ts'
import type { World } from './world.ts'

/** A file was handed over as it is written, and whoever got it cannot parse it. */
export interface UnreadableFile extends Event {
  readonly kind: 'unreadable'
  /** `is no valid YAML: did not find expected key` */
  readonly problem: string
  /** What the one who reads it says. */
  readonly seen: string
}

/** Whether the YAML is read to its end; where it is not, and it is a file as it is written, that is recorded. */
export function readsYaml(world: World, machine: Machine, text: Text, seen: string): boolean {
  if (parseYaml(text).every(({ problems }) => problems.length === 0)) return true
  // Files are read by programs in Go, which take some things that YAML does not allow.
  const problem = parseGoYaml(text).flatMap(({ problems }) => problems)[0]
  const told = problem?.message.replace(/^line \d+: /, '')
  if (problem) recordUnreadable(world, machine, text, spanOf(problem), `is no valid YAML: ${told}`, seen)
  return false
}

/** What was made from a file (by `sed`, from a template) says nothing about the file. */
export function recordUnreadable(
  world: World,
  machine: Machine,
  text: Text,
  at: Span,
  problem: string,
  seen: string,
): void {
  const [piece, ...more] = text.pieces
  if (!piece?.exact || more.length > 0 || piece.at.source.text !== text.value) return
  record(world, machine, { kind: 'unreadable', at, problem, seen })
}
