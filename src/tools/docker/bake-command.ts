import { emptyText, type Text } from '../../source/text.ts'
import type { Machine } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import type { Call, Outcome } from '../tool.ts'
import { bake } from './bake.ts'
import { driverFor } from './builders.ts'
import { optionOf, optionValue, optionValues, readOptions } from './options.ts'

const syntax = {
  valued: ['allow', 'builder', 'call', 'file', 'list', 'metadata-file', 'progress', 'provenance', 'sbom', 'set', 'var'],
  letters: { f: 'file', D: 'debug' },
}

/** `docker buildx bake [TARGET…]` (docker/buildx commands/bake.go). */
export function runBake(call: Call, args: readonly Text[], machine: Machine, world: World): Outcome {
  const line = readOptions(args, syntax)
  if (optionOf(line, 'print')) return { status: 'unknown', stdout: emptyText }
  bake(
    {
      builder: `${call.name.value} buildx bake`,
      driver: driverFor(machine, optionValue(line, 'builder')),
      files: optionValues(line, 'file'),
      targets: line.operands,
      set: optionValues(line, 'set'),
      push: optionOf(line, 'push') !== undefined,
      load: optionOf(line, 'load') !== undefined,
      provenance: optionValue(line, 'provenance'),
      sbom: optionValue(line, 'sbom'),
      directory: machine.directory,
      at: call.at,
    },
    machine,
    world,
  )
  return { status: 0, stdout: emptyText }
}
