import { podTemplateOf } from '../documents/kubernetes.ts'
import { parseTarget } from '../documents/targets.ts'
import { compare } from '../source/compare.ts'
import { equalToNothing } from '../source/unknown.ts'
import type { YamlNode } from '../syntax/yaml.ts'
import type { Pull, Restart } from './cluster.ts'
import { pullsOf } from './pulls.ts'
import { seenUnder } from './run.ts'
import { sameObject } from './same-object.ts'
import { eventsOf, type World, whileUnchanged } from './world.ts'

/** Workloads whose pods stay until the pod template changes. */
const lasting: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'DeploymentConfig',
  'Rollout',
])

/** The pull of the first commit that a pull of the second one repeats: the same container, deployed by the same job. */
export function firstRollout(world: World, pull: Pull): Pull | undefined {
  if (
    pull.run.occasion.commit !== 2 ||
    pull.run.implied ||
    !lasting.has(pull.object.kind) ||
    pull.apply.by === 'create'
  )
    return undefined
  return firstPulls(world).get(rolloutOf(pull))
}

/** The pulls of the first commit by what a rollout repeats. */
const firstPulls = whileUnchanged((world): ReadonlyMap<string, Pull> => {
  const first = pullsOf(world).filter((pull) => pull.run.occasion.commit === 1)
  return new Map(first.toReversed().map((pull) => [rolloutOf(pull), pull]))
})

function rolloutOf({ run, container, object }: Pull): string {
  const { event, ref } = run.occasion
  const { kind, name, namespace } = object
  const isTag = ref.startsWith('refs/tags/')
  return JSON.stringify([event, isTag, run.path, run.job, container, kind, name?.value, namespace?.value])
}

/** Whether the two pod templates are the same for certain: every value in them, unknown ones included. */
export function samePodTemplate(a: Pull, b: Pull): boolean {
  if (a.apply.object.uncertain || b.apply.object.uncertain) return false
  const [first, second] = [podTemplateOf(a.object), podTemplateOf(b.object)]
  if (!first || !second || a.reference.text.value !== b.reference.text.value) return false
  const [one, other] = [first, second].map(({ metadata, spec }) => written(metadata) + written(spec))
  return one === other && !one?.includes(equalToNothing)
}

function written(node: YamlNode | undefined): string {
  if (!node) return 'null'
  if (node.kind === 'scalar') return JSON.stringify(node.text.value)
  if (node.kind === 'list') return `[${node.items.map(written).join()}]`
  return `{${node.entries.map(({ key, value }) => `${key.text.value}:${written(value)}`).join()}}`
}

export interface Restarts {
  readonly certain: readonly Restart[]
  /** Something may restart the pods: an event under an open condition, or one whose target nobody knows. */
  readonly possible: boolean
}

/** What replaces the pods of a pull's workload on the same occasion. */
export function restartsOf(world: World, pull: Pull): Restarts {
  const certain: Restart[] = []
  let possible = false
  for (const restart of eventsOf(world, 'restart')) {
    if (restart.run.occasion.commit !== pull.run.occasion.commit) continue
    const seen = seenUnder(pull.when, restart.when)
    const address = {
      run: restart.run,
      cluster: restart.cluster,
      namespace: restart.namespace,
      ...parseTarget(restart.target),
    }
    const { name, kind, namespace } = pull.object
    const same = sameObject(address, { run: pull.run, cluster: pull.cluster, namespace, kind, name })
    const all = address.name === undefined && (address.kind === undefined || address.kind === kind)
    if (seen === 'impossible' || (same === 'different' && !all)) continue
    if (seen === 'certain' && (same === 'same' || all)) certain.push(restart)
    else if (compare(address.name?.value ?? '', name?.value ?? '') !== 'different' || all) possible = true
  }
  return { certain, possible }
}
