import type { Span } from '../source/span.ts'
import type { Text } from '../source/text.ts'
import type { Machine } from '../world/machine.ts'
import type { World } from '../world/world.ts'

/** A command as the shell calls it. Tools state facts about machine and world; they never judge. */
export interface Call {
  /** The command's name as written (`kubectl`, `/usr/bin/docker`, without its directory). */
  readonly name: Text
  /** Words behind the name, expanded. */
  readonly args: readonly Text[]
  readonly stdin: Text
  readonly at: Span
  /** Runs another script on this machine, for commands that take one (`bash -c`, `az aks command invoke --command`). */
  readonly interpret: (script: Text, args?: readonly Text[]) => Outcome
}

export interface Outcome {
  /** `unknown`: it may have failed; in a script under `set -e` it is taken to have succeeded. */
  readonly status: number | 'unknown'
  readonly stdout: Text
}

export type Command = (call: Call, machine: Machine, world: World) => Outcome

export interface NamedCommand {
  readonly names: readonly string[]
  readonly run: Command
}

/** One export per file in `tools/commands`: what one command does. */
export const command = (name: string | readonly string[], run: Command): NamedCommand => ({
  names: typeof name === 'string' ? [name] : name,
  run,
})

/** An action of somebody else as a step uses it: `uses: docker/build-push-action@v6`. */
export interface ActionCall {
  readonly uses: Uses
  /** The value of a `with:` entry by its lower-case name; undefined where it is not given. */
  readonly input: (name: string) => Text | undefined
  readonly inputs: ReadonlyMap<string, Text>
  /** Where the step says `uses`. */
  readonly at: Span
  readonly github: ActionEvent
  /** Runs a script on this machine, for actions that take one (`azure/cli`). */
  readonly interpret: (script: Text) => Outcome
}

/** What of the event an action can see, beside the environment. */
export interface ActionEvent {
  readonly event: string
  readonly ref: string
  readonly sha: string
  readonly defaultBranch: string | undefined
  readonly repository: string | undefined
  readonly repositoryOwner: string | undefined
}

export interface Uses {
  readonly text: Text
  /** `docker/build-push-action`, lower-case, without a path. */
  readonly action: string
  /** Path within the action's repository, or ''. */
  readonly path: string
  readonly version: Version | undefined
}

/** A version as far as it is known: `v5` is major 5 and the newest of it; a sha pin is known by its version comment. */
export interface Version {
  readonly major: number
  readonly minor: number | undefined
  readonly patch: number | undefined
}

/** Outputs by name. An output that is not there is unknown unless `complete`. */
export interface ActionOutcome {
  readonly outputs: ReadonlyMap<string, Text>
  readonly complete: boolean
}

export type Action = (call: ActionCall, machine: Machine, world: World) => ActionOutcome

export interface NamedAction {
  readonly name: string
  readonly run: Action
}

/** One export per file in `tools/actions`: what one action does. */
export const action = (name: string, run: Action): NamedAction => ({ name, run })

/** Nothing comes out, and that is known. */
export const noOutputs: ActionOutcome = { outputs: new Map(), complete: true }

/** The commands the shell knows, by name. */
export type Commands = ReadonlyMap<string, Command>
