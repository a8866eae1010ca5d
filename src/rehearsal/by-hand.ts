import { textOfSource } from '../repository/repository.ts'
import { nowhere, type Span, topOf } from '../source/span.ts'
import { spoken } from '../source/text.ts'
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

/** Rehearses what people run by hand: shell scripts and the targets of the Makefile. `reached`: paths that a machine has read. */
export function rehearseByHand(stage: Stage, event: Event, reached: ReadonlySet<string>): void {
  const scripts = stage.repository.paths.filter(
    (path) => /\.(?:sh|bash)$/.test(path) && !reached.has(path) && !notOurs.test(path),
  )
  for (const path of scripts.slice(0, mostScripts)) {
    const source = stage.repository.read(path)
    // A script that another one calls is rehearsed there, with the arguments it gets.
    if (!source || reached.has(path) || !mentionsDelivery.test(source.text)) continue
    const run = runByHand(stage, event, { path, job: path, at: topOf(source), implied: false })
    const machine = machineByHand(stage, event, run)
    runScript(textOfSource(source), machine, stage.world, {
      args: [],
      name: spoken(`./${path}`, nowhere),
      exitOnError: true,
      pipefail: false,
      commands: stage.commands,
    })
  }
}

export interface ByHand {
  readonly path: string
  readonly job: string
  readonly at: Span
  readonly implied: boolean
}

export function runByHand(stage: Stage, event: Event, { path, job, at, implied }: ByHand): Run {
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
