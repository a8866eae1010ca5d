import { nearest } from '../source/nearest.ts'
import { type Span, sameSpan } from '../source/span.ts'
import { placeOf, type Text } from '../source/text.ts'
import type { Event } from './ledger.ts'
import { isSlip } from './slip.ts'
import { eventsOf, type World } from './world.ts'

/** A value is given that no template of the chart reads; what comes out is the same without it. */
export interface UnreadSetting extends Event {
  readonly kind: 'unread-setting'
  /** The whole argument of `--set`, or what the values file holds. */
  readonly source: Text
  /** A values file is full of left-overs: only keys are named that were meant for another, or that nothing but this run knows. */
  readonly isInFile: boolean
  /** `image.tags` */
  readonly path: string
  /** Empty for a map or a list. */
  readonly value: Text
  /** What comes out has the value all the same: another key brings it. */
  readonly isElsewhere: boolean
  readonly chart: Text
  /** What the templates read instead, and where. */
  readonly reads: readonly ReadKey[]
  /** The command that renders. */
  readonly command: Span
}

export interface ReadKey {
  readonly path: string
  readonly at: Span
}

/**
 * The same values are given to other charts as well (a loop over them, a file that they share), and one may read it. The same
 * command for the same chart is one use, however often it runs: after the next commit its files are unknown, and it is no proof.
 */
export function isReadElsewhere(world: World, { source, path, at }: UnreadSetting): boolean {
  const place = placeOf(source)
  const idle = eventsOf(world, 'unread-setting').filter((other) => other.path === path && sameSpan(other.at, at))
  return eventsOf(world, 'given-values').some(
    (use) =>
      use.texts.some((text) => overlap(placeOf(text), place)) &&
      !idle.some(({ command, chart }) => sameSpan(command, use.at) && chart.value === use.chart.value),
  )
}

/** Somebody asks for it by its path, beside the command: `yq .image.tags values.yaml`. What sets it there is no reader. */
export function isAskedFor({ path, command }: UnreadSetting): boolean {
  const { text } = command.source
  const asked = `.${path}`
  for (let at = text.indexOf(asked); at >= 0; at = text.indexOf(asked, at + 1))
    if (/^(?![\w.-])(?![ \t]*\|?=[^=])/.test(text.slice(at + asked.length, at + asked.length + 20))) return true
  return false
}

const overlap = (a: Span, b: Span): boolean => a.source === b.source && a.start < b.end && b.start < a.end

/** What the templates read and may be meant. `isClose`: it surely is, by what was written. */
export function meantInstead({
  path,
  reads,
}: UnreadSetting): { readonly read: ReadKey; readonly isClose: boolean } | undefined {
  const others = reads.filter((read) => read.path !== path)
  const close = others.find((read) => isSlip(path, read.path))
  if (close) return { read: close, isClose: true }
  const near = nearest(path, [...new Set(others.map((read) => read.path))])
  const read = others.find((other) => other.path === near)
  return read && { read, isClose: false }
}
