import { readdirSync, readFileSync } from 'node:fs'
import { compare } from '../../src/source/compare.ts'
import { holdsUnknown } from '../../src/source/unknown.ts'
import { workspacePath } from '../../src/world/files.ts'
import { rehearse } from './machine.ts'

interface Recorded {
  readonly script: string
  readonly status: number
  readonly stdout: string
  readonly files: Readonly<Record<string, string>>
}

const folder = '__tests__/shell/cases'
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name): readonly Recorded[] => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')))

describe('what bash makes of scripts', () => {
  it.each(cases.map((one) => [one.script, one] as const))('%s', (script, recorded) => {
    const { outcome, machine, file } = rehearse(script)
    const { value } = outcome.stdout
    if (compare(value, recorded.stdout) === 'different') expect(value).toBe(recorded.stdout)
    if (outcome.status !== 'unknown') expect(outcome.status).toBe(recorded.status)
    for (const [name, text] of Object.entries(recorded.files)) {
      const ours = file(name)
      if (ours === undefined && machine.files.blurred()) continue
      if (ours === undefined || compare(ours, text) === 'different') expect([name, ours]).toEqual([name, text])
    }
    for (const [path, text] of machine.files.changed()) {
      if (text === undefined || !path.startsWith(`${workspacePath}/`)) continue
      expect(Object.keys(recorded.files)).toContain(path.slice(workspacePath.length + 1))
    }
  })

  it('answers nearly all of it', () => {
    const unanswered = cases.filter(({ script }) => {
      const { outcome } = rehearse(script)
      return holdsUnknown(outcome.stdout.value) || outcome.status === 'unknown'
    })
    console.info(`${cases.length} scripts, ${unanswered.length} of them not answered to the end`)
    expect(unanswered.length).toBeLessThan(cases.length / 20)
  })
})

interface RecordedText {
  readonly variables: Readonly<Record<string, string>>
  readonly cases: readonly (Omit<Recorded, 'files'> & { readonly files: Readonly<Record<string, string | null>> })[]
}

describe('what bash and GNU tools make of text', () => {
  const text = '__tests__/tools/text'
  const { variables, cases: recordings }: RecordedText = JSON.parse(readFileSync(`${text}/recorded.json`, 'utf8'))
  const files = Object.fromEntries(
    readdirSync(`${text}/files`).map((name) => [name, readFileSync(`${text}/files/${name}`, 'utf8')]),
  )

  it.each(recordings.map((one) => [one.script, one] as const))('%s', (script, recorded) => {
    const { outcome, file } = rehearse(script, { files, variables })
    const { value } = outcome.stdout
    if (compare(value, recorded.stdout) === 'different') expect(value).toBe(recorded.stdout)
    if (outcome.status !== 'unknown') expect(outcome.status).toBe(recorded.status)
    for (const [name, content] of Object.entries(recorded.files)) {
      const ours = file(name)
      if (ours !== undefined && compare(ours, content ?? '') === 'different')
        expect([name, ours]).toEqual([name, content])
    }
  })
})
