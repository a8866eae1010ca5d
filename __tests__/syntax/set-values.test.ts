import { readFileSync } from 'node:fs'
import { fileText, placeOf } from '../../src/source/text.ts'
import { newNames, unknown } from '../../src/source/unknown.ts'
import {
  type Assignment,
  parseSetValues,
  type SetKind,
  type SetValues,
  scalarType,
} from '../../src/syntax/set-values.ts'

const read = (text: string, kind: SetKind = 'set'): SetValues =>
  parseSetValues({ kind, text: fileText({ path: 'values', text }) })

const pathOf = ({ path }: Assignment): string =>
  path.map((step) => (step.kind === 'key' ? step.text.value : `[${step.index}]`)).join('/')

const shown = (assignment: Assignment): string => {
  const { value } = assignment
  const text =
    value.kind === 'list'
      ? `{${value.items.map((item) => item.value).join('|')}}`
      : value.kind === 'nothing'
        ? '-'
        : value.text.value
  return `${pathOf(assignment)}: ${text}`
}

/** The smallest reader of assignments: what Helm makes of them on empty values. */
function valuesOf({ assignments }: SetValues, typed: boolean): unknown {
  // biome-ignore lint/suspicious/noExplicitAny: a tree of plain values
  const root: any = {}
  const scalar = (text: string): unknown => {
    const type = typed ? scalarType(text) : 'string'
    return type === 'string' ? text : JSON.parse(text.toLowerCase())
  }
  for (const { path, value } of assignments) {
    let node = root
    path.forEach((step, index) => {
      const key = step.kind === 'key' ? step.text.value : step.index
      const next = path[index + 1]
      if (next) node[key] ??= next.kind === 'index' ? [] : {}
      else if (value.kind === 'nothing') node[key] ??= []
      else node[key] = value.kind === 'list' ? value.items.map((item) => scalar(item.value)) : scalar(value.text.value)
      node = node[key]
    })
  }
  return JSON.parse(JSON.stringify(root))
}

interface Case {
  readonly kind: 'set' | 'set-string'
  readonly text: string
  readonly values: unknown
}
const cases: readonly Case[] = JSON.parse(readFileSync(new URL('fixtures/helm-strvals.json', import.meta.url), 'utf8'))

describe("Helm's own cases", () => {
  it.each(cases)('$kind $text', ({ kind, text, values }) => {
    const result = read(text, kind)
    if (values === null) expect(result.fails?.message).toMatch(`failed parsing --${kind} data: `)
    else {
      expect(result.fails).toBeUndefined()
      expect(valuesOf(result, kind === 'set')).toEqual(values)
    }
  })
})

describe('failures', () => {
  const deep = Array.from({ length: 32 }, (_, index) => `n${index}`).join('.')
  it.each([
    ['a=https://a.com,https://b.com', 'key "com" has no value'],
    ['a=https://a.com,https://b.com,c', 'key "com" has no value (cannot end with ,)'],
    ['a=x,y', 'key "y" has no value'],
    ['a=x,"y"', 'key "\\"y\\"" has no value'],
    ['a={x,y', "list must terminate with '}'"],
    ['a[x]=1', 'error parsing index: strconv.Atoi: parsing "x": invalid syntax'],
    ['a[-1]=1', 'negative -1 index not allowed'],
    ['a[65537]=1', 'index of 65537 is greater than maximum supported index of 65536'],
    ['a[0]b=1', "unexpected data at end of array index: ['b']"],
    ['a[0],b=1', "unexpected data at end of array index: [',' 'b']"],
    ['a.=1', 'key map "a" has no value'],
    ['a..b=1', 'key map "a" has no value'],
    ['.=1', 'key map "" has no value'],
    ['a.=\\', 'key map "a" has no value'],
    ['a=1,a.b=2', 'unable to parse key: interface conversion: interface {} is int64, not map[string]interface {}'],
    [
      ']={}].',
      'unable to parse key: interface conversion: interface {} is []interface {}, not map[string]interface {}',
    ],
    ['a=x,a[0]=y', 'unable to parse key: interface conversion: interface {} is string, not []interface {}'],
    [`${deep}=1`, 'value name nested level is greater than maximum supported nested level of 30'],
  ])('%s: %s', (text, message) => {
    expect(read(text).fails?.message).toBe(`failed parsing --set data: ${message}`)
  })

  it.each([
    '',
    'a.',
    'a[0',
    'a.=',
    'a.[0]',
    '=x',
    '.b=x',
    '[0]=x',
    'a=1,',
    'a[0]=1,a[0].b=2',
    'a.b=1,a.=2',
    'a[1].=2',
    'a=\\',
  ])('accepts %j', (text) => {
    expect(read(text).fails).toBeUndefined()
  })

  it('marks the pair that fails and the comma that made it one', () => {
    const { fails } = read('a=x,y z')
    expect([fails?.at.start, fails?.at.end, fails?.comma?.start]).toEqual([4, 7, 3])
  })
})

describe('assignments', () => {
  it.each<[SetKind, string, readonly string[]]>([
    ['set', 'a={b}c=d', ['a: {b}', 'c: d']],
    ['set', 'a={}', ['a: {}']],
    ['set', 'a=Host=db,Port=5', ['a: Host=db', 'Port: 5']],
    ['set', 'n.nginx\\.io/x=1', ['n/nginx.io/x: 1']],
    ['set-literal', 'a.b=x,y\\z={q}', ['a/b: x,y\\z={q}']],
    ['set-literal', 'a[0]=x', ['a/[0]: x']],
    ['set-file', 'a=one.txt,b=two.txt', ['a: one.txt', 'b: two.txt']],
    ['set-json', 'a={"b": [1, "x,]"]}, c=2,d=', ['a: {"b": [1, "x,]"]}', ' c: 2', 'd: ']],
    ['set-json', '{"a": 1}', [': {"a": 1}']],
  ])('--%s %s', (kind, text, expected) => {
    expect(read(text, kind).assignments.map(shown)).toEqual(expected)
  })

  it.each(['a={"b":1}]', 'a=x', 'a={', 'a=[1,]', 'a={"b" 1}', '{"a": 1} x', 'a=01x'])('refuses JSON %s', (text) => {
    expect(read(text, 'set-json').fails?.message).toMatch(/^failed parsing --set-json data /)
  })

  it('knows an escaped comma at the end from one that separates', () => {
    expect(read('a=x\\,').assignments[0]?.end).toBe(5)
    expect(read('a=x,').assignments[0]?.end).toBe(3)
  })

  it('keeps places and ranges', () => {
    const [first, second] = read('a=1,b\\.c=x\\,y').assignments
    expect([first?.start, first?.end, first?.comma]).toEqual([0, 3, undefined])
    expect([second?.start, second?.end, second?.comma?.start]).toEqual([4, 13, 3])
    const value = second?.value.kind === 'scalar' ? second.value.text : undefined
    expect(value && [placeOf(value).start, placeOf(value).end]).toEqual([9, 13])
  })

  it('does not hang or overflow on hostile input', () => {
    expect(read('a[0]'.repeat(1) + '[0]'.repeat(50_000)).fails).toBeUndefined()
    expect(read('a=1,'.repeat(20_000)).assignments).toHaveLength(20_000)
    expect(read(`a=${'['.repeat(50_000)}`, 'set-json').fails).toBeDefined()
  })
})

describe('scalarType', () => {
  const names = newNames()
  const hole = unknown(names, 'secrets.X', 'secrets.X')
  it.each([
    ['TRUE', 'boolean'],
    ['null', 'null'],
    ['0', 'integer'],
    ['010', 'string'],
    ['+5', 'integer'],
    ['-0', 'integer'],
    ['1.5', 'string'],
    ['1e3', 'string'],
    ['9223372036854775807', 'integer'],
    ['9223372036854775808', 'string'],
    ['', 'string'],
    [hole, 'unknown'],
    [`12${hole}`, 'unknown'],
    [`t${hole}`, 'unknown'],
    [`v${hole}`, 'string'],
  ])('%s is %s', (value, type) => expect(scalarType(value)).toBe(type))
})
