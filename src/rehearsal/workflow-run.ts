import type { Entries, Job, Trigger, Workflow } from '../documents/workflow.ts'
import { nowhere } from '../source/span.ts'
import { placeOf, spoken, type Text, trim } from '../source/text.ts'
import { unknown } from '../source/unknown.ts'
import { mentionsStatus } from '../syntax/expression.ts'
import { record } from '../world/machine.ts'
import type { Run, When } from '../world/run.ts'
import { githubContext, type JobResult, needsContext, scopeOf, unknownValue } from './contexts.ts'
import { despiteOf, startsAnyway } from './despite.ts'
import { unknownBoolean } from './expression/condition.ts'
import { decide, interpolate, interpolateValue, type Scope } from './expression/evaluate.ts'
import { booleanValue, nullValue, objectValue, stringValue, type Value } from './expression/value.ts'
import { machineFor, runSteppedJob } from './job-run.ts'
import { cellScope, jobScope, nodeValue } from './job-scope.ts'
import { type Cell, cellLabel, cellsOf } from './matrix.ts'
import { permissionsOf } from './permissions.ts'
import type { Event, Setting, Stage } from './stage.ts'
import { supposing } from './step-run.ts'
import { readUses } from './uses.ts'

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
  followed?: Trigger,
): ReadonlyMap<string, JobResult> {
  const failed = followed && { ...event, conclusion: 'failure' as const }
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
    awaited: failed && { runs: after, at: followed.at, github: githubContext(stage, failed, workflow, inputs) },
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
  return { ...merged(stage, setting, job, outcomes, when), anyway: startsAnyway(stage, setting, job, needs) }
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
    ? callWorkflow(stage, setting, job, needs, job.uses, scope, cell)
    : runSteppedJob(stage, setting, job, scope, cell, despite)
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

function callWorkflow(
  stage: Stage,
  setting: Setting,
  job: Job,
  needs: ReadonlyMap<string, JobResult>,
  uses: Text,
  scope: Scope,
  cell: Cell,
): JobResult {
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
    awaited: startsAnyway(stage, setting, job, needs) ? setting.awaited : undefined,
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
