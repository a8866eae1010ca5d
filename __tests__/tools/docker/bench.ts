import type { Span } from '../../../src/source/span.ts'
import { emptyText, slice, spoken, type Text, textAt } from '../../../src/source/text.ts'
import { newNames, show, unknown } from '../../../src/source/unknown.ts'
import { actions } from '../../../src/tools/actions/index.ts'
import { commands } from '../../../src/tools/commands/index.ts'
import type { ActionEvent, ActionOutcome, Outcome, Version } from '../../../src/tools/tool.ts'
import { noBase, workspacePath } from '../../../src/world/files.ts'
import { type Machine, newMachine } from '../../../src/world/machine.ts'
import type { Run } from '../../../src/world/run.ts'
import { eventsOf, newWorld, noFacts, type World } from '../../../src/world/world.ts'

/** A machine to run single steps on. */
export interface Bench {
  readonly machine: Machine
  readonly world: World
  /** Runs one simple command line: words at spaces, single quotes around words with spaces; `U:name` is an unknown. */
  readonly run: (line: string, stdin?: string) => Outcome
  readonly use: (uses: string, inputs: Readonly<Record<string, string>>, event?: Partial<ActionEvent>) => ActionOutcome
  readonly write: (path: string, text: string) => void
  readonly unknown: (key: string) => string
  /** `reference shape platforms`, one for each push. */
  readonly pushes: () => readonly string[]
  readonly images: () => readonly string[]
}

export const sha = '0123456789abcdef0123456789abcdef01234567'

const event: ActionEvent = {
  event: 'push',
  ref: 'refs/heads/main',
  sha,
  defaultBranch: 'main',
  repository: 'acme/shop',
  repositoryOwner: 'acme',
}

const textOf = (path: string, text: string): Text =>
  text === '' ? emptyText : textAt({ source: { path, text }, start: 0, end: text.length })

export function newBench(computer: Partial<Machine['computer']> = {}): Bench {
  const names = newNames()
  const world = newWorld(names, { ...noFacts, repository: 'acme/shop', defaultBranch: 'main' })
  const at: Span = { source: { path: 'ci.yml', text: 'job' }, start: 0, end: 3 }
  const run: Run = {
    id: 1,
    occasion: { event: 'push', ref: 'refs/heads/main', sha, commit: 1, label: 'a push to main' },
    path: 'ci.yml',
    job: 'job',
    at,
    after: [],
    permissions: { kind: 'absent' },
    environment: undefined,
    implied: false,
    despite: [],
  }
  const machine = newMachine({
    run,
    names,
    computer: { os: 'linux', architecture: 'amd64', hosted: true, label: 'ubuntu-latest', at, ...computer },
    repository: noBase,
  })
  const write = (path: string, text: string): void =>
    machine.files.write(`${workspacePath}/${path}`, textOf(path, text))
  write('Dockerfile', 'FROM node:20\n')
  const bench: Bench = {
    machine,
    world,
    write,
    unknown: (key) => unknown(names, key, key),
    run: (line, stdin = '') => {
      const script = textOf(
        'script',
        line.replace(/U:([\w.]+)/g, (_, key) => unknown(names, key, key)),
      )
      const words = [...script.value.matchAll(/'([^']*)'|[^\s']+/g)].map((match) =>
        match[1] === undefined
          ? slice(script, match.index, match.index + match[0].length)
          : slice(script, match.index + 1, match.index + match[0].length - 1),
      )
      const [name, ...args] = words
      const found = commands.find((one) => one.names.includes(name?.value ?? ''))
      if (!name || !found) throw new Error(`no command ${name?.value}`)
      const place = name.pieces[0]?.at as Span
      return found.run(
        { name, args, stdin: textOf('stdin', stdin), at: place, interpret: () => ({ status: 0, stdout: emptyText }) },
        machine,
        world,
      )
    },
    use: (uses, inputs, github = {}) => {
      const text = textOf('uses', uses)
      const [name = '', tag = ''] = uses.split('@')
      const found = actions.find((one) => one.name === name)
      if (!found) throw new Error(`no action ${name}`)
      const values = new Map(Object.entries(inputs).map(([key, value]) => [key, textOf(key, value)]))
      return found.run(
        {
          uses: { text, action: name, path: '', version: versionOf(tag) },
          input: (key) => values.get(key),
          inputs: values,
          at: text.pieces[0]?.at as Span,
          github: { ...event, ...github },
          interpret: () => ({ status: 'unknown', stdout: emptyText }),
        },
        machine,
        world,
      )
    },
    pushes: () =>
      eventsOf(world, 'push').map(({ reference, image, when }) =>
        [
          show(names, reference.text.value),
          image.shape ?? '?',
          image.platforms?.join(',') ?? '?',
          ...(when.size > 0 ? ['maybe'] : []),
        ].join(' '),
      ),
    images: () => [...machine.images.keys()],
  }
  return bench
}

function versionOf(tag: string): Version | undefined {
  const match = /^v(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(tag)
  if (!match) return undefined
  const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))
  return { major: Number(match[1]), minor: number(match[2]), patch: number(match[3]) }
}

export const exported = (value: string) => ({
  exported: true,
  text: spoken(value, textOf('env', value).pieces[0]?.at as Span),
})
