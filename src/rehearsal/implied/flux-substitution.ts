import { concatAll, placeOf, slice, type Text, usedAt } from '../../source/text.ts'
import { type Names, unknownText } from '../../source/unknown.ts'

/**
 * What Flux puts in for `${name}` after a build (kustomize-controller's post-build substitution, drone/envsubst): a value, or
 * the default behind `:=` and `:-`. Values from ConfigMaps and Secrets, and other operations, are unknown.
 */
export function substituted(names: Names, text: Text, values: ReadonlyMap<string, Text>): Text {
  const parts: Text[] = []
  let start = 0
  for (const match of text.value.matchAll(/(\$?)\$\{([A-Za-z_]\w*)(?!\w)(?:(:[=-])([^{}]*)|[^{}]*)\}/g)) {
    const [whole, dollar, name = '', operator, fallback] = match
    const end = match.index + whole.length
    const written = slice(text, match.index, end)
    parts.push(slice(text, start, match.index))
    start = end
    if (dollar) {
      parts.push(slice(written, 1))
      continue
    }
    const isPlain = written.value === `\${${name}}` || operator !== undefined
    const value = isPlain ? values.get(name) : undefined
    if (value) parts.push(usedAt(value, placeOf(written)))
    else if (fallback !== undefined && values.size > 0) parts.push(slice(text, end - 1 - fallback.length, end - 1))
    else parts.push(unknownText(names, `flux ${name}`, name, placeOf(written)))
  }
  return concatAll([...parts, slice(text, start)])
}
