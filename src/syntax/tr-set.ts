const named: Readonly<Record<string, string>> = {
  upper: 'A-Z',
  lower: 'a-z',
  digit: '0-9',
  alpha: 'A-Za-z',
  alnum: '0-9A-Za-z',
  blank: '\t\x20',
  space: '\t-\r ',
  xdigit: '0-9A-Fa-f',
  punct: '!-/:-@[-`{-~',
  cntrl: '\x00-\x1f\x7f',
  graph: '!-~',
  print: ' -~',
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
}

/**
 * The characters of a set as tr(1) of GNU coreutils reads it, in order; classes of the C locale, as tr works on bytes.
 * Undefined: a set that tr rejects, or that is not understood (repetitions, equivalence classes, beyond ASCII).
 */
export function trSet(set: string): readonly string[] | undefined {
  const characters: string[] = []
  for (let index = 0; index < set.length; ) {
    const rest = set.slice(index, index + 14)
    const name = /^\[:(\w+):\]/.exec(rest)
    if (name) {
      const members = named[name[1] as string]
      if (members === undefined) return undefined
      characters.push(...plainRanges(members))
      index += name[0].length
      continue
    }
    if (/^\[(?:=|.\*)/.test(rest)) return undefined
    const low = one(set, index)
    if (!low || low.character > '\x7f') return undefined
    index += low.length
    if (set[index] !== '-' || index + 1 >= set.length) {
      characters.push(low.character)
      continue
    }
    const high = one(set, index + 1)
    if (!high || high.character < low.character || high.character > '\x7f') return undefined
    characters.push(...range(low.character, high.character))
    index += 1 + high.length
  }
  return characters
}

function one(set: string, index: number): { character: string; length: number } | undefined {
  const character = set[index]
  if (character !== '\\') return character === undefined ? undefined : { character, length: 1 }
  const octal = /^[0-7]{1,3}/.exec(set.slice(index + 1, index + 4))
  if (octal) return { character: String.fromCharCode(Number.parseInt(octal[0], 8)), length: 1 + octal[0].length }
  const next = set[index + 1]
  if (next === undefined) return { character: '\\', length: 1 }
  return { character: escapes[next] ?? next, length: 2 }
}

const range = (low: string, high: string): readonly string[] =>
  Array.from({ length: high.charCodeAt(0) - low.charCodeAt(0) + 1 }, (_, index) =>
    String.fromCharCode(low.charCodeAt(0) + index),
  )

function plainRanges(members: string): readonly string[] {
  const found: string[] = []
  for (let index = 0; index < members.length; index += 1) {
    const low = members[index] as string
    if (members[index + 1] === '-' && index + 2 < members.length) {
      found.push(...range(low, members[index + 2] as string))
      index += 2
    } else found.push(low)
  }
  return found
}
