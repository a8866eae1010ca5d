import { emptyText, spoken } from '../../source/text.ts'
import { listItems } from '../../syntax/csv-list.ts'
import { workspacePath } from '../../world/files.ts'
import { build } from '../docker/build.ts'
import { argumentsByName, dockerfileOf } from '../docker/build-context.ts'
import { redHatReferences } from '../docker/red-hat.ts'
import { action } from '../tool.ts'

/** Builds and keeps; nothing is pushed. https://github.com/redhat-actions/buildah-build (src/index.ts) */
export const redhatBuildahBuild = action('redhat-actions/buildah-build', (call, machine, world) => {
  const list = (name: string) => listItems(call.input(name) ?? emptyText, { commas: true })
  const files = [...list('containerfiles'), ...list('dockerfiles')]
  const references = redHatReferences(call, undefined)
  const image = build(
    {
      builder: call.uses.text.value,
      driver: 'docker',
      tags: references,
      platforms: [...list('platform'), ...list('platforms'), ...list('arch'), ...list('archs')],
      push: false,
      load: true,
      outputs: [],
      attestations: { provenance: undefined, sbom: undefined, attests: [], byDefault: false, obeysEnvironment: false },
      dockerfile:
        files.length === 1 ? dockerfileOf(machine, workspacePath, call.input('context'), files[0]) : undefined,
      target: undefined,
      buildArguments: argumentsByName(list('build-args'), machine),
      at: call.at,
    },
    machine,
    world,
  )
  return {
    outputs: new Map([
      ['image', call.input('image') ?? emptyText],
      ['tags', call.input('tags') ?? spoken('latest', call.at)],
      ['image-with-tag', references[0] ?? emptyText],
      ['digest', spoken(image.digest, call.at)],
    ]),
    complete: true,
  }
})
