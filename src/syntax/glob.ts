/**
 * Whether a path matches a glob of our configuration: `*` and `?` stay within a directory, `**` crosses them (`a/**` is all
 * below `a`, `**` followed by `/b` also `b` itself). Everything else is literal. Time is bounded by pattern times path.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  const tokens = tokensOf(pattern)
  /** reachable[j]: the tokens so far match the first j characters. */
  let reachable = new Uint8Array(path.length + 1)
  reachable[0] = 1
  for (const token of tokens) reachable = advanced(token, reachable, path)
  return reachable[path.length] === 1
}

type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'one' | 'some' | 'any' | 'directories' }

function tokensOf(pattern: string): readonly Token[] {
  const parts = pattern.match(/\*\*\/|\*+|\?|[^*?]+/g) ?? []
  return parts.map((part, index): Token => {
    if (part === '**/') return { kind: startsSegment(parts, index) ? 'directories' : 'any' }
    if (part === '?') return { kind: 'one' }
    if (part.startsWith('**')) return { kind: 'any' }
    return part === '*' ? { kind: 'some' } : { kind: 'literal', text: part }
  })
}

const startsSegment = (parts: readonly string[], index: number): boolean =>
  index === 0 || (parts[index - 1]?.endsWith('/') ?? false)

function advanced(token: Token, reachable: Uint8Array, path: string): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(path.length + 1)
  let open = false
  for (let index = 0; index <= path.length; index += 1) {
    if (token.kind === 'literal') {
      if (reachable[index] && path.startsWith(token.text, index)) next[index + token.text.length] = 1
    } else if (token.kind === 'one') {
      if (reachable[index] && index < path.length && path[index] !== '/') next[index + 1] = 1
    } else {
      open ||= reachable[index] === 1
      const here = token.kind !== 'directories' || reachable[index] === 1 || path[index - 1] === '/'
      if (open && here) next[index] = 1
      if (token.kind === 'some' && path[index] === '/') open = false
    }
  }
  return next
}
