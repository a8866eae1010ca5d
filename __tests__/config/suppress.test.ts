import { type Config, emptyConfig, type IgnoreEntry } from '../../src/config.ts'
import type { Finding, Severity } from '../../src/finding.ts'
import { withFingerprints } from '../../src/fingerprint.ts'
import { ignoreCommentsIn } from '../../src/ignore-comment.ts'
import type { Source } from '../../src/source/span.ts'
import { applySuppressions } from '../../src/suppress.ts'
import { aboutLinear, growth } from '../growth.ts'
import { mark, tagMismatch } from '../report/findings.ts'

const rule = 'image-tag-mismatch'
const findingAt = (source: Source, text: string, because: Finding['because'] = []): Finding =>
  withFingerprints([{ ...tagMismatch, at: mark(source, text), because }])[0] as Finding

const left = (source: Source, findings: readonly Finding[], config: Config = emptyConfig): readonly string[] =>
  applySuppressions(findings, [source], config, [rule, 'image-tag-mutable']).map((one) => `${one.rule} ${one.message}`)

const file = (text: string, path = 'k8s/api.yaml'): Source => ({ path, text })

describe('an ignore comment', () => {
  it.each([
    ['on the line', 'image: web # preflight: ignore[image-tag-mismatch] why\n'],
    ['on a line of its own above', '# preflight: ignore[image-tag-mismatch] why\nimage: web\n'],
    ['without a space', 'image: web #preflight:ignore[image-tag-mismatch] why\n'],
    ['of a template', '{{- /* preflight: ignore[image-tag-mismatch] why */ -}}\nimage: web\n'],
    ['with two slashes', '// preflight: ignore[image-tag-mismatch] why\nimage: web\n'],
    ['with CRLF', '# preflight: ignore[image-tag-mismatch] why\r\nimage: web\r\n'],
    [
      'above another one',
      '# preflight: ignore[image-tag-mismatch] a\n# preflight: ignore[image-tag-mismatch] b\nimage: web\n',
    ],
    ['at the end of the file', 'image: web # preflight: ignore[image-tag-mismatch] why'],
  ])('%s silences, and needs nothing more', (_, text) => {
    const source = file(text)
    expect(left(source, [findingAt(source, 'web')])).toEqual([])
  })

  it('silences by any end of the finding', () => {
    const producer = file('push: x # preflight: ignore[image-tag-mismatch] why\n', 'ci.yml')
    const consumer = file('image: web\n')
    const finding = findingAt(consumer, 'web', [{ at: mark(producer, 'x'), message: 'pushed' }])
    expect(left(producer, [finding])).toEqual([])
  })

  it('names several rules', () => {
    const source = file('image: web # preflight: ignore[image-tag-mutable, image-tag-mismatch] why\n')
    expect(left(source, [findingAt(source, 'web')])).toEqual([
      'ignore-needless no finding of image-tag-mutable is silenced here',
    ])
  })

  it.each([
    [
      'behind something, the next line',
      'a: b # preflight: ignore[image-tag-mismatch] why\nimage: web\n',
      [
        'ignore-needless no finding of image-tag-mismatch is silenced here',
        'image-tag-mismatch nothing pushes ghcr.io/acme/api:1',
      ],
    ],
    [
      'two lines above',
      '# preflight: ignore[image-tag-mismatch] why\n\nimage: web\n',
      [
        'ignore-needless no finding of image-tag-mismatch is silenced here',
        'image-tag-mismatch nothing pushes ghcr.io/acme/api:1',
      ],
    ],
    [
      'another rule',
      'image: web # preflight: ignore[image-tag-mutable] why\n',
      [
        'image-tag-mismatch nothing pushes ghcr.io/acme/api:1',
        'ignore-needless no finding of image-tag-mutable is silenced here',
      ],
    ],
    [
      'a rule that does not exist',
      'image: web # preflight: ignore[image-tag-mutabel] why\n',
      [
        'image-tag-mismatch nothing pushes ghcr.io/acme/api:1',
        'ignore-needless no finding of image-tag-mutabel is silenced here; there is no such rule, did you mean image-tag-mutable?',
      ],
    ],
    [
      'no rule',
      'image: web # preflight: ignore because\n',
      ['image-tag-mismatch nothing pushes ghcr.io/acme/api:1', 'ignore-needless this ignore names no rule'],
    ],
    [
      'what is no comment',
      'image: web preflight: ignore[image-tag-mismatch] x\n',
      ['image-tag-mismatch nothing pushes ghcr.io/acme/api:1'],
    ],
  ])('does not silence %s', (_, text, expected) => {
    const source = file(text)
    expect(left(source, [findingAt(source, 'web')])).toEqual(expected)
  })

  it('says so when the reason is missing', () => {
    const source = file('image: web # preflight: ignore[image-tag-mismatch]\n')
    expect(left(source, [findingAt(source, 'web')])).toEqual(['ignore-unexplained this ignore does not say why'])
  })

  it('is read in time that does not depend on what a file holds', () => {
    const text = (size: number): string =>
      `${'# preflight: ignore['.repeat(5 * size)}\n${'#'.repeat(50 * size)} preflight: ignore\n${'# preflight: ignore[a]\n'.repeat(2 * size)}`
    expect(ignoreCommentsIn(file(text(100))).length).toBeGreaterThan(200)
    expect(growth(1000, (size) => ignoreCommentsIn(file(text(size))))).toBeLessThan(aboutLinear)
  })
})

describe('the configuration', () => {
  const source = file('image: web\n')
  const at = mark(file('rule: x\n', '.github/preflight.yml'), 'x')
  const entry = (changes: Partial<IgnoreEntry>): Config => ({
    ...emptyConfig,
    ignore: [{ rule, path: undefined, why: 'why', at, ...changes }],
  })
  const one = findingAt(source, 'web')

  it.each([
    ['everywhere', {}, []],
    ['in a path', { path: 'k8s/**' }, []],
    [
      'in another path',
      { path: 'helm/**' },
      [
        'ignore-needless no finding of image-tag-mismatch in helm/** is silenced by this',
        'image-tag-mismatch nothing pushes ghcr.io/acme/api:1',
      ],
    ],
    ['without a reason', { why: undefined }, ['ignore-unexplained this ignore does not say why']],
  ])('ignores %s', (_, changes, expected) => {
    expect(left(source, [one], entry(changes))).toEqual(expected)
  })

  it.each([
    ['off', []],
    ['notice', ['notice']],
    ['warning', ['warning']],
  ] as const)('sets a severity: %s', (severity, expected) => {
    const config: Config = { ...emptyConfig, rules: new Map<string, 'off' | Severity>([[rule, severity]]) }
    expect(applySuppressions([one], [source], config).map((finding) => finding.severity)).toEqual(expected)
  })

  it('does not make an ignore comment needless by turning its rule off', () => {
    const commented = file('image: web # preflight: ignore[image-tag-mismatch] why\n')
    const config: Config = { ...emptyConfig, rules: new Map([[rule, 'off']]) }
    expect(left(commented, [findingAt(commented, 'web')], config)).toEqual([])
  })
})

describe('fingerprints', () => {
  const print = (text: string, marks: readonly string[] = ['web']): readonly string[] => {
    const source = file(text)
    const starts = [...text.matchAll(new RegExp(marks.join('|'), 'g'))].map((match) => match.index)
    const findings = starts.map((start) => ({ ...tagMismatch, at: { source, start, end: start + 3 } }))
    return withFingerprints(findings).map(({ fingerprint }) => fingerprint)
  }

  it('stay when lines are inserted above, and tell equal places apart', () => {
    expect(print('image: web\n')).toEqual(print('\n\n# new\nimage: web\n'))
    const [first, second] = print('a: web\nb: web\n')
    expect(first).toBe(print('image: web\n')[0])
    expect(second).not.toBe(first)
    expect(first).toMatch(/^[0-9a-f]{16}$/)
  })

  it('differ by rule, path and marked text', () => {
    const source = file('image: web\n')
    const other = file('image: web\n', 'other.yaml')
    const at = mark(source, 'web')
    const prints = withFingerprints([
      { ...tagMismatch, at },
      { ...tagMismatch, at, rule: 'image-never-built' },
      { ...tagMismatch, at: mark(source, 'image') },
      { ...tagMismatch, at: mark(other, 'web') },
    ]).map(({ fingerprint }) => fingerprint)
    expect(new Set(prints).size).toBe(4)
  })
})
