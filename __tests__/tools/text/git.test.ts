import { compare } from '../../../src/source/compare.ts'
import type { Occasion } from '../../../src/world/run.ts'
import { machineWith, run } from './shell.ts'

const sha = '0123456789abcdef0123456789abcdef01234567'
const git = (script: string, occasion: Partial<Occasion> = {}) =>
  run(script, machineWith({}, {}, undefined, occasion)).stdout.value

describe('git', () => {
  it.each([
    ['git rev-parse HEAD', {}, `${sha}\n`],
    ['git rev-parse --verify HEAD', {}, `${sha}\n`],
    ['git rev-parse --short=8 HEAD', {}, '01234567\n'],
    ['git rev-parse HEAD | cut -c1-7', {}, '0123456\n'],
    ['git log -1 --format=%H', {}, `${sha}\n`],
    ['git log -n1 --pretty=format:%H', {}, sha],
    ['git show -s --format=%H HEAD', {}, `${sha}\n`],
    ['git rev-parse --abbrev-ref HEAD', { ref: 'refs/heads/feature/x' }, 'feature/x\n'],
    ['git branch --show-current', { ref: 'refs/heads/main' }, 'main\n'],
    ['git rev-parse --abbrev-ref HEAD', { ref: 'refs/pull/1/merge' }, 'HEAD\n'],
    ['git rev-parse --abbrev-ref HEAD', { ref: 'refs/tags/v1' }, 'HEAD\n'],
    ['git describe --tags', { ref: 'refs/tags/v1' }, 'v1\n'],
    ['git describe --tags --abbrev=0', { ref: 'refs/tags/v1' }, 'v1\n'],
    ['git rev-parse --show-toplevel', {}, '/github/workspace\n'],
  ] as const)('%s on %j', (script, occasion, expected) => {
    expect(git(script, occasion)).toBe(expected)
  })

  it.each(['git rev-parse --short HEAD', 'git log -1 --format=%h'])('%s may be longer than seven digits', (script) => {
    const short = git(script).trimEnd()
    expect(compare(short, sha.slice(0, 7))).toBe('unknown')
    expect(compare(short, sha)).toBe('unknown')
    expect(compare(short, 'fedcba9')).toBe('different')
  })

  it.each([
    'git describe',
    'git describe --tags',
    'git rev-list --count HEAD',
    'git log -3 --oneline',
    'git rev-parse HEAD~1',
  ])('%s is unknown', (script) => {
    expect(compare(git(script).trimEnd(), 'anything')).toBe('unknown')
  })
})
