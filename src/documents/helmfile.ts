import { concatAll, placeOf, slice, split, spoken, type Text } from '../source/text.ts'
import type { SetKind } from '../syntax/set-values.ts'
import { at, entriesOf, itemsOf, parseYaml, rawText, textOf, type YamlNode } from '../syntax/yaml.ts'
import { standalone } from './standalone.ts'

/** A release of a helmfile whose every word is known. https://helmfile.readthedocs.io/ */
export interface HelmfileRelease {
  /** Undefined: the same in every environment. */
  readonly environment: string | undefined
  readonly name: Text
  readonly namespace: Text | undefined
  readonly chart: Text
  readonly values: readonly HelmfileValues[]
}

export type HelmfileValues =
  | { readonly kind: 'path'; readonly path: Text }
  | { readonly kind: 'inline'; readonly text: Text }
  | { readonly kind: SetKind; readonly text: Text }

/** The releases of a helmfile. Of templates only the environment's name is understood; a release with any other is left out. */
export function releasesOf(text: Text): readonly HelmfileRelease[] {
  if (!environmentName.test(text.value)) return releasesIn(text, undefined)
  const names = parseYaml(text).flatMap((document) =>
    entriesOf(document.root, 'environments').map(({ key }) => key.text.value),
  )
  return [...new Set(names)].flatMap((name) => releasesIn(named(text, name), name))
}

const environmentName = /\{\{-?\s*\.Environment\.Name\s*-?\}\}/

function named(text: Text, environment: string): Text {
  const parts = split(text, environmentName)
  const name = spoken(environment, placeOf(slice(text, 0, 1)))
  return concatAll(parts.flatMap((part, index) => (index === 0 ? [part] : [name, part])))
}

const releasesIn = (text: Text, environment: string | undefined): readonly HelmfileRelease[] =>
  parseYaml(text)
    .filter((document) => document.problems.length === 0 && !entersElsewhere(document.root))
    .flatMap((document) => itemsOf(document.root, 'releases').flatMap((one) => release(one, environment)))

/** Values of an environment reach releases only through templates; layers and templates of releases are not followed. */
const entersElsewhere = (root: YamlNode | undefined): boolean =>
  ['bases', 'templates'].some((key) => at(root, key) !== undefined)

function release(node: YamlNode, environment: string | undefined): readonly HelmfileRelease[] {
  const [name, chart] = [textOf(node, 'name'), textOf(node, 'chart')]
  const isOff = textOf(node, 'installed')?.value === 'false'
  const isOpen = rawText(node).value.includes('{{') || hidden.some((key) => at(node, key) !== undefined)
  if (!name || !chart || isOff || isOpen) return []
  const values = itemsOf(node, 'values').map(valuesOf)
  if (values.some((one) => one === undefined)) return []
  return [
    {
      ...{ environment, name, chart, namespace: textOf(node, 'namespace') },
      values: [...values.filter((one) => one !== undefined), ...settingsOf(node)],
    },
  ]
}

const hidden = ['inherit', 'secrets', 'valuesTemplate', 'setTemplate', 'transformers', 'jsonPatches']

function valuesOf(node: YamlNode): HelmfileValues | undefined {
  if (node.kind === 'scalar') return node.text.value.endsWith('.gotmpl') ? undefined : { kind: 'path', path: node.text }
  const text = standalone(node)
  return text && { kind: 'inline', text }
}

const settingsOf = (node: YamlNode): readonly HelmfileValues[] =>
  itemsOf(node, 'set').flatMap((item) => {
    const [name, value] = [textOf(item, 'name'), textOf(item, 'value')]
    if (!name || !value || /[,{\\]/.test(value.value)) return []
    return [{ kind: 'set' as const, text: concatAll([name, spoken('=', placeOf(name)), value]) }]
  })
