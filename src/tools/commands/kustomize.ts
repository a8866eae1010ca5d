import { concat, placeOf, spoken, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { parseYaml } from '../../syntax/yaml.ts'
import { resolvePath } from '../../world/files.ts'
import type { Machine } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
import { withEntry, withImage } from '../kube/kustomization-edit.ts'
import { kustomized } from '../kube/manifest-files.ts'
import { recordMissing } from '../kube/missing-file.ts'
import { lastOf, type Options, parseOptions } from '../kube/options.ts'
import { asked, prints, recordCommand, silent } from '../kube/outcome.ts'
import { type Call, command, type Outcome } from '../tool.ts'

const switches = new Set(
  'h help enable-alpha-plugins enable-exec enable-helm enable-star network as-current-user stack-trace r recursive autodetect f force'.split(
    ' ',
  ),
)

/** kustomize: builds, and edits of the kustomization in the working directory. */
export const kustomize = command('kustomize', (call, machine, world) => {
  const options = parseOptions(call.args, switches)
  const [verb, ...words] = options.words
  recordCommand(call, machine, world, `kustomize ${verb?.value ?? ''}`)
  if (verb?.value === 'build') return build(call, machine, world, options)
  if (verb?.value === 'create') {
    const made = unknownText(machine.names, `kustomize create ${world.events.length}`, 'kustomization', call.at)
    machine.files.write(resolvePath(machine.directory, 'kustomization.yaml'), made)
    return silent
  }
  if (verb?.value === 'edit') return edit(call, machine, world, words)
  return asked(call, machine, world)
})

function build(call: Call, machine: Machine, world: World, options: Options): Outcome {
  const directory = options.words[1] ?? spoken('.', placeOf(call.name))
  const { texts, complete } = kustomized(machine, world, directory, call.at)
  const text = complete ? concat(...texts) : asked(call, machine, world).stdout
  const output = lastOf(options, 'o', 'output')
  if (!output) return complete ? prints(text) : { status: 'unknown', stdout: text }
  machine.files.write(resolvePath(machine.directory, output.value), text)
  return silent
}

const fileNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

function edit(call: Call, machine: Machine, world: World, words: readonly Text[]): Outcome {
  const path = fileNames.map((name) => resolvePath(machine.directory, name)).find((one) => machine.files.read(one))
  const kustomization = path && machine.files.read(path)
  if (!path || !kustomization) {
    recordMissing(machine, world, spoken('kustomization.yaml', placeOf(call.name)), 'kustomize edit')
    return silent
  }
  // One that nobody knows stays so.
  const root = parseYaml(kustomization)[0]?.root
  if (root === undefined || root.kind === 'map') machine.files.write(path, edited(call, machine, kustomization, words))
  return silent
}

/** What an edit leaves behind; one that is not understood leaves something that nobody knows. */
function edited(call: Call, machine: Machine, kustomization: Text, words: readonly Text[]): Text {
  const [verb, what, ...values] = words
  const said = `${verb?.value} ${what?.value}`
  const [value] = values
  if (said === 'set image') return values.reduce((text, image) => withImage(text, image, placeOf(image)), kustomization)
  if (said === 'set namespace' && value) return withEntry(kustomization, 'namespace', value, placeOf(value))
  if (said === 'set nameprefix' && value) return withEntry(kustomization, 'namePrefix', value, placeOf(value))
  if (said === 'set namesuffix' && value) return withEntry(kustomization, 'nameSuffix', value, placeOf(value))
  if (verb?.value === 'fix') return kustomization
  const key = `kustomize edit ${words.map((word) => word.value).join(' ')} ${kustomization.value.length}`
  return unknownText(machine.names, key, 'edited kustomization', call.at)
}
