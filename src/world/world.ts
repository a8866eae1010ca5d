import type { Span } from '../source/span.ts'
import type { Text } from '../source/text.ts'
import type { Names } from '../source/unknown.ts'
import type { PackChart, PushChart } from './charts.ts'
import type {
  AddNodePool,
  Apply,
  Delete,
  MissingFile,
  NodePool,
  Pull,
  Release,
  RenderFailure,
  Restart,
  SetImage,
  Wait,
} from './cluster.ts'
import type { GivenValues } from './given-values.ts'
import type { IdTokenRequest } from './id-token.ts'
import type { Event } from './ledger.ts'
import type { Build, Login, OpaqueStep, Push } from './registry.ts'
import type { Rewrite } from './rewrite.ts'
import type { UnreadSetting } from './unread-setting.ts'
import type { UnreadableFile } from './unreadable.ts'
import type { ReadValues } from './values.ts'
import type { WipedList } from './wiped-list.ts'

/** What outlives jobs: everything that was pushed, applied, logged in to, in the order of the story. */
export interface World {
  readonly names: Names
  readonly facts: Facts
  readonly events: WorldEvent[]
  /** What was not understood on the way: one line of coverage in the summary, never an annotation. */
  readonly notModelled: Map<string, number>
  /** What the other stories push, as patterns: their unknowns and stand-ins are not those of this one. */
  elsewhere: readonly PushedElsewhere[]
}

export interface PushedElsewhere {
  readonly name: RegExp
  readonly tag: RegExp
}

export type WorldEvent =
  | Push
  | Build
  | Login
  | OpaqueStep
  | Apply
  | Delete
  | Restart
  | Wait
  | SetImage
  | Release
  | RenderFailure
  | AddNodePool
  | MissingFile
  | UnreadableFile
  | Rewrite
  | ReadValues
  | GivenValues
  | UnreadSetting
  | WipedList
  | PackChart
  | PushChart
  | Pull
  | IdTokenRequest
  | Command

/** A command or action ran whose arguments a rule may want to see as they are. */
export interface Command extends Event {
  readonly kind: 'command'
  /** `az login`, `azure/login`. */
  readonly name: string
  readonly arguments: readonly Text[]
  /** Inputs of an action by name; options of a command are in `arguments`. */
  readonly inputs: ReadonlyMap<string, Text>
}

/** What is known before anything happens: the repository's own facts, the configuration, the infrastructure in the files. */
export interface Facts {
  /** `owner/name`; never invented. */
  readonly repository: string | undefined
  readonly defaultBranch: string | undefined
  readonly nodePools: readonly NodePool[]
  readonly clusters: readonly ConfiguredCluster[]
  readonly externalImages: readonly string[]
  /** Manifests for a laptop → the one for a cloud beside them: `k8s/app.yaml` → `k8s/app.cloud.yaml`. */
  readonly cloudVariants: ReadonlyMap<string, string>
  /** Words of commands that the repository's documents tell people to type. */
  readonly documented: ReadonlySet<string>
}

/** A cluster as `.github/preflight.yml` describes it. */
export interface ConfiguredCluster {
  readonly name: string
  /** Names as the workflows use them; undefined: every deploy. */
  readonly match: readonly string[] | undefined
  readonly provider: NodePool['provider']
  readonly region: string | undefined
  readonly kubernetes: string | undefined
  readonly nodes: readonly NodePool[] | undefined
  readonly pullsFrom: readonly string[]
  readonly exists: readonly ExistingObject[]
  readonly at: Span
}

export interface ExistingObject {
  readonly kind: string
  readonly namespace: string | undefined
  readonly name: string
  readonly keys: readonly string[] | undefined
}

type Kind = WorldEvent['kind']
type EventOf<K extends Kind> = Extract<WorldEvent, { readonly kind: K }>

export const newWorld = (names: Names, facts: Facts): World => ({
  names,
  facts,
  events: [],
  notModelled: new Map(),
  elsewhere: [],
})

/**
 * A question whose answer is kept until something more happens in the world: rules ask the finished one again and again. A
 * branch that is taken back shortens the ledger, so that its last event is compared, too.
 */
export function whileUnchanged<T>(ask: (world: World) => T): (world: World) => T {
  const answers = new WeakMap<World, { readonly length: number; readonly last: unknown; readonly answer: T }>()
  return (world) => {
    const { length } = world.events
    const last = world.events.at(-1)
    const known = answers.get(world)
    if (known && known.length === length && known.last === last) return known.answer
    const answer = ask(world)
    answers.set(world, { length, last, answer })
    return answer
  }
}

const byKind = whileUnchanged((world): ReadonlyMap<Kind, readonly WorldEvent[]> => {
  const found = new Map<Kind, WorldEvent[]>()
  for (const event of world.events) {
    const same = found.get(event.kind)
    if (same) same.push(event)
    else found.set(event.kind, [event])
  }
  return found
})

/** All events of a kind, in order. */
export const eventsOf = <K extends Kind>(world: World, kind: K): readonly EventOf<K>[] =>
  (byKind(world).get(kind) ?? []) as readonly EventOf<K>[]

/** What is known where nobody says anything. */
export const noFacts: Facts = {
  repository: undefined,
  defaultBranch: undefined,
  nodePools: [],
  clusters: [],
  externalImages: [],
  cloudVariants: new Map(),
  documented: new Set(),
}
