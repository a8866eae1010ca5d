import { positionAt } from '../../src/source/span.ts'
import { fileText, placeOf } from '../../src/source/text.ts'
import { type GoDialect, type GoValue, goFloatText, goTime, readGoYaml } from '../../src/syntax/yaml-go.ts'

const read = (yaml: string, dialect: GoDialect = 'v2') => readGoYaml(fileText({ path: 'a.yaml', text: yaml }), dialect)

/** A value as plain JavaScript; ints as bigint. */
function plain(value: GoValue): unknown {
  if (value.kind === 'list') return value.items.map(plain)
  if (value.kind === 'map')
    return Object.fromEntries([...value.entries].map(([name, entry]) => [name, plain(entry.value)]))
  if (value.kind === 'null') return null
  return value.kind === 'string' ? value.text.value : value.value
}
const value = (yaml: string, dialect: GoDialect = 'v2') => {
  const [document] = read(yaml, dialect)
  return document && plain(document.value)
}

describe('scalars of go-yaml', () => {
  it.each<[string, unknown, unknown]>([
    ['yes', true, 'yes'],
    ['Off', false, 'Off'],
    ['y', true, 'y'],
    ['true', true, true],
    ['tRUE', 'tRUE', 'tRUE'],
    ['~', null, null],
    ['0777', 511n, 511n],
    ['0o17', 15n, 15n],
    ['089', 89, 89],
    ['0b11', 3n, 3n],
    ['-0x1F', -31n, -31n],
    ['1_000', 1000n, 1000n],
    ['18446744073709551615', 18446744073709551615n, 18446744073709551615n],
    ['18446744073709551616', 2 ** 64, 2 ** 64],
    ['1e3', 1000, 1000],
    ['.5', 0.5, 0.5],
    ['5.', 5, 5],
    ['1e400', '1e400', '1e400'],
    ['12:30', '12:30', '12:30'],
    ['1.2.3', '1.2.3', '1.2.3'],
    ['.inf', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ['"1"', '1', '1'],
    ["'yes'", 'yes', 'yes'],
    ['!!str 1', '1', '1'],
    ['!!int "3"', 3n, 3n],
    ['!!float 3', 3, 3],
    ['!!binary aGk=', 'hi', 'hi'],
    ['!custom 1', '1', '1'],
    ['2020-01-02', '2020-01-02', '2020-01-02'],
    ['2020-13-02', '2020-13-02', '2020-13-02'],
  ])('%s', (yaml, v2, v3) => {
    expect(value(yaml)).toEqual(v2)
    expect(value(yaml, 'v3')).toEqual(v3)
  })
})

describe('maps of go-yaml', () => {
  it.each<[string, string, unknown, unknown]>([
    ['keys', 'n: 1\n0x10: 2\n1.50: 3\n', { false: 1n, '16': 2n, '1.5': 3n }, { n: 1n, '0x10': 2n, '1.50': 3n }],
    ['the last of equal keys', 'a: 1\na: 2\n', { a: 2n }, { a: 2n }],
    [
      'merge keys',
      'x: &x {a: 1, b: 2}\nw:\n  b: 3\n  <<: *x\n',
      { x: { a: 1n, b: 2n }, w: { a: 1n, b: 2n } },
      { x: { a: 1n, b: 2n }, w: { a: 1n, b: 3n } },
    ],
    [
      'lists of merged maps',
      'x: &x {a: 1}\nw: &w {a: 2, b: 2}\nz:\n  <<: [*x, *w]\n',
      { x: { a: 1n }, w: { a: 2n, b: 2n }, z: { a: 1n, b: 2n } },
      { x: { a: 1n }, w: { a: 2n, b: 2n }, z: { a: 1n, b: 2n } },
    ],
  ])('%s', (_, yaml, v2, v3) => {
    expect(value(yaml)).toEqual(v2)
    expect(value(yaml, 'v3')).toEqual(v3)
  })

  it('reports a key that is written twice in v3', () => {
    const [document] = read('a: 1\na: 2\n', 'v3')
    expect(document?.problems.map(({ kind, at }) => [kind, positionAt(at.source, at.start).line])).toEqual([
      ['duplicate-key', 2],
    ])
    expect(read('a: 1\na: 2\n')[0]?.problems).toEqual([])
  })
})

it('keeps the places of leaves', () => {
  const document = read('a:\n  - "x"\n  - 0777\n')[0]
  const list = document?.value.kind === 'map' ? document.value.entries.get('a')?.value : undefined
  const places = list?.kind === 'list' ? list.items.map((item) => 'text' in item && placeOf(item.text).start) : []
  expect(places).toEqual([8, 15])
})

it.each([
  [1e6, '1e+06'],
  [123456, '123456'],
  [1e-5, '1e-05'],
  [0.0001, '0.0001'],
  [12345678901, '1.2345678901e+10'],
  [-1.5, '-1.5'],
  [0, '0'],
])('goFloatText %s', (number, expected) => {
  expect(goFloatText(number)).toBe(expected)
})

it.each([
  ['2020-1-2T3:4:5.60Z', '2020-01-02T03:04:05.6Z'],
  ['2020-02-30', undefined],
  ['2020-02-29 1:2:3', '2020-02-29T01:02:03Z'],
  ['2020-01-01T00:00:00+02:00', '2020-01-01T00:00:00+02:00'],
  ['2020', undefined],
])('goTime %s', (written, expected) => {
  expect(goTime(written)).toBe(expected)
})

describe('what go-yaml accepts and refuses', () => {
  it.each<[string, string, unknown]>([
    ['a flow list that closes at the left', 'a: [\n1\n]\n', { a: [1n] }],
    ['a quoted line that is not indented', 'a: "x\ny"\n', { a: 'x y' }],
    ['a block without a line break at the end of the file', 'a: |\n  x', { a: 'x' }],
    ['tabs behind a value', 'a: b\t\n', { a: 'b' }],
    ['a colon in a plain flow key', '{a:b: c}\n', { 'a:b': 'c' }],
    ['a byte order mark', '\ufeffa: b\n', { a: 'b' }],
    ['Windows line ends', 'a: |\r\n  x\r\n  y\r\n', { a: 'x\ny\n' }],
    ['a folded block', 'a: >-\n  b\n  c\n\n  d\n   e\n', { a: 'b c\nd\n e' }],
    ['an escaped line break', 'a: "b\\\n  c"\n', { a: 'bc' }],
    ['a directive and an end', '%YAML 1.1\n---\na: b\n...\n', { a: 'b' }],
    ['a pair in a list', '[a: b]\n', [{ a: 'b' }]],
  ])('accepts %s', (_, yaml, expected) => {
    expect(read(yaml)[0]?.problems).toEqual([])
    expect(value(yaml)).toEqual(expected)
  })

  it.each([
    ['a tab as indentation', 'a:\n\tb: c\n', 2],
    ['a value that is none', 'a: b: c\n', 1],
    ['an unclosed quote', 'a: "b\n', 1],
    ['an anchor that nobody set', 'a: *b\n', 1],
    ['a line without a colon', 'a: b\nc\nd: e\n', 3],
    ['an unknown escape', 'a: "\\z"\n', 1],
    ['a merge of a scalar', 'a:\n  <<: b\n', 2],
  ])('refuses %s', (_, yaml, line) => {
    const problem = read(yaml).flatMap((document) => document.problems)[0]
    expect(problem && positionAt(problem.at.source, problem.at.start).line).toBe(line)
  })

  it('never throws', () => {
    const parts = [
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '"',
      "'",
      '|',
      '>',
      '{',
      '}',
      '[',
      ']',
      ',',
      '&x ',
      '*x',
      '!!int ',
      '? ',
      '\t',
      '#',
      '%',
      '---\n',
    ]
    let state = 5
    for (let round = 0; round < 3000; round += 1) {
      let text = ''
      for (let count = 0; count < 12; count += 1) {
        state = (state * 1103515245 + 12345) & 0x7fffffff
        text += parts[(state >> 8) % parts.length]
      }
      expect(read(text, 'v3').length).toBeGreaterThanOrEqual(0)
    }
  })

  it('bounds nesting and aliases', () => {
    expect(read('['.repeat(5000))[0]?.problems).toHaveLength(1)
    const bomb = Array.from({ length: 30 }, (_, n) => `a${n}: &a${n} [${`*a${n - 1},`.repeat(n ? 9 : 0)}]`).join('\n')
    expect(read(bomb)[0]?.problems.map((problem) => problem.message)).toEqual([
      'line 7: document contains excessive aliasing',
    ])
  })
})
