import type { Entries, Workflow } from '../documents/workflow.ts'
import { nowhere } from '../source/span.ts'
import { spoken, type Text } from '../source/text.ts'
import { type Names, unknown } from '../source/unknown.ts'
import type { Machine } from '../world/machine.ts'
import { githubTokenKey } from '../world/registry.ts'
import { type Run, seenUnder, type When } from '../world/run.ts'
import type { Scope } from './expression/evaluate.ts'
import { booleanValue, objectValue, stringValue, type Value } from './expression/value.ts'
import type { Event, Stage } from './stage.ts'

/** A string that no file says. */
const said = (value: string): Value => stringValue(spoken(value, nowhere))

export function unknownValue(names: Names, key: string, label = key): Value {
  return { kind: 'unknown', text: spoken(unknown(names, key, label), nowhere) }
}

/** An object of which some entries are known, and any other is an unknown of its own: `github.event`, `secrets`. */
function openValue(names: Names, key: string, label: string, known: Iterable<readonly [string, Value]> = []): Value {
  const list = [...known]
  const lower = new Map(list.map(([name, value]) => [name.toLowerCase(), value]))
  const get = (name: string): Value =>
    lower.get(name.toLowerCase()) ?? unknownValue(names, `${key}.${name.toLowerCase()}`, `${label}.${name}`)
  return { kind: 'object', get, entries: () => list, open: true }
}

export const textsValue = (entries: ReadonlyMap<string, Text>): Value =>
  objectValue([...entries].map(([name, text]) => [name, stringValue(text)] as const))

/** `github`: what an occasion says, for the run of one workflow. */
export function githubContext(stage: Stage, event: Event, workflow: Workflow, eventInputs: Value): Value {
  const { names } = stage
  const { occasion } = event
  const repository = stage.world.facts.repository
  const refName = occasion.ref.replace(/^refs\/(?:heads|tags|pull)\//, '')
  const pull = event.pullRequest
  const at = `${occasion.event}#${occasion.commit}`
  const known: [string, Value][] = [
    ['sha', said(occasion.sha)],
    ['ref', said(occasion.ref)],
    ['ref_name', said(refName)],
    ['ref_type', said(occasion.ref.startsWith('refs/tags/') ? 'tag' : 'branch')],
    ['event_name', said(occasion.event === 'by-hand' ? 'push' : occasion.event)],
    ['event', eventPayload(stage, event, eventInputs)],
    ['repository', repository ? said(repository) : unknownValue(names, 'github.repository')],
    [
      'repository_owner',
      repository ? said(repository.split('/')[0] ?? '') : unknownValue(names, 'github.repository_owner'),
    ],
    ['token', unknownValue(names, githubTokenKey)],
    ['workflow', workflow.name ? stringValue(workflow.name) : said(workflow.path)],
    ['run_id', said(runNumber(stage, event, workflow, 'github.run_id', 9_100_000_000))],
    ['run_number', said(runNumber(stage, event, workflow, 'github.run_number', 48_000))],
    ['server_url', said('https://github.com')],
    ['api_url', said('https://api.github.com')],
    ['workspace', said('/github/workspace')],
    ['head_ref', said(pull?.headRef ?? '')],
    ['base_ref', said(pull?.baseRef ?? '')],
  ]
  return openValue(names, `github(${at})`, 'github', known)
}

/** A number that no other workflow and no other occasion has, entered as a stand-in. */
function runNumber(stage: Stage, event: Event, workflow: Workflow, label: string, base: number): string {
  const paths = [...stage.workflows.keys()]
  const value = String(
    base + 131 * (paths.indexOf(workflow.path) + 1) + 17 * event.occasion.commit + event.occasion.event.length,
  )
  if (!stage.names.standIns.some((standIn) => standIn.value === value)) {
    stage.names.standIns.push({ value, label, pattern: '\\d+', cuttable: false })
  }
  return value
}

function eventPayload(stage: Stage, event: Event, inputs: Value): Value {
  const { names } = stage
  const { occasion } = event
  const key = `github.event(${occasion.event}#${occasion.commit})`
  const branch = stage.world.facts.defaultBranch
  const repository: (readonly [string, Value])[] = [
    ...(branch ? [['default_branch', said(branch)] as const] : []),
    ...(stage.world.facts.repository
      ? ([
          ['full_name', said(stage.world.facts.repository)],
          ['name', said(stage.world.facts.repository.split('/')[1] ?? '')],
        ] as const)
      : []),
  ]
  const known: [string, Value][] = [
    [
      'repository',
      openValue(
        names,
        'github.event.repository',
        'github.event.repository',
        repository.map(([name, value]) => [name, value] as const),
      ),
    ],
  ]
  if (inputs.kind !== 'null') known.push(['inputs', inputs])
  if (occasion.event === 'push') {
    known.push(['ref', said(occasion.ref)], ['after', said(occasion.sha)])
    known.push([
      'head_commit',
      openValue(names, `${key}.head_commit`, 'github.event.head_commit', [['id', said(occasion.sha)]]),
    ])
  }
  if (occasion.event === 'release' && event.release) {
    known.push([
      'release',
      openValue(names, `${key}.release`, 'github.event.release', [['tag_name', stringValue(event.release)]]),
    ])
  }
  const pull = event.pullRequest
  if (pull) {
    known.push(['number', said(pull.number)])
    const head = openValue(names, `${key}.head`, 'github.event.pull_request.head', [
      ['sha', said(pull.headSha)],
      ['ref', said(pull.headRef)],
    ])
    const base = openValue(names, `${key}.base`, 'github.event.pull_request.base', [['ref', said(pull.baseRef)]])
    known.push([
      'pull_request',
      openValue(names, `${key}.pull_request`, 'github.event.pull_request', [
        ['number', said(pull.number)],
        ['head', head],
        ['base', base],
      ]),
    ])
  }
  if (occasion.event === 'workflow_run') {
    const run: [string, Value][] = [
      ['head_sha', said(occasion.sha)],
      ['head_branch', said(occasion.ref.replace(/^refs\/(?:heads|tags)\//, ''))],
      ['conclusion', said(event.conclusion ?? 'success')],
      ['event', said('push')],
    ]
    known.push(['workflow_run', openValue(names, `${key}.workflow_run`, 'github.event.workflow_run', run)])
  }
  return openValue(names, key, 'github.event', known)
}

export function secretsContext(names: Names, environment: string, given: ReadonlyMap<string, Value> | 'all'): Value {
  const token: readonly [string, Value] = ['GITHUB_TOKEN', unknownValue(names, githubTokenKey)]
  if (given !== 'all') return objectValue([...given, token])
  return openValue(names, `secrets@${environment}`, 'secrets', [token])
}

export const varsContext = (names: Names, environment: string): Value => openValue(names, `vars@${environment}`, 'vars')

/** What a finished job leaves for those that need it. */
export interface JobResult {
  readonly result: 'success' | 'skipped'
  readonly outputs: ReadonlyMap<string, Text>
  /** Outputs that are not there may still be something: the job was not understood. */
  readonly open: boolean
  readonly runs: readonly Run[]
  /** It would have run had the workflow failed that it follows. */
  readonly anyway?: boolean
  /** The assumptions under which it ran. */
  readonly when: When
}

export function needsContext(names: Names, needs: ReadonlyMap<string, JobResult>, failed: string | undefined): Value {
  return objectValue(
    [...needs].map(([id, job]) => {
      const outputs = [...job.outputs].map(([name, text]) => [name, stringValue(text)] as const)
      const known = job.open
        ? openValue(names, `needs.${id}.outputs`, `needs.${id}.outputs`, outputs)
        : objectValue(outputs)
      return [
        id,
        objectValue([
          ['outputs', known],
          ['result', said(failed === id ? 'failure' : job.result)],
        ]),
      ] as const
    }),
  )
}

/** What a step leaves for the steps after it. */
export interface StepResult {
  readonly outputs: ReadonlyMap<string, Text>
  readonly open: boolean
  readonly outcome: 'success' | 'skipped'
  /** The assumptions under which it ran. */
  readonly when: When
}

/** Outputs of a step that ran under an assumption are known only to those who stand under it too. */
export function stepsContext(names: Names, key: string, steps: ReadonlyMap<string, StepResult>, when: When): Value {
  return objectValue(
    [...steps].map(([id, step]) => {
      const certain = seenUnder(when, step.when) === 'certain'
      const outputs = certain ? [...step.outputs].map(([name, text]) => [name, stringValue(text)] as const) : []
      const known =
        step.open || !certain
          ? openValue(names, `${key}.steps.${id}.outputs`, `steps.${id}.outputs`, outputs)
          : objectValue(outputs)
      return [
        id,
        objectValue([
          ['outputs', known],
          ['outcome', said(step.outcome)],
          ['conclusion', said(step.outcome)],
        ]),
      ] as const
    }),
  )
}

/** `env` as steps see it: what the workflow, the job and earlier steps set. */
export function envContext(names: Names, machine: Machine, overlay: Entries): Value {
  const exported = [...machine.variables].flatMap(([name, variable]) =>
    variable.exported ? [[name, variable.text] as const] : [],
  )
  const known = objectValue([...exported, ...overlay].map(([name, text]) => [name, stringValue(text)] as const))
  if (known.kind !== 'object' || !machine.openEnvironment) return known
  const set = new Set([...exported, ...overlay].map(([name]) => name.toLowerCase()))
  // The same unknown as `$NAME` in a script.
  const get = (name: string): Value | undefined =>
    set.has(name.toLowerCase()) ? known.get(name) : unknownValue(names, `env.${name}`)
  return { ...known, get, open: true }
}

export function runnerContext(names: Names, machine: Machine | undefined): Value {
  const os = { linux: 'Linux', windows: 'Windows', macos: 'macOS' }[machine?.computer.os ?? 'linux']
  const arch = { amd64: 'X64', arm64: 'ARM64' }[machine?.computer.architecture ?? 'amd64']
  const known: [string, Value][] = [['temp', said('/github/runner_temp')]]
  if (machine?.computer.os) known.push(['os', said(os)])
  if (machine?.computer.architecture) known.push(['arch', said(arch)])
  return openValue(names, 'runner', 'runner', known)
}

/** How `success()` and its kin answer: everything before has succeeded, unless `failed` says to suppose otherwise. */
export function scopeOf(names: Names, contexts: ReadonlyMap<string, Value>, succeeded: boolean, failed = false): Scope {
  return {
    names,
    context: (name) => contexts.get(name.toLowerCase()),
    status: {
      success: () => booleanValue(succeeded && !failed),
      failure: () => booleanValue(failed),
      cancelled: () => booleanValue(false),
      always: () => booleanValue(true),
    },
    hashFiles: (patterns) =>
      unknownValue(names, `hashFiles(${patterns.map((pattern) => pattern.value).join()})`, 'hashFiles(…)'),
  }
}
