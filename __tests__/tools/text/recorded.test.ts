import { readdirSync, readFileSync } from 'node:fs'
import { compare } from '../../../src/source/compare.ts'
import { holdsUnknown } from '../../../src/source/unknown.ts'
import { resolvePath, workspacePath } from '../../../src/world/files.ts'
import { machineWith, run } from './shell.ts'

interface Recorded {
  readonly script: string
  readonly status: number
  readonly stdout: string
  readonly files: Readonly<Record<string, string | null>>
}

const folder = '__tests__/tools/text'
const { variables, cases }: { variables: Record<string, string>; cases: readonly Recorded[] } = JSON.parse(
  readFileSync(`${folder}/recorded.json`, 'utf8'),
)
const files = Object.fromEntries(
  readdirSync(`${folder}/files`).map((name) => [name, readFileSync(`${folder}/files/${name}`, 'utf8')]),
)

const replay = (script: string) => {
  const machine = machineWith(files, variables)
  return { machine, outcome: run(script, machine) }
}

describe('what GNU tools make of text', () => {
  it.each(cases.map((one) => [one.script, one] as const))('%s', (script, recorded) => {
    const { machine, outcome } = replay(script)
    if (compare(outcome.stdout.value, recorded.stdout) === 'different')
      expect(outcome.stdout.value).toBe(recorded.stdout)
    if (outcome.status !== 'unknown') expect(outcome.status).toBe(recorded.status)
    for (const [name, text] of Object.entries({ ...files, ...recorded.files })) {
      const ours = machine.files.read(resolvePath(workspacePath, name))?.value
      if (ours === undefined && machine.files.blurred()) continue
      if (text === null) expect([name, ours]).toEqual([name, undefined])
      else if (ours === undefined || compare(ours, text) === 'different') expect([name, ours]).toEqual([name, text])
    }
  })

  it('answers nearly all of it', () => {
    const unanswered = cases.filter(({ script }) => holdsUnknown(replay(script).outcome.stdout.value))
    expect(unanswered.length).toBeLessThan(cases.length / 8)
  })
})
