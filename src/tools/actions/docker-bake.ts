import { emptyText, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { listItems } from '../../syntax/csv-list.ts'
import { resolvePath, workspacePath } from '../../world/files.ts'
import { record } from '../../world/machine.ts'
import { bake } from '../docker/bake.ts'
import { driverFor } from '../docker/builders.ts'
import { decide } from '../docker/decision.ts'
import { action } from '../tool.ts'

/** Builds what bake files say. https://github.com/docker/bake-action (src/context.ts of v2 to v7) */
export const dockerBake = action('docker/bake-action', (call, machine, world) => {
  record(world, machine, {
    kind: 'command' as const,
    at: call.at,
    name: call.uses.action,
    arguments: [],
    inputs: call.inputs,
  })
  const list = (name: string, commas: boolean): readonly Text[] => listItems(call.input(name) ?? emptyText, { commas })
  bake(
    {
      builder: call.uses.text.value,
      driver: driverFor(machine, call.input('builder')),
      files: list('files', true),
      targets: list('targets', true),
      set: list('set', false),
      push: decide(call.input('push'), false),
      load: decide(call.input('load'), false),
      provenance: call.input('provenance'),
      sbom: call.input('sbom'),
      directory: resolvePath(workspacePath, call.input('workdir')?.value || call.input('source')?.value || '.'),
      at: call.at,
    },
    machine,
    world,
  )
  const key = `bake metadata ${machine.run.id} ${world.events.length}`
  return {
    outputs: new Map([['metadata', unknownText(machine.names, key, 'the build metadata', call.at)]]),
    complete: true,
  }
})
