/** encoding/json refuses to nest deeper (scanner.go, maxNestingDepth). */
const deepest = 10_000

type Expected = 'value' | 'value or ]' | 'key or }' | 'key' | ':' | ', or }' | ', or ]'

/**
 * Where the JSON value that starts at an offset ends; undefined when there is none that Go's encoding/json would read. What
 * stands behind it does not matter, as for `json.Decoder.Decode`.
 */
export function endOfJsonValue(text: string, from: number): number | undefined {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let offset = from
  for (;;) {
    offset = endOf(space, text, offset) ?? offset
    const character = text[offset]
    if (character === undefined) return undefined
    if (character === expected) expected = 'value'
    else if (character === ',' && expected.startsWith(',')) expected = expected === ', or }' ? 'key' : 'value'
    else if (/[{[]/.test(character) && expected.startsWith('value')) {
      if (open.push(character as '{' | '[') > deepest) return undefined
      expected = character === '{' ? 'key or }' : 'value or ]'
    } else {
      const end = endOfToken(text, offset, expected)
      if (end === undefined) return undefined
      if (/[}\]]/.test(character)) open.pop()
      if (character === '"' && expected.startsWith('key')) expected = ':'
      else if (open.length === 0) return end
      else expected = open.at(-1) === '{' ? ', or }' : ', or ]'
      offset = end - 1
    }
    offset += 1
  }
}

const space = /[ \t\r\n]+/y
const string = /"(?:[^"\\\0-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
/** Go's scanner goes into a fraction or an exponent as soon as one begins. */
const scalar = /true|false|null|-?(?:0|[1-9][0-9]*(?![0-9]))(?:\.[0-9]+|(?!\.))(?:[eE][+-]?[0-9]+|(?![eE]))/y

/** A closing bracket, a string or another scalar, where it may stand. */
function endOfToken(text: string, offset: number, expected: Expected): number | undefined {
  const character = text[offset] as string
  if (/[}\]]/.test(character)) return expected.endsWith(character) ? offset + 1 : undefined
  if (expected.startsWith('key')) return endOf(string, text, offset)
  return expected.startsWith('value') ? (endOf(string, text, offset) ?? endOf(scalar, text, offset)) : undefined
}

function endOf(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset
  return pattern.test(text) ? pattern.lastIndex : undefined
}
