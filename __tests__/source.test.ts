import { compare } from '../src/source/compare.ts'
import { positionAt } from '../src/source/span.ts'
import { concat, fileText, originOf, placeOf, slice, split, spoken, textAt, usedAt } from '../src/source/text.ts'
import { isOfThisRun, likesOf, newNames, show, unknown } from '../src/source/unknown.ts'

const source = { path: 'a.yml', text: 'one: two\nthree: four\n' }
const two = textAt({ source, start: 5, end: 8 })
const four = textAt({ source, start: 16, end: 20 })

describe('text', () => {
  it('keeps places through slicing and joining', () => {
    const both = concat(two, spoken('-', { source, start: 0, end: 3 }), four)
    expect(both.value).toBe('two-four')
    expect(placeOf(slice(both, 5, 7))).toEqual({ source, start: 17, end: 19 })
    expect(split(both, '-').map((part) => placeOf(part).start)).toEqual([5, 16])
  })

  it('joins what continues in the file into one piece', () => {
    expect(concat(slice(two, 0, 1), slice(two, 1)).pieces).toHaveLength(1)
    expect(fileText(source).pieces).toHaveLength(1)
  })

  it('remembers where a value was written when it is used elsewhere', () => {
    const use = { source, start: 0, end: 3 }
    const used = usedAt(two, use)
    expect(placeOf(used)).toEqual(use)
    expect(used.pieces.map(originOf)).toEqual([{ source, start: 5, end: 8 }])
  })

  it('counts lines as editors do', () => {
    const mixed = { path: 'b', text: 'a\r\nb\rc\nd' }
    expect([0, 3, 5, 7].map((offset) => positionAt(mixed, offset).line)).toEqual([1, 2, 3, 4])
  })
})

describe('unknowns', () => {
  const names = newNames()
  const host = unknown(names, 'secrets.HOST', 'secrets.HOST')
  const other = unknown(names, 'vars.OTHER', 'vars.OTHER')
  const sha = '0123456789abcdef0123456789abcdef01234567'
  names.standIns.push({ value: sha, label: 'github.sha', pattern: '[0-9a-f]{40}', cuttable: true })

  it.each([
    ['a', 'a', 'same'],
    ['a', 'b', 'different'],
    [host, host, 'same'],
    [host, other, 'unknown'],
    [`${host}/app:a`, `${host}/app:b`, 'different'],
    [`${host}/app`, `${other}/api`, 'different'],
    [`${host}/app`, 'ghcr.io/app', 'unknown'],
    [`${host}/app`, 'ghcr.io/api', 'different'],
    [`a${host}c`, 'ac', 'unknown'],
    [`a${host}b${other}c`, 'axbyc', 'unknown'],
    [`a${host}b${other}c`, 'axyc', 'different'],
    ['\uf8ff', '\uf8ff', 'unknown'],
  ] as const)('compare %j with %j: %s', (a, b, expected) => {
    expect(compare(a, b)).toBe(expected)
    expect(compare(b, a)).toBe(expected)
  })

  it('shows names, never invented values', () => {
    expect(show(names, `${host}/app:${sha}`)).toBe('<secrets.HOST>/app:<github.sha>')
    expect(show(names, `app:sha-${sha.slice(0, 7)}`)).toBe('app:sha-<first 7 of github.sha>')
  })

  it('knows what other runs have instead', () => {
    expect(likesOf(names, `v-${sha}`).test(`v-${'f'.repeat(40)}`)).toBe(true)
    expect(likesOf(names, `v-${sha}`).test('v-1')).toBe(false)
    expect(isOfThisRun(names, 'latest')).toBe(false)
    expect(isOfThisRun(names, sha.slice(0, 8))).toBe(true)
  })
})
