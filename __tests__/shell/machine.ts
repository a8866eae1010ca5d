import { runScript, type ScriptOptions } from '../../src/rehearsal/shell/shell.ts'
import type { Source, Span } from '../../src/source/span.ts'
import { emptyText, fileText, spoken, type Text } from '../../src/source/text.ts'
import { type Names, newNames, unknown } from '../../src/source/unknown.ts'
import { commands } from '../../src/tools/commands/index.ts'
import type { Commands, Outcome } from '../../src/tools/tool.ts'
import { noBase, resolvePath, workspacePath } from '../../src/world/files.ts'
import { type Machine, newMachine } from '../../src/world/machine.ts'
import { newWorld, noFacts, type World } from '../../src/world/world.ts'

const nowhere: Span = { source: { path: 'test', text: '' }, start: 0, end: 0 }

export const tools: Commands = new Map(commands.flatMap(({ names, run }) => names.map((name) => [name, run] as const)))

export interface Setting {
  readonly files?: Readonly<Record<string, string | Text>>
  /** Exported. `?` for an unknown of the variable's name. */
  readonly variables?: Readonly<Record<string, string>>
  readonly options?: Partial<ScriptOptions>
  readonly loggedIn?: boolean
}

export interface Rehearsed {
  readonly outcome: Outcome
  readonly stdout: string
  readonly machine: Machine
  readonly world: World
  readonly source: Source
  readonly file: (path: string) => string | undefined
  /** The unknown of a variable that is given as `?`. */
  readonly unknown: (name: string) => string
}

/** Runs a script on a machine of its own. */
export function rehearse(script: string, setting: Setting = {}): Rehearsed {
  const names = newNames()
  const machine = machineWith(names, setting)
  const world = newWorld(names, noFacts)
  const source = { path: 'script', text: script }
  const outcome = runScript(fileText(source), machine, world, {
    args: [],
    name: spoken('script.sh', nowhere),
    exitOnError: false,
    pipefail: false,
    commands: tools,
    ...setting.options,
  })
  return {
    outcome,
    stdout: outcome.stdout.value,
    machine,
    world,
    source,
    file: (path) => machine.files.read(resolvePath(workspacePath, path))?.value,
    unknown: (name) => unknown(names, name, name),
  }
}

function machineWith(names: Names, { files = {}, variables = {}, loggedIn }: Setting): Machine {
  const machine = newMachine({
    run: {
      id: 1,
      occasion: { event: 'push', ref: 'refs/heads/main', sha: 'f'.repeat(40), commit: 1, label: 'a push' },
      path: 'test',
      job: 'test',
      at: nowhere,
      after: [],
      permissions: { kind: 'absent' },
      environment: undefined,
      implied: false,
      despite: [],
    },
    names,
    computer: { os: 'linux', architecture: 'amd64', hosted: true, label: 'ubuntu-latest', at: nowhere },
    repository: noBase,
  })
  machine.variables = new Map(
    Object.entries({ HOME: '/github/home', ...variables }).map(([name, value]) => [name, variable(names, name, value)]),
  )
  for (const [path, text] of Object.entries(files))
    machine.files.write(resolvePath(workspacePath, path), typeof text === 'string' ? fileText({ path, text }) : text)
  if (loggedIn) machine.logins = [loginOf(machine)]
  return machine
}

const variable = (names: Names, name: string, value: string): { text: Text; exported: boolean } => {
  const source = { path: `$${name}`, text: value }
  const text = value === '?' ? spoken(unknown(names, name, name), { source, start: 0, end: 1 }) : fileText(source)
  return { text, exported: true }
}

const loginOf = (machine: Machine): Machine['logins'][number] => ({
  kind: 'login',
  order: 0,
  run: machine.run,
  step: undefined,
  when: machine.when,
  at: nowhere,
  registry: spoken('ghcr.io', nowhere),
  username: emptyText,
  password: emptyText,
  credential: 'other',
})
