import { objectsIn } from '../../documents/kubernetes.ts'
import { type Repository, textOfSource } from '../../repository/repository.ts'
import { placeOf, type Text } from '../../source/text.ts'
import { textOf } from '../../syntax/yaml.ts'
import type { KubernetesObject } from '../../world/cluster.ts'
import type { World } from '../../world/world.ts'
import type { Event, Stage } from '../stage.ts'
import { impliedCharts, type Reached } from './charts.ts'
import { type Content, deliver, type ImpliedDelivery } from './delivery.ts'
import { otherDeliveries } from './folders.ts'
import { deliveriesOf, isGitOps } from './gitops.ts'
import { impliedReleases } from './helmfile.ts'
import { impliedKustomizations } from './kustomizations.ts'
import { impliedManifests, looseManifests } from './manifests.ts'

/** More sets than this of one repository are not judged. */
const mostDeliveries = 300
/** An application may deliver applications, which deliver applications. */
const deepest = 6

/**
 * Deliveries that nothing in the files starts, the most telling first: what agents in the cluster are told to deliver and what
 * a helmfile installs; then kustomizations, charts and folders of raw manifests that nobody has reached till then. Each is
 * judged as a set of its own. `paths`: what a machine has read, which the deliveries here add to; `worlds`: all stories'.
 */
export function rehearseImplied(
  stage: Stage,
  event: Event,
  paths: ReadonlySet<string>,
  worlds: readonly World[],
): void {
  const { repository } = stage
  const reached: Reached = { paths, worlds, elsewhere: otherDeliveries(repository) }
  const play = player(stage, event)
  const loose = (): readonly KubernetesObject[] =>
    looseManifests(repository, paths).flatMap((text) => objectsIn(text).objects)
  // A release may be patched, and given values, by what a Kustomization delivers.
  play(
    loose().filter(({ kind }) => kind !== 'HelmRelease'),
    [],
  )
  play(loose(), impliedReleases(repository, paths, stage.names))
  // One of them may hold objects of an agent that delivers another.
  for (const one of impliedKustomizations(repository, reached)) if (!paths.has(one.path)) play([], [one])
  play([], impliedCharts(repository, reached))
  play([], impliedManifests(repository, paths))
}

type Play = (objects: readonly KubernetesObject[], deliveries: readonly ImpliedDelivery[]) => void

/** Delivers each set once, and then what the agents deliver that objects in the cluster speak to, in turn. */
function player(stage: Stage, event: Event): Play {
  const done = new Set<string>()
  const followed = new Set<string>()
  const gitOps = { stage, files: event.files, fluxSources: fluxSourcesIn(stage.repository) }
  let seen = 0
  const isNew = (set: Set<string>, key: string): boolean => set.size < set.add(key).size
  const sendOnce = (delivery: ImpliedDelivery): void => {
    if (done.size < mostDeliveries && isNew(done, keyOf(delivery))) deliver(stage, event, delivery)
  }
  const follow = (objects: readonly KubernetesObject[]): void => {
    for (const object of objects.filter(isGitOps))
      if (isNew(followed, placeKey(object))) for (const one of deliveriesOf(gitOps, object)) sendOnce(one)
  }
  return (objects, deliveries) => {
    follow(objects)
    for (const one of deliveries) sendOnce(one)
    for (let round = 0; round < deepest && seen < stage.world.events.length; round += 1) {
      const news = stage.world.events.slice(seen)
      seen += news.length
      follow(news.flatMap((event) => (event.kind === 'apply' ? [event.object] : [])))
    }
  }
}

/** An object is followed once, whichever way it gets into the cluster. */
function placeKey({ kind, name, root }: KubernetesObject): string {
  const place = name && placeOf(name)
  return JSON.stringify([
    kind,
    name?.value,
    place?.source.path,
    place?.start,
    textOf(root, 'metadata', 'namespace')?.value,
  ])
}

/** The same content from the same place, whoever says it. */
const keyOf = ({ content, namespace }: ImpliedDelivery): string =>
  JSON.stringify([namespace?.value, contentKey(content)])

function contentKey(content: Content): readonly unknown[] {
  const textKey = ({ value }: Text): string => value
  switch (content.kind) {
    case 'manifests':
      return [content.kind, ...content.texts.map((text) => [placeOf(text).source.path, placeOf(text).start])]
    case 'directory':
      return [content.kind, content.directory, content.recursive]
    case 'kustomization':
      return [
        content.kind,
        content.directory,
        ...content.edits.map(({ key, text }) => [key, textKey(text)]),
        ...[...(content.substitutes ?? [])].map(([name, text]) => [name, textKey(text)]),
      ]
    case 'chart':
      return [
        content.kind,
        content.directory,
        content.release.value,
        ...content.values.map((value) => [value.kind, textKey(value.kind === 'path' ? value.path : value.text)]),
      ]
  }
}

/** URLs of the Git repositories that Flux objects here name, by kind and name. */
function fluxSourcesIn(repository: Repository): ReadonlyMap<string, Text> {
  const sources = new Map<string, Text>()
  for (const path of repository.paths) {
    if (!/\.ya?ml$/.test(path)) continue
    const source = repository.read(path)
    if (!source || !/^kind:\s*GitRepository\s*$/m.test(source.text)) continue
    for (const { kind, name, root } of objectsIn(textOfSource(source)).objects) {
      const url = textOf(root, 'spec', 'url')
      if (kind === 'GitRepository' && name && url) sources.set(`${kind}/${name.value}`, url)
    }
  }
  return sources
}
