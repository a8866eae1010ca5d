import type { Entries, Job } from '../documents/workflow.ts'
import { nowhere } from '../source/span.ts'
import { placeOf, spoken, type Text } from '../source/text.ts'
import { show, unknown } from '../source/unknown.ts'
import { workspacePath } from '../world/files.ts'
import { type Machine, newMachine, type Variable } from '../world/machine.ts'
import type { Run, When } from '../world/run.ts'
import { computerOf } from './computer.ts'
import { type JobResult, secretsContext } from './contexts.ts'
import { saidBy } from './despite.ts'
import { environmentFiles } from './environment-files.ts'
import { interpolate, interpolateValue, type Scope } from './expression/evaluate.ts'
import { nullValue, type Value } from './expression/value.ts'
import { type Cell, cellLabel } from './matrix.ts'
import { permissionsOf } from './permissions.ts'
import type { Event, Setting, Stage } from './stage.ts'
import { type Frame, runSteps, scopeAfter } from './step-run.ts'

/** Runs the steps of a job, in one combination of its matrix, on a machine of its own. */
export function runSteppedJob(
  stage: Stage,
  setting: Setting,
  job: Job,
  scope: Scope,
  cell: Cell,
  despite: Run['despite'],
): JobResult {
  const environment = job.environment && interpolate(job.environment, scope)
  const run: Run = {
    id: stage.runs.length,
    occasion: setting.event.occasion,
    path: setting.workflow.path,
    job: cell && cellLabel(cell) !== '' ? `${job.id} (${show(stage.names, cellLabel(cell))})` : job.id,
    at: job.at,
    after: setting.after,
    permissions: permissionsOf(job.permissions, setting.workflow.permissions, setting.ceiling),
    ceiling: setting.ceiling,
    environment,
    implied: false,
    despite,
  }
  stage.runs.push(run)
  const machine = machineFor(stage, setting.event, run, setting.when, job, scope)
  const contexts = new Map<string, Value>()
  for (const name of ['github', 'inputs', 'needs', 'vars', 'secrets', 'matrix', 'strategy'])
    contexts.set(name, scope.context(name) ?? nullValue)
  contexts.set('secrets', secretsContext(stage.names, environment?.value ?? '', setting.secrets))
  const key = `${setting.key}.${job.id}.${cell ? cellLabel(cell) : ''}`
  const results = new Map()
  const shell = job.defaults.shell ?? setting.workflow.defaults.shell
  const directory = job.defaults.directory ?? setting.workflow.defaults.directory
  const said = saidBy(job.steps, job.outputs.values())
  const frame = { stage, event: setting.event, contexts, results, key, shell, directory, said, depth: 0 }
  runSteps(frame, job.steps, machine)
  return {
    result: 'success',
    outputs: outputsOf(frame, job.outputs, machine),
    open: false,
    runs: [run],
    when: setting.when,
  }
}

/** The machine of a job, with the environment its workflow and itself give it. */
export function machineFor(stage: Stage, event: Event, run: Run, when: When, job: Job, scope: Scope): Machine {
  const labels = job.runsOn.flatMap((label) => labelsIn(interpolateValue(label, scope)))
  const runsOn = job.runsOn[0] ? placeOf(job.runsOn[0]) : run.at
  const machine = newMachine({ run, names: stage.names, computer: computerOf(labels, runsOn), repository: event.files })
  machine.when = when
  machine.tolerant = job.mayFail !== undefined
  const env = new Map<string, Text>()
  const outer = scope.context('env')
  if (outer?.kind === 'object')
    for (const [name, value] of outer.entries()) if (value.kind === 'string') env.set(name, value.text)
  for (const [name, text] of job.env) env.set(name, interpolate(text, scope))
  machine.variables = new Map([
    ...runnerVariables(stage, event, machine, job.id),
    ...[...env].map(([name, text]) => [name, exported(text)] as const),
  ])
  return machine
}

/** `runs-on: ${{ fromJSON(…) }}` may give a list. */
function labelsIn(value: Value): readonly string[] {
  if (value.kind === 'array') return value.items.flatMap(labelsIn)
  return value.kind === 'string' || value.kind === 'unknown' ? [value.text.value] : []
}

function outputsOf(frame: Frame, outputs: Entries, machine: Machine): ReadonlyMap<string, Text> {
  return new Map([...outputs].map(([name, text]) => [name, interpolate(text, scopeAfter(frame, machine))] as const))
}

/** The variables every job starts with, beside those its files set. */
function runnerVariables(stage: Stage, event: Event, machine: Machine, job: string): ReadonlyMap<string, Variable> {
  const { occasion } = event
  const repository = stage.world.facts.repository
  const values: Record<string, string> = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_SHA: occasion.sha,
    GITHUB_REF: occasion.ref,
    GITHUB_REF_NAME: occasion.ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: occasion.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_EVENT_NAME: occasion.event,
    GITHUB_WORKSPACE: workspacePath,
    GITHUB_JOB: job,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_HEAD_REF: event.pullRequest?.headRef ?? '',
    GITHUB_BASE_REF: event.pullRequest?.baseRef ?? '',
    RUNNER_TEMP: '/github/runner_temp',
    RUNNER_WORKSPACE: '/github',
    HOME: '/github/home',
    GITHUB_REPOSITORY: repository ?? unknown(stage.names, 'github.repository', 'github.repository'),
    GITHUB_REPOSITORY_OWNER:
      repository?.split('/')[0] ?? unknown(stage.names, 'github.repository_owner', 'github.repository_owner'),
    ...environmentFiles,
  }
  if (machine.computer.os)
    values['RUNNER_OS'] = { linux: 'Linux', windows: 'Windows', macos: 'macOS' }[machine.computer.os]
  if (machine.computer.architecture)
    values['RUNNER_ARCH'] = { amd64: 'X64', arm64: 'ARM64' }[machine.computer.architecture]
  return new Map(
    Object.entries(values).map(([name, value]) => [name, { text: spoken(value, nowhere), exported: true }]),
  )
}

const exported = (text: Text): Variable => ({ text, exported: true })
