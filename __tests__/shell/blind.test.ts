import { readdirSync, readFileSync } from 'node:fs'
import { compare } from '../../src/source/compare.ts'
import { rehearse } from './machine.ts'

interface Recorded {
  readonly script: string
  readonly status: number
  readonly stdout: string
}

const folder = '__tests__/shell/cases'
const recorded = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name): readonly Recorded[] => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')))

/** A plain assignment of a literal: what we take away from the shell. */
const assignment = /(?<=^|; |\n)([A-Za-z_]\w*)=('[^'\n]*'|"[^"$`\\\n]*"|[^\s;'"$`\\(){}*?[~|&<>]+)(?=;|\n|$)/g

/** An unknown without quotes is taken for one word, though it may be none; and bash is taken not to refuse it. */
const vanishing = /^p=.*%%\/\*|1\/0/

/** The scripts of the record, each assignment in turn replaced by a value that nobody knows. */
const blinded = recorded
  .filter(({ script }) => !script.includes("<<'") && !vanishing.test(script))
  .flatMap(({ script, ...real }) =>
    [...script.matchAll(assignment)].map((match) => ({
      ...real,
      script: `${script.slice(0, match.index)}${match[1]}=$BLIND${script.slice(match.index + match[0].length)}`,
    })),
  )

/** With a value unknown, the answer must still allow what bash says with the value it had. */
describe('what is said without knowing a value', () => {
  it.each(blinded.map((one) => [one.script, one] as const))('%s', (script, real) => {
    const { outcome } = rehearse(script, { variables: { BLIND: '?' } })
    const { value } = outcome.stdout
    if (compare(value, real.stdout) === 'different') expect(value).toBe(real.stdout)
    if (outcome.status !== 'unknown') expect(outcome.status).toBe(real.status)
  })
})
