import { fileText, split, type Text, trim } from '../../../src/source/text.ts'
import { type Names, newNames } from '../../../src/source/unknown.ts'
import { actions } from '../../../src/tools/actions/index.ts'
import { commands } from '../../../src/tools/commands/index.ts'
import type { ActionOutcome, Outcome } from '../../../src/tools/tool.ts'
import { noBase, workspacePath } from '../../../src/world/files.ts'
import { type Machine, newMachine } from '../../../src/world/machine.ts'
import { pullsOf } from '../../../src/world/pulls.ts'
import type { Run } from '../../../src/world/run.ts'
import { newWorld, noFacts, type World, type WorldEvent } from '../../../src/world/world.ts'

/** A small world with one machine, on which commands and actions are called by hand. */
export interface Rehearsal {
  readonly world: World
  readonly machine: Machine
  readonly names: Names
  readonly run: (line: string, stdin?: Text) => Outcome
  readonly use: (uses: string, inputs: Readonly<Record<string, string>>) => ActionOutcome
  readonly pulls: () => readonly string[]
  readonly events: <K extends WorldEvent['kind']>(kind: K) => readonly Extract<WorldEvent, { kind: K }>[]
}

const top = { source: { path: 'ci.yml', text: 'job' }, start: 0, end: 3 }

const aRun: Run = {
  id: 1,
  occasion: { event: 'push', ref: 'refs/heads/main', sha: 'a'.repeat(40), commit: 1, label: 'a push to main' },
  path: '.github/workflows/ci.yml',
  job: 'deploy',
  at: top,
  after: [],
  permissions: { kind: 'absent' },
  environment: undefined,
  implied: false,
  despite: [],
}

/** Files are given by path relative to the workspace. A word in a line is in quotes when it holds a space. */
export function rehearse(files: Readonly<Record<string, string>> = {}): Rehearsal {
  const names = newNames()
  const facts = { ...noFacts, repository: 'acme/shop', defaultBranch: 'main' }
  const world = newWorld(names, facts)
  const machine = newMachine({
    run: aRun,
    names,
    computer: { os: 'linux', architecture: 'amd64', hosted: true, label: 'ubuntu-latest', at: top },
    repository: noBase,
  })
  for (const [path, text] of Object.entries(files))
    machine.files.write(`${workspacePath}/${path}`, fileText({ path, text }))
  const run = (line: string, stdin: Text = { value: '', pieces: [] }): Outcome => {
    const [name, ...args] = wordsOf(fileText({ path: 'script', text: line }))
    const tool = commands.find((one) => name && one.names.includes(name.value))
    if (!tool || !name) throw new Error(`no tool for ${line}`)
    const interpret = (script: Text): Outcome => run(script.value)
    const at = name.pieces[0]?.at ?? top
    return tool.run({ name, args, stdin, at, interpret }, machine, world)
  }
  const use = (uses: string, given: Readonly<Record<string, string>>): ActionOutcome => {
    const [action = '', version = ''] = uses.split('@')
    const tool = actions.find((one) => one.name === action)
    if (!tool) throw new Error(`no tool for ${uses}`)
    const inputs = new Map(
      Object.entries(given).map(([key, text]) => [key, fileText({ path: `input ${key}`, text })] as const),
    )
    const [major = 1, minor, patch] = version.replace(/^v/, '').split('.').map(Number)
    const call = {
      uses: { text: fileText({ path: 'uses', text: uses }), action, path: '', version: { major, minor, patch } },
      input: (name: string) => inputs.get(name),
      inputs,
      at: top,
      github: {
        event: 'push',
        ref: aRun.occasion.ref,
        sha: aRun.occasion.sha,
        defaultBranch: 'main',
        repository: 'acme/shop',
        repositoryOwner: 'acme',
      },
      interpret: (script: Text) => run(script.value.trim()),
    }
    return tool.run(call, machine, world)
  }
  return {
    world,
    machine,
    names,
    run,
    use,
    pulls: () =>
      pullsOf(world).map(
        ({ object, container, reference, policy }) =>
          `${object.kind}/${object.name?.value} ${container}: ${reference.text.value} (${policy.effective})`,
      ),
    events: (kind) =>
      world.events.filter((event): event is Extract<WorldEvent, { kind: typeof kind }> => event.kind === kind),
  }
}

/** Words of a line: in single quotes as they are, else up to a space. */
function wordsOf(line: Text): readonly Text[] {
  return split(line, "'").flatMap((part, index) =>
    index % 2 === 1 ? [part] : split(trim(part), / +/).filter((word) => word.value !== ''),
  )
}
