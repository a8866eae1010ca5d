import { concat, spoken, type Text } from '../source/text.ts'
import { rawText, spanOf, type YamlNode } from '../syntax/yaml.ts'

/**
 * A node as a document of its own, every character with its place. Undefined where it uses what stands outside of it: an
 * alias, a merge key.
 */
export function standalone(node: YamlNode): Text | undefined {
  if (node.kind === 'scalar') return node.text
  const raw = rawText(node)
  if (/(?:^|[\s[{,])\*[^\s*]/.test(raw.value)) return undefined
  const before = node.within.value.slice(0, node.start)
  const column = before.length - (before.lastIndexOf('\n') + 1)
  const isFlow = /^[[{]/.test(raw.value)
  return isFlow ? raw : concat(spoken(' '.repeat(column), spanOf(node)), raw)
}
