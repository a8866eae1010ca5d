import { kustomizationFileNames } from '../../render/kustomize/kustomization.ts'
import type { Span } from '../../source/span.ts'
import { concat, placeOf, spoken, type Text } from '../../source/text.ts'
import { holdsUnknown } from '../../source/unknown.ts'
import { itemsOf, parseYaml, textOf } from '../../syntax/yaml.ts'
import { type Machine, record } from '../../world/machine.ts'
import type { World } from '../../world/world.ts'

/**
 * Records for each entry of a kustomization's `images` whether anything in what was built has the name that it looks for, or
 * the one that it gives. kustomize itself passes over an entry that matches nothing (api/filters/imagetag).
 */
export function recordImages(machine: Machine, world: World, directory: string, built: Text, command: Span): void {
  const file = kustomizationFileNames.map((name) => machine.files.read(`${directory}/${name}`)).find((text) => text)
  const root = file && parseYaml(file)[0]?.root
  if (file) record(world, machine, { kind: 'values', tool: 'kustomize', text: file, command, at: command })
  // Field specifications of its own say what else is an image.
  const configured = itemsOf(root, 'configurations').length > 0
  for (const entry of itemsOf(root, 'images')) {
    const [what, newName, newTag, digest] = ['name', 'newName', 'newTag', 'digest'].map((key) => textOf(entry, key))
    if (!what) continue
    const by = newTag ? concat(newName ?? what, spoken(':', placeOf(newTag)), newTag) : (newName ?? digest ?? what)
    const open = configured || holdsUnknown(what.value + (newName?.value ?? ''))
    const matched = open ? 'unknown' : isNamed(built, newName ?? what, what)
    record(world, machine, { kind: 'rewrite', tool: 'kustomize', what, by, texts: [built], matched, at: placeOf(what) })
  }
}

/**
 * Whether one of the names is an image's: a name of one bare word in a field that is called so, any other wherever it stands
 * alone or before a tag or a digest. What nobody knows may be one.
 */
function isNamed({ value }: Text, ...names: readonly Text[]): boolean | 'unknown' {
  for (const name of names)
    for (let at = value.indexOf(name.value); at >= 0; at = value.indexOf(name.value, at + 1)) {
      const before = value.slice(value.lastIndexOf('\n', at) + 1, at)
      const stands = /[\s"']$/.test(before) && /^(?:[\s"':@]|$)/.test(value.slice(at + name.value.length))
      if (stands && (/[/.]/.test(name.value) || /image\w*["']?:\s*["']?$/i.test(before))) return true
    }
  return /\bimage: .*[\uE000-\uF8FF]/.test(value) ? 'unknown' : false
}
