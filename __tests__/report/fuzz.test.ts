import fc from 'fast-check'
import { githubReport } from '../../src/report/github.ts'
import { jsonReport } from '../../src/report/json.ts'
import { noPage } from '../../src/report/rule-link.ts'
import { withColour } from '../../src/report/style.ts'
import { summary } from '../../src/report/summary.ts'
import { textReport } from '../../src/report/text.ts'
import { seenBy } from '../action/runner.ts'
import { report } from './findings.ts'

/** Pieces of what does harm, and any UTF-16 at all between them. */
const evil = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '::',
        '##[',
        'error',
        ']',
        '\n',
        '\r',
        '%0A',
        '%',
        ' ',
        '\t',
        '\u001b[',
        '`',
        '```',
        '|',
        '\\',
        '<',
        '>',
        '&#',
        '[',
        '](',
        '@a',
        '\ue000',
        '\u2028',
        '\ud800',
        '🚀',
        '東',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

const place = fc
  .record({ path: evil, text: evil, from: fc.nat(), size: fc.nat(40) })
  .map(({ path, text, from, size }) => {
    const start = from % (text.length + 1)
    return { source: { path, text }, start, end: Math.min(text.length, start + size) }
  })

const anything = fc.record({
  message: evil,
  help: evil,
  seen: evil,
  at: place,
  because: fc.array(fc.record({ at: place, message: evil }), { maxLength: 3 }),
})
const someReport = fc.record({ findings: fc.array(anything, { maxLength: 4 }), name: evil }).map(({ findings, name }) =>
  report(
    findings.map((one) => ({ ...one, fix: { title: one.message, edits: [{ at: one.at, replacement: one.help }] } })),
    { skipped: [{ path: name, reason: name }], coverage: [name] },
  ),
)

describe('whatever a repository holds', () => {
  it('no report of ours says more than we do', () => {
    fc.assert(
      fc.property(someReport, (given) => {
        const count = given.findings.length
        const options = { link: noPage, changed: undefined, most: undefined, prefix: '', elsewhere: 'here' }
        expect(seenBy(textReport(given, withColour))).toMatchObject({ annotations: [], commands: [] })
        expect(seenBy(jsonReport(given, noPage))).toMatchObject({ annotations: [], commands: [] })
        const { annotations, commands, log } = seenBy(githubReport(given, options))
        expect({ shown: annotations.length, commands, log: log.length }).toEqual({ shown: count, commands: [], log: 2 })
        const page = summary(given, {
          link: noPage,
          repositoryUrl: undefined,
          sha: undefined,
          prefix: '',
          budget: 900_000,
        })
        expect(page.match(/<(?!\/?(?:code|summary|details)>|details open>)(?=[^\n]*\n)/g)?.length ?? 0).toBe(
          angles(page),
        )
        expect(JSON.parse(jsonReport(given, noPage)).findings).toHaveLength(count)
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})

/** Angle brackets within code blocks, where they mean nothing. */
function angles(page: string): number {
  let [fence, count] = ['', 0]
  for (const line of page.split('\n')) {
    const run = /^`{3,}/.exec(line)?.[0] ?? ''
    if (fence === '') fence = run
    else if (line === fence) fence = ''
    else count += line.split('<').length - 1
  }
  return count
}
