import type { Entries, Job, Workflow } from '../documents/workflow.ts'
import { nowhere } from '../source/span.ts'
import { placeOf, spoken, type Text, trim } from '../source/text.ts'
import { show, unknown } from '../source/unknown.ts'
import { mentionsStatus } from '../syntax/expression.ts'
import { entriesOf, isNull, type YamlNode } from '../syntax/yaml.ts'
import { type Machine, newMachine, record } from '../world/machine.ts'
import type { Permissions, Run, When } from '../world/run.ts'
import { computerOf } from './computer.ts'
import {
  githubContext,
  type JobResult,
  needsContext,
  scopeOf,
  secretsContext,
  textsValue,
  unknownValue,
  varsContext,
} from './contexts.ts'
import { unknownBoolean } from './expression/condition.ts'
import { decide, interpolate, interpolateValue, type Scope } from './expression/evaluate.ts'
import { booleanValue, nullValue, objectValue, stringValue, type Value } from './expression/value.ts'
import { type Cell, cellLabel, cellsOf } from './matrix.ts'
import { permissionsOf } from './permissions.ts'
import type { Event, Stage } from './stage.ts'
import { exported, type Frame, runnerVariables, runSteps, scopeAfter, supposing } from './step-run.ts'
import { readUses } from './uses.ts'

/** One workflow on one occasion, called by the event or by a job of another workflow. */
export interface Setting {
  readonly workflow: Workflow
  readonly event: Event
  readonly github: Value
  readonly inputs: Value
  readonly secrets: ReadonlyMap<string, Value> | 'all'
  readonly ceiling: Permissions
  readonly after: readonly Run[]
  readonly when: When
  readonly depth: number
  /** Tells the runs of a called workflow from those of another call. */
  readonly key: string
}

/** GitHub allows ten levels of called workflows. */
const deepestCall = 10

/** Runs a workflow that an event starts. Returns what every job left. */
export function runWorkflow(
  stage: Stage,
  workflow: Workflow,
  event: Event,
  inputs: Value,
  after: readonly Run[],
  when: When,
): ReadonlyMap<string, JobResult> {
  const github = githubContext(stage, event, workflow, inputs)
  const key = `${workflow.path}#${event.occasion.event}#${event.occasion.ref}#${event.occasion.commit}`
  return runJobs(stage, {
    workflow,
    event,
    github,
    inputs,
    secrets: 'all',
    ceiling: { kind: 'absent' },
    after,
    when,
    depth: 0,
    key,
  })
}

/** Jobs in an order in which each comes after those it needs. Job ids are compared without case. */
function runJobs(stage: Stage, setting: Setting): ReadonlyMap<string, JobResult> {
  const results = new Map<string, JobResult>()
  let waiting = setting.workflow.jobs
  while (waiting.length > 0) {
    const ready = waiting.filter((job) => job.needs.every((need) => results.has(need.value.toLowerCase())))
    // What is left waits for itself or for a job that does not exist; GitHub refuses such a workflow.
    if (ready.length === 0) break
    for (const job of ready) results.set(job.id.toLowerCase(), runJob(stage, setting, job, results))
    waiting = waiting.filter((job) => !ready.includes(job))
  }
  return results
}

const skippedJob: JobResult = { result: 'skipped', outputs: new Map(), open: false, runs: [], when: new Map() }

function runJob(stage: Stage, setting: Setting, job: Job, results: ReadonlyMap<string, JobResult>): JobResult {
  const needs = new Map(job.needs.map((need) => [need.value, results.get(need.value.toLowerCase()) ?? skippedJob]))
  const scope = jobScope(stage, setting, job, needs, undefined)
  const when = whenOf(setting, job, needs, scope)
  if (!when) return skippedJob
  const cells = cellsOf(job.matrix ? nodeValue(job.matrix, scope) : undefined)
  const despite = despiteOf(stage, setting, job, needs)
  const after = [...setting.after, ...[...needs.values()].flatMap((need) => need.runs)]
  const outcomes = cells.map((cell) => runCell(stage, { ...setting, after, when }, job, needs, cell, despite))
  return merged(stage, setting, job, outcomes, when)
}

/** Under which assumptions a job runs; undefined: it does not. It is skipped with a job it needs, unless it asks for the status. */
function whenOf(setting: Setting, job: Job, needs: ReadonlyMap<string, JobResult>, scope: Scope): When | undefined {
  const asksStatus = job.condition !== undefined && mentionsStatus(job.condition)
  const succeeded = [...needs.values()].every((need) => need.result === 'success')
  if (!asksStatus && !succeeded) return undefined
  const inherited = asksStatus ? [] : [...needs.values()].flatMap((need) => [...need.when])
  const base: When = new Map([...setting.when, ...inherited])
  if (!job.condition || trim(job.condition).value === '') return base
  const decision = decide(job.condition, scope)
  if (decision.kind === 'known') return decision.holds ? base : undefined
  return supposing(base, decision)
}

/** For each needed job: does this one start although that one failed? */
function despiteOf(stage: Stage, setting: Setting, job: Job, needs: ReadonlyMap<string, JobResult>): Run['despite'] {
  const { condition } = job
  if (!condition || !mentionsStatus(condition)) return []
  return [...needs].flatMap(([id, need]) => {
    const decision = decide(condition, jobScope(stage, setting, job, needs, id))
    const deploysAnyway = decision.kind === 'known' && decision.holds && !testsResult(job, id)
    return deploysAnyway ? [{ failed: need.runs, at: placeOf(condition) }] : []
  })
}

/** Whether steps of the job look at the result themselves. */
function testsResult(job: Job, id: string): boolean {
  const asked = `needs.${id}.result`.toLowerCase()
  const texts = job.steps.flatMap((step) => [step.condition, step.run, ...step.env.values(), ...step.with.values()])
  return [...texts, ...job.env.values()].some((text) => text?.value.toLowerCase().includes(asked))
}

function jobScope(
  stage: Stage,
  setting: Setting,
  job: Job,
  needs: ReadonlyMap<string, JobResult>,
  failed: string | undefined,
): Scope {
  const { names } = stage
  const environment = job.environment?.value ?? ''
  const contexts = new Map<string, Value>([
    ['github', setting.github],
    ['inputs', setting.inputs],
    ['needs', needsContext(names, needs, failed)],
    ['vars', varsContext(names, environment)],
    ['secrets', secretsContext(names, environment, setting.secrets)],
  ])
  const succeeded = [...needs.values()].every((need) => need.result === 'success')
  const plain = scopeOf(names, contexts, succeeded, failed !== undefined)
  const env = new Map([...setting.workflow.env].map(([name, text]) => [name, interpolate(text, plain)] as const))
  return scopeOf(names, new Map([...contexts, ['env', textsValue(env)]]), succeeded, failed !== undefined)
}

function runCell(
  stage: Stage,
  setting: Setting,
  job: Job,
  needs: ReadonlyMap<string, JobResult>,
  cell: Cell,
  despite: Run['despite'],
): JobResult {
  const scope = cellScope(stage, setting, job, needs, cell)
  return job.uses
    ? callWorkflow(stage, setting, job, job.uses, scope, cell)
    : runSteppedJob(stage, setting, job, scope, cell, despite)
}

function cellScope(stage: Stage, setting: Setting, job: Job, needs: ReadonlyMap<string, JobResult>, cell: Cell): Scope {
  const { names } = stage
  const outer = jobScope(stage, setting, job, needs, undefined)
  const contexts = new Map<string, Value>()
  for (const name of ['github', 'inputs', 'needs', 'vars', 'secrets', 'env'])
    contexts.set(name, outer.context(name) ?? nullValue)
  contexts.set('matrix', cell ? objectValue(cell) : unknownValue(names, `${setting.key}.${job.id}.matrix`, 'matrix'))
  contexts.set('strategy', unknownValue(names, `${setting.key}.${job.id}.strategy`, 'strategy'))
  return scopeOf(names, contexts, true)
}

function runSteppedJob(
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
  const frame = { stage, event: setting.event, contexts, results, key, shell, directory, depth: 0 }
  runSteps(frame, job.steps, machine)
  return {
    result: 'success',
    outputs: outputsOf(frame, job.outputs, machine),
    open: false,
    runs: [run],
    when: setting.when,
  }
}

function machineFor(stage: Stage, event: Event, run: Run, when: When, job: Job, scope: Scope): Machine {
  const labels = job.runsOn.flatMap((label) => labelsIn(interpolateValue(label, scope)))
  const runsOn = job.runsOn[0] ? placeOf(job.runsOn[0]) : run.at
  const machine = newMachine({ run, names: stage.names, computer: computerOf(labels, runsOn), repository: event.files })
  machine.when = when
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

/** Cells that leave different outputs leave one of them, and nobody knows which. */
function merged(stage: Stage, setting: Setting, job: Job, outcomes: readonly JobResult[], when: When): JobResult {
  const runs = outcomes.flatMap((outcome) => outcome.runs)
  const outputs = new Map<string, Text>()
  for (const outcome of outcomes) {
    for (const [name, text] of outcome.outputs) {
      const before = outputs.get(name)
      const key = `${setting.key}.${job.id}.outputs.${name}`
      const agreed = !before || before.value === text.value
      outputs.set(
        name,
        agreed ? text : spoken(unknown(stage.names, key, `needs.${job.id}.outputs.${name}`), placeOf(text)),
      )
    }
  }
  return { result: 'success', outputs, open: outcomes.some((outcome) => outcome.open), runs, when }
}

function callWorkflow(stage: Stage, setting: Setting, job: Job, uses: Text, scope: Scope, cell: Cell): JobResult {
  const used = readUses(uses, '')
  const workflow = used.kind === 'local' ? stage.workflows.get(used.path) : undefined
  const trigger = workflow?.triggers.find((one) => one.event === 'workflow_call')
  if (!workflow || !trigger || setting.depth >= deepestCall) return unreadableCall(stage, setting, job, uses, scope)
  const given = new Map([...job.with].map(([name, text]) => [name, interpolateValue(text, scope)] as const))
  const inputs = [...trigger.inputs].map(([name, input]) => {
    const value = given.get(name) ?? (input.default ? stringValue(input.default) : nullValue)
    return [name, input.type === 'boolean' ? asBoolean(value) : value] as const
  })
  const secrets =
    job.secrets === 'inherit'
      ? setting.secrets
      : new Map([...job.secrets].map(([name, text]) => [name, interpolateValue(text, scope)] as const))
  const called: Setting = {
    ...setting,
    workflow,
    inputs: objectValue(inputs),
    secrets,
    ceiling: permissionsOf(job.permissions, setting.workflow.permissions, setting.ceiling),
    depth: setting.depth + 1,
    key: `${setting.key}/${job.id}(${cell ? cellLabel(cell) : ''})`,
  }
  const results = runJobs(stage, called)
  return {
    result: 'success',
    outputs: calledOutputs(stage, called, trigger.outputs, results),
    open: false,
    runs: [...results.values()].flatMap((one) => one.runs),
    when: setting.when,
  }
}

const asBoolean = (value: Value): Value =>
  value.kind === 'string' && /^(?:true|false)$/i.test(value.text.value)
    ? booleanValue(value.text.value.toLowerCase() === 'true')
    : value

function calledOutputs(
  stage: Stage,
  called: Setting,
  outputs: Entries,
  results: ReadonlyMap<string, JobResult>,
): ReadonlyMap<string, Text> {
  const jobs = needsContext(
    stage.names,
    new Map(
      called.workflow.jobs.flatMap((job) => {
        const result = results.get(job.id.toLowerCase())
        return result ? [[job.id, result] as const] : []
      }),
    ),
    undefined,
  )
  const scope = scopeOf(
    stage.names,
    new Map([
      ['jobs', jobs],
      ['github', called.github],
      ['inputs', called.inputs],
    ]),
    true,
  )
  return new Map([...outputs].map(([name, text]) => [name, interpolate(text, scope)] as const))
}

/** A workflow that is not in this repository may push and deploy anything. */
function unreadableCall(stage: Stage, setting: Setting, job: Job, uses: Text, scope: Scope): JobResult {
  const run: Run = {
    id: stage.runs.length,
    occasion: setting.event.occasion,
    path: setting.workflow.path,
    job: job.id,
    at: job.at,
    after: setting.after,
    permissions: permissionsOf(job.permissions, setting.workflow.permissions, setting.ceiling),
    environment: undefined,
    implied: false,
    despite: [],
  }
  stage.runs.push(run)
  const machine = machineFor(stage, setting.event, run, setting.when, job, scope)
  record(stage.world, machine, {
    kind: 'opaque',
    name: uses.value,
    about: [...job.with.values()].map((text) => interpolate(text, scope)),
    anything: true,
    at: placeOf(uses),
  })
  return { result: 'success', outputs: new Map(), open: true, runs: [run], when: setting.when }
}

/** A YAML node of the workflow as a value: plain scalars are typed as GitHub reads them (YAML 1.2 core). */
export function nodeValue(node: YamlNode | undefined, scope: Scope): Value {
  if (!node) return nullValue
  if (node.kind === 'list') return { kind: 'array', items: node.items.map((item) => nodeValue(item, scope)) }
  if (node.kind === 'map')
    return objectValue(entriesOf(node).map(({ key, value }) => [key.text.value, nodeValue(value, scope)] as const))
  if (isNull(node)) return nullValue
  if (node.text.value.includes('${{')) return interpolateValue(node.text, scope)
  if (node.style !== 'plain') return stringValue(node.text)
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(node.text.value))
    return booleanValue(node.text.value.toLowerCase() === 'true')
  // Numbers keep their text: `1.20` in a matrix prints as GitHub prints it only after conversion, `1.2`.
  if (/^[-+]?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(node.text.value)) return stringValue(numberText(node.text))
  return stringValue(node.text)
}

const numberText = (text: Text): Text => {
  const printed = String(Number(text.value))
  return printed === text.value ? text : spoken(printed, placeOf(text))
}

/**
 * The inputs of a run that somebody starts (`workflow_dispatch`), or of a call from elsewhere: whoever does so chooses, and
 * every one is an unknown of its own. `github.event.inputs` holds booleans as texts, `inputs` as such; here they are one.
 */
export function inputsFrom(stage: Stage, workflow: Workflow, event: 'workflow_dispatch' | 'workflow_call'): Value {
  const trigger = workflow.triggers.find((one) => one.event === event)
  return objectValue(
    [...(trigger?.inputs ?? [])].map(([name, input]) => {
      const [key, label] = [`${workflow.path}:inputs.${name}`, `inputs.${name}`]
      if (input.type !== 'boolean') return [name, unknownValue(stage.names, key, label)] as const
      return [name, { kind: 'unknown', text: spoken(unknownBoolean(stage.names, key, label), nowhere) }] as const
    }),
  )
}
