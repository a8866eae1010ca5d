import type { Span } from '../../source/span.ts'
import { emptyText, spoken, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { homePath } from '../../world/files.ts'
import type { Builder, Machine } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { Call, Outcome } from '../tool.ts'
import { type CommandLine, optionOf, optionValue, readOptions } from './options.ts'

const syntax = {
  valued: [
    'bootstrap-timeout',
    'buildkitd-config',
    'config',
    'buildkitd-flags',
    'driver',
    'driver-opt',
    'name',
    'node',
    'platform',
    'builder',
  ],
  letters: {},
}

/** `docker buildx create|use|rm|install`: which builder the next build meets (docker/buildx commands/create.go). */
export function runBuilder(call: Call, args: readonly Text[], machine: Machine, _world: World): Outcome {
  const line = readOptions(args, syntax)
  const verb = call.args.find((word) => ['create', 'use', 'rm', 'install', 'uninstall'].includes(word.value))?.value
  if (verb === 'create') {
    if (optionOf(line, 'use')) machine.builder = { driver: driverOf(line), at: call.at }
    const name = optionValue(line, 'name')
    return {
      status: 0,
      stdout: name ?? unknownText(machine.names, `builder ${call.at.start}`, 'the name of a builder', call.at),
    }
  }
  if (verb === 'use') machine.builder = { driver: used(line, machine), at: call.at }
  if (verb === 'install') takeOverBuild(machine, call.at)
  if (verb === 'rm') machine.builder = { driver: 'docker', at: undefined }
  return { status: 0, stdout: emptyText }
}

/** Builders are not kept by name: the default one is known, any other is taken for a container on this machine if one was made. */
const used = (line: CommandLine, machine: Machine): Builder['driver'] =>
  line.operands[0]?.value === 'default'
    ? 'docker'
    : machine.builder.driver === 'docker'
      ? 'unknown'
      : machine.builder.driver

function driverOf(line: CommandLine): Builder['driver'] {
  const driver = optionValue(line, 'driver')?.value ?? 'docker-container'
  if (line.operands.length > 0 || optionOf(line, 'append') || optionValue(line, 'platform')) return 'unknown'
  return driver === 'docker-container' || driver === 'kubernetes' || driver === 'remote' || driver === 'cloud'
    ? driver
    : 'unknown'
}

const configuration = `${homePath}/.docker/config.json`
const alias = '{"aliases":{"builder":"buildx"}}'

/** `docker buildx install`: from now on `docker build` is `docker buildx build` (docker/buildx commands/install.go). */
export const takeOverBuild = (machine: Machine, at: Span): void => machine.files.write(configuration, spoken(alias, at))

/** Whether `docker build` meets the builder in use, instead of the daemon's own. */
export const isTakenOver = (machine: Machine): boolean => machine.files.read(configuration)?.value === alias
