import { compare } from '../source/compare.ts'
import type { Text } from '../source/text.ts'
import type { Files } from './files.ts'
import type { Event } from './ledger.ts'
import { eventsOf, type World } from './world.ts'

/** `helm package` made an archive of a directory. */
export interface PackChart extends Event {
  readonly kind: 'pack-chart'
  /** The unknown that is the archive's content, wherever it is moved. */
  readonly archive: string
  readonly name: string
  readonly version: string
  /** Chart.yaml as it was packed. */
  readonly chart: Text
  /** The machine's files as they were then, and the directory among them. */
  readonly files: Files
  readonly directory: string
}

/** `helm push` brought a packed chart into a registry. */
export interface PushChart extends Event {
  readonly kind: 'push-chart'
  /** `oci://ghcr.io/acme/charts/shop` */
  readonly reference: string
  readonly packed: PackChart
}

/** The chart whose archive has this content. */
export const packedAs = (world: World, content: string): PackChart | undefined =>
  eventsOf(world, 'pack-chart').findLast(({ archive }) => compare(archive, content) === 'same')

/** The chart whose archive `helm package` called so. */
export const packedUnder = (world: World, file: string): PackChart | undefined =>
  eventsOf(world, 'pack-chart').findLast(({ name, version }) => `${name}-${version}.tgz` === file)

/** The chart that was pushed under this name in this version. */
export const pushedAs = (world: World, reference: string, version: string): PackChart | undefined =>
  eventsOf(world, 'push-chart').findLast(
    (push) => compare(push.reference, reference) === 'same' && compare(push.packed.version, version) === 'same',
  )?.packed
