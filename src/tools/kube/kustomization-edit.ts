import type { Span } from '../../source/span.ts'
import { concat, placeOf, slice, spoken, type Text } from '../../source/text.ts'
import { parseImageReference } from '../../syntax/image-reference.ts'
import { entryOf, itemsOf, parseYaml, textOf } from '../../syntax/yaml.ts'
import { type Tree, yamlText } from './yaml-text.ts'

/** An entry of `images` in a kustomization. */
interface ImageEntry {
  readonly name: Text
  readonly newName: Text | undefined
  readonly newTag: Text | undefined
  readonly digest: Text | undefined
}

const fields = ['name', 'newName', 'newTag', 'digest'] as const

/**
 * A kustomization after `kustomize edit set image` (kustomize/commands/edit/set/setimage.go): `name=new:tag`, `name=new@digest`,
 * `name:tag`, `name@digest`; `*` keeps what is there.
 */
export function withImage(kustomization: Text, argument: Text, at: Span): Text {
  const asked = entryAsked(argument)
  const entries = itemsOf(parseYaml(kustomization)[0]?.root, 'images').map((item) => ({
    name: textOf(item, 'name') ?? spoken('', at),
    newName: textOf(item, 'newName'),
    newTag: textOf(item, 'newTag'),
    digest: textOf(item, 'digest'),
  }))
  const existing = entries.find((entry) => entry.name.value === asked.name.value)
  const kept = existing ? merged(existing, asked) : asked
  const all = existing ? entries.map((entry) => (entry === existing ? kept : entry)) : [...entries, kept]
  const tree = all.map((entry) => new Map(fields.map((field) => [field, entry[field]] as const)))
  return withEntry(kustomization, 'images', tree, at)
}

function entryAsked(argument: Text): ImageEntry {
  const equals = argument.value.indexOf('=')
  const image = parseImageReference(slice(argument, equals + 1))
  const [newTag, digest] = [image.tag, image.digest]
  if (equals < 0) return { name: image.written, newName: undefined, newTag, digest }
  return { name: slice(argument, 0, equals), newName: image.written, newTag, digest }
}

/** A tag drives out a digest and the other way round; what is not asked for stays. */
function merged(existing: ImageEntry, asked: ImageEntry): ImageEntry {
  const keeps = (text: Text | undefined): boolean => text === undefined || text.value === '*'
  const pinned = asked.newTag !== undefined || asked.digest !== undefined
  return {
    name: existing.name,
    newName: keeps(asked.newName) ? existing.newName : asked.newName,
    newTag: pinned ? (asked.newTag?.value === '*' ? existing.newTag : asked.newTag) : existing.newTag,
    digest: pinned ? asked.digest : existing.digest,
  }
}

/** A kustomization with a top-level entry put in anew, at its end. */
export function withEntry(kustomization: Text, key: string, tree: Tree, at: Span): Text {
  const entry = entryOf(parseYaml(kustomization)[0]?.root, key)
  const rest = entry ? without(kustomization, entry.key.start, entry.value?.end ?? entry.key.end + 1) : kustomization
  const lineEnd = rest.value === '' || rest.value.endsWith('\n') ? [] : [spoken('\n', placeOf(rest))]
  return concat(rest, ...lineEnd, yamlText(new Map([[key, tree]]), at))
}

const without = (text: Text, start: number, end: number): Text => concat(slice(text, 0, start), slice(text, end))
