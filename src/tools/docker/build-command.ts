import type { Dockerfile } from '../../documents/dockerfile.ts'
import { parseDockerfile } from '../../documents/dockerfile.ts'
import { emptyText, type Text } from '../../source/text.ts'
import { holdsUnknown, unknownText } from '../../source/unknown.ts'
import { listItems } from '../../syntax/csv-list.ts'
import { type Builder, type Machine, record } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { Call, Outcome } from '../tool.ts'
import { build } from './build.ts'
import { argumentsByName, dockerfileOf } from './build-context.ts'
import { driverFor, isTakenOver } from './builders.ts'
import { type Decision, goBoolean } from './decision.ts'
import { type CommandLine, optionOf, optionValue, optionValues, readOptions } from './options.ts'

/** Options of `docker build` and `docker buildx build` that take a value (docker/buildx commands/build.go, docker/cli). */
const syntax = {
  valued: [
    ...['add-host', 'allow', 'annotation', 'attest', 'build-arg', 'build-context', 'builder', 'cache-from', 'cache-to'],
    ...['call', 'cgroup-parent', 'cpu-period', 'cpu-quota', 'cpu-shares', 'cpuset-cpus', 'cpuset-mems', 'file'],
    ...['iidfile', 'isolation', 'label', 'memory', 'memory-swap', 'metadata-file', 'network', 'no-cache-filter'],
    ...[
      'output',
      'platform',
      'policy',
      'progress',
      'provenance',
      'sbom',
      'secret',
      'security-opt',
      'shm-size',
      'ssh',
      'tag',
    ],
    ...['target', 'ulimit', 'format', 'manifest', 'authfile', 'arch', 'os', 'layers-from', 'volume', 'jobs', 'creds'],
  ],
  letters: { t: 'tag', f: 'file', o: 'output', q: 'quiet', m: 'memory', c: 'cpu-shares', D: 'debug', v: 'volume' },
}

/** `docker build` (always the daemon's own builder) or `docker buildx build` (the one in use). */
export function runBuild(
  call: Call,
  args: readonly Text[],
  machine: Machine,
  world: World,
  by: 'docker' | 'buildx',
): Outcome {
  const line = readOptions(args, syntax)
  const name = [call.name.value, ...(by === 'buildx' ? ['buildx'] : []), 'build'].join(' ')
  record(world, machine, { kind: 'command' as const, at: call.at, name, arguments: args, inputs: new Map() })
  const attests = call.name.value === 'docker'
  const image = build(
    {
      builder: name,
      driver: attests ? driverOf(line, machine, by) : 'docker',
      tags: [...optionValues(line, 'tag'), ...optionValues(line, 'manifest')],
      platforms: optionValues(line, 'platform').flatMap((text) => listItems(text, { commas: true })),
      push: attests ? switched(line, 'push') : false,
      load: attests ? switched(line, 'load') : true,
      outputs: attests ? optionValues(line, 'output') : [],
      attestations: {
        provenance: optionValue(line, 'provenance'),
        sbom: optionValue(line, 'sbom'),
        attests: optionValues(line, 'attest'),
        byDefault: attests,
        obeysEnvironment: true,
      },
      dockerfile: dockerfile(call, line, machine),
      target: optionValue(line, 'target'),
      buildArguments: argumentsByName(optionValues(line, 'build-arg'), machine),
      at: call.at,
    },
    machine,
    world,
  )
  const quiet = optionOf(line, 'quiet')
  const id = unknownText(machine.names, `image id(${image.digest})`, 'the image id', call.at)
  return { status: 0, stdout: quiet ? id : emptyText }
}

/** `docker build` names a builder only by option or variable, else it is the daemon's own. */
function driverOf(line: CommandLine, machine: Machine, by: 'docker' | 'buildx'): Builder['driver'] {
  const named = optionValue(line, 'builder') ?? machine.variables.get('BUILDX_BUILDER')?.text
  return named || by === 'buildx' || isTakenOver(machine) ? driverFor(machine, named) : 'docker'
}

/** A switch: `--push`, `--push=false`. */
function switched(line: CommandLine, name: string): Decision {
  const option = optionOf(line, name)
  if (!option) return false
  if (!option.value) return true
  return holdsUnknown(option.value.value) ? { condition: option.value.value } : goBoolean(option.value.value) === true
}

function dockerfile(call: Call, line: CommandLine, machine: Machine): Dockerfile | undefined {
  const context = line.operands[0]
  const file = optionValue(line, 'file')
  if (file?.value === '-' || (context?.value === '-' && !file))
    return call.stdin.value === '' || holdsUnknown(call.stdin.value) ? undefined : parseDockerfile(call.stdin)
  return dockerfileOf(machine, machine.directory, context, file)
}
