import { changedLinesOf } from '../../src/report/changed-lines.ts'
import { type AnnotationOptions, annotations, githubReport } from '../../src/report/github.ts'
import type { Report } from '../../src/report/report.ts'
import { noPage, pageOnGitHub } from '../../src/report/rule-link.ts'
import { visible } from '../../src/report/visible.ts'
import { type Seen, seenBy } from '../action/runner.ts'
import { hostile, manifest, mark, report } from './findings.ts'

const options: AnnotationOptions = {
  link: noPage,
  changed: undefined,
  most: undefined,
  prefix: '',
  elsewhere: 'the job summary',
}

const seen = (given: Report, changes: Partial<AnnotationOptions> = {}): Seen =>
  seenBy(annotations(given, { ...options, ...changes }).commands.join('\n'))

const many = (count: number, severity: 'error' | 'warning' | 'notice'): readonly object[] =>
  Array.from({ length: count }, (_, index) => ({ severity, message: `${severity} ${index + 1}` }))

describe('annotations', () => {
  it('say rule and place again, the other end, what will be seen, what to do, and where to read on', () => {
    const link = pageOnGitHub('https://github.com', 'acme/deploy-preflight', 'v1')
    expect(seen(report([{}]), { link }).annotations).toEqual([
      {
        kind: 'error',
        properties: {
          file: 'k8s/api.yaml',
          line: '3',
          endLine: '3',
          col: '10',
          endColumn: '28',
          title: 'image-tag-mismatch',
        },
        message: [
          'k8s/api.yaml:3:10 image-tag-mismatch: nothing pushes ghcr.io/acme/api:1',
          '.github/workflows/ci.yml:4:26 pushed as <first 7 of github.sha>',
          'seen: ImagePullBackOff',
          'help: deploy the tag that is pushed',
          'https://github.com/acme/deploy-preflight/blob/v1/dist/rules/image-tag-mismatch.md',
        ].join('\n'),
      },
    ])
  })

  it('have no columns over several lines, and paths from the top of the repository', () => {
    const at = mark(manifest, 'spec:\n  image')
    expect(seen(report([{ at }]), { prefix: 'deploy/' }).annotations[0]?.properties).toEqual({
      file: 'deploy/k8s/api.yaml',
      line: '2',
      endLine: '3',
      title: 'image-tag-mismatch',
    })
  })

  it.each([
    ['a mark that takes its line end along', 'spec:\n', 0, { line: '1', endLine: '1', col: '1', endColumn: '6' }],
    ['a mark of nothing at the end of a file', '', 0, { line: '1', endLine: '1' }],
    ['a mark of nothing behind the last line', 'a: b\n', 5, { line: '1', endLine: '1' }],
  ])('point to a line that is there: %s', (_, text, start, expected) => {
    const at = { source: { path: 'a.yaml', text }, start, end: text.length }
    const { file, title, ...place } =
      seen(report([{ at, because: [], fix: undefined }])).annotations[0]?.properties ?? {}
    expect({ file, title, place }).toEqual({ file: 'a.yaml', title: 'image-tag-mismatch', place: expected })
  })

  it('stay within what the runner shows, with room for the failure itself, and count the rest', () => {
    const { annotations: shown, dropped } = seen(
      report([...many(30, 'notice'), ...many(12, 'error'), ...many(11, 'warning')]),
    )
    const kinds = shown.map(({ kind }) => kind)
    expect(dropped).toBe(0)
    expect(kinds).toEqual([...Array(9).fill('error'), ...Array(10).fill('warning'), ...Array(10).fill('notice')])
    expect(shown.at(-1)?.message).toBe('25 more findings without an annotation: see the job summary')
  })

  it.each([
    [0, []],
    [1, ['error 1', '3 more findings']],
    [3, ['error 1', 'warning 1', 'warning 2', '1 more finding ']],
    [4, ['error 1', 'warning 1', 'warning 2', 'notice 1']],
    [40, ['error 1', 'warning 1', 'warning 2', 'notice 1']],
  ])('are at most %d when so asked, worst first', (most, expected) => {
    const given = report([...many(1, 'notice'), ...many(2, 'warning'), ...many(1, 'error')])
    const messages = seen(given, { most }).annotations.map(({ message }) => message)
    expect(messages).toHaveLength(expected.length)
    for (const [index, words] of expected.entries()) expect(messages[index]).toContain(words)
  })

  it('show what touches changed lines before others of its kind, with any end', () => {
    const elsewhere = mark(manifest, 'ghcr.io/acme/web:2')
    const findings = [
      ...Array.from({ length: 12 }, (_, index) => ({ at: elsewhere, because: [], message: `old ${index}` })),
      { at: elsewhere, message: 'new, by its other end' },
      { at: mark(manifest, 'ghcr.io/acme/api:1'), because: [], message: 'new' },
    ]
    const changed = changedLinesOf([
      {
        filename: 'k8s/api.yaml',
        status: 'modified',
        patch: '@@ -1,3 +1,4 @@\n kind: Deployment\n spec:\n-  x\n+  image: y\n   z',
      },
      { filename: '.github/workflows/ci.yml', status: 'added' },
    ])
    const shown = seen(report(findings), { changed }).annotations.map(({ message }) => message.split('\n')[0])
    expect(shown[0]).toContain('new')
    expect(shown[1]).toContain('new')
    expect(shown[2]).toContain('old')
  })

  it('are never cut by the runner: what is left out is said', () => {
    const because = Array.from({ length: 40 }, () => ({ at: mark(manifest, 'web'), message: 'x'.repeat(3000) }))
    const link = pageOnGitHub('https://github.com', 'acme/deploy-preflight', 'v1')
    const message = seen(report([{ message: 'y'.repeat(9000), because, help: 'z'.repeat(9000) }]), { link })
      .annotations[0]?.message
    expect(message?.length).toBeLessThanOrEqual(4000)
    expect(message).toMatch(/…\n/)
    expect(message).toMatch(/\/image-tag-mismatch\.md$/)
  })

  it('come with the verdict in words on the command line', () => {
    expect(seenBy(githubReport(report([]), options)).log[0]).toBe(
      'deploy-preflight: nothing to report: no container delivery was found here',
    )
  })
})

describe('hostile content', () => {
  it.each(hostile)('%j makes one annotation and no command', (evil) => {
    const source = { path: `dir/${evil}.yaml`, text: `a: ${evil}\nimage: web\n` }
    const at = mark(source, 'web')
    const given = report([{ message: evil, help: evil, seen: evil, at, because: [{ at, message: evil }] }])
    const { annotations: shown, commands, log } = seenBy(githubReport(given, { ...options, prefix: `${evil}/` }))
    expect(commands).toEqual([])
    expect(log).toEqual(['deploy-preflight: 1 error: this delivery is not ready', ''])
    expect(shown).toHaveLength(1)
    expect(shown[0]?.properties).toMatchObject({
      file: visible(`${evil}/dir/${evil}.yaml`),
      title: 'image-tag-mismatch',
    })
    expect(shown[0]?.message.split('\n')).toHaveLength(4)
    expect(shown[0]?.message).not.toMatch(/##\[|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  })
})

describe('changed lines', () => {
  it.each([
    ['nothing', { status: 'modified', patch: '' }, []],
    ['one hunk', { status: 'modified', patch: '@@ -1 +1,2 @@\n a\n+b' }, [{ from: 2, to: 2 }]],
    [
      'two hunks with a heading',
      {
        status: 'modified',
        patch: '@@ -1,2 +1,2 @@ jobs:\n-a\n+b\n c\n@@ -9,2 +9,3 @@\n x\n+y\n+z\n\\ No newline at end of file',
      },
      [
        { from: 1, to: 1 },
        { from: 10, to: 11 },
      ],
    ],
    ['a line that looks like a hunk', { status: 'modified', patch: '@@ -1 +5 @@\n+@@ -1 +1 @@' }, [{ from: 5, to: 5 }]],
    ['a removed file', { status: 'removed', patch: '@@ -1 +0,0 @@\n-a' }, []],
    ['a big new file', { status: 'added' }, [{ from: 1, to: Number.POSITIVE_INFINITY }]],
    ['a big changed file', { status: 'modified' }, []],
  ])('of %s', (_, file, expected) => {
    expect(changedLinesOf([{ filename: 'f', ...file }]).get('f')).toEqual(expected)
  })
})
