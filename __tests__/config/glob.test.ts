import { nearest } from '../../src/source/nearest.ts'
import { matchesGlob } from '../../src/syntax/glob.ts'
import { parseQuantity } from '../../src/syntax/quantity.ts'

describe('a glob', () => {
  it.each([
    ['k8s/dev/**', 'k8s/dev/a/b.yaml', true],
    ['k8s/dev/**', 'k8s/dev', false],
    ['k8s/**', 'k8s2/a', false],
    ['**', 'a/b/c', true],
    ['**/*.yaml', 'a.yaml', true],
    ['**/*.yaml', 'x/y/a.yaml', true],
    ['**/dev/*', 'dev/a', true],
    ['**/dev/*', 'x/dev/a', true],
    ['**/dev/*', 'x/mydev/a', false],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b', true],
    ['a/**/b', 'ax/b', false],
    ['*.yaml', 'a/b.yaml', false],
    ['a*c', 'abbc', true],
    ['a*c', 'a/c', false],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['a?c', 'ac', false],
    ['a.c', 'abc', false],
    ['[ab]', 'a', false],
    ['[ab]', '[ab]', true],
    ['', '', true],
    ['', 'a', false],
    ['docker.io/acme/legacy-*', 'docker.io/acme/legacy-api', true],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(matchesGlob(pattern, path)).toBe(expected)
  })

  it('never takes long', () => {
    expect(matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(4000))).toBe(false)
    expect(matchesGlob(`${'**/'.repeat(160)}b`, 'a/'.repeat(2000))).toBe(false)
  })
})

describe('a near miss', () => {
  it.each([
    ['errors', 'error'],
    ['eror', 'error'],
    ['wraning', 'warning'],
    ['x', undefined],
    ['something', undefined],
    ['', undefined],
  ])('%s: %s', (word, expected) => {
    expect(nearest(word, ['error', 'warning', 'notice'])).toBe(expected)
  })
})

describe('a quantity', () => {
  it.each([
    ['4', 4],
    ['500m', 0.5],
    ['16Gi', 16 * 2 ** 30],
    ['1.5G', 1.5e9],
    ['1e3', 1000],
    ['.5', 0.5],
    ['4 Gi', undefined],
    ['16gb', undefined],
    ['', undefined],
    ['1e', undefined],
  ])('%s: %s', (text, expected) => {
    expect(parseQuantity(text)).toBe(expected)
  })
})
