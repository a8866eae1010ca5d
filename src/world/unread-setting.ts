import { oneEditApart } from '../source/distance.ts'
import { nearest } from '../source/nearest.ts'
import { type Span, sameSpan } from '../source/span.ts'
import { placeOf, type Text } from '../source/text.ts'
import type { Event } from './ledger.ts'
import { eventsOf, type World } from './world.ts'

/** A value is set that no template of the chart reads; what comes out is the same without it. */
export interface UnreadSetting extends Event {
  readonly kind: 'unread-setting'
  /** The whole argument of `--set`. */
  readonly setting: Text
  /** `image.tags` */
  readonly path: string
  readonly value: Text
  readonly chart: Text
  /** What the templates read instead, and where. */
  readonly reads: readonly { readonly path: string; readonly at: Span }[]
  /** The command that renders. */
  readonly command: Span
}

/** The same setting is given to other charts as well (a loop over them, a script that is called for each), and one may read it. */
export function isReadElsewhere(world: World, { setting, path }: UnreadSetting): boolean {
  const place = placeOf(setting)
  const uses = eventsOf(world, 'release').filter(({ settings }) =>
    settings.some(({ text }) => sameSpan(placeOf(text), place)),
  )
  const idle = eventsOf(world, 'unread-setting').filter(
    (other) => other.path === path && sameSpan(placeOf(other.setting), place),
  )
  return uses.length > idle.length
}

/** What the templates read and may be meant. `close`: other capitals or separators, or one letter more or less. */
export function meantInstead({
  path,
  reads,
}: UnreadSetting): { readonly read: UnreadSetting['reads'][number]; readonly close: boolean } | undefined {
  const others = reads.filter((read) => read.path !== path)
  const close = others.find((read) => plain(read.path) === plain(path) || oneEditApart(read.path, path))
  if (close) return { read: close, close: true }
  const near = nearest(path, [...new Set(others.map((read) => read.path))])
  const read = others.find((other) => other.path === near)
  return read && { read, close: false }
}

const plain = (path: string): string => path.toLowerCase().replace(/[._-]/g, '')
