import type { Text } from '../source/text.ts'
import { entriesOf, itemsOf, at as nodeAt, parseYaml, textOf, type YamlNode } from '../syntax/yaml.ts'

/** What a compose file says about building images. Variables stay as written. */
export interface ComposeFile {
  readonly services: readonly ComposeService[]
}

export interface ComposeService {
  readonly name: Text
  readonly image: Text | undefined
  readonly platform: Text | undefined
  readonly build: ComposeBuild | undefined
}

export interface ComposeBuild {
  readonly context: Text | undefined
  readonly dockerfile: Text | undefined
  readonly target: Text | undefined
  readonly platforms: readonly Text[]
  readonly tags: readonly Text[]
  readonly arguments: readonly (readonly [string, Text])[]
}

/** Reads a compose file, leniently. https://github.com/compose-spec/compose-spec/blob/main/build.md */
export function parseCompose(text: Text): ComposeFile {
  const root = parseYaml(text)[0]?.root
  return {
    services: entriesOf(root, 'services').map(({ key, value }) => ({
      name: key.text,
      image: textOf(value, 'image'),
      platform: textOf(value, 'platform'),
      build: buildOf(nodeAt(value, 'build')),
    })),
  }
}

function buildOf(node: YamlNode | undefined): ComposeBuild | undefined {
  if (!node) return undefined
  if (node.kind === 'scalar')
    return { context: node.text, dockerfile: undefined, target: undefined, platforms: [], tags: [], arguments: [] }
  return {
    context: textOf(node, 'context'),
    dockerfile: textOf(node, 'dockerfile'),
    target: textOf(node, 'target'),
    platforms: scalarsOf(node, 'platforms'),
    tags: scalarsOf(node, 'tags'),
    arguments: entriesOf(node, 'args').flatMap(({ key, value }) =>
      value?.kind === 'scalar' ? [[key.text.value, value.text] as const] : [],
    ),
  }
}

const scalarsOf = (node: YamlNode, key: string): readonly Text[] =>
  itemsOf(node, key).flatMap((item) => (item.kind === 'scalar' ? [item.text] : []))
