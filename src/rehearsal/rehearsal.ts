import { readWorkflow, type Workflow } from '../documents/workflow.ts'
import { baseOf, type Repository, textOfSource } from '../repository/repository.ts'
import { likesOf, type Names, newNames } from '../source/unknown.ts'
import { defaultTag } from '../syntax/image-reference.ts'
import { actions } from '../tools/actions/index.ts'
import { commands } from '../tools/commands/index.ts'
import type { Commands } from '../tools/tool.ts'
import type { Base } from '../world/files.ts'
import { always, assuming, type Run, type When } from '../world/run.ts'
import { eventsOf, type Facts, newWorld, type World } from '../world/world.ts'
import { makesNodes, rehearseByHand } from './by-hand.ts'
import { nullValue, type Value } from './expression/value.ts'
import { rehearseImplied } from './implied/implied.ts'
import { firesOn, passes, type Story, storiesOf } from './occasions.ts'
import type { Event, Stage } from './stage.ts'
import { inputsFrom, runWorkflow } from './workflow-run.ts'

export interface RehearsalInput {
  readonly repository: Repository
  readonly facts: Facts
  /** The sha that is checked out, where it is known. */
  readonly sha: string | undefined
}

/** A story that has been told to its end. */
export interface Rehearsal {
  readonly label: string
  readonly world: World
  readonly runs: readonly Run[]
}

const commandTable: Commands = new Map(
  commands.flatMap((command) => command.names.map((name) => [name, command.run] as const)),
)
const actionTable = new Map(actions.map((action) => [action.name, action.run] as const))

/**
 * Rehearses every story that the repository's workflows have, each on a world of its own; then, on the worlds of pushes, what
 * people run by hand; last, on the first world, what nothing here delivers, since only now it is known what no story has reached.
 */
export function rehearse(input: RehearsalInput): readonly Rehearsal[] {
  const workflows = workflowsOf(input.repository)
  const defaultBranch = input.facts.defaultBranch ?? namedBranch([...workflows.values()])
  const facts = { ...input.facts, defaultBranch }
  const files = recording(baseOf(input.repository))
  const told = storiesOf([...workflows.values()], defaultBranch).map((tell) => {
    const stage = stageFor(input.repository, workflows, facts, newNames())
    const story = tell({ names: stage.names, files: files.base, defaultBranch, sha: input.sha })
    perform(stage, story)
    return { stage, story }
  })
  const byWorkflows = new Set(files.reached)
  const pushes = told.filter(({ story }) => story.events[0]?.occasion.event === 'push')
  for (const [index, { stage, story }] of pushes.entries()) {
    // Of the other branches only the nodes are asked for: what scripts push and apply, the first world knows.
    rehearseByHand(stage, story.events[0] as Event, byWorkflows, index === 0 ? undefined : makesNodes)
  }
  const [first] = pushes
  const worlds = told.map(({ stage }) => stage.world)
  if (first) rehearseImplied(first.stage, first.story.events[0] as Event, files.reached, worlds)
  tellEachOther(worlds)
  return told.map(({ stage, story }) => ({ label: story.label, world: stage.world, runs: stage.runs }))
}

/** What the other stories push, a literal tag of this one may name. */
function tellEachOther(worlds: readonly World[]): void {
  const patterns = worlds.map((world) =>
    eventsOf(world, 'push').map(({ reference }) => ({
      name: likesOf(world.names, reference.name),
      tag: likesOf(world.names, reference.tag?.value ?? defaultTag),
    })),
  )
  worlds.forEach((world, index) => {
    world.elsewhere = patterns.flatMap((known, other) => (other === index ? [] : known))
  })
}

/** Remembers which files a machine has read: those are reached by a workflow or a script. */
function recording(base: Base): { readonly base: Base; readonly reached: ReadonlySet<string> } {
  const reached = new Set<string>()
  const read = (path: string): ReturnType<Base['read']> => {
    reached.add(path)
    return base.read(path)
  }
  return { base: { ...base, read }, reached }
}

/** The workflows GitHub would run: files right in `.github/workflows`. */
export function workflowsOf(repository: Repository): ReadonlyMap<string, Workflow> {
  const paths = repository.paths.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
  return new Map(
    paths.flatMap((path) => {
      const source = repository.read(path)
      return source ? [[path, readWorkflow(path, textOfSource(source))] as const] : []
    }),
  )
}

/** Without better knowledge: whichever of `main` and `master` the workflows name. */
function namedBranch(workflows: readonly Workflow[]): string {
  const named = workflows.flatMap((workflow) =>
    workflow.triggers.flatMap((trigger) => trigger.branches?.patterns.map((one) => one.value) ?? []),
  )
  return !named.includes('main') && named.includes('master') ? 'master' : 'main'
}

function stageFor(repository: Repository, workflows: ReadonlyMap<string, Workflow>, facts: Facts, names: Names): Stage {
  return {
    world: newWorld(names, facts),
    names,
    repository,
    workflows,
    commands: commandTable,
    actions: actionTable,
    runs: [],
  }
}

function perform(stage: Stage, story: Story): void {
  const called = new Set(
    [...stage.workflows.values()].flatMap((workflow) =>
      workflow.jobs.flatMap((job) => (job.uses ? [job.uses.value.replace(/^[.$]\//, '')] : [])),
    ),
  )
  for (const event of story.events) {
    const started = [...stage.workflows.values()].flatMap((workflow) => {
      if (event.occasion.event === 'workflow_call' && called.has(workflow.path)) return []
      return start(stage, workflow, event)
    })
    startFollowers(stage, event, started, 3)
  }
}

interface Started {
  readonly workflow: Workflow
  readonly runs: readonly Run[]
  readonly when: When
}

function start(stage: Stage, workflow: Workflow, event: Event): readonly Started[] {
  const trigger = workflow.triggers.find((one) => firesOn(one, event) !== 'no')
  const fires = trigger && firesOn(trigger, event)
  if (!fires || fires === 'no') return []
  const when = fires === 'yes' ? always : assuming(always, fires.condition, true)
  return [
    { workflow, when, runs: runsOf(runWorkflow(stage, workflow, event, inputsOf(stage, workflow, event), [], when)) },
  ]
}

const runsOf = (results: ReturnType<typeof runWorkflow>): readonly Run[] =>
  [...results.values()].flatMap((result) => result.runs)

function inputsOf(stage: Stage, workflow: Workflow, { occasion }: Event): Value {
  const started = occasion.event === 'workflow_dispatch' || occasion.event === 'workflow_call'
  return started ? inputsFrom(stage, workflow, occasion.event) : nullValue
}

/** Workflows that wait for others (`workflow_run`), and those that wait for them; GitHub chains three. */
function startFollowers(stage: Stage, event: Event, started: readonly Started[], levels: number): void {
  if (levels === 0 || started.length === 0) return
  const next = [...stage.workflows.values()].flatMap((workflow) => {
    const trigger = workflow.triggers.find((one) => one.event === 'workflow_run')
    if (!trigger || !passes(trigger.branches, event.occasion.ref.replace(/^refs\/(?:heads|tags)\//, ''))) return []
    const awaited = started.filter((one) =>
      trigger.workflows.some((name) => name.value === (one.workflow.name?.value ?? one.workflow.path)),
    )
    if (awaited.length === 0) return []
    const occasion = {
      ...event.occasion,
      event: 'workflow_run' as const,
      follows: event.occasion,
      label: `${awaited[0]?.workflow.name?.value ?? 'a workflow'} after ${event.occasion.label}`,
    }
    const when: When = new Map(awaited.flatMap((one) => [...one.when]))
    const after = awaited.flatMap((one) => one.runs)
    const ends = trigger.types.length === 0 || trigger.types.some(({ value }) => value === 'completed')
    const results = runWorkflow(
      stage,
      workflow,
      { ...event, occasion },
      nullValue,
      after,
      when,
      ends ? trigger : undefined,
    )
    return [{ workflow, when, runs: runsOf(results) }]
  })
  startFollowers(stage, event, next, levels - 1)
}
