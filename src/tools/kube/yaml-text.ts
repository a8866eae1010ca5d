import type { Span } from '../../source/span.ts'
import { concat, placeOf, remade, spoken, type Text } from '../../source/text.ts'

/** A tree to be written as YAML; its leaves keep their places. */
export type Tree = Text | readonly Tree[] | ReadonlyMap<Text | string, Tree | undefined>

/** Writes a tree as block YAML with quoted strings; `at` is the command that makes it. */
export function yamlText(tree: Tree, at: Span): Text {
  return concat(...block(tree, '', at))
}

function block(tree: Tree, indent: string, at: Span): readonly Text[] {
  if (isText(tree)) return [spoken(indent, at), quoted(tree, at), spoken('\n', at)]
  if (isList(tree)) {
    return tree.flatMap((item) => [spoken(`${indent}-\n`, at), ...block(item, `${indent}  `, at)])
  }
  return [...tree].flatMap(([key, value]) => {
    if (value === undefined) return []
    const name = typeof key === 'string' ? spoken(key, at) : quoted(key, at)
    if (isText(value)) return [spoken(indent, at), name, spoken(': ', at), quoted(value, at), spoken('\n', at)]
    return [spoken(indent, at), name, spoken(':\n', at), ...block(value, `${indent}  `, at)]
  })
}

const isText = (tree: Tree): tree is Text => 'pieces' in tree
const isList = (tree: readonly Tree[] | ReadonlyMap<Text | string, Tree | undefined>): tree is readonly Tree[] =>
  Array.isArray(tree)

/** In double quotes; what has to be escaped takes the place of the whole. */
function quoted(text: Text, at: Span): Text {
  if (text.value === '') return spoken('""', at)
  const place = placeOf(text)
  const json = JSON.stringify(text.value)
  if (json.length !== text.value.length + 2) return remade(text, json)
  return concat(spoken('"', place), text, spoken('"', place))
}
