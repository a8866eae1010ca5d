import { fileText, pieceAt } from '../../src/source/text.ts'
import { compareGoKeys, type EmitStyle, emitYaml } from '../../src/syntax/yaml-emit.ts'
import { readGoYaml } from '../../src/syntax/yaml-go.ts'

const emitted = (yaml: string, style: EmitStyle = 'sigs'): string =>
  emitYaml(readGoYaml(fileText({ path: 'a.yaml', text: yaml }), 'v2')[0]?.value ?? fail(), style).value

const fail = (): never => {
  throw new Error('no document')
}

const long = 'aaaaaaaaa '.repeat(9)

describe('emitYaml', () => {
  // Recorded from sigs.k8s.io/yaml v1.6.0 with go.yaml.in/yaml/v2 v2.4.4.
  it.each([
    ['sorts keys, numbers by value', 'b: 1\na10: 1\na9: 1\n', 'a9: 1\na10: 1\nb: 1\n'],
    ['does not indent sequences', 'a:\n  - b\n  - c: 1\n    d: 2\n', 'a:\n- b\n- c: 1\n  d: 2\n'],
    ['nests sequences', '- - a\n  - b\n- []\n- {}\n', '- - a\n  - b\n- []\n- {}\n'],
    ['quotes what would be something else', `a: "yes"\nb: "1"\nc: "~"\nd: ""\n`, `a: "yes"\nb: "1"\nc: "~"\nd: ""\n`],
    ['quotes keys too', `"y": 1\n"1": 2\n`, `"1": 2\n"y": 1\n`],
    ['single quotes for indicators', `a: "*x"\nb: "a: b"\nc: "a #b"\n`, `a: '*x'\nb: 'a: b'\nc: 'a #b'\n`],
    ['base 60 is quoted', 'a: "12:30:45"\n', 'a: "12:30:45"\n'],
    ['dates are quoted', 'a: "2020-01-02"\n', 'a: "2020-01-02"\n'],
    [
      'literals',
      'a: "x\\ny\\n"\nb: "x\\ny"\nc: "x\\n\\n"\nd: " x\\n"\n',
      'a: |\n  x\n  y\nb: |-\n  x\n  y\nc: |+\n  x\n\nd: |2\n   x\n',
    ],
    ['a space before a line end forbids a literal', 'a: "x \\ny"\n', 'a: "x \\ny"\n'],
    ['folds plain', `a: ${long}b\n`, `a: ${'aaaaaaaaa '.repeat(7)}aaaaaaaaa\n  aaaaaaaaa b\n`],
    [
      'numbers',
      'a: 0777\nb: 1_000\nc: 1.0\nd: 1e6\ne: 1.5e-7\nf: 0x1F\n',
      'a: 511\nb: 1000\nc: 1\nd: 1000000\ne: 1.5e-07\nf: 31\n',
    ],
    ['escapes', 'a: "\\e\\t\\u2028"\n', 'a: "\\e\\t\\L"\n'],
    ['beyond the basic plane', 'a: 😀\n', 'a: "\\U0001F600"\n'],
  ])('%s', (_, yaml, expected) => {
    expect(emitted(yaml)).toBe(expected)
  })

  it('indents sequences in the pretty style', () => {
    expect(emitted('a:\n- b\n- c: 1\n', 'sigs-indented')).toBe('a:\n  - b\n  - c: 1\n')
  })

  it('keeps the order of keys in the style of kustomize', () => {
    expect(emitted('b:\n- x\na: 1\n', 'kyaml')).toBe('b:\n- x\na: 1\n')
  })

  it('keeps the places of characters', () => {
    const source = { path: 'a.yaml', text: 'z: "a\\tb"\nkey: some value\n' }
    const text = emitYaml(readGoYaml(fileText(source), 'v2')[0]?.value ?? fail())
    expect(text.value).toBe('key: some value\nz: "a\\tb"\n')
    expect(pieceAt(text, text.value.indexOf('value'))?.at).toEqual({ source, start: 15, end: 25 })
    expect(pieceAt(text, text.value.indexOf('\\t'))).toMatchObject({ exact: false })
    let end = 0
    for (const piece of text.pieces) {
      expect(piece.end).toBeGreaterThan(end)
      end = piece.end
    }
    expect(end).toBe(text.value.length)
  })
})

it.each([
  ['a', 'b', -1],
  ['a2', 'a10', -1],
  ['a-', 'aa', -1],
  ['A', 'a', -1],
  ['a', 'a1', -1],
  ['é', 'z', 1],
])('compareGoKeys %s %s', (a, b, expected) => {
  expect(Math.sign(compareGoKeys(a, b))).toBe(expected)
})
