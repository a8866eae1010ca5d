import type { Job, WorkflowStep } from '../documents/workflow.ts'
import { placeOf, type Text } from '../source/text.ts'
import { mentionsStatus } from '../syntax/expression.ts'
import type { Run, Step } from '../world/run.ts'
import type { JobResult } from './contexts.ts'
import { decide } from './expression/evaluate.ts'
import { jobScope } from './job-scope.ts'
import type { Setting, Stage } from './stage.ts'

type Needs = ReadonlyMap<string, JobResult>

/** What a job starts in spite of: a failure of a job it needs, or of the workflow that it follows. */
export function despiteOf(stage: Stage, setting: Setting, job: Job, needs: Needs): Run['despite'] {
  const { awaited } = setting
  return [
    ...[...needs].flatMap(([id, need]) => despiteNeed(stage, setting, job, needs, id, need)),
    ...(awaited && startsAnyway(stage, setting, job, needs)
      ? [{ failed: awaited.runs, at: awaited.at, by: 'completion' as const }]
      : []),
  ]
}

/**
 * A condition that asks for the status lets it start; `continue-on-error` of the job that it needs does too, for that job
 * then counts as one that has succeeded (actions/toolkit#581).
 */
function despiteNeed(
  stage: Stage,
  setting: Setting,
  job: Job,
  needs: Needs,
  id: string,
  need: JobResult,
): Run['despite'] {
  const { condition } = job
  const needed = setting.workflow.jobs.find((one) => one.id.toLowerCase() === id.toLowerCase())
  if (needed?.mayFail?.value === 'true' && !mentions(job, `needs.${id}.`))
    return [{ failed: need.runs, at: placeOf(needed.mayFail), by: 'tolerance' }]
  if (!condition || !mentionsStatus(condition)) return []
  const decision = decide(condition, jobScope(stage, setting, job, needs, id))
  const anyway = decision.kind === 'known' && decision.holds && !mentions(job, `needs.${id}.result`, false)
  return anyway ? [{ failed: need.runs, at: placeOf(condition), by: 'condition' }] : []
}

/** Whether a job starts although the workflow that it follows has failed, as far as it is certain. */
export function startsAnyway(stage: Stage, setting: Setting, job: Job, needs: Needs): boolean {
  const { awaited } = setting
  if (!awaited || looksItself(job)) return false
  const { condition } = job
  const asksStatus = condition !== undefined && mentionsStatus(condition)
  if (!asksStatus && ![...needs.values()].every((need) => need.anyway)) return false
  if (!condition) return true
  const decision = decide(condition, jobScope(stage, { ...setting, github: awaited.github }, job, needs, undefined))
  return decision.kind === 'known' && decision.holds
}

/** Asks how the other workflow has ended, or for something that it has left, in a step that may fail; or may do so. */
const looking =
  /conclusion|workflow_run\.(?:id|artifacts)|tojson\(\s*github|github_event_path|\b(?:docker|podman) pull\b|manifest inspect|imagetools|skopeo|crane|repository show|describe-images/i

const looksItself = (job: Job): boolean =>
  job.steps.some(({ uses }) => /^\.{1,2}\//.test(uses?.value ?? '')) ||
  stepTextsOf(job).some((text) => looking.test(text.value))

/** Whether a job says it anywhere: in its steps, and unless `condition` is false in its own condition. */
const mentions = (job: Job, asked: string, condition = true): boolean =>
  [...stepTextsOf(job), ...(condition && job.condition ? [job.condition] : [])].some((text) =>
    text.value.toLowerCase().includes(asked.toLowerCase()),
  )

const stepTextsOf = (job: Job): readonly Text[] => [
  ...job.steps.flatMap(textsOf),
  ...job.env.values(),
  ...job.with.values(),
]

const textsOf = (step: WorkflowStep): readonly Text[] => [
  ...[step.condition ?? [], step.run ?? []].flat(),
  ...step.env.values(),
  ...step.with.values(),
]

/** The `continue-on-error: true` of a step whose outcome no step after it and no output asks for. */
export function toleranceOf(step: WorkflowStep, after: readonly Text[]): Step['tolerated'] {
  if (step.mayFail?.value !== 'true') return undefined
  const asked = step.id === undefined ? undefined : `steps.${step.id}.`.toLowerCase()
  return asked && after.some((text) => text.value.toLowerCase().includes(asked)) ? undefined : placeOf(step.mayFail)
}

/** Everything that steps and outputs say. */
export const saidBy = (steps: readonly WorkflowStep[], outputs: Iterable<Text>): readonly Text[] => [
  ...steps.flatMap(textsOf),
  ...outputs,
]
