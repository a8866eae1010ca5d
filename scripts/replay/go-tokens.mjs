// The tokens of Go, with the semicolons that a new line stands for.

const tokenForms =
  /(?<space>[ \t\r]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<line>\n)|(?<raw>`[^`]*`)|(?<string>"(?:[^"\\\n]|\\.)*")|(?<rune>'(?:[^'\\\n]|\\.[^'\n]*)')|(?<number>0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:[0-9][0-9_]*)?\.?[0-9][0-9_]*\.?(?:[eE][+-]?[0-9]+)?i?)|(?<word>[\p{L}_][\p{L}\p{Nd}_]*)|(?<sign><<=|>>=|&\^=|\.\.\.|<<|>>|&\^|<-|\+\+|--|&&|\|\||[-+*/%&|^!=<>:]=|[-+*/%&|^!=<>:~(){}[\],.;])/uy

/** Keywords after which a new line does not end a statement. */
const goesOn = /^(?:break|continue|fallthrough|return)$/
export const keywords =
  /^(?:break|case|chan|const|continue|default|defer|else|fallthrough|for|func|go|goto|if|import|interface|map|package|range|return|select|struct|switch|type|var)$/

export function tokensOf(text) {
  const tokens = []
  const endsStatement = () => {
    const last = tokens.at(-1)
    if (!last) return false
    if (last.kind === 'word') return !keywords.test(last.text) || goesOn.test(last.text)
    return last.kind !== 'sign' || [')', ']', '}', '++', '--'].includes(last.text)
  }
  tokenForms.lastIndex = 0
  while (tokenForms.lastIndex < text.length) {
    const at = tokenForms.lastIndex
    const found = tokenForms.exec(text)
    if (!found) throw new Error(`not a token of Go: ${text.slice(at, at + 20)}`)
    const [kind] = Object.entries(found.groups).find(([, value]) => value !== undefined)
    const breaks = kind === 'line' || (kind === 'space' && found[0].includes('\n'))
    if (breaks && endsStatement()) tokens.push({ kind: 'sign', text: ';' })
    else if (kind !== 'space' && kind !== 'line') tokens.push({ kind, text: found[0] })
  }
  tokens.push({ kind: 'sign', text: ';' }, { kind: 'end', text: '' })
  return tokens
}

const escapes = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** The text of an interpreted string; escaped bytes are read as UTF-8. */
export function unquote(body) {
  const bytes = []
  const push = (text) => bytes.push(...new TextEncoder().encode(text))
  const form = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([\s\S]))|[^\\]+/g
  for (const [whole, hex, short, long, octal, simple] of body.matchAll(form)) {
    if (hex) bytes.push(Number.parseInt(hex, 16))
    else if (octal) bytes.push(Number.parseInt(octal, 8))
    else if (short || long) push(String.fromCodePoint(Number.parseInt(short ?? long, 16)))
    else push(simple ? (escapes[simple] ?? simple) : whole)
  }
  return new TextDecoder().decode(new Uint8Array(bytes))
}
