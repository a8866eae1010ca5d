import type { Text } from '../../source/text.ts'
import { parseTemplate, type TemplateProblem } from '../../syntax/go-template.ts'
import { isEmptyTree, type TemplateTree } from '../../syntax/go-template-tree.ts'

export interface Template {
  readonly name: string
  readonly tree: TemplateTree
}

/** Templates by name. `tpl` works on a copy. */
export type TemplateSet = Map<string, Template>

/** Adds a text and what it defines (template.Parse): a later definition wins unless it says nothing. */
export function addTemplate(
  set: TemplateSet,
  name: string,
  text: Text,
  isFunction: (name: string) => boolean,
): TemplateProblem | undefined {
  const parsed = parseCached(name, text, isFunction)
  if (!('main' in parsed)) return parsed
  for (const { name: defined, tree } of parsed.defines) add(set, defined, tree)
  add(set, name, parsed.main)
  return undefined
}

function add(set: TemplateSet, name: string, tree: TemplateTree): void {
  if (set.has(name) && isEmptyTree(tree.root)) return
  set.set(name, { name, tree })
}

/** What an action takes to parse besides its characters. */
const weightOfAction = 10

/** How much there is to parse: what stands within actions. */
export function weightOfActions(text: string): number {
  let weight = 0
  for (let at = text.indexOf('{{'); at >= 0; ) {
    const close = text.indexOf('}}', at)
    const end = close < 0 ? text.length : close
    weight += weightOfAction + end - at
    at = text.indexOf('{{', end)
  }
  return weight
}

type Parsed = ReturnType<typeof parseTemplate>
const parsed = new WeakMap<Text, { readonly name: string; readonly result: Parsed }>()

/** The same text under the same name is parsed once. */
function parseCached(name: string, text: Text, isFunction: (name: string) => boolean): Parsed {
  const known = parsed.get(text)
  if (known?.name === name) return known.result
  const result = parseTemplate(name, text, isFunction)
  parsed.set(text, { name, result })
  return result
}
