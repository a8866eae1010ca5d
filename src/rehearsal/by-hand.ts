import { textOfSource } from '../repository/repository.ts'
import { nowhere, type Source, type Span, topOf } from '../source/span.ts'
import { placeOf, slice, spoken, type Text } from '../source/text.ts'
import { parseMakefile } from '../syntax/makefile.ts'
import { homePath, workspacePath } from '../world/files.ts'
import { type Machine, newMachine } from '../world/machine.ts'
import type { Run } from '../world/run.ts'
import { runScript, type ScriptOptions } from './shell/shell.ts'
import type { Event, Stage } from './stage.ts'

/** Scripts that deliver, and that no workflow calls: people run them on their own machines. */
const mentionsDelivery =
  /\b(?:docker|podman|nerdctl|kubectl|helm|kustomize|az|eksctl|gcloud|aws|kind|minikube)\s+[a-z-]/
const notOurs =
  /(?:^|\/)(?:tests?|testdata|e2e|fixtures?|examples?|samples?|docs?|vendor|third_party|node_modules|hack)(?:\/|$)/i
const mostScripts = 80
const mostMakefiles = 10
const mostDocuments = 200
/** People's scripts ask and answer a lot; what they deliver comes early or not at all. */
const mostSteps = 6000

/** Rehearses what people run by hand: scripts, targets of the Makefile, and what documents tell them. */
export function rehearseByHand(
  stage: Stage,
  event: Event,
  reached: ReadonlySet<string>,
  mentions = mentionsDelivery,
): void {
  const files = filesFor(stage, reached, mentions)
  for (const source of files(/\.(?:sh|bash)$/, mostScripts)) {
    // A script that a workflow or another script calls is rehearsed there, with the arguments it gets.
    if (reached.has(source.path)) continue
    const { path } = source
    play(stage, event, { path, job: path, at: topOf(source), implied: false }, textOfSource(source), {
      name: spoken(`./${path}`, nowhere),
      file: spoken(`./${path}`, nowhere),
    })
  }
  for (const source of files(/(?:^|\/)(?:GNU)?[Mm]akefile$/, mostMakefiles)) playTargets(stage, event, source)
  playDocuments(stage, event)
}

/** Files of a kind that mention a delivery and that nothing has read; read when they are asked for, and so many at most. */
const filesFor = (stage: Stage, reached: ReadonlySet<string>, mentions: RegExp) =>
  function* (kind: RegExp, most: number): Iterable<Source> {
    const paths = stage.repository.paths.filter((path) => kind.test(path) && !notOurs.test(path) && !reached.has(path))
    for (const path of paths.slice(0, most)) {
      const source = stage.repository.read(path)
      if (source && mentions.test(source.text)) yield source
    }
  }

function playTargets(stage: Stage, event: Event, source: Source): void {
  const { path } = source
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'
  for (const { name, at } of deliveringTargets(textOfSource(source))) {
    const byHand = { path, job: `make ${name}`, at, implied: false }
    play(stage, event, byHand, spoken(`make -C ${folder} ${name}`, nowhere), { name: spoken('make', nowhere) })
  }
}

/** Credentials that a document tells people to make: the command alone, as it is written there. */
function playDocuments(stage: Stage, event: Event): void {
  for (const path of stage.repository.paths.filter((one) => /\.mdx?$/i.test(one)).slice(0, mostDocuments)) {
    const source = stage.repository.read(path)
    for (const match of source?.text.matchAll(/az ad sp create-for-rbac(?:[^\n\\`]|\\\r?\n|\\.)*/g) ?? []) {
      const command = slice(textOfSource(source as Source), match.index, match.index + match[0].length)
      play(stage, event, { path, job: path, at: placeOf(command), implied: false }, command, {
        name: spoken(path, nowhere),
      })
    }
  }
}

function play(
  stage: Stage,
  event: Event,
  byHand: ByHand,
  script: Text,
  called: Pick<ScriptOptions, 'name' | 'file'>,
): void {
  const machine = machineByHand(stage, event, runByHand(stage, event, byHand))
  runScript(script, machine, stage.world, {
    args: [],
    ...called,
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
  const ordinary = rules.filter(({ targets }) => !targets[0]?.value.startsWith('.'))
  const needed = new Set(ordinary.flatMap((one) => one.prerequisites.map((target) => target.value)))
  return ordinary.flatMap(({ targets, prerequisites, recipe }) => {
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
