import { containersOf, objectsIn, podTemplateOf } from '../../documents/kubernetes.ts'
import { type Comparison, compare } from '../../source/compare.ts'
import { concat, placeOf, slice, splice, spoken, type Text } from '../../source/text.ts'
import { type Names, obscured } from '../../source/unknown.ts'
import { at, entryOf, type YamlNode } from '../../syntax/yaml.ts'

/** Kinds whose images `azure/k8s-deploy` replaces (Azure/k8s-deploy src/utilities/manifestUpdateUtils.ts). */
const replacedKinds = new Set([
  'Pod',
  'ReplicaSet',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
  'ScaledJob',
])

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: Text
}

/** Manifests as `azure/k8s-deploy` sends them: with its `images` in place, and its `imagepullsecrets` added. */
export function substituted(names: Names, text: Text, images: readonly Text[], pullSecrets: readonly Text[]): Text {
  const specs = objectsIn(text)
    .objects.filter((object) => replacedKinds.has(object.kind))
    .flatMap((object) => podTemplateOf(object)?.spec ?? [])
  const edits = specs.flatMap((spec) => [...imageEdits(names, spec, images), ...secretEdit(text, spec, pullSecrets)])
  const byStart = new Map(edits.map((edit) => [edit.start, edit]))
  return [...byStart.values()]
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, edit) => splice(result, edit.start, edit.end, edit.text), text)
}

function imageEdits(names: Names, spec: YamlNode, images: readonly Text[]): readonly Edit[] {
  return containersOf(spec).flatMap(({ kind, node }) => {
    const written = at(node, 'image')
    if (kind === 'ephemeral' || written?.kind !== 'scalar') return []
    let image = written.text
    for (const entry of images) {
      const fits = isMeant(image.value, entry.value)
      if (fits === 'same') image = entry
      else if (fits === 'unknown') image = obscured(names, `images ${entry.value}`, image)
    }
    if (image === written.text) return []
    const quote = spoken('"', placeOf(image))
    return [{ start: written.start, end: written.end, text: concat(quote, image, quote) }]
  })
}

/** Whether an entry of `images` replaces the image of any container in these manifests; undefined: there is none. */
export function isReplacing(texts: readonly Text[], entry: Text): boolean | 'unknown' | undefined {
  const images = texts
    .flatMap((text) => objectsIn(text).objects)
    .filter((object) => replacedKinds.has(object.kind))
    .flatMap((object) => containersOf(podTemplateOf(object)?.spec ?? object.root))
    .flatMap(({ kind, image }) => (image && kind !== 'ephemeral' ? [image] : []))
  const fits = images.map((image) => isMeant(image.value, entry.value))
  if (fits.length === 0) return undefined
  return fits.includes('same') || (fits.includes('unknown') ? 'unknown' : false)
}

/** An entry is known by its name up to the first colon, then up to `@`. */
function isMeant(image: string, entry: string): Comparison {
  const name = (entry.split(':')[0] as string).split('@')[0] as string
  // With a port before the first colon, versions of the action differ in what they replace.
  if (entry.slice(name.length).includes('/')) return image.startsWith(`${name}:`) ? 'unknown' : 'different'
  return compare(image.split(/[:@]/)[0] as string, name)
}

/** Written before the first key of the pod specification; one that is there already stays, and pulls as well. */
function secretEdit(text: Text, spec: YamlNode, pullSecrets: readonly Text[]): readonly Edit[] {
  if (pullSecrets.length === 0 || entryOf(spec, 'imagePullSecrets') || spec.kind !== 'map') return []
  const first = spec.entries[0]?.key
  if (!first) return []
  const place = placeOf(pullSecrets[0] as Text)
  const items = pullSecrets.flatMap((name) => [spoken('{name: "', place), name, spoken('"},', place)])
  const list = concat(spoken('imagePullSecrets: [', place), ...items, spoken(']', place))
  const indent = text.value.slice(text.value.lastIndexOf('\n', first.start - 1) + 1, first.start)
  const isFlow = text.value[spec.start] === '{'
  const behind = isFlow ? ', ' : `\n${' '.repeat(indent.length)}`
  return [
    {
      start: first.start,
      end: first.start,
      text: concat(list, spoken(behind, place), slice(text, first.start, first.start)),
    },
  ]
}
