import type { Span } from '../source/span.ts'
import type { Text } from '../source/text.ts'
import type { Names } from '../source/unknown.ts'
import type { Cluster } from './cluster.ts'
import { type Base, type Files, newFiles, workspacePath } from './files.ts'
import type { Image, Login } from './registry.ts'
import { always, type Run, type Step, type When } from './run.ts'
import type { World, WorldEvent } from './world.ts'

/** One job's fresh computer. Nothing of it outlives the job but outputs, artifacts and what was pushed or applied. */
export interface Machine {
  readonly run: Run
  readonly names: Names
  readonly computer: Computer
  /** What `actions/checkout` brings: the repository's files at the occasion's commit. */
  readonly repository: Base
  step: Step | undefined
  /** The assumptions that hold where the rehearsal stands. */
  when: When
  files: Files
  /** Absolute. */
  directory: string
  variables: ReadonlyMap<string, Variable>
  logins: readonly Login[]
  /** Images in the local Docker daemon, by reference as `docker images` would list it (normalised name and tag). */
  images: ReadonlyMap<string, Image>
  builder: Builder
  /** Drivers of the builders that were made by name; the one in use may be another. */
  builders?: ReadonlyMap<string, Builder['driver']>
  /** What kubectl and helm talk to; undefined: whatever kubeconfig is there, nobody knows. */
  cluster: Cluster | undefined
  /** The context's default namespace (`kubectl config set-context --namespace`). */
  namespace: Text | undefined
  /** Something that is not understood may have set variables for later steps (`$GITHUB_ENV`): what is not set is unknown. */
  openEnvironment?: boolean
  /** What fails now is provided for: `command || true`, `continue-on-error`. */
  tolerant?: boolean
}

/** The hardware under a machine. */
export interface Computer {
  readonly os: 'linux' | 'windows' | 'macos' | undefined
  readonly architecture: 'amd64' | 'arm64' | undefined
  /** GitHub's own runner: what is installed on it is known. Undefined: nobody knows. */
  readonly hosted: boolean | undefined
  readonly label: string
  readonly at: Span
}

export interface Variable {
  readonly text: Text
  readonly exported: boolean
}

/** What `docker buildx build` and the Docker actions build with. */
export interface Builder {
  readonly driver: 'docker' | 'docker-container' | 'remote' | 'kubernetes' | 'cloud' | 'unknown'
  readonly at: Span | undefined
}

/** A machine as a job gets it: nothing on it, nobody logged in. */
export const newMachine = (given: Pick<Machine, 'run' | 'names' | 'computer' | 'repository'>): Machine => ({
  ...given,
  step: undefined,
  when: always,
  files: newFiles(),
  directory: workspacePath,
  variables: new Map(),
  logins: [],
  images: new Map(),
  builder: { driver: 'docker', at: undefined },
  cluster: undefined,
  namespace: undefined,
})

/** A machine that can be changed without changing this one. */
export const fork = (machine: Machine): Machine => ({ ...machine, files: machine.files.fork() })

type New<E> = E extends WorldEvent ? Omit<E, 'order' | 'run' | 'step' | 'when'> : never

/** Writes an event into the ledger, as done by this machine now. */
export function record<E extends New<WorldEvent>>(world: World, machine: Machine, event: E): WorldEvent & E {
  const full = { ...event, order: world.events.length, run: machine.run, step: machine.step, when: machine.when }
  world.events.push(full as unknown as WorldEvent)
  return full as unknown as WorldEvent & E
}

/** Counts something that was not understood, by name. */
export const notModelled = (world: World, name: string): void => {
  world.notModelled.set(name, (world.notModelled.get(name) ?? 0) + 1)
}

/** Variables that every step has say nothing about what this one is for; the repository's name would make everything suspect. */
const ofTheRunner = /^(?:GITHUB_|RUNNER_|ACTIONS_|PATH$|HOME$|CI$)/

/** What a program that nobody knows is told by its environment. */
export const environmentOf = (machine: Machine): readonly Text[] =>
  [...machine.variables].flatMap(([name, { exported, text }]) => (exported && !ofTheRunner.test(name) ? [text] : []))
