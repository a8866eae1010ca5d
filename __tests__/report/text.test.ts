import { placeInWords } from '../../src/report/place.ts'
import { withColour, withoutColour } from '../../src/report/style.ts'
import { findingText, textReport } from '../../src/report/text.ts'
import { visible, widthOf } from '../../src/report/visible.ts'
import { seenBy } from '../action/runner.ts'
import { finding, hostile, manifest, mark, report } from './findings.ts'

const text = (...findings: Parameters<typeof report>): string => textReport(report(...findings), withoutColour)

describe('the text report', () => {
  it('shows both ends, what will be seen, what to do and the change', () => {
    expect(text([{}])).toBe(`error[image-tag-mismatch]: nothing pushes ghcr.io/acme/api:1
  ╭─ k8s/api.yaml:3:10
3 │   image: ghcr.io/acme/api:1
  │          ^^^^^^^^^^^^^^^^^^
  ├─ .github/workflows/ci.yml:4:26
4 │       - run: docker push ghcr.io/acme/api:$SHORT
  │                          ----------------------- pushed as <first 7 of github.sha>
  │ seen: ImagePullBackOff
  │ help: deploy the tag that is pushed
  │  fix: use the tag
  │       k8s/api.yaml:3:27
  │       -   image: ghcr.io/acme/api:1
  ╰       +   image: ghcr.io/acme/api:v1

read on: deploy-preflight explain image-tag-mismatch

✗ 1 error: this delivery is not ready
`)
  })

  it.each([
    ['nothing found, nothing there', report([]), '✓ nothing to report: no container delivery was found here'],
    [
      'nothing found, something not understood',
      report([], { coverage: ['skaffold'] }),
      '✓ nothing to report: no container delivery could be followed here',
    ],
    [
      'below the threshold',
      report([{ severity: 'warning' }, { severity: 'notice' }]),
      '✓ 1 warning, 1 notice: nothing that fails this check, which fails on errors',
    ],
    [
      'a lower threshold',
      report([{ severity: 'notice' }], {}, { failOn: 'warning' }),
      '✓ 1 notice: nothing that fails this check, which fails on warnings and worse',
    ],
    [
      'at the threshold',
      report([{ severity: 'warning' }], {}, { failOn: 'warning' }),
      '✗ 1 warning: this delivery is not ready',
    ],
    ['never', report([{}], {}, { failOn: 'never' }), '✓ 1 error: nothing that fails this check'],
    [
      'hidden, and failing all the same',
      report([{ severity: 'warning' }], {}, { failOn: 'warning', minSeverity: 'error' }),
      '✗ 1 warning (1 not shown): this delivery is not ready',
    ],
  ])('ends with one verdict line: %s', (_, given, expected) => {
    expect(textReport(given, withoutColour).trimEnd().split('\n').at(-1)).toBe(expected)
  })

  it('says what was not read and not understood', () => {
    const skipped = Array.from({ length: 12 }, (_, index) => ({ path: `f${index}`, reason: 'binary' }))
    const shown = text([], { skipped, coverage: ['npm ci', 'acme/build@v1'] })
    expect(shown).toContain('not read: f0 (binary)\n')
    expect(shown).toContain('not read: 2 more files\n')
    expect(shown).toContain('not understood, so not judged: npm ci, acme/build@v1\n')
  })

  it('shows a line once for all its marks', () => {
    const because = ['image', 'other', 'web'].map((word) => ({ at: mark(manifest, word), message: word }))
    expect(text([{ because, fix: undefined }])).toContain(`
3 │   image: ghcr.io/acme/api:1
  │          ^^^^^^^^^^^^^^^^^^
  │   ----- image
  ├─ k8s/api.yaml:4:3
4 │   other: ghcr.io/acme/web:2
  │   ----- other
  │                       --- web
  │ seen:`)
  })

  it('says where to read on', () => {
    expect(text([{}, { rule: 'helm-set-comma' }])).toContain('\nread on: deploy-preflight explain RULE\n')
    expect(text([])).not.toContain('explain')
  })

  it('counts ends beyond ten', () => {
    const because = Array.from({ length: 13 }, () => ({ at: mark(manifest, 'web'), message: 'and here' }))
    expect(text([{ because }]).match(/and here/g)).toHaveLength(10)
    expect(text([{ because }])).toContain('│ also: 3 more places\n')
  })

  it('has colour when asked, around text that has none of its own', () => {
    const message = '\u001b[2Jcleared'
    const shown = findingText(finding({ message }), withColour)
    expect(shown.startsWith('\u001b[1;31merror[image-tag-mismatch]\u001b[0m')).toBe(true)
    expect(shown).not.toContain('\u001b[2J')
  })
})

describe('marks', () => {
  const marks = (content: string, marked: string): readonly string[] => {
    const at = mark({ path: 'a.yaml', text: content }, marked)
    return findingText(finding({ at, because: [], fix: undefined, seen: '', help: '' }), withoutColour)
      .split('\n')
      .slice(2, 4)
  }

  it.each([
    ['at the end of a file', 'a: b', 'b', ['1 │ a: b', '  │    ^']],
    ['behind a tab', '\ta: b\n', 'b', ['1 │  a: b', '  │     ^']],
    ['behind wide characters', 'a: 東京 b\n', 'b', ['1 │ a: 東京 b', '  │         ^']],
    ['under an emoji', 'a: 🚀 b\n', '🚀', ['1 │ a: 🚀 b', '  │    ^^']],
    ['behind combining marks', 'e\u0301: b\n', 'b', ['1 │ e\u0301: b', '  │    ^']],
    ['with CRLF', 'a: b\r\nc: d\r\n', 'd', ['2 │ c: d', '  │    ^']],
    ['over several lines', 'run: |\n  a\n  b\nx: y\n', '|\n  a\n  b', ['1 │ run: |', '  │      ^ … through line 3']],
    ['of nothing', 'a:\n', '', ['1 │ a:', '  │ ^']],
  ])('stand where they should: %s', (_, content, marked, expected) => {
    expect(marks(content, marked)).toEqual(expected)
  })

  it('are in view in a line of any length', () => {
    const [line, under] = marks(`{"a":"${'x'.repeat(50_000)}","image":"web:1","b":"${'y'.repeat(50_000)}"}`, 'web:1')
    expect(line?.length).toBeLessThan(140)
    expect(line?.slice(under?.indexOf('^'), (under?.lastIndexOf('^') ?? 0) + 1)).toBe('web:1')
  })
})

describe('what is very long', () => {
  const long = 'x'.repeat(1_000_000)
  const source = { path: `${long.slice(0, 200)}.json`, text: `{"a":"${long}","image":"web:1","b":"${long}"}` }
  const at = mark(source, 'web:1')
  const one = { at, message: long, help: long, seen: long, because: [{ at, message: long }] }
  const given = report(
    Array.from({ length: 500 }, () => ({ ...one, fix: { title: long, edits: [{ at, replacement: long }] } })),
    { skipped: [{ path: long, reason: long }], coverage: [long] },
  )

  it('is cut, and takes no time', () => {
    expect(textReport(given, withColour).length).toBeLessThan(500 * 10_000)
  })
})

describe('hostile content', () => {
  it.each(hostile)('%j is shown and does nothing', (evil) => {
    const source = { path: `dir/${evil}.yaml`, text: `a: ${evil}\nimage: web\n` }
    const at = mark(source, 'web')
    const shown = text(
      [
        {
          message: evil,
          help: evil,
          seen: evil,
          at,
          because: [{ at: { source, start: 0, end: 3 }, message: evil }],
          fix: { title: evil, edits: [{ at, replacement: evil }] },
        },
      ],
      { skipped: [{ path: evil, reason: evil }], coverage: [evil] },
    )
    expect(seenBy(shown)).toMatchObject({ annotations: [], commands: [] })
    expect(shown).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]/,
    )
    expect(shown).not.toMatch(/\p{Surrogate}/u)
  })

  it.each(hostile)('%j keeps its length when it is made visible', (evil) => {
    expect(visible(evil)).toHaveLength(evil.length)
    expect(visible(visible(evil))).toBe(visible(evil))
  })

  it('counts columns of the screen', () => {
    expect(['abc', '東京', '🚀', 'e\u0301', '##［'].map(widthOf)).toEqual([3, 4, 2, 1, 4])
    expect(placeInWords(mark(manifest, 'web'))).toBe('k8s/api.yaml:4:23')
  })
})
