import { objectsIn } from '../../documents/kubernetes.ts'
import { concat, placeOf, spoken, type Text } from '../../source/text.ts'
import { applyTexts, clusterOf } from '../../world/apply.ts'
import type { Apply } from '../../world/cluster.ts'
import { record } from '../../world/machine.ts'
import { commandName, isDryRun, type KubectlCall, namespaceOf, targetsOf, type Verb } from './kubectl-call.ts'
import { kustomized, type Manifests, manifestsAt, together } from './manifest-files.ts'
import { isOn, valuesOf } from './options.ts'
import { done } from './outcome.ts'

/** Everything that `-f` and `-k` of a call lead to. */
export function manifestsOf(kubectl: KubectlCall, verb: string): Manifests {
  const { options, machine, world, call } = kubectl
  const command = `${commandName(kubectl, verb)} -f`
  const recursive = isOn(options, 'R', 'recursive')
  const files = manifestsAt(machine, world, valuesOf(options, 'f', 'filename'), {
    command,
    stdin: call.stdin,
    recursive,
  })
  return together([
    files,
    ...valuesOf(options, 'k', 'kustomize').map((name) => kustomized(machine, world, name, call.at)),
  ])
}

/** `kubectl apply`, `create -f`, `replace`. */
export const sending =
  (by: Apply['by'] & ('apply' | 'create' | 'replace')): Verb =>
  (kubectl) => {
    const { call, world, target, options, machine } = kubectl
    const sent = manifestsOf(kubectl, by)
    if (!isDryRun(options)) {
      const from = valuesOf(options, 'f', 'filename', 'k', 'kustomize').map((name) => name.value)
      const label = [commandName(kubectl, by), ...from].join(' ')
      applyTexts(world, target, sent.texts, {
        by,
        label,
        at: call.at,
        namespace: kubectl.namespace,
        ...whatIsKnown(sent),
      })
    }
    return done(call, machine, world)
  }

const whatIsKnown = ({ complete, uncertain }: Manifests): Pick<Manifests, 'complete' | 'uncertain'> => ({
  complete,
  uncertain,
})

/** `kubectl delete`: pods come back by their controller, everything else is gone. */
export const deleting: Verb = (kubectl) => {
  const { call, world, target, options, words, machine } = kubectl
  if (!isDryRun(options)) {
    const cluster = clusterOf(target, call.at)
    for (const name of [...targetsOf(words), ...targetsIn(manifestsOf(kubectl, 'delete'))]) {
      const kind = /^(?:po|pods?)(?:\/|$)/i.test(name.value) ? 'restart' : 'delete'
      record(world, machine, { kind, cluster, target: name, namespace: namespaceOf(kubectl), at: call.at })
    }
  }
  return done(call, machine, world)
}

/** `Kind/name` of the objects in manifests. */
export const targetsIn = ({ texts }: Manifests): readonly Text[] =>
  texts
    .flatMap((text) => objectsIn(text).objects)
    .flatMap(({ kind, name }) => (name ? concat(spoken(`${kind.toLowerCase()}/`, placeOf(name)), name) : []))
