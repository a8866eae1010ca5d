import { textOfSource } from '../repository/repository.ts'
import { nowhere, type Span, topOf } from '../source/span.ts'
import { placeOf, spoken, type Text } from '../source/text.ts'
import { parseMakefile } from '../syntax/makefile.ts'
import { homePath, workspacePath } from '../world/files.ts'
import { type Machine, newMachine } from '../world/machine.ts'
import type { Run } from '../world/run.ts'
import { runScript } from './shell/shell.ts'
import type { Event, Stage } from './stage.ts'

/** Scripts that deliver, and that no workflow calls: people run them on their own machines. */
const mentionsDelivery =
  /\b(?:docker|podman|nerdctl|kubectl|helm|kustomize|az|eksctl|gcloud|aws|kind|minikube)\s+[a-z-]/
const notOurs =
  /(?:^|\/)(?:tests?|testdata|e2e|fixtures?|examples?|samples?|docs?|vendor|third_party|node_modules|hack)(?:\/|$)/i
const mostScripts = 80
const mostMakefiles = 10
/** People's scripts ask and answer a lot; what they deliver comes early or not at all. */
const mostSteps = 6000

/** Rehearses what people run by hand: shell scripts and the targets of the Makefile. `reached`: paths that workflows have read. */
export function rehearseByHand(
  stage: Stage,
  event: Event,
  reached: ReadonlySet<string>,
  mentions = mentionsDelivery,
): void {
  const scripts = stage.repository.paths.filter((path) => /\.(?:sh|bash)$/.test(path) && !notOurs.test(path))
  for (const path of scripts.slice(0, mostScripts)) {
    const source = stage.repository.read(path)
    // A script that a workflow or another script calls is rehearsed there, with the arguments it gets.
    if (!source || reached.has(path) || !mentions.test(source.text)) continue
    play(stage, event, { path, job: path, at: topOf(source), implied: false }, textOfSource(source), `./${path}`)
  }
  for (const path of stage.repository.paths
    .filter((one) => /(?:^|\/)(?:GNU)?[Mm]akefile$/.test(one) && !notOurs.test(one))
    .slice(0, mostMakefiles)) {
    const source = stage.repository.read(path)
    if (!source || reached.has(path) || !mentions.test(source.text)) continue
    for (const { name, at } of deliveringTargets(textOfSource(source))) {
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'
      play(
        stage,
        event,
        { path, job: `make ${name}`, at, implied: false },
        spoken(`make -C ${folder} ${name}`, nowhere),
        'make',
      )
    }
  }
}

function play(stage: Stage, event: Event, byHand: ByHand, script: Text, name: string): void {
  const machine = machineByHand(stage, event, runByHand(stage, event, byHand))
  runScript(script, machine, stage.world, {
    args: [],
    name: spoken(name, nowhere),
    exitOnError: true,
    pipefail: false,
    commands: stage.commands,
    openEnvironment: true,
    steps: mostSteps,
    unheard: true,
  })
}

/** Targets that nothing else in the Makefile needs, and whose recipes (or those of what they need) deliver. */
function deliveringTargets(text: Text): readonly { readonly name: string; readonly at: Span }[] {
  const { rules } = parseMakefile(text)
  const needed = new Set(rules.flatMap((one) => one.prerequisites.map((target) => target.value)))
  return rules.flatMap(({ targets, prerequisites, recipe }) => {
    const target = targets[0]
    const plain = target && /^[\w][\w.-]*$/.test(target.value) && !needed.has(target.value)
    const delivers = prerequisites.length > 0 || recipe.some((line) => mentionsDelivery.test(line.value))
    return plain && delivers ? [{ name: target.value, at: placeOf(target) }] : []
  })
}

/** Commands that make the nodes of a cluster. */
export const makesNodes =
  /\b(?:aks (?:create|nodepool add)|eksctl create|container (?:clusters|node-pools) create|create-nodegroup)\b/

export interface ByHand {
  readonly path: string
  readonly job: string
  readonly at: Span
  readonly implied: boolean
  /** Why an implied one counts as a delivery. */
  readonly reason?: string
}

export function runByHand(stage: Stage, event: Event, { path, job, at, implied, reason }: ByHand): Run {
  const run: Run = {
    id: stage.runs.length,
    occasion: { ...event.occasion, event: 'by-hand', label: `somebody using ${path}` },
    path,
    job,
    at,
    after: [],
    permissions: { kind: 'absent' },
    environment: undefined,
    implied,
    ...(reason === undefined ? {} : { reason }),
    despite: [],
  }
  stage.runs.push(run)
  return run
}

/** Somebody's own computer: nobody knows its architecture, who is logged in there, or what its environment holds. */
export function machineByHand(stage: Stage, event: Event, run: Run): Machine {
  const computer = { os: undefined, architecture: undefined, hosted: undefined, label: 'a workstation', at: run.at }
  const machine = newMachine({ run, names: stage.names, computer, repository: event.files })
  machine.files.mount(workspacePath, event.files)
  machine.variables = new Map([['HOME', { text: spoken(homePath, nowhere), exported: true }]])
  machine.builder = { driver: 'unknown', at: undefined }
  return machine
}
