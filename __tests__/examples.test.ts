import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { check } from '../src/check.ts'
import { withoutColour } from '../src/report/style.ts'
import { textReport } from '../src/report/text.ts'

const folder = fileURLToPath(new URL('../examples/', import.meta.url))
const examples = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

const reportOn = (name: string) =>
  check({
    root: `${folder}${name}`,
    config: undefined,
    repositoryName: undefined,
    defaultBranch: undefined,
    sha: undefined,
    failOn: 'error',
    minSeverity: 'notice',
  })

it.each(examples.filter((name) => name.startsWith('healthy-')))('%s is silent', async (name) => {
  const { findings } = await reportOn(name)
  expect(
    findings.filter(({ severity }) => severity !== 'notice').map(({ rule, message }) => `${rule}: ${message}`),
  ).toEqual([])
})

it.each(examples.filter((name) => name.startsWith('broken-')))('%s prints what it is expected to', async (name) => {
  const path = `${folder}${name}/expected.txt`
  expect(existsSync(path)).toBe(true)
  expect(textReport(await reportOn(name), withoutColour)).toBe(readFileSync(path, 'utf8'))
})
