import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { emptyConfig } from '../src/config.ts'
import { preflight } from '../src/preflight.ts'
import { repositoryOf } from '../src/repository/repository.ts'

const examples = join(process.cwd(), 'examples')

function filesOf(name: string): Readonly<Record<string, string>> {
  const root = join(examples, name)
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(paths.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]))
}

const check = (files: Readonly<Record<string, string>>) =>
  preflight({
    repository: repositoryOf(files),
    config: emptyConfig,
    repositoryName: 'acme/shop',
    defaultBranch: 'main',
    sha: undefined,
  }).findings

/** Park and Miller's numbers: the same mutations on every machine. */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 48271) % 2147483647
    return state % limit
  }
}

const bits = [
  '${{',
  '}}',
  '$(',
  "'",
  '"',
  '|',
  '>',
  '\t',
  ':',
  '- ',
  '&a ',
  '*a',
  '{',
  '[',
  '\u0000',
  '\uE000',
  '\n',
  '\r',
  '$',
  '`',
  '<<EOF',
  '!!int ',
  '%',
  '../',
  '',
]

function mutated(text: string, random: (limit: number) => number): string {
  let out = text
  for (let count = 1 + random(3); count > 0; count -= 1) {
    const start = random(out.length + 1)
    const end = Math.min(out.length, start + random(3) * random(40))
    const kind = random(3)
    const taken = out.slice(start, end)
    const put = kind === 0 ? (bits[random(bits.length)] as string) : kind === 1 ? '' : taken + taken
    out = out.slice(0, start) + put + out.slice(end)
  }
  return out
}

const names = readdirSync(examples, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
const broken = filesOf('broken-short-sha')
const expected = check(broken).map(({ rule, at }) => `${rule} ${at.source.path}:${at.start}`)

describe.each(names)('mutations of %s', (name) => {
  const files = filesOf(name)
  const paths = Object.keys(files)

  it('never throw, and no rule fails', () => {
    const random = numbersFrom(name.length * 7919 + 1)
    for (let round = 0; round < 40; round += 1) {
      const path = paths[random(paths.length)] as string
      const text = mutated(files[path] as string, random)
      const found = check({ ...files, [path]: text })
      expect({ text, failed: found.filter(({ rule }) => rule === 'internal-error') }).toEqual({ text, failed: [] })
    }
  })

  it('do not lose what is wrong elsewhere', () => {
    const random = numbersFrom(name.length * 104729 + 1)
    // Another workflow may push the very image; what lies elsewhere may not.
    const others = paths.filter((path) => !path.startsWith('.github/'))
    for (let round = 0; round < 20; round += 1) {
      const path = others[random(others.length)] as string
      const text = mutated(files[path] as string, random)
      const found = check({ ...broken, [`beside/${path}`]: text })
      expect(found.map(({ rule, at }) => `${rule} ${at.source.path}:${at.start}`)).toEqual(
        expect.arrayContaining(expected),
      )
    }
  })
})
