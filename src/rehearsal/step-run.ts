import { type Entries, readAction, type WorkflowStep } from '../documents/workflow.ts'
import { nowhere, type Span } from '../source/span.ts'
import { placeOf, spoken, type Text } from '../source/text.ts'
import { show } from '../source/unknown.ts'
import { mentionsStatus } from '../syntax/expression.ts'
import { harmlessActions } from '../tools/harmless-actions.ts'
import type { ActionCall, Uses } from '../tools/tool.ts'
import { resolvePath, workspacePath } from '../world/files.ts'
import { environmentOf, fork, type Machine, notModelled, record, type Variable } from '../world/machine.ts'
import { assuming, type Step, type When } from '../world/run.ts'
import { envContext, runnerContext, type StepResult, scopeOf, stepsContext, unknownValue } from './contexts.ts'
import { toleranceOf } from './despite.ts'
import { environmentFiles, outputsIn, readAssignments } from './environment-files.ts'
import { type Decision, decide, interpolate, type Scope } from './expression/evaluate.ts'
import { objectValue, stringValue, type Value } from './expression/value.ts'
import { joinMachines } from './join.ts'
import { runScript, type ScriptOptions } from './shell/shell.ts'
import type { Event, Stage } from './stage.ts'
import { touchAll, touchMentioned } from './touched-files.ts'
import { readUses } from './uses.ts'

/** A list of steps being run: those of a job, or those of a composite action inside one. */
export interface Frame {
  readonly stage: Stage
  readonly event: Event
  /** Contexts that stay the same for all steps: github, inputs, needs, matrix, secrets, vars. */
  readonly contexts: ReadonlyMap<string, Value>
  readonly results: Map<string, StepResult>
  /** Tells outputs of this frame's steps from those of others. */
  readonly key: string
  readonly shell: Text | undefined
  readonly directory: Text | undefined
  /** Everything its steps and outputs say. */
  readonly said: readonly Text[]
  readonly depth: number
}

/** Composite actions may use others; GitHub allows ten levels. */
const deepestAction = 10

export function runSteps(frame: Frame, steps: readonly WorkflowStep[], machine: Machine): void {
  steps.forEach((step, index) => {
    runStep(frame, step, index, machine)
  })
}

function runStep(frame: Frame, step: WorkflowStep, index: number, machine: Machine): void {
  const scope = scopeAt(frame, machine, new Map())
  const decision = conditionOf(step.condition, scope)
  const outer = machine.step
  machine.step = frame.depth > 0 && outer ? outer : stepOf(frame, step, index, machine)
  if (decision.kind === 'known') {
    if (decision.holds) finish(frame, step, perform(frame, step, index, machine))
    else finish(frame, step, { outputs: new Map(), open: false, outcome: 'skipped', when: machine.when })
  } else {
    const ran = fork(machine)
    const skipped = fork(machine)
    ran.when = supposing(machine.when, decision)
    finish(frame, step, perform(frame, step, index, ran))
    const { condition, holds } = decision
    joinMachines(machine, { condition, yes: holds ? ran : skipped, no: holds ? skipped : ran })
  }
  machine.step = outer
}

const finish = (frame: Frame, step: WorkflowStep, result: StepResult): void => {
  if (step.id !== undefined) frame.results.set(step.id, result)
}

function stepOf(frame: Frame, step: WorkflowStep, index: number, machine: Machine): Step {
  const name = step.name?.value ?? step.uses?.value ?? (step.run?.value ?? '').split('\n')[0] ?? ''
  const tolerated = toleranceOf(step, frame.said)
  return {
    index,
    name: show(frame.stage.names, name),
    at: step.at,
    despite: despiteOf(frame, step, machine),
    tolerated,
  }
}

/** The `if` that lets a step run although one before it has failed. */
function despiteOf(frame: Frame, step: WorkflowStep, machine: Machine): Step['despite'] {
  if (!step.condition || !mentionsStatus(step.condition)) return undefined
  const decision = decide(step.condition, scopeAt(frame, machine, new Map(), true))
  return decision.kind === 'known' && decision.holds ? placeOf(step.condition) : undefined
}

/** Everything that is so when an open condition holds. */
export const supposing = (when: When, decision: Extract<Decision, { kind: 'open' }>): When =>
  decision.implied.reduce(
    (sum, one) => assuming(sum, one.key, one.holds),
    assuming(when, decision.condition, decision.holds),
  )

/** A condition without a status function means `success() && (…)`, and steps here succeed. */
const conditionOf = (condition: Text | undefined, scope: Scope): ReturnType<typeof decide> =>
  condition && condition.value.trim() !== '' ? decide(condition, scope) : { kind: 'known', holds: true }

/** What expressions see once all steps of a frame have run: for the outputs of a job or an action. */
export const scopeAfter = (frame: Frame, machine: Machine): Scope => scopeAt(frame, machine, new Map())

function scopeAt(frame: Frame, machine: Machine, overlay: Entries, failed = false): Scope {
  const { names } = frame.stage
  const contexts = new Map(frame.contexts)
  contexts.set('steps', stepsContext(names, frame.key, frame.results, machine.when))
  contexts.set('env', envContext(names, machine, overlay))
  contexts.set('runner', runnerContext(names, machine))
  contexts.set('job', unknownValue(names, `${frame.key}.job`, 'job'))
  return scopeOf(names, contexts, true, failed)
}

function perform(frame: Frame, step: WorkflowStep, index: number, machine: Machine): StepResult {
  const scope = scopeAt(frame, machine, new Map())
  const overlay = new Map([...step.env].map(([name, text]) => [name, interpolate(text, scope)] as const))
  const inner = scopeAt(frame, machine, overlay)
  const { variables: before, tolerant = false } = machine
  machine.tolerant = tolerant || step.mayFail !== undefined
  const variables = new Map(before)
  for (const [name, text] of overlay) variables.set(name, { text, exported: true })
  machine.variables = variables
  const result = step.run
    ? runShellStep(frame, step, step.run, inner, machine)
    : step.uses
      ? useAction(frame, step, step.uses, inner, index, machine)
      : nothing(machine)
  machine.variables = step.run ? before : withoutOverlay(before, variables, machine.variables)
  machine.tolerant = tolerant
  return withFiles(machine, result)
}

const nothing = (machine: Machine): StepResult => ({
  outputs: new Map(),
  open: false,
  outcome: 'success',
  when: machine.when,
})

/** What an action has exported stays; the step's own `env` does not. */
function withoutOverlay(
  before: Machine['variables'],
  given: Machine['variables'],
  after: Machine['variables'],
): Machine['variables'] {
  const kept = new Map<string, Variable>(before)
  for (const [name, variable] of after) if (given.get(name) !== variable) kept.set(name, variable)
  return kept
}

/** Takes over what the step wrote to `$GITHUB_ENV` and `$GITHUB_OUTPUT`. */
function withFiles(machine: Machine, result: StepResult): StepResult {
  const env = readAssignments(machine.files.read(environmentFiles.GITHUB_ENV))
  const output = readAssignments(machine.files.read(environmentFiles.GITHUB_OUTPUT))
  for (const path of [environmentFiles.GITHUB_ENV, environmentFiles.GITHUB_OUTPUT]) machine.files.remove(path)
  if (env.open) machine.openEnvironment = true
  if (env.values.size > 0) {
    machine.variables = new Map([
      ...machine.variables,
      ...[...env.values].map(([name, text]) => [name, { text, exported: true }] as const),
    ])
  }
  return { ...result, outputs: new Map([...result.outputs, ...output.values]), open: result.open || output.open }
}

function runShellStep(frame: Frame, step: WorkflowStep, run: Text, scope: Scope, machine: Machine): StepResult {
  const { stage } = frame
  const shell = (step.shell ?? frame.shell)?.value ?? (machine.computer.os === 'windows' ? 'pwsh' : '')
  const script = interpolate(run, scope)
  const directory = machine.directory
  const wanted = step.directory ?? frame.directory
  machine.directory = wanted ? resolvePath(workspacePath, interpolate(wanted, scope).value) : workspacePath
  const unmodelled = [...stage.world.notModelled.values()].reduce((sum, count) => sum + count, 0)
  let outputs: ReadonlyMap<string, Text> = new Map()
  let open = true
  if (/^(?:$|bash\b|sh\b|\/bin\/(?:ba)?sh\b)/.test(shell)) {
    const outcome = runScript(script, machine, stage.world, {
      ...plainScript(stage),
      exitOnError: shell === '' || !shell.includes(' ') || /\s-\w*e/.test(shell),
      pipefail: shell === 'bash' || shell.includes('pipefail'),
      unheard: !script.value.includes('::'),
      openEnvironment: mayHoldMore(machine),
    })
    outputs = outputsIn(outcome.stdout)
    open = [...stage.world.notModelled.values()].reduce((sum, count) => sum + count, 0) > unmodelled
  } else {
    notModelled(stage.world, `shell ${shell}`)
    record(stage.world, machine, {
      kind: 'opaque',
      name: shell,
      about: [script, ...environmentOf(machine)],
      anything: false,
      at: placeOf(run),
    })
    machine.files.blur()
  }
  if (open) machine.openEnvironment = true
  machine.directory = directory
  return { outputs, open, outcome: 'success', when: machine.when }
}

/** Whether the environment may have variables that nobody here sets: somebody's own machine does. */
const mayHoldMore = (machine: Machine): boolean =>
  machine.openEnvironment === true || machine.files.blurred() || machine.computer.hosted !== true

/** A script as the runner starts it by default: `bash -e`. */
const plainScript = (stage: Stage): ScriptOptions => ({
  args: [],
  name: spoken('bash', nowhere),
  exitOnError: true,
  pipefail: false,
  commands: stage.commands,
})

function useAction(
  frame: Frame,
  step: WorkflowStep,
  text: Text,
  scope: Scope,
  index: number,
  machine: Machine,
): StepResult {
  const inputs = new Map(
    [...step.with].map(([name, value]) => [name.toLowerCase(), interpolate(value, scope)] as const),
  )
  const used = readUses(text, step.comment)
  if (used.kind === 'local') return useLocal(frame, used.path, inputs, step, index, machine)
  if (used.kind === 'container') return opaque(frame, text.value, inputs, text, machine)
  return useRemote(frame, used.uses, inputs, text, machine)
}

function useRemote(frame: Frame, uses: Uses, inputs: Entries, text: Text, machine: Machine): StepResult {
  const { stage, event } = frame
  const action = stage.actions.get(uses.path === '' ? uses.action : `${uses.action}/${uses.path}`)
  if (!action)
    return harmlessActions.has(uses.action) ? harmless(machine) : opaque(frame, uses.action, inputs, text, machine)
  const facts = stage.world.facts
  const call: ActionCall = {
    uses,
    inputs,
    input: (name) => inputs.get(name),
    at: placeOf(text),
    interpret: (script) => runScript(script, machine, stage.world, plainScript(stage)),
    github: {
      event: event.occasion.event,
      ref: event.occasion.ref,
      sha: event.occasion.sha,
      defaultBranch: facts.defaultBranch,
      repository: facts.repository,
      repositoryOwner: facts.repository?.split('/')[0],
    },
  }
  const { outputs, complete } = action(call, machine, stage.world)
  return { outputs, open: !complete, outcome: 'success', when: machine.when }
}

function harmless(machine: Machine): StepResult {
  machine.files.blur()
  machine.openEnvironment = true
  return { outputs: new Map(), open: true, outcome: 'success', when: machine.when }
}

function opaque(frame: Frame, name: string, inputs: Entries, text: Text, machine: Machine): StepResult {
  notModelled(frame.stage.world, name)
  const about = [...inputs.values(), ...environmentOf(machine)]
  record(frame.stage.world, machine, { kind: 'opaque', name, about, anything: false, at: placeOf(text) })
  touched(machine, name, [...inputs.values()], placeOf(text))
  return harmless(machine)
}

/** An action that is not understood may change the files that it is told of. */
function touched(machine: Machine, name: string, inputs: readonly Text[], at: Span): void {
  machine.directory = workspacePath
  touchMentioned(machine, inputs, name, at)
  // Replacing tokens is what those are for, and they know where by themselves.
  if (/replac|subst|templat|render|interpolat/i.test(name)) touchAll(machine, workspacePath, name, at)
}

/** An action of this repository: a composite one is run step by step, any other may do what its inputs say. */
function useLocal(
  frame: Frame,
  path: string,
  inputs: Entries,
  step: WorkflowStep,
  index: number,
  machine: Machine,
): StepResult {
  const file = ['action.yml', 'action.yaml']
    .map((name) => frame.event.files.read(path === '' ? name : `${path}/${name}`))
    .find((one) => one !== undefined)
  const action = file && readAction(file)
  if (action?.using !== 'composite' || frame.depth >= deepestAction)
    return opaque(frame, `./${path}`, inputs, step.uses as Text, machine)
  const key = `${frame.key}.${index}`
  const given = [...action.inputs].map(
    ([name, fallback]) => [name, stringValue(inputs.get(name) ?? fallbackText(fallback, frame, machine))] as const,
  )
  const contexts = new Map([
    ...frame.contexts,
    ['inputs', objectValue([...given, ...[...inputs].map(([name, text]) => [name, stringValue(text)] as const)])],
  ] as const)
  const inner: Frame = {
    ...frame,
    contexts,
    results: new Map(),
    key,
    shell: undefined,
    directory: undefined,
    depth: frame.depth + 1,
  }
  runSteps(inner, action.steps, machine)
  const scope = scopeAfter(inner, machine)
  const outputs = new Map([...action.outputs].map(([name, value]) => [name, interpolate(value, scope)] as const))
  return { outputs, open: false, outcome: 'success', when: machine.when }
}

const fallbackText = (fallback: Text | undefined, frame: Frame, machine: Machine): Text =>
  fallback ? interpolate(fallback, scopeAt(frame, machine, new Map())) : spoken('', nowhere)
