import { slice, type Text } from '../source/text.ts'

/** A stretch of a Handlebars template: text as it is, or an expression. */
export type TemplatePart =
  | { readonly kind: 'literal'; readonly text: Text }
  | {
      readonly kind: 'expression'
      readonly text: Text
      readonly name: string
      /** Positional arguments, without their quotes. */
      readonly arguments: readonly string[]
      /** Whether the result is escaped for HTML, as `{{x}}` is and `{{{x}}}` is not. */
      readonly escaped: boolean
    }

const word = /^(?:"([^"]*)"|'([^']*)'|([^\s"'=]+))$/

/**
 * The parts of a template with plain expressions: `{{name}}`, `{{{name}}}`, `{{helper 'a' key='b'}}`. Undefined for blocks,
 * partials, white space control and everything else that Handlebars has and Docker's actions have no use for.
 */
export function parseTemplate(text: Text): readonly TemplatePart[] | undefined {
  const parts: TemplatePart[] = []
  const { value } = text
  let from = 0
  for (let open = value.indexOf('{{'); open >= 0; open = value.indexOf('{{', from)) {
    if (value[open - 1] === '\\') return undefined
    const triple = value.startsWith('{{{', open)
    const closing = triple ? '}}}' : '}}'
    const close = value.indexOf(closing, open)
    if (close < 0) return undefined
    const end = close + closing.length
    const words = value.slice(open + closing.length, close).match(/(?:[\w-]+=)?(?:"[^"]*"|'[^']*'|[^\s"']+)/g) ?? []
    const name = words[0] ?? ''
    if (!/^[A-Za-z_][\w.-]*$/.test(name) || name === 'else') return undefined
    if (open > from) parts.push({ kind: 'literal', text: slice(text, from, open) })
    parts.push({
      kind: 'expression',
      text: slice(text, open, end),
      name,
      arguments: words.slice(1).map(
        (one) =>
          word
            .exec(one)
            ?.slice(1)
            .find((group) => group !== undefined) ?? one,
      ),
      escaped: !triple,
    })
    from = end
  }
  if (from < value.length) parts.push({ kind: 'literal', text: slice(text, from) })
  return parts
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '`': '&#x60;',
  '=': '&#x3D;',
}

/** What `{{x}}` makes of a value (handlebars.js lib/handlebars/utils.js escapeExpression). */
export const escapeHtml = (value: string): string =>
  value.replace(/[&<>"'`=]/g, (character) => entities[character] ?? '')
