import { slice, type Text } from '../../source/text.ts'
import { isOfThisRun } from '../../source/unknown.ts'
import { clusterOf } from '../../world/apply.ts'
import { record } from '../../world/machine.ts'
import { manifestsOf, targetsIn } from './kubectl-apply.ts'
import { isDryRun, type KubectlCall, namespaceOf, targetsOf, type Verb } from './kubectl-call.ts'
import { isOn, lastOf } from './options.ts'
import { asked, done } from './outcome.ts'

/** Records that something happened to each target of a call. */
function happens(kubectl: KubectlCall, kind: 'restart' | 'wait', targets: readonly Text[]): void {
  const { world, machine, target, call } = kubectl
  const cluster = clusterOf(target, call.at)
  for (const name of targets)
    record(world, machine, { kind, cluster, target: name, namespace: namespaceOf(kubectl), at: call.at })
}

/** `kubectl rollout status | restart | undo | pause | resume | history`. */
export const rollout: Verb = (kubectl) => {
  const [verb, ...words] = kubectl.words
  const targets = [...targetsOf(words), ...targetsIn(manifestsOf(kubectl, 'rollout'))]
  if (verb?.value === 'status') happens(kubectl, 'wait', targets)
  if (verb?.value === 'restart') happens(kubectl, 'restart', targets)
  return done(kubectl.call, kubectl.machine, kubectl.world)
}

/** `kubectl wait`: only what pods decide is a wait for pods. */
export const wait: Verb = (kubectl) => {
  const condition = lastOf(kubectl.options, 'for')?.value ?? ''
  if (/^condition=(?:available|ready|complete)/i.test(condition)) happens(kubectl, 'wait', targetsOf(kubectl.words))
  return done(kubectl.call, kubectl.machine, kubectl.world)
}

/** `kubectl scale --replicas=0` lets every pod go; the next ones pull again. */
export const scale: Verb = (kubectl) => {
  if (lastOf(kubectl.options, 'replicas')?.value === '0') happens(kubectl, 'restart', targetsOf(kubectl.words))
  return done(kubectl.call, kubectl.machine, kubectl.world)
}

/** `kubectl set image` and the other `set` commands, which change the pod template. */
export const set: Verb = (kubectl) => {
  const { options, world, machine, call } = kubectl
  const [what, ...words] = kubectl.words
  if (isOn(options, 'local') || isDryRun(options)) return asked(call, machine, world)
  const assigned = words.filter((word) => word.value.includes('='))
  const named = words.filter((word) => !word.value.includes('=') && !word.value.endsWith('-'))
  const targets = [...targetsOf(named), ...targetsIn(manifestsOf(kubectl, 'set'))]
  if (what?.value === 'image')
    for (const target of targets) for (const pair of assigned) setImage(kubectl, target, pair)
  else if (what?.value === 'env' && assigned.some((pair) => isOfThisRun(machine.names, pair.value)))
    happens(kubectl, 'restart', targets)
  return done(call, machine, world)
}

function setImage(kubectl: KubectlCall, target: Text, pair: Text): void {
  const equals = pair.value.indexOf('=')
  givesImage(kubectl, target, slice(pair, 0, equals), slice(pair, equals + 1))
}

/** Records that a live workload's container is given an image. */
export function givesImage(kubectl: KubectlCall, target: Text, container: Text, image: Text): void {
  const { world, machine, call } = kubectl
  const cluster = clusterOf(kubectl.target, call.at)
  const namespace = namespaceOf(kubectl)
  record(world, machine, { kind: 'set-image', cluster, target, namespace, container, image, at: call.at })
}

export const restarts = (kubectl: KubectlCall, targets: readonly Text[]): void => happens(kubectl, 'restart', targets)
