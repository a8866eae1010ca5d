import {
  addAnnotations,
  addComponents,
  addLabels,
  addResources,
  type Edited,
  setAnnotations,
  setImages,
  setLabels,
  setNamePrefix,
  setNameSuffix,
  setNamespace,
  setReplicas,
} from '../../render/kustomize/edit.ts'
import { concat, placeOf, spoken, type Text } from '../../source/text.ts'
import { unknownText } from '../../source/unknown.ts'
import { parseYaml } from '../../syntax/yaml.ts'
import { resolvePath } from '../../world/files.ts'
import type { Machine } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'
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
  const result = edits[`${verb?.value} ${what?.value}`]?.(kustomization, values, call)
  if (result?.kind === 'text') return result.text
  if (result?.kind === 'fails' || verb?.value === 'fix') return kustomization
  const key = `kustomize edit ${words.map((word) => word.value).join(' ')} ${kustomization.value.length}`
  return unknownText(machine.names, key, 'edited kustomization', call.at)
}

type Edit = (file: Text, values: readonly Text[], call: Call) => Edited | undefined

const one =
  (set: (file: Text, value: Text) => Edited): Edit =>
  (file, [value]) =>
    value && set(file, value)

const forced = (call: Call): boolean => call.args.some(({ value }) => value === '-f' || value === '--force')

/** `kustomize edit …`, by its verb and what it edits. Paths with a pattern are found by the tool itself, and so not followed. */
const edits: Readonly<Record<string, Edit>> = {
  'set image': setImages,
  'set namespace': one(setNamespace),
  'set nameprefix': one(setNamePrefix),
  'set namesuffix': one(setNameSuffix),
  'set replicas': setReplicas,
  'set label': setLabels,
  'set annotation': setAnnotations,
  'add label': (file, values, call) => addLabels(file, values, forced(call)),
  'add annotation': (file, values, call) => addAnnotations(file, values, forced(call)),
  'add resource': (file, values) =>
    values.some(({ value }) => /[*?[]/.test(value)) ? undefined : addResources(file, values),
  'add component': (file, values) =>
    values.some(({ value }) => /[*?[]/.test(value)) ? undefined : addComponents(file, values),
}
