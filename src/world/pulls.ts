import { type Container, containersOf, podTemplateOf } from '../documents/kubernetes.ts'
import { parseTarget } from '../documents/targets.ts'
import { compare } from '../source/compare.ts'
import { placeOf, type Text } from '../source/text.ts'
import { holdsUnknown } from '../source/unknown.ts'
import { defaultTag, parseImageReference } from '../syntax/image-reference.ts'
import type { YamlMap } from '../syntax/yaml.ts'
import type { Apply, KubernetesObject, Pull, PullPolicy, SetImage } from './cluster.ts'
import { podSpecAt } from './pods.ts'
import { type Run, seenUnder } from './run.ts'
import { type Address, sameObject } from './same-object.ts'
import { type World, whileUnchanged } from './world.ts'

/**
 * Every image that a container of an applied object wants, from the finished ledger. What a later step of the same run
 * replaces (a placeholder, then `kubectl set image`; a second apply) is no pull: the two are one delivery.
 */
export const pullsOf = whileUnchanged((world: World): readonly Pull[] => {
  const runs = new Map<Run, Map<string, readonly Pull[]>>()
  for (const event of world.events) {
    if (event.kind !== 'apply' && event.kind !== 'set-image') continue
    const pulls = runs.get(event.run) ?? new Map<string, readonly Pull[]>()
    runs.set(event.run, pulls)
    const key = keyOf(addressOf(event))
    for (const other of key === hidden ? pulls.keys() : [key, hidden])
      pulls.set(
        other,
        (pulls.get(other) ?? []).flatMap((pull) => after(event, pull)),
      )
    const made =
      event.kind === 'set-image' ? pullsOfSetImage(event, world) : event.by === 'set' ? [] : pullsOfApply(event)
    pulls.set(key, [...(pulls.get(key) ?? []), ...made])
  }
  const found = [...runs.values()].flatMap((pulls) => [...pulls.values()].flat())
  return found.sort((a, b) => a.order - b.order)
})

/** Whether somebody sets the image of this very container by `kubectl set image`: what the manifest says is where that begins. */
export const isSetByCommand = (world: World, pull: Pull): boolean =>
  pullsOf(world).some(
    (other) =>
      other.apply.by === 'set' &&
      other.container === pull.container &&
      sameObject(addressOf(other.apply), addressOf(pull.apply)) !== 'different',
  )

/** Only pulls of the same key, and those whose address is hidden, can be of the same object. */
const keyOf = ({ kind, name }: Address): string =>
  kind === undefined || !name || holdsUnknown(name.value) ? hidden : `${kind}/${name.value}`
const hidden = ''

/** What a later event of the same run leaves of a pull: nothing, for certain or perhaps; the same with another policy; all. */
function after(event: Apply | SetImage, pull: Pull): readonly Pull[] {
  if (seenUnder(pull.when, event.when) === 'impossible') return [pull]
  // What the cluster names itself (`generateName`) is another object each time.
  if (event.kind === 'apply' && !(event.object.name && pull.object.name)) return [pull]
  if (sameObject(addressOf(event), addressOf(pull.apply)) === 'different') return [pull]
  if (event.kind === 'set-image') return mayBe(event.container, pull.container) ? [] : [pull]
  return event.by === 'set' ? [patched(event, pull)] : []
}

/** A patch of the live object may change the pull policy of a container. */
function patched(patch: Apply, pull: Pull): Pull {
  const spec = podTemplateOf(patch.object)?.spec
  const container = spec && containersOf(spec).find(({ name }) => name && mayBe(name, pull.container))
  const written = container?.imagePullPolicy
  return written ? { ...pull, policy: { written, effective: policyOf(written, pull.reference.text) } } : pull
}

const mayBe = (container: Text, name: string): boolean =>
  container.value === '*' || name === '*' || compare(container.value, name) !== 'different'

function addressOf(event: Apply | SetImage): Address {
  const { run, cluster } = event
  if (event.kind === 'set-image') return { run, cluster, namespace: event.namespace, ...parseTarget(event.target) }
  const { kind, name, namespace } = event.object
  return { run, cluster, namespace, kind, name }
}

function pullsOfApply(apply: Apply): readonly Pull[] {
  const spec = podTemplateOf(apply.object)?.spec
  if (!spec) return []
  return containersOf(spec).flatMap(({ name, image, imagePullPolicy }) => {
    if (!image?.value) return []
    const policy = { written: imagePullPolicy, effective: policyOf(imagePullPolicy, image) }
    return pullOf(apply, apply, name?.value ?? '', image, policy)
  })
}

const pullOf = (cause: Apply | SetImage, apply: Apply, container: string, image: Text, policy: PullPolicy): Pull => {
  const { order, run, step, when, cluster } = cause
  const { object } = apply
  const pod = podSpecAt(podTemplateOf(object)?.spec ?? emptyMap)
  const reference = parseImageReference(image)
  return {
    kind: 'pull',
    order,
    run,
    step,
    when,
    at: placeOf(image),
    cluster,
    object,
    apply,
    container,
    reference,
    policy,
    pod,
  }
}

const emptyMap: YamlMap = { kind: 'map', within: { value: '', pieces: [] }, start: 0, end: 0, entries: [] }

/**
 * The policy of a container when it is created: Always for `latest` or no tag, also beside a digest, else IfNotPresent
 * (kubernetes pkg/apis/core/v1/defaults.go SetDefaults_Container). A later change of the image does not change it.
 */
function policyOf(written: Text | undefined, image: Text): PullPolicy['effective'] {
  if (written?.value) {
    const { value } = written
    return value === 'Always' || value === 'IfNotPresent' || value === 'Never' ? value : undefined
  }
  const { tag, digest, open } = parseImageReference(image)
  if (!tag && !digest) return open || holdsUnknown(image.value) ? undefined : 'Always'
  const latest = compare(tag?.value ?? '', defaultTag)
  return latest === 'unknown' ? undefined : latest === 'same' ? 'Always' : 'IfNotPresent'
}

/**
 * The pulls of `kubectl set image`: the live object is the one that the ledger knows under that name, else only its name is
 * known.
 */
function pullsOfSetImage(event: SetImage, world: World): readonly Pull[] {
  if (!event.image.value) return []
  const object = liveObject(event, world)
  const spec = object && podTemplateOf(object)?.spec
  const containers = spec ? containersOf(spec).filter((one) => isMeant(event.container, one)) : []
  const apply: Apply = {
    ...{ order: event.order, run: event.run, step: event.step, when: event.when, at: event.at, cluster: event.cluster },
    kind: 'apply',
    by: 'set',
    object: object ?? namedOnly(event),
    set: { label: 'kubectl set image', complete: false, namespace: event.namespace },
  }
  if (containers.length === 0) {
    return [pullOf(event, apply, event.container.value, event.image, { written: undefined, effective: undefined })]
  }
  return containers.map(({ name, image, imagePullPolicy: written }) => {
    const policy = { written, effective: image && policyOf(written, image) }
    return pullOf(event, apply, name?.value ?? '', event.image, policy)
  })
}

const isMeant = (container: Text, { kind, name }: Container): boolean =>
  container.value === '*' ? kind !== 'ephemeral' : name !== undefined && compare(container.value, name.value) === 'same'

/** The applied object that is surely meant by kind and name; of several the nearest in time, the same run and cluster first. */
function liveObject(event: SetImage, world: World): KubernetesObject | undefined {
  const wanted = addressOf(event)
  if (!wanted.kind || !wanted.name || holdsUnknown(wanted.name.value)) return undefined
  let best: { readonly apply: Apply; readonly rank: number } | undefined
  for (const apply of world.events) {
    if (apply.kind !== 'apply' || apply.by === 'set' || apply.object.kind !== wanted.kind) continue
    if (apply.object.name?.value !== wanted.name.value) continue
    const same = sameObject(wanted, addressOf(apply))
    if (same === 'different' || seenUnder(event.when, apply.when) === 'impossible') continue
    const rank =
      (apply.run === event.run && apply.order < event.order ? 8 : 0) +
      (same === 'same' ? 4 : 0) +
      (apply.run.occasion === event.run.occasion ? 2 : 0) +
      (apply.order < event.order ? 1 : 0)
    if (!best || rank >= best.rank) best = { apply, rank }
  }
  return best?.apply.object
}

function namedOnly(event: SetImage): KubernetesObject {
  const { kind, name } = parseTarget(event.target)
  const { namespace } = event
  return { apiVersion: 'apps/v1', kind: kind ?? '', name, namespace, root: emptyMap, uncertain: true }
}
