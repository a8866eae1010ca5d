import { emptyText, type Text } from '../../source/text.ts'
import type { Builder, Machine } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { Call, Outcome } from '../tool.ts'
import { addBuilder, driverNamed, takeOverBuild } from './builders.ts'
import { type CommandLine, optionOf, optionValue, readOptions } from './options.ts'

const syntax = {
  valued: [
    ...['bootstrap-timeout', 'buildkitd-config', 'config', 'buildkitd-flags', 'driver', 'driver-opt', 'name', 'node'],
    ...['platform', 'builder'],
  ],
  letters: {},
}

const done: Outcome = { status: 0, stdout: emptyText }

/** `docker buildx create` (docker/buildx commands/create.go). */
export function runCreate(call: Call, args: readonly Text[], machine: Machine, _world: World): Outcome {
  const line = readOptions(args, syntax)
  const name = addBuilder(machine, driverOf(line), optionValue(line, 'name'), call.at)
  if (optionOf(line, 'use')) machine.builder = { driver: driverOf(line), at: call.at }
  return { status: 0, stdout: name }
}

/** A builder with more nodes, or with an endpoint, is more than this machine. */
function driverOf(line: CommandLine): Builder['driver'] {
  const driver = optionValue(line, 'driver')?.value ?? 'docker-container'
  if (driver === 'kubernetes' || driver === 'remote' || driver === 'cloud') return driver
  if (line.operands.length > 0 || optionOf(line, 'append') || optionValue(line, 'platform')) return 'unknown'
  return driver === 'docker-container' ? driver : 'unknown'
}

/** `docker buildx use NAME`. */
export function runUse(call: Call, args: readonly Text[], machine: Machine, _world: World): Outcome {
  const name = readOptions(args, syntax).operands[0]
  machine.builder = { driver: name ? driverNamed(machine, name.value) : 'unknown', at: call.at }
  return done
}

/** `docker buildx rm`: without the builder in use, the daemon's own is. Which one a name means is not kept. */
export function runRemove(call: Call, args: readonly Text[], machine: Machine, _world: World): Outcome {
  const named = readOptions(args, syntax).operands.length > 0
  machine.builder = named ? { driver: 'unknown', at: call.at } : { driver: 'docker', at: undefined }
  return done
}

/** `docker buildx install`. */
export function runInstall(call: Call, _args: readonly Text[], machine: Machine, _world: World): Outcome {
  takeOverBuild(machine, call.at)
  return done
}
