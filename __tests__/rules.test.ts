import { readdirSync, readFileSync } from 'node:fs'
import { emptyConfig } from '../src/config.ts'
import { preflight } from '../src/preflight.ts'
import { repositoryOf } from '../src/repository/repository.ts'
import { rules } from '../src/rules/index.ts'
import { type Example, examplesIn, type Mark, markOf } from './rule-page.ts'

const folder = new URL('../src/rules/', import.meta.url)
const pageOf = (id: string): string => readFileSync(new URL(`${id}.md`, folder), 'utf8')

const run = ({ files, given }: Example) =>
  preflight({
    repository: repositoryOf(files),
    config: emptyConfig,
    repositoryName: given['repository'] ?? 'acme/shop',
    defaultBranch: given['default-branch'] ?? 'main',
    sha: undefined,
  }).findings

const inOrder = (marks: readonly Mark[]): readonly string[] =>
  marks.map(({ kind, path, line, column, end }) => `${kind} ${path}:${line}:${column}-${end}`).sort()

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const page = pageOf(id)
  const examples = examplesIn(page)

  it('has a page that says what is wrong, what the cluster shows, why, and how to mend it', () => {
    expect(page).toMatch(new RegExp(`^# ${id}\n`))
    expect(page).toContain(rule.summary)
    for (const heading of ['## What the cluster shows', '## Why', '## How to fix it', '## What it cannot see'])
      expect(page).toContain(`${heading}\n`)
  })

  it('has bad and good examples', () => {
    expect(examples.some((example) => example.kind === 'bad' && example.marks.length > 0)).toBe(true)
    expect(examples.some((example) => example.kind === 'good')).toBe(true)
  })

  it.each(examples.filter((example) => example.kind === 'bad').map((example) => [example.title, example] as const))(
    '%s',
    (_, example) => {
      const findings = run(example).filter((finding) => finding.rule === id)
      const marked = (kind: Mark['kind']) => inOrder(example.marks.filter((mark) => mark.kind === kind))
      expect(inOrder(findings.map((finding) => markOf('finding', finding.at)))).toEqual(marked('finding'))
      const others = inOrder(findings.flatMap((finding) => finding.because.map((note) => markOf('because', note.at))))
      for (const mark of marked('because')) expect(others).toContain(mark)
      for (const finding of findings) expect(finding.because.length).toBeGreaterThan(0)
    },
  )

  it.each(examples.filter((example) => example.kind === 'good').map((example) => [example.title, example] as const))(
    '%s',
    (_, example) => {
      const findings = run(example).filter((finding) => finding.severity !== 'notice' || finding.rule === id)
      expect(findings.map((finding) => `${finding.rule}: ${finding.message}`)).toEqual([])
    },
  )
})

it('has a rule for every page', () => {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))
  expect(pages.sort()).toEqual(rules.map((rule) => `${rule.id}.md`).sort())
})
